"""The tests read English, whatever the computer's own language is."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

from game.texts import use_language

if TYPE_CHECKING:
    from collections.abc import Iterator

os.environ["LANGUAGE"] = "en"


@pytest.fixture(autouse=True)
def english() -> Iterator[None]:
    """English again after each test that asked for another language."""
    yield
    use_language("en")
