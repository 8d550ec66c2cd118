"""Building a graph without looks for garbage leaves everything as it was."""

from __future__ import annotations

import gc
from collections.abc import Iterator

import pytest

from game.solver import TooManyStates, solve
from game.solver.allocation import uncollected
from tests.cases import book, choice, ending, scene


@pytest.fixture(autouse=True)
def restored() -> Iterator[None]:
    """Whatever a test leaves, garbage is looked for after it."""
    yield
    gc.enable()


def test_garbage_is_looked_for_again_afterwards() -> None:
    """Also where the building is broken off."""
    with uncollected():
        assert not gc.isenabled()
    assert gc.isenabled()
    playbook = book(here=scene(choice("a", "there")), there=scene(choice("b", "end")), end=ending())
    with pytest.raises(TooManyStates):
        solve(playbook, limit=1)
    assert gc.isenabled()


def test_whoever_wants_no_looks_gets_none() -> None:
    """It was off before, and stays so."""
    gc.disable()
    with uncollected():
        assert not gc.isenabled()
    assert not gc.isenabled()
