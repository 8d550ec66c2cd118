"""A map as a Mermaid flowchart."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

from game.looks.colour import mix, to_hex
from game.looks.palette import LIGHT
from game.trainer.map.lettering import wrapped
from game.trainer.map.made_by import MADE_BY
from game.trainer.map.markup import clean
from game.trainer.map.wording import condition_words, facts, outcome_word, signed, way_words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from game.trainer.map.chart import Arrow, Card, Chart, Way

__all__ = ["mermaid"]

_GREY = to_hex(mix(LIGHT.mute, LIGHT.ground, 0.45))
_TONES = {
    "good": to_hex(LIGHT.good),
    "neutral": to_hex(LIGHT.mute),
    "bad": to_hex(LIGHT.bad),
    "pass": to_hex(LIGHT.mute),
}
_SHAPES = {None: ("[", "]"), "lost": ("{{", "}}"), "kept": ("[", "]"), "delighted": ("([", "])")}
_SPECIAL = re.compile(r"[^\w\s.,!?'()·–—…“”„’−+-]|[_`]|^(?:[-\d]|\+(?!\d))")
"""What Mermaid might read as its own signs: anywhere, and at the beginning of a line."""
_SIZE, _ROOM, _CARD_LINES, _ARROW_LINES = 16.0, 195.0, 2, 3
"""Mermaid breaks lines of its own accord where they are wider than 200 units at this size."""


def mermaid(chart: Chart) -> str:
    """A chart as a Mermaid flowchart; what it cannot show are whole texts."""
    numbers = {card.name: f"s{number}" for number, card in enumerate(chart.cards)}
    lines = [
        "---",
        f"# {MADE_BY}",
        f"title: {json.dumps(clean(chart.title), ensure_ascii=False)}",
        "---",
        "flowchart LR",
        *(f"  %% {' '.join(clean(sentence).split())}" for sentence in facts(chart)),
        *_classes(),
        *(_card(card, numbers[card.name]) for card in chart.cards),
        *_arrows(chart, numbers),
    ]
    return "\n".join(lines) + "\n"


def _classes() -> Iterator[str]:
    good, bad, edge = to_hex(LIGHT.good), to_hex(LIGHT.bad), to_hex(LIGHT.mute)
    best, ink, card = to_hex(LIGHT.accent), to_hex(LIGHT.ink), to_hex(LIGHT.card)
    for name, style in (
        ("scene", f"fill:{card},stroke:{edge},color:{ink}"),
        ("best", f"fill:{card},stroke:{best},stroke-width:3px,color:{ink}"),
        ("lost", f"fill:{card},stroke:{bad},stroke-width:2px,color:{ink}"),
        ("kept", f"fill:{card},stroke:{edge},stroke-width:2px,color:{ink}"),
        ("delighted", f"fill:{card},stroke:{good},stroke-width:2px,color:{ink}"),
        ("grey", f"fill:{to_hex(LIGHT.ground)},stroke:{_GREY},stroke-dasharray:4 3,color:{edge}"),
    ):
        yield f"  classDef {name} {style}"


def _card(card: Card, number: str) -> str:
    lines = wrapped(card.heading or card.name, _SIZE, _ROOM, _CARD_LINES, is_bold=True)
    meta = [part for part in (card.facing, card.moment, card.limit) if part]
    if card.outcome:
        meta.insert(0, outcome_word(card.outcome))
    lines += [" · ".join(meta)] if meta else []
    lines += wrapped(card.opening, _SIZE, _ROOM, _CARD_LINES)
    style = "grey" if not card.is_reachable else card.outcome or ("best" if card.is_best else "scene")
    before, after = _SHAPES[card.outcome]
    return f'  {number}{before}"{_label(lines)}"{after}:::{style}'


def _arrows(chart: Chart, numbers: dict[str, str]) -> Iterator[str]:
    styles: dict[str, list[int]] = {}
    count = 0
    for card in chart.cards:
        for way in card.ways:
            for arrow in way.arrows:
                line = "-.->" if way.kind == "silence" else "==>" if arrow.is_best else "-->"
                words = _arrow_label(way, arrow)
                label = f'|"{words}"|' if words else ""
                yield f"  {numbers[card.name]} {line}{label} {numbers[arrow.to]}"
                styles.setdefault(_line_style(way, arrow), []).append(count)
                count += 1
    for style, links in styles.items():
        yield f"  linkStyle {','.join(map(str, links))} {style}"


def _arrow_label(way: Way, arrow: Arrow) -> str:
    lines = (
        []
        if way.kind == "pass"
        else wrapped(f"{signed(way.points.total)} · {way_words(way)}", _SIZE, _ROOM, _ARROW_LINES)
    )
    return _label([*lines, *filter(None, [condition_words(arrow)])])


def _line_style(way: Way, arrow: Arrow) -> str:
    colour = _TONES[way.tone] if arrow.is_reachable else _GREY
    width = 4 if arrow.is_best else 1 if way.kind == "pass" else 2
    return f"stroke:{colour},stroke-width:{width}px"


def _label(lines: list[str]) -> str:
    return "<br>".join(_SPECIAL.sub(lambda found: f"#{ord(found[0])};", clean(line)) for line in lines)
