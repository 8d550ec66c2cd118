"""Every sentence that people read of a scenario, of habits or of a curriculum, by name; and these in other words.

The name is what translations are kept under (gettext's `msgctxt`). The lines said in one place share a name and are
told apart by their words, so that putting them in another order changes nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Literal, NamedTuple, TypeVar, cast

from msgspec.structs import replace

from game.scenario.curriculum import Chapter, Curriculum
from game.scenario.model import (
    Choice,
    Effects,
    Ending,
    Habit,
    Habits,
    Label,
    Line,
    Move,
    Person,
    Promise,
    Scenario,
    Scene,
    Words,
)
from game.scenario.names import CUSTOMER, SILENCE, YOU

__all__ = ["Lookup", "Sentence", "SentenceKind", "sentences", "translated"]

SentenceKind = Literal[
    "title", "summary", "name", "role", "promise", "heading", "line", "answer", "say", "do", "because", "feels",
    "ending-title", "ending-text", "habit", "habit-text", "chapter", "chapter-text",
]  # fmt: skip


class Sentence(NamedTuple):
    """Something people read, and what whoever translates it has to know."""

    context: str
    """Its name: of the words of a choice the choice's own, `scene/id`; else that and the key it stands under."""
    text: str
    kind: SentenceKind
    speaker: str = ""
    """The key of who says, does, thinks or is called it; empty where nobody does."""
    mood: int | None = None
    """That person's face meanwhile, where the author has set one; of a name, the mood at the opening."""
    on: str = ""
    """What it is about or answers: a choice's or a promise's words; for lines, the heading of the scene."""


Lookup = Callable[[str, str], str | None]
"""The translation of a sentence by its name and its words; None where there is none."""

_Say = Callable[[Sentence], str]
_Told = TypeVar("_Told", bound=Scenario | Habits | Curriculum)
_SomeEffects = TypeVar("_SomeEffects", bound=Effects)
_SomeMove = TypeVar("_SomeMove", bound=Move)


def sentences(told: Scenario | Habits | Curriculum) -> tuple[Sentence, ...]:
    """All sentences in the file's order; what is said twice under one name is listed once."""
    found: dict[tuple[str, str], Sentence] = {}

    def note(sentence: Sentence) -> str:
        found.setdefault((sentence.context, sentence.text), sentence)
        return sentence.text

    _retold(told, note)
    return tuple(found.values())


def translated(told: _Told, lookup: Lookup, language: str) -> _Told:
    """The same in other words, which is played just like it; sentences without a translation stay as they are.

    A scenario's language is the translation's, where there is one of any sentence.
    """
    is_any = False

    def look(sentence: Sentence) -> str:
        nonlocal is_any
        words = lookup(sentence.context, sentence.text)
        if not words:
            return sentence.text
        is_any = True
        return words

    other = _retold(told, look)
    if not is_any:
        return told
    return replace(other, language=language) if isinstance(other, Scenario) else other


def _retold(told: _Told, say: _Say) -> _Told:
    match told:
        case Habits():
            return replace(told, habits={key: _habit(say, key, habit) for key, habit in told.habits.items()})
        case Curriculum():
            return replace(told, chapters={key: _chapter(say, key, each) for key, each in told.chapters.items()})
        case _:
            return cast("_Told", _scenario(say, told))


def _habit(say: _Say, key: str, habit: Habit) -> Habit:
    name = Label(say(Sentence(f"{key}/name", habit.name, "habit")))
    return replace(habit, name=name, text=Words(say(Sentence(f"{key}/text", habit.text, "habit-text", on=habit.name))))


def _chapter(say: _Say, key: str, chapter: Chapter) -> Chapter:
    title = Label(say(Sentence(f"{key}/title", chapter.title, "chapter")))
    text = _words(say, Sentence(f"{key}/text", chapter.text or "", "chapter-text", on=chapter.title))
    return replace(chapter, title=title, text=text)


