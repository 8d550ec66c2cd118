"""Avatars are made from the parts of every face, and kept in the words of `face:`."""

from __future__ import annotations

import msgspec
from hypothesis import given
from hypothesis import strategies as st

from game.looks.portrait import Look, look_by_chance, look_from, words_of
from game.looks.portrait.look import NONE, OLDEST, WORDS
from game.scenario.model import Face

looks = st.builds(Look, age=st.integers(0, OLDEST), **{trait: st.sampled_from(words) for trait, words in WORDS.items()})


@given(looks, st.text(min_size=1))
def test_a_look_in_words_is_that_look_again_whatever_the_name(look: Look, name: str) -> None:
    """Every word is one of the format, and none is left to the name."""
    assert look_from(msgspec.convert(dict(words_of(look)), Face), name) == look


def test_chance_brings_many_and_never_says_anything_of_faith_or_body() -> None:
    """Two hundred throws: most styles come up; turban, kippa, headscarf, hearing aid and wheelchair do not."""
    thrown = [look_by_chance(str(number)) for number in range(200)]
    assert len({look.hair for look in thrown}) > 14
    assert len({look.outfit for look in thrown}) == len(WORDS["outfit"])
    assert all((look.headscarf, look.headwear, look.hearing_aid) == (None, NONE, NONE) for look in thrown)
    assert not any(look.wheelchair for look in thrown)


def test_the_same_token_is_the_same_person() -> None:
    """So that a surprise can be shown again."""
    assert look_by_chance("seven") == look_by_chance("seven") != look_by_chance("eight")
