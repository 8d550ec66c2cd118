"""In which language a request is answered: as its cookie says, or as the browser wishes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.texts import LANGUAGES, speaking

if TYPE_CHECKING:
    from starlette.types import ASGIApp, Receive, Scope, Send

__all__ = ["LANGUAGE_COOKIE", "Languages", "wished"]

LANGUAGE_COOKIE = "gastgeber-language"
_MOST_WISHES = 20
"""Browsers send a handful; nobody is to make a server sort thousands."""


class Languages:
    """Has everything within a request speak the language of whoever asks; `scope["language"]` is its tag."""

    def __init__(self, app: ASGIApp, usual: str = "en") -> None:
        self._app = app
        self._usual = usual

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        tag = wished(scope["headers"], self._usual)
        scope["language"] = tag
        with speaking(tag):
            await self._app(scope, receive, send)


def wished(headers: list[tuple[bytes, bytes]], usual: str = "en") -> str:
    """The tag of the language to answer in; the usual one where no other is wished that the program speaks."""
    accepted = b""
    for name, value in headers:
        if name == b"cookie":
            for part in value.decode("latin-1").split(";"):
                key, _equals, tag = part.strip().partition("=")
                if key == LANGUAGE_COOKIE and tag in LANGUAGES:
                    return tag
        elif name == b"accept-language":
            accepted = value
    return next((tag for tag in _in_order(accepted.decode("latin-1")) if tag in LANGUAGES), usual)


def _in_order(header: str) -> list[str]:
    """The tags of Accept-Language (RFC 9110, 12.5.4) without their regions, the most wanted first."""
    wishes: list[tuple[float, str]] = []
    for part in header.split(",")[:_MOST_WISHES]:
        tag, _semicolon, quality = part.partition(";")
        try:
            weight = float(quality.strip().removeprefix("q=")) if quality else 1.0
        except ValueError:
            continue
        if weight > 0:
            wishes.append((-weight, tag.strip().partition("-")[0].lower()))
    return [tag for _weight, tag in sorted(wishes, key=lambda wish: wish[0])]
