"""Painting portraits with the renderer the window uses."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

import pygame
import pytest

if TYPE_CHECKING:
    from collections.abc import Callable


@pytest.fixture(scope="session")
def rendered() -> Callable[[str, int], pygame.Surface]:
    """Paints an SVG at a size."""

    def paint(svg: str, side: int) -> pygame.Surface:
        return pygame.image.load_sized_svg(io.BytesIO(svg.encode()), (side, side))

    return paint
