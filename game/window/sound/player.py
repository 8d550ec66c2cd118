"""Plays cues on a thread of its own: making a sound and opening a device take longer than a picture may."""

from __future__ import annotations

import time
from dataclasses import dataclass
from queue import Empty, SimpleQueue
from threading import Thread
from typing import TYPE_CHECKING

import pygame

from game.window.sound.alsa import keep_quiet
from game.window.sound.cue import Cue
from game.window.sound.recipes import samples_of
from game.window.sound.synthesis import RATE

if TYPE_CHECKING:
    from collections.abc import Callable

__all__ = ["Player"]

_BUFFER = 512
"""Samples a device is given at a time: 23 ms, so late a sound is heard at least."""
_STALE = 1.0
"""Seconds after which a cue is not worth being played any more: the device took too long to open."""
_IDLE = 15.0
"""Seconds without sound and without anybody there until the device is let go: held, it costs 0.2 % of a core."""
_TRY_AGAIN = 60.0
"""Seconds until a device is looked for again where none could be opened."""
_SOFT = 80
"""Milliseconds in which a ringing telephone falls silent."""
_PATIENCE = 2.0
"""Seconds waited at the end for a device that does not come back; the program ends all the same."""
_NO_DEVICE = (pygame.error, OSError, NotImplementedError, ImportError)
"""What pygame raises where a device, or all of its sound, is missing."""


@dataclass(frozen=True, slots=True)
class _Order:
    """What the thread is to do: play a cue, or, without one, one of the rest."""

    kind: str
    cue: Cue = Cue.LINE
    gain: float = 0.0
    at: float = 0.0


class Player:
    """Plays cues where there is a device, and nothing where there is none; nobody ever waits for it."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._orders: SimpleQueue[_Order] = SimpleQueue()
        self._thread: Thread | None = None
        self._sounds: dict[Cue, pygame.mixer.Sound] = {}
        self._is_open = False
        self._closed_until = 0.0
        self._used = 0.0
        self._is_waking = False

    def wake(self, volume: int) -> None:
        """Somebody is there: have the device open by the time something is heard."""
        self._used = self._clock()
        if volume and not self._is_open and not self._is_waking and self._used >= self._closed_until:
            self._is_waking = True
            self._order(_Order("wake"))

    def play(self, cue: Cue, volume: int) -> None:
        """Play a cue at a volume in per cent; a choice ends what rings."""
        if cue is Cue.CHOOSE:
            self.hush()
        if volume:
            # Twice as loud to the ear takes more than twice the amplitude.
            self._order(_Order("play", cue, (volume / 100) ** 2, self._clock()))

    def hush(self) -> None:
        """End what rings."""
        if self._thread is not None:
            self._order(_Order("hush"))

    def renew(self) -> None:
        """A device went: let go of it, the next cue opens what is there then."""
        if self._thread is not None:
            self._order(_Order("renew"))

    def close(self) -> None:
        """Let go of the device, and end the thread."""
        if self._thread is not None:
            self._order(_Order("close"))
            self._thread.join(_PATIENCE)
            self._thread = None

    def _order(self, order: _Order) -> None:
        if self._thread is None:
            self._thread = Thread(target=self._work, name="sound", daemon=True)
            self._thread.start()
        self._orders.put(order)

    def _work(self) -> None:
        while True:
            try:
                order = self._orders.get(timeout=_IDLE if self._is_open else None)
            except Empty:
                self._rest()
                continue
            try:
                self._carry_out(order)
            except _NO_DEVICE:
                self._fail()
            if order.kind == "close":
                return

    def _carry_out(self, order: _Order) -> None:
        match order.kind:
            case "wake":
                self._open()
                self._is_waking = False
            case "play" if self._open():
                sound = self._sound(order.cue)
                sound.set_volume(order.gain)
                if self._clock() - order.at < _STALE:
                    sound.play()
            case "play":
                pass  # nobody hears it
            case "hush":
                if Cue.RING in self._sounds:
                    self._sounds[Cue.RING].fadeout(_SOFT)
            case _:
                self._let_go()

    def _open(self) -> bool:
        """Open the device, unless that failed a moment ago; whether it is open.

        All of Python stands still meanwhile, for pygame holds on to the interpreter: hence `wake`.
        """
        if not self._is_open and self._clock() >= self._closed_until:
            keep_quiet()
            pygame.mixer.init(RATE, -16, 1, _BUFFER, allowedchanges=0)
            self._is_open = True
        return self._is_open

    def _sound(self, cue: Cue) -> pygame.mixer.Sound:
        if cue not in self._sounds:
            self._sounds[cue] = pygame.mixer.Sound(buffer=samples_of(cue).tobytes())
        return self._sounds[cue]

    def _rest(self) -> None:
        """Let go of a device on which nothing was played for a while."""
        try:
            if self._clock() - self._used >= _IDLE and not pygame.mixer.get_busy():
                self._let_go()
        except _NO_DEVICE:
            self._fail()

    def _let_go(self) -> None:
        self._sounds.clear()  # they belong to the device
        if self._is_open:
            self._is_open = False
            pygame.mixer.quit()

    def _fail(self) -> None:
        """Without a device there is silence; it is looked for again after a while."""
        self._sounds.clear()
        self._is_open = self._is_waking = False
        self._closed_until = self._clock() + _TRY_AGAIN
