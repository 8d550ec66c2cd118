"""A look through a pack before anything of it is installed: each of its files is what it should be."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from game.loader import read_habits_text, read_text
from game.loader.po import read_po_text
from game.scenario.revision import revision
from game.texts import _
from game.trainer.check import examine
from game.trainer.sharing.form import HABITS, Pack, Refused, member_of
from game.trainer.sharing.pictures import is_harmless

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from game.diagnostics import Diagnostic
    from game.scenario.model import Habit, Scenario

__all__ = ["Look", "look_through"]


class Look(NamedTuple):
    """What a look through a pack has shown."""

    scenarios: Mapping[str, Scenario]
    """The cases that can be read, by id."""
    habits: Mapping[str, Habit]
    """Those that come with the pack."""
    changed: tuple[str, ...]
    """Ids of cases that are not, word for word, what was packed."""
    findings: tuple[Diagnostic, ...]
    sources: Mapping[str, str]
    """The texts the findings lie in, by the names they are told with."""

    @property
    def is_sound(self) -> bool:
        """Whether nothing is an error."""
        return not any(finding.is_error for finding in self.findings)


def look_through(pack: Pack, known: Collection[str], *, has_rules: bool = True) -> Look:
    """Read and check all that a pack holds.

    Args:
        pack: as it was opened.
        known: the habits a case may name besides the pack's own.
        has_rules: whether the checker's rules are asked, too.

    Raises:
        Refused: a picture in it is none.
    """
    habits: Mapping[str, Habit] = {}
    names: Collection[str] = known
    findings: list[Diagnostic] = []
    sources: dict[str, str] = {}
    if HABITS in pack.files:
        read = read_habits_text(pack.files[HABITS], HABITS)
        habits, names = read.habits, {*known, *read.places}
        findings += read.diagnostics
        sources[HABITS] = read.source
    scenarios: dict[str, Scenario] = {}
    for case in pack.manifest.cases:
        name = f"{case.id}.yaml"
        reading = read_text(pack.files[name], name, names)
        findings += examine(reading) if has_rules else reading.diagnostics
        sources[name] = reading.source
        if reading.scenario is not None:
            scenarios[case.id] = reading.scenario
    for name, content in pack.files.items():
        member = member_of(name)
        if member is not None and member.kind == "catalogue":
            catalogue = read_po_text(content, name)
            findings += catalogue.diagnostics
            sources[name] = catalogue.source
        if member is not None and member.kind == "picture" and not is_harmless(name, content):
            raise Refused(_no_picture(name))
    changed = tuple(
        case.id
        for case in pack.manifest.cases
        if case.id in scenarios and revision(scenarios[case.id]) != case.revision
    )
    return Look(scenarios, habits, changed, tuple(findings), sources)


def _no_picture(name: str) -> str:
    return _(
        "{name} is no picture, or does more than show something. Pictures are SVG or PNG; an SVG must not run anything "
        "or ask for anything from elsewhere.",
        name=name,
    )
