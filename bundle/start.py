"""What runs when the bundled program is started."""

from __future__ import annotations

import sys

from game.__main__ import main

__all__ = ["start"]


def start(words: list[str]) -> int:
    """Carry out a command; or run a piece of Python as `python -P -c` would, which the program asks of itself."""
    if words[:2] == ["-P", "-c"]:
        exec(words[2], {"__name__": "__main__"})
        return 0
    return main()


if __name__ == "__main__":
    sys.exit(start(sys.argv[1:]))
