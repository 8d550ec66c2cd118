"""The time to answer in a timed scene."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.debrief.wording import duration_words
from game.session.reading import reading_seconds
from game.texts import _

if TYPE_CHECKING:
    from game.terminal.stopwatch import Stopwatch

__all__ = ["TimeLimit"]

_MS = 1000


class TimeLimit:
    """Seconds to answer in, which begin to count once all that was printed can have been read.

    It begins anew where a session is left in a timed scene and gone on with. On a player's own machine nobody is
    kept from that, nor from reading the case's file; what is to be compared has to be played on a server.
    """

    def __init__(self, watch: Stopwatch, seconds: int, words: int, *, most: int | None = None) -> None:
        self._watch = watch
        self._reading = reading_seconds(words)
        self._seconds = seconds
        if most is not None:  # somebody else's clock counts, and it may have begun earlier
            self._seconds = min(seconds, most)
            self._reading = min(self._reading, most - self._seconds)
        self._begins = watch.ms + self._reading * _MS

    @property
    def is_over(self) -> bool:
        """Whether an answer comes too late."""
        return self._watch.ms > self._begins + self._seconds * _MS

    @property
    def told(self) -> str:
        """The rule, before the answers."""
        words = _("Take {reading} to read; then you have {time} to answer. A later answer counts as silence.")
        return words.format(reading=duration_words(self._reading), time=duration_words(self._seconds))

    @property
    def left(self) -> str:
        """The time that is left."""
        left = max(0, self._begins + self._seconds * _MS - self._watch.ms) // _MS
        return _("Time left to answer: {time}.", time=duration_words(left))

    @property
    def missed(self) -> str:
        """How late it is."""
        took = (self._watch.ms - self._begins) // _MS
        return _(
            "That took {took} after the time to read; you had {limit}. Your answer came too late.",
            took=duration_words(took),
            limit=duration_words(self._seconds),
        )
