"""Marks can be painted, and tell things apart by shape."""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING

import pygame
import pytest

from game.looks.marks import MARKS, mark
from game.looks.portrait import EXPRESSIONS

if TYPE_CHECKING:
    from collections.abc import Callable


@pytest.mark.parametrize("name", MARKS)
def test_a_mark_is_painted_within_its_square(name: str, rendered: Callable[[str, int], pygame.Surface]) -> None:
    """Something is painted, and nothing touches the rim, where it would be cut off."""
    inked = pygame.mask.from_surface(rendered(mark(name, (0, 0, 0)), 48)).get_bounding_rects()
    assert inked
    assert pygame.Rect(1, 1, 46, 46).contains(inked[0].unionall(inked[1:]))


@pytest.mark.parametrize(
    "family",
    [
        ("open", "kept", "broken", "released"),
        ("best", "good", "slip", "mistake", "blunder"),
        ("lost", "kept", "charmed"),
        tuple(EXPRESSIONS),
    ],
)
def test_marks_of_a_family_differ_in_shape(
    family: tuple[str, ...], rendered: Callable[[str, int], pygame.Surface]
) -> None:
    """Painted in one colour at the size of text, any two of them differ in a dozen pixels at least."""
    masks = {name: pygame.mask.from_surface(rendered(mark(name, (0, 0, 0)), 24)) for name in family}
    for one, other in combinations(family, 2):
        shared = masks[one].overlap_area(masks[other], (0, 0))
        covered = masks[one].count() + masks[other].count() - shared
        assert covered - shared >= 12, (one, other)


def test_there_is_a_mark_for_every_channel_and_mood() -> None:
    """What the format and the portraits name has its mark."""
    assert {"phone", "chat", "email", "counter", "visit"} <= MARKS.keys()
    assert EXPRESSIONS.keys() <= MARKS.keys()
