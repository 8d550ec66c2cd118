"""Whom to meet next: who was left waiting, then what the team was given, then what a season still has to be won in."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from game.leaderboard.pages.pictures import address_of
from game.leaderboard.pages.progress import case_address
from game.leaderboard.pages.when import day_of
from game.looks.portrait import look_from
from game.texts import _, language

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sqlalchemy import Connection

    from game.leaderboard.pages.progress import SeasonState
    from game.records.league.assignments import Assigned
    from game.records.league.casebook import CaseBook
    from game.records.league.played import Attempt

__all__ = ["Guest", "next_guest"]


class Guest(NamedTuple):
    """Somebody to meet, and why now."""

    name: str
    title: str
    summary: str
    language: str
    """The case's."""
    portrait: str
    address: str
    why: str


class _Wanted(NamedTuple):
    revision: str
    address: str
    why: str


def next_guest(
    c: Connection,
    cases: CaseBook,
    *,
    left: Sequence[Attempt],
    assigned: Sequence[Assigned],
    seasons: Sequence[SeasonState],
    zone: str,
) -> Guest | None:
    """Whom to meet next; None where nobody waits.

    Args:
        c: a connection.
        cases: the league's.
        left: sessions that were left open, the last first.
        assigned: what the team was given, the first to be done first.
        seasons: those that run.
        zone: by whose clock days are told.
    """
    found = _left(left) or _assigned(assigned, seasons, zone) or _untried(seasons) or _better(seasons)
    if found is None:
        return None
    case = cases.case(c, found.revision)
    told = case.book(language()).scenario
    look = look_from(told.customer.face, case.original.customer.name)
    return Guest(
        told.customer.name,
        told.title,
        told.summary or "",
        told.language,
        address_of(look, told.customer.mood),
        found.address,
        found.why,
    )


def _left(left: Sequence[Attempt]) -> _Wanted | None:
    if not left:
        return None
    return _Wanted(left[0].revision, f"/play/{left[0].session}", _("Somebody is still waiting for your answer."))


def _assigned(assigned: Sequence[Assigned], seasons: Sequence[SeasonState], zone: str) -> _Wanted | None:
    running = {case.case.scenario: state.season.slug for state in seasons for case in state.cases}
    for each in assigned:
        for case in each.cases:
            if not case.is_done:
                why = _("Your team is to have met them by {day}.", day=day_of(each.due_ms - 1, zone))
                return _Wanted(case.revision, case_address(case.scenario, running.get(case.scenario)), why)
    return None


def _untried(seasons: Sequence[SeasonState]) -> _Wanted | None:
    for state in seasons:
        for each in state.cases:
            if each.begun == 0:
                why = _("You have not met them yet in {season}.", season=state.season.title)
                return _Wanted(each.case.revision, case_address(each.case.scenario, state.season.slug), why)
    return None


def _better(seasons: Sequence[SeasonState]) -> _Wanted | None:
    """The case whose best score is the lowest, among those with attempts left."""
    open_ones = [
        (each.best or 0, each.case, state.season)
        for state in seasons
        for each in state.cases
        if each.begun < state.season.attempts
    ]
    if not open_ones:
        return None
    score, case, season = min(open_ones, key=lambda each: each[0])
    why = _("Your best score is {score} of 1000, and an attempt that counts is left.", score=score)
    return _Wanted(case.revision, case_address(case.scenario, season.slug), why)
