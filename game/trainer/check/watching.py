"""Which of the files that are checked were saved since the last look.

A look asks the system for each file's time and size: some microseconds a file, which works on network drives and in
containers, too, where a system sends no notice of changes.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.loader.shelf import HABITS_FILE

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from game.trainer.check.targets import Targets

__all__ = ["Signature", "Watch", "signature"]

Signature = tuple[int, int, int] | None


def signature(path: Path) -> Signature:
    """What changes when a file is saved, by writing into it or by putting another in its place; None: not there."""
    try:
        status = path.stat()
    except (OSError, ValueError):
        return None
    return status.st_mtime_ns, status.st_size, status.st_ino


class Watch:
    """Remembers how files stood.

    Args:
        targets: what is watched.
        folders: those in which new files may appear.
    """

    def __init__(self, targets: Targets, folders: Iterable[Path]) -> None:
        self._folders = tuple(folders)
        self._known = {name: _signatures(targets.path(name)) for name in targets.names}
        self._note(targets)

    def is_stirred(self) -> bool:
        """Whether anything at all was saved, made or removed; quick, and reads nothing."""
        return any(signature(path) != known for path, known in self._places.items())

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
        self._note(targets)
        return tuple(found)

    def _note(self, targets: Targets) -> None:
        """Note where a change would show: in the files, and in the folders they lie in."""
        files = [targets.path(name) for name in targets.names]
        beside = {folder for file in files for folder in (file.parent, *(file.parent / "locale").glob("*"))}
        others = [*self._folders, *beside, *(folder / HABITS_FILE for folder in beside)]
        catalogues = [catalogue for file in files for catalogue in _catalogues(file)]
        self._places = {path: signature(path) for path in (*files, *others, *catalogues)}


def _signatures(path: Path) -> tuple[Signature, ...]:
    """Of a case's file, of the habits beside it, and of its translations."""
    return tuple(signature(each) for each in (path, path.parent / HABITS_FILE, *_catalogues(path)))


def _catalogues(path: Path) -> list[Path]:
    return sorted((path.parent / "locale").glob(f"*/{path.stem}.po"))
