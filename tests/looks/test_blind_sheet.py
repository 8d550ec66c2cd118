"""The blind test of the moods: each face in each mood once, and scores that count neighbours half."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

import pygame
import pytest

from tests.looks.blind_sheet import FACES, WORDS, draw, read, score

if TYPE_CHECKING:
    from pathlib import Path


def test_the_sheets_show_twelve_faces_in_six_moods_and_the_key_lies_apart(tmp_path: Path) -> None:
    """Six sheets of twelve pictures; nothing but sheets lies where the reader looks."""
    key = draw(tmp_path, 1)
    assert len(FACES) == 12
    assert Counter(key.values()) == dict.fromkeys(WORDS, 12)
    assert sorted(path.name for path in (tmp_path / "sheets").iterdir()) == [f"sheet-{n}.png" for n in range(1, 7)]
    assert read((tmp_path / "key" / "key.txt").read_text()) == key
    assert pygame.image.load(tmp_path / "sheets" / "sheet-6.png").get_width() > 800


def test_another_seed_is_another_order(tmp_path: Path) -> None:
    """Who has seen one key knows nothing of the next; the same seed gives the same sheets."""
    assert draw(tmp_path / "a", 1) == draw(tmp_path / "b", 1) != draw(tmp_path / "c", 2)


def test_bare_sheets_show_the_faces_alone(tmp_path: Path) -> None:
    """Without sparks, grumbles, drops and sparkles; the order is the same."""
    assert draw(tmp_path / "marked", 1) == draw(tmp_path / "bare", 1, is_bare=True)
    red = pygame.Color(200, 44, 30)

    def sparks(folder: str) -> int:
        sheets = (pygame.image.load(path) for path in (tmp_path / folder / "sheets").iterdir())
        return sum(pygame.mask.from_threshold(sheet, red, (2, 2, 2, 255)).count() for sheet in sheets)

    assert sparks("marked") > 12 * 200
    assert sparks("bare") < sparks("marked") / 20


def test_neighbours_count_half_and_the_rest_nothing() -> None:
    """Calm for pleased is half right, calm for delighted wrong, no answer too."""
    key = {1: "pleased", 2: "delighted", 3: "furious", 4: "calm"}
    assert score(key, key) == 1
    assert score(key, {1: "calm", 2: "calm", 3: "furious"}) == (0.5 + 0 + 1 + 0) / 4


def test_an_answer_that_is_none_of_the_words_is_quoted() -> None:
    """Case and colons do not matter; another word does."""
    assert read("1: Calm\n\n2, furious") == {1: "calm", 2: "furious"}
    with pytest.raises(ValueError, match="3 bored"):
        read("3 bored")
