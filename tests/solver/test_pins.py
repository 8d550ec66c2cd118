"""The shipped cases have the numbers they had."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.solver.pins import PINS, cases, numbers


@pytest.mark.parametrize("path", cases(), ids=lambda path: path.stem)
def test_a_shipped_case_has_its_pinned_numbers(path: Path) -> None:
    """A change of rules must not move them; after a change of the case, see tests/solver/pins.py."""
    pinned = json.loads(PINS.read_text(encoding="utf-8"))
    assert numbers(path) == pinned[path.stem]


def test_every_pin_is_of_a_case_that_is_there() -> None:
    """A case that was renamed or removed takes its numbers with it."""
    assert list(json.loads(PINS.read_text(encoding="utf-8"))) == [path.stem for path in cases()]
