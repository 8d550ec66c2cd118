"""The six expressions: how a mood moves brows, lids, gaze, mouth and head."""

from __future__ import annotations

from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = ["EXPRESSIONS", "Brow", "Expression", "Lids", "expression_of"]


@dataclass(frozen=True, slots=True)
class Brow:
    """One eyebrow, in units of the portrait; positive is further down."""

    inner: float
    outer: float
    arch: float = 4.0
    """How far its middle bows upward."""


@dataclass(frozen=True, slots=True)
class Lids:
    """How far the lids stand from the middle of the eye, and how far its corners are moved down."""

    upper_inner: float
    upper_outer: float
    lower: float
    is_shut: bool = False
    """Shut in a laugh: an arch instead of an eye."""


@dataclass(frozen=True, slots=True)
class Expression:
    """What a mood does to a face."""

    key: str
    brows: tuple[Brow, Brow]
    """Their right one (left in the picture), their left one."""
    lids: Lids
    gaze: tuple[float, float]
    mouth: str
    flush: float = 0.0
    """Strength of the blush on the cheeks, 0..1."""
    reddens: bool = False
    """Whether the whole face turns red."""
    frown: int = 0
    """Creases between the brows."""
    has_raised_forehead: bool = False
    mark: str = ""
    """What is drawn beside the head, so that nothing hangs on the face alone."""
    tilt: float = 0.0
    """Degrees the head leans; positive is clockwise."""
    lift: float = 0.0
    """How far the head moves down; positive ducks it between the shoulders."""
    shrug: float = 0.0
    """How far the shoulders move down; negative draws them up."""


EXPRESSIONS: Mapping[str, Expression] = MappingProxyType(
    {
        each.key: each
        for each in (
            Expression(
                key="furious",
                brows=(Brow(13, -6, -1), Brow(13, -6, -1)),
                lids=Lids(2.4, 9.5, 5.6),
                gaze=(0, 0.4),
                mouth="shouting",
                flush=0.8,
                reddens=True,
                frown=2,
                mark="sparks",
                lift=4,
                shrug=-5,
            ),
            Expression(
                key="annoyed",
                brows=(Brow(9, 3, 0), Brow(7, 0, 1)),
                lids=Lids(2.0, 2.6, 4.6),
                gaze=(-4.2, 0.6),
                mouth="pressed",
                frown=1,
                mark="grumble",
                tilt=3,
            ),
            Expression(
                key="worried",
                brows=(Brow(-10, 5, -2), Brow(-10, 5, -2)),
                lids=Lids(10.6, 7.4, 6.8),
                gaze=(1.2, -1.8),
                mouth="wavering",
                has_raised_forehead=True,
                mark="drop",
                tilt=-4,
                shrug=-4,
            ),
            Expression(
                key="neutral",
                brows=(Brow(-1, 1), Brow(-1, 1)),
                lids=Lids(7.4, 7.4, 5.6),
                gaze=(0, 0),
                mouth="level",
            ),
            Expression(
                key="pleased",
                brows=(Brow(-3, -1, 5), Brow(-3, -1, 5)),
                lids=Lids(7.6, 7.6, 3.4),
                gaze=(0, 0),
                mouth="smiling",
                flush=0.45,
                tilt=-2,
            ),
            Expression(
                key="delighted",
                brows=(Brow(-9, -5, 6.5), Brow(-9, -5, 6.5)),
                lids=Lids(8, 8, 3, is_shut=True),
                gaze=(0, 0),
                mouth="laughing",
                flush=0.65,
                mark="sparkles",
                tilt=-4,
                lift=-2,
                shrug=-2,
            ),
        )
    }
)
"""From furious to delighted."""

_ORDER = tuple(EXPRESSIONS)


def expression_of(mood: int) -> Expression:
    """The expression of a mood, -3 (furious) to 3 (delighted); 2 and 3 look the same.

    Raises:
        ValueError: the mood lies outside; it is quoted.
    """
    if not -3 <= mood <= 3:
        raise ValueError(f"mood {mood!r} is not within -3 to 3")
    return EXPRESSIONS[_ORDER[min(mood + 3, len(_ORDER) - 1)]]
