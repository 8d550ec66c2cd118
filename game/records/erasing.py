"""Erasing a person: their folder, their rows, and the copies of revisions that nobody else played.

It begins with a rename, which marks the folder as one to be erased and makes the person nobody's; from there on every
start finishes what was cut off. The order is: mark, rows, copies, what named them last, folder.
"""

from __future__ import annotations

import os
import shutil
from contextlib import suppress
from typing import TYPE_CHECKING

from game import paths
from game.records.durable import remove_drafts, sync_folder
from game.records.folders import JOURNALS, adopt, journal_folders, journals_in
from game.records.last import forget_last, last
from game.records.lock import try_lock
from game.records.people import folder_of, people, people_folder
from game.records.revisions import FOLDER as REVISIONS
from game.records.shelf import read
from game.records.trouble import Trouble, cause
from game.records.uuid7 import is_uuid7
from game.texts import _

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

__all__ = ["finish_erasing", "is_playing", "mark", "marked"]

_MARK = ".erased-"
_HEAD_BYTES = 1 << 16


def is_playing(person: str) -> bool:
    """Whether a journal of theirs is open in some window."""
    return any(_is_open(entry.path) for entry in journals_in(journal_folders(person)))


def mark(person: str) -> None:
    """Make a person nobody's: from here on they are erased, whatever happens.

    Raises:
        Trouble: the system does not let it be done; nothing was changed.
    """
    adopt()
    folder = folder_of(person)
    try:
        for entry in journals_in(journal_folders(person)):
            if entry.path.parent != folder / JOURNALS:
                raise Trouble(_("{path} cannot be removed. Close the program that uses it.", path=entry.path))
        folder.rename(people_folder() / f"{_MARK}{person}")
        sync_folder(people_folder())
    except OSError as error:
        raise Trouble(cause(error, folder)) from error


def marked() -> list[str]:
    """Whom somebody began to erase."""
    try:
        names = [each.name for each in people_folder().iterdir()]
    except OSError:
        return []
    return [name.removeprefix(_MARK) for name in names if name.startswith(_MARK) and is_uuid7(name[len(_MARK) :])]


def finish_erasing(person: str) -> None:
    """Remove all the files of somebody who is marked, whose rows are gone.

    Raises:
        Trouble: the system does not let a file be removed; the next start tries again.
    """
    folder = people_folder() / f"{_MARK}{person}"
    try:
        _remove_copies(folder)
        if last().person == person:
            forget_last()
        remove_drafts(paths.records(), older_than=0)  # one of them may be theirs
        shutil.rmtree(folder)
        sync_folder(people_folder())
    except OSError as error:
        raise Trouble(
            _("{reason} What is left of this person is erased at the next start.", reason=cause(error, folder))
        ) from error


def _remove_copies(folder: Path) -> None:
    """Remove the copies of the revisions that only the journals in a folder need."""
    theirs = _revisions([folder / JOURNALS])
    others = [place for person in people() for place in journal_folders(person.id)]
    copies = paths.records() / REVISIONS
    for revision in theirs - (_revisions(others) if theirs else set()):
        (copies / f"{revision}.json").unlink(missing_ok=True)
    if theirs and copies.is_dir():
        sync_folder(copies)
        with suppress(OSError):  # others lie in it
            copies.rmdir()


def _revisions(folders: Iterable[Path]) -> set[str]:
    found = set()
    for entry in journals_in(folders):
        try:
            journal = read(entry.path).journal
        except Trouble:
            continue
        if journal is not None and journal.head.revision.isalnum():
            found.add(journal.head.revision)
    return found


def _is_open(path: Path) -> bool:
    try:
        descriptor = os.open(path, os.O_RDWR)
    except OSError:
        return False
    try:
        return not try_lock(descriptor)
    finally:
        os.close(descriptor)
