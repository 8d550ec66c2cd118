"""What a request says, read as the values its route demands."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Any

import msgspec

from game.leaderboard.api.forms import is_fit
from game.leaderboard.api.route import Raw
from game.leaderboard.limits import body_of
from game.leaderboard.problems import Problem, missing
from game.texts import _

if TYPE_CHECKING:
    from collections.abc import Mapping

    from starlette.requests import Request

    from game.leaderboard.api.route import Route

__all__ = ["body", "path", "query"]

_NUL = re.compile(rb"(?<!\\)(?:\\\\)*\\u0000|\x00")
"""No text of ours has one, and PostgreSQL's texts cannot."""


def path(request: Request) -> Mapping[str, str]:
    """What stands in the address.

    Raises:
        Problem: nothing can be there.
    """
    said: Mapping[str, str] = request.path_params
    if not all(is_fit(name, value) for name, value in said.items()):
        raise missing()
    return said


def query(request: Request, route: Route) -> Any:
    """What is asked for in the address.

    Raises:
        Problem: it cannot be understood.
    """
    said = request.query_params
    pairs = dict(said)
    if len(pairs) != len(said.multi_items()) or any("\x00" in value for value in pairs.values()):
        raise _not_understood(_("one of its parameters is said twice"))
    try:
        return msgspec.convert(pairs, route.query, strict=False)
    except msgspec.ValidationError as error:
        raise _not_understood(str(error)) from error


async def body(request: Request, route: Route) -> Any:
    """What is sent along.

    Raises:
        Problem: it is too much, of another kind, or cannot be understood.
    """
    if route.body is None:
        await body_of(request, 0 if route.method == "GET" else route.largest)
        return None
    kind = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    wanted = route.body.kind if isinstance(route.body, Raw) else "application/json"
    if kind != wanted:
        raise Problem(415, "other-kind", _("What is sent has to be of the kind {kind}.", kind=wanted))
    sent = await body_of(request, route.largest)
    if isinstance(route.body, Raw):
        return sent
    if _NUL.search(sent):
        raise _not_understood(_("a text holds a character of no text"))
    try:
        return _decoder(route.body).decode(sent)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        raise _not_understood(str(error)) from error


@cache
def _decoder(kind: type[msgspec.Struct]) -> msgspec.json.Decoder[Any]:
    return msgspec.json.Decoder(kind)


def _not_understood(reason: str) -> Problem:
    return Problem(422, "not-understood", _("This request could not be understood: {reason}.", reason=reason))
