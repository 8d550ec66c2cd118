"""The wall display: a season's boards on a television, in turn, without anybody touching it.

A trainer hangs it up by a link that says itself who may see it; it shows who joined the boards, and nobody else.
"""

from __future__ import annotations

import hashlib
import hmac
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import urlencode

import msgspec
from starlette.routing import Route

from game.leaderboard import showing
from game.leaderboard.entering import place_of
from game.leaderboard.pages.boards import news_of
from game.leaderboard.pages.qr import qr
from game.leaderboard.pages.shell import page, site_of
from game.leaderboard.pages.signing import member_here
from game.leaderboard.pages.when import day_of
from game.leaderboard.showing import Board
from game.records.league import boards, seasons
from game.records.medals import won_words
from game.texts import _

if TYPE_CHECKING:
    from sqlalchemy import Connection
    from starlette.requests import Request
    from starlette.responses import Response

    from game.leaderboard.site import Site
    from game.online.messages import PeopleBoard, TeamsBoard
    from game.records.league.seasons import Season

__all__ = ["wall_address", "wall_routes"]

_ROWS = 7
_LEAST_ROWS = 3
_TURN_SECONDS = 20
_DRIFTS = 5
_TURNED_SECONDS = 600
"""How long the code hangs on one side, before it goes to the other."""
_OUTLIVES_MS = 60 * 24 * 3600 * 1000
"""How long after its season's end a link still leads to the display."""


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
    """The link by which a display needs no sign-in; it is good for some weeks longer than its season."""
    return _address(slug, _signed(key, slug), turn)


async def _wall(request: Request) -> Response:
    site, slug = site_of(request), request.path_params["slug"]
    season = await _let_in(request, site, slug)
    asked, key = request.query_params.get("turn", "0"), request.query_params.get("key", "")
    turn = int(asked) if asked.isascii() and asked.isdecimal() and len(asked) < 6 else 0
    hung = await site.read(lambda c: _hung(c, season, turn))
    way_in = f"{request.base_url}boards/{slug}"
    seconds = site.clock() // 1000
    return page(
        request,
        "boards/wall.html",
        hung=hung,
        medal=won_words,
        news=news_of(hung.people.rows, hung.teams.rows if hung.turn.are_teams else ()),
        last_day=day_of(season.ends_ms - 1, season.zone),
        runs=season.runs(site.clock()),
        following=_address(slug, key, (hung.place + 1) % hung.turns),
        live=f"/wall/{slug}/live?{urlencode({'key': key, 'case': hung.turn.board.scenario or ''})}",
        seconds=_TURN_SECONDS,
        drift=seconds // _TURN_SECONDS % _DRIFTS,
        is_turned=seconds // _TURNED_SECONDS % 2 == 1,
        way_in=way_in,
        way_in_words=way_in.partition("://")[2],
        code=qr(way_in),
    )


async def _live(request: Request) -> Response:
    """Tell a display of changes."""
    site, slug = site_of(request), request.path_params["slug"]
    await _let_in(request, site, slug)
    board = Board(slug, request.query_params.get("case") or None)
    return await site.live.follow(board, f"wall {place_of(request)}", request.headers.get("last-event-id"))


async def _let_in(request: Request, site: Site, slug: str) -> Season:
    """The season, for whoever has the link of its display, or is signed in.

    Raises:
        Problem: nobody is.
        Refused: there is no such season.
    """
    key = request.query_params.get("key", "")
    has_link = hmac.compare_digest(key.encode(), _signed(site.key, slug).encode())
    if not has_link:
        member_here(request)
    season = await site.read(lambda c: seasons.season(c, slug))
    if has_link and site.clock() > season.ends_ms + _OUTLIVES_MS:
        member_here(request)
    return season


def _address(slug: str, key: str, turn: int) -> str:
    """The address of a turn; whoever came without the link is not given it."""
    asked = ({"key": key} if key else {}) | ({"turn": str(turn)} if turn else {})
    return f"/wall/{slug}{'?' if asked else ''}{urlencode(asked)}"


def _signed(key: bytes, slug: str) -> str:
    return hmac.new(key, f"wall {slug}".encode(), hashlib.sha256).hexdigest()[:32]


def _hung(c: Connection, season: Season, turn: int) -> _Hung:
    slug = season.slug
    turns = [_Turn(Board(slug), _("The whole season"), are_teams=False)]
    whole = showing.find(c, Board(slug))
    if showing.teams(c, whole).rows:
        turns.append(_Turn(Board(slug), _("Teams"), are_teams=True))
    cases = seasons.cases_of(c, season.id)
    turns += [_Turn(Board(slug, case.scenario), case.title, are_teams=False) for case in cases if len(cases) > 1]
    place = turn % len(turns)
    found = showing.find(c, turns[place].board)
    of = 0 if found.key is None else boards.count(c, found.key)
    ranked_teams = showing.teams(c, found)
    best = min(_ROWS, max(_LEAST_ROWS, (len(ranked_teams.rows) + 1) // 2))
    return _Hung(
        season=season,
        turn=turns[place],
        place=place,
        turns=len(turns),
        people=showing.people(c, found, limit=_ROWS),
        teams=msgspec.structs.replace(ranked_teams, rows=ranked_teams.rows[:best]),
        standing=of,
    )
