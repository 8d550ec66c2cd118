from __future__ import annotations

import pytest

from game.looks.portrait import expression_of
from game.texts.moods import mood_words


def test_two_moods_share_a_word_where_they_share_a_face() -> None:
    """Six words for six faces: what is read and what is seen never differ."""
    moods = range(-3, 4)
    assert len({(mood_words(mood), expression_of(mood).key) for mood in moods}) == 6
    assert len({mood_words(mood) for mood in moods}) == 6


def test_there_is_no_word_for_a_mood_that_does_not_exist() -> None:
    """Moods stay within -3 to 3."""
    with pytest.raises(KeyError):
        mood_words(4)
