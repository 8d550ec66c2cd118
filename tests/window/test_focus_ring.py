"""Whatever has the focus shows it, in all palettes, and nothing lies over the ring."""

from __future__ import annotations

import pygame
import pytest

from game.window.focus import focusable
from game.window.input import Assist, Move, Wish
from game.window.stage import Stage
from game.window.widgets.scroll import Scroll
from tests.window.gallery import SCREENS

_REACH = 8
"""Pixels beyond a widget in which its ring is looked for."""
_TINTED = 60
"""How far the shadow of a neighbour may change its colour."""


def sides(stage: Stage, picture: pygame.Surface) -> int:
    """On how many sides of what has the focus there is a ring in the middle of the side."""
    assert stage.focus is not None
    rect = stage.focus.rect
    starts = (
        (rect.centerx, rect.top, 0, -1),
        (rect.centerx, rect.bottom - 1, 0, 1),
        (rect.left, rect.centery, -1, 0),
        (rect.right - 1, rect.centery, 1, 0),
    )
    return sum(
        any(is_ring(stage, picture, (x + right * step, y + down * step)) for step in range(1, _REACH))
        for x, y, right, down in starts
    )


def is_ring(stage: Stage, picture: pygame.Surface, place: tuple[int, int]) -> bool:
    """Whether a pixel has the colour of the ring."""
    if not picture.get_rect().collidepoint(place):
        return False
    there, ring = picture.get_at(place), stage.theme.palette.focus
    return sum(abs(there[part] - ring[part]) for part in range(3)) < _TINTED


@pytest.mark.parametrize("colours", ["light", "dark", "contrast"])
@pytest.mark.parametrize("screen", SCREENS)
def test_what_has_the_focus_is_ringed_all_round(screen: str, colours: str) -> None:
    """A field's label stands over its ring, and a page's own cards over that of the page; points of a curve have their
    own."""
    stage = SCREENS[screen]((800, 600), colours, 100)
    stage.act(Move.NEXT)
    picture = pygame.Surface(stage.size)
    for key in [widget.key for widget in focusable(stage._scope) if not widget.key.startswith("curve-")][:24]:
        widget = next(each for each in focusable(stage._scope) if each.key == key)
        stage.act(Assist(widget.reader_id, Wish.FOCUS))
        assert stage.focus is not None
        if key == "panel":
            continue  # the panel shows it, round its title, too
        stage.paint(picture)
        most = 2 if isinstance(stage.focus, Scroll) else 3 if stage.focus.takes_text else 4
        assert sides(stage, picture) >= most, key
