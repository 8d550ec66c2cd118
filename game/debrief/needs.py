"""What an ending needs, in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.debrief.wording import duration_words
from game.texts import _
from game.texts.moods import mood_words

if TYPE_CHECKING:
    from game.debrief.fork import Need

__all__ = ["need_words"]

_HAPPIEST = 3


def need_words(need: Need) -> str:
    """One need, as a line of a list."""
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
