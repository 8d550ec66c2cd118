"""The talk as it is heard from the other chair: the trainee's sentences come at you, the person's are your own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.debrief import steps_apart
from game.looks.portrait import expression_of
from game.scenario.names import YOU
from game.session.view import Said
from game.texts import _
from game.texts.moods import mood_words
from game.window.screens.conversation.entries import entry_widgets
from game.window.widgets.bubble import Bubble
from game.window.widgets.note import Note

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from game.debrief import Mirror, Turn
    from game.debrief.debrief import Feeling
    from game.session.view import Entry
    from game.window.widgets.widget import Widget

__all__ = ["afterthoughts", "heard", "revealed", "told"]


def told(entries: Sequence[Entry], person: str, mirror: Mirror, *, is_new: bool) -> Iterator[Widget]:
    """What is said and seen, the lines of the person whose chair this is on the own side."""
    for entry in entries:
        if isinstance(entry, Said) and entry.who == person:
            name = _("You, as {name}: {words}", name=entry.name, words=entry.text)
            speaker = _("You, as {name}", name=entry.name)
            yield Bubble(name, entry.text, speaker=speaker, is_own=True, is_new=is_new).told_in(mirror.language)
        elif isinstance(entry, Said) and entry.who == YOU:
            yield _agent(entry.text, mirror, is_new=is_new)
        else:
            yield from entry_widgets([entry], {}, mirror.you.name, 0 if is_new else 1, mirror.language)


def heard(turn: Turn, mirror: Mirror, *, is_new: bool) -> Widget:
    """The trainee's sentence, deed or silence."""
    you = mirror.you.name
    if not turn.words:
        return Note("timer", _("{name} says nothing, and time goes by.", name=you), is_new=is_new)
    if turn.is_spoken:
        return _agent(turn.words, mirror, is_new=is_new)
    does = _("{name} does this", name=you)
    name = f"{does}: {turn.words}"
    return Bubble(name, turn.words, speaker=does, is_deed=True, is_new=is_new).told_in(mirror.language)


def revealed(turn: Turn, guess: int, mirror: Mirror, *, is_new: bool) -> Iterator[Widget]:
    """How they felt, beside what was guessed, and what they thought and did not say."""
    was, mark = mood_words(turn.mood), expression_of(turn.mood).key
    apart = steps_apart(guess, turn.mood)
    if apart == 0:
        yield Note(mark, _("Just so: {mood}.", mood=was), colour="good", is_new=is_new)
    else:
        said = mood_words(guess)
        close = _("Close. You said {guess}; it was {mood}.") if apart == 1 else _("You said {guess}; it was {mood}.")
        yield Note(mark, close.format(guess=said, mood=was), colour="ink", is_new=is_new)
    yield from _thoughts(turn.feels, mirror.language, is_new=is_new)


def afterthoughts(turn: Turn, mirror: Mirror, *, is_new: bool) -> Iterator[Widget]:
    """What they thought of what came next."""
    yield from _thoughts(turn.later, mirror.language, is_new=is_new)


def _thoughts(feelings: Sequence[Feeling], language: str, *, is_new: bool) -> Iterator[Widget]:
    for feeling in feelings:
        title = _("What {name} thought and did not say", name=feeling.name)
        note = Note(
            "thought", feeling.words, title=title, colour="accent", is_boxed=True, is_italic=True, is_new=is_new
        )
        yield note.told_in(language)


def _agent(words: str, mirror: Mirror, *, is_new: bool) -> Bubble:
    you = mirror.you.name
    name = _("{name}: {words}", name=you, words=words)
    return Bubble(name, words, speaker=you, is_new=is_new).told_in(mirror.language)
