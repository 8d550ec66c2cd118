"""What a look at the file brought: what a save did to the play, and to the findings."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterable

    from game.diagnostics import Diagnostic
    from game.session.replay import Refused

__all__ = ["NO_NEWS", "News", "Saved", "difference"]


class Saved(NamedTuple):
    """What came of a save."""

    is_playable: bool
    """Whether the file is a case; if not, the last version that was one goes on being played."""
    has_changed: bool = True
    """Whether anything is played otherwise than before: a comment changes nothing."""
    stands: int = 0
    """How many decisions stand."""
    of: int = 0
    """How many were to stand."""
    returned: int = 0
    """How many stand again that an earlier version had no room for."""
    refused: Refused | None = None
    """Why the first of the others does not stand."""


class News(NamedTuple):
    """What is new since the last look."""

    saved: Saved | None = None
    has_findings: bool = False
    """Whether the findings were looked for anew; they may be the same."""


NO_NEWS = News()


def difference(
    before: Iterable[Diagnostic], after: Iterable[Diagnostic]
) -> tuple[tuple[Diagnostic, ...], tuple[Diagnostic, ...]]:
    """The findings that are new, and those that are gone; one that only stands on another line is neither."""
    earlier, later = tuple(before), tuple(after)
    return _without(later, earlier), _without(earlier, later)


def _without(findings: Iterable[Diagnostic], others: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    spare = Counter(map(_sense, others))
    found = []
    for finding in findings:
        sense = _sense(finding)
        if spare[sense]:
            spare[sense] -= 1
        else:
            found.append(finding)
    return tuple(found)


def _sense(finding: Diagnostic) -> Hashable:
    """What a finding says, wherever it stands."""
    return finding.code, finding.severity, tuple(sorted(finding.values.items())), finding.witness
