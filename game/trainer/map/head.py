"""What stands above the cards: title, what holds of the whole case, and the legend."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from game.texts import _
from game.trainer.map.cards import draw_badge, draw_icon, draw_text, shape
from game.trainer.map.frame import Badge, Icon, Text
from game.trainer.map.lettering import width, wrapped
from game.trainer.map.runs import draw_sample
from game.trainer.map.wording import facts, outcome_word

if TYPE_CHECKING:
    from collections.abc import Iterator

    from game.scenario.model import Outcome
    from game.trainer.map.chart import Chart

__all__ = ["Head", "head", "legend"]

_ROOM = 860.0
"""How wide lines of the head are at least allowed to be."""
_SAMPLE, _GAP, _KEY = 44.0, 26.0, 13.0
_OUTCOMES: tuple[Outcome, ...] = ("lost", "kept", "delighted")


class Head(NamedTuple):
    """What stands above the cards, as SVG."""

    markup: str
    width: float
    height: float


def head(chart: Chart, room: float) -> Head:
    """The head of a map, for cards that take this much room."""
    room = max(_ROOM, min(room, 1.5 * _ROOM))
    lines: list[str] = []
    y = 0.0
    for words, style, size, is_bold in (
        (chart.title, "case", 26.0, True),
        (chart.summary, "summary", 15.0, False),
        (" ".join(facts(chart)), "fact", 13.0, False),
    ):
        for line in wrapped(words, size, room, 4, is_bold=is_bold):
            y += size * 1.3
            lines.append(draw_text(Text(0, y - size * 0.28, line, style)))
        y += 4
    key = legend(room)
    lines.append(f'<g transform="translate(0 {y + 8:g})">{key.markup}</g>')
    return Head("\n".join(lines) + "\n", room, y + 8 + key.height + 30)


def legend(room: float) -> Head:
    """What the marks mean, in as many lines as the room asks for."""
    parts: list[str] = []
    x = y = most = 0.0
    for sample, advance, words in _samples():
        needed = advance + 6 + width(words, _KEY)
        if x and x + needed > room:
            x, y = 0.0, y + 30
        text = draw_text(Text(advance + 6, 15, words, "key"))
        parts.append(f'<g transform="translate({x:g} {y:g})">{sample}{text}</g>')
        x += needed + _GAP
        most = max(most, x - _GAP)
    return Head("\n".join(parts), most, y + 24)


def _samples() -> Iterator[tuple[str, float, str]]:
    """Each mark, the room it takes, and what it means."""
    for tone, points, words in (
        ("good", "+2", _("choice that wins points")),
        ("neutral", "0", _("choice that counts nothing")),
        ("bad", "−2", _("choice that loses points")),
    ):
        badge = draw_badge(Badge(0, 1, 36, 19, points), tone)
        yield badge + draw_sample(tone, 36, 10.5, _SAMPLE), 36 + _SAMPLE, words
    yield draw_sample("neutral silence", 0, 10.5, _SAMPLE), _SAMPLE, _("silence: the time ran out")
    yield draw_sample("pass", 0, 10.5, _SAMPLE), _SAMPLE, _("the case goes on by itself")
    star = draw_icon(Icon(0, 2, "best", 16, "", "star"))
    yield star + draw_sample("good best", 22, 10.5, _SAMPLE), 22 + _SAMPLE, _("a shortest best play")
    yield draw_sample("neutral grey", 0, 10.5, _SAMPLE), _SAMPLE, _("no play goes here")
    for mark, words in (
        ("open", _("promise made")),
        ("kept", _("promise kept")),
        ("released", _("promise called off")),
    ):
        yield draw_icon(Icon(0, 2, mark, 16, "", "pledge")), 16, words
    for outcome in _OUTCOMES:
        ending = f'<g class="card ending {outcome}">{shape(outcome, 44, 22)}</g>'
        yield ending, 44, _("ending: {outcome}", outcome=outcome_word(outcome).lower())
