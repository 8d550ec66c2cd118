"""What is said of somebody is seen where it belongs: ears, cheeks, the height of the head."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pygame
import pytest

from game.looks.colour import luminance
from game.looks.portrait import Look, portrait

if TYPE_CHECKING:
    from collections.abc import Callable

    Paint = Callable[[str, int], pygame.Surface]

SIDE = 256
MIDDLE = SIDE // 2


def brightness(colour: pygame.Color) -> float:
    """How light a colour is, 0 to 1."""
    return luminance((colour.r, colour.g, colour.b))


def changed(paint: Paint, one: Look, other: Look, mood: int = 0) -> pygame.Rect:
    """The place where two portraits differ by more than a shade."""
    pictures = [paint(portrait(look, mood), SIDE) for look in (one, other)]
    differing = pygame.mask.from_threshold(pictures[0], (0, 0, 0), (12, 12, 12, 255), pictures[1])
    differing.invert()
    places = differing.get_bounding_rects()
    assert places, "nothing is seen of it"
    return places[0].unionall(places[1:])


@pytest.mark.parametrize("hair", ["short", "long", "locs", "pixie"])
def test_a_hearing_aid_is_seen_on_its_ear_whatever_the_hair(hair: str, rendered: Paint) -> None:
    """Their left is on the right in the picture; hair is tucked behind that ear, and nothing else changes."""
    bare = Look(hair=hair)
    left = changed(rendered, bare, Look(hair=hair, hearing_aid="left"))
    right = changed(rendered, bare, Look(hair=hair, hearing_aid="right"))
    both = changed(rendered, bare, Look(hair=hair, hearing_aid="both"))
    assert left.left > MIDDLE + 30
    assert right.right < MIDDLE - 30
    assert both.contains(left)
    assert both.contains(right)
    assert 95 < left.top < left.bottom < 140


def test_a_wrapped_scarf_covers_what_the_ears_wear_and_a_knotted_one_does_not(rendered: Paint) -> None:
    """Earrings and hearing aid."""
    for worn in ({"earrings": "hoops"}, {"hearing_aid": "both"}):
        wrapped = [Look(headscarf="plum", **extra) for extra in ({}, worn)]  # type: ignore[arg-type]
        assert portrait(wrapped[0], 0) == portrait(wrapped[1], 0)
        knotted = [Look(headscarf="plum", headscarf_worn="knotted", **extra) for extra in ({}, worn)]  # type: ignore[arg-type]
        changed(rendered, knotted[0], knotted[1])


@pytest.mark.parametrize("skin", range(1, 7))
def test_anger_reddens_every_skin_in_its_own_tone(skin: int, rendered: Paint) -> None:
    """The cheek turns redder by far and hardly lighter or darker; no skin takes on the colour of another."""
    place = (94, 145)
    calm, furious = (rendered(portrait(Look(skin=skin), mood), SIDE).get_at(place) for mood in (0, -3))

    def redness(colour: pygame.Color) -> float:
        return colour.r / (colour.g + colour.b)

    assert redness(furious) > 1.12 * redness(calm)
    assert 0.5 < brightness(furious) / brightness(calm) < 1.1


def test_skins_go_from_light_to_dark_in_every_mood(rendered: Paint) -> None:
    """A furious light skin is still lighter than the next one."""
    for mood in (-3, 0, 2):
        tones = [brightness(rendered(portrait(Look(skin=skin), mood), SIDE).get_at((128, 88))) for skin in range(1, 7)]
        assert tones == sorted(tones, reverse=True)


def test_heads_sink_with_the_years_and_children_sit_low(rendered: Paint) -> None:
    """The crown of an eighty-eight-year-old stands below that of a thirty-year-old, that of a child lower still."""

    def crown(age: int) -> int:
        picture, wall = (rendered(portrait(look, 0), SIDE) for look in (Look(age=age), Look(age=age, hair_color="red")))
        return next(y for y in range(SIDE) if picture.get_at((MIDDLE, y)) != wall.get_at((MIDDLE, y)))

    assert crown(30) == crown(50) < crown(88) < crown(6)


@pytest.mark.parametrize("hair", ["short", "side", "quiff", "cropped"])
def test_short_hair_leaves_the_temples_with_the_years(hair: str, rendered: Paint) -> None:
    """Where hair grew at fifty there is skin at sixty-eight: less of the forehead changes with the hair's colour."""

    def grown(age: int) -> int:
        one, other = (
            rendered(portrait(Look(hair=hair, hair_color=colour, age=age), 0), SIDE) for colour in ("black", "blond")
        )
        return sum(one.get_at((x, y)) != other.get_at((x, y)) for x in range(80, 176) for y in range(62, 92))

    assert grown(68) < 0.95 * grown(50)  # later the head sinks, too
