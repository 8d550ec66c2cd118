"""The case to play next: one that is new, else the one with the most to gain."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Container, Mapping

    from game.records import Best
    from game.scenario.curriculum import Lesson
    from game.scenario.model import Scenario

__all__ = ["MOST", "Proposal", "Reason", "next_case"]

MOST = 1000
"""The highest score."""
_UNKNOWN_MINUTES = 1 << 16
_NO_PATH: Mapping[str, Lesson] = {}

Reason = Literal["new", "practised", "gain"]


class Proposal(NamedTuple):
    """A case to play, and why."""

    case: str
    """Its id."""
    reason: Reason
    """`new`: never played; `practised`: but never for a score; `gain`: its best score leaves the most to gain."""
    points: int
    """How many points of a score there are to gain."""


def next_case(
    cases: Mapping[str, Scenario],
    bests: Mapping[str, Best],
    *,
    path: Mapping[str, Lesson] = _NO_PATH,
    practised: Container[str] = (),
    just_played: str | None = None,
) -> Proposal | None:
    """Propose a case; None where there is none.

    What was never played comes first, then what was only practised, each in the order of the path and below it the
    easiest and shortest first; a case that is best played after one that is still new waits for it. Else what leaves
    the most to gain, of equals the one that was not played for longest. Never what was just played, unless it is the
    only case.

    Args:
        cases: the cases that can be played, by id.
        bests: the person's, by id of the case.
        path: the lessons of the curriculum in their order, by id of the case.
        practised: the ids of the cases that were played to an end in any mode.
        just_played: the id of the case that was played last.
    """
    offered = [case for case in cases if case != just_played] or list(cases)

    places = {case: place for place, case in enumerate(path)}

    def ease(case: str) -> tuple[int, int, int, str]:
        scenario = cases[case]
        minutes = _UNKNOWN_MINUTES if scenario.minutes is None else scenario.minutes
        return places.get(case, len(places)), scenario.level, minutes, case

    def waits(case: str) -> bool:
        return case in path and any(before in cases and is_new(before) for before in path[case].after)

    def is_new(case: str) -> bool:
        return case not in bests and case not in practised

    unscored = [case for case in offered if case not in bests]
    new = [case for case in unscored if is_new(case)]
    if new:
        return Proposal(min(new, key=lambda case: (waits(case), ease(case))), "new", MOST)
    if unscored:
        return Proposal(min(unscored, key=ease), "practised", MOST)
    if not offered:
        return None
    case = min(offered, key=lambda case: (bests[case].score, bests[case].last_ms, ease(case)))
    return Proposal(case, "gain", MOST - bests[case].score)
