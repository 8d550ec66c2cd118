"""What the trainee can do now: choose, go on reading, or see how it ended."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from pygame import Rect

from game.debrief.wording import duration_words
from game.texts import _
from game.texts.quoting import quoted
from game.window.widgets.boxes import Grid
from game.window.widgets.chip import Marked
from game.window.widgets.choice import ChoiceButton
from game.window.widgets.meter import TimeRing
from game.window.widgets.scroll import Scroll
from game.window.widgets.widget import Live, Widget

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from game.session.view import Offer
    from game.window.screens.conversation.countdown import Countdown
    from game.window.theme import Theme
    from game.window.widgets.scroll import ScrollState

__all__ = ["Answers", "no_limit", "time_left"]

_TWO_COLUMNS = 560
_NEARLY_OVER = 10
"""Seconds left at which the time is said once more to whoever hears the screen; first it is when it is set."""


class Answers(Widget):
    """The choices in one or two columns, and what is to be seen above them."""

    def __init__(
        self,
        offers: Sequence[Offer],
        language: str,
        on_take: Callable[[Offer], None],
        state: ScrollState,
        above: Widget | None,
    ) -> None:
        buttons = [
            ChoiceButton(
                number,
                quoted(offer.words, language) if offer.is_spoken else offer.words,
                partial(on_take, offer),
                of=len(offers),
                is_spoken=offer.is_spoken,
            ).told_in(language)
            for number, offer in enumerate(offers, 1)
        ]
        name = _("Your answer")
        self.grid = Grid(name, *buttons, columns=2)
        self.scroll = Scroll(name, self.grid, state)
        self.above = above
        """The time that is left, for instance."""
        super().__init__(name, *(() if above is None else (above,)), self.scroll)

    def measure(self, theme: Theme, width: int) -> int:
        """All the choices, and what stands above."""
        self._arrange(theme, width)
        return self.scroll.measure(theme, width) + self._height_above(theme, width)

    def place(self, theme: Theme, rect: Rect) -> None:
        """The choices below what stands above; they scroll where they need more."""
        self.rect = rect
        self._arrange(theme, rect.width)
        top = self._height_above(theme, rect.width)
        if self.above is not None:
            self.above.place(theme, Rect(rect.x, rect.y, rect.width, top - theme.px(8)))
        self.scroll.place(theme, Rect(rect.x, rect.y + top, rect.width, rect.height - top))

    def _arrange(self, theme: Theme, width: int) -> None:
        self.grid.columns = 2 if theme.room(width) >= _TWO_COLUMNS else 1

    def _height_above(self, theme: Theme, width: int) -> int:
        return 0 if self.above is None else self.above.measure(theme, width) + theme.px(8)


def time_left(countdown: Countdown) -> Widget:
    """The time that is left to choose in; while there is time to read it does not run."""
    seconds = countdown.seconds
    if countdown.reading > 0:
        words = _("Take your time to read. Then you have {time}.", time=duration_words(countdown.whole))
    else:
        words = _("Somebody is waiting for your answer.")
    name = _("Time to answer: {left} left", left=duration_words(seconds))
    ring = TimeRing(name, countdown.left, countdown.whole, seconds=str(seconds), words=words)
    if seconds in (countdown.whole, _NEARLY_OVER):
        ring.live = Live.POLITE
    return ring


def no_limit() -> Widget:
    """Said in a timed scene to whoever has turned the time limits off."""
    return Marked("timer", _("No time limit for you."), colour="mute", size=14)
