"""Routes of cases and seasons as whoever plays sees them, and of joining the boards of a season."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.leaderboard.api.refusals import NAMES
from game.leaderboard.api.route import Route
from game.online.messages import Enter, Entered, ScenarioRow, Scenarios, SeasonCase, SeasonRow, Seasons
from game.records.league import cases, entries, seasons
from game.records.league.attempts import attempts, so_far

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from game.leaderboard.api.route import Call, NoQuery
    from game.records.league.played import Attempt
    from game.records.league.seasons import Season

__all__ = ["ROUTES", "season_row"]


def _scenarios(c: Connection, _call: Call[None, NoQuery]) -> Scenarios:
    return Scenarios(
        scenarios=tuple(
            ScenarioRow(
                scenario=row.scenario,
                revision=row.revision,
                title=row.title,
                language=row.language,
                is_open_book=row.is_open_book,
            )
            for row in cases.cases(c)
        )
    )


def _seasons(c: Connection, call: Call[None, NoQuery]) -> Seasons:
    player = call.player_key
    played = () if player is None else attempts(c, player)
    called = {} if player is None else {entry.season: entry.pseudonym for entry in entries.entries_of(c, player)}
    return Seasons(seasons=tuple(season_row(c, season, played, called.get(season.id)) for season in seasons.seasons(c)))


def season_row(c: Connection, season: Season, played: tuple[Attempt, ...] = (), called: str | None = None) -> SeasonRow:
    """A season, with what somebody has played of it."""
    return SeasonRow(
        slug=season.slug,
        title=season.title,
        starts_ms=season.starts_ms,
        ends_ms=season.ends_ms,
        zone=season.zone,
        attempts=season.attempts,
        state="open" if season.state == "open" else "closed",
        pseudonym=called,
        cases=tuple(
            SeasonCase(**case._asdict(), **so_far(played, season, case.revision)._asdict())
            for case in seasons.cases_of(c, season.id)
        ),
    )


def _enter(c: Connection, call: Call[Enter, NoQuery]) -> Entered:
    season = seasons.season(c, call.path["slug"])
    entry = entries.enter(c, call.player.id, season.id, call.body.pseudonym, call.now_ms)
    return Entered(season=season.slug, pseudonym=entry.pseudonym)


def _withdraw(c: Connection, call: Call[None, NoQuery]) -> None:
    season = seasons.season(c, call.path["slug"])
    entries.withdraw(c, call.player.id, season.id)


ROUTES = (
    Route(
        method="GET",
        path="/scenarios",
        summary="The cases that can be played here.",
        who="member",
        reads=_scenarios,
        answer=Scenarios,
    ),
    Route(
        method="GET",
        path="/seasons",
        summary="The seasons, the one that began last first, with what whoever asks has played of them.",
        who="member",
        reads=_seasons,
        answer=Seasons,
    ),
    Route(
        method="PUT",
        path="/seasons/{slug}/entry",
        summary="Join the boards of a season, or be called otherwise there; what was played before counts too.",
        who="player",
        writes=_enter,
        body=Enter,
        answer=Entered,
        refuses=("unknown-season", "season-closed", "name-taken", *NAMES),
    ),
    Route(
        method="DELETE",
        path="/seasons/{slug}/entry",
        summary="Leave the boards of a season; nothing of what was played is lost.",
        who="player",
        writes=_withdraw,
        status=204,
        refuses=("unknown-season",),
    ),
)
