"""What the years write into a face, and what a skin shows of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.looks.colour import mix
from game.looks.portrait.pencil import both, ellipse, fill, stroke
from game.looks.portrait.sitter import WHITE

if TYPE_CHECKING:
    from game.looks.portrait.sitter import Sitter

__all__ = ["skin_mark", "wrinkles"]

_FRECKLES = (
    (-33, 132, 1.5), (-27, 137, 1.7), (-35, 141, 1.3), (-21, 132, 1.4), (-29, 145, 1.4), (-15, 137, 1.2),
    (-40, 135, 1.2), (-22, 142, 1.2), (-4, 125, 1.3), (3, 130, 1.2), (-1, 120, 1.1), (30, 133, 1.6),
    (24, 138, 1.5), (36, 139, 1.4),
    (18, 133, 1.3), (29, 143, 1.5), (40, 133, 1.2), (14, 139, 1.1), (22, 146, 1.2), (35, 146, 1.1), (-14, 82, 1.1),
    (9, 79, 1.2), (20, 84, 1.1),
)  # fmt: skip


def wrinkles(sitter: Sitter) -> str:
    """Lines beside nose and mouth from forty on; then crow's feet, the forehead, cheeks that sink, spots of age."""
    crease = sitter.skin.crease
    drawing = ""
    if folds := sitter.aged(38, 75):
        drawing += both(
            stroke(
                f"M14 {136 + folds:g} Q22 {142 + folds:g} {23 + 2 * folds:g} {150 + 5 * folds:g}",
                crease,
                1.7 + 0.7 * folds,
                round(0.18 + 0.4 * folds, 2),
            )
        )
    if feet := sitter.aged(50, 80):
        drawing += both(
            stroke(
                "M38 111 L45 107.5 M38.5 115.5 L46 116 M37.5 120 L44 123.5", crease, 1.5, round(0.2 + 0.35 * feet, 2)
            )
        )
        drawing += stroke("M-19 80 Q0 76.5 19 80", crease, 1.6, round(0.15 + 0.3 * feet, 2))
    if sunk := sitter.aged(64):
        drawing += stroke("M-14 72.5 Q0 70 14 72.5 M-16 87 Q0 84 16 87", crease, 1.5, round(0.2 + 0.25 * sunk, 2))
        drawing += both(
            stroke(
                f"M{sitter.bones.cheek - 11} 146 Q{sitter.bones.cheek - 7} 158 {sitter.bones.cheek - 13} 168",
                crease,
                1.8,
                round(0.15 + 0.35 * sunk, 2),
            )
            + stroke("M17 164 Q20 170 18 176", crease, 1.6, round(0.2 + 0.3 * sunk, 2))
        )
    if spots := sitter.aged(74):
        drawing += "".join(
            ellipse(x, y, 2.6, 2, crease, round(0.14 + 0.14 * spots, 2))
            for x, y in ((-36, 92), (-40, 98), (33, 86), (38, 128))
        )
    return drawing


def skin_mark(sitter: Sitter) -> str:
    """Freckles, vitiligo, a scar or a mole."""
    skin = sitter.skin
    match sitter.look.mark:
        case "freckles":
            return "".join(ellipse(x, y, r, r, skin.crease, 0.5) for x, y, r in _FRECKLES)
        case "vitiligo":
            pale = mix(skin.tone, (252, 232, 218), 0.62)
            half = sitter.bones.half
            return (
                fill(
                    f"M{1 - half} 101 C-46 90 -37 93 -38 102 C-36 112 -39 121 -39 129 C-33 130 -24 130 -22 136"
                    f" C-21 145 -30 147 -35 142 C-42 141 {4 - half} 128 {1 - half} 101Z",
                    pale,
                )
                + fill(
                    "M6 150 C12 146 21 147 24 153 C30 158 25 165 19 164 C15 170 6 168 5 162 C1 158 2 152 6 150Z", pale
                )
                + fill("M12 66 C20 60 33 66 33 74 C36 82 27 84 22 80 C15 82 8 73 12 66Z", pale)
                + ellipse(-17, 166, 4.5, 3.5, pale)
                + ellipse(-10, 172, 2.2, 2, pale)
                + ellipse(-26, 88, 2.4, 2, pale)
            )
        case "scar":
            line = "M33 132 C37 139 32 146 36 154"
            return stroke(line, mix(skin.tone, skin.flush, 0.35), 4.6) + stroke(
                line, mix(skin.tone, WHITE, 0.4), 2.2, 0.9
            )
        case "mole":
            return ellipse(23, 148, 2.5, 2.4, mix(skin.crease, (30, 18, 16), 0.4))
    return ""
