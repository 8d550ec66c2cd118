"""A map as a Graphviz graph."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.looks.colour import mix, to_hex
from game.looks.palette import LIGHT
from game.trainer.map.lettering import wrapped
from game.trainer.map.made_by import MADE_BY
from game.trainer.map.markup import clean, safe
from game.trainer.map.wording import condition_words, facts, outcome_word, signed, way_words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from game.trainer.map.chart import Arrow, Card, Chart, Way

__all__ = ["dot"]

_INK, _MUTE, _BEST = to_hex(LIGHT.ink), to_hex(LIGHT.mute), to_hex(LIGHT.accent)
_GREY = to_hex(mix(LIGHT.mute, LIGHT.ground, 0.45))
_TONES = {"good": to_hex(LIGHT.good), "neutral": _MUTE, "bad": to_hex(LIGHT.bad), "pass": _MUTE}
_SHAPES = {"lost": "octagon", "kept": "box", "delighted": "ellipse"}
_OUTCOMES = {"lost": to_hex(LIGHT.bad), "kept": _MUTE, "delighted": to_hex(LIGHT.good)}
_SIZE, _ROOM, _LINES = 11.0, 260.0, 2


def dot(chart: Chart) -> str:
    """A chart as a graph in DOT, the language of Graphviz."""
    numbers = {card.name: f"s{number}" for number, card in enumerate(chart.cards)}
    about = [chart.title, *facts(chart)]
    lines = [
        f"// {MADE_BY}",
        "digraph map {",
        (
            f'  graph [rankdir=LR, nodesep=0.35, ranksep=0.9, bgcolor="{to_hex(LIGHT.ground)}", labelloc=t, '
            f'fontname="Helvetica", fontcolor="{_INK}", label="{_quoted(about)}"];'
        ),
        f'  node [fontname="Helvetica", fontsize={_SIZE:g}, fontcolor="{_INK}", shape=plain];',
        '  edge [fontname="Helvetica", fontsize=9, arrowsize=0.7];',
        *(_card(card, numbers[card.name]) for card in chart.cards),
        *_edges(chart, numbers),
        "}",
    ]
    return "\n".join(lines) + "\n"


def _card(card: Card, number: str) -> str:
    if card.outcome:
        lines = [outcome_word(card.outcome), *wrapped(card.heading, _SIZE, _ROOM, _LINES)]
        colour = _OUTCOMES[card.outcome] if card.is_reachable else _GREY
        return (
            f'  {number} [shape={_SHAPES[card.outcome]}, style=filled, fillcolor="{to_hex(LIGHT.card)}", '
            f'color="{colour}", penwidth=2, label="{_quoted(lines)}"];'
        )
    colour = _GREY if not card.is_reachable else _BEST if card.is_best else _MUTE
    ink = _INK if card.is_reachable else _MUTE
    meta = " · ".join(part for part in (card.facing, card.moment, card.limit) if part)
    head = _cell([f"<B>{safe(card.heading or card.name)}</B>", safe(meta), *_lines(card.opening)])
    rows = [f'<TR><TD COLSPAN="2" ALIGN="LEFT">{head}</TD></TR>']
    rows += [row for place, way in enumerate(card.ways) for row in _rows(way, place)]
    border = 3 if card.is_best else 1
    return (
        f'  {number} [label=<<TABLE BORDER="{border}" COLOR="{colour}" BGCOLOR="{to_hex(LIGHT.card)}" '
        f'CELLBORDER="1" CELLSPACING="0" CELLPADDING="5">'
        f'{"".join(rows)}</TABLE>>, fontcolor="{ink}"];'
    )


def _rows(way: Way, place: int) -> Iterator[str]:
    """A row for a way, and one for each condition where it leads to several scenes."""
    colour = _TONES[way.tone] if way.is_reachable else _GREY
    words = _cell(_lines(way_words(way)))
    points = "" if way.kind == "pass" else f'<FONT COLOR="{colour}"><B>{signed(way.points.total)}</B></FONT>'
    port = "" if len(way.arrows) > 1 else f' PORT="w{place}x0"'
    yield f'<TR><TD ALIGN="LEFT">{words}</TD><TD{port}>{points}</TD></TR>'
    if len(way.arrows) > 1:
        for number, arrow in enumerate(way.arrows):
            condition = _cell([f"<I>{safe(condition_words(arrow))}</I>"])
            yield f'<TR><TD ALIGN="LEFT">{condition}</TD><TD PORT="w{place}x{number}"></TD></TR>'


def _edges(chart: Chart, numbers: dict[str, str]) -> Iterator[str]:
    for card in chart.cards:
        for place, way in enumerate(card.ways):
            for number, arrow in enumerate(way.arrows):
                yield f"  {numbers[card.name]}:w{place}x{number}:e -> {numbers[arrow.to]} [{_looks(way, arrow)}];"


def _looks(way: Way, arrow: Arrow) -> str:
    colour = _TONES[way.tone] if arrow.is_reachable else _GREY
    width = 4 if arrow.is_best else 0.7 if way.kind == "pass" else 1.4
    dashed = ", style=dashed" if way.kind == "silence" else ""
    return f'color="{colour}", penwidth={width:g}{dashed}'


def _lines(words: str) -> list[str]:
    return [safe(line) for line in wrapped(words, _SIZE, _ROOM, _LINES)]


def _cell(lines: list[str]) -> str:
    """Lines of an HTML-like label, each from the left."""
    return "".join(f'{line}<BR ALIGN="LEFT"/>' for line in lines if line)


def _quoted(lines: list[str]) -> str:
    """Lines within the quotation marks of DOT."""
    return "\\n".join(clean(line).replace("\\", "\\\\").replace('"', '\\"') for line in lines)
