"""Something that is asked of a server while others go on: in a thread of its own, and again until it is answered.

A window never waits: it begins an errand, and looks at every turn of its loop whether there is an answer.
"""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING, Generic, TypeVar

from game.online.faults import Fault, Foreign, NoAnswer
from game.records.trouble import Trouble

if TYPE_CHECKING:
    from collections.abc import Callable

__all__ = ["PAUSES", "Errand"]

PAUSES = (2.0, 4.0, 8.0, 15.0)
"""Seconds before a patient errand asks once more; the last holds from there on."""

Answer = TypeVar("Answer")


class Errand(Generic[Answer]):
    """Begins at once.

    Args:
        job: asks the server; called in another thread, and again after it got no answer where that is wanted.
        again: what asks instead the second time and later; None: the job itself.
        is_patient: whether to ask until there is an answer.
        pauses: seconds in between.
    """

    def __init__(
        self,
        job: Callable[[], Answer],
        *,
        again: Callable[[], Answer] | None = None,
        is_patient: bool = False,
        pauses: tuple[float, ...] = PAUSES,
    ) -> None:
        self._job = job
        self._again = job if again is None else again
        self._pauses = pauses if is_patient else ()
        self._wish = threading.Event()
        self._is_over = threading.Event()
        self._is_given_up = False
        self._answer: Answer | None = None
        self._error: BaseException | None = None
        self.lost: Fault | None = None
        """Why there was no answer the last time; None while it is asked for the first time."""
        self.is_asking = True
        """Whether the server is just being asked, and nothing waited for."""
        self._thread = threading.Thread(target=self._run, name="errand", daemon=True)
        self._thread.start()

    @property
    def is_done(self) -> bool:
        """Whether there is an answer, or there will be none."""
        return self._is_over.is_set()

    def answer(self) -> Answer:
        """What came of it, once it is done.

        Raises:
            Trouble: nothing, and why.
        """
        if not self.is_done:
            raise ValueError("there is no answer yet")
        if self._error is not None:
            raise self._error
        return self._answer  # type: ignore[return-value]  # an answer may be None

    def ask_now(self) -> None:
        """Ask once more without waiting any longer."""
        self._wish.set()

    def give_up(self) -> None:
        """Ask no more; an answer that is on its way is nobody's any longer."""
        self._is_given_up = True
        self._wish.set()

    def wait(self, seconds: float) -> bool:
        """Wait so long at most, for those who may; whether it is done."""
        return self._is_over.wait(seconds)

    def _run(self) -> None:
        try:
            self._answer = self._asked()
        except BaseException as error:  # noqa: BLE001  # whoever looks for the answer finds it
            self._error = error
        self.is_asking = False
        self._is_over.set()

    def _asked(self) -> Answer:
        ask, tries = self._job, 0
        while True:
            try:
                self.is_asking = True
                return ask()
            except (NoAnswer, Foreign) as fault:
                if not self._pauses or self._is_given_up:
                    raise
                self.lost, self.is_asking = fault, False
            self._wish.wait(self._pauses[min(tries, len(self._pauses) - 1)])
            self._wish.clear()
            if self._is_given_up:
                raise Trouble(str(self.lost))
            ask, tries = self._again, tries + 1
