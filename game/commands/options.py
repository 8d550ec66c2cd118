"""Options that several commands have, and readers of what is typed behind one."""

from __future__ import annotations

import argparse
from pathlib import Path

from game.texts import _

__all__ = ["count", "json_option", "language", "language_option", "names", "scenarios_option", "words"]


def json_option(parser: argparse.ArgumentParser) -> None:
    """Add `--json`."""
    parser.add_argument("--json", action="store_true", help=_("print one JSON object, and nothing else"))


def scenarios_option(parser: argparse.ArgumentParser) -> None:
    """Add `--scenarios`."""
    help_text = _("look for scenarios in this folder too (may be repeated)")
    parser.add_argument("--scenarios", action="append", type=Path, default=[], metavar="DIR", help=help_text)


def language_option(parser: argparse.ArgumentParser) -> None:
    """Add `--lang`."""
    help_text = _("tell cases in this language, such as de, as far as they are translated")
    parser.add_argument("--lang", type=language, metavar="LANG", help=help_text)


def language(text: str) -> str:
    """The tag of a language.

    Raises:
        ArgumentTypeError: there is no such language.
    """
    from game.loader.languages import UnknownLanguage, language_tag  # late: few ask for a language

    try:
        return language_tag(text)
    except UnknownLanguage as unknown:
        raise argparse.ArgumentTypeError(str(unknown)) from None


def names(text: str) -> tuple[str, ...]:
    """Names with commas between them."""
    return tuple(name.strip() for name in text.split(",") if name.strip())


def count(text: str) -> int:
    """A whole number above 0.

    Raises:
        ArgumentTypeError: it is none.
    """
    if not text.isdecimal() or int(text) < 1:
        raise argparse.ArgumentTypeError(_("'{text}' is not a whole number above 0", text=text))
    return int(text)


def words(text: str) -> str:
    """Words that can stand in a file.

    Raises:
        ArgumentTypeError: a terminal of another encoding has sent halves of letters.
    """
    try:
        text.encode()
    except UnicodeEncodeError:
        told = _("'{text}' has a letter that cannot be read; set the terminal to UTF-8, or write it without", text=text)
        raise argparse.ArgumentTypeError(told) from None
    return text
