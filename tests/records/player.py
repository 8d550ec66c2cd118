"""A process of its own that plays the small case: python player.py JOURNAL|new LIMIT NAME...

It says each decision that was taken, once it was; with a limit no file of it may grow beyond so many bytes.
"""

from __future__ import annotations

import sys
from pathlib import Path

from game.records import Trouble, begin, resume
from game.session.compiler import compile_scenario
from tests.callback import CALLBACK


def main(journal: str, limit: str, names: list[str]) -> None:
    """Play the names, again and again, until somebody stops it or none is left."""
    book = compile_scenario(CALLBACK)
    kept = begin(book, "callback", "practice", 7) if journal == "new" else resume(Path(journal))
    print(kept.path, flush=True)
    if int(limit):
        import resource

        resource.setrlimit(resource.RLIMIT_FSIZE, (int(limit), resource.RLIM_INFINITY))
    for name in names:
        try:
            kept.session.take(name, 1)
        except Trouble as trouble:
            print(f"trouble: {trouble}", flush=True)
            if int(limit):
                import resource

                resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
        else:
            print(name, flush=True)
    print("waiting", flush=True)
    sys.stdin.read()


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], sys.argv[3:])
