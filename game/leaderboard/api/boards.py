"""Routes of boards: people and teams, one's own place, and all of it live."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import msgspec
from msgspec import Meta

from game.leaderboard import showing
from game.leaderboard.api.route import Raw, Route
from game.online.messages import AroundMe, Mode, PeopleBoard, TeamsBoard

if TYPE_CHECKING:
    from sqlalchemy import Connection
    from starlette.responses import Response

    from game.leaderboard.api.route import Call

__all__ = ["ROUTES"]

Limit = Annotated[int, Meta(ge=1, le=100)]


class Which(msgspec.Struct, frozen=True, kw_only=True):
    """Which board of a season."""

    scenario: Annotated[str, Meta(max_length=200)] | None = None
    mode: Mode = "ranked"


class WhichPage(Which, frozen=True, kw_only=True):
    """Which of its pages."""

    after: Annotated[str, Meta(max_length=60)] | None = None
    limit: Limit = 50


class WhichTop(Which, frozen=True, kw_only=True):
    """How many of its teams."""

    limit: Limit = 50


class WhichSide(Which, frozen=True, kw_only=True):
    """How many on each side."""

    each_side: Annotated[int, Meta(ge=0, le=10)] = 3


def _board(call: Call[None, Which]) -> showing.Board:
    return showing.Board(call.path["slug"], call.query.scenario, call.query.mode)


def _people(c: Connection, call: Call[None, WhichPage]) -> PeopleBoard:
    found = showing.find(c, _board(call))
    return showing.people(c, found, call.player_key, call.query.after, call.query.limit)


def _around_me(c: Connection, call: Call[None, WhichSide]) -> AroundMe:
    return showing.around_me(c, showing.find(c, _board(call)), call.player.id, call.query.each_side)


def _teams(c: Connection, call: Call[None, WhichTop]) -> TeamsBoard:
    return showing.teams(c, showing.find(c, _board(call)), call.player_key, call.query.limit)


def _who(_c: Connection, call: Call[None, Which]) -> str:
    assert call.who is not None
    return call.who.id


async def _live(call: Call[None, Which]) -> Response:
    who = await call.read(_who)  # only who is signed in follows boards
    return await call.site.live.follow(_board(call), who, call.request.headers.get("last-event-id"))


_MISSING = ("unknown-season", "unknown-case")

ROUTES = (
    Route(
        method="GET",
        path="/seasons/{slug}/boards/people",
        summary="The best people of a board, a page at a time; pages end where nobody further down is shown.",
        who="member",
        reads=_people,
        query=WhichPage,
        answer=PeopleBoard,
        refuses=(*_MISSING, "unfit-cursor"),
    ),
    Route(
        method="GET",
        path="/seasons/{slug}/boards/people/me",
        summary="One's own place on a board, and who stands next to it.",
        who="player",
        reads=_around_me,
        query=WhichSide,
        answer=AroundMe,
        refuses=_MISSING,
    ),
    Route(
        method="GET",
        path="/seasons/{slug}/boards/teams",
        summary="The best teams of a board, and one's own.",
        who="member",
        reads=_teams,
        query=WhichTop,
        answer=TeamsBoard,
        refuses=_MISSING,
    ),
    Route(
        method="GET",
        path="/seasons/{slug}/boards/live",
        summary="A board as it changes: events `board` with its people and teams, as server-sent events.",
        who="member",
        does_itself=_live,
        query=Which,
        answer=Raw("text/event-stream"),
        refuses=(*_MISSING, "too-many-streams"),
    ),
)
