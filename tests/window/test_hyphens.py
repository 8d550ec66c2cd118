"""Long words are divided as their language divides them, and nobody waits for the patterns."""

from __future__ import annotations

import time

import pytest

from game.texts import use_language
from game.window import hyphens
from game.window.fonts import width_of
from game.window.hyphens import SOFT_HYPHEN, hyphenated, learn, learned
from game.window.lettering import Face, lines_of
from game.window.wrapping import wrap
from tests.window.gallery import conversation, on_stage, play_on

SIZE = 16


def divided(text: str, tag: str = "de") -> str:
    """A text with its soft hyphens to be seen."""
    return hyphenated(text, tag).replace(SOFT_HYPHEN, "|")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Nachbesprechung", "Nach|be|spre|chung"),
        ("die Entscheidungen, beide", "die Ent|schei|dun|gen, beide"),
        ("Kundendienstmitarbeiterin", "Kun|den|dienst|mit|ar|bei|te|rin"),
        ("E-Mail-Bestätigung", "E-Mail-|Bestä|ti|gung"),
        ("Text Fall", "Text Fall"),
        ("/home/kundendienst/aufzeichnungen", "/home/kundendienst/aufzeichnungen"),
        ("kundendienst@example.org", "kundendienst@example.org"),
        ("aufzeichnungen.yaml", "aufzeichnungen.yaml"),
        (f"Nachbe{SOFT_HYPHEN}sprechung", "Nachbe|sprechung"),
    ],
)
def test_words_are_divided_between_syllables(text: str, expected: str) -> None:
    """Not in paths, addresses and names of files; and where its author has said where, only there."""
    assert divided(text) == expected


def test_each_language_has_its_own_way() -> None:
    """One that is not known divides a word at its own hyphens only."""
    assert divided("reservation", "en") == "reser|va|tion"
    learn("tlh")
    assert divided("Nachbesprechung-Zimmer", "tlh") == "Nachbesprechung-|Zimmer"


def test_a_word_is_divided_only_where_it_is_wider_than_a_line() -> None:
    """Then its beginning stays on the line before it, as far as it fits."""
    width = width_of("Die Nachbe-", SIZE)
    assert wrap("Die Nachbesprechung", SIZE, "regular", width, "de") == ("Die Nachbe-", "sprechung")
    wide = width_of("Nachbesprechung", SIZE)
    assert wrap("Die Nachbesprechung", SIZE, "regular", wide, "de") == ("Die", "Nachbesprechung")


def test_a_hyphen_of_the_words_own_is_not_doubled() -> None:
    """It stands at the end of the line already."""
    width = width_of("E-Mail-Be", SIZE)
    assert wrap("E-Mail-Bestätigung", SIZE, "regular", width, "de")[0] == "E-Mail-"


def test_words_are_divided_in_the_language_they_are_in() -> None:
    """The program's where nothing else is said; a case may be in another."""
    width = width_of("prom-", SIZE)
    assert lines_of("promising", Face(SIZE), width)[0] == "prom-"
    use_language("de")
    assert lines_of("promising", Face(SIZE), width)[0] == "pro-"
    assert lines_of("promising", Face(SIZE, language="en"), width)[0] == "prom-"


def test_nobody_waits_for_the_patterns(monkeypatch: pytest.MonkeyPatch) -> None:
    """Words are broken plainly until they are read; then the lines break anew."""
    monkeypatch.setattr(hyphens, "_dictionaries", {})
    monkeypatch.setattr(hyphens, "_asked", set())
    before, width = learned(), width_of("Nachbe-", SIZE)
    assert not wrap("Nachbesprechung", SIZE, "regular", width, "de")[0].endswith("-")
    until = time.monotonic() + 60
    while learned() == before and time.monotonic() < until:
        time.sleep(0.01)
    assert wrap("Nachbesprechung", SIZE, "regular", width, "de")[0] == "Nachbe-"


def test_the_stage_lays_out_anew_when_patterns_were_read(monkeypatch: pytest.MonkeyPatch) -> None:
    """At its next tick, and only then."""
    monkeypatch.setattr(hyphens, "_dictionaries", dict(hyphens._dictionaries))
    stage = play_on(on_stage(conversation()))
    before = stage.tree
    stage.tick(9.0)
    assert stage.tree is before
    learn("fr")
    stage.tick(10.0)
    assert stage.tree is not before
