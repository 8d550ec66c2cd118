"""The schema: what the migrations make, and an older database brought to it."""

from __future__ import annotations

import os
import sqlite3
from pathlib import Path

import pytest
import sqlalchemy as sa
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext

from game.records import Result, Trouble, open_records
from game.records.database import migrations, opening
from game.records.database.connection import Database
from game.records.database.tables import METADATA
from game.records.people import Person
from tests.records.disk import full_disk
from tests.records.plays import all_of


def test_the_migrations_make_the_tables_of_the_program(tmp_path: Path) -> None:
    """Every column, key and index: Alembic finds no difference, and neither does SQLite."""
    made, migrated = tmp_path / "made.db", tmp_path / "migrated.db"
    opening.create(made)
    migrations.upgrade(Database(migrated), opening.NEWEST)
    for path in (made, migrated):
        with Database(path).reading() as connection:
            context = MigrationContext.configure(connection, opts={"compare_type": True})
            assert compare_metadata(context, METADATA) == []
        assert opening.condition(path) == "newest"
    assert _layout(made) == _layout(migrated)


def test_the_newest_revision_is_the_last_of_the_migrations() -> None:
    """They are numbered without a gap, and each says in a sentence what it does."""
    from alembic.script import ScriptDirectory

    script = ScriptDirectory.from_config(migrations.config())
    revisions = [each.revision for each in script.walk_revisions()][::-1]
    assert revisions == [f"{number:04}" for number in range(1, len(revisions) + 1)]
    assert script.get_current_head() == opening.NEWEST
    assert all(each.doc for each in script.walk_revisions())


def test_an_older_database_is_brought_to_the_newest_tables_with_all_it_holds(
    path: Path, everything: dict[Person, tuple[Result, ...]], next_revision: Path
) -> None:
    """Tables made anew by batch mode take no row along that refers to them."""
    (next_revision / "v0002_next.py").write_text(_NEXT)
    records = open_records(catches_up=False)
    assert all_of(records) == everything
    assert records.note == ""
    with Database(path).reading() as connection:
        assert connection.scalar(sa.text("SELECT version_num FROM alembic_version")) == "0002"
        assert set(connection.scalars(sa.text("SELECT state FROM sessions"))) == {"ended"}
    assert Database(path).faults() == []


def test_a_database_that_cannot_be_brought_further_is_made_anew(
    path: Path, everything: dict[Person, tuple[Result, ...]], next_revision: Path
) -> None:
    """It was not what its version says; the upgrade left it as it was."""
    (next_revision / "v0002_next.py").write_text(_NEXT.replace('"sessions"', '"standings"'))
    before = path.read_bytes()
    records = open_records()
    assert all_of(records) == everything
    assert "was damaged" in records.note
    assert path.with_name("gastgeber.db.damaged").read_bytes() == before


def test_an_upgrade_for_which_there_is_no_room_leaves_all_as_it_was(
    path: Path, everything: dict[Person, tuple[Result, ...]], next_revision: Path
) -> None:
    """It is told, and tried again at the next start."""
    (next_revision / "v0002_next.py").write_text(_NEXT)
    before = path.read_bytes()
    with full_disk(), pytest.raises(Trouble, match="no room left"):
        open_records()
    assert path.read_bytes() == before
    assert all_of(open_records()) == everything


@pytest.fixture
def next_revision(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder for a revision that follows the newest."""
    folder = tmp_path / "versions"
    folder.mkdir()
    really = migrations.config()
    there = Path(migrations.__file__).parent / "versions"

    def config() -> Config:
        really.set_main_option("version_locations", os.pathsep.join(map(str, (there, folder))))
        return really

    monkeypatch.setattr(migrations, "config", config)
    monkeypatch.setattr(opening, "NEWEST", "0002")
    return folder


_NEXT = '''"""What might come next."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    """Change tables that others refer to."""
    with op.batch_alter_table("sessions") as table:
        table.add_column(sa.Column("state", sa.Text(), nullable=False, server_default="ended"))
    with op.batch_alter_table("players", recreate="always") as table:
        table.add_column(sa.Column("token_hash", sa.Text()))
'''


def _layout(path: Path) -> dict[str, object]:
    with sqlite3.connect(path) as connection:
        names = [row[0] for row in connection.execute("SELECT name FROM sqlite_master WHERE name NOT LIKE 'sqlite_%'")]
        found: dict[str, object] = {}
        for name in sorted(names):
            found[name] = [
                list(connection.execute(f"PRAGMA {part}({name})"))
                for part in ("table_info", "foreign_key_list", "index_info")
            ]
    connection.close()
    return found
