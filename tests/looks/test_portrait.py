"""Portraits: every word of a face can be drawn, every mood shows, and a name always gives the same person."""

from __future__ import annotations

import re
from hashlib import blake2b
from itertools import combinations
from typing import TYPE_CHECKING, get_args, get_type_hints

import msgspec
import pygame
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from game.looks.portrait import EXPRESSIONS, Look, expression_of, look_from, portrait
from game.looks.portrait.look import (
    BEARDS,
    EARRINGS,
    GLASSES,
    HAIR,
    HEADWEAR,
    HEARING_AIDS,
    MARKS,
    NONE,
    OUTFITS,
    SCARVES_WORN,
)
from game.scenario.model import Face

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

MOODS = range(-3, 4)
_DERIVED_BEFORE = (
    *("skin", "face", "hair", "hair_color", "eyes", "glasses", "beard"),
    *("outfit", "clothes", "headscarf", "background", "age"),
)
_DRAWABLE = {"svg", "defs", "linearGradient", "stop", "rect", "g", "path", "ellipse"}


def words(key: str) -> Iterator[str]:
    """Every word the format has for a key of `face:`."""
    yield from (word for part in get_args(get_type_hints(Face)[key]) for word in get_args(part))


@pytest.mark.parametrize("key", [key for key in Face.__struct_fields__ if key not in ("age", "skin", "wheelchair")])
def test_every_word_of_the_format_can_be_drawn(key: str) -> None:
    """Whatever a trainer may write in `face:` gives a portrait of its own."""
    beside = {"headscarf_worn": {"headscarf": "plum"}, "headwear_color": {"headwear": "beanie"}}.get(key, {})
    said = {word: msgspec.convert({**beside, key: word}, Face) for word in words(key)}
    drawn = {word: portrait(look_from(face, "Reto Brunner"), 0) for word, face in said.items()}
    assert len(drawn) > 2
    assert len(set(drawn.values())) == len(drawn)


def test_a_wheelchair_is_seen_and_its_sitter_sits_lower(rendered: Callable[[str, int], pygame.Surface]) -> None:
    """The handles stand beside the shoulders, and the crown is further down in the picture than without."""
    standing, sitting = (portrait(Look(wheelchair=seat), 0) for seat in (False, True))
    assert standing.count("<path") < sitting.count("<path")
    crown = rendered(standing, 256).get_at((128, 32))
    assert rendered(sitting, 256).get_at((128, 32)) != crown
    assert rendered(sitting, 256).get_at((128, 32 + 16)) == crown


def test_age_and_skin_show() -> None:
    """Six skins, and the lines and the grey of age, from childhood to ninety."""
    assert len({portrait(look_from(Face(skin=skin), "Ada"), 0) for skin in range(1, 7)}) == 6
    assert len({portrait(look_from(Face(age=age), "Ada"), 0) for age in (6, 30, 50, 65, 75, 90)}) == 6


def test_no_name_has_another_face_than_before() -> None:
    """Pinned over five hundred names, as they were before there was more to describe."""
    told = blake2b(digest_size=8)
    for number in range(500):
        look = look_from(None, f"Person {number}")
        told.update(repr((*(getattr(look, trait) for trait in _DERIVED_BEFORE), look.earrings != NONE)).encode())
        assert (look.headwear, look.mark, look.hearing_aid, look.wheelchair) == (NONE, NONE, NONE, False)
    assert told.hexdigest() == "49eeefb00ba287c0"


@given(st.text(min_size=1, max_size=60), st.sampled_from([None, Face(), Face(age=0), Face(hair="bald", age=120)]))
@settings(max_examples=150)
def test_any_name_gives_a_person_and_always_the_same(name: str, face: Face | None) -> None:
    """No name and no gap in `face:` keeps somebody from being drawn."""
    assert look_from(face, name) == look_from(face, name)
    assert portrait(look_from(face, name), 0).endswith("</svg>")


def test_a_derived_face_is_the_same_on_every_machine() -> None:
    """Pinned: a change here gives every undescribed person of every scenario another face."""
    assert look_from(None, "Reto Brunner") == Look(
        skin=4,
        face="square",
        hair="quiff",
        hair_color="dark-brown",
        eyes="dark",
        glasses="round",
        beard="stubble",
        outfit="jacket",
        clothes="slate",
        background="sand",
        age=46,
    )


def test_what_is_described_stays_and_leaves_the_rest_alone() -> None:
    """Glasses change the glasses only."""
    plain, glazed = look_from(Face(glasses="none"), "Reto Brunner"), look_from(Face(glasses="round"), "Reto Brunner")
    assert (plain.glasses, glazed.glasses) == ("none", "round")
    assert [getattr(plain, trait) for trait in ("skin", "hair", "beard", "clothes", "background")] == [
        getattr(glazed, trait) for trait in ("skin", "hair", "beard", "clothes", "background")
    ]


