"""Cases are told in the language asked for, as far as there are translations, and it is said how far."""

from __future__ import annotations

from pathlib import Path

import pytest
from msgspec.structs import replace

from game.loader.words import Words
from game.scenario.model import Label
from game.scenario.sentences import sentences
from game.texts import use_language
from tests.callback import CALLBACK
from tests.loader.test_catalogues import lay

GERMAN = 'msgctxt "title"\nmsgid "The callback"\nmsgstr "Der Rückruf"\n'


@pytest.fixture
def scenario(tmp_path: Path) -> Path:
    """Where the case lies."""
    return tmp_path / "callback.yaml"


def words(scenario: Path, language: str) -> Words:
    """The words of the case in a language."""
    return Words({"callback": scenario}, language)


def whole() -> str:
    """A catalogue of all its sentences."""
    return "\n".join(
        f'msgctxt "{each.context}"\nmsgid "{each.text}"\nmsgstr "[{each.text}]"\n' for each in sentences(CALLBACK)
    )


def test_a_case_in_the_language_of_the_program_is_told_as_it_was_written(scenario: Path) -> None:
    """And nothing is said about it."""
    lay(scenario, "de", GERMAN)
    assert words(scenario, "").translation("callback", CALLBACK) == (CALLBACK, "", (), {})
    assert words(scenario, "").title("callback", "The callback") == "The callback"


def test_without_a_language_cases_are_told_in_that_of_the_program(scenario: Path) -> None:
    """As far as they are translated; that a case is not needs no remark where nobody asked."""
    use_language("de")
    assert words(scenario, "").translation("callback", CALLBACK) == (CALLBACK, "", (), {})
    lay(scenario, "de", whole())
    told = words(scenario, "")
    assert told.translation("callback", CALLBACK).scenario.customer.name == "[Reto Brunner]"
    assert told.title("callback", "The callback") == "[The callback]"


def test_a_case_in_another_language_is_told_in_english_to_who_reads_english(scenario: Path) -> None:
    """What holds for German holds for English: the reader's language goes before the author's."""
    lay(scenario, "en", whole())
    german = replace(CALLBACK, language="de")
    assert words(scenario, "").translation("callback", german).scenario.title == "[The callback]"


def test_a_whole_translation_needs_no_remark(scenario: Path) -> None:
    """All is as it was asked for."""
    lay(scenario, "de", whole())
    translation = words(scenario, "de").translation("callback", CALLBACK)
    assert translation.remark == ""
    assert translation.scenario.language == "de"
    assert translation.scenario.customer.name == "[Reto Brunner]"


def test_of_a_part_it_is_said_how_large_it_is(scenario: Path) -> None:
    """The rest stays in the author's words."""
    lay(scenario, "de", GERMAN)
    translation = words(scenario, "de-CH").translation("callback", CALLBACK)
    assert translation.scenario.title == "Der Rückruf"
    assert translation.scenario.language == "de"
    assert translation.scenario.customer == CALLBACK.customer
    assert translation.remark == "2 % of this case is translated into German; the rest is told in English."


def test_a_translation_that_is_not_begun_leaves_the_case_as_it_is(scenario: Path) -> None:
    """Its language, too: quotation marks and voices go by it."""
    lay(scenario, "de", GERMAN.replace("Der Rückruf", ""))
    translation = words(scenario, "de").translation("callback", CALLBACK)
    assert translation.scenario is CALLBACK
    assert translation.remark.startswith("0 % of this case")


def test_without_a_catalogue_it_is_said_which_there_are(scenario: Path) -> None:
    """One sentence; the case is played all the same."""
    assert words(scenario, "de").translation("callback", CALLBACK) == (
        CALLBACK,
        "This case has no translations, so it is told in English.",
        (),
        {},
    )
    lay(scenario, "fr")
    lay(scenario, "pt_BR")
    assert words(scenario, "de").translation("callback", CALLBACK).remark == (
        "This case has no translation into German, so it is told in English. It has translations into: French (fr), "
        "Brazilian Portuguese (pt-BR)."
    )


@pytest.mark.parametrize("language", ["en", "en-GB"])
def test_the_language_a_case_is_written_in_needs_no_catalogue(scenario: Path, language: str) -> None:
    """Nor a remark."""
    assert words(scenario, language).translation("callback", CALLBACK) == (CALLBACK, "", (), {})


def test_a_catalogue_at_fault_is_told_and_not_used(scenario: Path) -> None:
    """With its places; the case is played in the author's words."""
    path = lay(scenario, "de", GERMAN + 'msgid "Yes.\n')
    translation = words(scenario, "de").translation("callback", CALLBACK)
    assert translation.scenario is CALLBACK
    assert [(each.code, each.span.file, each.span.line) for each in translation.diagnostics] == [
        ("bad-catalogue", str(path), 4)
    ]
    assert str(path) in translation.sources
    assert translation.remark == (
        f"The catalogue of translations into German is at fault ({path}, line 4), so this case is told in English."
    )


def test_another_revision_is_told_as_far_as_its_sentences_are_known(scenario: Path) -> None:
    """A session that was begun before the case was changed goes on in the language asked for."""
    lay(scenario, "de", whole())
    told = words(scenario, "de")
    assert told.told("callback", CALLBACK).title == "[The callback]"
    changed = replace(CALLBACK, title=Label("New"))
    assert told.told("callback", changed).title == "New"
    assert told.told("callback", changed).customer.name == "[Reto Brunner]"


def test_a_case_that_is_not_found_any_more_is_told_as_it_was_written(scenario: Path) -> None:
    """Its journal and its copy are all that is left of it."""
    assert words(scenario, "de").told("gone", CALLBACK) is CALLBACK
    assert words(scenario, "de").title("gone", "The callback") == "The callback"


def test_a_case_that_was_named_by_its_file_is_told_too(scenario: Path) -> None:
    """It lies in none of the folders that are looked through."""
    lay(scenario, "de", GERMAN)
    told = Words({}, "de")
    told.add("callback", scenario)
    assert told.title("callback", "The callback") == "Der Rückruf"
