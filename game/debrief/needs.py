"""What an ending needs, in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.debrief.wording import duration_words
from game.texts import _
from game.texts.moods import mood_words

if TYPE_CHECKING:
    from game.debrief.fork import Need

__all__ = ["need_words", "wanting_words"]

_HAPPIEST = 3


def need_words(need: Need) -> str:
    """One need that was met, as a line of a list."""
    match need.kind:
        case "any":
            return _("One of these: {needs}", needs="; ".join(need_words(part) for part in need.parts))
        case "mood":
            return _mood(need)
        case "elapsed":
            time = duration_words(need.value)
            late = need.comparison in (">", ">=")
            return _("At least {time} have passed", time=time) if late else _("At most {time} have passed", time=time)
        case "chosen":
            words = _("You did not choose: {words}") if need.is_not else _("You chose: {words}")
            return words.format(words=need.text)
        case "seen":
            words = _("You did not come through: {chapter}") if need.is_not else _("You came through: {chapter}")
            return words.format(chapter=need.text)
        case _:
            return _promise(need)


def wanting_words(need: Need) -> str:
    """One need that was not met: what would have had to be, so that nobody reads it as what was."""
    match need.kind:
        case "any":
            return _(
                "Any one of these would have done: {needs}", needs="; ".join(need_words(part) for part in need.parts)
            )
        case "mood":
            return _wanting_mood(need)
        case "elapsed":
            return need_words(need)
        case "chosen":
            words = _("You should not have chosen: {words}") if need.is_not else ""
            words = words or _("You would have had to choose: {words}")
            return words.format(words=need.text)
        case "seen":
            words = _("You should not have come through: {chapter}") if need.is_not else ""
            words = words or _("You would have had to come through: {chapter}")
            return words.format(chapter=need.text)
        case _:
            return _wanting_promise(need)


def _wanting_promise(need: Need) -> str:
    words = {
        ("kept", False): _("You would have had to keep: {promise}"),
        ("kept", True): _("You should not have kept: {promise}"),
        ("broken", False): _("You would have had to break: {promise}"),
        ("broken", True): _("You should not have broken: {promise}"),
        ("open", False): _("This promise would have had to be open still: {promise}"),
        ("open", True): _("This promise should not have been open any more: {promise}"),
    }[need.kind, need.is_not]
    return words.format(promise=need.text)


def _wanting_mood(need: Need) -> str:
    name, value = need.text, need.value
    if need.comparison in (">", ">="):
        least = value + (need.comparison == ">")
        if least >= _HAPPIEST:
            return _("{name} would have had to be as happy as can be", name=name)
        return _("{name} would have had to be {mood}, or happier", name=name, mood=mood_words(least))
    if need.comparison in ("<", "<="):
        most = max(-_HAPPIEST, value - (need.comparison == "<"))
        return _("{name} would have had to be {mood}, or less happy", name=name, mood=mood_words(most))
    if need.comparison == "=":
        return _("{name} would have had to be {mood}", name=name, mood=mood_words(value))
    return _("{name} should not have been {mood}", name=name, mood=mood_words(value))


def _promise(need: Need) -> str:
    words = {
        ("kept", False): _("You kept: {promise}"),
        ("kept", True): _("You did not keep: {promise}"),
        ("broken", False): _("You broke: {promise}"),
        ("broken", True): _("You did not break: {promise}"),
        ("open", False): _("Still open: {promise}"),
        ("open", True): _("No longer open: {promise}"),
    }[need.kind, need.is_not]
    return words.format(promise=need.text)


def _mood(need: Need) -> str:
    """At least, at most, or just so: the numbers between count by the next whole one."""
    name, value = need.text, need.value
    if need.comparison in (">", ">="):
        least = value + (need.comparison == ">")
        if least >= _HAPPIEST:
            return _("{name} could not be happier", name=name)
        return _("{name} is {mood}, or happier", name=name, mood=mood_words(least))
    if need.comparison in ("<", "<="):
        most = max(-_HAPPIEST, value - (need.comparison == "<"))
        return _("{name} is {mood}, or less happy", name=name, mood=mood_words(most))
    if need.comparison == "=":
        return _("{name} is {mood}", name=name, mood=mood_words(value))
    return _("{name} is not {mood}", name=name, mood=mood_words(value))
