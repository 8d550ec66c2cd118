"""The header of a catalogue says the language and the encoding, and keeps what tools wrote into it."""

from __future__ import annotations

from game.loader.po import PoEntry
from game.trainer.translate.header import header
from tests.callback import CALLBACK


def fields(entry: PoEntry) -> dict[str, str]:
    """The fields of a header."""
    return dict(line.split(":", 1) for line in entry.translation.splitlines())


def test_a_new_header_is_complete_and_has_no_date() -> None:
    """Written tomorrow, it is the same."""
    entry = header("callback", CALLBACK.title, "en", "de-CH", None)
    told = fields(entry)
    assert told["Language"] == " de_CH"
    assert told["Content-Type"] == " text/plain; charset=UTF-8"
    assert told["Plural-Forms"] == " nplurals=2; plural=(n != 1);"
    assert told["X-Source-Language"] == " en"
    assert told["PO-Revision-Date"] == ""
    assert entry.comments == (' "The callback", translated into Swiss High German.',)


def test_what_tools_and_translators_wrote_stays() -> None:
    """Names, dates and fields nobody here knows; a line without a colon goes on with the one above."""
    old = PoEntry("", "", "X-Generator: Poedit 3\nLast-Translator: Anna\n Muster\nLanguage: de\n", (" Mine.",))
    entry = header("callback", CALLBACK.title, "en", "de", old)
    told = fields(entry)
    assert told["X-Generator"] == " Poedit 3"
    assert told["Last-Translator"] == " Anna Muster"
    assert entry.comments == (" Mine.",)
    assert header("callback", CALLBACK.title, "en", "de", entry) == entry


def test_a_header_that_says_another_encoding_is_put_right() -> None:
    """What is written is UTF-8."""
    old = PoEntry("", "", "Content-Type: text/plain; charset=ISO-8859-1\n")
    assert fields(header("callback", CALLBACK.title, "en", "de", old))["Content-Type"] == " text/plain; charset=UTF-8"
