"""In which language the program speaks, and where its translations lie.

Sentences stand in the code in English, so English needs no catalogue and reads no file. The other languages have three
each, beside this file: what players read, what only trainers read, and what only a server says; those two are opened
when the first such sentence is said. The door imports this before anything is installed: it needs nothing but Python
itself.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from gettext import NullTranslations

__all__ = ["CATALOGUES", "LANGUAGES", "language", "preferred_language", "speaking", "translated", "use_language"]

LANGUAGES: Mapping[str, str] = {"en": "English", "de": "Deutsch"}
"""The languages the program speaks, each by its tag, in its own words."""

CATALOGUES = Path(__file__).with_name("locale")
"""The folder of all catalogues."""

_ENGLISH = "en"
_UNTRANSLATED = ("C", "POSIX")
"""What systems call the language of programs without translations; no LANGUAGE goes before it."""
_MAC_PREFERENCES = Path("~/Library/Preferences/.GlobalPreferences.plist")


class _Speech(NamedTuple):
    """A language, and its catalogue; English has none."""

    tag: str
    catalogue: NullTranslations | None


_usual = _Speech(_ENGLISH, None)
_here: ContextVar[_Speech | None] = ContextVar("language", default=None)
"""What is spoken in this thread or task alone; None: what the process speaks."""


def language() -> str:
    """The tag of the language the program speaks."""
    return (_here.get() or _usual).tag


def use_language(tag: str) -> None:
    """Speak another language from now on.

    Raises:
        ValueError: the program does not speak it.
    """
    global _usual  # a process speaks one language: it is said once, not handed to every sentence
    _usual = _speech(tag)


@contextmanager
def speaking(tag: str) -> Iterator[None]:
    """Speak a language meanwhile, in this thread or task alone: a server answers each in their own.

    Raises:
        ValueError: the program does not speak it.
    """
    former = _here.set(_speech(tag))
    try:
        yield
    finally:
        _here.reset(former)


def translated(message: str) -> str:
    """A sentence in that language, its `{names}` not yet filled; itself where it has no translation."""
    catalogue = (_here.get() or _usual).catalogue
    return message if catalogue is None else catalogue.gettext(message)


def preferred_language(environ: Mapping[str, str] = os.environ) -> str:
    """The tag of the language whoever uses this computer prefers, as far as the program speaks it; else English.

    The variables are gettext's: LANGUAGE (several, the best first), then LC_ALL, LC_MESSAGES or LANG, whichever is set
    first. Windows and macOS, where nobody sets them, are asked themselves.
    """
    locale = next(filter(None, map(environ.get, ("LC_ALL", "LC_MESSAGES", "LANG"))), "")
    if locale in _UNTRANSLATED:
        return _ENGLISH
    wishes = [*environ.get("LANGUAGE", "").split(":"), locale]
    if not any(wishes):
        wishes = _wishes_of_the_system()
    tags = (wish.replace("_", "-").partition("-")[0].partition(".")[0].lower() for wish in wishes)
    return next((tag for tag in tags if tag in LANGUAGES), _ENGLISH)


def _wishes_of_the_system() -> list[str]:
    """The languages set in Windows or macOS, the best first."""
    if sys.platform == "win32":
        import ctypes
        import locale

        return [locale.windows_locale.get(ctypes.windll.kernel32.GetUserDefaultUILanguage(), "")]
    return _wishes_of_a_mac(_MAC_PREFERENCES.expanduser()) if sys.platform == "darwin" else []


def _wishes_of_a_mac(preferences: Path) -> list[str]:
    import plistlib

    try:
        with preferences.open("rb") as file:
            wishes = plistlib.load(file).get("AppleLanguages", [])
    except (OSError, plistlib.InvalidFileException):
        return []  # a new account has no such file before its first setting
    return [str(wish) for wish in wishes]


def _speech(tag: str) -> _Speech:
    if tag not in LANGUAGES:
        raise ValueError(f"language {tag!r} is not one of {', '.join(LANGUAGES)}")
    return _Speech(tag, None if tag == _ENGLISH else _opened(tag))


@lru_cache
def _opened(tag: str) -> NullTranslations:
    """The players' catalogue of a language, behind it the trainers' and the server's for what it lacks."""
    from gettext import NullTranslations

    class Late(NullTranslations):
        """A catalogue that is read when it is first asked."""

        def __init__(self, name: str) -> None:
            super().__init__()
            self._name = name

        def gettext(self, message: str) -> str:
            words = _read(tag, self._name).gettext(message)
            return super().gettext(message) if words == message else words

    catalogue = _read(tag, "players")
    for name in ("trainers", "server"):
        catalogue.add_fallback(Late(name))  # behind the last one
    return catalogue


@lru_cache
def _read(tag: str, name: str) -> NullTranslations:
    from gettext import GNUTranslations  # late: English is spoken without it

    with (CATALOGUES / tag / f"{name}.mo").open("rb") as file:
        return GNUTranslations(file)
