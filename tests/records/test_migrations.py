"""The schema: what the migrations make, and an older database brought to it."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest
import sqlalchemy as sa
from alembic import op
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext

from game.records import Result, Trouble, open_records
from game.records.database import migrations, opening
from game.records.database.connection import Database
from game.records.database.migrations import versions
from game.records.database.tables import METADATA
from game.records.people import Person
from tests.records.disk import full_disk
from tests.records.plays import all_of


def test_the_migrations_make_the_tables_of_the_program(tmp_path: Path) -> None:
    """Every column, key and index: Alembic finds no difference, and neither does SQLite."""
    made, migrated = tmp_path / "made.db", tmp_path / "migrated.db"
    opening.create(made)
    migrations.upgrade(Database(migrated))
    for path in (made, migrated):
        with Database(path).reading() as connection:
            context = MigrationContext.configure(connection, opts={"compare_type": True})
            assert compare_metadata(context, METADATA) == []
        assert opening.condition(path) == "newest"
    assert _layout(made) == _layout(migrated)


def test_the_newest_revision_is_the_last_of_the_migrations() -> None:
    """They are numbered without a gap, each says in a sentence what it does, and none is forgotten."""
    revisions = [each.revision for each in migrations.REVISIONS]
    assert revisions == [f"{number:04}" for number in range(1, len(revisions) + 1)]
    assert revisions[-1] == opening.NEWEST
    assert all(each.__doc__ for each in migrations.REVISIONS)
    assert len(list(Path(versions.__file__).parent.glob("v*.py"))) == len(revisions)


def test_every_earlier_database_comes_to_the_same_tables(tmp_path: Path) -> None:
    """From each revision on, an empty one included; and an upgrade that is asked for again does nothing."""
    for number in range(len(migrations.REVISIONS) + 1):
        path = tmp_path / f"{number}.db"
        migrations.upgrade(Database(path), migrations.REVISIONS[:number])
        migrations.upgrade(Database(path))
        before = path.read_bytes()
        migrations.upgrade(Database(path))
        assert path.read_bytes() == before
        assert opening.condition(path) == "newest"


def test_an_older_database_is_brought_to_the_newest_tables_with_all_it_holds(
    path: Path, everything: dict[Person, tuple[Result, ...]], next_revision: Callable[[str], None]
) -> None:
    """Tables made anew by batch mode take no row along that refers to them."""
    next_revision("sessions")
    records = open_records(catches_up=False)
    assert all_of(records) == everything
    assert records.note == ""
    with Database(path).reading() as connection:
        assert connection.scalar(sa.text("SELECT version_num FROM alembic_version")) == opening.NEWEST
        assert set(connection.scalars(sa.text("SELECT spare FROM sessions"))) == {"ended"}
    assert Database(path).faults() == []


def test_a_database_that_cannot_be_brought_further_is_made_anew(
    path: Path, everything: dict[Person, tuple[Result, ...]], next_revision: Callable[[str], None]
) -> None:
    """It was not what its version says; the upgrade left it as it was."""
    next_revision("prizes")
    before = path.read_bytes()
    records = open_records()
    assert all_of(records) == everything
    assert "was damaged" in records.note
    assert path.with_name("gastgeber.db.damaged").read_bytes() == before


def test_an_upgrade_for_which_there_is_no_room_leaves_all_as_it_was(
    path: Path, everything: dict[Person, tuple[Result, ...]], next_revision: Callable[[str], None]
) -> None:
    """It is told, and tried again at the next start."""
    next_revision("sessions")
    before = path.read_bytes()
    with full_disk(), pytest.raises(Trouble, match="no room left"):
        open_records()
    assert path.read_bytes() == before
    assert all_of(open_records()) == everything


@pytest.fixture
def next_revision(monkeypatch: pytest.MonkeyPatch) -> Callable[[str], None]:
    """Let a revision follow the newest that changes a table, and one others refer to."""

    def follow(table: str) -> None:
        monkeypatch.setattr(migrations, "REVISIONS", (*migrations.REVISIONS, _Next(table)))
        monkeypatch.setattr(opening, "NEWEST", _Next.revision)

    return follow


class _Next:
    revision = f"{int(opening.NEWEST) + 1:04}"

    def __init__(self, table: str) -> None:
        self._table = table

    def upgrade(self) -> None:
        with op.batch_alter_table(self._table, recreate="always") as table:
            table.add_column(sa.Column("spare", sa.Text(), nullable=False, server_default="ended"))
        with op.batch_alter_table("players", recreate="always") as table:
            table.add_column(sa.Column("further", sa.Text()))


def _layout(path: Path) -> dict[str, object]:
    with sqlite3.connect(path) as connection:
        names = [row[0] for row in connection.execute("SELECT name FROM sqlite_master WHERE name NOT LIKE 'sqlite_%'")]
        found: dict[str, object] = {}
        for name in sorted(names):
            found[name] = [
                *(list(connection.execute(f"PRAGMA {part}({name})")) for part in ("table_info", "index_info")),
                sorted(row[2:] for row in connection.execute(f"PRAGMA foreign_key_list({name})")),
            ]
    connection.close()
    return found
