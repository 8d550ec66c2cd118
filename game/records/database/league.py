"""Opening a server's database: its tables made where there are none, brought to the newest where they are older.

Several processes of a server may start at once; one of them makes the tables, the others wait for it.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from sqlalchemy import insert, inspect, select, text

from game import paths
from game.records.database.connection import Database
from game.records.database.engines import url_of
from game.records.database.opening import NEWEST
from game.records.database.tables import METADATA, VERSIONS
from game.records.durable import make_folder
from game.records.trouble import Trouble, cause
from game.texts import _

if TYPE_CHECKING:
    from sqlalchemy import Connection

__all__ = ["found_league", "open_league", "schema_of"]

_PRIVATE = 0o700
_TURN = 0x6761_7374_0001  # a number of this program's own: whoever holds it is changing the tables


def open_league(url: str) -> Database:
    """The database of a server at `sqlite:///file` or `postgresql://…`, its tables as this program expects them.

    Where it lies in the user's own folder, that is made.

    Raises:
        Trouble: it cannot be reached or written, holds something else, or belongs to a newer version of the program.
    """
    if url == paths.league_url():
        _make_folder(Path(url.removeprefix("sqlite:///")).parent)
    database = Database(url)
    try:
        _bring_up(database)
    except BaseException:
        database.close()
        raise
    return database


def found_league(url: str) -> Database:
    """The database of a server as it is: nothing is made, and nothing brought up.

    Raises:
        Trouble: it cannot be reached, is not there, or has not the tables of this version.
    """
    address = url_of(url)
    if address.get_backend_name() == "sqlite" and not Path(address.database or "").is_file():
        raise Trouble(_("{path} is not there.", path=address.database))
    database = Database(url)
    try:
        with database.reading() as connection:
            found = schema_of(connection)
        if found != NEWEST:
            _refuse_newer(database, found)
            raise Trouble(
                _(
                    "The database {path} has not the tables of this version. Bring it up to date first: database "
                    "upgrade.",
                    path=database.name,
                )
            )
    except BaseException:
        database.close()
        raise
    return database


def schema_of(connection: Connection) -> str:
    """The revision of the tables; an empty text where there are none."""
    if not inspect(connection).has_table(VERSIONS.name):
        return ""
    return connection.scalar(select(VERSIONS.c.version_num)) or ""


def _make_folder(folder: Path) -> None:
    if folder.exists():
        return
    try:
        make_folder(folder)
        folder.chmod(_PRIVATE)
    except OSError as error:
        raise Trouble(cause(error, folder)) from error


def _bring_up(database: Database) -> None:
    with database.reading() as connection:
        found = schema_of(connection)
    if found == NEWEST:
        return
    _refuse_newer(database, found)
    with database.writing(keeps_references=False) as connection:
        if connection.dialect.name == "postgresql":
            connection.execute(text("SELECT pg_advisory_xact_lock(:turn)"), {"turn": _TURN})
        found = schema_of(connection)
        if not found:
            _make_tables(connection, database.name)
        elif found != NEWEST:
            from game.records.database.migrations import carry_out  # late: Alembic is needed for an older schema alone

            carry_out(connection)


def _refuse_newer(database: Database, found: str) -> None:
    if found and (not found.isdecimal() or int(found) > int(NEWEST)):
        raise Trouble(
            _(
                "The database {path} was written by a newer version of the game, so it is left alone. Install that "
                "version here too.",
                path=database.name,
            )
        )


def _make_tables(connection: Connection, name: str) -> None:
    if set(inspect(connection).get_table_names()) & set(METADATA.tables):
        raise Trouble(_("The database {path} holds something else. Take an empty one.", path=name))
    METADATA.create_all(connection, checkfirst=False)
    VERSIONS.create(connection, checkfirst=True)
    connection.execute(insert(VERSIONS).values(version_num=NEWEST))
