"""Asking for a new case step by step."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, TypeVar

from game.texts import _
from game.texts import language as spoken
from game.trainer.starter.place import refusal_of_name
from game.trainer.starter.questions import questions
from game.trainer.starter.template import LANGUAGES, proposed
from game.trainer.starter.wishes import CHANNELS, Unusable, Wishes, mood_of, tidy

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

__all__ = ["ask", "ask_name"]

Value = TypeVar("Value")
Word = TypeVar("Word", bound=str)
Answer = Callable[[str], str]
"""Gets a question, gives what was typed."""
Say = Callable[[str], None]
"""Tells why an answer cannot be used, before it is asked again."""


def ask_name(answer: Answer, say: Say) -> str:
    """Ask how the case is called."""

    def read(typed: str) -> str:
        name = typed.strip().removesuffix(".yaml")
        if told := refusal_of_name(name):
            raise Unusable(told)
        return name

    return _asked(_("A short name for the case, such as late-parcel"), None, read, answer, say)


def ask(name: str, given: Mapping[str, str], answer: Answer, say: Say) -> Wishes:
    """Ask for what was not given, one question after the other, from the second on in the case's language.

    Raises:
        Unusable: something that was given is; told before anything is asked.
    """
    readers = {"language": one_of(LANGUAGES), "channel": one_of(CHANNELS), "mood": mood_of}
    for key in given:
        _given(key, readers.get(key, tidy), given)
    say(_("Enter takes what stands in brackets. Ctrl-C stops, and then nothing is written."))

    def wish(key: str, question: str, proposal: str, read: Callable[[str], Value]) -> Value:
        return _given(key, read, given) if key in given else _asked(question, proposal, read, answer, say)

    own = spoken() if spoken() in LANGUAGES else LANGUAGES[0]
    language = wish("language", _("Language of the case: en or de"), own, one_of(LANGUAGES))
    start, asked = proposed(name, language), questions(language)
    return Wishes(
        name,
        language,
        title=wish("title", asked.title, start.title, tidy),
        you=wish("you", asked.you, start.you, tidy),
        role=wish("role", asked.role, start.role, tidy),
        customer=wish("customer", asked.customer, start.customer, tidy),
        channel=wish("channel", asked.channel, start.channel, one_of(CHANNELS)),
        mood=wish("mood", asked.mood, str(start.mood), mood_of),
    )


def one_of(words: Iterable[Word]) -> Callable[[str], Word]:
    """A reader that takes one of these words, or how only one of them begins."""
    known = tuple(words)

    def read(typed: str) -> Word:
        text = typed.strip().lower()
        meant = [word for word in known if word == text] or [word for word in known if text and word.startswith(text)]
        if len(meant) != 1:
            raise Unusable(_("'{text}' is none of them: type {known}.", text=typed, known=_(" or ").join(known)))
        return meant[0]

    return read


def _given(key: str, read: Callable[[str], Value], given: Mapping[str, str]) -> Value:
    """What was given behind an option, read."""
    try:
        return read(given[key])
    except Unusable as reason:
        raise Unusable(f"--{key}: {reason}") from None


def _asked(
    question: str,
    proposal: str | None,
    read: Callable[[str], Value],
    answer: Answer,
    say: Say,
) -> Value:
    """Ask until the answer can be used; nothing typed means the proposal."""
    while True:
        typed = answer(f"{question}: " if proposal is None else f"{question} [{proposal}]: ")
        if not typed.strip() and proposal is not None:
            return read(proposal)
        try:
            return read(typed)
        except Unusable as reason:
            say(f"  {reason}")
