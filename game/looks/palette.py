"""The three sets of colours the program is painted in."""

from __future__ import annotations

from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING

from game.looks.colour import from_hex

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from game.looks.colour import Colour

__all__ = ["CONTRAST", "DARK", "LIGHT", "PALETTES", "Palette"]


@dataclass(frozen=True, slots=True)
class Palette:
    """Every colour of a theme, named by what it is for."""

    name: str
    ground: Colour
    """Behind everything."""
    card: Colour
    line: Colour
    """Borders and rules."""
    ink: Colour
    mute: Colour
    """Text of the second rank."""
    accent: Colour
    on_accent: Colour
    said: Colour
    """The bubble of the person you face."""
    own: Colour
    """The bubble of what you said yourself."""
    good: Colour
    warn: Colour
    bad: Colour
    track: Colour
    """The empty part of a meter."""
    focus: Colour
    border: int = 1
    """Thickness of borders, before scaling."""
    has_shadows: bool = True
    least_contrast: float = 4.5
    """What every text keeps to its background (WCAG 2.2: AA 4.5, AAA 7)."""

    def text_pairs(self) -> Iterator[tuple[str, Colour, Colour]]:
        """Every text colour with every background it is painted on, and a name for the pair."""
        for ground in ("ground", "card", "said", "own"):
            for text in ("ink", "mute", "accent"):
                yield f"{text} on {ground}", getattr(self, text), getattr(self, ground)
        for ground in ("ground", "card"):
            for text in ("good", "warn", "bad"):
                yield f"{text} on {ground}", getattr(self, text), getattr(self, ground)
        yield "on_accent on accent", self.on_accent, self.accent


LIGHT = Palette(
    name="light",
    ground=from_hex("#f2efe9"),
    card=from_hex("#ffffff"),
    line=from_hex("#dcd6c9"),
    ink=from_hex("#1c222e"),
    mute=from_hex("#555c6b"),
    accent=from_hex("#0b5f6d"),
    on_accent=from_hex("#ffffff"),
    said=from_hex("#ffffff"),
    own=from_hex("#d9ecee"),
    good=from_hex("#1f6b42"),
    warn=from_hex("#8f4a06"),
    bad=from_hex("#ae241d"),
    track=from_hex("#e2dccf"),
    focus=from_hex("#0b5f6d"),
)

DARK = Palette(
    name="dark",
    ground=from_hex("#161920"),
    card=from_hex("#20242e"),
    line=from_hex("#3d4454"),
    ink=from_hex("#eceef2"),
    mute=from_hex("#aab1c0"),
    accent=from_hex("#66cdd6"),
    on_accent=from_hex("#0a181c"),
    said=from_hex("#2a2f3b"),
    own=from_hex("#173d45"),
    good=from_hex("#6ed096"),
    warn=from_hex("#f0aa50"),
    bad=from_hex("#ff8d83"),
    track=from_hex("#3d4454"),
    focus=from_hex("#66cdd6"),
    has_shadows=False,
)

CONTRAST = Palette(
    name="contrast",
    ground=from_hex("#000000"),
    card=from_hex("#000000"),
    line=from_hex("#ffffff"),
    ink=from_hex("#ffffff"),
    mute=from_hex("#f0f0f0"),
    accent=from_hex("#ffe800"),
    on_accent=from_hex("#000000"),
    said=from_hex("#000000"),
    own=from_hex("#000000"),
    good=from_hex("#7dffa6"),
    warn=from_hex("#ffc23d"),
    bad=from_hex("#ff9c9c"),
    track=from_hex("#000000"),
    focus=from_hex("#ffe800"),
    border=2,
    has_shadows=False,
    least_contrast=7.0,
)

PALETTES: Mapping[str, Palette] = MappingProxyType({each.name: each for each in (LIGHT, DARK, CONTRAST)})
"""The palettes by name, in the order in which they are offered."""
