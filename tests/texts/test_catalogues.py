"""The catalogues of the program's own sentences."""

from __future__ import annotations

from gettext import GNUTranslations
from string import Formatter

import pytest

from game.loader.po import PoEntry
from game.texts import LANGUAGES
from game.trainer.translate.writing import po_text
from tests.texts.catalogues import BORROWED, kept, path_of, renewed, wanted
from tests.texts.sentences import CATALOGUES, said_through_a_name

every_file = pytest.mark.parametrize(
    ("language", "name"), [(tag, name) for tag in LANGUAGES if tag != "en" for name in (*CATALOGUES, BORROWED)]
)
every_catalogue = pytest.mark.parametrize(
    ("language", "name"), [(language, name) for language in LANGUAGES if language != "en" for name in CATALOGUES]
)


def names(words: str) -> set[str]:
    """The `{names}` in a sentence."""
    return {field for _text, field, _form, _change in Formatter().parse(words) if field}


def test_every_sentence_can_be_found_in_the_code() -> None:
    """What is said through a name, and not where it stands, is known by its table; or it would never be translated."""
    assert list(said_through_a_name()) == []


@every_file
def test_the_compiled_catalogue_says_what_the_written_one_says(language: str, name: str) -> None:
    """People write the one, the program reads the other."""
    with path_of(language, name).with_suffix(".mo").open("rb") as stream:
        read = GNUTranslations(stream)
    written = {entry.original: entry.translation for entry in kept(language, name).entries if entry.is_usable}
    assert {words: read.gettext(words) for words in written} == written
    assert len(read._catalog) == len(written) + 1  # type: ignore[attr-defined]  # the header is the one more


@every_file
def test_a_catalogue_is_written_as_a_renewal_writes_it(language: str, name: str) -> None:
    """Whoever renews it finds in the difference only what was added or reworded."""
    file = kept(language, name)
    assert path_of(language, name).read_text(encoding="utf-8") == po_text(file)


@every_catalogue
def test_a_translation_fills_in_what_the_sentence_fills_in(language: str, name: str) -> None:
    """Each `{name}` stands in both; one that nobody knows would end the game."""
    entries = [entry for entry in kept(language, name).entries if entry.is_usable]
    assert [entry for entry in entries if _filled(entry)[0] != _filled(entry)[1]] == []


@every_catalogue
def test_every_sentence_is_translated_and_no_other(language: str, name: str) -> None:
    """Nothing waits, nothing was translated for other words, nothing is left of what nobody says any more."""
    entries = kept(language, name).entries
    assert [entry.original for entry in entries if not entry.is_usable] == []
    said = {entry.original for entry in wanted(name)}
    written = {entry.original for entry in entries}
    assert (sorted(said - written), sorted(written - said)) == ([], [])


@every_catalogue
def test_a_renewal_keeps_every_translation(language: str, name: str) -> None:
    """Also of what was reworded since: that is fuzzy then."""
    before = sum(bool(entry.translation) for entry in kept(language, name).entries)
    assert sum(bool(entry.translation) for entry in renewed(language, name).entries) >= before


def _filled(entry: PoEntry) -> tuple[set[str], set[str]]:
    return names(entry.original), names(entry.translation)
