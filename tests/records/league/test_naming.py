"""What somebody may be called."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.records.league.naming import fit_name, fit_pseudonym, likeness
from game.records.league.refused import Refused
from tests.records.league.company import refusal

FINE = {
    "Zoë": "Zoë",
    "Zoe\u0308": "Zoë",
    "  two   words ": "two words",
    "<script>alert(1)": "<script>alert(1)",
    "'; DROP TABLE x; --": "'; DROP TABLE x; --",
    "{name} %s": "{name} %s",
    "\U0001f98a\U0001f98a": "\U0001f98a\U0001f98a",
    "❤️ja": "❤️ja",
    "\U0001f1e9\U0001f1ea" * 24: "\U0001f1e9\U0001f1ea" * 24,
    "शक्ति": "शक्ति",
    "ผู้เล่น": "ผู้เล่น",
    "علي": "علي",
    "é" * 24: "é" * 24,
    "e\u0301" * 24: "é" * 24,
}
REFUSED = {
    "": "name-too-short",
    " x ": "name-too-short",
    "\U0001f1e9\U0001f1ea": "name-too-short",
    "x" * 25: "name-too-long",
    "x" * 10_000: "name-too-long",
    "a\u0000b": "name-unseen-letter",
    "a\nb": "name-unseen-letter",
    "a\u202eb": "name-unseen-letter",
    "a\u2066b": "name-unseen-letter",
    "a\u200db": "name-unseen-letter",
    "a\u00adb": "name-unseen-letter",
    "a\ufeffb": "name-unseen-letter",
    "a\u3164b": "name-unseen-letter",
    "a\u2800b": "name-unseen-letter",
    "a\ud800b": "name-unseen-letter",
    "a\ue000b": "name-unseen-letter",
    "a\u2028b": "name-unseen-letter",
    "Z\u0334\u0335\u0336\u0337a": "name-piled-marks",
    "\u0334ab": "name-piled-marks",
    "-- --": "name-without-letters",
}


@pytest.mark.parametrize("typed", FINE, ids=ascii)
def test_a_pseudonym_may_be_written_in_any_script(typed: str) -> None:
    """Markup, commands and pictures are letters like others; blanks are single, letters composed."""
    assert fit_pseudonym(typed) == FINE[typed]


@pytest.mark.parametrize("typed", REFUSED, ids=lambda typed: ascii(typed[:12]))
def test_what_cannot_be_read_is_refused_with_a_sentence_that_quotes_it(typed: str) -> None:
    """Shortened, what cannot be seen by its number, so that the sentence itself can be shown."""
    refused = refusal(fit_pseudonym, typed)
    assert refused.code == REFUSED[typed]
    assert len(refused.sentence) < 200
    assert all(unicodedata.category(each) not in ("Cc", "Cf", "Cs", "Zl", "Zp") for each in refused.sentence)
    assert " ".join(typed.split())[:1] in refused.sentence or "U+" in refused.sentence


def test_titles_are_longer() -> None:
    """Of teams, seasons and assignments."""
    assert fit_name("x" * 80) == "x" * 80
    assert refusal(fit_name, "x" * 81).values["most"] == 80


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Anna", "ANNA"),
        ("Anna", "\uff21nna"),  # full width
        ("Anna", "\u0410nna"),  # Cyrillic
        ("Sopo", "\u0405\u043e\u0440\u043e"),  # Cyrillic throughout
        ("Omega", "\u039fmega"),  # Greek
        ("Iris", "lris"),
        ("Bob 1", "B0b l"),
        ("straße", "STRASSE"),
        ("a-b", "a‐b"),
        ("O'Neil", "O’Neil"),
        ("❤ja", "❤️ja"),
        ("\ufb01sh", "fish"),  # a ligature
    ],
    ids=ascii,
)
def test_names_that_look_alike_are_alike(one: str, other: str) -> None:
    """Nobody is to pose as somebody else on a board."""
    assert likeness(fit_pseudonym(one)) == likeness(fit_pseudonym(other))


@pytest.mark.parametrize(("one", "other"), [("Anna", "Hanna"), ("Müller", "Muller"), ("Kim", "Tim"), ("a b", "ab")])
def test_others_are_not(one: str, other: str) -> None:
    """Marks and blanks can be seen."""
    assert likeness(one) != likeness(other)


@given(st.text(max_size=60))
def test_whatever_is_typed_fits_once_and_for_all_or_is_refused(typed: str) -> None:
    """What fits is kept as it is when it comes again, can be written anywhere, and is its own likeness's likeness."""
    try:
        fit = fit_pseudonym(typed)
    except Refused as refused:
        assert refused.sentence  # noqa: PT017 – it may be refused or not
        return
    assert fit_pseudonym(fit) == fit
    assert fit.encode()
    assert "\n" not in fit
    assert likeness(fit.upper().lower()) == likeness(fit.upper().lower().casefold())
