"""A journal's file, read, with the case it was played on."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from game.loader import find_scenarios, scenario_folders
from game.loader.words import Words
from game.records import Trouble
from game.records.revisions import playbook
from game.records.shelf import read
from game.session.compiler import compile_scenario
from game.terminal.findings import tell_language
from game.texts import _

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from game.loader import Found
    from game.session.journal import Head, Journal
    from game.session.playbook import Playbook
    from game.terminal.page import Page

__all__ = ["Opened", "open_journal"]


class Opened(NamedTuple):
    """A journal, and what is needed to explain it."""

    journal: Journal
    book: Playbook
    found: Found


def open_journal(path: Path, folders: Iterable[Path], language: str, told: Page) -> Opened:
    """Read a journal's file; what is damaged in it, and what is not translated, is told.

    The case is the copy of its revision, beside the journal or among the records; else the case of that id that is
    found, if it is still the same. It is told in the language asked for, as far as there is a catalogue.

    Raises:
        Trouble: it is no journal, or its case is not there.
    """
    found = find_scenarios(scenario_folders(folders))
    reading = read(path)
    journal = reading.journal
    if journal is None:
        raise Trouble(_("{path} is no journal: its first line is damaged or foreign.", path=path))
    words = Words(found.paths, language)
    book = _book_of(journal.head, path, found, words)
    tell_language(told, words.translation(journal.head.scenario, book.original))
    if reading.fault is not None:
        number = len(journal.records) + 2
        told.say(_("Line {number} of the journal is damaged; from there on it is left out.", number=number))
    return Opened(journal, book, found)


def _book_of(head: Head, journal: Path, found: Found, words: Words) -> Playbook:
    try:
        return playbook(head.revision, journal, partial(words.told, head.scenario))
    except Trouble as trouble:
        scenario = found.reading(head.scenario).scenario if head.scenario in found.paths else None
        book = None if scenario is None else compile_scenario(scenario, words.told(head.scenario, scenario))
        if book is None or book.revision != head.revision:
            raise Trouble(
                _("{trouble} The case {case} that is found here is not the same.", trouble=trouble, case=head.scenario)
            ) from None
        return book
