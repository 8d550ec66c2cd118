"""A text with edits in it knows where each of its characters stood before."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from game.loader.draft import Draft, Edit, mask, unmask
from tests.effort import examples


def test_edits_are_made_and_places_are_found_again() -> None:
    """Behind an edit, the shift counts; within one, its own place."""
    draft = Draft("a b c", [Edit(4, 5, "CCC"), Edit(1, 2, "")])
    assert draft.text == "abCCC".replace("b", "b ")
    assert [draft.origin(offset) for offset in range(len(draft.text) + 1)] == [0, 2, 3, 4, 5, 5, 5]


def test_a_place_is_edited_once() -> None:
    """The first edit of a place counts."""
    assert Draft("abc", [Edit(0, 2, "X"), Edit(1, 3, "Y")]).text == "Xc"


@st.composite
def _drafts(draw: st.DrawFn) -> tuple[str, list[Edit]]:
    text = draw(st.text("ab \n", max_size=30))
    places = sorted(draw(st.lists(st.integers(0, len(text)), max_size=8)))
    edits = [
        Edit(start, end, draw(st.text("xy", max_size=4))) for start, end in zip(places[::2], places[1::2], strict=False)
    ]
    return text, edits


@examples(200)
@given(_drafts())
def test_what_was_not_edited_is_found_where_it_stood(made: tuple[str, list[Edit]]) -> None:
    """Letter by letter; and places never run backwards."""
    text, edits = made
    draft = Draft(text, edits)
    origins = [draft.origin(offset) for offset in range(len(draft.text) + 1)]
    assert origins == sorted(origins)
    assert origins[-1] == len(text)
    for offset, letter in enumerate(draft.text):
        if letter not in "xy":
            assert text[origins[offset]] == letter


def test_punctuation_has_stand_ins_that_can_be_taken_back() -> None:
    """Letters and blanks stay, and nothing gets longer."""
    text = "He said: 'no' # (é) 12\n"
    assert len(mask(text)) == len(text)
    assert not set(mask(text)) & set(":'#()")
    assert unmask(mask(text)) == text


def test_a_text_can_be_written_over() -> None:
    """As long as what it covers."""
    draft = Draft("abcdef")
    draft.put(2, "XY")
    assert draft.text == "abXYef"
    assert draft.origin(4) == 4
    assert draft.line_end(0) == 6
