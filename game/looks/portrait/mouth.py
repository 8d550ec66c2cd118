"""Mouths, one to each expression."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from game.looks.colour import Colour, mix
from game.looks.portrait.pencil import fill, stroke
from game.looks.portrait.sitter import WHITE

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from game.looks.portrait.sitter import Sitter

__all__ = ["mouth"]

_DEEP: Colour = (74, 22, 24)
_TONGUE: Colour = (214, 98, 104)


def mouth(sitter: Sitter) -> str:
    """The mouth of the sitter's expression."""
    return _MOUTHS[sitter.expression.mouth](sitter)


def _line(sitter: Sitter, path: str) -> str:
    """A closed mouth: lips, where a beard would swallow a bare line, and the line between them."""
    lip = sitter.skin.lip
    has_beard = sitter.look.beard in ("goatee", "beard")
    lips = (
        stroke(path, mix(lip, WHITE, 0.12), 9)
        if has_beard
        else stroke(path, lip, 6.5, 0.55 if sitter.look.skin < 5 else 0.95)
    )
    return lips + stroke(path, mix(lip, _DEEP, 0.72), 3.4)


def _level(sitter: Sitter) -> str:
    return _line(sitter, "M-13 157 Q0 159.5 13 157") + _under_lip(sitter, 167)


def _smiling(sitter: Sitter) -> str:
    dimples = stroke("M-20.5 150 Q-22.5 152.5 -21 155.5 M20.5 150 Q22.5 152.5 21 155.5", sitter.skin.crease, 2, 0.6)
    return _line(sitter, "M-18 152.5 C-10 163.5 10 163.5 18 152.5") + dimples + _under_lip(sitter, 169)


def _pressed(sitter: Sitter) -> str:
    corner = stroke("M17 157 Q20 160 18 165 M-17 161 Q-19 163 -18 166", sitter.skin.crease, 2, 0.7)
    return _line(sitter, "M-14 162 C-8 155.5 4 154.5 14 159.5") + corner + _under_lip(sitter, 169)


def _wavering(sitter: Sitter) -> str:
    return _line(sitter, "M-15 163 C-11 154.5 -5 154 -1 157.5 C3 160.5 8 154 15 162.5") + _under_lip(sitter, 170)


def _laughing(sitter: Sitter) -> str:
    return (
        fill("M-22 148 Q0 155 22 148 C23 164 12 175 0 175 C-12 175 -23 164 -22 148Z", _DEEP)
        + fill("M-11 171 C-7 163.5 7 163.5 11 171 C5 175.5 -5 175.5 -11 171Z", _TONGUE)
        + fill(
            "M-19.5 150 Q0 156.5 19.5 150 Q19 155.5 17 158.5 Q0 163 -17 158.5 Q-19 155.5 -19.5 150Z",
            WHITE,
        )
        + stroke("M-22 148 Q0 155 22 148", mix(sitter.skin.lip, _DEEP, 0.35), 2.6)
        + stroke("M-25 145 Q-26.5 148 -24.5 151 M25 145 Q26.5 148 24.5 151", sitter.skin.crease, 2, 0.6)
    )


def _shouting(sitter: Sitter) -> str:
    return (
        fill(
            "M-13 149 Q0 145 13 149 C20 152 23 163 21 169 Q20 173 14 172 Q0 168.5 -14 172 Q-20 173 -21 169"
            " C-23 163 -20 152 -13 149Z",
            _DEEP,
        )
        + fill(
            "M-13.5 151.5 Q0 147.5 13.5 151.5 C16 153 17.5 156 18 159.5 Q0 157 -18 159.5"
            " C-17.5 156 -16 153 -13.5 151.5Z",
            WHITE,
        )
        + fill(
            "M-18.5 162.5 Q0 160 18.5 162.5 C19.5 166 19 170 16 169.5 Q0 166 -16 169.5 C-19 170 -19.5 166 -18.5 162.5Z",
            WHITE,
        )
        + stroke(
            "M-9 150.5 V158 M0 149.5 V157.5 M9 150.5 V158 M-9.5 162 V167.5 M0 161.5 V166.5 M9.5 162 V167.5",
            _DEEP,
            1.1,
            0.35,
        )
        + stroke("M-27 145 Q-31 153 -28 163 M27 145 Q31 153 28 163", sitter.skin.crease, 2.2, 0.6)
    )


def _under_lip(sitter: Sitter, height: float) -> str:
    """The small shadow under the lower lip; a beard hides it."""
    if sitter.look.beard in ("goatee", "beard"):
        return ""
    return stroke(f"M-5 {height:g} Q0 {height + 1.8:g} 5 {height:g}", sitter.skin.crease, 1.8, 0.4)


_MOUTHS: Mapping[str, Callable[[Sitter], str]] = MappingProxyType(
    {
        "level": _level,
        "smiling": _smiling,
        "pressed": _pressed,
        "wavering": _wavering,
        "laughing": _laughing,
        "shouting": _shouting,
    }
)
