"""The people who play here: listed, handed over to them as a file, erased."""

from __future__ import annotations

import sys
from datetime import datetime
from typing import TYPE_CHECKING

from game.records import Trouble, open_records
from game.records.durable import write_whole
from game.records.memberships import memberships
from game.records.trouble import cause
from game.terminal.keyboard import InputEnded, Keyboard
from game.terminal.page import Page
from game.texts import _
from game.texts.figures import day_words

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from game.records import Person
    from game.records.records import Records

__all__ = ["add", "choose", "erase", "export", "list_people", "rename"]

_DONE, _NOT_DONE, _NOT_THERE = 0, 1, 2


def list_people() -> int:
    """Say who plays here."""
    return _with_records(_list)


def add(name: str) -> int:
    """Make a person, who plays from now on."""
    return _with_records(lambda page, records: _choose(page, records, records.add(name)))


def choose(name: str) -> int:
    """Have somebody play from now on."""
    return _with_records(lambda page, records: _choose(page, records, _named(records, name)))


def rename(name: str, other: str) -> int:
    """Give a person another pseudonym."""
    return _with_records(lambda page, records: _rename(page, records, name, other))


def export(name: str, output: Path | None, *, force: bool) -> int:
    """Write everything that is kept of a person into a file, or print it."""
    return _with_records(lambda page, records: _export(page, records, name, output, force=force))


def erase(name: str, *, is_sure: bool) -> int:
    """Erase a person, after asking."""
    return _with_records(lambda page, records: _erase(page, records, name, is_sure=is_sure))


def _with_records(do: Callable[[Page, Records], int]) -> int:
    try:
        records = open_records()
        if records.note:
            Page(sys.stderr).say(records.note)
        return do(Page(sys.stdout), records)
    except Trouble as trouble:
        Page(sys.stderr).say(str(trouble))
        return _NOT_THERE


def _list(page: Page, records: Records) -> int:
    current = records.current()
    for person in records.people():
        count = len(records.history(person.id))
        page.say(_line(person, count, plays=person.id == current.id))
    return _DONE


def _choose(page: Page, records: Records, person: Person) -> int:
    records.choose(person.id)
    page.say(_("{name} plays from now on.", name=person.name))
    return _DONE


def _rename(page: Page, records: Records, name: str, other: str) -> int:
    person = _named(records, name)
    renamed = records.rename(person.id, other)
    page.say(_("{before} is called {name} from now on.", before=person.name, name=renamed.name))
    return _DONE


def _line(person: Person, count: int, *, plays: bool) -> str:
    results = _("1 result") if count == 1 else _("{count} results", count=count)
    values = {"name": person.name, "since": _day(person.created_ms), "results": results}
    if plays:
        return _("{name}: here since {since}, {results}; played last", **values)
    return _("{name}: here since {since}, {results}", **values)


def _day(ms: int) -> str:
    return day_words(datetime.fromtimestamp(ms / 1000).astimezone())


def _export(page: Page, records: Records, name: str, output: Path | None, *, force: bool) -> int:
    person = _named(records, name)
    text = records.export(person.id)
    _tell_servers(Page(sys.stderr), person)
    if output is None:
        sys.stdout.write(text.decode())
        return _DONE
    if output.exists() and not force:
        Page(sys.stderr).say(_("{path} is there already; --force replaces it.", path=output))
        return _NOT_THERE
    try:
        write_whole(output, text)
    except OSError as error:
        raise Trouble(cause(error, output)) from error
    page.say(_("All that is kept of {name} stands in {path}.", name=person.name, path=output))
    return _DONE


def _erase(page: Page, records: Records, name: str, *, is_sure: bool) -> int:
    person = _named(records, name)
    count = len(records.history(person.id))
    results = _("1 result") if count == 1 else _("{count} results", count=count)
    _tell_servers(page, person)
    if not is_sure:
        page.say(
            _(
                "Everything of {name} goes: {results}, every session with its journal, settings and avatar. It cannot "
                "be brought back; `people export` makes a copy first.",
                name=person.name,
                results=results,
            )
        )
        try:
            typed = Keyboard(sys.stdin, page).ask(_("To erase it all, type the name {name}:", name=person.name))
        except InputEnded:
            typed = ""
        if typed.casefold() != person.name.casefold():
            page.say(_("Nothing was erased."))
            return _NOT_DONE
    records.erase(person.id)
    page.say(_("Everything of {name} was erased.", name=person.name))
    return _DONE


def _tell_servers(page: Page, person: Person) -> None:
    """Say what servers keep of somebody: that is no part of what is kept here."""
    for each in memberships(person.id):
        page.say(
            _(
                "{name} is also known at {url}, as {pseudonym}. What that server keeps is not in this: it hands it "
                "over and erases it itself, from the boards in the window or on its page {page}.",
                name=person.name,
                url=each.url,
                pseudonym=each.pseudonym,
                page=f"{each.url}/me",
            )
        )


def _named(records: Records, name: str) -> Person:
    """Somebody by their name, however it is spelled in capitals.

    Raises:
        Trouble: nobody is called so.
    """
    everybody = records.people()
    found = next((each for each in everybody if each.name.casefold() == name.strip().casefold()), None)
    if found is None:
        names = ", ".join(each.name for each in everybody)
        raise Trouble(_("Nobody called {name} plays here. There are: {names}.", name=name, names=names))
    return found
