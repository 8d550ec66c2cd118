"""Did you mean."""

from __future__ import annotations

import time

from game.loader import read_text
from game.loader.suggestions import Suggestions
from tests.diagnostics.pages import completed


def test_the_nearest_known_word_is_offered() -> None:
    """Capitals and joints do not count."""
    known = ("sixth-call", "second-call", "hung-up")
    assert Suggestions().nearest("scene", "sixt-call", known) == {"suggestion": "sixth-call"}
    assert Suggestions().nearest("scene", "Hung Up", known) == {"suggestion": "hung-up"}
    assert Suggestions().nearest("scene", "completely-else", known) == {}


def test_a_word_is_searched_for_once_among_each_kind_of_names() -> None:
    """The same word may be near a scene and far from every person."""
    suggestions = Suggestions()
    assert suggestions.nearest("scene", "dask", ("desk",)) == {"suggestion": "desk"}
    assert suggestions.nearest("person", "dask", ("customer",)) == {}
    assert suggestions.nearest("scene", "dask", ()) == {"suggestion": "desk"}


def test_of_equal_words_the_first_is_offered() -> None:
    """In the order of the alphabet, so that two runs say the same."""
    assert Suggestions().nearest("scene", "HELLO", {"hello", "Hello"}) == {"suggestion": "Hello"}


def test_a_file_that_is_wrong_throughout_does_not_take_minutes() -> None:
    """After some searches there are no more suggestions."""
    scenes = "".join(f"  scene-{number}:\n    says: Hm.\n    goto: seen-{number}\n" for number in range(3000))
    begin = time.process_time()
    found = read_text(completed(f"scenes:\n{scenes}"), "a.yaml").diagnostics
    assert time.process_time() - begin < 20
    assert len(found) == 3000
    assert "suggestion" in found[0].values
    assert "suggestion" not in found[-1].values
