"""Copies of every revision that was ever played, so that its journals can always be replayed."""

from __future__ import annotations

import hashlib
import re
from typing import TYPE_CHECKING

from game import paths
from game.records.durable import make_folder, write_whole
from game.records.trouble import Trouble
from game.scenario.revision import canonical, from_canonical
from game.session.compiler import compile_scenario
from game.texts import _

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from game.scenario.model import Scenario
    from game.session.playbook import Playbook

    Told = Callable[[Scenario], Scenario]

__all__ = ["FOLDER", "keep_copy", "playbook"]

FOLDER = "revisions"
_REVISION = re.compile(r"[0-9a-f]{64}")


def keep_copy(book: Playbook, records: Path) -> None:
    """Keep a copy of a scenario's revision; a damaged copy is replaced.

    Raises:
        OSError: the system would not let it be written.
    """
    path = records / FOLDER / f"{book.revision}.json"
    if _is_kept(path, book.revision):
        return
    make_folder(path.parent)
    try:
        write_whole(path, canonical(book.original))
    except PermissionError:
        # Windows lets no file be replaced while another start reads it; that one then wrote the same.
        if not _is_kept(path, book.revision):
            raise


def playbook(revision: str, journal: Path, told: Told | None = None) -> Playbook:
    """The scenario of a revision, compiled, from the copy nearest to a journal; `told` tells it in other words.

    Raises:
        Trouble: there is no sound copy.
    """
    if _REVISION.fullmatch(revision) is None:
        raise Trouble(_("The journal names no revision of a case."))
    is_damaged = False
    for path in _places(revision, journal):
        text = _text(path)
        if text is None:
            continue
        if _is_sound(text, revision):
            try:
                original = from_canonical(text)
                return compile_scenario(original, None if told is None else told(original))
            except (ValueError, LookupError, RecursionError):
                pass  # forged: its hash is right, and yet no reader let it pass
        is_damaged = True
    name = f"{revision}.json"
    if is_damaged:
        raise Trouble(_("The copy of the case it was played on is damaged ({file}).", file=name))
    raise Trouble(_("The copy of the case it was played on is missing, or may not be read ({file}).", file=name))


def _places(revision: str, journal: Path) -> Iterator[Path]:
    """Where a copy may lie: beside the journal, in the folder of records it lies in, in the user's."""
    name = f"{revision}.json"
    beside = journal.absolute().parent
    folders = (beside, beside / FOLDER, *(above / FOLDER for above in beside.parents[:3]), paths.records() / FOLDER)
    yield from dict.fromkeys(folder / name for folder in folders)


def _is_kept(path: Path, revision: str) -> bool:
    text = _text(path)
    return text is not None and _is_sound(text, revision)


def _text(path: Path) -> bytes | None:
    try:
        return path.read_bytes()
    except OSError:
        return None


def _is_sound(text: bytes, revision: str) -> bool:
    return hashlib.sha256(text).hexdigest() == revision
