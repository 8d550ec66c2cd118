"""The wall display: a season's boards on a television, in turn, without anybody touching it.

A trainer hangs it up by a link that says itself who may see it; it shows who joined the boards, and nobody else.
"""

from __future__ import annotations

import hashlib
import hmac
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import urlencode

from starlette.routing import Route

from game.leaderboard import showing
from game.leaderboard.pages.boards import medal_of, news_of
from game.leaderboard.pages.qr import qr
from game.leaderboard.pages.shell import page, site_of
from game.leaderboard.pages.signing import member_here
from game.leaderboard.pages.when import day_of
from game.leaderboard.showing import Board
from game.records.league import boards, seasons
from game.texts import _

if TYPE_CHECKING:
    from sqlalchemy import Connection
    from starlette.requests import Request
    from starlette.responses import Response

    from game.leaderboard.site import Site
    from game.online.messages import PeopleBoard, TeamsBoard
    from game.records.league.seasons import Season

__all__ = ["wall_address", "wall_routes"]

_ROWS = 10
_TURN_SECONDS = 20


class _Turn(NamedTuple):
    """A board that has its turn."""

    board: Board
    title: str
    are_teams: bool


class _Hung(NamedTuple):
    season: Season
    turn: _Turn
    place: int
    turns: int
    people: PeopleBoard
    teams: TeamsBoard
    standing: int
    """How many stand on the board."""


def wall_routes() -> list[Route]:
    """The display, and what tells it of changes."""
    return [
        Route("/wall/{slug}", _wall, methods=["GET"]),
        Route("/wall/{slug}/live", _live, methods=["GET"]),
    ]


def wall_address(key: bytes, slug: str, turn: int = 0) -> str:
    """The link by which a display needs no sign-in; it is good as long as the key of the site is."""
    asked = {"key": _signed(key, slug)} | ({"turn": str(turn)} if turn else {})
    return f"/wall/{slug}?{urlencode(asked)}"


async def _wall(request: Request) -> Response:
    site, slug = site_of(request), request.path_params["slug"]
    _let_in(request, site, slug)
    asked = request.query_params.get("turn", "0")
    turn = int(asked) if asked.isascii() and asked.isdecimal() and len(asked) < 6 else 0
    hung = await site.read(lambda c: _hung(c, slug, turn))
    ways_in = f"{request.base_url}boards/{slug}"
    return page(
        request,
        "boards/wall.html",
        hung=hung,
        medal=medal_of,
        news=news_of(hung.people.rows, hung.teams.rows if hung.turn.are_teams else ()),
        last_day=day_of(hung.season.ends_ms - 60_000, hung.season.zone),
        runs=hung.season.runs(site.clock()),
        following=wall_address(site.key, slug, (hung.place + 1) % hung.turns) if hung.turns > 1 else "",
        live=f"/wall/{slug}/live?{urlencode({'key': _signed(site.key, slug), 'case': hung.turn.board.scenario or ''})}",
        seconds=_TURN_SECONDS,
        way_in=ways_in,
        code=qr(ways_in),
    )


async def _live(request: Request) -> Response:
    """Tell a display of changes."""
    site, slug = site_of(request), request.path_params["slug"]
    _let_in(request, site, slug)
    board = Board(slug, request.query_params.get("case") or None)
    return await site.live.follow(board, request.headers.get("last-event-id"))


def _let_in(request: Request, site: Site, slug: str) -> None:
    """Whoever has the link, or is signed in.

    Raises:
        Problem: nobody is.
    """
    key = request.query_params.get("key", "")
    if not hmac.compare_digest(key.encode(), _signed(site.key, slug).encode()):
        member_here(request)


def _signed(key: bytes, slug: str) -> str:
    return hmac.new(key, f"wall {slug}".encode(), hashlib.sha256).hexdigest()[:32]


def _hung(c: Connection, slug: str, turn: int) -> _Hung:
    season = seasons.season(c, slug)
    turns = [_Turn(Board(slug), _("The whole season"), are_teams=False)]
    whole = showing.find(c, Board(slug))
    if showing.teams(c, whole).rows:
        turns.append(_Turn(Board(slug), _("Teams"), are_teams=True))
    cases = seasons.cases_of(c, season.id)
    turns += [_Turn(Board(slug, case.scenario), case.title, are_teams=False) for case in cases if len(cases) > 1]
    place = turn % len(turns)
    found = showing.find(c, turns[place].board)
    return _Hung(
        season=season,
        turn=turns[place],
        place=place,
        turns=len(turns),
        people=showing.people(c, found, limit=_ROWS),
        teams=showing.teams(c, found, limit=_ROWS),
        standing=0 if found.key is None else boards.count(c, found.key),
    )
