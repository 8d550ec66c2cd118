"""Routes of who plays: joining, what is known of them, another device, everything out, everything gone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import UNSET

from game.leaderboard import entering
from game.leaderboard.api.route import Route
from game.online.messages import ChangeMe, Code, Join, Joined, Me
from game.records.league import codes, players

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from game.leaderboard.api.route import Call, NoQuery
    from game.records.league.players import Player

__all__ = ["ROUTES"]

_FIT = (
    "name-too-short",
    "name-too-long",
    "name-unseen-letter",
    "name-piled-marks",
    "name-without-letters",
    "unknown-look",
)


async def _join(call: Call[Join, NoQuery]) -> Joined:
    asked = call.body
    place = entering.place_of(call.request)
    joined = await entering.join(call.site, place, asked.code, asked.pseudonym or None, asked.look)
    return Joined(
        player=joined.player.id,
        token=joined.token,
        pseudonym=joined.player.pseudonym,
        team=None if joined.team is None else joined.team.name,
    )


def _me(c: Connection, call: Call[None, NoQuery]) -> Me:
    return _told(c, call.player)


def _told(c: Connection, player: Player) -> Me:
    team = players.membership(c, player.id)
    return Me(
        player=player.id,
        pseudonym=player.pseudonym,
        look=None if player.look is None else dict(player.look),
        team=None if team is None else team.name,
        is_named=team is not None and team.is_named,
        assignments=(),
    )


def _change(c: Connection, call: Call[ChangeMe, NoQuery]) -> Me:
    asked, player = call.body, call.player.id
    changed = players.change(
        c,
        player,
        pseudonym=None if asked.pseudonym is UNSET else asked.pseudonym,
        look=None if asked.look is UNSET else asked.look,
    )
    if asked.is_named is not UNSET:
        players.agree_to_be_named(c, player, is_named=asked.is_named)
    return _told(c, changed)


def _code(c: Connection, call: Call[None, NoQuery]) -> Code:
    code = players.add_device_code(c, call.player.id, call.now_ms)
    return Code(code=code, expires_ms=call.now_ms + codes.DEVICE_MS, uses=1)


ROUTES = (
    Route(
        method="POST",
        path="/join",
        summary="Join a team with a code, or let another device in; the token is told this once.",
        who="anyone",
        does_itself=_join,
        body=Join,
        answer=Joined,
        status=201,
        refuses=("unknown-code", "too-many-guesses", "name-missing", *_FIT),
    ),
    Route(
        method="GET",
        path="/me",
        summary="Who asks, their team, and what the team is to play.",
        who="player",
        reads=_me,
        answer=Me,
    ),
    Route(
        method="PATCH",
        path="/me",
        summary="Be called otherwise, look otherwise, agree to be named where assignments are shown, or not.",
        who="player",
        writes=_change,
        body=ChangeMe,
        answer=Me,
        refuses=_FIT,
    ),
    Route(
        method="POST",
        path="/me/codes",
        summary="A code that lets one other device in; those given out before count no more.",
        who="player",
        writes=_code,
        answer=Code,
        status=201,
    ),
)