def test_the_old_are_grey_unless_told_otherwise() -> None:
    """Grey from 58, white from 70; a described colour wins."""
    assert look_from(Face(age=60), "Ada").hair_color == "grey"
    assert look_from(Face(age=80), "Ada").hair_color == "white"
    assert look_from(Face(age=80, hair_color="black"), "Ada").hair_color == "black"


def test_nobody_is_guessed_a_beard_under_a_headscarf_or_long_hair() -> None:
    """A guess must not look like a joke; a description may say it."""
    for number in range(60):
        assert look_from(Face(headscarf="blue"), f"Person {number}").beard == NONE
        assert look_from(Face(hair="braids"), f"Person {number}").beard == NONE
    assert look_from(Face(hair="long", beard="beard"), "Ada").beard == "beard"


def test_a_word_no_face_has_is_refused_by_quoting_it() -> None:
    """The message names the trait, the word and what could stand there."""
    with pytest.raises(ValueError, match=r"hair 'mohawk' is not one of short, side"):
        Look(hair="mohawk")
    with pytest.raises(ValueError, match=r"age 121 is not within 0 to 120"):
        Look(age=121)


def test_moods_are_six_expressions() -> None:
    """From furious to delighted; 2 and 3 look the same, and what lies beyond is refused."""
    assert [expression_of(mood).key for mood in MOODS] == [*EXPRESSIONS, "delighted"]
    for beyond in (-4, 4):
        with pytest.raises(ValueError, match=str(beyond)):
            expression_of(beyond)


@pytest.mark.parametrize("hair", HAIR)
def test_only_what_every_renderer_draws_is_used(hair: str) -> None:
    """No text, clip, mask or filter, no number that is none, no gradient that is missing."""
    worn = {
        "outfit": OUTFITS,
        "beard": BEARDS,
        "glasses": GLASSES,
        "headwear": HEADWEAR,
        "headscarf": (None, None, "blue"),
        "headscarf_worn": SCARVES_WORN,
        "earrings": EARRINGS,
        "mark": MARKS,
        "hearing_aid": HEARING_AIDS,
        "wheelchair": (True, False),
        "age": (5, 30, 50, 70, 95),
    }
    for number, mood in enumerate([*MOODS] * 5):
        look = Look(hair=hair, **{trait: choice[number % len(choice)] for trait, choice in worn.items()})  # type: ignore[arg-type]
        svg = portrait(look, mood)
        assert set(re.findall(r"<(\w+)", svg)) <= _DRAWABLE
        assert not re.search(r"nan|inf|None|\[|[{}]|\(\d+, \d+", svg)
        assert set(re.findall(r"url\(#(\w+)\)", svg)) <= set(re.findall(r'id="(\w+)"', svg))


@pytest.mark.parametrize(
    "look", [Look(), Look(skin=6, hair="afro", beard="beard", glasses="round"), Look(headscarf="black")]
)
def test_moods_differ_to_the_eye(look: Look, rendered: Callable[[str, int], pygame.Surface]) -> None:
    """At 96 pixels any two expressions differ in at least 200 pixels of the face, by more than a shade."""
    pictures = {mood: rendered(portrait(look, mood), 96) for mood in range(-3, 3)}
    for one, other in combinations(pictures, 2):
        same = pygame.transform.threshold(None, pictures[one], None, (24, 24, 24), None, 0, pictures[other])
        assert 96 * 96 - same >= 200, (one, other)


@pytest.mark.parametrize("skin", range(1, 7))
def test_lids_have_the_colour_of_the_face_round_them(skin: int, rendered: Callable[[str, int], pygame.Surface]) -> None:
    """No patch shows under an eye: just below it the skin is that of the cheek beside it, at the same height."""
    picture = rendered(portrait(Look(skin=skin), 0), 256)
    under, beside = picture.get_at((106, 127)), picture.get_at((90, 127))
    assert max(abs(a - b) for a, b in zip(under, beside, strict=True)) <= 3


def test_the_bald_have_skin_above_the_brows(rendered: Callable[[str, int], pygame.Surface]) -> None:
    """From the brows to the crown a bald head is skin: no hair colour, no background."""
    picture = rendered(portrait(Look(hair="bald", hair_color="black", age=62), 0), 256)
    middle = [picture.get_at((118, y)) for y in range(52, 90, 4)]
    assert all(red > 180 and red > green > blue for red, green, blue, _ in middle)
