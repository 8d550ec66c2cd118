"""Players who know nothing of service: each goes by one outward mark of the words, and by that alone.

The players and what they stand for are those of "What makes it train, not just play": guessing must fail. There is
none who takes the first choice, since choices are shown shuffled. None of them ever keeps silent.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Sequence
from typing import NamedTuple

from game.trainer.check.players import english, german

__all__ = ["Pick", "Player", "marks", "players"]

Pick = Callable[[Sequence[str]], Sequence[int]]
"""Of the words of the choices on offer, the positions of those the player takes, each as often as the others."""

_QUESTION = re.compile(r"[?？؟](?=[\s\"'”’“»«›‹)\]…!?]|$)")
"""At the end of a sentence, whatever closes behind it."""
_APOSTROPHES = re.compile("[’ʼ`´]")
_SPACES = re.compile(r"\s+")
_LISTS = {"en": english, "de": german}


class Player(NamedTuple):
    """Somebody who picks by one mark."""

    name: str
    """The variant of the finding's words."""
    pick: Pick


def players(language: str) -> tuple[Player, ...]:
    """The players for cases in a language; those that need words only where there are lists of them."""
    always = (
        Player("longest", lambda words: _at_rank([-_length(text) for text in words], 0)),
        Player("second-longest", lambda words: _at_rank([-_length(text) for text in words], 1)),
        Player("shortest", lambda words: _at_rank([_length(text) for text in words], 0)),
        Player("asking", lambda words: _at_rank([-bool(_QUESTION.search(text)) for text in words], 0)),
        Player("random", lambda words: range(len(words))),
    )
    lists = _LISTS.get(language.lower().partition("-")[0])
    if lists is None:
        return always
    return (
        *always,
        Player("apologetic", _most(lists.APOLOGIES)),
        Player("promising", _most(lists.PROMISES)),
        Player("polite", _most(lists.POLITENESS)),
    )


def marks(words: str, language: str) -> tuple[int, ...]:
    """Whether words ask, and how often they apologise, promise and are polite, where there are lists of words."""
    lists = _LISTS.get(language.lower().partition("-")[0])
    patterns = () if lists is None else (lists.APOLOGIES, lists.PROMISES, lists.POLITENESS)
    return (bool(_QUESTION.search(words)), *(len(pattern.findall(_plain(words))) for pattern in patterns))


def _length(words: str) -> int:
    return len(unicodedata.normalize("NFC", words))


def _most(pattern: re.Pattern[str]) -> Pick:
    """Takes what matches most often."""
    return lambda words: _at_rank([-len(pattern.findall(_plain(text))) for text in words], 0)


def _plain(words: str) -> str:
    """In lower case, letters composed, with straight apostrophes and single spaces."""
    folded = unicodedata.normalize("NFC", words.casefold())
    return _SPACES.sub(" ", _APOSTROPHES.sub("'", folded))


def _at_rank(keys: Sequence[int], rank: int) -> tuple[int, ...]:
    """The positions that can come to stand at a rank, where equals are put in a random order; the last if too few."""
    wanted = sorted(keys)[min(rank, len(keys) - 1)]
    return tuple(position for position, key in enumerate(keys) if key == wanted)
