"""QR codes, drawn into the page."""

from __future__ import annotations

import segno
from markupsafe import Markup

from game.texts import _

__all__ = ["qr"]

_QUIET = 4
"""Modules of white around a code, which cameras look for."""


def qr(words: str) -> Markup:
    """A QR code as a drawing in the page, in black on white whatever the colours are, so that every camera reads it."""
    code = segno.make(words, error="m")
    side = code.symbol_size(border=_QUIET)[0]
    path = "".join(
        f"M{x + _QUIET} {y + _QUIET}h1v1h-1z"
        for y, row in enumerate(code.matrix)
        for x, module in enumerate(row)
        if module
    )
    return Markup(
        '<svg class="qr" viewBox="0 0 {side} {side}" role="img" aria-label="{name}">'
        '<rect width="{side}" height="{side}" fill="#ffffff"/><path d="{path}" fill="#000000"/></svg>'
    ).format(side=side, name=_("QR code: {words}", words=words), path=path)
