"""How large and in which colours everything is painted."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from game.looks.palette import LIGHT

if TYPE_CHECKING:
    from game.looks.palette import Palette

__all__ = ["Theme", "scale_for"]

_DESIGNED_FOR = (1280, 800)
_TIGHT = 280
_FILLING = 0.92
"""How much of a larger window's growth goes into size; the rest into room."""


@dataclass(frozen=True, slots=True)
class Theme:
    """Colours and sizes; sizes in the code are those of a 1280 by 800 window at text size 100 %."""

    palette: Palette = LIGHT
    scale: float = 1.0
    """Pixels per unit, from the window's size and the display's density."""
    text: float = 1.0
    """Text size, 1.0 to 2.0."""

    def px(self, units: float) -> int:
        """Units of space in pixels, at least one."""
        return max(1, round(units * self.scale))

    def em(self, units: float) -> int:
        """Units of text, and of what stands beside text, in pixels; grows with the text size."""
        return max(1, round(units * self.scale * self.text))

    def title(self, units: float) -> int:
        """Units of large text in pixels; it grows less, for it was large already."""
        return max(1, round(units * self.scale * (1 + (self.text - 1) * 0.6)))

    def room(self, pixels: int) -> float:
        """How much text fits into a width: its units at text size 100 %."""
        return pixels / self.scale / self.text

    def is_tight(self, size: tuple[int, int]) -> bool:
        """Whether a window is so low, or text so large, that only what matters most has room."""
        return size[1] / self.scale / self.text < _TIGHT

    @property
    def border(self) -> int:
        """Thickness of a border in pixels."""
        return self.px(self.palette.border)


def scale_for(size: tuple[int, int], density: float = 1.0) -> float:
    """Pixels per unit in a window of that many pixels on a display of that density."""
    fitting = min(size[0] / _DESIGNED_FOR[0], size[1] / _DESIGNED_FOR[1])
    return max(density, _FILLING * fitting)
