"""Opening the database: made where there is none, brought to the newest schema where it is older."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING, Literal

from sqlalchemy import insert, select

from game.records.database.connection import Damage, Database
from game.records.database.tables import METADATA, VERSIONS
from game.records.durable import sync_folder
from game.records.trouble import Trouble, cause
from game.texts import _

if TYPE_CHECKING:
    from pathlib import Path

    from sqlalchemy import Connection, Table

__all__ = ["ASIDE", "FILE", "NEWEST", "Condition", "condition", "create", "opened", "set_aside"]

FILE = "gastgeber.db"
ASIDE = "gastgeber.db.damaged"
NEWEST = "0002"
"""The schema's revision, the last of migrations.REVISIONS, which cannot be asked without importing Alembic."""

Condition = Literal["missing", "newest", "older", "newer", "damaged"]


def opened(path: Path) -> tuple[Database, bool]:
    """The database in a file, and whether one that was damaged stood there; call it with nobody else opening it.

    Raises:
        Trouble: it belongs to a newer version of the game and is left alone, or the system does not let it be used.
    """
    found = condition(path)
    if found == "newer":
        raise Trouble(
            _(
                "The database {path} was written by a newer version of the game, so it is left alone. Nothing is "
                "lost: what you play is kept, and the newer version will find it.",
                path=path,
            )
        )
    if found == "older":
        try:
            _upgrade(path)
            found = "newest"
        except Damage:
            found = "damaged"
    if found == "newest":
        return Database(path), False
    if found == "damaged":
        set_aside(path)
    create(path)
    return Database(path), found == "damaged"


def condition(path: Path) -> Condition:
    """How a file stands to what this program expects.

    Raises:
        Trouble: the system does not let it be read.
    """
    try:
        if not path.stat().st_size:
            return "missing"
    except FileNotFoundError:
        return "missing"
    except OSError as error:
        raise Trouble(cause(error, path)) from error
    try:
        with Database(path).reading() as connection:
            version = connection.scalar(select(VERSIONS.c.version_num))
            is_sound = connection.exec_driver_sql("PRAGMA quick_check(1)").scalar() == "ok"
            has_tables = all(_is_whole(connection, table) for table in METADATA.sorted_tables)
    except Damage:
        return "damaged"
    if not is_sound or version is None or not version.isdecimal():
        return "damaged"
    if version == NEWEST:
        return "newest" if has_tables else "damaged"
    return "older" if int(version) < int(NEWEST) else "newer"


def create(path: Path) -> None:
    """Make the tables of the newest schema, all of them or none.

    Raises:
        Trouble: the system does not let them be written.
    """
    with Database(path).writing() as connection:
        _make_tables(connection)
    with suppress(OSError):  # on systems that know no such rights
        path.chmod(0o600)
    sync_folder(path.parent)


def set_aside(path: Path) -> None:
    """Move a damaged database out of the way; what was put there earlier goes.

    Raises:
        Trouble: the system does not let it be moved.
    """
    try:
        path.replace(path.with_name(ASIDE))
        for rest in ("-journal", "-wal", "-shm"):  # of the damaged one: they would spoil the next
            path.with_name(path.name + rest).unlink(missing_ok=True)
        sync_folder(path.parent)
    except OSError as error:
        raise Trouble(cause(error, path)) from error


def _is_whole(connection: Connection, table: Table) -> bool:
    """Whether a table is there with all its columns."""
    there = {row[1] for row in connection.exec_driver_sql(f"PRAGMA table_info({table.name})")}
    return there >= set(table.columns.keys())


def _make_tables(connection: Connection) -> None:
    METADATA.create_all(connection)
    VERSIONS.create(connection)
    connection.execute(insert(VERSIONS).values(version_num=NEWEST))


def _upgrade(path: Path) -> None:
    from game.records.database.migrations import upgrade  # late: Alembic is needed for an older schema alone

    upgrade(Database(path))
