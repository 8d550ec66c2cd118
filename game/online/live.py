"""Being told at once that a board has changed: server-sent events, read in a thread of its own."""

from __future__ import annotations

import socket
import threading
from contextlib import suppress
from typing import TYPE_CHECKING
from urllib.parse import quote

from game.online.faults import Fault
from game.online.server import API, Server

if TYPE_CHECKING:
    from game.records.memberships import Membership

__all__ = ["Live"]

_PAUSES = (2.0, 5.0, 15.0, 60.0)
_SILENCE = 90.0
"""Seconds without a word after which the connection is taken for gone."""


class Live:
    """Listens to a season's boards until it is closed; whoever wants to know asks `has_news`."""

    def __init__(self, membership: Membership, season: str) -> None:
        self._server = Server(membership.url, membership.token)
        self._path = f"{membership.url}{API}/seasons/{quote(season, safe='')}/boards/live"
        self._news = threading.Event()
        self._over = threading.Event()
        self._socket: socket.socket | None = None
        self.is_listening = False
        """Whether the server has answered, and goes on talking."""
        self._thread = threading.Thread(target=self._run, name="live", daemon=True)
        self._thread.start()

    def has_news(self) -> bool:
        """Whether a board changed since this was asked last."""
        if self._news.is_set():
            self._news.clear()
            return True
        return False

    def close(self) -> None:
        """Listen no more; does not wait."""
        self._over.set()
        if self._socket is not None:
            with suppress(OSError):  # it is gone already
                self._socket.shutdown(socket.SHUT_RDWR)

    def wait(self, seconds: float) -> bool:
        """Wait until it has ended, so long at most; whether it has."""
        self._thread.join(seconds)
        return not self._thread.is_alive()

    def _run(self) -> None:
        tries = 0
        while not self._over.is_set():
            try:
                tries = 0 if self._listen() else tries + 1
            except Fault:
                break  # what is needed is missing here: it is told where something is asked for
            self.is_listening = False
            self._over.wait(_PAUSES[min(tries, len(_PAUSES) - 1)])
        self._server.close()

    def _listen(self) -> bool:
        """Read what is said until the connection is gone; whether anything was said."""
        import httpx

        timeout = httpx.Timeout(_SILENCE, connect=5.0)
        headers = {"Accept": "text/event-stream"}
        was_told = False
        try:
            with (
                self._server.client() as client,
                client.stream("GET", self._path, headers=headers, timeout=timeout) as answer,
            ):
                if answer.is_error or not answer.headers.get("content-type", "").startswith("text/event-stream"):
                    return False
                self._socket = answer.extensions["network_stream"].get_extra_info("socket")
                if self._over.is_set():  # closed before there was anything to shut
                    return was_told
                self.is_listening = True
                for line in answer.iter_lines():
                    if line.startswith("data:"):
                        was_told = True
                        self._news.set()
        except (httpx.HTTPError, httpx.StreamError, OSError):
            return was_told
        finally:
            self._socket = None
        return was_told
