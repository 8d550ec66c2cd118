"""A decision on the debrief: its grade, what it cost and why, what they felt, what would have been best."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.debrief.wording import grade_words, later_words
from game.looks.portrait import expression_of
from game.scenario.model import DIMENSIONS
from game.texts import _
from game.texts.moods import mood_words
from game.texts.quoting import quoted
from game.window.screens.debrief.score import dimension_words, signed
from game.window.widgets.boxes import Flow
from game.window.widgets.card import Card
from game.window.widgets.chip import Chip
from game.window.widgets.label import Heading, Label
from game.window.widgets.note import Note

if TYPE_CHECKING:
    from collections.abc import Iterator

    from game.debrief import Consequence, Decided, Grade, Option
    from game.session.points import Points
    from game.window.widgets.label import Tone
    from game.window.widgets.widget import Widget

__all__ = ["GRADE_TONES", "decision_card"]

GRADE_TONES: dict[Grade, Tone] = {"best": "good", "good": "good", "slip": "warn", "mistake": "bad", "blunder": "bad"}


def decision_card(decided: Decided, number: int, mood_before: int, language: str) -> Card:
    """One decision, explained; `number` counts from 1."""
    title = _("Decision {number}", number=number)
    chips: list[Widget] = [Heading(title, size=17, level=3)]
    if decided.grade is not None:
        chips.append(
            Chip(decided.grade, grade_words(decided.grade), colour=GRADE_TONES[decided.grade], words_colour="ink")
        )
    if decided.regret:
        words = _("1 point lost") if decided.regret == 1 else _("{count} points lost", count=decided.regret)
        chips.append(Label(words, weight="semi", size=15))
    if decided.grade is not None and decided.regret is None:
        chips.append(Label(_("from here no ending can be reached"), weight="semi", size=15))
    chips += _mood(mood_before, decided.mood)
    lines: list[Widget] = [Flow(title, *chips), Label(_words(decided.taken, language), size=17)]
    for consequence in decided.consequences:
        lines += _consequence(consequence)
    if decided.best is not None and decided.best.name != decided.taken.name:
        lines += _better(decided, decided.best, language)
    return Card(title, *lines, padding=18, gap=8)


def _mood(before: int, after: int) -> list[Widget]:
    if before == after:
        return []
    was, now = mood_words(before), mood_words(after)
    words = _("more {mood}", mood=now) if was == now else _("{before} → {after}", before=was, after=now)
    name = _("The customer went from {before} to {after}.", before=was, after=now)
    if was == now:
        name = _("The customer was {mood}, and then even more so.", mood=now)
    return [Chip(expression_of(after).key, words, colour="mute", words_colour="ink", name=name)]


def _words(option: Option, language: str) -> str:
    if not option.words:
        return _("You said nothing; the time ran out.")
    if option.is_spoken:
        return _("You said: {words}", words=quoted(option.words, language))
    return _("You did this: {words}", words=option.words)


def _consequence(consequence: Consequence) -> Iterator[Widget]:
    if consequence.cause == "kept":
        yield Note("kept", consequence.text, title=_("Promise kept"), colour="good", is_boxed=True)
    elif consequence.cause == "broken":
        yield Note("broken", consequence.text, title=_("Promise broken"), colour="bad", is_boxed=True)
    points = _dimensions(consequence.points)
    if points:
        yield Label(points, weight="semi", size=15)
    if consequence.because:
        yield Note("coach", consequence.because, title=_("Why"), colour="accent", is_boxed=True)
    for feeling in consequence.feels:
        title = _("What {name} thought and did not say", name=feeling.name)
        yield Note("thought", feeling.words, title=title, colour="mute", is_boxed=True)


def _better(decided: Decided, best: Option, language: str) -> list[Widget]:
    words = quoted(best.words, language) if best.is_spoken else best.words
    points = _dimensions(best.points)
    words = f"{words}\n{points}" if points else words
    told: list[Widget] = [Note("best", words, title=_("Best here"), colour="good", is_boxed=True)]
    if best.reasons:
        told.append(Note("coach", " ".join(best.reasons), title=_("Why"), colour="accent", is_boxed=True))
    if decided.later:
        told.append(Label(later_words(decided.later), size=15, colour="mute"))
    return told


def _dimensions(points: Points) -> str:
    """The dimensions that moved, with their points; empty where none did."""
    moved = [(each, getattr(points, each)) for each in DIMENSIONS if getattr(points, each)]
    return " · ".join(f"{dimension_words(each)} {signed(value)}" for each, value in moved)
