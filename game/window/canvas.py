"""What widgets paint on."""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

from game.window.shapes import Border, paint_card

if TYPE_CHECKING:
    from collections.abc import Iterator

    import pygame

    from game.looks.palette import Palette
    from game.window.theme import Theme

__all__ = ["Canvas"]


@dataclass(frozen=True, slots=True)
class Canvas:
    """A surface, the theme, and which widget has the focus or the pointer."""

    surface: pygame.Surface
    theme: Theme
    focus: object = None
    """The widget whose focus is shown, to be compared with; None while a pointer is used instead of keys."""
    pointed: object = None
    now: float = float("inf")
    """Seconds by the stage's clock; without a stage everything has come to rest."""

    @property
    def palette(self) -> Palette:
        """The theme's colours."""
        return self.theme.palette

    @contextmanager
    def clipped(self, rect: pygame.Rect) -> Iterator[None]:
        """Paint nothing outside a rectangle for a while."""
        before = self.surface.get_clip()
        self.surface.set_clip(before.clip(rect))
        try:
            yield
        finally:
            self.surface.set_clip(before)

    def paint_focus(self, rect: pygame.Rect, radius: int) -> None:
        """Paint the ring of the focus round a rectangle, before the widget itself is painted over it."""
        ring, gap = self.theme.px(2.5), self.theme.px(2)
        around = rect.inflate(2 * (ring + gap), 2 * (ring + gap))
        paint_card(self.surface, around, self.palette.ground, radius + ring + gap, Border(self.palette.focus, ring))
