"""What counts in a case, and how: the three dimensions, the score, the medals."""

from __future__ import annotations

from game.records import MEDALS
from game.texts import _
from game.window.progress import medal_words
from game.window.widgets.boxes import Column, Flow
from game.window.widgets.card import Card
from game.window.widgets.chip import Marked
from game.window.widgets.label import Heading, Label

__all__ = ["counting_card"]


def counting_card() -> Card:
    """Three sentences on what is scored, and two on how."""
    title = _("What counts")
    medals = [_medal(name, least) for name, least in sorted(MEDALS.items(), key=lambda each: each[1])]
    return Card(
        title,
        Heading(title, size=19),
        _dimension(
            "charmed", _("Respect"), _("You take people and what they feel seriously, also where you have to say no.")
        ),
        _dimension(
            "coach", _("Proactivity"), _("You solve what you were asked for, and think of what would come next.")
        ),
        _dimension(
            "kept",
            _("Follow-through"),
            _("You say who does what by when – and then it happens, or you say so in time."),
        ),
        Label(_("The score: 1000 for the best way through this case, 0 for the worst."), size=15, colour="mute"),
        Flow(_("Medals"), *medals, gap=16),
        padding=22,
        gap=12,
    )


def _dimension(mark: str, name: str, words: str) -> Column:
    return Column(name, Marked(mark, name, colour="accent", words_colour="ink", size=16), Label(words, size=16), gap=2)


def _medal(medal: str, least: int) -> Marked:
    name = medal_words(medal)
    told = _("{medal} medal from a score of {least}", medal=name, least=least)
    words = _("{medal} from {least}", medal=name, least=least)
    return Marked("medal", words, colour="warn", words_colour="ink", size=14, name=told)
