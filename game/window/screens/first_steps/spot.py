"""Where a hint stands: beside what it explains, over nothing else; or close to it, never over it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from pygame import Rect

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

__all__ = ["Spot", "close_to", "free_beside"]


class Spot(NamedTuple):
    """A place for a hint, and the side of it on which lies what it explains: "left", "right", "top" or "bottom"."""

    rect: Rect
    side: str


def free_beside(
    target: Rect, taken: Sequence[Rect], area: Rect, widths: tuple[int, int], gap: int, height_at: Callable[[int], int]
) -> Spot | None:
    """A place beside the target where nothing else stands; None where there is none.

    Args:
        target: what is explained.
        taken: everything that must not be covered.
        area: all that can be used.
        widths: the least and the greatest width.
        gap: what is kept free round it.
        height_at: the height it needs at a width.
    """
    for spot in _beside(target, taken, area, widths, gap, height_at):
        if area.contains(spot.rect) and spot.rect.inflate(gap, gap).collidelist(list(taken)) < 0:
            return spot
    return None


def close_to(
    target: Rect,
    area: Rect,
    width: int,
    gap: int,
    height_at: Callable[[int], int],
    spared: Sequence[Rect] = (),
) -> Spot:
    """A place above or below the target: where there is more room, but rather where it covers nothing to be spared.

    It is lower than it likes to be, where it must.
    """
    above, below = target.top - area.top - gap, area.bottom - target.bottom - gap
    wish = height_at(width)
    x = max(area.left, min(target.centerx - width // 2, area.right - width))
    low = Spot(Rect(x, target.bottom + gap, width, min(wish, below)), "top")
    height = min(wish, above)
    high = Spot(Rect(x, target.top - gap - height, width, height), "bottom")
    spots = (low, high) if below >= above else (high, low)
    fitting = [spot for spot in spots if spot.rect.height == wish]
    clear = [spot for spot in fitting if spot.rect.collidelist(list(spared)) < 0]
    return next(iter((*clear, *fitting, *spots)))


def _beside(
    target: Rect, taken: Sequence[Rect], area: Rect, widths: tuple[int, int], gap: int, height_at: Callable[[int], int]
) -> Iterator[Spot]:
    """Below the target; then at its sides, as far up as it goes there."""
    least, most = widths
    width = min(target.width, most)
    if width >= least:
        yield Spot(Rect(target.left, target.bottom + gap, width, height_at(width)), "top")
    yield from _in_columns(target, taken, area, widths, gap, height_at)


def _in_columns(
    target: Rect, taken: Sequence[Rect], area: Rect, widths: tuple[int, int], gap: int, height_at: Callable[[int], int]
) -> Iterator[Spot]:
    """Left and right of the target, at the height of its middle or as close to it as is free."""
    least, most = widths
    around = target.unionall([each for each in taken if each.contains(target)])
    columns = (
        (max(area.left, around.left - gap - most), around.left - gap, "right"),
        (around.right + gap, min(area.right, around.right + gap + most), "left"),
    )
    for left, right, side in columns:
        if right - left < least:
            continue
        height = height_at(right - left)
        wish = max(area.top, min(target.centery - height // 2, area.bottom - height))
        beside = [each for each in taken if each.left < right + gap and each.right > left - gap]
        edges = [each.bottom + gap for each in beside] + [each.top - gap - height for each in beside]
        for top in sorted((wish, *edges), key=lambda top: abs(top - wish)):
            if top <= target.bottom and top + height >= target.top:
                yield Spot(Rect(left, top, right - left, height), side)
