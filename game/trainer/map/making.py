"""Making the file of a map."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from game.paths import is_file, is_folder
from game.records.durable import write_whole
from game.session.compiler import compile_scenario
from game.solver import LIMIT, TooManyStates, solve
from game.texts import _
from game.trainer.map.charting import draw_up
from game.trainer.map.forms import FORMS, render, use_words
from game.trainer.map.made_by import MADE_BY
from game.trainer.map.wording import facts

if TYPE_CHECKING:
    from game.scenario.model import Scenario
    from game.trainer.map.chart import Chart

__all__ = ["CannotMake", "Made", "chart_of", "make", "report", "target_of"]

_FIRST = 2_000
"""So many bytes of a file are looked at to see whether it is a map."""


class CannotMake(ValueError):
    """A map cannot be made; says why, and the mend."""


@dataclass(frozen=True, slots=True)
class Made:
    """A map that was made."""

    file: Path
    chart: Chart


def target_of(scenario_id: str, output: Path | None, *, is_forced: bool) -> Path:
    """The file a map is to be written to: a page named after the case beside where one stands, unless said.

    Raises:
        CannotMake: its ending is none of a map's, or something stands there that is no map.
    """
    file = Path(f"{scenario_id}.html") if output is None else output
    if file.suffix.lower() not in FORMS:
        raise CannotMake(
            _(
                "A map is a file that ends in {endings}: a page to search and zoom, a picture, Mermaid, or Graphviz. "
                "{file} ends in none of them; give a name such as {example}.",
                file=str(file) or "-",
                endings=", ".join(FORMS),
                example=f"{scenario_id}.html",
            )
        )
    if is_folder(file):
        raise CannotMake(
            _(
                "{file} is a folder. Name a file in it, such as {example}.",
                file=file,
                example=file / f"{scenario_id}.html",
            )
        )
    if not is_folder(file.parent):
        raise CannotMake(_("There is no folder {folder}. Make it first, or name another.", folder=file.parent))
    if not is_forced and os.path.lexists(file) and not _is_map(file):
        raise CannotMake(
            _(
                "{file} is there already, and this program did not draw it; so it stays. Give another name after -o, "
                "or add --force to replace it.",
                file=file,
            )
        )
    return file


def make(scenario_id: str, scenario: Scenario, file: Path, limit: int = LIMIT) -> Made:
    """Draw a case's map and write it.

    Raises:
        CannotMake: the system does not let it be written, or what draws is missing.
    """
    chart = chart_of(scenario_id, scenario, limit)
    try:
        content = render(chart, file.suffix.lower())
    except ModuleNotFoundError as missing:
        if missing.name != "graphlay":
            raise
        raise CannotMake(
            _(
                "Pictures and pages need the package graphlay, which is not installed: pip install graphlay. "
                "Without it a map can be written as .mmd or .dot."
            )
        ) from missing
    try:
        write_whole(file, content.encode())
    except OSError as trouble:
        reason = trouble.strerror or str(trouble)
        raise CannotMake(_("{file} could not be written: {reason}.", file=file, reason=reason)) from trouble
    return Made(file, chart)


def report(made: Made) -> list[str]:
    """What a trainer is told of a map that was made."""
    words = _("The map of {title} is in {file}.", title=made.chart.title, file=made.file.absolute())
    return [f"{words} {use_words(made.file.suffix.lower())}", *facts(made.chart)]


def chart_of(scenario_id: str, scenario: Scenario, limit: int = LIMIT) -> Chart:
    """The chart of a case; one of more states than the limit gets no best play and nothing grey."""
    book = compile_scenario(scenario)
    try:
        solution = solve(book, limit)
    except TooManyStates:
        return draw_up(scenario_id, book, None)
    return draw_up(scenario_id, book, solution)


def _is_map(file: Path) -> bool:
    """Whether a file is one of this program's maps, or empty."""
    if not is_file(file):
        return False
    try:
        with file.open("rb") as content:
            first = content.read(_FIRST)
    except OSError:
        return False
    return not first or MADE_BY.encode() in first
