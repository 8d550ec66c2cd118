"""The end of the mirror: how close it came, and where it was furthest off."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.debrief import steps_apart
from game.looks.portrait import expression_of
from game.texts import _
from game.texts.moods import mood_words
from game.texts.quoting import quoted
from game.window.widgets.boxes import Column, Flow, Row
from game.window.widgets.button import Button
from game.window.widgets.card import Card
from game.window.widgets.chip import Marked
from game.window.widgets.label import Heading, Label
from game.window.widgets.meter import Ring
from game.window.widgets.widget import Role

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from game.debrief import Mirror, Turn
    from game.window.widgets.widget import Widget

__all__ = ["closing"]

_NEAR = 85
_FAIR = 60


def closing(
    mirror: Mirror,
    guesses: Sequence[int],
    close: int,
    *,
    on_done: Callable[[], None],
    on_again: Callable[[], None],
) -> Widget:
    """What came of it, and the ways on."""
    title = _("How close you came")
    ring = Ring(_("{close} of 100", close=close), close, label=_("of 100"), side=132)
    words = Column(
        title,
        Heading(title, size=24),
        Label(_said(close), size=17),
        Label(_never_ranked(), size=14, colour="mute"),
        gap=8,
    )
    ways = Flow(
        _("Where to go on"),
        Button(_("Back to the debrief"), on_done, key="done", mark="back", style="primary"),
        Button(_("Look once more"), on_again, key="again", mark="undo"),
    )
    turns = Card(
        _("What they felt"),
        Heading(_("What they felt"), size=18),
        Column(_("Sentence by sentence"), *_turns(mirror, guesses), gap=14, role=Role.LIST),
        padding=20,
    )
    return Column(
        title, Card(title, Row(title, ring, words, grows=1, gap=24), padding=24), ways, turns, gap=16, padding=16
    )


def _said(close: int) -> str:
    if close >= _NEAR:
        return _("You heard what was not said. Whoever sits there next is lucky to have you.")
    if close >= _FAIR:
        return _("You felt most of it. Look below at the sentences that landed differently than you thought.")
    return _("Words land differently on the other side of the counter. That is what the mirror is for: look again.")


def _never_ranked() -> str:
    return _("This figure is yours alone; it stands on no board.")


def _turns(mirror: Mirror, guesses: Sequence[int]) -> Iterator[Widget]:
    for turn, guess in zip(mirror.turns, guesses, strict=True):
        yield Column(
            turn.words or _("Silence"),
            Label(_words(turn, mirror.language), size=16).told_in(mirror.language),
            _felt(turn, guess),
            gap=4,
        )


def _words(turn: Turn, language: str) -> str:
    if not turn.words:
        return _("You said nothing.")
    return quoted(turn.words, language) if turn.is_spoken else turn.words


def _felt(turn: Turn, guess: int) -> Widget:
    was = mood_words(turn.mood)
    name = turn.facing.name
    if steps_apart(guess, turn.mood) == 0:
        words = _("{name} felt {mood}, as you said.", name=name, mood=was)
        return Marked(expression_of(turn.mood).key, words, colour="good", words_colour="ink")
    words = _("{name} felt {mood}; you said {guess}.", name=name, mood=was, guess=mood_words(guess))
    return Marked(expression_of(turn.mood).key, words, colour="warn", words_colour="ink")
