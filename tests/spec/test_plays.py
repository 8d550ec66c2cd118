"""Each pair of a small case and its plays shows one rule."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.spec.plays import cases, plays_of, written_out


@pytest.mark.parametrize("case", cases(), ids=lambda case: case.stem)
def test_a_case_plays_as_it_is_written_out(case: Path) -> None:
    """Conversation, promises, points and moods; tests/spec/plays.py says what to do where they are meant to change."""
    pair = case.with_suffix(".txt").read_text(encoding="utf-8")
    assert plays_of(pair)
    assert written_out(case, plays_of(pair)) == pair


def test_every_case_says_its_rule_and_every_text_has_its_case() -> None:
    """No half of a pair is left over."""
    assert all(case.read_text(encoding="utf-8").startswith("# ") for case in cases())
    assert {case.stem for case in cases()} == {text.stem for text in cases()[0].parent.glob("*.txt")}
