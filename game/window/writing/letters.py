"""What a person sees as one letter: a character with all that is combined with it."""

from __future__ import annotations

import unicodedata

__all__ = ["letters", "on_one_line"]

_JOINERS = ("\u200c", "\u200d")
"""Invisible, but some scripts and emoji are not themselves without them."""
_SKIN_TONES = range(0x1F3FB, 0x1F400)


def letters(text: str) -> tuple[str, ...]:
    """The text letter by letter; put together again they are the text."""
    found: list[str] = []
    for character in text:
        if found and (_is_combined(character) or found[-1].endswith("\u200d")):
            found[-1] += character
        else:
            found.append(character)
    return tuple(found)


def on_one_line(text: str) -> str:
    """The text as a field of one line takes it: blanks for line breaks, and nothing that cannot be seen."""
    return "".join(
        " " if character.isspace() else character
        for character in text
        if character.isspace() or character in _JOINERS or unicodedata.category(character)[0] != "C"
    )


def _is_combined(character: str) -> bool:
    return (
        unicodedata.category(character) in ("Mn", "Me", "Mc") or character in _JOINERS or ord(character) in _SKIN_TONES
    )
