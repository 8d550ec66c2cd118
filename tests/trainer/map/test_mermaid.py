"""The map as a Mermaid flowchart."""

from __future__ import annotations

import re

from game.trainer.map.chart import Chart
from game.trainer.map.mermaid import mermaid
from tests.trainer.map.awkward import awkward_chart

NODE = re.compile(r'  (s\d+)(\[|\{\{|\(\[)"([^"]*)"(\]|\}\}|\]\)):::(\w+)')
ARROW = re.compile(r'  (s\d+) (-->|==>|-\.->)(?:\|"([^"]*)"\|)? (s\d+)')
PLAIN = re.compile(r"(?:[\w\s.,!?'()·–—…“”„’−+-]|[^\x00-\x7f]|#\d+;|<br>)*")


def test_every_scene_and_every_arrow_is_there(chart: Chart) -> None:
    """In their order, each arrow between its scenes; thick for the best play, dashed for a silence."""
    lines = mermaid(chart).splitlines()
    nodes = [found for line in lines if (found := NODE.fullmatch(line))]
    arrows = [found for line in lines if (found := ARROW.fullmatch(line))]
    numbers = {card.name: f"s{number}" for number, card in enumerate(chart.cards)}
    assert [node[1] for node in nodes] == list(numbers.values())
    wanted = [(card, way, arrow) for card in chart.cards for way in card.ways for arrow in way.arrows]
    assert [(found[1], found[4]) for found in arrows] == [
        (numbers[card.name], numbers[arrow.to]) for card, _, arrow in wanted
    ]
    for found, (_, way, arrow) in zip(arrows, wanted, strict=True):
        assert (found[2] == "-.->") == (way.kind == "silence")
        assert (found[2] == "==>") == (arrow.is_best and way.kind != "silence")
    styled = [int(number) for line in lines if line.startswith("  linkStyle") for number in line.split()[1].split(",")]
    assert sorted(styled) == list(range(len(wanted)))


def test_no_word_is_read_as_a_sign_of_mermaid() -> None:
    """Whatever is not plain stands as the number of its letter; no line begins a list; every line is of its kind."""
    lines = mermaid(awkward_chart()).splitlines()
    begin = lines.index("flowchart LR")
    for line in lines[begin + 1 :]:
        if line.startswith(("  %% ", "  classDef ", "  linkStyle ")):
            continue
        found = NODE.fullmatch(line) or ARROW.fullmatch(line)
        assert found, line
        words = found[3] or ""
        assert PLAIN.fullmatch(words), words
        assert not re.search(r"(^|<br>)(\d|-)", words)
