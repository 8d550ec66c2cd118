"""How far whoever plays is: with each case of each season, and on its board."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from game.leaderboard.pages.when import day_of
from game.records.league import boards, entries, seasons, standings
from game.records.league.attempts import so_far
from game.records.league.expected import SEASON
from game.records.medals import won_words

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from game.records.league.played import Attempt
    from game.records.league.seasons import Season, SeasonCase

__all__ = ["CaseState", "Place", "SeasonState", "case_address", "case_state", "place_on", "season_states"]


class CaseState(NamedTuple):
    """A case of a season, and how far whoever plays is with it."""

    case: SeasonCase
    begun: int
    """How many attempts that count."""
    best: int | None
    medal: str
    """The best one's, in words; empty for none."""
    open_session: str | None


class Place(NamedTuple):
    """Where somebody stands on a board."""

    rank: int
    of: int
    """How many stand on it."""


class SeasonState(NamedTuple):
    """A season, and how far whoever plays is with it."""

    season: Season
    cases: list[CaseState]
    called: str | None
    """What they are called on its boards; None where they did not join them."""
    last_day: str
    runs: bool
    place: Place | None
    """Where they stand on its board; None where they do not stand on it."""

    @property
    def done(self) -> int:
        """How many cases were played to a score."""
        return sum(case.best is not None for case in self.cases)


def case_address(scenario: str, season: str | None) -> str:
    """Where a case is told of before it begins."""
    return f"/cases/{scenario}" if season is None else f"/seasons/{season}/cases/{scenario}"


def season_states(c: Connection, player: str, played: tuple[Attempt, ...], now_ms: int) -> list[SeasonState]:
    """All seasons, the one that began last first."""
    called = {entry.season: entry.pseudonym for entry in entries.entries_of(c, player)}
    return [
        SeasonState(
            season,
            [case_state(season, case, played) for case in seasons.cases_of(c, season.id)],
            called.get(season.id),
            day_of(season.ends_ms - 1, season.zone),
            season.runs(now_ms),
            place_on(c, season.id, player) if season.id in called else None,
        )
        for season in seasons.seasons(c)
    ]


def place_on(c: Connection, season: str, player: str, scope: str = SEASON) -> Place | None:
    """Where somebody stands on a ranked board of a season, by its key; the season's own, or a case's."""
    board = standings.find_board(c, season, scope, "ranked")
    rank = None if board is None else boards.rank(c, board, player)
    return None if board is None or rank is None else Place(rank, boards.count(c, board))


def case_state(season: Season, case: SeasonCase, played: tuple[Attempt, ...]) -> CaseState:
    """How far somebody is with a case of a season."""
    found = so_far(played, season, case.revision)
    medal = "" if found.best is None else won_words(found.best)
    return CaseState(case, found.begun, found.best, medal, found.open_session)
