"""What a player may set, as values."""

from __future__ import annotations

from dataclasses import dataclass, replace

from game.looks.palette import PALETTES

__all__ = ["TEXT_SIZES", "Settings"]

TEXT_SIZES = (100, 125, 150, 175, 200)
"""Text sizes on offer, in per cent."""


@dataclass(frozen=True, slots=True)
class Settings:
    """How the game is shown to this player."""

    text_size: int = 100
    """Per cent, one of TEXT_SIZES."""
    colours: str = "light"
    """The name of a palette."""
    is_still: bool = False
    """Nothing moves: lines stand there at once."""
    has_timers: bool = True
    """Timed scenes run out; off, they wait."""

    def __post_init__(self) -> None:
        if self.text_size not in TEXT_SIZES:
            raise ValueError(f"text size {self.text_size!r} is not one of {', '.join(map(str, TEXT_SIZES))}")
        if self.colours not in PALETTES:
            raise ValueError(f"colours {self.colours!r} are not one of {', '.join(PALETTES)}")

    def with_next_colours(self) -> Settings:
        """The same in the next palette."""
        names = list(PALETTES)
        return replace(self, colours=names[(names.index(self.colours) + 1) % len(names)])

    def with_text(self, steps: int) -> Settings:
        """The same with larger (or, below 0, smaller) text, as far as sizes go."""
        place = TEXT_SIZES.index(self.text_size) + steps
        return replace(self, text_size=TEXT_SIZES[max(0, min(place, len(TEXT_SIZES) - 1))])
