"""Findings that follow from another: they wait until that is mended, and it says how many they are.

What hangs on a condition that never holds, or on a scene out of reach, is never met either, and whoever is told all of
it is told to cut what is good. A finding follows from another if it is no longer found when what that keeps closed is
opened. That takes another survey for each finding from which something may follow, so it is done only where there is
more than one, and for so many states only as a case may have.

What any play does wrong does not follow from what none does, and is told always.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from game.diagnostics import Span, Value
from game.solver import TooManyStates
from game.trainer.check.opened import Opened
from game.trainer.check.opening import Opening, opening_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from game.diagnostics import Diagnostic
    from game.trainer.check.case import Case

    Rule = Callable[[Case], Iterator[Diagnostic]]

__all__ = ["without_consequences"]

_FOLLOWING = frozenset(
    (
        "best-play-breaks-promise",
        "best-play-needs-silence",
        "condition-always-holds",
        "condition-never-holds",
        "dimension-one-sided",
        "false-choice",
        "fault-pays",
        "guessable",
        "outcome-missing",
        "promise-cannot-be-kept",
        "promise-cannot-break",
        "scene-never-reached",
    )
)
"""The codes of findings that may follow from others."""
_FIRST = ("fact-never-set", "promise-never-made", "promise-never-kept", "scene-never-reached")
"""The codes of findings that are causes rather than others, those that hang on no play first."""


Key = tuple[str, Span, Value]


class _Root(NamedTuple):
    """A finding, and what it keeps closed."""

    finding: Diagnostic
    opening: Opening


def without_consequences(case: Case, found: Sequence[Diagnostic], rules: Iterable[Rule]) -> list[Diagnostic]:
    """The findings that follow from no other, those from which others follow with the places of these."""
    if case.survey is None or len(found) < 2 or not any(map(_may_follow, found)):
        return list(found)
    return _Sorting(case, found, tuple(rules)).sorted()


class _Sorting:
    """Sorts findings by what follows from what."""

    def __init__(self, case: Case, found: Sequence[Diagnostic], rules: Sequence[Rule]) -> None:
        self._case = case
        self._found = found
        self._rules = rules
        self._left = case.limit

    def sorted(self) -> list[Diagnostic]:
        candidates = [
            _Root(finding, opening)
            for finding in sorted(self._found, key=_place_as_cause)
            if (opening := opening_of(self._case, finding)) is not None
        ]
        try:
            followers = self._followers(candidates)
            roots = self._without_mutual([root for root in candidates if root.finding in followers])
            if len(roots) < len(followers):
                followers = self._followers(roots)
        except TooManyStates:
            return list(self._found)
        waiting = {_key(each) for all_of_one in followers.values() for each in all_of_one}
        return [
            replace(finding, following=tuple(sorted(each.span for each in followers.get(finding, ()))))
            for finding in self._found
            if _key(finding) not in waiting
        ]

    def _followers(self, candidates: Iterable[_Root]) -> dict[Diagnostic, list[Diagnostic]]:
        """By each candidate that follows from none before it: what follows from it and those before together."""
        standing = {_key(finding): finding for finding in self._found}
        followers: dict[Diagnostic, list[Diagnostic]] = {}
        case = self._case
        for root in candidates:
            if _key(root.finding) not in standing:
                continue
            followers[root.finding] = []
            if all(_key(each) in map(_key, followers) or not _may_follow(each) for each in standing.values()):
                continue
            case = self._opened(case, root.opening)
            stays = self._keys(case) | {_key(each) for each in followers}
            gone = [key for key, each in standing.items() if _may_follow(each) and key not in stays]
            followers[root.finding] += (standing.pop(key) for key in gone)
        return followers

    def _without_mutual(self, roots: list[_Root]) -> list[_Root]:
        """Those that do not follow from the others, the last ones asked first."""
        for root in reversed(roots[:-1]):
            others = [each for each in roots if each is not root]
            if not _may_follow(root.finding):
                continue
            opening = Opening()
            for other in others:
                opening |= other.opening
            if _key(root.finding) not in self._keys(self._opened(self._case, opening)):
                roots = others
        return roots

    def _opened(self, case: Case, opening: Opening) -> Case:
        opened = Opened(case, opening, self._left)
        self._left -= opened.states
        return opened

    def _keys(self, case: Case) -> set[Key]:
        return {_key(finding) for rule in self._rules for finding in rule(case)}


def _place_as_cause(finding: Diagnostic) -> tuple[int, int, Span]:
    """Causes before what may follow from them: what hangs on no play, then what plays come to first."""
    rank = _FIRST.index(finding.code) if finding.code in _FIRST else len(_FIRST)
    return rank, len(finding.witness or ()), finding.span


def _may_follow(finding: Diagnostic) -> bool:
    """Whether it may be gone when another is mended; an outcome that no ending has is missing whatever is reached."""
    return finding.code in _FOLLOWING and (finding.code != "outcome-missing" or "scene" in finding.values)


def _key(finding: Diagnostic) -> Key:
    """What makes a finding the same in a case with something opened."""
    return finding.code, finding.span, finding.values.get("dimension", "")
