"""Small things people wear: earrings, hearing aids; and the wheelchair they sit in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.looks.colour import Colour, mix
from game.looks.portrait.head import ear
from game.looks.portrait.pencil import both, ellipse, fill, stroke
from game.looks.portrait.sitter import BLACK, WHITE

if TYPE_CHECKING:
    from game.looks.portrait.sitter import Sitter

__all__ = ["earrings", "hearing_aid", "wheelchair"]

_GOLD: Colour = (226, 178, 60)
_SHELL: Colour = (72, 112, 146)
_TUBE: Colour = (214, 226, 234)
_STEEL: Colour = (92, 98, 110)
_PADDING: Colour = (48, 54, 66)


def earrings(sitter: Sitter) -> str:
    """Studs, hoops or drops in both ears, in front of open hair; a scarf round the ears hides them."""
    if sitter.scarf is not None and not sitter.has_bare_ears:
        return ""
    x = sitter.bones.half + (3 if sitter.has_bare_ears else 1)
    match sitter.look.earrings:
        case "studs":
            return both(ellipse(x, 137, 4.2, 4.2, _GOLD) + ellipse(x - 1, 135.8, 1.4, 1.4, WHITE, 0.8))
        case "hoops":
            ring = f"M{x} 132 C{x + 9} 133 {x + 10} 152 {x} 152 C{x - 10} 152 {x - 9} 133 {x} 132Z"
            return both(stroke(ring, mix(_GOLD, BLACK, 0.18), 3.2) + stroke(ring, _GOLD, 2.2))
        case "drops":
            return both(
                ellipse(x, 133, 2.4, 2.4, _GOLD)
                + stroke(f"M{x} 134 V142", _GOLD, 1.6)
                + fill(f"M{x} 140 C{x - 7} 150 {x - 5} 157 {x} 157 C{x + 5} 157 {x + 7} 150 {x} 140Z", sitter.cloth)
                + ellipse(x - 1.6, 151, 1.2, 2, WHITE, 0.7)
            )
    return ""


def hearing_aid(sitter: Sitter) -> str:
    """Behind the ear, with the tube that leads into it; hair is tucked back there."""
    worn = sitter.look.hearing_aid
    if worn == "none" or (sitter.scarf is not None and not sitter.has_bare_ears):
        return ""
    h = sitter.bones.half
    aid = (
        ("" if sitter.has_bare_ears else ear(sitter))
        + fill(
            f"M{h + 2} 103 C{h + 13} 100 {h + 17} 116 {h + 10} 131 Q{h + 7} 134 {h + 6} 130"
            f" C{h + 10} 118 {h + 8} 109 {h + 2} 108Z",
            _SHELL,
        )
        + stroke(f"M{h + 8} 107 Q{h + 11} 112 {h + 10.5:g} 119", WHITE, 1.5, 0.6)
        + stroke(f"M{h + 3} 105 C{h - 5} 104 {h - 5} 113 {h - 0.5:g} 120", _TUBE, 2.1)
        + ellipse(h + 0.5, 121, 3.2, 3.6, _SHELL)
    )
    if worn == "both":
        return both(aid)
    return aid if worn == "left" else f'<g transform="scale(-1 1)">{aid}</g>'


def wheelchair(sitter: Sitter) -> str:
    """The back of the chair and its handles, behind the shoulders."""
    if not sitter.look.wheelchair:
        return ""
    handle = (
        stroke("M86 262 V196 Q86 180 100 178", _STEEL, 7)
        + stroke("M88 256 V196 Q88 183 99 181", mix(_STEEL, WHITE, 0.4), 1.8, 0.7)
        + stroke("M99 178 L117 173", _PADDING, 12)
        + stroke("M101 175 L115 171", mix(_PADDING, WHITE, 0.3), 2, 0.7)
    )
    back = fill("M-84 262 L-84 206 Q-84 192 -70 192 L70 192 Q84 192 84 206 L84 262Z", _PADDING)
    seam = stroke("M-76 258 V208 Q-76 200 -68 200 L68 200 Q76 200 76 208 V258", mix(_PADDING, WHITE, 0.22), 2, 0.8)
    return both(handle) + back + seam
