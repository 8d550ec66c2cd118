"""The schema's revisions, carried out by Alembic in batch mode: SQLite changes a table by making it anew."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from alembic import command
from alembic.config import Config

if TYPE_CHECKING:
    from game.records.database.connection import Database

__all__ = ["config", "upgrade"]


def config() -> Config:
    """Alembic's settings."""
    settings = Config()
    settings.set_main_option("script_location", str(Path(__file__).parent).replace("%", "%%"))
    settings.set_main_option("path_separator", "os")
    return settings


def upgrade(database: Database, revision: str, settings: Config | None = None) -> None:
    """Bring a database to a revision of the schema, in one transaction.

    Raises:
        Trouble: the database cannot be written; it is as it was. `Damage` where it is not what its version says.
    """
    settings = config() if settings is None else settings
    with database.writing(keeps_references=False) as connection:
        settings.attributes["connection"] = connection
        command.upgrade(settings, revision)
