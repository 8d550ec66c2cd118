"""What is painted can be read: the contrast of every text, measured on the painted ground it stands on."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pygame
import pytest

from game.looks.colour import Colour, contrast
from game.looks.palette import PALETTES
from game.window import lettering
from tests.window.gallery import SCREENS


@pytest.mark.parametrize("colours", PALETTES)
@pytest.mark.parametrize("screen", SCREENS)
def test_every_text_keeps_its_contrast_where_it_is_painted(
    screen: str, colours: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """4.5 to 1, and 7 to 1 in high contrast, for every line of text on what was painted before it."""
    stage = SCREENS[screen]((1280, 800), colours, 100)
    stage.shows_focus = True
    measured: list[tuple[float, str]] = []
    paint = lettering._paint

    def measuring(surface: pygame.Surface, area: pygame.Rect, *rest: Any) -> None:
        y, height, line, face, colour, align = rest
        width = lettering.natural_width(line, face)
        spare = area.width - width
        x = area.x + {"left": 0, "centre": spare // 2, "right": spare}[align]
        place = pygame.Rect(x, y, width, height)
        measured.extend((round(contrast(colour, ground), 2), line) for ground in grounds(surface, place))
        paint(surface, area, *rest)

    monkeypatch.setattr(lettering, "_paint", measuring)
    stage.paint(pygame.Surface(stage.size))
    assert measured
    assert not [each for each in measured if each[0] < PALETTES[colours].least_contrast]


def grounds(surface: pygame.Surface, area: pygame.Rect) -> Iterator[Colour]:
    """The colours of the ground at a few places of where a line will stand, as far as it is in sight."""
    seen = area.clip(surface.get_clip())
    if seen.width > 4 and seen.height > 4:
        for share in (0.1, 0.5, 0.9):
            red, green, blue, _ = surface.get_at((seen.x + int(seen.width * share), seen.centery))
            yield red, green, blue
