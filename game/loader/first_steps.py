"""The case in which newcomers learn to play; it does not lie among those to practise, and is in no list of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game import paths
from game.loader.reading import read_file

if TYPE_CHECKING:
    from game.scenario.model import Scenario

__all__ = ["FIRST_STEPS", "read_first_steps"]

FIRST_STEPS = "first-steps"
"""Its id."""


def read_first_steps() -> Scenario:
    """Read it.

    Raises:
        ValueError: its file is none any more; whoever changed the program's own files is told where it lies.
    """
    path = paths.first_steps()
    scenario = read_file(path).scenario
    if scenario is None:
        raise ValueError(f"{path} is no case")
    return scenario
