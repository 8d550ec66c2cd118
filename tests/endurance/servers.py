"""Server processes that are killed at any moment, while others of the same league go on."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path
from random import Random

__all__ = ["Servers", "kills"]

_ADDRESS = re.compile(r"http://127\.0\.0\.1:(\d+)")
_STARTING_SECONDS = 60.0
_STOPPING_SECONDS = 30.0


def kills(ordinarily: int) -> int:
    """How often something is killed: a few times in the ordinary run, as often as one likes by hand.

    `GASTGEBER_KILLS=200 python3 main.py test tests/endurance` kills two hundred times in each such test.
    """
    return int(os.environ.get("GASTGEBER_KILLS", ordinarily))


class Servers:
    """So many processes of one server, each at a port of its own on this machine; whoever dies is replaced."""

    def __init__(self, url: str, folder: Path, many: int = 2) -> None:
        self._log = folder / "servers.log"
        self._lock = threading.Lock()
        self._running: dict[int, int] = {}
        """By port, the number of the process."""
        words = ["serve", "--database", url, "--port", "0"]
        with self._log.open("w", encoding="utf-8") as log:
            self._mother = subprocess.Popen(
                [sys.executable, "-m", "tests.endurance.forking", *words],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=log,
                text=True,
                env={**os.environ, "PYTHONUNBUFFERED": "1", "LANGUAGE": "en"},
            )
        for _number in range(many):
            self._start()

    @property
    def ports(self) -> list[int]:
        """Where they listen."""
        with self._lock:
            return sorted(self._running)

    def kill_one(self, dice: Random) -> None:
        """Kill one of them with no time for last words, and start another in its place."""
        with self._lock:
            port = dice.choice(sorted(self._running))
            number = self._running.pop(port)
        os.kill(number, signal.SIGKILL)
        self._start()

    def stop(self) -> None:
        """Have all of them end as they are told to."""
        with self._lock:
            running, self._running = self._running, {}
        try:
            for number in running.values():
                assert _is_there(number), f"process {number} ended by itself\n{self._words()}"
                os.kill(number, signal.SIGTERM)
            until = time.monotonic() + _STOPPING_SECONDS
            while any(_is_there(number) for number in running.values()):
                assert time.monotonic() < until, self._words()
                time.sleep(0.02)
        finally:
            self.close()

    def close(self) -> None:
        """End whatever is left of them."""
        with self._mother:
            assert self._mother.stdin is not None
            self._mother.stdin.close()
        assert self._mother.returncode == 0, self._words()

    def _start(self) -> None:
        assert self._mother.stdin is not None
        assert self._mother.stdout is not None
        timer = threading.Timer(_STARTING_SECONDS, self._mother.kill)
        timer.start()
        self._mother.stdin.write("one more\n")
        self._mother.stdin.flush()
        number, port = 0, 0
        while not (number and port):  # the one that starts and the one that was copied speak at once
            line = self._mother.stdout.readline()
            assert line, self._words()
            if found := _ADDRESS.search(line):
                port = int(found[1])
            elif line.strip().isdecimal():
                number = int(line)
        timer.cancel()
        with self._lock:
            self._running[port] = number

    def _words(self) -> str:
        return self._log.read_text(encoding="utf-8")[-2000:]


def _is_there(number: int) -> bool:
    try:
        os.kill(number, 0)
    except ProcessLookupError:
        return False
    return True
