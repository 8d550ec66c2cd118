"""Comparing pictures as eyes do: by small squares, with tolerance, and telling where they differ."""

from __future__ import annotations

from pathlib import Path

import pygame

__all__ = ["differing", "halved"]

_CELL = 8
"""Side of a compared square, in pixels of the halved picture."""
_TOLERANCE = 10.0
"""How far the mean of a square's channel may be off, of 255; letters drawn by another FreeType stay below."""


def halved(picture: pygame.Surface) -> pygame.Surface:
    """The picture at half its size: what is kept as a reference, and what is compared."""
    width, height = picture.get_size()
    return pygame.transform.smoothscale(picture, (width // 2, height // 2))


def differing(picture: pygame.Surface, reference: pygame.Surface, marked: Path) -> list[pygame.Rect]:
    """The squares, in pixels of the full picture, in which a halved picture differs from its reference.

    Where there are any, the picture is written to `marked` with frames round them.
    """
    assert picture.get_size() == reference.get_size(), (picture.get_size(), reference.get_size())
    width, height = picture.get_size()
    small = (width // _CELL, height // _CELL)
    means = [pygame.transform.smoothscale(each, small) for each in (picture, reference)]
    places = [
        pygame.Rect(x * _CELL, y * _CELL, _CELL, _CELL)
        for y in range(small[1])
        for x in range(small[0])
        if max(abs(a - b) for a, b in zip(means[0].get_at((x, y))[:3], means[1].get_at((x, y))[:3], strict=True))
        > _TOLERANCE
    ]
    if places:
        shown = picture.copy()
        for place in places:
            pygame.draw.rect(shown, (255, 0, 160), place, 1)
        marked.parent.mkdir(parents=True, exist_ok=True)
        pygame.image.save(shown, marked)
    return [pygame.Rect(*(2 * value for value in place)) for place in places]
