"""The palettes of window and pages alike, as custom properties of the style sheet."""

from __future__ import annotations

from dataclasses import fields
from typing import TYPE_CHECKING

from game.looks.colour import mix, to_hex
from game.looks.palette import CONTRAST, DARK, LIGHT, PALETTES

if TYPE_CHECKING:
    from game.looks.palette import Palette

__all__ = ["colours"]

_SHADOW = "0 0.06rem 0.2rem rgb(40 30 10 / 0.10), 0 0.3rem 1rem rgb(40 30 10 / 0.07)"
_TINT = 0.9
"""How faint the area below a curve is."""


def colours() -> str:
    """The rules: light, dark and contrast as the system asks for them, and each by choice."""
    rules = [
        f":root {{ {_properties(LIGHT)} }}",
        f"@media (prefers-color-scheme: dark) {{ :root {{ {_properties(DARK)} }} }}",
        f"@media (prefers-contrast: more) {{ :root {{ {_properties(CONTRAST)} }} }}",
    ]
    rules += [f':root[data-colours="{name}"] {{ {_properties(palette)} }}' for name, palette in PALETTES.items()]
    return "\n".join(rules)


def _properties(palette: Palette) -> str:
    """Every colour by its name in the palette, and what else hangs on it."""
    told = {"color-scheme": "light" if palette is LIGHT else "dark"}
    for field in fields(palette):
        value = getattr(palette, field.name)
        if isinstance(value, tuple):
            told[f"--{field.name.replace('_', '-')}"] = to_hex(value)
    told["--border"] = f"{palette.border}px"
    told["--shadow"] = _SHADOW if palette.has_shadows else "none"
    is_plain = palette.track == palette.card
    told["--tint"] = "transparent" if is_plain else to_hex(mix(palette.accent, palette.card, _TINT))
    told["--track-line"] = to_hex(palette.line if is_plain else palette.track)
    return " ".join(f"{name}: {value};" for name, value in told.items())
