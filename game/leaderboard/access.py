"""Who asks: the tokens a request brings, the cookies they lie in, and whether it comes from this server's own pages.

Programs send a token as `Authorization: Bearer …`. Browsers keep one in a cookie that no script reads: one for
whoever plays, one for whoever trains, so that both may sign in at one machine. What a cookie lets in and what changes
something must come from a page of this server: its origin is looked at, and where a browser does not tell it, a form
token is asked for. A form token is an HMAC of the cookie with the server's key, so nobody else can make one.
"""

from __future__ import annotations

import hashlib
import hmac
import secrets
from typing import TYPE_CHECKING, NamedTuple

from game.leaderboard.problems import Problem
from game.texts import _

if TYPE_CHECKING:
    from starlette.datastructures import Headers
    from starlette.requests import HTTPConnection
    from starlette.responses import Response

__all__ = [
    "DESK_COOKIE",
    "FORM_COOKIE",
    "FORM_FIELD",
    "FORM_HEADER",
    "PLAY_COOKIE",
    "Credentials",
    "credentials",
    "forget",
    "form_token",
    "is_own_form",
    "keep",
    "refuse_foreign_origin",
]

PLAY_COOKIE = "gastgeber"
DESK_COOKIE = "gastgeber-desk"
FORM_COOKIE = "gastgeber-form"
"""Of somebody who is not signed in yet: a random value that their forms' tokens are made of."""
FORM_FIELD = "form_token"
FORM_HEADER = "x-form-token"
_YEAR = 366 * 24 * 3600
_LONGEST_TOKEN = 200
_SAFE = frozenset(("GET", "HEAD", "OPTIONS"))


class Credentials(NamedTuple):
    """The tokens of a request, none of them looked at yet."""

    bearer: str | None
    play: str | None
    desk: str | None
    form: str | None

    @property
    def player_token(self) -> str | None:
        """What a player may be known by."""
        return self.bearer or self.play

    @property
    def trainer_token(self) -> str | None:
        """What a trainer may be known by."""
        return self.bearer or self.desk

    @property
    def come_by_cookie(self) -> bool:
        """Whether the browser sent them by itself, on whoever's behalf."""
        return self.bearer is None and (self.play is not None or self.desk is not None)


def credentials(connection: HTTPConnection) -> Credentials:
    """The tokens a request brings; read once, however often they are asked for."""
    known: Credentials | None = connection.scope.get("credentials")
    if known is None:
        known = connection.scope["credentials"] = _read(connection)
    return known


def _read(connection: HTTPConnection) -> Credentials:
    scheme, _space, token = connection.headers.get("authorization", "").partition(" ")
    bearer = token.strip() if scheme.lower() == "bearer" else ""
    if "cookie" not in connection.headers:
        return Credentials(bearer[:_LONGEST_TOKEN] or None, None, None, None)
    cookies = connection.cookies
    return Credentials(
        bearer[:_LONGEST_TOKEN] or None,
        *(_cookie(connection, cookies, name) for name in (PLAY_COOKIE, DESK_COOKIE, FORM_COOKIE)),
    )


def keep(connection: HTTPConnection, response: Response, name: str, token: str, seconds: int | None = _YEAR) -> None:
    """Have the browser keep a token for this server alone, out of the reach of scripts.

    Args:
        seconds: for how long; None: until the browser is closed.
    """
    is_https = connection.scope["scheme"] == "https"
    response.set_cookie(
        _full_name(connection, name), token, seconds, path="/", secure=is_https, httponly=True, samesite="lax"
    )


def forget(connection: HTTPConnection, response: Response, name: str) -> None:
    """Have the browser forget a token."""
    is_https = connection.scope["scheme"] == "https"
    response.delete_cookie(_full_name(connection, name), "/", secure=is_https, httponly=True, samesite="lax")


def form_token(connection: HTTPConnection, key: bytes, fresh: str | None = None) -> tuple[str, str | None]:
    """The token for the forms of a page, and the value of the form cookie to keep where there is none yet.

    Args:
        fresh: the value of the form cookie that this very answer brings.
    """
    known = credentials(connection)
    own = known.play or known.desk or known.form
    if own is not None:
        return _signed(key, own), None
    fresh = fresh or secrets.token_urlsafe(24)
    return _signed(key, fresh), fresh


def is_own_form(connection: HTTPConnection, key: bytes, token: str) -> bool:
    """Whether a form token was made for one of the cookies that came with it."""
    known = credentials(connection)
    # Without any sign-in alone does the form cookie count: nobody may slip one in under another's sign-in.
    own = [cookie for cookie in (known.play, known.desk) if cookie] or [known.form or ""]
    said = token.encode()
    return any(hmac.compare_digest(_signed(key, cookie).encode(), said) for cookie in own if cookie)


def refuse_foreign_origin(connection: HTTPConnection, key: bytes) -> None:
    """Let nothing be changed on behalf of somebody by a page that is not this server's.

    Raises:
        Problem: it comes from elsewhere, or a cookie alone vouches for it.
    """
    if connection.scope["method"] in _SAFE:
        return
    headers = connection.headers
    origin = headers.get("origin")
    if origin is not None and origin.lower() != _own_origin(connection):
        raise _foreign()
    if headers.get("sec-fetch-site", "same-origin") not in ("same-origin", "none"):
        raise _foreign()
    if origin is None and credentials(connection).come_by_cookie and not _vouched(connection, headers, key):
        raise _foreign()


def _vouched(connection: HTTPConnection, headers: Headers, key: bytes) -> bool:
    """Whether a request that names no origin proves otherwise that a page of this server sent it.

    Pages' forms carry the token as a field, which `Site.form` looks at.
    """
    if headers.get("content-type", "").startswith(("application/x-www-form-urlencoded", "multipart/form-data")):
        return not connection.url.path.startswith("/api/")
    return is_own_form(connection, key, headers.get(FORM_HEADER, ""))


def _own_origin(connection: HTTPConnection) -> str:
    return f"{connection.url.scheme}://{connection.url.netloc}".lower()


def _foreign() -> Problem:
    return Problem(403, "foreign-origin", _("This was sent from another site's page, so nothing was done."))


def _cookie(connection: HTTPConnection, cookies: dict[str, str], name: str) -> str | None:
    return cookies.get(_full_name(connection, name), "")[:_LONGEST_TOKEN] or None


def _full_name(connection: HTTPConnection, name: str) -> str:
    """Over https browsers keep a name that begins so to this very host, and take it from nobody else."""
    return f"__Host-{name}" if connection.scope["scheme"] == "https" else name


def _signed(key: bytes, cookie: str) -> str:
    return hmac.new(key, b"form:" + cookie.encode(), hashlib.sha256).hexdigest()
