"""Sessions whose every decision is on disk before it counts: begun, and taken up again."""

from __future__ import annotations

import re
import secrets
from datetime import UTC, datetime
from functools import partial
from typing import TYPE_CHECKING

from game import paths
from game.records.durable import make_folder
from game.records.folders import journal_folder
from game.records.journal_file import JournalFile
from game.records.people import current_person
from game.records.revisions import keep_copy, playbook
from game.records.trouble import Trouble, cause
from game.session.journal import Head, line, read_journal
from game.session.session import LocalSession
from game.texts import _

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from pathlib import Path
    from types import TracebackType

    from game.scenario.model import Scenario
    from game.session.journal import Mode, Record
    from game.session.playbook import Playbook

__all__ = ["Kept", "begin", "resume", "unkept"]

_LONGEST_NAME = 60
_UNFIT = re.compile(r"[^\w-]+")
_TRIES = 3


class Kept:
    """A session, and the file that keeps it; close it, or use it in a `with`.

    Where a decision cannot be kept, taking it raises `Trouble` and nothing was decided. Then `keep_anew` may help, for
    all of the play is known; or, after `stop_keeping`, play goes on unkept, and what was kept until then stays.
    """

    def __init__(
        self,
        book: Playbook,
        head: Head,
        file: JournalFile | None,
        records: tuple[Record, ...] = (),
        *,
        given: int = 0,
    ) -> None:
        self._file = file
        self._is_kept = file is not None
        self._given = given
        self.book = book
        self.session = LocalSession(book, head, self._keep, records)
        self.note: str | None = None
        """What is to be told about the journal, where it was damaged."""

    @property
    def path(self) -> Path | None:
        """Where the journal lies; None where nothing was ever kept."""
        return None if self._file is None else self._file.path

    @property
    def is_kept(self) -> bool:
        """Whether the next decision will be kept."""
        return self._is_kept

    @property
    def is_empty(self) -> bool:
        """Whether nothing was decided in it yet: what it was given to begin with was decided elsewhere."""
        return len(self.session.journal.records) <= self._given

    @property
    def played_ms(self) -> int:
        """Milliseconds of play until the last record."""
        records = self.session.journal.records
        return records[-1].ms if records else 0

    def switch_timers_off(self) -> None:
        """Let no time run out from here on.

        Raises:
            Trouble: that cannot be kept, and nothing was switched.
        """
        self.session.switch_timers_off(self.played_ms)

    def stop_keeping(self) -> None:
        """Play on without keeping anything more; the user was told."""
        self._is_kept = False

    def keep_anew(self) -> Path:
        """Write the whole journal into a new file beside the old one, and keep what follows there.

        Raises:
            Trouble: that cannot be done either, or nothing was ever kept; all is as it was.
        """
        if self._file is None:
            raise Trouble(_("This play was never kept."))
        journal = self.session.journal
        now = datetime.now(UTC)
        file = _begun(self.book, self._file.path.parent, now, journal.head, journal.records)
        self._file.close()
        self._file, self._is_kept = file, True
        return file.path

    def close(self) -> None:
        """Let go of the journal, so that others may open it."""
        self._is_kept = False
        if self._file is not None:
            self._file.close()

    def discard(self) -> None:
        """Let go of the journal and remove it: nothing was decided in it."""
        self._is_kept = False
        if self._file is not None and self.is_empty:
            self._file.discard()
            self._file = None

    def __enter__(self) -> Kept:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def _keep(self, record: Record) -> None:
        if self._is_kept and self._file is not None:
            self._file.append(line(record))


def begin(
    book: Playbook,
    scenario: str,
    mode: Mode,
    seed: int,
    *,
    person: str | None = None,
    timers: bool = True,
    given: tuple[Record, ...] = (),
) -> Kept:
    """Begin a session of a case, by its id, with a journal of its own, in a person's folder.

    Args:
        book: the case, compiled.
        scenario: its id.
        mode: practice, or graded.
        seed: decides the order in which choices are shown.
        person: the id of who plays; None: who played last.
        timers: whether timed scenes run out.
        given: records it begins with, as where a decision of another play is tried again.

    Raises:
        Trouble: nothing can be kept, and why; `unkept` begins one without a journal.
    """
    now = datetime.now(UTC)
    head = _head(book, scenario, mode, seed, timers, now.isoformat(timespec="seconds"))
    person = current_person().id if person is None else person
    return Kept(book, head, _begun(book, journal_folder(person), now, head, given), given, given=len(given))


