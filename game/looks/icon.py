"""The program's icon: the bell of a reception, with a face of its own."""

from __future__ import annotations

from game.looks.colour import to_hex
from game.looks.palette import LIGHT

__all__ = ["icon"]


def icon() -> str:
    """The icon as SVG; it can be made out at 16 pixels."""
    ground, card = to_hex(LIGHT.accent), to_hex(LIGHT.card)
    warm = "#f2b84b"
    return (
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 256 256" width="256" height="256">'
        f'<path d="M60 8 H196 A52 52 0 0 1 248 60 V196 A52 52 0 0 1 196 248 H60 A52 52 0 0 1 8 196 V60 A52 52 0 0 1'
        f' 60 8Z" fill="{ground}"/>'
        f'<circle cx="128" cy="62" r="15" fill="{warm}"/>'
        f'<path d="M120 72 H136 V92 H120Z" fill="{card}"/>'
        f'<path d="M44 178 A84 90 0 0 1 212 178Z" fill="{card}"/>'
        f'<path d="M38 188 H218 A10 10 0 0 1 228 198 A10 10 0 0 1 218 208 H38 A10 10 0 0 1 28 198 A10 10 0 0 1 38 188Z"'
        f' fill="{warm}"/>'
        f'<circle cx="102" cy="130" r="9" fill="{ground}"/><circle cx="154" cy="130" r="9" fill="{ground}"/>'
        f'<path d="M96 150 Q128 176 160 150" fill="none" stroke="{ground}" stroke-width="9" stroke-linecap="round"/>'
        "</svg>"
    )
