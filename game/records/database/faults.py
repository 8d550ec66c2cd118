"""What keeps a database from working, in sentences: the codes of SQLite and of PostgreSQL, and what they mean here."""

from __future__ import annotations

import sqlite3

from sqlalchemy.exc import DBAPIError, OperationalError

from game.records.trouble import Trouble
from game.texts import _

__all__ = ["Collision", "Damage", "Lost", "damage", "none_free", "trouble_of", "unreachable"]

_DAMAGE = (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB)
_WRITTEN_BEFORE = (
    sqlite3.SQLITE_CONSTRAINT_UNIQUE,
    sqlite3.SQLITE_CONSTRAINT_PRIMARYKEY,
    sqlite3.SQLITE_CONSTRAINT_FOREIGNKEY,
)
_UNDONE = ("40001", "40P01", "55P03", "23503", "23505")
"""PostgreSQL's: not in any order, deadlock, waited too long, and keys that another wrote or deleted first."""


class Damage(Trouble):
    """The database's file is damaged; it can be made anew from what it was made of."""


class Collision(Trouble):
    """Another transaction was in the way; nothing was written, and it may be tried again."""


class Lost(Trouble):
    """The database cannot be reached, or is reached no more."""

    is_unsure = False
    """Whether it went while a transaction was being kept, so that nobody knows whether it was."""


def trouble_of(error: DBAPIError | sqlite3.Error, name: str, *, is_desktop: bool) -> Trouble:
    """An error of the database, in a sentence that says what to do."""
    original = error.orig if isinstance(error, DBAPIError) else error
    if not isinstance(original, sqlite3.Error):
        return _of_postgresql(error, name)
    exactly = getattr(original, "sqlite_errorcode", sqlite3.SQLITE_ERROR)
    code = exactly & 0xFF
    if code in _DAMAGE:
        return Damage(damage(name)) if is_desktop else Trouble(_restore(name))
    match code:
        case sqlite3.SQLITE_BUSY | sqlite3.SQLITE_LOCKED:
            return Trouble(
                _("The database {path} is in use by another window or program. Try again in a moment.", path=name)
            )
        case sqlite3.SQLITE_FULL:
            return Trouble(_no_room(name))
        case sqlite3.SQLITE_READONLY | sqlite3.SQLITE_PERM | sqlite3.SQLITE_CANTOPEN:
            return Trouble(
                _("The database {path} cannot be written. Ask for the right to read and write its folder.", path=name)
            )
        case sqlite3.SQLITE_IOERR:
            return Trouble(_("The disk could not read or write {path}. Look whether it is still there.", path=name))
        case sqlite3.SQLITE_CONSTRAINT if is_desktop:
            return Trouble(_("Who plays here was erased in another window."))
        case sqlite3.SQLITE_CONSTRAINT if exactly in _WRITTEN_BEFORE:
            return Collision(_collided())
        case _other:
            return Damage(_foreign(name)) if is_desktop else Trouble(_unforeseen(name, original))


def damage(name: str) -> str:
    """That a desktop's database is damaged."""
    return _("The database {path} is damaged. Start the game again: it is made anew from your journals.", path=name)


def none_free(name: str) -> str:
    """That all connections are in use."""
    return _("The database {path} is asked too much at the moment. Try again in a moment.", path=name)


def unreachable(name: str) -> str:
    """That a database is gone, or was never there."""
    return _("The database {path} cannot be reached. Look whether it runs.", path=name)


def _of_postgresql(error: DBAPIError | sqlite3.Error, name: str) -> Trouble:
    original = error.orig if isinstance(error, DBAPIError) else error
    state = getattr(original, "sqlstate", None) or ""
    if state in _UNDONE:
        return Collision(_collided())
    if state == "53100":
        return Trouble(_no_room(name))
    if state in ("28000", "28P01", "42501"):
        return Trouble(_("The database {path} lets nobody in by this name and password, or not to write.", path=name))
    if state == "3D000":
        return Trouble(_("There is no database {path}. Make it with createdb first.", path=name))
    if state == "25006":
        return Trouble(_("The database {path} may only be read. Is it a copy of another?", path=name))
    is_gone = isinstance(error, DBAPIError) and error.connection_invalidated
    if is_gone or state[:2] in ("08", "53", "57") or (not state and isinstance(error, OperationalError)):
        return Lost(unreachable(name))  # cut, no connections left, shutting down
    return Trouble(_unforeseen(name, original))


def _no_room(name: str) -> str:
    return _("There is no room left on the disk for {path}. Make some room.", path=name)


def _collided() -> str:
    return _("Somebody else changed the same at the same moment. Try again.")


def _restore(name: str) -> str:
    return _("The database {path} is damaged. Stop the server and put back a backup.", path=name)


def _foreign(name: str) -> str:
    return _("The database {path} is not one of this game's. Start the game again: it is made anew.", path=name)


def _unforeseen(name: str, error: BaseException | None) -> str:
    return _("The database {path} could not do what was asked: {reason}.", path=name, reason=type(error).__name__)
