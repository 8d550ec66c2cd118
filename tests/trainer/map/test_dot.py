"""The map as a Graphviz graph."""

from __future__ import annotations

import re
from xml.etree import ElementTree

from game.trainer.map.chart import Chart
from game.trainer.map.dot import dot
from tests.trainer.map.awkward import AWKWARD, awkward_chart

LABEL = re.compile(r"label=<(<TABLE.*?</TABLE>)>", re.DOTALL)


def test_every_scene_and_every_arrow_is_there(chart: Chart) -> None:
    """Arrows leave at the port of their choice, which stands in the table of their scene."""
    content = dot(chart)
    numbers = {card.name: f"s{number}" for number, card in enumerate(chart.cards)}
    edges = re.findall(r"^  (s\d+):(w\d+x\d+):e -> (s\d+) \[", content, re.MULTILINE)
    wanted = [
        (numbers[card.name], numbers[arrow.to]) for card in chart.cards for way in card.ways for arrow in way.arrows
    ]
    assert [(source, target) for source, _, target in edges] == wanted
    tables = {
        line.split()[0]: set(re.findall(r'PORT="(\w+)"', line)) for line in content.splitlines() if "<TABLE" in line
    }
    assert all(port in tables[source] for source, port, _ in edges)
    assert {number for card, number in numbers.items()} == set(re.findall(r"^  (s\d+) \[", content, re.MULTILINE))


def test_whatever_is_written_is_text() -> None:
    """Labels are XML as Graphviz reads it, and quotation marks end no text."""
    content = dot(awkward_chart())
    told = ["".join(ElementTree.fromstring(label).itertext()) for label in LABEL.findall(content)]
    assert len(told) == len(AWKWARD)
    assert any('<b>bold</b> & "quoted"' in words for words in told)
    quoted = re.findall(r'label="((?:[^"\\]|\\.)*)"', content)
    assert len(quoted) == 2
    assert r"\"quoted\"" in quoted[0]
