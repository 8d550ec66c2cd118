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
    is_covered = sitter.scarf is not None and sitter.look.headscarf_worn != "knotted"
    cut = "crew" if is_covered and sitter.look.outfit == "dress" else sitter.look.outfit
    folds = both(stroke("M88 240 Q82 248 82 258", sitter.cloth_dark, 2.6, 0.7))
    drawing = fill(_SHOULDERS, _CLOTH) + folds + _CUTS[cut](sitter)
    broad = sitter.bones.shoulders
    return drawing if broad == 1 else f'<g transform="scale({broad:g} 1)">{drawing}</g>'


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


def _suit(sitter: Sitter) -> str:
    tie = (150, 52, 58) if sitter.look.clothes not in ("red", "plum") else (58, 84, 122)
    wing = fill("M25 200 L2 222 L17 240 L38 210Z", _SHIRT) + stroke("M2 222 L17 240 L38 210", (186, 182, 176), 1.4, 0.8)
    lapel = fill("M30 200 L56 211 L50 232 L40 235 L6 264 L12 244Z", mix(sitter.cloth, BLACK, 0.16)) + stroke(
        "M56 211 L50 232 L40 235", mix(sitter.cloth, BLACK, 0.42), 1.6, 0.7
    )
    knot = fill("M-8 221 L8 221 L5 233 L-5 233Z", mix(tie, BLACK, 0.15)) + fill("M-5 232 L5 232 L11 264 L-11 264Z", tie)
    stripes = stroke("M-7 243 L4 237 M-9 255 L8 246", mix(tie, WHITE, 0.45), 1.8, 0.7)
    return fill("M-30 200 L0 268 L30 200 Q0 234 -30 200Z", _SHIRT) + knot + stripes + both(wing + lapel)


def _turtleneck(sitter: Sitter) -> str:
    half = sitter.bones.neck + 3
    collar = fill(
        f"M{-half} 190 Q0 206 {half} 190 C{half + 1} 202 {half + 3} 208 40 212 Q0 240 -40 212"
        f" C{-half - 3} 208 {-half - 1} 202 {-half} 190Z",
        mix(sitter.cloth, WHITE, 0.07),
    )
    ribs = " ".join(
        f"M{x} {201 - abs(x) * 0.2:.1f} Q{x * 1.06:.1f} 212 {x * 1.2:.1f} {223 - abs(x) * 0.22:.1f}"
        for x in range(-20, 21, 5)
    )
    return (
        collar
        + stroke(ribs, sitter.cloth_dark, 1.3, 0.45)
        + stroke(f"M{-half} 190.5 Q0 206 {half} 190.5", mix(sitter.cloth, WHITE, 0.24), 2, 0.7)
        + stroke("M-40 213 Q0 241 40 213", sitter.cloth_dark, 2.2, 0.7)
    )


def _cardigan(sitter: Sitter) -> str:
    shirt = mix(_SHIRT, sitter.cloth, 0.08) if luminance(sitter.cloth) < 0.4 else (108, 126, 140)
    band = fill(
        "M28 199 C40 206 44 212 40 220 L6 264 L-4 264 L16 226 C22 216 26 208 28 199Z", mix(sitter.cloth, BLACK, 0.12)
    )
    return (
        fill("M-28 200 L0 264 L28 200 Q0 234 -28 200Z", shirt)
        + stroke("M-27 203 Q0 236 27 203", mix(shirt, BLACK, 0.2), 3)
        + both(band)
        + ellipse(1, 258, 2.8, 2.8, mix(sitter.cloth, WHITE, 0.5))
        + both(stroke("M66 232 L62 262 M84 236 L82 262", sitter.cloth_dark, 1.6, 0.35))
    )


def _workwear(sitter: Sitter) -> str:
    """A work jacket with stripes that shine in the dark."""
    stripe = (226, 232, 206)
    flap = fill("M24 196 C34 198 40 204 42 213 L14 238 L2 226 C14 218 22 208 24 196Z", mix(sitter.cloth, BLACK, 0.2))
    band = fill("M60 213 L78 217 L70 264 L52 264Z", stripe) + stroke("M69 215 L61 264", mix(stripe, WHITE, 0.7), 3, 0.9)
    return (
        fill("M-25 202 L0 240 L25 202 Q0 234 -25 202Z", (70, 74, 84))
        + both(flap + band)
        + stroke("M0 238 V262", mix(sitter.cloth, WHITE, 0.4), 3)
    )


_CUTS: Mapping[str, Callable[[Sitter], str]] = MappingProxyType(
    {
        "collar": _collar,
        "crew": _crew,
        "blazer": _blazer,
        "hoodie": _hoodie,
        "jacket": _jacket,
        "dress": _dress,
        "suit": _suit,
        "turtleneck": _turtleneck,
        "cardigan": _cardigan,
        "workwear": _workwear,
    }
)
