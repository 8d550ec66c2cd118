"""No sound at all."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from game.window.sound.cue import Cue

__all__ = ["Silence", "Sounds", "play_nothing"]


class Sounds(Protocol):
    """Whoever plays cues; none of this waits for a device, and none of it fails."""

    def wake(self, volume: int) -> None:
        """Somebody is there: sounds of that volume may be wanted soon."""

    def play(self, cue: Cue, volume: int) -> None:
        """Play a cue at a volume in per cent."""

    def hush(self) -> None:
        """End what rings."""

    def renew(self) -> None:
        """Take note that a device came or went."""

    def close(self) -> None:
        """Let go of the device."""


class Silence:
    """Nobody hears anything: before the window is there, and in tests."""

    def wake(self, volume: int) -> None:
        """Nothing is needed."""

    def play(self, cue: Cue, volume: int) -> None:
        """Play nothing."""

    def hush(self) -> None:
        """Nothing rings."""

    def renew(self) -> None:
        """No device is held."""

    def close(self) -> None:
        """No device is held."""


def play_nothing(_cue: Cue) -> None:
    """What a screen plays that stands on no stage."""
