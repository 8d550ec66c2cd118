"""A disk without room for a database to grow."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

import sqlalchemy as sa


@contextmanager
def full_disk() -> Iterator[None]:
    """No room in any database for one page more."""

    def limited(connection: sqlite3.Connection, _record: object) -> None:
        connection.execute("PRAGMA max_page_count = 1")

    sa.event.listen(sa.Engine, "connect", limited)
    try:
        yield
    finally:
        sa.event.remove(sa.Engine, "connect", limited)
