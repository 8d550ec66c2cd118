"""Which of the files that are checked were saved since the last look.

A look asks the system for each file's time and size: some microseconds a file, which works on network drives and in
containers, too, where a system sends no notice of changes.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.loader.shelf import HABITS_FILE

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from game.trainer.check.targets import Targets

__all__ = ["Watch", "signature"]

Signature = tuple[int, int, int] | None


def signature(path: Path) -> Signature:
    """What changes when a file is saved, by writing into it or by putting another in its place; None: not there."""
    try:
        status = path.stat()
    except (OSError, ValueError):
        return None
    return status.st_mtime_ns, status.st_size, status.st_ino


class Watch:
    """Remembers how files stood."""

    def __init__(self, targets: Targets) -> None:
        self._known = {name: _signatures(targets.path(name)) for name in targets.names}

    def changed(self, targets: Targets) -> tuple[str, ...]:
        """What of the targets changed since the last call, or is new: the file, habits or translations beside it.

        A file that is briefly away while an editor replaces it has not changed until it is there again.
        """
        found = []
        for name in targets.names:
            now = _signatures(targets.path(name))
            if now != self._known.get(name):
                self._known[name] = now
                if now[0] is not None:
                    found.append(name)
        return tuple(found)


def _signatures(path: Path) -> tuple[Signature, ...]:
    """Of a case's file, of the habits beside it, and of its translations."""
    return tuple(signature(each) for each in (path, path.parent / HABITS_FILE, *_catalogues(path)))


def _catalogues(path: Path) -> Iterator[Path]:
    return iter(sorted((path.parent / "locale").glob(f"*/{path.stem}.po")))
