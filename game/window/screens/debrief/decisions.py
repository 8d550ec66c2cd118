"""A decision on the debrief: closed one line, open all that came of it and what would have been best."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from game.debrief.wording import fault_lines, grade_words, later_words, tied
from game.looks.portrait import expression_of
from game.scenario.names import NARRATOR, YOU
from game.session.view import Said
from game.texts import _
from game.texts.moods import mood_words
from game.window.screens.debrief.boxes import Aside, Box
from game.window.screens.debrief.figures import (
    GRADE_TONES,
    cost_words,
    option_words,
    points_by_dimension,
    split_words,
)
from game.window.screens.debrief.fold import Fold
from game.window.widgets.boxes import Flow, Grid
from game.window.widgets.button import Button
from game.window.widgets.card import Card
from game.window.widgets.chip import Chip
from game.window.widgets.label import Label

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from game.debrief import Consequence, Debrief, Decided, Feeling, Option
    from game.window.widgets.widget import Widget

__all__ = ["Hand", "decision_card", "heard"]


@dataclass(frozen=True)
class Hand:
    """What can be done with decisions, by their numbers."""

    toggle: Callable[[int], None]
    choose: Callable[[int], None] | None
    """Goes to one; None where nobody can go anywhere."""
    again_from: Callable[[int], None] | None
    """None where nothing can be tried again."""
    columns: int
    """2 where yours and the best stand side by side."""


def decision_card(debrief: Debrief, number: int, hand: Hand, *, is_open: bool) -> Card:
    """One decision, counted from 1; open, it is explained."""
    title = _("Decision {number}", number=number)
    lines: list[Widget] = [_head(debrief, number, hand, is_open=is_open)]
    if is_open:
        lines += _explained(debrief, number, hand)
    return Card(title, *lines, padding=10 if not is_open else 14, gap=10)


def heard(debrief: Debrief, number: int) -> Said | None:
    """What was said to the trainee last before a decision; None where it was nothing."""
    said = [entry for entry in debrief.parts[number - 1].entries if isinstance(entry, Said)]
    others = [entry for entry in said if entry.who not in (NARRATOR, YOU)]
    return others[-1] if others else None


def _head(debrief: Debrief, number: int, hand: Hand, *, is_open: bool) -> Fold:
    decided = debrief.decisions[number - 1]
    words = option_words(decided.taken, debrief.language)
    title = _("Decision {number}", number=number)
    if decided.grade is not None:
        values = {"grade": grade_words(decided.grade), "cost": cost_words(decided)}
        title = _("{grade}, {cost}", **values) if decided.regret != 0 else values["grade"]
        title = title[:1].upper() + title[1:]
    return Fold(
        _("Decision {number}: {title}. {words}", number=number, title=title, words=words),
        lambda: hand.toggle(number),
        key=f"decision-{number}",
        badge=str(number),
        mark=decided.grade or "",
        colour="accent" if decided.grade is None else GRADE_TONES[decided.grade],
        title=title,
        words=words,
        is_open=is_open,
        description=_("Open; press to close it") if is_open else _("Closed; press to open it"),
    )


def _explained(debrief: Debrief, number: int, hand: Hand) -> Iterator[Widget]:
    decided = debrief.decisions[number - 1]
    said = heard(debrief, number)
    if said is not None:
        yield Aside("chat", said.text, title=said.name, colour="mute", words_colour="mute")
    boxes = [_yours(decided, debrief.language)]
    if decided.best is not None and decided.best.name != decided.taken.name:
        boxes.append(_better(decided, decided.best, debrief.language))
    yield Grid(_("Yours and the best"), *boxes, columns=hand.columns if len(boxes) > 1 else 1, gap=12)
    before = debrief.decisions[number - 2].mood if number > 1 else debrief.mood
    foot = _mood(before, decided.mood)
    if words := split_words(decided):
        foot.append(Label(words, size=15, weight="semi"))
    if foot:
        yield Flow(_("What it changed"), *foot)
    for words in fault_lines(debrief, number):
        yield Aside("broken", words, colour="bad")
    if ways := _ways(debrief, number, hand):
        yield Flow(_("What you can do here"), *ways)


def _ways(debrief: Debrief, number: int, hand: Hand) -> list[Widget]:
    """Buttons: to the decisions a broken promise ties this one to, and to take it anew."""
    ways: list[Widget] = []
    choose, again = hand.choose, hand.again_from
    if choose is not None:
        for other in tied(debrief, number):
            words, key = _("To decision {number}", number=other), f"from-{number}-to-{other}"
            mark = "next" if other > number else "back"
            ways.append(Button(words, partial(choose, other), key=key, mark=mark, is_slim=True))
    if again is not None:
        about = _("Decision {number}, as practice", number=number)
        key = f"again-from-{number}"
        words = _("Try again from here")
        ways.append(Button(words, partial(again, number), key=key, mark="undo", is_slim=True, description=about))
    return ways


def _yours(decided: Decided, language: str) -> Box:
    taken = decided.taken
    title = _("You said nothing; the time ran out.")
    if taken.words:
        title = _("You said") if taken.is_spoken else _("You did this")
    lines: list[Widget] = [Label(title, size=14, weight="semi", colour="accent")]
    if taken.words:
        lines.append(Label(option_words(taken, language), size=17).told_in(language))
    for consequence in decided.consequences:
        lines += _consequence(consequence)
    return Box(title, *lines, is_own=True)


def _consequence(consequence: Consequence) -> Iterator[Widget]:
    if consequence.cause == "kept":
        yield Aside("kept", consequence.text, title=_("Promise kept"), colour="accent")
    elif consequence.cause == "broken":
        yield Aside("broken", consequence.text, title=_("Promise broken"), colour="accent")
    if points := points_by_dimension(consequence.points):
        yield Label(points, weight="semi", size=15)
    if consequence.because:
        yield Aside("coach", consequence.because, title=_("Why"), colour="accent")
    for feeling in consequence.feels:
        yield _feeling(feeling)


def _feeling(feeling: Feeling) -> Aside:
    return Aside(
        "thought", feeling.words, title=_("What {name} thought and did not say", name=feeling.name), colour="accent"
    )


def _better(decided: Decided, best: Option, language: str) -> Box:
    title = _("Best here")
    lines: list[Widget] = [Label(title, size=14, weight="semi", colour="good")]
    lines.append(Label(option_words(best, language), size=17).told_in(language))
    if points := points_by_dimension(best.points):
        lines.append(Label(points, weight="semi", size=15))
    if best.reasons:
        lines.append(Aside("coach", " ".join(best.reasons), title=_("Why"), colour="good"))
    if decided.later:
        lines.append(Aside("timer", later_words(decided.later), colour="mute", words_colour="mute"))
    return Box(title, *lines, colour="good")


def _mood(before: int, after: int) -> list[Widget]:
    if before == after:
        return []
    was, now = mood_words(before), mood_words(after)
    words = _("more {mood}", mood=now) if was == now else _("{before} → {after}", before=was, after=now)
    name = _("The customer went from {before} to {after}.", before=was, after=now)
    if was == now:
        name = _("The customer was {mood}, and then even more so.", mood=now)
    return [Chip(expression_of(after).key, words, colour="mute", words_colour="ink", name=name)]
