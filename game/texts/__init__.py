"""The program's own sentences, in the reader's language."""

from __future__ import annotations

from game.texts.language import LANGUAGES, language, preferred_language, speaking, translated, use_language

__all__ = ["LANGUAGES", "_", "language", "preferred_language", "speaking", "use_language"]


def _(message: str, /, **values: object) -> str:
    """Word a sentence of the program, its `{names}` filled with the values.

    The English sentence is the key under which a catalogue holds its translations.
    """
    words = translated(message)
    return words.format(**values) if values else words
