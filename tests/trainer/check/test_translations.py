"""The rules on translations: what is missing, fuzzy, stale or at fault in the catalogues of a case."""

from __future__ import annotations

import io
from pathlib import Path

import pytest

from game.diagnostics import Diagnostic
from game.loader import read_file
from game.trainer.check import (
    Case,
    catalogue_at_fault,
    translation_fuzzy,
    translation_missing,
    translation_stale,
)
from game.trainer.check.targets import find_targets
from game.trainer.translate import translate
from tests.diagnostics.pages import Example, Place, completed, examples

RULES = {
    "bad-catalogue": catalogue_at_fault.check,
    "translation-fuzzy": translation_fuzzy.check,
    "translation-missing": translation_missing.check,
    "translation-stale": translation_stale.check,
}


@pytest.fixture
def scenario(tmp_path: Path) -> Path:
    """The case that the pages' examples leave out."""
    path = tmp_path / "mine.yaml"
    path.write_text(completed(""), encoding="utf-8")
    return path


def catalogue(scenario: Path, language: str = "de") -> Path:
    """Where the catalogue of a case lies."""
    return scenario.parent / "locale" / language / f"{scenario.stem}.po"


def lay(scenario: Path, text: str, language: str = "de") -> None:
    """Lay a catalogue beside a case."""
    path = catalogue(scenario, language)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def found(scenario: Path, *codes: str) -> list[Diagnostic]:
    """What the rules tell."""
    case = Case(read_file(scenario), scenario)
    return [finding for code in codes or RULES for finding in RULES[code](case)]


@pytest.mark.parametrize("example", examples("po"), ids=str)
def test_an_example_of_a_page_gives_what_the_page_says(example: Example, scenario: Path) -> None:
    """The wrong example gives the finding of its page at the marked place, the right one gives nothing."""
    lay(scenario, example.text)
    told = found(scenario, example.code)
    places = [(each.code, Place(each.span.line, each.span.column, each.span.end_column)) for each in told]
    marked = example.place and (example.code, example.place)
    assert (marked in places) == example.is_wrong
    assert len(places) <= (2 if example.code == "translation-missing" else 1)
    assert example.is_wrong or not places
    assert {each.span.file for each in told} <= {str(catalogue(scenario))}


def test_a_case_without_catalogues_is_not_asked_for_any(scenario: Path) -> None:
    """Who writes for one language has nothing to translate."""
    assert found(scenario) == []


def test_a_case_that_lies_in_no_file_has_no_catalogues(scenario: Path) -> None:
    """Its text was handed over."""
    assert Case(read_file(scenario)).catalogues == ()


def begin(scenario: Path, language: str) -> None:
    """Make a catalogue, and translate the first words of the case."""
    translate(language, [str(scenario)], [], io.StringIO())
    text = catalogue(scenario, language).read_text(encoding="utf-8")
    said = 'msgid "Good morning."\nmsgstr "'
    lay(scenario, text.replace(f'{said}"', f'{said}Hallo."'), language)


def test_a_catalogue_that_was_just_made_is_work_to_come(scenario: Path) -> None:
    """Nobody plays in it, and a case that was handed to a translator stays clean."""
    translate("de", [str(scenario)], [], io.StringIO())
    assert found(scenario) == []


def test_a_catalogue_that_was_begun_lacks_the_rest(scenario: Path) -> None:
    """One finding, with the count, the first sentence and what to do."""
    begin(scenario, "de")
    (told,) = found(scenario)
    assert told.code == "translation-missing"
    assert told.message == "Not translated into German: 7 sentences, the first of them `title`: A case"
    assert f"`translate de {scenario}`" in told.hint


def test_what_is_to_be_typed_names_the_case_as_it_was_named(scenario: Path) -> None:
    """By its id where that was typed, else by its file, in quotes where it has a blank."""
    begin(scenario, "de")
    folder = str(scenario.parent)
    for name, folders in (("mine", [folder]), (str(scenario), [])):
        (told,) = (each for each in find_targets([name], folders).look(name).findings if each.code in RULES)
        assert f"`translate de {name}`" in told.hint
    spaced = scenario.with_name("my case.yaml")
    scenario.rename(spaced)
    catalogue(scenario).rename(catalogue(spaced))
    assert f'`translate de "{spaced}"`' in found(spaced)[0].hint


def test_one_sentence_is_not_told_as_several(scenario: Path) -> None:
    """In either of the ways in which it is missing."""
    begin(scenario, "de")
    text = catalogue(scenario).read_text(encoding="utf-8")
    full = text.replace('msgstr ""\n\n', 'msgstr "x"\n\n').replace('"Goodbye."\nmsgstr ""', '"Goodbye."\nmsgstr ""')
    lay(scenario, full)
    (told,) = found(scenario)
    assert told.message.startswith("One sentence is not translated into German, `")


def test_each_catalogue_is_told_of_its_own(scenario: Path) -> None:
    """Each in its file."""
    begin(scenario, "de")
    begin(scenario, "fr")
    assert [each.span.file for each in found(scenario)] == [
        str(catalogue(scenario, "de")),
        str(catalogue(scenario, "fr")),
    ]


def test_a_reworded_case_is_told_until_it_is_brought_up_to_date(scenario: Path) -> None:
    """First the file is stale, then the translation is fuzzy."""
    translate("de", [str(scenario)], [], io.StringIO())
    text = catalogue(scenario).read_text(encoding="utf-8")
    lay(scenario, text.replace('msgid "Good morning."\nmsgstr ""', 'msgid "Good morning."\nmsgstr "Guten Morgen."'))
    scenario.write_text(completed("").replace("Good morning.", "A very good morning."), encoding="utf-8")
    (told,) = found(scenario, "translation-stale")
    assert told.message == "One sentence in this file is no longer in the case, `hello/says`: Good morning."
    assert found(scenario, "translation-fuzzy") == []
    translate("de", [str(scenario)], [], io.StringIO())
    assert found(scenario, "translation-stale") == []
    (told,) = found(scenario, "translation-fuzzy")
    assert told.message.startswith("One translation into German was made for other words (fuzzy), `hello/says`: A very")


def test_what_is_fuzzy_is_not_missing_as_well(scenario: Path) -> None:
    """One sentence, one finding."""
    lay(scenario, '#, fuzzy\nmsgctxt "hello/says"\nmsgid "Good morning."\nmsgstr "Guten Tag."\n')
    (missing,) = found(scenario, "translation-missing")
    assert missing.values["count"] == 7


def test_a_catalogue_at_fault_is_told_and_nothing_else_of_it(scenario: Path) -> None:
    """Nobody knows what is missing in it."""
    lay(scenario, 'msgid "Yes.\n')
    assert [each.code for each in found(scenario)] == ["bad-catalogue"]


def test_the_checker_shows_the_line_of_the_catalogue(scenario: Path) -> None:
    """Its text is among the sources of what was found."""
    lay(scenario, 'msgid "Yes.\n')
    looked = find_targets([str(scenario)], []).look(str(scenario))
    assert "bad-catalogue" in {each.code for each in looked.findings}
    assert looked.sources[str(catalogue(scenario))] == 'msgid "Yes.\n'
