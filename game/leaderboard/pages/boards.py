"""The boards of a season: people and teams, the top and one's neighbours, and what the next medal takes."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import urlencode

from starlette.routing import Route

from game.leaderboard import showing
from game.leaderboard.pages.shell import page, see_other, site_of
from game.leaderboard.pages.signing import member_here
from game.leaderboard.pages.when import day_of
from game.leaderboard.showing import Board
from game.records.league import entries, seasons
from game.records.medals import medal_ahead, medal_words, won_words
from game.texts import _

if TYPE_CHECKING:
    from sqlalchemy import Connection
    from starlette.requests import Request
    from starlette.responses import Response

    from game.online.messages import AroundMe, Mode, PeopleBoard, PersonRow, TeamRow, TeamsBoard
    from game.records.league.seasons import Season, SeasonCase

__all__ = ["Choice", "board_routes", "news_of"]


class Choice(NamedTuple):
    """What of a season is looked at."""

    slug: str
    case: str | None = None
    """The id of one of its cases; None for all of them together."""
    mode: Mode = "ranked"
    are_teams: bool = False
    after: str | None = None
    """Where the page before ended."""

    @property
    def board(self) -> Board:
        """The board."""
        return Board(self.slug, self.case, self.mode)

    @property
    def address(self) -> str:
        """Where it is shown."""
        asked = {"case": self.case, "mode": self.mode if self.mode != "ranked" else None, "after": self.after}
        asked["show"] = "teams" if self.are_teams else None
        words = urlencode({name: value for name, value in asked.items() if value is not None})
        return f"/boards/{self.slug}{'?' if words else ''}{words}"

    @property
    def live_address(self) -> str:
        """Where its changes are told."""
        asked = {"scenario": self.case, "mode": self.mode}
        words = urlencode({name: value for name, value in asked.items() if value is not None})
        return f"/api/v1/seasons/{self.slug}/boards/live?{words}"


class _Seen(NamedTuple):
    """A board as it stands for whoever looks."""

    season: Season
    cases: tuple[SeasonCase, ...]
    called: str | None
    """What they are called on it; None for whoever did not join it."""
    is_open_book: bool
    people: PeopleBoard | None
    """Those in front; the worse half is never listed."""
    around: AroundMe | None
    teams: TeamsBoard | None


def board_routes() -> list[Route]:
    """The boards."""
    return [
        Route("/boards", _seasons, methods=["GET"]),
        Route("/boards/{slug}", _board, methods=["GET"]),
    ]


async def _seasons(request: Request) -> Response:
    """All seasons; where there is but one, its boards at once."""
    site = site_of(request)
    member_here(request)
    found = await site.read(seasons.seasons)
    if len(found) == 1:
        return see_other(request, Choice(found[0].slug).address)
    now = site.clock()
    return page(
        request,
        "boards/seasons.html",
        seasons=sorted(found, key=lambda each: (not each.runs(now), -each.ends_ms)),
        runs=lambda season: season.runs(now),
        last_day=lambda season: day_of(season.ends_ms - 60_000, season.zone),
    )


async def _board(request: Request) -> Response:
    member_here(request)
    choice = _choice(request)
    player = request.state.player
    you = None if player is None else player.id
    seen = await site_of(request).read(lambda c: _seen(c, choice, you))
    own = None if seen.around is None else next((row for row in seen.around.rows if row.is_you), None)
    top = seen.people.rows if seen.people is not None else ()
    is_in_sight = own is not None and any(row.is_you for row in top)
    return page(
        request,
        "boards/board.html",
        choice=choice,
        seen=seen,
        own=own,
        shows_neighbours=own is not None and not is_in_sight,
        medal=won_words,
        ways_up=_ways_up(own, seen.around),
        news=news_of(top, seen.teams.rows if seen.teams is not None else (), own),
        further=None if seen.people is None or seen.people.next is None else choice._replace(after=seen.people.next),
        last_day=day_of(seen.season.ends_ms - 60_000, seen.season.zone),
        runs=seen.season.runs(site_of(request).clock()),
    )


def _choice(request: Request) -> Choice:
    """What the address asks for; what it cannot mean is as usual."""
    asked = request.query_params
    mode: Mode = "practice" if asked.get("mode") == "practice" else "ranked"
    case, after = asked.get("case") or None, asked.get("after") or None
    return Choice(request.path_params["slug"], case, mode, asked.get("show") == "teams", after)


def _seen(c: Connection, choice: Choice, you: str | None) -> _Seen:
    found = showing.find(c, choice.board)
    entry = None if you is None else entries.entry_of(c, found.season.id, you)
    return _Seen(
        season=found.season,
        cases=tuple(seasons.cases_of(c, found.season.id)),
        called=None if entry is None else entry.pseudonym,
        is_open_book=found.is_open_book,
        people=None if choice.are_teams else showing.people(c, found, you, choice.after),
        around=None if you is None or choice.are_teams else showing.around_me(c, found, you),
        teams=showing.teams(c, found, you) if choice.are_teams else None,
    )


# --- words ------------------------------------------------------------------------------------------------------------


def _ways_up(own: PersonRow | None, around: AroundMe | None) -> list[str]:
    """What is missing to the next medal, and to whoever stands before."""
    if own is None or around is None:
        return []
    words = []
    ahead = medal_ahead(own.score)
    if ahead is not None:
        missing, medal = ahead
        one, more = _("1 point to {medal}"), _("{count} points to {medal}")
        words.append((one if missing == 1 else more).format(count=missing, medal=medal_words(medal)))
    before = [row for row in around.rows if row.score > own.score]
    if before:
        nearest = min(before, key=lambda row: row.score)
        missing = nearest.score - own.score
        one, more = _("1 point to rank {rank}"), _("{count} points to rank {rank}")
        words.append((one if missing == 1 else more).format(count=missing, rank=nearest.rank))
    return words


def news_of(people: tuple[PersonRow, ...], teams: tuple[TeamRow, ...], own: PersonRow | None = None) -> str:
    """How a board stands, in one or two sentences, to be said when it changes."""
    words = []
    if teams:
        words.append(_("In front: the team {name} with {score}.", name=teams[0].team, score=teams[0].score))
    elif people:
        words.append(_("In front: {name} with {score}.", name=people[0].pseudonym, score=people[0].score))
    if own is not None:
        words.append(_("You stand at rank {rank} with {score}.", rank=own.rank, score=own.score))
    return " ".join(words)
