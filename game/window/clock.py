"""A wall clock: its face with two hands, and the moment it shows while it runs."""

from __future__ import annotations

from functools import lru_cache
from math import cos, pi, sin
from typing import TYPE_CHECKING

from game.looks.colour import Colour, to_hex
from game.scenario.times import DAY, MINUTE, WEEK, Moment
from game.window.pictures import drawn

if TYPE_CHECKING:
    import pygame

__all__ = ["paint_clock", "passing"]

_HALF_DAY = 720
_HOUR = 60


def passing(now: Moment, seconds: int, share: float) -> Moment:
    """The moment on the way to `now` after so many seconds, when a share (0 to 1) of them is over; whole minutes."""
    left = round(seconds * (1 - share) / MINUTE) * MINUTE
    second = (now.weekday * DAY + now.minute * MINUTE - left) % WEEK
    return Moment(second // DAY, second % DAY // MINUTE)


def paint_clock(surface: pygame.Surface, rect: pygame.Rect, moment: Moment, colour: Colour) -> None:
    """Paint a clock into a square, its hands at a moment."""
    surface.blit(_face(moment.minute % _HALF_DAY, colour, rect.width), rect)


@lru_cache(64)
def _face(minute: int, colour: Colour, side: int) -> pygame.Surface:
    tone = to_hex(colour)
    hour, long = _tip(minute / _HALF_DAY, 4.6), _tip(minute % _HOUR / _HOUR, 7.0)
    svg = (
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24" width="24" height="24">'
        '<path d="M12 2.5 A9.5 9.5 0 1 1 12 21.5 A9.5 9.5 0 1 1 12 2.5Z" fill="none"'
        f' stroke="{tone}" stroke-width="2"/>'
        f'<path d="M12 12 L{hour}" fill="none" stroke="{tone}" stroke-width="2.2" stroke-linecap="round"/>'
        f'<path d="M12 12 L{long}" fill="none" stroke="{tone}" stroke-width="1.6" stroke-linecap="round"/></svg>'
    )
    return drawn(svg, (side, side))


def _tip(turn: float, length: float) -> str:
    """Where a hand ends that points at a share of the full circle, from the top and clockwise."""
    angle = 2 * pi * turn
    return f"{12 + length * sin(angle):.2f} {12 - length * cos(angle):.2f}"
