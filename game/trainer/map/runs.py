"""Arrows, drawn."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.trainer.map.layout import Point
from game.trainer.map.markup import safe
from game.trainer.map.wording import arrow_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from game.trainer.map.layout import Run

__all__ = ["draw_run", "draw_sample"]

_BEND = 9.0
"""The radius of a bend, where there is room."""
_TIP, _BEST_TIP = 9.0, 14.0


def draw_run(run: Run) -> str:
    """An arrow, with its words for whoever points at it or has it read aloud."""
    way, arrow = run.way, run.arrow
    style = " ".join(
        (
            "run",
            way.tone,
            *(("silence",) if way.kind == "silence" else ()),
            *(("best",) if arrow.is_best else ()),
            *(() if arrow.is_reachable else ("grey",)),
        )
    )
    return (
        f'<g class="{style}" data-way="{safe(way.name)}" data-from="{safe(run.scene)}" data-to="{safe(arrow.to)}">'
        f"<title>{safe(arrow_words(way, arrow))}</title>{_strokes(run.points, is_best=arrow.is_best)}</g>"
    )


def draw_sample(style: str, x: float, y: float, length: float) -> str:
    """An arrow that stands in the legend."""
    strokes = _strokes((Point(x, y), Point(x + length, y)), is_best="best" in style)
    return f'<g class="run {style}">{strokes}</g>'


def _strokes(points: Sequence[Point], *, is_best: bool) -> str:
    """The line, a rim in the ground's colour so that crossings are told from bends, and the tip."""
    size = _BEST_TIP if is_best else _TIP
    (x, y), toward = points[-1], _direction(points[-2], points[-1])
    back = Point(x - toward.x * size, y - toward.y * size)
    line = _path((*points[:-1], back))
    side = Point(-toward.y * size * 0.45, toward.x * size * 0.45)
    tip = f"M{x:g} {y:g}L{back.x + side.x:g} {back.y + side.y:g}L{back.x - side.x:g} {back.y - side.y:g}Z"
    return f'<path class="halo" d="{line}"/><path class="line" d="{line}"/><path class="tip" d="{tip}"/>'


def _path(points: Sequence[Point]) -> str:
    """A line with its corners rounded."""
    first, last = points[0], points[-1]
    steps = [f"M{first.x:g} {first.y:g}"]
    for before, corner, after in zip(points, points[1:], points[2:], strict=False):
        radius = min(_BEND, _distance(before, corner) / 2, _distance(corner, after) / 2)
        come, go = _direction(before, corner), _direction(corner, after)
        steps.append(f"L{corner.x - come.x * radius:g} {corner.y - come.y * radius:g}")
        steps.append(f"Q{corner.x:g} {corner.y:g} {corner.x + go.x * radius:g} {corner.y + go.y * radius:g}")
    steps.append(f"L{last.x:g} {last.y:g}")
    return "".join(steps)


def _distance(one: Point, other: Point) -> float:
    return float(((one.x - other.x) ** 2 + (one.y - other.y) ** 2) ** 0.5)


def _direction(one: Point, other: Point) -> Point:
    """Of length 1; to the right where the two are one."""
    length = _distance(one, other)
    return Point((other.x - one.x) / length, (other.y - one.y) / length) if length else Point(1.0, 0.0)
