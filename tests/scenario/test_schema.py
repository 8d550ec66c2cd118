"""The JSON Schema of what trainers write."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from random import Random
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft7Validator

from game.scenario.curriculum import Chapter, Lesson
from game.scenario.kinds import Field, fields
from game.scenario.model import (
    Choice,
    Ending,
    Exit,
    Face,
    Habit,
    Line,
    Part,
    Person,
    Player,
    Promise,
    Scenario,
    Scene,
)
from game.scenario.schema import curriculum_schema, habits_schema, schema
from tests.diagnostics.pages import Example, examples
from tests.effort import examples as tries
from tests.handwriting import write_down
from tests.shipped import CASES
from tests.strategies import scenarios

SHIPPED = Path(__file__).parents[2] / "scenarios"
SCHEMA = Draft7Validator(schema())


class _Loader(yaml.SafeLoader):
    """Types scalars as YAML 1.2 does, and editors with it: `no` and `12:30` are words."""


_Loader.yaml_implicit_resolvers = {}
for tag, pattern, first in (
    ("bool", r"^(?:true|True|TRUE|false|False|FALSE)$", "tTfF"),
    ("int", r"^[-+]?[0-9]+$", "-+0123456789"),
    ("null", r"^(?:~|null|Null|NULL|)$", "~nN\0"),
):
    _Loader.add_implicit_resolver(f"tag:yaml.org,2002:{tag}", re.compile(pattern), list(first))


def _faults(text: str) -> list[str]:
    loaded = yaml.load(text, Loader=_Loader)
    return [f"{'/'.join(map(str, error.absolute_path))}: {error.message[:100]}" for error in SCHEMA.iter_errors(loaded)]


SEEN_BY_THE_SCHEMA = frozenset(
    (
        "bad-name",
        "dash-in-speech",
        "empty-brackets",
        "empty-text",
        "keys-exclude",
        "leading-character",
        "missing-key",
        "missing-one-of",
        "missing-partner",
        "missing-value",
        "mixed-line",
        "not-a-duration",
        "not-a-language",
        "not-a-moment",
        "not-a-number",
        "not-true-or-false",
        "out-of-range",
        "reserved-name",
        "unknown-key",
        "unknown-word",
        "wrong-shape",
    )
)
"""Codes whose faults an editor can tell by the schema alone."""


def test_the_schema_is_one() -> None:
    """Draft 7, which editors know best, and nothing that JSON cannot hold."""
    Draft7Validator.check_schema(schema())
    Draft7Validator.check_schema(habits_schema())
    Draft7Validator.check_schema(curriculum_schema())
    assert json.loads(json.dumps(schema())) == schema()
    assert schema()["$schema"] == "http://json-schema.org/draft-07/schema#"


@pytest.mark.parametrize("path", CASES.values(), ids=CASES)
def test_shipped_scenarios_are_valid(path: Path) -> None:
    """An editor shows no squiggle in them."""
    assert _faults(path.read_text(encoding="utf-8")) == []


def test_shipped_habits_are_valid() -> None:
    """And one of an unknown kind is not."""
    text = (SHIPPED / "habits.yaml").read_text(encoding="utf-8")
    validator = Draft7Validator(habits_schema())
    assert list(validator.iter_errors(yaml.load(text, Loader=_Loader))) == []
    assert list(validator.iter_errors(yaml.load(text.replace("kind: vice", "kind: vise"), Loader=_Loader)))


def test_the_shipped_curriculum_is_valid() -> None:
    """And one with a key that is none is not."""
    text = (SHIPPED / "curriculum.yaml").read_text(encoding="utf-8")
    validator = Draft7Validator(curriculum_schema())
    assert list(validator.iter_errors(yaml.load(text, Loader=_Loader))) == []
    assert list(validator.iter_errors(yaml.load(text.replace("after:", "before:"), Loader=_Loader)))


@pytest.mark.parametrize("example", [example for example in examples("yaml") if not example.is_wrong], ids=str)
def test_right_examples_are_valid(example: Example) -> None:
    """All that the loader takes, in whatever short form."""
    if example.code != "several-documents":
        assert _faults(example.text) == []


TEXTS_LIKE_ANY_OTHER = ("-Good morning.", "- And your website", "- Hello?", "- Are you there?", "[She sighs]", "#4471,")
"""What stands in wrong examples and is a text, or a list of texts, to an editor."""


@pytest.mark.parametrize(
    "example", [each for each in examples("yaml") if each.is_wrong and each.code in SEEN_BY_THE_SCHEMA], ids=str
)
def test_wrong_examples_are_not(example: Example) -> None:
    """What can be told without looking at other places, an editor tells while one is typing."""
    try:
        faults = _faults(example.text)
    except yaml.YAMLError:
        return  # an editor tells this even without the schema
    if not any(text in example.text for text in TEXTS_LIKE_ANY_OTHER):
        assert faults


@tries(60)
@given(scenarios(), st.integers(0, 2**32))
def test_whatever_a_trainer_may_write_is_valid(scenario: Scenario, hand: int) -> None:
    """In short and in long forms."""
    assert _faults(write_down(scenario, Random(hand))) == []


def _properties(part: Any) -> Iterator[tuple[str, Any]]:
    """Every key that has a place of its own in the schema."""
    if isinstance(part, dict):
        for name, value in part.get("properties", {}).items() if isinstance(part.get("properties"), dict) else ():
            if isinstance(value, dict):  # else a rule only says that the key must not stand here
                yield name, value
        for value in part.values():
            yield from _properties(value)
    elif isinstance(part, list):
        for value in part:
            yield from _properties(value)


def test_every_key_has_a_description() -> None:
    """An editor shows it where the key is typed."""
    found = list(_properties(schema()))
    assert len(found) > 60
    assert [name for name, value in found if not value.get("description")] == []


EXAMPLES = [
    (part, field, example)
    for part in (Scenario, Player, Person, Face, Promise, Scene, Line, Choice, Exit, Ending, Habit, Chapter, Lesson)
    for field in fields(part)
    for example in field.examples
]


@pytest.mark.parametrize(
    ("part", "field", "example"), EXAMPLES, ids=[f"{part.__name__}-{field.key}" for part, field, _ in EXAMPLES]
)
def test_what_is_shown_as_an_example_is_right(part: type[Part], field: Field, example: str) -> None:
    """As it is written behind the key."""
    whole = {Habit: habits_schema, Chapter: curriculum_schema, Lesson: curriculum_schema}.get(part, schema)()
    properties = whole["definitions"].get(part.__name__.lower(), whole)["properties"]
    text = f"{field.key}:{example}" if example.startswith("\n") else f"{field.key}: {example}"
    value = yaml.load(text, Loader=_Loader)[field.key]
    wanted = {**properties[field.key], "definitions": whole["definitions"]}
    short = {"required"}  # examples of keys show a few of them
    faults = [error.message for error in Draft7Validator(wanted).iter_errors(value) if error.validator not in short]
    assert faults == []
    assert example in properties[field.key]["markdownDescription"] or example in properties[field.key]["examples"]


def test_every_key_has_an_example() -> None:
    """However plain it is."""
    shown = {(part, field.key) for part, field, _ in EXAMPLES}
    assert {(part, field.key) for part, _, _ in EXAMPLES for field in fields(part)} == shown


def test_no_key_may_stand_that_the_model_does_not_know() -> None:
    """A misspelt key is underlined."""
    parts = [schema(), *schema()["definitions"].values()]
    assert all(part["additionalProperties"] is False for part in parts if "properties" in part)
