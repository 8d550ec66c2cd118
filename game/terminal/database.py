"""A server's database, looked after by whoever runs it: brought up to date, checked, tidied, rebuilt, moved."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from game.records.database.connection import Database
from game.records.database.league import found_league, open_league
from game.records.league import moving, retention
from game.records.league.audit import chain_faults
from game.records.league.rebuild import differences
from game.records.league.rebuild import rebuild as rebuilt
from game.records.people import now_ms
from game.records.trouble import Trouble
from game.terminal.page import Page
from game.texts import _

if TYPE_CHECKING:
    from collections.abc import Callable

__all__ = ["check", "move", "rebuild", "sweep", "upgrade"]

_DONE, _FOUND, _COULD_NOT = 0, 1, 2


def upgrade(url: str) -> int:
    """Make its tables, or bring them to this version's."""
    return _told(url, lambda database: _("The tables of {path} are those of this version.", path=database.name))


def rebuild(url: str) -> int:
    """Work the boards out anew."""

    def done(database: Database) -> str:
        told = database.write(rebuilt)
        if not told.changed:
            return _("Every board is as it should be; there are so many: {number}.", number=told.boards)
        return _(
            "Boards that were not as they should be, and are now: {changed} of {number}.",
            changed=len(told.changed),
            number=told.boards,
        )

    return _told(url, done)


def sweep(url: str) -> int:
    """Delete what has been kept long enough."""

    def done(database: Database) -> str:
        swept = database.write(lambda c: retention.sweep(c, now_ms()))
        database.tidy()
        return _(
            "Deleted – journals: {journals}; steps of sessions that nobody will finish: {steps}; codes: {codes}; "
            "devices that were signed in: {devices}; notes of guesses: {guesses}; reports: {reports}. "
            "Closed – sessions: {abandoned}; seasons: {seasons}.",
            **swept._asdict(),
        )

    return _told(url, done)


def check(url: str) -> int:
    """Look for what is wrong, and change nothing."""
    try:
        database = found_league(url)
        try:
            found = database.faults()
            with database.reading() as c:
                found += differences(c)
                found += [
                    _("The audit trail is broken at line {number} ({kind}).", number=each.n, kind=each.kind)
                    for each in chain_faults(c)
                ]
        finally:
            database.close()
    except Trouble as trouble:
        Page(sys.stderr).say(str(trouble))
        return _COULD_NOT
    for each in found:
        Page(sys.stdout).say(each)
    if not found:
        Page(sys.stdout).say(_("Nothing is wrong with {path}.", path=database.name))
    return _FOUND if found else _DONE


def move(source: str, target: str) -> int:
    """Copy all of it into another database."""
    try:
        moved = moving.move(source, target)
    except Trouble as trouble:
        Page(sys.stderr).say(str(trouble))
        return _COULD_NOT
    page = Page(sys.stdout)
    for name, number in moved.rows.items():
        page.say(_("Rows of {table}: {number}", table=name, number=number))
    page.say(_("All of it was read once more and is the same. The database it comes from is as it was."))
    for each in moved.remarks:
        page.say(each)
    return _DONE


def _told(url: str, do: Callable[[Database], str]) -> int:
    """Do something with a database and say what came of it."""
    try:
        database = open_league(url)
        try:
            told = do(database)
        finally:
            database.close()
    except Trouble as trouble:
        Page(sys.stderr).say(str(trouble))
        return _COULD_NOT
    Page(sys.stdout).say(told)
    return _DONE
