"""What whoever translates a sentence is told about it: who says it, how, and on what."""

from __future__ import annotations

from textwrap import shorten

from game.scenario.curriculum import Curriculum
from game.scenario.model import Habits, Scenario
from game.scenario.names import CUSTOMER, NARRATOR, YOU
from game.scenario.sentences import Sentence
from game.texts import _
from game.texts.moods import mood_words

__all__ = ["note"]

_LONGEST = 160
"""Letters of a sentence that is quoted."""


def note(told: Scenario | Habits | Curriculum, sentence: Sentence) -> str:
    """A sentence about a sentence."""
    match sentence.kind:
        case "habit":
            return _("The name of a habit, as trainees read it.")
        case "habit-text":
            return _("The habit in one sentence: {name}", name=sentence.on)
        case "chapter":
            return _("The title of a chapter of the curriculum.")
        case "chapter-text":
            return _("What one learns in the chapter: {name}", name=sentence.on)
        case _:
            return _of_case(told, sentence) if isinstance(told, Scenario) else ""


def _of_case(scenario: Scenario, sentence: Sentence) -> str:
    match sentence.kind:
        case "title":
            return _("The title of the case.")
        case "summary":
            return _("What the list of cases says about it.")
        case "name":
            return _name(sentence)
        case "role":
            return _("What {name}, the trainee, does and where.", name=scenario.you.name)
        case "promise":
            return _("A promise, as the list of promises shows it.")
        case "heading":
            return _("The heading of a chapter.")
        case "say":
            return _("{name}, the trainee, can say this. Quotation marks are added on screen.", name=scenario.you.name)
        case "do":
            return _("{name}, the trainee, can do this.", name=scenario.you.name)
        case "ending-title":
            return _("The title of an ending.")
        case "ending-text":
            return _("The text of an ending.")
        case _:
            return _spoken(scenario, sentence)


def _name(sentence: Sentence) -> str:
    if sentence.mood is None:
        return _("The name of the trainee in the case.")
    mood = mood_words(sentence.mood)
    if sentence.speaker == CUSTOMER:
        return _("The name of the customer, who is {mood} at first.", mood=mood)
    return _("The name of somebody in the case, who is {mood} at first.", mood=mood)


def _spoken(scenario: Scenario, sentence: Sentence) -> str:
    on = shorten(sentence.on, _LONGEST, placeholder=" …")
    who = _who(scenario, sentence)
    match sentence.kind:
        case "line" if on:
            return _("{who} says this, in the chapter: {on}", who=who, on=on)
        case "line":
            return _("{who} says this.", who=who)
        case "answer" if on:
            return _("{who} says this, in answer to: {on}", who=who, on=on)
        case "answer":
            return _("{who} says this, because nobody answered in time.", who=who)
        case "because":
            return _("The coach says why, on {on}", on=_cause(sentence, on))
        case _:
            return _("{who} thinks this and does not say it, on {on}", who=who, on=_cause(sentence, on))


def _who(scenario: Scenario, sentence: Sentence) -> str:
    if sentence.speaker == NARRATOR:
        return _("The narrator")
    if sentence.speaker == YOU:
        return _("{name}, the trainee,", name=scenario.you.name)
    if not sentence.speaker:
        return ""
    name = scenario.person(sentence.speaker).name
    return name if sentence.mood is None else _("{name}, {mood},", name=name, mood=mood_words(sentence.mood))


def _cause(sentence: Sentence, on: str) -> str:
    """What it is said on: a choice, a silence, or a promise that was kept or broken."""
    of, _name_of, end = (*sentence.context.split("/"), "", "")[:3]
    if of == "promises" and end == "kept":
        return _("the promise that was kept: {on}", on=on)
    if of == "promises" and end == "broken":
        return _("the promise that was broken: {on}", on=on)
    return _("the choice: {on}", on=on) if on else _("the silence: nobody answered in time.")
