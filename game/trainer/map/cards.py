"""Cards, drawn."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.looks.marks import MARKS
from game.trainer.map.frame import WIDTH, Text
from game.trainer.map.lettering import wrapped
from game.trainer.map.markup import safe
from game.trainer.map.wording import card_words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from game.scenario.model import Outcome
    from game.trainer.map.chart import Card
    from game.trainer.map.frame import Badge, Frame, Icon, Row
    from game.trainer.map.layout import Placed

__all__ = ["draw_badge", "draw_card", "draw_icon", "draw_text", "shape"]

_UNITS = 24
"""Of a mark's own square."""
_CORNER, _CUT, _AFAR = 8.0, 18.0, 40.0


def draw_card(placed: Placed, *, is_zoomed: bool = False) -> str:
    """A card with everything on it, at its place; and for a map that can be zoomed, what it shows from afar."""
    frame = placed.frame
    card = frame.card
    parts = [
        (
            f'<g class="{_style(card)}" id="scene-{safe(card.name)}" data-scene="{safe(card.name)}" '
            f'transform="translate({placed.x:g} {placed.y:g})">'
        ),
        f"<title>{safe(card_words(card))}</title>",
        shape(card.outcome, WIDTH, frame.height),
        *(draw_icon(icon) for icon in frame.icons),
        *(draw_text(text) for text in frame.texts),
        *(_row(row) for row in frame.rows),
        *(_afar(frame) if is_zoomed else ()),
        "</g>",
    ]
    return "\n".join(parts)


def shape(outcome: Outcome | None, width: float, height: float) -> str:
    """The outline of a card: an ending's tells its outcome.

    Lost: its corners cut off. Kept: square. Delighted: round, with a second line inside. Any other scene: a card.
    """
    if outcome == "lost":
        return f'<path class="shape" d="{_cut(0, 0, width, height, min(_CUT, height / 3))}"/>'
    if outcome == "delighted":
        return _box("shape", 0, width, height, min(26, height / 2)) + _box(
            "inner", 4, width, height, min(22, height / 2 - 4)
        )
    return _box("shape", 0, width, height, 0 if outcome else _CORNER)


def draw_text(text: Text) -> str:
    """A line of text."""
    return f'<text class="{text.style}" x="{text.x:g}" y="{text.y:g}">{safe(text.words)}</text>'


def draw_icon(icon: Icon) -> str:
    """A mark."""
    title = f"<title>{safe(icon.title)}</title>" if icon.title else ""
    place = f"translate({icon.x:g} {icon.y:g}) scale({icon.size / _UNITS:g})"
    return f'<path class="icon {icon.style}" transform="{place}" d="{" ".join(MARKS[icon.name])}">{title}</path>'


def draw_badge(badge: Badge, tone: str) -> str:
    """The points of a way: round where they are good, square where they are bad."""
    radius = {"good": badge.height / 2, "neutral": 4}.get(tone, 0)
    return (
        f'<rect class="badge {tone}" x="{badge.x:g}" y="{badge.y:g}" width="{badge.width:g}" height="{badge.height:g}" '
        f'rx="{radius:g}"/><text class="points {tone}" x="{badge.x + badge.width / 2:g}" '
        f'y="{badge.y + badge.height * 0.72:g}">{safe(badge.words)}</text>'
    )


def _style(card: Card) -> str:
    return " ".join(
        (
            "card",
            *(("ending", card.outcome) if card.outcome else ()),
            *(("best",) if card.is_best else ()),
            *(() if card.is_reachable else ("grey",)),
        )
    )


def _afar(frame: Frame) -> Iterator[str]:
    """The heading alone, as large as the card allows."""
    words = frame.card.heading or frame.card.name
    most = max(1, int((frame.height - 12) / (_AFAR * 1.1)))
    lines = wrapped(words, _AFAR, WIDTH - 28, most, is_bold=True)
    first = (frame.height - len(lines) * _AFAR * 1.1) / 2 + _AFAR * 0.84
    for number, line in enumerate(lines):
        yield draw_text(Text(14, round(first + number * _AFAR * 1.1, 1), line, "afar"))


def _row(row: Row) -> str:
    way = row.way
    grey = "" if way.is_reachable else " grey"
    return "".join(
        (
            f'<g class="way{grey}" data-way="{safe(way.name)}">',
            f'<path class="rule" d="M0 {row.top:g}H{WIDTH:g}"/>',
            *map(draw_icon, row.icons),
            *map(draw_text, row.texts),
            *(() if row.badge is None else (draw_badge(row.badge, way.tone),)),
            "</g>",
        )
    )


def _box(style: str, inset: float, width: float, height: float, radius: float) -> str:
    return (
        f'<rect class="{style}" x="{inset:g}" y="{inset:g}" width="{width - 2 * inset:g}" '
        f'height="{height - 2 * inset:g}" rx="{radius:g}"/>'
    )


def _cut(x: float, y: float, width: float, height: float, cut: float) -> str:
    right, bottom = x + width, y + height
    corners = (
        (x + cut, y), (right - cut, y), (right, y + cut), (right, bottom - cut),
        (right - cut, bottom), (x + cut, bottom), (x, bottom - cut), (x, y + cut),
    )  # fmt: skip
    return "M" + "L".join(f"{across:g} {down:g}" for across, down in corners) + "Z"
