"""How a team does in the cases of a season, told to its trainer of the whole and never of a few.

Each case is told of by itself, of the members who have played it. What stands on the boards everybody can see: where
fewer than a group's size of them stand on none, it is told of the others alone, or subtracting the boards from it would
tell of those few. The season as a whole has no figure of its own: what one case does not tell could be worked out
from it and the other cases.
"""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING, NamedTuple

from sqlalchemy import select

from game.records.database.tables import ENTRIES, MEMBERS, SESSIONS
from game.records.league import audit
from game.records.league.releasing import People, Question, release
from game.records.league.seasons import SeasonCase, cases_of, season
from game.records.league.teams import team_of

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence, Set

    from sqlalchemy import Connection

__all__ = ["CaseReport", "Report", "report"]

_FIGURES = ("score", "respect", "proactivity", "follow_through")
Bests = dict[str, tuple[int, ...]]
"""By player these figures of the best attempt."""


class CaseReport(NamedTuple):
    """How a team does in a case; None throughout where too few have played it."""

    scenario: str
    revision: str
    title: str
    people: int | None = None
    """Of how many this is told."""
    mean: int | None = None
    """Of their best scores that count, 0 to 1000."""
    respect: int | None = None
    """0 to 100, of the same plays, like the other two."""
    proactivity: int | None = None
    follow_through: int | None = None
    released_ms: int | None = None
    """When it was so; it is told anew when enough people differ."""


class Report(NamedTuple):
    """How a team does in a season."""

    season: str
    """Its slug."""
    least_group: int
    """Of fewer people nothing is told."""
    members: int
    """How many are in the team now."""
    cases: tuple[CaseReport, ...]


def report(c: Connection, trainer: str, team: str, slug: str, now_ms: int) -> Report:
    """How a team of a trainer's does in a season; that it was looked at, its members can see.

    Raises:
        Refused: `unknown-team`, `unknown-season`.
    """
    count = team_of(c, trainer, team).members
    found = season(c, slug)
    bests = _bests(c, found.id, team)
    members = select(MEMBERS.c.player).where(MEMBERS.c.team == team, MEMBERS.c.until_ms.is_(None))
    entered = select(ENTRIES.c.player).where(ENTRIES.c.season == found.id, ENTRIES.c.player.in_(members))
    on_boards = frozenset(c.scalars(entered))
    told = []
    for case in cases_of(c, found.id):
        asked = Question(team, f"case:{found.id}:{case.revision}", found.min_group, "values")
        told.append(_case(c, asked, case, bests.get(case.revision, {}), on_boards, now_ms))
    audit.note(c, trainer, "see-report", team, slug, now_ms)
    return Report(slug, found.min_group, count, tuple(told))


def _case(
    c: Connection, asked: Question, case: SeasonCase, attempts: Bests, on_boards: frozenset[str], now_ms: int
) -> CaseReport:
    if _are_few(attempts.keys() - on_boards, asked.k):
        attempts = {player: attempts[player] for player in attempts.keys() & on_boards}

    def figures_of(people: People) -> Mapping[str, int] | None:
        are_few = _are_few(people.keys() - on_boards, asked.k)
        return None if are_few else _means([attempts[each] for each in people])

    told = release(c, asked, {player: _print(best) for player, best in attempts.items()}, figures_of, now_ms)
    known = CaseReport(case.scenario, case.revision, case.title)
    return known if told is None else known._replace(**told.figures, released_ms=told.released_ms)


def _are_few(people: Set[str], k: int) -> bool:
    return 0 < len(people) < k


def _bests(c: Connection, season: str, team: str) -> dict[str, Bests]:
    """The best of what counts of a team's members, by revision."""
    columns = SESSIONS.c
    asked = (
        select(columns.player, columns.revision, *(columns[each] for each in _FIGURES))
        .join(MEMBERS, MEMBERS.c.player == columns.player)
        .where(
            MEMBERS.c.team == team,
            MEMBERS.c.until_ms.is_(None),
            columns.season == season,
            columns.mode == "ranked",
            columns.state == "finished",
            columns.counts,
            columns.score.is_not(None),
        )
        .order_by(columns.score, columns.ended_ms.desc())
    )
    found: dict[str, Bests] = {}
    for player, revision, *figures in c.execute(asked):
        # The best comes last.
        found.setdefault(revision, {})[player] = tuple(each or 0 for each in figures)
    return found


def _means(attempts: Sequence[tuple[int, ...]]) -> dict[str, int]:
    means = (int(sum(each) / len(attempts) + 0.5) for each in zip(*attempts, strict=True))
    return {"people": len(attempts)} | dict(zip(("mean", *_FIGURES[1:]), means, strict=True))


def _print(attempt: tuple[int, ...]) -> str:
    """What is compared of an attempt, without saying it."""
    return hashlib.sha256(repr(attempt).encode()).hexdigest()[:16]
