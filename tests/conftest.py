"""The tests read English, whatever the computer's own language is."""

from __future__ import annotations

import os
import signal
from typing import TYPE_CHECKING

import pytest

from game.texts import use_language
from tests.leagues import league_database, league_url

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["english", "league_database", "league_url"]

os.environ["LANGUAGE"] = "en"


@pytest.fixture(autouse=True)
def english() -> Iterator[None]:
    """English again after each test that asked for another language."""
    yield
    use_language("en")


# What a shell starts in the background ignores Ctrl-C, and what is to outlive its terminal ignores that it closes; so
# would all that the tests start, and they are to hear both.
if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
    signal.signal(signal.SIGINT, signal.default_int_handler)
if hasattr(signal, "SIGHUP") and signal.getsignal(signal.SIGHUP) is signal.SIG_IGN:
    signal.signal(signal.SIGHUP, signal.SIG_DFL)
