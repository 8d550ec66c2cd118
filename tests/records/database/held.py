"""Holding a writer, so that what is submitted meanwhile comes together."""

from __future__ import annotations

import threading
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sqlalchemy import Connection

    from game.records.database.gathering import Writer

__all__ = ["held"]


@contextmanager
def held(writer: Writer) -> Iterator[None]:
    """Keep a writer busy with a job that ends when this does."""
    begun, go_on = threading.Event(), threading.Event()

    def hold(_connection: Connection) -> None:
        begun.set()
        go_on.wait(10)

    future = writer.submit(hold)
    assert begun.wait(10)
    try:
        yield
    finally:
        go_on.set()
    future.result(10)
