"""Texts as they stand in YAML."""

from __future__ import annotations

import pytest

from game.trainer.starter.quoting import as_scalar


@pytest.mark.parametrize(
    "text",
    [
        "Late parcel",
        "Zoë Müller-Lüdenscheidt",
        "Dr. von Alten, state secretary",
        "What's wrong?",
        "Café 3/4 (open)",
        "日本",
    ],
)
def test_plain_words_stay_plain(text: str) -> None:
    """A file full of quotes is no fun to read."""
    assert as_scalar(text) == text


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("Parcels: a drama", "'Parcels: a drama'"),
        ("No # here", "'No # here'"),
        ("* starred", "'* starred'"),
        ("true", "'true'"),
        ("Null", "'Null'"),
        ("42", "'42'"),
        ("a: it's", '"a: it\'s"'),
        ('He said: "it\'s"', "'He said: \"it''s\"'"),
        ("C:\\new: it's", "'C:\\new: it''s'"),
        ("Hooray 🎉", "'Hooray 🎉'"),
        ("ends with -", "'ends with -'"),
    ],
)
def test_what_means_something_to_yaml_is_quoted(text: str, written: str) -> None:
    """In whichever quotes need the fewest marks."""
    assert as_scalar(text) == written
