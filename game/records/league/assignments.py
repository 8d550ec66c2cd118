"""Assignments: a team is given cases and a date; its members see what is left, its trainer how many are through.

By pseudonym a trainer sees those alone who agreed to it. Of the others they are told a number, and only as
`releasing` allows; it leaves out those who are named, for subtracting them would tell of the rest.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from sqlalchemy import func, insert, select, update

from game.records.database.tables import (
    ASSIGNED_CASES,
    ASSIGNMENTS,
    MEMBERS,
    PLAYERS,
    SCENARIOS,
    SEASONS,
    SESSIONS,
)
from game.records.league import audit
from game.records.league.naming import fit_name
from game.records.league.players import membership
from game.records.league.refused import Refused
from game.records.league.releasing import DAY_MS, Question, blurred, release
from game.records.league.seasons import LEAST_GROUP, day_end_ms, fit_cases, fit_day, season
from game.records.league.teams import open_team, team_of
from game.records.uuid7 import is_uuid7, uuid7

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date

    from sqlalchemy import Connection

__all__ = [
    "Assigned",
    "AssignedCase",
    "Assignment",
    "NamedProgress",
    "OthersProgress",
    "Progress",
    "assigned_to",
    "assignments_of",
    "due_of",
    "give",
    "given",
    "progress",
    "withdraw",
]

_SHOWN_MS = 30 * DAY_MS
"""How long after its date a member is still shown an assignment."""
_LONGEST_MS = 2 * 366 * DAY_MS


class AssignedCase(NamedTuple):
    """A case that was given, and whether whoever asks has played it to its end."""

    scenario: str
    revision: str
    title: str
    is_done: bool


class Assigned(NamedTuple):
    """An assignment as a member sees it."""

    id: str
    title: str
    due_ms: int
    """The first moment after it."""
    cases: tuple[AssignedCase, ...]

    @property
    def is_done(self) -> bool:
        """Whether nothing of it is left."""
        return all(case.is_done for case in self.cases)


class Assignment(NamedTuple):
    """An assignment as its trainer lists it."""

    id: str
    team: str
    title: str
    due_ms: int
    created_ms: int
    cases: tuple[str, ...]
    """Their titles."""


class NamedProgress(NamedTuple):
    """How far somebody is who agreed to be named."""

    pseudonym: str
    done: int
    """How many of the cases."""
    is_done: bool


class OthersProgress(NamedTuple):
    """How far the others are."""

    people: int
    done_least: int
    done_most: int
    """Of them have done it all, at least and at most; the two differ where it is nearly all or nearly none."""
    released_ms: int
    """When it was so; it is told anew once a day, and only where that tells of nobody."""


class Progress(NamedTuple):
    """How far a team is with an assignment."""

    assignment: Assignment
    named: tuple[NamedProgress, ...]
    unnamed: int
    """How many did not agree to be named."""
    others: OthersProgress | None
    """None where they are too few to tell of."""
    least_group: int
    """How many are too few no more."""


def give(
    c: Connection, trainer: str, team: str, title: str, revisions: Sequence[str], due_ms: int, now_ms: int
) -> Assignment:
    """Give a team cases to play by a date.

    Raises:
        Refused: `unknown-team`, `team-closed`, `unfit-day`, or the title or the cases do not fit.
    """
    open_team(c, trainer, team)
    fit = fit_name(title)
    if not now_ms < due_ms <= now_ms + _LONGEST_MS:
        raise Refused("unfit-day", "The day by which it is to be done is in the past, or too far ahead.")
    cases = fit_cases(c, revisions)
    key = uuid7(now_ms)
    c.execute(insert(ASSIGNMENTS).values(id=key, team=team, title=fit, due_ms=due_ms, created_ms=now_ms))
    rows = [
        {"assignment": key, "revision": case.revision, "place": place, "scenario": case.scenario}
        for place, case in enumerate(cases)
    ]
    c.execute(insert(ASSIGNED_CASES), rows)
    audit.note(c, trainer, "give-assignment", team, key, now_ms)
    return Assignment(key, team, fit, due_ms, now_ms, tuple(case.title for case in cases))


def due_of(c: Connection, day: date, slug: str | None = None) -> int:
    """The first moment after a day, by the clock of a season, else by UTC.

    Raises:
        Refused: `unknown-season`, `unfit-day`.
    """
    return day_end_ms(fit_day(day), "UTC" if slug is None else season(c, slug).zone)


def given(c: Connection, trainer: str, assignment: str) -> Assignment:
    """An assignment that a trainer gave and has not taken back.

    Raises:
        Refused: `unknown-assignment`, also for one of somebody else's.
    """
    columns = ASSIGNMENTS.c
    asked = select(columns.id, columns.team, columns.title, columns.due_ms, columns.created_ms)
    asked = asked.where(columns.id == assignment, columns.withdrawn_ms.is_(None))
    row = c.execute(asked).one_or_none() if is_uuid7(assignment) else None
    unknown = Refused("unknown-assignment", "You gave no such assignment.")
    if row is None:
        raise unknown
    try:
        team_of(c, trainer, row.team)
    except Refused:
        raise unknown from None
    return Assignment(*row, tuple(each.title for each in _cases(c, [assignment])[assignment]))


def withdraw(c: Connection, trainer: str, assignment: str, now_ms: int) -> None:
    """Take an assignment back; nobody is shown it any more.

    Raises:
        Refused: `unknown-assignment`.
    """
    found = given(c, trainer, assignment)
    c.execute(update(ASSIGNMENTS).where(ASSIGNMENTS.c.id == assignment).values(withdrawn_ms=now_ms))
    audit.note(c, trainer, "withdraw-assignment", found.team, assignment, now_ms)


def assignments_of(c: Connection, trainer: str, team: str) -> tuple[Assignment, ...]:
    """The assignments of a team, the one that is due last first.

    Raises:
        Refused: `unknown-team`.
    """
    team_of(c, trainer, team)
    columns = ASSIGNMENTS.c
    asked = select(columns.id, columns.team, columns.title, columns.due_ms, columns.created_ms)
    asked = asked.where(columns.team == team, columns.withdrawn_ms.is_(None))
    rows = c.execute(asked.order_by(columns.due_ms.desc(), columns.id.desc())).all()
    cases = _cases(c, [row.id for row in rows])
    return tuple(Assignment(*row, tuple(each.title for each in cases[row.id])) for row in rows)


def assigned_to(c: Connection, player: str, now_ms: int) -> tuple[Assigned, ...]:
    """What a player's team was given and what of it they have done, the one that is due first first.

    What was due before they came, or a month ago, is not shown. Whoever has played a case at just this revision to its
    end has done it, whenever and in whichever mode.
    """
    mine = membership(c, player)
    if mine is None:
        return ()
    columns = ASSIGNMENTS.c
    asked = select(columns.id, columns.title, columns.due_ms).where(
        columns.team == mine.team,
        columns.withdrawn_ms.is_(None),
        columns.due_ms > max(mine.from_ms, now_ms - _SHOWN_MS),
    )
    rows = c.execute(asked.order_by(columns.due_ms, columns.id)).all()
    cases = _cases(c, [row.id for row in rows])
    revisions = {each.revision for found in cases.values() for each in found}
    done = _done(c, [player], revisions).get(player, frozenset())
    return tuple(
        Assigned(*row, tuple(each._replace(is_done=each.revision in done) for each in cases[row.id])) for row in rows
    )


def progress(c: Connection, trainer: str, assignment: str, now_ms: int) -> Progress:
    """How far a team is with an assignment; that it was looked at, its members can see.

    Raises:
        Refused: `unknown-assignment`.
    """
    found = given(c, trainer, assignment)
    cases = {case.revision for case in _cases(c, [assignment])[assignment]}
    asked = select(MEMBERS.c.player, MEMBERS.c.is_named, PLAYERS.c.pseudonym).join(
        PLAYERS, PLAYERS.c.id == MEMBERS.c.player
    )
    members = c.execute(asked.where(MEMBERS.c.team == found.team, MEMBERS.c.until_ms.is_(None))).all()
    done = _done(c, [row.player for row in members], cases)
    counts = {row.player: len(done.get(row.player, ())) for row in members}
    named = sorted(
        (
            NamedProgress(row.pseudonym, counts[row.player], counts[row.player] == len(cases))
            for row in members
            if row.is_named
        ),
        key=lambda each: each.pseudonym.casefold(),
    )
    others = {row.player: "done" if counts[row.player] == len(cases) else "" for row in members if not row.is_named}
    least = _least_group(c)
    question = Question(found.team, _subject(assignment), least, "membership", _sharing(c, cases))
    told = release(c, question, others, _figures, now_ms)
    audit.note(c, trainer, "see-progress", found.team, assignment, now_ms)
    shown = None if told is None else OthersProgress(**told.figures, released_ms=told.released_ms)
    return Progress(found, tuple(named), len(others), shown, least)


def _figures(people: Mapping[str, str]) -> dict[str, int]:
    least, most = blurred(sum(state == "done" for state in people.values()), len(people))
    return {"people": len(people), "done_least": least, "done_most": most}


def _subject(assignment: str) -> str:
    return f"assignment:{assignment}"


def _sharing(c: Connection, revisions: set[str]) -> tuple[str, ...]:
    """The assignments that ask for one of these cases, as `releasing` knows them; those taken back too."""
    asked = select(ASSIGNMENTS.c.id).join(ASSIGNED_CASES, ASSIGNED_CASES.c.assignment == ASSIGNMENTS.c.id)
    asked = asked.where(ASSIGNED_CASES.c.revision.in_(revisions)).distinct()
    return tuple(map(_subject, c.scalars(asked)))


def _least_group(c: Connection) -> int:
    """Fewer people are never told about: what the most careful of all seasons says."""
    return max(LEAST_GROUP, c.scalar(select(func.max(SEASONS.c.min_group))) or 0)


def _cases(c: Connection, assignments: Sequence[str]) -> dict[str, tuple[AssignedCase, ...]]:
    """The cases of assignments, by assignment, nobody having done them; those that were withdrawn are not asked for."""
    columns = ASSIGNED_CASES.c
    asked = select(columns.assignment, columns.scenario, columns.revision, SCENARIOS.c.title)
    asked = asked.join(SCENARIOS, SCENARIOS.c.revision == columns.revision)
    asked = asked.where(columns.assignment.in_(assignments), SCENARIOS.c.withdrawn_ms.is_(None))
    found: dict[str, list[AssignedCase]] = {each: [] for each in assignments}
    for row in c.execute(asked.order_by(columns.place)):
        found[row.assignment].append(AssignedCase(row.scenario, row.revision, row.title or row.scenario, is_done=False))
    return {each: tuple(cases) for each, cases in found.items()}


def _done(c: Connection, players: Sequence[str], revisions: set[str]) -> dict[str, frozenset[Any]]:
    """Which of these revisions each of these players has played to its end."""
    asked = select(SESSIONS.c.player, SESSIONS.c.revision).distinct()
    asked = asked.where(
        SESSIONS.c.player.in_(players), SESSIONS.c.revision.in_(revisions), SESSIONS.c.state == "finished"
    )
    found: dict[str, set[str]] = {}
    for row in c.execute(asked):
        found.setdefault(row.player, set()).add(row.revision)
    return {player: frozenset(done) for player, done in found.items()}
