"""Mouths, one to each expression."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

from game.looks.colour import Colour, mix
from game.looks.portrait.pencil import fill, stroke
from game.looks.portrait.sitter import BLACK, WHITE

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from game.looks.portrait.sitter import Sitter

__all__ = ["mouth"]

_DEEP: Colour = (74, 22, 24)
_TONGUE: Colour = (214, 98, 104)
_BARE: Colour = (240, 168, 150)
"""What lips are mixed with where a dark beard would swallow them."""
_BEARDED = frozenset({"goatee", "beard", "long"})


class _Line(NamedTuple):
    """Where closed lips meet: a curve with four points, from their right corner to their left one."""

    start: tuple[float, float]
    near: tuple[float, float]
    far: tuple[float, float]
    end: tuple[float, float]

    @property
    def path(self) -> str:
        """As SVG."""
        (x, y), (a, b), (c, d), (e, f) = self
        return f"M{x:g} {y:g} C{a:g} {b:g} {c:g} {d:g} {e:g} {f:g}"

    @property
    def middle(self) -> float:
        """How far down the curve runs half way along."""
        return (self.start[1] + 3 * self.near[1] + 3 * self.far[1] + self.end[1]) / 8


_LEVEL = _Line((-14, 156), (-6, 159), (6, 159), (14, 156))
_SMILING = _Line((-21, 150.5), (-12, 165), (12, 165), (21, 150.5))
_PRESSED = _Line((-15, 157.5), (-7, 157), (5, 158), (15, 164.5))


def mouth(sitter: Sitter) -> str:
    """The mouth of the sitter's expression."""
    return _MOUTHS[sitter.expression.mouth](sitter)


def _closed(sitter: Sitter, line: _Line, fullness: float = 1.0) -> str:
    """Lips that meet in a line; they grow thinner with the years, and stand out from a beard."""
    lip, crease = sitter.skin.lip, sitter.skin.crease
    is_bearded = sitter.look.beard in _BEARDED
    if is_bearded:
        lip, fullness = mix(lip, _BARE, 0.38), max(fullness, 0.8)
    full = fullness * (1 - 0.45 * sitter.aged(50))
    (x, y), (a, b), (c, d), (e, _) = line
    top, low = line.middle - 4.2 * full, 6.2 * full
    upper = (
        f"{line.path} C{c:g} {d - 4.4 * full:g} 6.5 {top - 1:g} 3.6 {top:g} Q0 {top + 1.8:g} -3.6 {top:g}"
        f" C-6.5 {top - 1:g} {a:g} {b - 4.4 * full:g} {x:g} {y:g}Z"
    )
    lower = f"{line.path} C{c * 0.9:g} {d + low * 1.1:g} {a * 0.9:g} {b + low * 1.1:g} {x:g} {y:g}Z"
    strength = 1.0 if is_bearded else 0.8
    return (
        fill(upper, mix(lip, crease, 0.32), strength)
        + fill(lower, lip, strength)
        + stroke(
            f"M{e * 0.34:g} {line.middle + low * 0.6:g} Q0 {line.middle + low * 0.72:g} {x * 0.34:g}"
            f" {line.middle + low * 0.6:g}",
            WHITE,
            1.6,
            0.22,
        )
        + stroke(line.path, mix(lip, _DEEP, 0.72), 3.2)
    )


def _level(sitter: Sitter) -> str:
    return _closed(sitter, _LEVEL) + _under_lip(sitter, 169)


def _smiling(sitter: Sitter) -> str:
    dimples = stroke("M-24 147.5 Q-26.5 151 -24 154.5 M24 147.5 Q26.5 151 24 154.5", sitter.skin.crease, 2.2, 0.65)
    return _closed(sitter, _SMILING, 0.9) + dimples + _under_lip(sitter, 172)


def _pressed(sitter: Sitter) -> str:
    """Lips pressed together and drawn to one side, one corner let down."""
    corners = stroke("M18 161 Q21.5 165 19.5 169.5 M-18 153.5 Q-21 157 -18.5 161", sitter.skin.crease, 2.2, 0.75)
    return _closed(sitter, _PRESSED, 0.45) + corners + _under_lip(sitter, 169)


def _wavering(sitter: Sitter) -> str:
    """Corners down, and a line that does not know where to go."""
    path = "M-16 164 C-12 154 -5.5 153.5 -0.5 157 C4 160 8.5 153 16 163.5"
    lip = sitter.skin.lip
    return (
        stroke(path, lip if sitter.look.beard not in _BEARDED else mix(lip, _BARE, 0.38), 6, 0.75)
        + stroke(path, mix(lip, _DEEP, 0.72), 3.2)
        + stroke("M-19.5 162 Q-21 165 -19.5 168 M19.5 161.5 Q21 164.5 19.5 167.5", sitter.skin.crease, 1.8, 0.5)
        + _under_lip(sitter, 170.5)
    )


def _laughing(sitter: Sitter) -> str:
    lip = sitter.skin.lip
    return (
        fill("M-25 145.5 Q0 151 25 145.5 C27 166 14 179.5 0 179.5 C-14 179.5 -27 166 -25 145.5Z", mix(lip, _DEEP, 0.2))
        + fill("M-22 148 Q0 154 22 148 C23 164 12 175 0 175 C-12 175 -23 164 -22 148Z", _DEEP)
        + fill("M-12 171 C-8 163 8 163 12 171 C5 175.6 -5 175.6 -12 171Z", _TONGUE)
        + fill("M-20.5 149.6 Q0 155.4 20.5 149.6 Q20 155.5 18 158.6 Q0 163 -18 158.6 Q-20 155.5 -20.5 149.6Z", WHITE)
        + stroke("M-28 142.5 Q-30 147 -27.5 151 M28 142.5 Q30 147 27.5 151", sitter.skin.crease, 2.2, 0.6)
    )


def _shouting(sitter: Sitter) -> str:
    """Teeth bared, the corners drawn down."""
    lip = mix(sitter.skin.lip, _DEEP, 0.25)
    return (
        fill(
            "M-14 146.5 Q0 142 14 146.5 C23 150 26 163 23.5 171 Q22 176 15 174.5 Q0 170.5 -15 174.5"
            " Q-22 176 -23.5 171 C-26 163 -23 150 -14 146.5Z",
            lip,
        )
        + fill(
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
        + stroke("M-27 143 Q-32 153 -28.5 165 M27 143 Q32 153 28.5 165", sitter.skin.crease, 2.4, 0.65)
    )


def _under_lip(sitter: Sitter, height: float) -> str:
    """The small shadow under the lower lip; a beard hides it."""
    if sitter.look.beard in _BEARDED:
        return ""
    shade = mix(sitter.skin.crease, BLACK, 0.1)
    return stroke(f"M-5.5 {height:g} Q0 {height + 1.8:g} 5.5 {height:g}", shade, 1.9, 0.35)


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
