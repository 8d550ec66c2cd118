"""Why a server did not do what it was asked, in sentences for the player."""

from __future__ import annotations

from game.records.trouble import Trouble

__all__ = ["Fault", "Foreign", "NoAnswer", "Refusal", "as_sentence"]

_NOT_SIGNED_IN = "not-signed-in"

_LONGEST = 400
"""Letters of a sentence that comes from a server; nobody is shown more."""


class Fault(Trouble):
    """A server could not be asked, or did not do it: what is wrong, and what to do, in whole sentences."""

    is_unknown = False
    """Whether the server does not know who asks, any longer perhaps."""


class NoAnswer(Fault):
    """The server cannot be reached now. Nothing is known of what became of the request; the same may be sent again."""


class Foreign(Fault):
    """What answers is no server that this version of the game can talk to, or none that can be trusted."""


class Refusal(Fault):
    """The server understood and refused; nothing was changed there.

    Args:
        code: what it was, the same in all languages.
        sentence: why, in the reader's language.
    """

    def __init__(self, code: str, sentence: str) -> None:
        super().__init__(sentence)
        self.code = code
        self.is_unknown = code == _NOT_SIGNED_IN


def as_sentence(told: str) -> str:
    """A server's words as they may be shown: one line of letters that can be seen, and not too many."""
    plain = " ".join("".join(letter if letter.isprintable() else " " for letter in told).split())
    return plain if len(plain) <= _LONGEST else f"{plain[: _LONGEST - 1]}…"
