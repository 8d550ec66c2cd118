"""What a scenario is."""

from __future__ import annotations

import pytest

from game.scenario.model import DIMENSIONS, Effects
from tests.loader.told import scenario_of


def test_people_are_found_by_key() -> None:
    """The customer, or one of the others."""
    scenario = scenario_of("")
    assert scenario.person("customer").name == "Reto"
    assert scenario.person("desk").name == "Network desk"
    with pytest.raises(KeyError, match="dask"):
        scenario.person("dask")


def test_parts_cannot_be_changed() -> None:
    """They are values; whoever wants another makes another."""
    scenario = scenario_of("")
    with pytest.raises(AttributeError):
        scenario.title = scenario.title  # type: ignore[misc]


def test_each_dimension_is_a_key_of_effects() -> None:
    """Points are counted by these names everywhere."""
    effects = Effects()
    assert [getattr(effects, dimension) for dimension in DIMENSIONS] == [0, 0, 0]
