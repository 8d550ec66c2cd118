"""What a league refuses, and why, in a sentence."""

from __future__ import annotations

from game.texts import _

__all__ = ["Refused", "shortened"]

_LONGEST_QUOTE = 40


class Refused(ValueError):
    """Something is not allowed, or not there; nothing was written.

    It is raised in one thread and told in another, to somebody of another language perhaps: so it carries the English
    sentence, the key of its translations, and is worded when it is asked for its sentence.
    """

    def __init__(self, code: str, sentence: str, /, **values: object) -> None:
        super().__init__(code, sentence, values)
        self.code = code
        """What it is, in kebab-case, for programs; the same in every language and version."""
        self.values = values
        """What the sentence is filled with."""
        self._words = sentence

    @property
    def sentence(self) -> str:
        """What is wrong and what to do, in the language that is spoken now."""
        return _(self._words, **self.values)

    def __str__(self) -> str:
        return self.sentence


def shortened(text: str) -> str:
    """An offending text as it is quoted: cut where it is long, what cannot be seen written by its number."""
    shown = "".join(letter if letter.isprintable() else f"U+{ord(letter):04X}" for letter in text[: _LONGEST_QUOTE + 1])
    return shown if len(shown) <= _LONGEST_QUOTE else shown[:_LONGEST_QUOTE] + "…"
