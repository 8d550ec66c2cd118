"""Colours as numbers: mixing them, writing them for SVG, and measuring their contrast."""

from __future__ import annotations

from typing import TypeAlias

__all__ = ["Colour", "contrast", "from_hex", "luminance", "mix", "to_hex"]

Colour: TypeAlias = tuple[int, int, int]
"""Red, green and blue, each 0..255."""


def from_hex(text: str) -> Colour:
    """Read a colour written as `#rrggbb`."""
    red, green, blue = bytes.fromhex(text.removeprefix("#"))
    return red, green, blue


def to_hex(colour: Colour) -> str:
    """Write a colour as `#rrggbb`."""
    return "#{:02x}{:02x}{:02x}".format(*colour)


def mix(colour: Colour, other: Colour, share: float) -> Colour:
    """Blend two colours; `share` 0 is the first, 1 the other."""
    red, green, blue = (round(a + (b - a) * share) for a, b in zip(colour, other, strict=True))
    return red, green, blue


def luminance(colour: Colour) -> float:
    """Relative luminance, 0 black to 1 white, as WCAG 2.2 defines it."""
    red, green, blue = (_linear(channel / 255) for channel in colour)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(colour: Colour, other: Colour) -> float:
    """Contrast ratio of two colours, 1 (same) to 21 (black on white), as WCAG 2.2 defines it."""
    darker, lighter = sorted((luminance(colour), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def _linear(channel: float) -> float:
    """Undo the gamma of sRGB."""
    return channel / 12.92 if channel <= 0.04045 else float(((channel + 0.055) / 1.055) ** 2.4)
