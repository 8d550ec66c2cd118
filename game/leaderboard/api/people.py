"""Routes of who plays: joining, what is known of them, another device, everything out, everything gone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import UNSET

from game.leaderboard import entering
from game.leaderboard.api.refusals import NAMES
from game.leaderboard.api.route import Raw, Route
from game.online.messages import Assigned, AssignedCase, Attempts, ChangeMe, ChangeTeam, Code, Join, Joined, Me
from game.records.league import assignments, codes, players, rights
from game.records.league.attempts import attempts

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from game.leaderboard.api.route import Call, NoQuery
    from game.records.league.players import Player

__all__ = ["ROUTES"]

_FIT = (*NAMES, "unknown-look")


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
    return _told(c, call.player, call.now_ms)


def _told(c: Connection, player: Player, now_ms: int) -> Me:
    team = players.membership(c, player.id)
    return Me(
        player=player.id,
        pseudonym=player.pseudonym,
        look=None if player.look is None else dict(player.look),
        team=None if team is None else team.name,
        is_named=team is not None and team.is_named,
        assignments=tuple(
            Assigned(
                assignment=given.id,
                title=given.title,
                due_ms=given.due_ms,
                cases=tuple(AssignedCase(**case._asdict()) for case in given.cases),
            )
            for given in assignments.assigned_to(c, player.id, now_ms)
        ),
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
    return _told(c, changed, call.now_ms)


def _code(c: Connection, call: Call[None, NoQuery]) -> Code:
    code = players.add_device_code(c, call.player.id, call.now_ms)
    return Code(code=code, expires_ms=call.now_ms + codes.DEVICE_MS, uses=1)


def _attempts(c: Connection, call: Call[None, NoQuery]) -> Attempts:
    return Attempts(attempts=attempts(c, call.player.id))


def _export(c: Connection, call: Call[None, NoQuery]) -> bytes:
    return rights.export(c, call.player.id)


async def _erase(call: Call[None, NoQuery]) -> None:
    await call.write(lambda c, known: rights.erase(c, known.player.id))
    await call.site.work(call.site.database.tidy)


async def _change_team(call: Call[ChangeTeam, NoQuery]) -> Me:
    player = await call.read(lambda _c, known: known.player)
    await entering.change_team(call.site, entering.place_of(call.request), player.id, call.body.code)
    return await call.read(_me)


def _leave(c: Connection, call: Call[None, NoQuery]) -> None:
    players.leave(c, call.player.id, call.now_ms)


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
        method="DELETE",
        path="/me",
        summary="Erase all that is kept of whoever asks, from boards and counts too; nobody can bring it back.",
        who="player",
        does_itself=_erase,
        status=204,
    ),
    Route(
        method="GET",
        path="/me/data",
        summary="Everything that is kept of whoever asks.",
        who="player",
        reads=_export,
        answer=Raw("application/json"),
        headers={"Content-Disposition": 'attachment; filename="gastgeber.json"'},
    ),
    Route(
        method="GET",
        path="/me/attempts",
        summary="What whoever asks has played here, the last first.",
        who="player",
        reads=_attempts,
        answer=Attempts,
    ),
    Route(
        method="PUT",
        path="/me/team",
        summary="Join another team by its code, and leave one's own.",
        who="player",
        does_itself=_change_team,
        body=ChangeTeam,
        answer=Me,
        refuses=("unknown-code", "not-a-team-code", "too-many-guesses"),
    ),
    Route(
        method="DELETE",
        path="/me/team",
        summary="Leave one's team; what was played stays, and counts for no team in open seasons.",
        who="player",
        writes=_leave,
        status=204,
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
