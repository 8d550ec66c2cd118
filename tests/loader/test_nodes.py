"""PyYAML's two parsers, and the text that stands in the file."""

from __future__ import annotations

import sys

import pytest
import yaml

from game.loader import nodes
from game.loader.nodes import LIBYAML, PARSER, PYTHON, Parser

PARSERS = [pytest.param(parser, id=name) for parser, name in ((LIBYAML, "libyaml"), (PYTHON, "python")) if parser]


@pytest.mark.parametrize("parser", PARSERS)
def test_scalars_are_not_typed(parser: Parser) -> None:
    """No node gets a tag that it does not have in the file."""
    root = parser.compose("a: [no, 12:30, ~, '1']")
    assert isinstance(root, yaml.MappingNode)
    items = root.value[0][1].value
    assert [item.value for item in items] == ["no", "12:30", "~", "1"]
    assert {item.tag for item in items} == {""}


@pytest.mark.parametrize("parser", PARSERS)
def test_a_question_mark_is_a_letter_in_brackets(parser: Parser) -> None:
    """PyYAML's own scanner would take it for a key."""
    root = parser.compose("[wh?y, what? , a ?b, 'c?']")
    assert root is not None
    assert [item.value for item in root.value] == ["wh?y", "what?", "a ?b", "c?"]


@pytest.mark.parametrize("parser", PARSERS)
def test_events_come_without_recursion(parser: Parser) -> None:
    """However deep the text is."""
    events = parser.events("[" * 1500)
    assert sum(isinstance(next(events), yaml.SequenceStartEvent) for _ in range(1200)) > 1100


def test_without_libyaml_pyyaml_reads_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    """Some systems build PyYAML without it."""
    assert PARSER is (LIBYAML or PYTHON)
    monkeypatch.setitem(sys.modules, "yaml._yaml", None)
    assert nodes._libyaml() is None
