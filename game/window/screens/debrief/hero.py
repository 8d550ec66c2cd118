"""How it ended: the customer as the play left them, what they did next, and what has to be known about this play."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pygame import Rect

from game.debrief.wording import decision_count_words, mode_words, outcome_words, passed_words
from game.scenario.names import CUSTOMER
from game.session.view import Said
from game.texts import _
from game.window.screens.debrief.boxes import Aside
from game.window.screens.debrief.why import why
from game.window.supplied import NO_PICTURES, SuppliedPictures
from game.window.widgets.boxes import Column, Flow
from game.window.widgets.card import Card
from game.window.widgets.chip import Chip, Marked
from game.window.widgets.label import Heading, Label
from game.window.widgets.portrait import Portrait

if TYPE_CHECKING:
    from game.debrief import Debrief
    from game.window.theme import Theme
    from game.window.widgets.label import Tone
    from game.window.widgets.widget import Widget

__all__ = ["OUTCOMES", "EndingCard"]

OUTCOMES: dict[str, tuple[str, Tone]] = {
    "lost": ("lost", "bad"),
    "kept": ("kept", "good"),
    "delighted": ("charmed", "good"),
}
_PAD = 22
_SIDE = 176
_ROOM = 420
"""Units; with less the portrait stands over the words."""


class EndingCard(Card):
    """The customer's portrait in their last mood; beside it the ending, and facts about the play."""

    def __init__(self, debrief: Debrief, pictures: SuppliedPictures = NO_PICTURES) -> None:
        who = debrief.customer
        self.portrait = Portrait(who.name, pictures.figure(who), who.mood, side=_SIDE)
        self.words = Column(_("What they did next"), *_ending(debrief), gap=10)
        self.facts = Column(_("Why, and how"), *why(debrief), _facts(debrief), gap=12)
        super().__init__(_("How it ended"), self.portrait, self.words, self.facts, padding=_PAD, gap=14)

    def measure(self, theme: Theme, width: int) -> int:
        """Portrait and words side by side, or one over the other; the facts below."""
        inner = width - 2 * theme.px(_PAD)
        top = self._top(theme, inner)
        return top + theme.px(14) + self.facts.measure(theme, inner) + 2 * theme.px(_PAD)

    def place(self, theme: Theme, rect: Rect) -> None:
        """The portrait on the left or on top, the facts at the bottom."""
        self.rect = rect
        pad = theme.px(_PAD)
        area = Rect(rect.x + pad, rect.y + pad, rect.width - 2 * pad, rect.height - 2 * pad)
        low = self.facts.measure(theme, area.width)
        self.facts.place(theme, Rect(area.x, area.bottom - low, area.width, low))
        side = self._side(theme, area.width)
        self.portrait.place(theme, Rect(area.x, area.y, side, side))
        if self._is_narrow(theme, area.width):
            top = area.y + side + theme.px(14)
            height = self.words.measure(theme, area.width)
            self.words.place(theme, Rect(area.x, top, area.width, height))
        else:
            room = area.width - side - theme.px(20)
            height = self.words.measure(theme, room)
            self.words.place(theme, Rect(area.right - room, area.y, room, height))

    def _top(self, theme: Theme, inner: int) -> int:
        side = self._side(theme, inner)
        if self._is_narrow(theme, inner):
            return side + theme.px(14) + self.words.measure(theme, inner)
        return max(side, self.words.measure(theme, inner - side - theme.px(20)))

    def _side(self, theme: Theme, inner: int) -> int:
        return min(inner, theme.px(_SIDE))

    def _is_narrow(self, theme: Theme, inner: int) -> bool:
        return theme.room(inner) < _ROOM


def _ending(debrief: Debrief) -> list[Widget]:
    ending = debrief.ending
    if ending is None:
        return [
            Heading(_("Not played to an ending"), size=24, level=2),
            Label(_("So there is no score; what you decided is explained below.")),
        ]
    mark, colour = OUTCOMES[ending.outcome]
    lines: list[Widget] = [
        Heading(ending.title, size=26, level=2),
        Marked(mark, outcome_words(ending.outcome), colour=colour, words_colour="ink", size=16),
    ]
    if ending.text:
        lines.append(Label(ending.text, weight="italic", size=17))
    last = [entry for entry in debrief.parts[-1].entries if isinstance(entry, Said) and entry.who == CUSTOMER]
    if last:
        title = _("The last words of {name}", name=last[-1].name)
        lines.append(Aside("chat", last[-1].text, title=title, colour="accent"))
    return lines


def _facts(debrief: Debrief) -> Widget:
    """How it was played, in chips."""
    is_practice = debrief.head.mode == "practice"
    chips: list[Widget] = [
        Chip("sliders", mode_words(debrief.head.mode), colour="mute", words_colour="ink", size=14),
        Chip("shelf", decision_count_words(len(debrief.decisions)), colour="mute", words_colour="ink", size=14),
    ]
    elapsed = debrief.decisions[-1].elapsed if debrief.decisions else 0
    if elapsed:
        words = _("{duration} in the case", duration=passed_words(elapsed))
        chips.append(Chip("clock", words, colour="mute", words_colour="ink", size=14))
    if not debrief.has_timers:
        chips.append(Chip("timer", _("Played without time limits."), colour="warn", words_colour="ink", size=14))
    if debrief.was_rewound:
        words = _("Decisions were taken back or tried again, so this play counts for learning only.")
        chips.append(Chip("undo", words, colour="warn", words_colour="ink", size=14))
    elif is_practice and debrief.is_complete:
        chips.append(Chip("coach", _("Practice counts for learning."), colour="mute", words_colour="ink", size=14))
    return Flow(_("About this play"), *chips, gap=8)
