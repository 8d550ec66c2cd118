"""Quotation marks round what would be said, as the case's language sets them."""

from __future__ import annotations

__all__ = ["quoted"]

_MARKS = {
    "de": "„“",
    "de-ch": "«»",
    "fr": "«»",
    "fr-ch": "«»",
    "it": "«»",
    "es": "«»",
    "pt": "«»",
    "nb": "«»",
    "nn": "«»",
    "no": "«»",
    "uk": "«»",
    "ru": "«»",
    "el": "«»",
    "pl": "„”",
    "hu": "„”",
    "ro": "„”",
    "nl": "“”",
    "cs": "„“",
    "sk": "„“",
    "sl": "„“",
    "hr": "„“",
    "da": "»«",
    "sv": "””",
    "fi": "””",
}
_ENGLISH = "“”"
_SPACED = {"fr"}
_THIN = "\u202f"


def quoted(words: str, language: str) -> str:
    """Put words in quotation marks; a region's habit goes before its language's, English where neither is known."""
    tag = language.lower()
    short = tag.partition("-")[0]
    marks = _MARKS.get(tag) or _MARKS.get(short) or _ENGLISH
    space = _THIN if tag in _SPACED else ""
    return f"{marks[0]}{space}{words}{space}{marks[1]}"