def _scenario(say: _Say, scenario: Scenario) -> Scenario:
    you = scenario.you
    return replace(
        scenario,
        title=Label(say(Sentence("title", scenario.title, "title"))),
        summary=_words(say, Sentence("summary", scenario.summary or "", "summary")),
        you=replace(
            you,
            name=Label(say(Sentence("you/name", you.name, "name", YOU))),
            role=_label(say, Sentence("you/role", you.role or "", "role", YOU)),
        ),
        customer=_person(say, CUSTOMER, CUSTOMER, scenario.customer),
        others={key: _person(say, f"others/{key}", key, person) for key, person in scenario.others.items()},
        promises={key: _promise(say, key, promise) for key, promise in scenario.promises.items()},
        scenes={key: _scene(say, key, scene) for key, scene in scenario.scenes.items()},
    )


def _words(say: _Say, sentence: Sentence) -> Words | None:
    return Words(say(sentence)) if sentence.text else None


def _label(say: _Say, sentence: Sentence) -> Label | None:
    return Label(say(sentence)) if sentence.text else None


def _person(say: _Say, context: str, key: str, person: Person) -> Person:
    return replace(person, name=Label(say(Sentence(f"{context}/name", person.name, "name", key, person.mood))))


def _promise(say: _Say, key: str, promise: Promise) -> Promise:
    context = f"promises/{key}"
    text = Words(say(Sentence(f"{context}/text", promise.text, "promise")))
    kept, broken = promise.kept, promise.broken
    return replace(
        promise,
        text=text,
        kept=None if kept is None else _effects(say, f"{context}/kept", kept, promise.text),
        broken=None if broken is None else _effects(say, f"{context}/broken", broken, promise.text),
    )


def _scene(say: _Say, key: str, scene: Scene) -> Scene:
    heading = scene.heading or ""
    return replace(
        scene,
        heading=_label(say, Sentence(f"{key}/heading", heading, "heading")),
        says=_lines(say, Sentence(f"{key}/says", "", "line", on=heading), scene.says),
        choices=tuple(_choice(say, f"{key}/{choice.id}", choice) for choice in scene.choices),
        silence=None if scene.silence is None else _move(say, f"{key}/{SILENCE}", scene.silence, ""),
        ending=None if scene.ending is None else _ending(say, f"{key}/ending", scene.ending),
    )


def _choice(say: _Say, name: str, choice: Choice) -> Choice:
    spoken = _words(say, Sentence(name, choice.say or "", "say", YOU))
    done = _words(say, Sentence(name, choice.do or "", "do", YOU))
    return replace(_move(say, name, choice, choice.say or choice.do or ""), say=spoken, do=done)


def _move(say: _Say, name: str, move: _SomeMove, words: str) -> _SomeMove:
    told = _effects(say, name, move, words)
    return replace(told, answer=_lines(say, Sentence(f"{name}/answer", "", "answer", on=words), move.answer))


def _effects(say: _Say, context: str, effects: _SomeEffects, words: str) -> _SomeEffects:
    because = _words(say, Sentence(f"{context}/because", effects.because or "", "because", on=words))
    feels: Mapping[str, Words] = {
        person: Words(say(Sentence(f"{context}/feels", thought, "feels", person, on=words)))
        for person, thought in effects.feels.items()
    }
    return replace(effects, because=because, feels=feels)


def _lines(say: _Say, place: Sentence, lines: tuple[Line, ...]) -> tuple[Line, ...]:
    return tuple(
        replace(line, text=Words(say(place._replace(text=line.text, speaker=line.who, mood=line.mood))))
        for line in lines
    )


def _ending(say: _Say, context: str, ending: Ending) -> Ending:
    title = Label(say(Sentence(f"{context}/title", ending.title, "ending-title")))
    return replace(
        ending,
        title=title,
        text=_words(say, Sentence(f"{context}/text", ending.text or "", "ending-text", on=ending.title)),
    )
