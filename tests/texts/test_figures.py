"""Numbers and days as the reader's language writes them."""

from __future__ import annotations

from datetime import date

from game.texts import LANGUAGES, use_language
from game.texts.figures import day_words, grouped


def test_thousands_stand_apart() -> None:
    """By a comma in English, by a point in German."""
    assert grouped(1_234_567) == "1,234,567"
    assert grouped(412) == "412"
    use_language("de")
    assert grouped(1_234_567) == "1.234.567"


def test_a_day_is_written_as_its_readers_write_it() -> None:
    """The year first in English, as nobody misreads it; the day first in German."""
    assert day_words(date(2026, 3, 2)) == "2026-03-02"
    use_language("de")
    assert day_words(date(2026, 3, 2)) == "02.03.2026"


def test_every_language_has_its_mark() -> None:
    """Also one that is added."""
    for tag in LANGUAGES:
        use_language(tag)
        assert len(grouped(1000)) == 5
