"""Starts server processes in no time: everything is imported once, and each process is a copy that then serves.

Run as a program, with the words behind `python -m game` as arguments: for each line it reads, it starts one, which says
where it listens; before that stands its number. It ends with its input, and all that it started with it.
"""

from __future__ import annotations

import os
import signal
import sys
from contextlib import suppress

from game.__main__ import main
from game.leaderboard import serving

__all__: list[str] = []


def fork(words: list[str]) -> int:
    """Start one; its number."""
    number = os.fork()
    if number == 0:
        signal.signal(signal.SIGCHLD, signal.SIG_DFL)
        os.close(sys.stdin.fileno())
        os._exit(main(words))
    return number


if __name__ == "__main__":
    assert serving  # imported for the copies
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)  # nobody waits for them
    started = []
    for _line in sys.stdin:
        started.append(fork(sys.argv[1:]))
        print(started[-1], flush=True)
    for number in started:
        with suppress(ProcessLookupError):
            os.kill(number, signal.SIGKILL)
