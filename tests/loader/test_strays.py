"""Words are never changed without a word about it."""

from __future__ import annotations

import pytest

from tests.loader.told import told

SCENE = "scenes:\n  hello:\n{lines}    goto: bye\n"


def of(lines: str) -> list[tuple[str, str]]:
    """What is told of a scene of these lines."""
    indented = "".join(f"    {line}\n" for line in lines.split("\n"))
    return told(SCENE.format(lines=indented))


@pytest.mark.parametrize(
    "lines",
    [
        "says:\n  - My parcel.\n   - And yours.",
        "says:\n  - narrator: My parcel.\n      - And yours.",
        "says:\n  narrator: My parcel.\n    - And yours.",
        "says:\n  My parcel\n    - and yours.",
        "says: My parcel\n  - and yours.",
    ],
)
def test_a_dash_that_begins_nothing_is_told(lines: str) -> None:
    """It would be read out as part of the sentence above."""
    assert of(lines) == [("dash-in-speech", "-")]


@pytest.mark.parametrize(
    "lines",
    [
        "says:\n  - My parcel.\n    #4 is late.",
        "says:\n  - narrator: My parcel.\n      #4 is late.",
        "says:\n  My parcel.\n   #4 is late.",
        "says:\n  -\n    who: you\n    text: Is\n\n      #4 is late.",
    ],
)
def test_a_number_sign_below_a_sentence_is_told(lines: str) -> None:
    """What stands behind it would never be said."""
    assert of(lines) == [("comment-in-speech", "#4 is late.")]


@pytest.mark.parametrize(
    "lines",
    [
        "says:\n  - My parcel.\n  # a comment\n  - And yours.",
        "says:\n  - narrator: My parcel.\n    # a comment",
        "says:\n  My parcel.\n# a comment",
        "heading: A   # a comment\nsays: a\n# a comment\n   # and more",
        "heading: A\n  # a comment\nsays: a - b\n  and - c",
        'says: "a\n  - b # c\n  #d"',
        "says:\n  - >-\n    My parcel:\n    - this\n    #4",
        'says: "\\"a\\" \\\\ b \\\n  c"',
    ],
)
def test_what_changes_no_word_is_let_be(lines: str) -> None:
    """Comments that do not stand deeper than the sentence above, and all that stands in quotes."""
    assert of(lines) == []
