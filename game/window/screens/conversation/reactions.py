"""What moves when something is told: the face, the clock, the ledger, and a card between chapters."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from game.session.view import Heading, Later, Pledged, Said
from game.window.motion import STILL, Motion
from game.window.sound import Cue

if TYPE_CHECKING:
    from collections.abc import Sequence

    from game.session.view import Entry

__all__ = ["INTERLUDE", "Interlude", "Reactions", "cue_of"]

INTERLUDE = 1.2
"""Seconds a card between chapters stands there, and the clock runs."""
_FACE = 0.5
_FLASH = 0.9
_PLEDGED = {
    "open": Cue.PROMISE_MADE,
    "kept": Cue.PROMISE_KEPT,
    "broken": Cue.PROMISE_BROKEN,
    "released": Cue.LINE,
}


class Interlude(NamedTuple):
    """What the card between two lines says."""

    entry: Heading | Later
    motion: Motion


class Reactions:
    """Remembers what began to move, and when."""

    def __init__(self) -> None:
        self.face = STILL
        self.mood_before = 0
        self.clock = STILL
        self.jump = 0
        """Seconds the clock runs on."""
        self.flashes: dict[str, Motion] = {}
        """By promise."""
        self.interlude: Interlude | None = None

    def rest(self) -> None:
        """Let everything come to rest at once."""
        self.face = self.clock = STILL
        self.flashes, self.interlude = {}, None

    def see(self, entries: Sequence[Entry], moods: tuple[int, int], now: float) -> None:
        """Take note of what was told just now, and of the mood before and after."""
        if moods[0] != moods[1]:
            self.mood_before, self.face = moods[0], Motion(now, _FACE)
        for entry in entries:
            match entry:
                case Later(seconds, _now):
                    self.jump, self.clock = seconds, Motion(now, INTERLUDE)
                    self.interlude = Interlude(entry, self.clock)
                case Heading():
                    self.interlude = Interlude(entry, Motion(now, INTERLUDE))
                case Pledged(promise, _text, _standing):
                    self.flashes[promise] = Motion(now, _FLASH)

    def settle(self, now: float) -> bool:
        """Take the card between chapters away when its time is over; whether it was."""
        if self.interlude is None or not self.interlude.motion.is_over(now):
            return False
        self.interlude = None
        return True


def cue_of(entries: Sequence[Entry], moods: tuple[int, int]) -> Cue | None:
    """What is heard when entries are told: what weighs most of them, one sound and no more."""
    pledged = next((entry for entry in entries if isinstance(entry, Pledged)), None)
    if pledged is not None:
        return _PLEDGED[pledged.standing]
    if any(isinstance(entry, Later) for entry in entries):
        return Cue.LATER
    if any(isinstance(entry, Heading) for entry in entries):
        return Cue.CHAPTER
    if moods[0] != moods[1]:
        return Cue.MOOD_UP if moods[1] > moods[0] else Cue.MOOD_DOWN
    return Cue.LINE if any(isinstance(entry, Said) for entry in entries) else None
