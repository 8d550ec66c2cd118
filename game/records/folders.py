"""Whose journal lies where: a folder per person; what was kept before there were people belongs to the first."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, NamedTuple

from game import paths
from game.records.durable import make_folder, sync_folder
from game.records.people import current_person, folder_of, people
from game.records.trouble import Trouble, cause
from game.records.uuid7 import is_uuid7

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

__all__ = ["JOURNALS", "JournalEntry", "adopt", "journal_folder", "journal_folders", "journals_in", "owner_of"]

JOURNALS = "journals"


class JournalEntry(NamedTuple):
    """A journal's file."""

    path: Path
    bytes: int
    written_ns: int


def journal_folder(person: str) -> Path:
    """Where a person's journals are kept."""
    return folder_of(person) / JOURNALS


def journal_folders(person: str | None) -> tuple[Path, ...]:
    """Where a person's journals may lie: the first's may still be where there were no people; None: only there."""
    everybody = people()
    early = paths.records() / JOURNALS
    if person is None:
        return (early,)
    is_first = bool(everybody) and everybody[0].id == person
    return (journal_folder(person), early) if is_first else (journal_folder(person),)


def owner_of(journal: Path) -> str | None:
    """Whose journal it is, by their id; None for one that lies in nobody's folder of this machine."""
    person = journal.absolute().parent.parent.name
    if not is_uuid7(person) or journal.absolute().parent != journal_folder(person):
        return None
    return person


def journals_in(folders: Iterable[Path]) -> list[JournalEntry]:
    """The journals in these folders, the last written first; one that vanishes meanwhile is passed over.

    Raises:
        Trouble: a folder may not be read.
    """
    found = []
    for folder in folders:
        try:
            entries = list(os.scandir(folder))
        except FileNotFoundError:
            continue
        except OSError as error:
            raise Trouble(cause(error, folder)) from error
        for entry in entries:
            if entry.name.endswith(".jsonl") and entry.is_file():
                try:
                    status = entry.stat()
                except FileNotFoundError:
                    continue
                found.append(JournalEntry(folder / entry.name, status.st_size, status.st_mtime_ns))
    return sorted(found, key=lambda entry: (entry.written_ns, entry.path.name), reverse=True)


def adopt() -> None:
    """Move the journals that were kept before there were people into the folder of the first.

    Each is moved by renaming, so that it lies in one place or the other whenever this is cut off; what cannot be
    moved, since it is open or may only be read, is found where it lies (`journal_folders`) and moved another time.
    """
    early = paths.records() / JOURNALS
    if not paths.is_folder(early):
        return
    try:
        person = (people() or (current_person(),))[0]
        target = journal_folder(person.id)
        make_folder(target)
        entries = list(early.iterdir())
    except (OSError, Trouble):
        return
    for entry in entries:
        try:
            if not os.path.lexists(target / entry.name):
                entry.rename(target / entry.name)
        except OSError:
            continue
    try:
        sync_folder(target)
        early.rmdir()
        sync_folder(early.parent)
    except OSError:
        return  # something is still in it
