"""Whom one meets in the mirror: oneself, as the guest sees it; and how close the guesses came so far."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.debrief import steps_apart
from game.looks.portrait import expression_of
from game.texts import _
from game.texts.moods import mood_words
from game.window.widgets.boxes import Column, Flow, Row
from game.window.widgets.card import Card
from game.window.widgets.chip import Marked
from game.window.widgets.label import Heading, Label
from game.window.widgets.portrait import Portrait
from game.window.widgets.scroll import Scroll

if TYPE_CHECKING:
    from collections.abc import Sequence

    from game.debrief import Mirror
    from game.looks.portrait import Look
    from game.window.widgets.scroll import ScrollState
    from game.window.widgets.widget import Widget

__all__ = ["sentence_words", "visit_card"]


def visit_card(mirror: Mirror, look: Look, guesses: Sequence[int], state: ScrollState) -> Card:
    """The trainee's person, and a face for each sentence that was guessed."""
    you = mirror.you
    name = _("You are served by")
    who = Column(name, Label(name, size=13, colour="mute"), Heading(you.name, size=18), gap=0)
    lines: list[Widget] = [Row(name, Portrait(you.name, look, 1, side=64, radius=12), who, grows=1)]
    if you.role:
        lines.append(Label(you.role, size=15, colour="mute"))
    lines.append(Label(sentence_words(mirror, guesses), size=15, weight="semi"))
    if guesses:
        lines.append(Flow(_("What they felt so far"), *_felt(mirror, guesses), gap=6))
    page = Column(name, *lines, gap=10)
    return Card(name, Scroll(name, page, state), padding=18)


def sentence_words(mirror: Mirror, guesses: Sequence[int]) -> str:
    """How far one has come."""
    count = len(mirror.turns)
    return _("Sentence {number} of {count}", number=min(len(guesses) + 1, count), count=count)


def _felt(mirror: Mirror, guesses: Sequence[int]) -> list[Widget]:
    marks: list[Widget] = []
    for number, (turn, guess) in enumerate(zip(mirror.turns, guesses, strict=False), 1):
        mood = mood_words(turn.mood)
        is_hit = steps_apart(guess, turn.mood) == 0
        name = (
            _("Sentence {number}: {mood}, as you said", number=number, mood=mood)
            if is_hit
            else _("Sentence {number}: {mood}, you said {guess}", number=number, mood=mood, guess=mood_words(guess))
        )
        marks.append(
            Marked(
                expression_of(turn.mood).key,
                str(number),
                colour="good" if is_hit else "mute",
                words_colour="mute",
                name=name,
            )
        )
    return marks
