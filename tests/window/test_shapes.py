"""Cards have smooth corners, borders inside them, and soft shadows outside."""

from __future__ import annotations

import pygame
import pytest
from pygame import Rect

from game.window.shapes import Border, Shadow, paint_block, paint_card, paint_shadow, round_corners

GROUND, CARD, LINE = (242, 239, 233), (255, 255, 255), (10, 90, 100)


def surface() -> pygame.Surface:
    """An empty ground."""
    picture = pygame.Surface((120, 100))
    picture.fill(GROUND)
    return picture


def test_a_card_fills_its_place_and_leaves_its_corners() -> None:
    """The middle is the card's, the very corner the ground's, and between them lie shades of both."""
    picture = surface()
    paint_card(picture, Rect(20, 20, 80, 60), CARD, 16)
    assert picture.get_at((60, 50))[:3] == CARD
    assert picture.get_at((20, 20))[:3] == GROUND
    shades = {picture.get_at((place, place))[:3] for place in range(20, 37)}
    assert len(shades) > 2


def test_a_border_lies_inside_the_card() -> None:
    """Its outermost pixel is the border's; beyond it the ground is untouched."""
    picture = surface()
    paint_card(picture, Rect(20, 20, 80, 60), CARD, 10, Border(LINE, 2))
    assert picture.get_at((20, 50))[:3] == LINE
    assert picture.get_at((21, 50))[:3] == LINE
    assert picture.get_at((22, 50))[:3] == CARD
    assert picture.get_at((19, 50))[:3] == GROUND


def test_a_shadow_darkens_what_lies_round_it_and_fades() -> None:
    """Darker near the card than far from it."""
    picture = surface()
    paint_shadow(picture, Rect(30, 30, 60, 40), 8, Shadow(10, 80, 2))
    near, far = picture.get_at((60, 72))[0], picture.get_at((60, 78))[0]
    assert near < far <= GROUND[0]
    assert picture.get_at((60, 96))[0] == GROUND[0]


def test_a_shape_without_room_for_its_corners_is_still_painted() -> None:
    """A radius larger than the shape becomes half of it."""
    picture = surface()
    paint_card(picture, Rect(20, 20, 10, 6), CARD, 40)
    assert picture.get_at((25, 23))[:3] == CARD


def test_what_is_out_of_sight_is_not_painted() -> None:
    """Outside the clip nothing changes."""
    picture = surface()
    picture.set_clip(Rect(0, 0, 10, 10))
    paint_card(picture, Rect(20, 20, 80, 60), CARD, 10, None, Shadow(10, 80, 2))
    picture.set_clip(None)
    assert picture.get_at((60, 50))[:3] == GROUND


def test_pictures_get_round_corners() -> None:
    """The corner is clear, the middle is not."""
    picture = pygame.Surface((40, 40), pygame.SRCALPHA)
    picture.fill((200, 20, 20, 255))
    rounded = round_corners(picture, 12)
    assert rounded.get_at((0, 0)).a == 0
    assert rounded.get_at((20, 20)).a == 255
    assert picture.get_at((0, 0)).a == 255


@pytest.mark.parametrize("rect", [(3, 5, 1, 1), (-4, -4, 3000, 200), (10, 190, 2100, 40), (5, 5, 0, 9), (5, 5, -3, 9)])
@pytest.mark.parametrize("flags", [0, pygame.SRCALPHA])
def test_a_block_is_what_filling_makes_of_it(rect: tuple[int, int, int, int], flags: int) -> None:
    """To the pixel, on surfaces with and without opacity; of what has no width nothing is painted."""
    one, other = pygame.Surface((2200, 210), flags), pygame.Surface((2200, 210), flags)
    paint_block(one, rect, (10, 20, 30))
    if rect[2] > 0:
        other.fill((10, 20, 30), rect)
    assert pygame.image.tobytes(one, "RGBA") == pygame.image.tobytes(other, "RGBA")
