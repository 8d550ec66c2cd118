"""People who play ranked sessions over the network, and go on elsewhere when the server they play on dies.

Each notes what was acknowledged: it must be there afterwards. What was not acknowledged is sent again, as it was.
"""

from __future__ import annotations

import http.client
import threading
import time
from collections.abc import Callable, Sequence
from random import Random
from typing import Any, NamedTuple

import msgspec

__all__ = ["Acknowledged", "People"]

_SECONDS = 5.0
_PAUSE = 0.02
_LONGER = 0.2
_NOT_NOW = (409, 500, 502, 503)
"""What a server says that cannot answer just now: the same is sent again."""


class Acknowledged(NamedTuple):
    """A step that a server said was taken."""

    session: str
    n: int
    token: str
    answer: dict[str, Any]
    """Without the time that is left, which passes."""


class People:
    """Several players at once.

    Args:
        tokens: of their devices.
        season: the slug of the season they play in.
        cases: the ids of its cases.
        ports: where servers listen just now.
    """

    def __init__(
        self, tokens: Sequence[str], season: str, cases: Sequence[str], ports: Callable[[], list[int]]
    ) -> None:
        self.begun: dict[str, dict[str, Any]] = {}
        """Sessions that a server said were begun, as they stood last."""
        self.acknowledged: dict[tuple[str, int], Acknowledged] = {}
        self.failures: list[str] = []
        """What no server should ever have answered."""
        self.interrupted = 0
        """How often an answer did not come."""
        self._season = season
        self._cases = cases
        self._ports = ports
        self._is_over = threading.Event()
        self._threads = [threading.Thread(target=self._play, args=(token,), daemon=True) for token in tokens]
        for thread in self._threads:
            thread.start()

    def stop(self) -> None:
        """Have them stop after what they are at; while servers are there, they get their last answer."""
        self._is_over.set()
        for thread in self._threads:
            thread.join(60)
            assert not thread.is_alive()

    def _play(self, token: str) -> None:
        player = _Player(self, token)
        try:
            while not self._is_over.is_set():
                player.go_on()
        except Exception as error:  # noqa: BLE001 – a thread's last words are the test's
            self.failures.append(repr(error))
        finally:
            player.close()


class _Player:
    def __init__(self, people: People, token: str) -> None:
        self._people = people
        self._token = token
        self._dice = Random(token)
        self._played: dict[str, Any] | None = None
        self._last: Acknowledged | None = None
        self._line: http.client.HTTPConnection | None = None

    def go_on(self) -> None:
        """Begin a session, or take the next step of the one that is open."""
        people = self._people
        if self._played is None or not self._played["view"]["offers"]:
            body = {"season": people._season, "scenario": self._dice.choice(people._cases)}
            played = self._ask("/api/v1/sessions", body)
        else:
            if self._last is not None and self._dice.random() < 0.1:
                self._ask_again(self._last)
            session, n = self._played["session"], self._played["next_step"]
            token = self._dice.choice(self._played["view"]["offers"])["token"]
            played = self._ask(f"/api/v1/sessions/{session}/steps/{n}", {"token": token})
            if played is not None:
                self._last = Acknowledged(session, n, token, _lasting(played))
                people.acknowledged[session, n] = self._last
        if played is not None:
            self._played = played
            people.begun[played["session"]] = played

    def close(self) -> None:
        """Hang up."""
        if self._line is not None:
            self._line.close()
            self._line = None

    def _ask_again(self, last: Acknowledged) -> None:
        told = self._ask(f"/api/v1/sessions/{last.session}/steps/{last.n}", {"token": last.token})
        if told is not None and _lasting(told) != last.answer:
            self._people.failures.append(f"step {last.n} of {last.session} was answered otherwise when sent again")

    def _ask(self, path: str, body: dict[str, Any]) -> dict[str, Any] | None:
        """Send until a server answers; None where everything is over first."""
        sent = msgspec.json.encode(body)
        while True:
            status, answer = self._sent(path, sent)
            if status in (200, 201):
                return answer
            if status is not None and status not in _NOT_NOW:
                raise AssertionError(f"{path}: {status} {answer}")
            self._people.interrupted += status is None
            if self._people._is_over.is_set() and not self._people._ports():
                return None
            time.sleep(_LONGER if status == 503 else _PAUSE)  # the database is gone, which takes longer

    def _sent(self, path: str, body: bytes) -> tuple[int | None, dict[str, Any]]:
        """Send once; without a status where no answer came."""
        try:
            if self._line is None:
                self._line = http.client.HTTPConnection(
                    "127.0.0.1", self._dice.choice(self._people._ports()), timeout=_SECONDS
                )
            headers = {"Authorization": f"Bearer {self._token}", "Content-Type": "application/json"}
            self._line.request("POST", path, body, headers)
            answer = self._line.getresponse()
            return answer.status, msgspec.json.decode(answer.read())
        except (OSError, http.client.HTTPException, IndexError):  # it was killed, or there is none just now
            self.close()
            return None, {}


def _lasting(played: dict[str, Any]) -> dict[str, Any]:
    return {**played, "time_left_ms": None}
