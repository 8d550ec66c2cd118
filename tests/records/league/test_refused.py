"""What a league refuses, and in which words."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

import pytest

from game.records.league.refused import Refused, shortened
from game.texts import _
from game.texts.language import speaking


def test_a_refusal_is_worded_where_it_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    """It is raised in a thread that writes for many, and told to somebody of another language."""
    monkeypatch.setattr("game.texts.translated", lambda words: f"[{_spoken()}] {words}")

    def refuse() -> Refused:
        return Refused("name-too-long", "“{name}” is too long; {most} letters fit.", name="Anna", most=3)

    with ThreadPoolExecutor(1) as elsewhere, speaking("de"):
        refused = elsewhere.submit(refuse).result()
        assert refused.sentence == "[de] “Anna” is too long; 3 letters fit."
    assert str(refused) == "[en] “Anna” is too long; 3 letters fit."
    assert (refused.code, refused.values) == ("name-too-long", {"name": "Anna", "most": 3})


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("short", "short"),
        ("x" * 41, "x" * 40 + "…"),
        ("x" * 40, "x" * 40),
        ("a\u202eb", "aU+202Eb"),
        ("\ud800", "U+D800"),
    ],
    ids=ascii,
)
def test_what_is_quoted_is_short_and_can_be_seen(text: str, shown: str) -> None:
    """So that a refusal cannot carry what was refused."""
    assert shortened(text) == shown


def test_braces_in_what_is_quoted_are_only_letters() -> None:
    """A sentence is filled in once."""
    assert (
        Refused("x", "“{name}” is not one.", name="{most} {0.__class__}").sentence
        == "“{most} {0.__class__}” is not one."
    )


def _spoken() -> str:
    from game.texts import language

    assert _ is not None
    return language()
