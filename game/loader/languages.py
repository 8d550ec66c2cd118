"""Languages by their tags (BCP 47, such as `de` or `de-CH`) and by their names, as Babel knows them."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterator

from game.texts import _
from game.texts import language as own_language

__all__ = ["UnknownLanguage", "fallbacks", "is_tag", "language_name", "language_tag", "plural_forms", "spelling"]

_TAG = re.compile(r"[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{2,8})*")
_REGION = 2
_SCRIPT = 4
_LONGEST = 60
"""Letters of a language's name; no language has more."""


class UnknownLanguage(ValueError):
    """A text names no language; the message says so in a sentence, and what may be meant."""


def language_tag(text: str) -> str:
    """The tag of a language, as it is written.

    Raises:
        UnknownLanguage: there is no such language, or no such region.
    """
    from babel import Locale  # late, here and below: only who asks for a language waits for Babel

    tag = spelling(text.strip())
    english = Locale("en")
    language, *subtags = tag.split("-")
    regions = [each for each in subtags if len(each) == _REGION]
    is_known = language in english.languages and all(each in english.territories for each in regions)
    if not (is_tag(tag) and is_known):
        raise UnknownLanguage(_complaint(text, tag))
    return tag


def is_tag(text: str) -> bool:
    """Whether a text is written as a tag is, with hyphens or with gettext's underscores."""
    return _TAG.fullmatch(text) is not None


def spelling(tag: str) -> str:
    """A tag with its parts joined and capitalised as they are written: `de-CH`, `zh-Hant`."""
    language, *subtags = tag.replace("_", "-").split("-")
    return "-".join([language.lower(), *map(_subtag, subtags)])


def fallbacks(tag: str) -> Iterator[str]:
    """A tag, and what does instead of it: the language without its region."""
    parts = spelling(tag).split("-")
    for count in range(len(parts), 0, -1):
        yield "-".join(parts[:count])


def language_name(tag: str) -> str:
    """A language's name, in the language the program speaks; its tag, where it has none."""
    from babel import Locale

    names = Locale(own_language()).languages
    spelt = spelling(tag)
    exact = names.get(spelt.replace("-", "_"))
    if exact is not None:
        return str(exact)
    plain = names.get(spelt.partition("-")[0])
    return spelt if plain is None else str(plain) if "-" not in spelt else f"{plain} ({spelt})"


def plural_forms(tag: str) -> str:
    """How many plural forms a language has, as the header of a catalogue says it."""
    from babel.messages.plurals import PLURALS

    for each in fallbacks(tag):
        found = PLURALS.get(each.replace("-", "_"))
        if found is not None:
            return f"nplurals={found[0]}; plural={found[1]};"
    return "nplurals=2; plural=(n != 1);"


def _subtag(subtag: str) -> str:
    if len(subtag) == _REGION:
        return subtag.upper()
    return subtag.title() if len(subtag) == _SCRIPT else subtag.lower()


def _complaint(text: str, tag: str) -> str:
    near = _near(text, tag)
    text = text if len(text) <= _LONGEST else text[:_LONGEST] + "…"
    if near:
        return _("There is no language `{text}`. Did you mean `{tag}`?", text=text, tag=near)
    return _(
        "There is no language `{text}`. A language is named by its tag, such as `de` for German or `fr-CH` for the "
        "French of Switzerland.",
        text=text,
    )


def _near(text: str, tag: str) -> str:
    """The tag that is likely meant; empty where nobody can tell."""
    from babel import Locale
    from babel.core import get_global
    from babel.languages import get_official_languages

    language, *subtags = tag.split("-")
    known = Locale("en").languages
    alias = str(get_global("language_aliases").get(language, ""))
    if alias in known:
        return "-".join([alias, *subtags])
    if language in known:  # then it is the region that is wrong
        aliases = get_global("territory_aliases")
        regions = [aliases[each][0] if each in aliases else "" for each in subtags if len(each) == _REGION]
        return "-".join([language, *filter(None, regions)])
    spoken = get_official_languages(language.upper(), de_facto=True) if len(language) == _REGION else ()
    return spoken[0] if spoken else _named(text)


def _named(text: str) -> str:
    """The tag of a language that is called so, in English, German or by those who speak it; or nearly so."""
    from babel import Locale, localedata

    wanted = text.strip().casefold()
    if not wanted or len(wanted) > _LONGEST:
        return ""
    names: dict[str, str] = {}
    for speaker in ("en", "de"):
        for tag, name in Locale(speaker).languages.items():
            names.setdefault(name.casefold(), tag.replace("_", "-"))
    near = difflib.get_close_matches(wanted, names, n=1, cutoff=0.8)
    if near:
        return names[near[0]]
    for each in localedata.locale_identifiers():
        if "_" not in each and Locale(each).languages.get(each, "").casefold() == wanted:
            return str(each)
    return ""
