"""docs/scenario-format.md, the page that everything else goes by."""

from __future__ import annotations

import re

import pytest

from game.loader import find_scenarios
from game.loader.reading import read_text
from game.paths import shipped_scenarios
from game.scenario.model import Scenario
from tests.scenario.reference import COMMAND, PAGE, reference, renewed

TEXT = PAGE.read_text(encoding="utf-8")
EXAMPLES = re.findall(r"^```yaml\n(.*?)^```$", TEXT, re.MULTILINE | re.DOTALL)
LEFT_OUT = ("again", "notes", "desk", "second-call")
"""Scenes the example leads to and does not show."""


def test_what_the_program_writes_of_it_is_of_today() -> None:
    """Else the command renews it."""
    assert renewed(TEXT) == TEXT, f"docs/scenario-format.md is out of date; type: {COMMAND}"


def test_a_page_without_its_marks_is_told() -> None:
    """Before anything is lost."""
    with pytest.raises(ValueError, match="marks"):
        renewed("# The scenario format\n")


def test_every_key_stands_on_it() -> None:
    """In a table row of its own."""
    keys = set(re.findall(r"^\| `(\w+)` \|", reference(), re.MULTILINE))
    assert {"title", "with", "within", "silence", "because", "habit", "headscarf", "goto", "from"} <= keys


@pytest.mark.parametrize("example", EXAMPLES)
def test_its_example_is_a_case(example: str) -> None:
    """But for the scenes that it only names; the loader says nothing but that they are missing."""
    habits = find_scenarios([shipped_scenarios()]).habits
    reading = read_text(example, "example.yaml", habits)
    assert {found.code for found in reading.diagnostics} == {"unknown-scene"}
    whole = example + "".join(f"  {name}:\n    says: And so on.\n    goto: hung-up\n" for name in LEFT_OUT)
    reading = read_text(whole, "example.yaml", habits)
    assert reading.diagnostics == ()
    assert isinstance(reading.scenario, Scenario)
