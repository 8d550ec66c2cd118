"""The log: lines of JSON, written many at once, what is amiss at once."""

from __future__ import annotations

import io
import json
import logging
from typing import TYPE_CHECKING

import pytest

from game.leaderboard.logging import LOGGER, log_to

if TYPE_CHECKING:
    from collections.abc import Iterator


@pytest.fixture
def stream() -> Iterator[io.StringIO]:
    """Where the log is written to meanwhile."""
    names = ("", "uvicorn", "uvicorn.error", "asyncio", LOGGER.name)
    before = {name: (log := logging.getLogger(name), list(log.handlers), log.level, log.propagate) for name in names}
    written = io.StringIO()
    log_to(written)
    yield written
    for log, handlers, level, propagates in before.values():
        log.handlers[:], log.propagate = handlers, propagates
        log.setLevel(level)


def test_what_is_amiss_is_written_at_once_and_in_its_order(stream: io.StringIO) -> None:
    """With what was told before it."""
    LOGGER.info("first", extra={"route": "/", "ms": 1.5})
    LOGGER.warning("second")
    first, second = map(json.loads, stream.getvalue().splitlines())
    assert (first["level"], first["event"], first["route"], first["ms"]) == ("info", "first", "/", 1.5)
    assert (second["level"], second["event"]) == ("warning", "second")
    assert first["time"].endswith("+00:00")


def test_other_packages_are_not_quoted(stream: io.StringIO) -> None:
    """What they fill into their sentences may be somebody's; what they tell of their doings is not written."""
    logging.getLogger("uvicorn.error").info("Started %s", "something")
    logging.getLogger("uvicorn.error").error("Invalid request from %s", "Zwentibold")
    (told,) = map(json.loads, stream.getvalue().splitlines())
    assert told["event"] == "uvicorn.error: Invalid request from %s"
    assert "Zwentibold" not in stream.getvalue()


def test_what_cannot_be_written_stops_nothing(stream: io.StringIO) -> None:
    """Whoever read the log has gone."""
    stream.close()
    LOGGER.warning("nobody hears it")
