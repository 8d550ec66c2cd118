"""Catalogues are found beside their scenarios, and looked up by name and words."""

from __future__ import annotations

from pathlib import Path

import pytest

from game.loader.catalogues import Catalogue, catalogue_for, catalogue_path, catalogues_of, percent
from game.loader.po import PoEntry


def lay(scenario: Path, folder: str, text: str = 'msgid "Yes."\nmsgstr "Ja."\n') -> Path:
    """Lay a catalogue beside a scenario."""
    path = scenario.parent / "locale" / folder / f"{scenario.stem}.po"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def test_the_exact_sentence_goes_before_the_same_words_elsewhere() -> None:
    """Two people may say the same words, and mean other ones."""
    catalogue = Catalogue([PoEntry("a", "Yes.", "Ja."), PoEntry("b", "Yes.", "Doch.")])
    assert catalogue.lookup("a", "Yes.") == "Ja."
    assert catalogue.lookup("b", "Yes.") == "Doch."


def test_words_that_are_translated_in_one_way_only_are_translated_everywhere() -> None:
    """A choice that was renamed keeps its translation, even before the catalogue is brought up to date."""
    catalogue = Catalogue([PoEntry("a", "Yes.", "Ja."), PoEntry("b", "Yes.", "Ja."), PoEntry("c", "No.", "Nein.")])
    assert catalogue.lookup("new", "Yes.") == "Ja."
    assert catalogue.lookup("new", "Never.") is None


def test_words_that_are_translated_in_two_ways_are_not_guessed() -> None:
    """Which of them is right here, nobody knows."""
    catalogue = Catalogue([PoEntry("a", "Yes.", "Ja."), PoEntry("b", "Yes.", "Doch.")])
    assert catalogue.lookup("new", "Yes.") is None


@pytest.mark.parametrize(
    "entry",
    [
        PoEntry("a", "Yes.", ""),
        PoEntry("a", "Yes.", "Ja.", flags=("fuzzy",)),
        PoEntry("a", "Yes.", "Ja.", is_obsolete=True),
    ],
)
def test_what_is_not_certain_is_not_shown(entry: PoEntry) -> None:
    """Empty, fuzzy and obsolete translations are for translators."""
    assert Catalogue([entry]).lookup("a", "Yes.") is None


def test_catalogues_lie_beside_the_scenario(tmp_path: Path) -> None:
    """One folder a language, whichever way its tag is spelt; other files and folders are left alone."""
    scenario = tmp_path / "mine.yaml"
    assert catalogues_of(scenario) == {}
    german, brazilian = lay(scenario, "de"), lay(scenario, "pt_BR")
    lay(tmp_path / "other.yaml", "fr")
    (tmp_path / "locale" / "README").write_text("How to translate.")
    assert catalogues_of(scenario) == {"de": german, "pt-BR": brazilian}


def test_a_region_without_a_catalogue_takes_that_of_its_language(tmp_path: Path) -> None:
    """Better German German than English."""
    scenario = tmp_path / "mine.yaml"
    lay(scenario, "de")
    kept = catalogue_for(scenario, "de-CH")
    assert kept is not None
    assert kept.language == "de"
    lay(scenario, "de_CH")
    kept = catalogue_for(scenario, "de-CH")
    assert kept is not None
    assert kept.language == "de-CH"
    assert catalogue_for(scenario, "fr") is None


def test_a_new_catalogue_goes_where_its_language_has_a_folder(tmp_path: Path) -> None:
    """Who writes `de_CH` is not given a second folder `de-CH`."""
    scenario = tmp_path / "mine.yaml"
    assert catalogue_path(scenario, "de-CH") == tmp_path / "locale" / "de-CH" / "mine.po"
    lay(tmp_path / "other.yaml", "de_CH")
    assert catalogue_path(scenario, "de-CH") == tmp_path / "locale" / "de_CH" / "mine.po"


def test_only_all_is_a_hundred_percent_and_only_nothing_is_none() -> None:
    """Who has one sentence left is not told to be done."""
    assert [percent(count, 400) for count in (0, 1, 200, 399, 400)] == [0, 1, 50, 99, 100]
