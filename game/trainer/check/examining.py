"""All that is to be told of one case."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.trainer.check.case import Case
from game.trainer.check.consequences import without_consequences
from game.trainer.check.ignoring import without_ignored
from game.trainer.check.lateness import with_lateness
from game.trainer.check.reasons import with_reasons
from game.trainer.check.rules import PROVING, RULES

if TYPE_CHECKING:
    from pathlib import Path

    from game.diagnostics import Diagnostic
    from game.loader import Reading

__all__ = ["examine", "examine_case"]


def examine(reading: Reading, path: Path | None = None, called: str = "") -> tuple[Diagnostic, ...]:
    """The loader's findings and, where it could be read, those of the rules, in the order of their places.

    In what is to be typed the case is named as it was `called`, or else by its file. What a comment tells the checker
    to ignore is left out; only what the rules find can be. So is what only follows from another finding, which says so.
    """
    if reading.scenario is None:
        return reading.diagnostics
    return examine_case(Case(reading, path, called=called))


def examine_case(case: Case) -> tuple[Diagnostic, ...]:
    """The same of a case that somebody asks more of, so that it is surveyed once."""
    told = [finding for rule in RULES for finding in rule(case)]
    told = without_consequences(case, list(without_ignored(told, case.reading)), PROVING)
    found = [*case.reading.diagnostics, *with_lateness(case, with_reasons(case, told))]
    return tuple(sorted(found, key=lambda finding: finding.span))