def _begun(book: Playbook, folder: Path, now: datetime, head: Head, given: Iterable[Record]) -> JournalFile:
    """A new journal in a person's folder, with all that stands in it so far.

    Raises:
        Trouble: nothing can be kept there, and why.
    """
    if not paths.is_folder(folder.parent):
        raise Trouble(
            _("Who plays here was erased in another window, or their folder {path} is gone.", path=folder.parent)
        )
    records = paths.records()
    try:
        keep_copy(book, records)
        make_folder(folder)
        file = _create(folder, now, head.scenario)
    except OSError as error:
        raise Trouble(cause(error, records)) from error
    try:
        file.append(b"".join(line(part) for part in (head, *given)))
    except Trouble:
        file.discard()
        raise
    return file


def unkept(
    book: Playbook, scenario: str, mode: Mode, seed: int, *, timers: bool = True, given: tuple[Record, ...] = ()
) -> Kept:
    """Begin a session that leaves nothing behind."""
    return Kept(book, _head(book, scenario, mode, seed, timers, ""), None, given, given=len(given))


def resume(path: Path, told: Callable[[str, Scenario], Scenario] | None = None) -> Kept:
    """Take up a session where its journal stops; `told` tells a case, by its id, in other words.

    A torn last line is cut off. Where a line before it is damaged, or tells of a decision the rules do not allow, the
    session goes on from what stands before that line; the journal as it was is copied aside first.

    Raises:
        Trouble: it cannot be gone on with, and why; the journal is as it was.
    """
    try:
        file, text = JournalFile.reopen(path)
    except OSError as error:
        raise Trouble(cause(error, path)) from error
    try:
        return _resumed(file, text, told)
    except OSError as error:
        file.close()
        raise Trouble(cause(error, path)) from error
    except BaseException:
        file.close()
        raise


def _resumed(file: JournalFile, text: bytes, told: Callable[[str, Scenario], Scenario] | None) -> Kept:
    journal = read_journal(text).journal
    if journal is None:
        raise Trouble(_("The journal cannot be read: its first line is damaged."))
    case = journal.head.scenario
    book = playbook(journal.head.revision, file.path, None if told is None else partial(told, case))
    try:
        kept = Kept(book, journal.head, file, journal.records)
    except (ValueError, LookupError):  # forged: its hash is right, and yet no reader let it pass
        raise Trouble(_("The copy of the case it was played on is no case that can be played.")) from None
    accepted = len(kept.session.journal.records)
    lines = text.split(b"\n")
    sound = sum(len(each) + 1 for each in lines[: accepted + 1])
    if sound < len(text):
        aside = file.shorten(sound)
        if aside is not None:
            kept.note = _(
                "Line {number} of the journal is damaged. The session goes on from what stands before it; "
                "the journal as it was is kept as {aside}.",
                number=accepted + 2,
                aside=aside.name,
            )
    return kept


def _head(book: Playbook, scenario: str, mode: Mode, seed: int, timers: bool, started: str) -> Head:
    return Head(scenario=scenario, revision=book.revision, seed=seed, mode=mode, started=started, timers=timers)


def _create(folder: Path, now: datetime, scenario: str) -> JournalFile:
    fit = _UNFIT.sub("-", scenario)[:_LONGEST_NAME]
    for _attempt in range(_TRIES):
        name = f"{now:%Y%m%dT%H%M%SZ}-{fit}-{secrets.token_hex(4)}.jsonl"
        try:
            return JournalFile.create(folder / name)
        except FileExistsError:
            continue
    raise Trouble(_("No free name was found for a new journal in {folder}.", folder=folder))
