"""The program's own sentences, in the reader's language."""

from __future__ import annotations

__all__ = ["_"]


def _(message: str, /, **values: object) -> str:
    """Word a sentence of the program, its `{names}` filled with the values.

    The English sentence is the key under which a catalogue holds its translations.
    """
    return message.format(**values) if values else message
