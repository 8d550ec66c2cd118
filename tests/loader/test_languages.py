"""Languages are named by their tags, and a wrong tag is told with the right one."""

from __future__ import annotations

import pytest

from game.loader.languages import UnknownLanguage, fallbacks, is_tag, language_name, language_tag, plural_forms


@pytest.mark.parametrize(
    ("typed", "tag"),
    [
        ("de", "de"),
        ("DE-ch", "de-CH"),
        ("de_CH", "de-CH"),
        (" fr ", "fr"),
        ("zh-hant-tw", "zh-Hant-TW"),
        ("gsw", "gsw"),
    ],
)
def test_a_tag_is_written_in_one_way(typed: str, tag: str) -> None:
    """However it is typed, with gettext's underscore too."""
    assert language_tag(typed) == tag


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("german", "de"),
        ("germn", "de"),
        ("Deutsch", "de"),
        ("français", "fr"),
        ("deu", "de"),
        ("dk", "da"),
        ("en-UK", "en-GB"),
        ("de-XX", "de"),
    ],
)
def test_what_is_no_tag_is_told_with_the_one_that_is_meant(typed: str, meant: str) -> None:
    """Names in three languages, old codes and country codes lead to the tag."""
    with pytest.raises(UnknownLanguage, match=rf"`{typed}`.*Did you mean `{meant}`\?"):
        language_tag(typed)


@pytest.mark.parametrize("typed", ["", "xx", "123", "-", "de ch", "x" * 5000])
def test_what_means_nothing_is_told_with_an_example(typed: str) -> None:
    """The sentence shows what a tag looks like, and stays readable."""
    with pytest.raises(UnknownLanguage, match="such as `de` for German") as told:
        language_tag(typed)
    assert len(str(told.value)) < 300


def test_a_region_falls_back_to_its_language() -> None:
    """Who asks for Swiss German can read German."""
    assert list(fallbacks("zh-Hant-TW")) == ["zh-Hant-TW", "zh-Hant", "zh"]


def test_languages_have_names() -> None:
    """A region has a name of its own, or is named beside its language."""
    names = [language_name(tag) for tag in ("de", "de-CH", "de-LI", "xx")]
    assert names == ["German", "Swiss High German", "German (de-LI)", "xx"]


def test_plural_forms_are_those_of_the_language() -> None:
    """Tools ask for them, though no sentence of a case has any."""
    assert plural_forms("de-CH") == "nplurals=2; plural=(n != 1);"
    assert plural_forms("ja") == "nplurals=1; plural=0;"
    assert plural_forms("tlh").startswith("nplurals=2;")


def test_other_folders_are_no_languages() -> None:
    """What else may lie among the catalogues is left alone."""
    assert is_tag("pt_BR")
    assert not is_tag("templates")
    assert not is_tag(".git")
