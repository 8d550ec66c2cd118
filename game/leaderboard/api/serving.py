"""What happens to each request of the API: it is understood, whoever asks is known, and what they ask for is done."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

import msgspec
from starlette.requests import Request
from starlette.responses import Response

from game.leaderboard.access import credentials
from game.leaderboard.api import understanding
from game.leaderboard.api.route import Call, Raw
from game.leaderboard.problems import not_signed_in
from game.records.league.players import player_of
from game.records.league.trainers import trainer_of

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Mapping

    from sqlalchemy import Connection

    from game.leaderboard.access import Credentials
    from game.leaderboard.api.route import Route, Who
    from game.leaderboard.site import Site
    from game.records.league.players import Player
    from game.records.league.trainers import Trainer

__all__ = ["endpoint"]


def endpoint(site: Site, routes: Mapping[str, Route]) -> Callable[[Request], Awaitable[Response]]:
    """What answers at one path, by method."""

    async def answer(request: Request) -> Response:
        route = routes["GET" if request.method == "HEAD" else request.method]
        request.scope["route_name"] = route.name
        tokens = credentials(request)
        if route.who != "anyone" and not _candidates(route.who, tokens):
            raise not_signed_in()
        call: Call[Any, Any] = Call(
            site=site,
            request=request,
            path=understanding.path(request),
            query=understanding.query(request, route),
            body=await understanding.body(request, route),
            now_ms=site.clock(),
            identify=lambda connection, call: _identified(connection, call, route.who, tokens),
        )
        return _answered(route, await _done(route, call))

    return answer


async def _done(route: Route, call: Call[Any, Any]) -> Any:
    if route.reads is not None:
        return await call.read(route.reads)
    if route.writes is not None:
        return await call.write(route.writes)
    assert route.does_itself is not None
    return await route.does_itself(call)


def _identified(connection: Connection, call: Call[Any, Any], who: Who, tokens: Credentials) -> Call[Any, Any]:
    """The call, with who asks.

    Raises:
        Problem: nobody who may.
    """
    if who == "anyone":
        return call
    for kind, token in _candidates(who, tokens):
        found: Player | Trainer | None
        found = (player_of if kind == "player" else trainer_of)(connection, token, call.now_ms)
        if found is not None:
            return replace(call, token=token, who=found)
    raise not_signed_in()


def _candidates(who: Who, tokens: Credentials) -> list[tuple[str, str]]:
    """What whoever asks might be known by."""
    kinds = {"player": tokens.player_token, "trainer": tokens.trainer_token}
    wanted = ("player", "trainer") if who == "member" else (who,)
    return [(kind, token) for kind in wanted if (token := kinds.get(kind))]


def _answered(route: Route, told: Any) -> Response:
    if isinstance(told, Response):
        return told
    if route.answer is None:
        return Response(status_code=route.status, headers=route.headers)
    if isinstance(route.answer, Raw):
        return Response(told, route.status, route.headers, route.answer.kind)
    return Response(msgspec.json.encode(told), route.status, route.headers, "application/json")
