"""The people who play on this machine: a folder each, with a card that says who they are, and their journals.

The folders are the truth, and the database is made after them: losing it loses nobody. No names are asked for: a
first start makes a person with a neutral pseudonym, who can be renamed.
"""

from __future__ import annotations

import shutil
import time
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import msgspec

from game import paths
from game.records.durable import make_folder, sync_folder, write_whole
from game.records.last import keep_last, last
from game.records.lock import alone
from game.records.trouble import Trouble, cause
from game.records.uuid7 import is_uuid7, ms_of, uuid7
from game.texts import _

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

__all__ = [
    "CARD",
    "LONGEST_NAME",
    "Person",
    "choose_person",
    "current_person",
    "fit_name",
    "folder_of",
    "has_card",
    "last_person",
    "make_person",
    "neutral_name",
    "now_ms",
    "people",
    "people_folder",
    "remove_unfinished",
    "write_card",
]

CARD = "person.json"
LONGEST_NAME = 40
_FOLDER = "people"
_NEW = ".new-"
_PRIVATE = 0o700
"""What somebody plays is nobody else's business on a computer of several accounts."""


@dataclass(frozen=True)
class Person:
    """Somebody who plays here."""

    id: str
    """A UUID of version 7: people sort by when they came."""
    name: str
    """A pseudonym, the person's own choice."""
    look: Mapping[str, Any] | None = None
    """The words of the avatar's face; None for one derived from the name."""
    settings: Mapping[str, Any] = field(default_factory=dict)
    created_ms: int = 0
    """Milliseconds since 1970."""


def people() -> tuple[Person, ...]:
    """Everybody, in the order in which they came.

    Raises:
        Trouble: the folder may not be read.
    """
    folder = people_folder()
    try:
        found = sorted(each.name for each in folder.iterdir() if is_uuid7(each.name))
    except FileNotFoundError:
        return ()
    except OSError as error:
        raise Trouble(cause(error, folder)) from error
    return tuple(_read(person, number) for number, person in enumerate(found, start=1))


def last_person() -> Person | None:
    """Who played last, else who came first; None where there is nobody yet.

    Raises:
        Trouble: the folder may not be read.
    """
    everybody = people()
    chosen = last().person
    return next((each for each in everybody if each.id == chosen), everybody[0] if everybody else None)


def current_person() -> Person:
    """Who plays: who played last, else who came first; the first start makes a person.

    Raises:
        Trouble: there is nobody, and nobody can be made.
    """
    found = last_person()
    if found is not None:
        return found
    records = paths.records()
    try:
        make_folder(records)
        with alone(records):  # two windows may be opened for the first time at once
            return last_person() or make_person(neutral_name(1))
    except OSError as error:
        raise Trouble(cause(error, records)) from error


def choose_person(person: Person) -> None:
    """Say that somebody plays from now on, also at the next start.

    Raises:
        Trouble: that could not be kept.
    """
    keep_last(person.id, person.settings)


def make_person(name: str) -> Person:
    """Make a person; they are there in whole or not at all.

    Raises:
        OSError: the system would not let it be written.
    """
    now = now_ms()
    person = Person(uuid7(now), name, created_ms=now)
    draft = people_folder() / f"{_NEW}{person.id}"
    try:
        make_folder(draft)
        draft.chmod(_PRIVATE)
        write_whole(draft / CARD, _card(person))
        draft.rename(folder_of(person.id))
    except OSError:
        shutil.rmtree(draft, ignore_errors=True)
        raise
    sync_folder(people_folder())
    return person


def remove_unfinished() -> None:
    """Remove what is left of people whose making was cut off, as far as it can be: it is in nobody's way.

    Call it with nobody else making any.
    """
    for draft in people_folder().glob(f"{_NEW}*"):
        shutil.rmtree(draft, ignore_errors=True)


def has_card(person: str) -> bool:
    """Whether somebody's card is there and can be read."""
    return _card_of(person) is not None


def write_card(person: Person) -> None:
    """Write who a person is, in whole or not at all.

    Raises:
        OSError: the system would not let it be written; what was there before still is.
    """
    make_folder(folder_of(person.id))
    write_whole(folder_of(person.id) / CARD, _card(person))


def folder_of(person: str) -> Path:
    """The folder of a person, by their id.

    Raises:
        ValueError: that is no person's id.
    """
    if not is_uuid7(person):
        raise ValueError(f"{person!r} is no person's id")
    return people_folder() / person


def people_folder() -> Path:
    """Where the people's folders lie."""
    return paths.records() / _FOLDER


def neutral_name(number: int) -> str:
    """A pseudonym for somebody who gave none."""
    return _("Player {number}", number=number)


def fit_name(name: str, others: tuple[Person, ...]) -> str:
    """A pseudonym as it is kept: one line, without blanks around it.

    Raises:
        Trouble: it is empty, too long, or somebody else's already.
    """
    fit = " ".join("".join(letter if letter.isprintable() else " " for letter in name).split())
    if not fit:
        raise Trouble(_("A name needs at least one letter or figure. It need not be your own."))
    if len(fit) > LONGEST_NAME:
        raise Trouble(_("This name is too long; {most} letters fit.", most=LONGEST_NAME))
    if any(fit.casefold() == each.name.casefold() for each in others):
        raise Trouble(_("Somebody called {name} plays here already. Choose another name.", name=fit))
    return fit


def now_ms() -> int:
    """Milliseconds since 1970."""
    return time.time_ns() // 1_000_000


class _Card(msgspec.Struct, kw_only=True):
    """What stands on a card."""

    name: str
    look: dict[str, Any] | None = None
    settings: dict[str, Any] = msgspec.field(default_factory=dict)
    created_ms: int


_DECODER = msgspec.json.Decoder(_Card)


def _card(person: Person) -> bytes:
    look = None if person.look is None else dict(person.look)
    card = _Card(name=person.name, look=look, settings=dict(person.settings), created_ms=person.created_ms)
    return msgspec.json.format(msgspec.json.encode(card)) + b"\n"


def _read(person: str, number: int) -> Person:
    """A person by their card; whose card is lost or damaged is still there, with a neutral pseudonym."""
    card = _card_of(person)
    if card is None:
        return Person(person, neutral_name(number), created_ms=ms_of(person))
    return Person(person, card.name, card.look, card.settings, card.created_ms)


def _card_of(person: str) -> _Card | None:
    try:
        return _DECODER.decode((folder_of(person) / CARD).read_bytes())
    except (OSError, ValueError, RecursionError):
        return None
