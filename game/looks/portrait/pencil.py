"""The few strokes every part of a portrait is drawn with, as SVG text.

Only what every renderer can do is used: paths, ellipses, strokes, transforms and gradients in user space.
"""

from __future__ import annotations

from game.looks.colour import Colour, to_hex

__all__ = ["both", "ellipse", "fill", "gradient", "paint", "stroke"]


def paint(colour: Colour | str) -> str:
    """A colour or the name of a gradient as the value of an attribute."""
    return f"url(#{colour})" if isinstance(colour, str) else to_hex(colour)


def fill(path: str, colour: Colour | str, opacity: float = 1.0) -> str:
    """A filled path."""
    return f'<path d="{path}" fill="{paint(colour)}"{_faint("fill", opacity)}/>'


def stroke(path: str, colour: Colour | str, width: float, opacity: float = 1.0) -> str:
    """A line with round ends along a path."""
    return (
        f'<path d="{path}" fill="none" stroke="{paint(colour)}" stroke-width="{width:g}"'
        f' stroke-linecap="round" stroke-linejoin="round"{_faint("stroke", opacity)}/>'
    )


def ellipse(x: float, y: float, rx: float, ry: float, colour: Colour | str, opacity: float = 1.0) -> str:
    """A filled ellipse."""
    return f'<ellipse cx="{x:g}" cy="{y:g}" rx="{rx:g}" ry="{ry:g}" fill="{paint(colour)}"{_faint("fill", opacity)}/>'


def both(drawing: str) -> str:
    """A drawing and its mirror image about the middle line."""
    return f'{drawing}<g transform="scale(-1 1)">{drawing}</g>'


def gradient(name: str, top: float, bottom: float, start: Colour, end: Colour) -> str:
    """A vertical run of colour; upright, so that a mirrored part meets its neighbour in the same tone."""
    return (
        f'<linearGradient id="{name}" gradientUnits="userSpaceOnUse" x1="0" y1="{top:g}" x2="0" y2="{bottom:g}">'
        f'<stop offset="0" stop-color="{to_hex(start)}"/><stop offset="1" stop-color="{to_hex(end)}"/></linearGradient>'
    )


def _faint(what: str, opacity: float) -> str:
    return f' {what}-opacity="{opacity:g}"' if opacity < 1 else ""
