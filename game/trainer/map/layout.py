"""Where every card stands and how every arrow runs.

The work is graphlay's: layers, the order in them, and orthogonal arrows that go round the cards.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, NamedTuple

from game.trainer.map.frame import WIDTH, frame

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from graphlay import Layout

    from game.trainer.map.chart import Arrow, Chart, Way
    from game.trainer.map.frame import Frame

__all__ = ["Placed", "Plan", "Point", "Run", "lay_out"]

_BEST_WEIGHT = 6.0
"""What an arrow of the best play weighs in the layout: it is drawn shorter and straighter than one that weighs 1."""
_OPTIONS: Mapping[str, Any] = {
    "direction": "leftright",
    "spacing": {"layer_gap": 70.0, "node_gap": 34.0, "dummy_gap": 18.0, "port_gap": 14.0},
    "routing": {"port_sides": "facing_only"},
    "compaction": {"mode": "priority"},
    "wrap": {"viewport_aspect": 16 / 9},
    "tuning": {"wrap": {"max_rows": 6, "max_cut_edges": 8}},
}
_SECOND_TRIES: tuple[Mapping[str, Any], ...] = ({"compaction": {"mode": "none"}}, {"wrap": {"viewport_aspect": 0.0}})
"""What is changed where an arrow ran through a card: of 4,500 arrows of made-up cases, six did."""


class Point(NamedTuple):
    """A place on the map, from its upper left corner."""

    x: float
    y: float


class Placed(NamedTuple):
    """A card on the map, by its upper left corner."""

    frame: Frame
    x: float
    y: float


class Run(NamedTuple):
    """An arrow on the map."""

    scene: str
    """Where it comes from."""
    way: Way
    arrow: Arrow
    points: tuple[Point, ...]
    """From the border of one card to that of the other, each piece level or upright, but for a pixel."""


@dataclass(frozen=True, slots=True)
class Plan:
    """A chart with a place for everything."""

    chart: Chart
    cards: tuple[Placed, ...]
    runs: tuple[Run, ...]
    width: float
    height: float


def lay_out(chart: Chart) -> Plan:
    """Give every card and every arrow of a chart its place."""
    frames = [frame(card) for card in chart.cards]
    arrows = list(_arrows(frames))
    drawn = _drawn(_graph(frames, arrows))
    left, top = drawn.bounds["min"]["x"], drawn.bounds["min"]["y"]
    cards = tuple(
        Placed(
            each,
            round(node["center"]["x"] - WIDTH / 2 - left, 1),
            round(node["center"]["y"] - each.height / 2 - top, 1),
        )
        for each, node in zip(frames, drawn.nodes, strict=True)
    )
    runs = tuple(
        Run(
            frames[source].card.name,
            way,
            arrow,
            tuple(Point(round(point["x"] - left, 1), round(point["y"] - top, 1)) for point in edge["points"]),
        )
        for (source, way, arrow, _pin), edge in zip(arrows, drawn.edges, strict=True)
    )
    size = drawn.bounds["max"]
    return Plan(chart, cards, runs, round(size["x"] - left, 1), round(size["y"] - top, 1))


def _drawn(graph: Mapping[str, Any]) -> Layout:
    """The layout in which the fewest arrows run through cards, of the first tries: nearly always the first."""
    import graphlay  # late: only maps need it

    best: tuple[int, Layout] | None = None
    for change in ({}, *_SECOND_TRIES):
        drawn = graphlay.layout(graph, options={**_OPTIONS, **change})
        hits: int = drawn.metrics()["node_edge_hits"]
        if best is None or hits < best[0]:
            best = hits, drawn
        if not hits:
            break
    assert best is not None
    return best[1]


def _arrows(frames: list[Frame]) -> Iterator[tuple[int, Way, Arrow, float]]:
    """Every arrow: the number of the card it leaves, its way, itself, and how far below the card's top it leaves."""
    for number, each in enumerate(frames):
        for row in each.rows:
            for arrow, pin in zip(row.way.arrows, row.pins, strict=True):
                yield number, row.way, arrow, pin


def _graph(frames: list[Frame], arrows: list[tuple[int, Way, Arrow, float]]) -> dict[str, Any]:
    """The graph as graphlay reads it."""
    numbers = {each.card.name: number for number, each in enumerate(frames)}
    return {
        "nodes": [
            {
                "size": {"width": WIDTH, "height": each.height},
                "key": each.card.name,
                "rank": "first" if each.card.is_start else "free",
            }
            for each in frames
        ],
        "edges": [
            {
                "source": source,
                "target": numbers[arrow.to],
                "weight": _BEST_WEIGHT if arrow.is_best else 1.0,
                "source_port": {"offset": {"side": "right", "t": 2 * pin / frames[source].height - 1}},
                "target_port": {"side": "left"},
            }
            for source, _way, arrow, pin in arrows
        ],
    }
