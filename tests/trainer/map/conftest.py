"""Maps of the shipped cases and of a long one, drawn once."""

from __future__ import annotations

from functools import cache

import pytest

from game import paths
from game.loader import read_file, read_habits
from game.scenario.model import Scenario
from game.trainer.map.chart import Chart
from game.trainer.map.layout import Plan, lay_out
from game.trainer.map.making import chart_of
from tests.trainer.map.long_case import long_case

NAMES = ("broken-line", "defective-return", "party-host", "long-case")


@cache
def _scenario(name: str) -> Scenario:
    if name == "long-case":
        return long_case()
    folder = paths.shipped_scenarios()
    reading = read_file(folder / f"{name}.yaml", read_habits(folder / "habits.yaml").habits)
    assert reading.scenario is not None
    return reading.scenario


@cache
def _chart(name: str) -> Chart:
    return chart_of(name, _scenario(name))


@cache
def _plan(name: str) -> Plan:
    return lay_out(_chart(name))


@pytest.fixture(params=NAMES)
def name(request: pytest.FixtureRequest) -> str:
    """The id of each shipped case, and of a long one."""
    return str(request.param)


@pytest.fixture
def scenario(name: str) -> Scenario:
    """The case itself."""
    return _scenario(name)


@pytest.fixture
def chart(name: str) -> Chart:
    """What its map shows."""
    return _chart(name)


@pytest.fixture
def plan(name: str) -> Plan:
    """And where."""
    return _plan(name)
