"""Shoulders and what is worn on them."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from game.looks.colour import Colour, luminance, mix
from game.looks.portrait.pencil import both, ellipse, fill, gradient, stroke
from game.looks.portrait.sitter import BLACK, WHITE

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from game.looks.portrait.sitter import Sitter

__all__ = ["outfit", "tones"]

_CLOTH = "cloth"
_SHIRT: Colour = (244, 241, 234)
_GOLD: Colour = (222, 176, 66)
_SHOULDERS = (
    "M-128 262 C-126 236 -104 222 -62 214 C-46 211 -34 208 -27 203 Q0 236 27 203 C34 208 46 211 62 214"
    " C104 222 126 236 128 262Z"
)


def tones(sitter: Sitter) -> str:
    """The gradient of the cloth."""
    return gradient(_CLOTH, 200, 256, mix(sitter.cloth, WHITE, 0.12), mix(sitter.cloth, BLACK, 0.06))


def outfit(sitter: Sitter) -> str:
    """Shoulders in cloth, and the cut of the outfit; under a headscarf a dress is closed."""
    cut = "crew" if sitter.scarf is not None and sitter.look.outfit == "dress" else sitter.look.outfit
    folds = both(stroke("M88 240 Q82 248 82 258", sitter.cloth_dark, 2.6, 0.7))
    return fill(_SHOULDERS, _CLOTH) + folds + _CUTS[cut](sitter)


def _collar(sitter: Sitter) -> str:
    wing = fill("M26 199 L0 226 L20 246 L42 211Z", mix(sitter.cloth, WHITE, 0.5)) + stroke(
        "M0 226 L20 246 L42 211", sitter.cloth_dark, 1.6, 0.6
    )
    buttons = ellipse(0, 240, 2.6, 2.6, sitter.cloth_dark) + ellipse(0, 253, 2.6, 2.6, sitter.cloth_dark)
    return stroke("M0 227 V260", sitter.cloth_dark, 2.2, 0.7) + buttons + both(wing)


def _crew(sitter: Sitter) -> str:
    return stroke("M-29 204 Q0 239 29 204", sitter.cloth_dark, 7.5) + stroke(
        "M-31 209 Q0 244 31 209", mix(sitter.cloth, WHITE, 0.2), 1.6, 0.6
    )


def _blazer(sitter: Sitter) -> str:
    shirt = mix(_SHIRT, sitter.cloth, 0.1) if luminance(sitter.cloth) < 0.4 else (92, 112, 130)
    lapel = fill("M29 199 L52 212 L48 231 L38 234 L3 264 L10 244Z", mix(sitter.cloth, BLACK, 0.16)) + stroke(
        "M52 212 L48 231 L38 234", mix(sitter.cloth, BLACK, 0.4), 1.6, 0.7
    )
    return (
        fill("M-28 200 L0 264 L28 200 Q0 234 -28 200Z", shirt)
        + stroke("M-27 203 Q0 236 27 203", mix(shirt, BLACK, 0.18), 2.2)
        + both(lapel)
    )


def _hoodie(sitter: Sitter) -> str:
    hood = fill(
        "M-54 218 C-52 192 -30 188 -24 198 Q0 232 24 198 C30 188 52 192 54 218 Q34 250 0 252 Q-34 250 -54 218Z",
        sitter.cloth_dark,
    )
    inside = fill("M-27 202 Q0 240 27 202 Q30 226 0 240 Q-30 226 -27 202Z", mix(sitter.cloth, BLACK, 0.42))
    cords = both(stroke("M12 236 Q14 246 12 256", _SHIRT, 3.2))
    return hood + inside + cords


def _jacket(sitter: Sitter) -> str:
    light = mix(sitter.cloth, WHITE, 0.2)
    flap = fill("M22 194 C34 196 40 204 41 214 L12 242 L4 230 C16 222 22 210 22 194Z", light) + stroke(
        "M41 214 L12 242", sitter.cloth_dark, 2, 0.8
    )
    shirt = fill("M-26 202 L0 250 L26 202 Q0 236 -26 202Z", (58, 62, 72) if luminance(sitter.cloth) > 0.12 else _SHIRT)
    return (
        shirt
        + both(flap + fill("M10 238 L0 252 L0 262 L14 262Z", sitter.cloth))
        + stroke("M0 248 V262", light, 2.6)
        + both(stroke("M48 234 H72", sitter.cloth_dark, 2.4, 0.8))
    )


def _dress(sitter: Sitter) -> str:
    skin = mix(sitter.skin.tone, sitter.skin.shade, 0.55)
    neckline = fill("M-44 205 C-36 236 -18 250 0 250 C18 250 36 236 44 205 L27 200 L-27 200Z", skin)
    edge = stroke("M-44.5 207 C-36 238 -18 252 0 252 C18 252 36 238 44.5 207", sitter.cloth_dark, 3)
    chain = stroke("M-26 208 Q0 250 26 208", _GOLD, 1.8) + ellipse(0, 232, 3.6, 3.6, _GOLD)
    return neckline + edge + chain


_CUTS: Mapping[str, Callable[[Sitter], str]] = MappingProxyType(
    {
        "collar": _collar,
        "crew": _crew,
        "blazer": _blazer,
        "hoodie": _hoodie,
        "jacket": _jacket,
        "dress": _dress,
    }
)
