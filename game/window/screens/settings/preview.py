"""What a setting changes, seen at once: a line, an answer, and what there is to choose."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.texts import _
from game.window.widgets.boxes import Column, Row
from game.window.widgets.bubble import Bubble
from game.window.widgets.button import MarkButton
from game.window.widgets.card import Card
from game.window.widgets.chip import Marked
from game.window.widgets.choice import ChoiceButton
from game.window.widgets.label import Heading
from game.window.widgets.widget import Role, Widget

if TYPE_CHECKING:
    from collections.abc import Callable

    from game.window.theme import Theme

__all__ = ["preview_card", "sayings"]


def sayings() -> tuple[str, ...]:
    """What is said in the preview, the guest first, then by turns."""
    return (
        _("Good evening. My train was late. Is the kitchen still open?"),
        _("Come in! I shall ask at once, and tell you within five minutes."),
        _("That is kind of you."),
    )


def preview_card(shown: int, on_choose: Callable[[], None], on_again: Callable[[], None]) -> Widget:
    """As many of the lines as have appeared, then a choice; none of it leads anywhere.

    Args:
        shown: how many lines are there by now.
        on_choose: the choice was taken.
        on_again: the lines are to appear once more.
    """
    title = _("This is how it looks")
    lines: list[Widget] = []
    for place, words in enumerate(sayings()):
        bubble = Bubble(words, words, is_own=place % 2 == 1)
        lines.append(bubble if place < shown else _Unsaid(bubble))
    promise = Marked("kept", _("Promise kept: an answer within five minutes"), colour="good", words_colour="ink")
    choice = ChoiceButton(1, _("Your table is by the window. The soup is still hot."), on_choose, of=1, is_spoken=True)
    end: list[Widget] = [promise, choice]
    if shown < len(lines):
        end = [_Unsaid(each) for each in end]
    again = MarkButton(_("Let the lines appear once more"), "play", on_again, key="again")
    head = Row(title, Heading(title, size=18), again, grows=0)
    return Card(title, head, Column(title, *lines, *end, gap=12), padding=20, gap=16)


class _Unsaid(Widget):
    """Room for what has not appeared yet, so that nothing moves when it does."""

    role: Role = Role.LAYOUT

    def __init__(self, later: Widget) -> None:
        super().__init__("later")
        self._later = later

    def measure(self, theme: Theme, width: int) -> int:
        """As high as what will be here."""
        return self._later.measure(theme, width)
