"""What a scenario is: the only definition of the format, from which reader and JSON Schema come.

A field's name is its key in YAML (`with` is `facing` here); its description is what an editor shows.
Everything a trainer may leave out or abbreviate is spelt out in these values: who speaks, whose mood,
the number of a choice without an id. What keys ask of each other stands in each part's `rules`.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Annotated, ClassVar, Literal, NewType

import msgspec
from msgspec import Meta

from game.scenario.conditions import Condition
from game.scenario.rules import Alone, AtLeastOne, AtMostOne, ExactlyOne, Needs, Rule
from game.scenario.times import Duration, Moment

__all__ = [
    "DIMENSIONS",
    "MOOD_MAX",
    "MOOD_MIN",
    "Broken",
    "Channel",
    "Choice",
    "Clock",
    "Effects",
    "Ending",
    "Exit",
    "Face",
    "Feels",
    "Habit",
    "Kept",
    "Label",
    "Line",
    "MoodShifts",
    "Move",
    "Name",
    "Names",
    "Outcome",
    "Part",
    "Person",
    "Player",
    "Promise",
    "Scenario",
    "Scene",
    "Silence",
    "Words",
]

DIMENSIONS = ("respect", "proactivity", "follow_through")
MOOD_MIN, MOOD_MAX = -3, 3

Words = NewType("Words", str)
"""Sentences for people to read: speech, above all."""
Label = NewType("Label", str)
"""A few words for people to read: a name or a title."""
Name = NewType("Name", str)
"""A name that is declared elsewhere, such as a scene's; the annotation says whose."""
Names = tuple[Name, ...]

SceneName = Annotated[Name, Meta(extra={"names": "scene"})]
PromiseNames = tuple[Annotated[Name, Meta(extra={"names": "promise"})], ...]
HabitNames = tuple[Annotated[Name, Meta(extra={"names": "habit"})], ...]
FactNames = tuple[Annotated[Name, Meta(extra={"declares": "fact"})], ...]
SceneKey = Annotated[str, Meta(extra={"declares": "scene"})]
PromiseKey = Annotated[str, Meta(extra={"declares": "promise"})]
PersonKey = Annotated[str, Meta(extra={"declares": "person"})]
HabitKey = Annotated[str, Meta(extra={"declares": "habit"})]
Speaker = Annotated[str, Meta(extra={"names": "speaker"})]
Faced = Annotated[str, Meta(extra={"names": "person"})]
Language = Annotated[str, Meta(extra={"is": "language"})]

Points = Annotated[int, Meta(ge=-3, le=3)]
Mood = Annotated[int, Meta(ge=MOOD_MIN, le=MOOD_MAX)]
Age = Annotated[int, Meta(ge=0, le=120)]
Skin = Annotated[int, Meta(ge=1, le=6)]
Level = Annotated[int, Meta(ge=1, le=3)]
Minutes = Annotated[int, Meta(ge=1, le=999)]
MoodShifts = Mapping[Faced, Mood]
"""By person."""
Feels = Mapping[Faced, Words]
"""By person."""
Channel = Literal["phone", "chat", "email", "counter", "visit"]
Outcome = Literal["lost", "kept", "delighted"]
Clock = Moment


class Part(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True, forbid_unknown_fields=True):
    """A part of a scenario: immutable, and without its defaults when written."""

    short: ClassVar[str | None] = None
    """The key a plain text stands for, where one may be written instead of the keys."""
    filled: ClassVar[tuple[str, ...]] = ()
    """The keys that are found in these values always, though a trainer may leave them out."""
    rules: ClassVar[tuple[Rule, ...]] = ()
    """What the keys ask of each other."""

    def __post_init__(self) -> None:
        # msgspec leaves out what is the default, not what equals it; `with: customer` must change no revision.
        for name, default in _defaults(type(self)):
            if getattr(self, name) == default:
                msgspec.structs.force_setattr(self, name, default)


@cache
def _defaults(part: type[Part]) -> tuple[tuple[str, object], ...]:
    """The fields whose default may be written out by another value that equals it: texts and moments."""
    fields = ((field.name, field.default) for field in msgspec.structs.fields(part))
    return tuple((name, default) for name, default in fields if isinstance(default, str | Moment))


class Face(Part, frozen=True, kw_only=True):
    """How a person is drawn; whatever is left out is derived from the name."""

    age: Annotated[Age | None, Meta(description="Years, seen in lines and grey hair.")] = None
    skin: Annotated[Skin | None, Meta(description="1 lightest to 6 darkest.")] = None
    hair: Annotated[
        Literal["short", "side", "quiff", "bob", "long", "bun", "pony", "curly", "afro", "braids", "cropped", "bald"]
        | None,
        Meta(description="The hair's style."),
    ] = None
    hair_color: Annotated[
        Literal["black", "dark-brown", "brown", "chestnut", "blond", "red", "grey", "white"] | None,
        Meta(description="The hair's colour."),
    ] = None
    glasses: Annotated[Literal["none", "round", "square"] | None, Meta(description="The shape of the glasses.")] = None
    beard: Annotated[
        Literal["none", "stubble", "moustache", "goatee", "beard"] | None, Meta(description="The beard.")
    ] = None
    outfit: Annotated[
        Literal["collar", "crew", "blazer", "hoodie", "jacket", "dress"] | None, Meta(description="What is worn.")
    ] = None
    headscarf: Annotated[
        Literal["blue", "green", "plum", "sand", "red", "black"] | None,
        Meta(description="A headscarf of this colour."),
    ] = None


class Player(Part, frozen=True, kw_only=True):
    """Who the trainee is."""

    name: Annotated[Label, Meta(description="The trainee's name in the case.")]
    role: Annotated[Label | None, Meta(description="What the trainee does, and where.")] = None
    face: Annotated[Face | None, Meta(description="How the trainee's person is drawn.")] = None


class Person(Part, frozen=True, kw_only=True):
    """Somebody the trainee faces."""

    name: Annotated[Label, Meta(description="The name shown.")]
    mood: Annotated[Mood, Meta(description="The mood at the opening: -3 furious, 0 neutral, +3 delighted.")] = 0
    face: Annotated[Face | None, Meta(description="How the person is drawn; or nothing: derived from the name.")] = None


class Line(Part, frozen=True, kw_only=True):
    """Something said: a text, `person: words`, or these keys."""

    short = "text"
    filled = ("who",)

    who: Annotated[
        Speaker, Meta(description="Who says it: customer, you, narrator or a key of others; else whom you face.")
    ]
    text: Annotated[Words, Meta(description="What is said.")]
    when: Annotated[Condition | None, Meta(description="The line is left out where this does not hold.")] = None
    mood: Annotated[
        Mood | None, Meta(description="The speaker's face while the line is said; changes nothing else.")
    ] = None


class Exit(Part, frozen=True, kw_only=True):
    """Where a play goes on."""

    short = "to"

    to: Annotated[SceneName, Meta(description="The next scene.")]
    when: Annotated[Condition | None, Meta(description="This way is taken where the condition holds.")] = None


class Effects(Part, frozen=True, kw_only=True):
    """What something does to the score and to people."""

    respect: Annotated[Points, Meta(description="Points for respect, -3 to 3.")] = 0
    proactivity: Annotated[Points, Meta(description="Points for proactivity, -3 to 3.")] = 0
    follow_through: Annotated[Points, Meta(description="Points for follow-through, -3 to 3.")] = 0
    mood: Annotated[
        MoodShifts, Meta(description="How the mood changes, -3 to 3: of whom you face, or `person: number`.")
    ] = msgspec.field(default_factory=dict)
    because: Annotated[Words | None, Meta(description="The coach's sentence: why these points.")] = None
    feels: Annotated[
        Feels, Meta(description="What the person thinks and does not say: a sentence, or `person: sentence`.")
    ] = msgspec.field(default_factory=dict)
    habit: Annotated[HabitNames, Meta(description="The habit shown, a key of habits.yaml, or a list of them.")] = ()

    def __post_init__(self) -> None:
        Part.__post_init__(self)
        if 0 in self.mood.values():  # no change, written out
            shifts = {person: shift for person, shift in self.mood.items() if shift != 0}
            msgspec.structs.force_setattr(self, "mood", shifts)


class Kept(Effects, frozen=True, kw_only=True):
    """What keeping a promise does."""


class Broken(Effects, frozen=True, kw_only=True):
    """What breaking a promise does."""


class Promise(Part, frozen=True, kw_only=True):
    """Something the trainee can promise; due `within` a duration or `by` a moment."""

    rules = (ExactlyOne("within", "by"),)

    text: Annotated[Words, Meta(description="The promise in words, as the ledger shows it.")]
    within: Annotated[Duration | None, Meta(description="Due this long after it was made, such as `6 h`.")] = None
    by: Annotated[Moment | None, Meta(description="Due at the next such moment, such as `Tuesday 17:00`.")] = None
    kept: Annotated[Kept | None, Meta(description="What keeping it does.")] = None
    broken: Annotated[Broken | None, Meta(description="What breaking it does.")] = None


class Move(Effects, frozen=True, kw_only=True):
    """What a choice and a silence have in common."""

    goto: Annotated[
        tuple[Exit, ...], Meta(description="The next scene, or a list of `when`/`to`; the last has no `when`.")
    ]
    takes: Annotated[Duration, Meta(description="Case time this costs, such as `2 min`.")] = Duration(0)
    release: Annotated[PromiseNames, Meta(description="Promises called off in good time.")] = ()
    keep: Annotated[PromiseNames, Meta(description="Promises fulfilled by this.")] = ()
    promise: Annotated[PromiseNames, Meta(description="Promises made by this.")] = ()
    remember: Annotated[FactNames, Meta(description="Facts that hold from now on.")] = ()
    forget: Annotated[FactNames, Meta(description="Facts that hold no longer.")] = ()
    answer: Annotated[tuple[Line, ...], Meta(description="What is said to this, before the next scene opens.")] = ()


class Choice(Move, frozen=True, kw_only=True):
    """What the trainee may say or do."""

    filled = ("id",)
    rules = (ExactlyOne("say", "do"),)

    id: Annotated[
        str,
        Meta(extra={"declares": "choice"}, description="The choice's own name; without it, its number in the scene."),
    ]
    say: Annotated[Words | None, Meta(description="What the trainee says; quotation marks are added.")] = None
    do: Annotated[Words | None, Meta(description="What the trainee does.")] = None
    when: Annotated[Condition | None, Meta(description="On offer only where this holds.")] = None
    again: Annotated[bool, Meta(description="`true`: stays on offer after it was taken; points count once.")] = False


class Silence(Move, frozen=True, kw_only=True):
    """What happens when the time of a timed scene runs out."""


class Ending(Part, frozen=True, kw_only=True):
    """How a case ends for the one you serve."""

    outcome: Annotated[Outcome, Meta(description="lost: they leave; kept: they stay; delighted: they bring others.")]
    title: Annotated[Label, Meta(description="The ending's title.")]
    text: Annotated[Words | None, Meta(description="What came of it, beyond the case.")] = None


class Scene(Part, frozen=True, kw_only=True):
    """A moment of the case: lines, then choices, or a `goto`, or it is an ending."""

    rules = (
        AtLeastOne("says", "choices"),
        AtMostOne("later", "at"),
        Alone("ending", without=("choices", "within", "silence", "goto")),
        Needs("within", "silence"),
        Needs("silence", "within"),
        Needs("within", "choices"),
    )

    heading: Annotated[Label | None, Meta(description="A chapter's title, shown when the scene opens.")] = None
    facing: Annotated[Faced, Meta(description="Whom you face: customer or a key of others.")] = msgspec.field(
        default="customer", name="with"
    )
    channel: Annotated[Channel | None, Meta(description="The channel from here on.")] = None
    later: Annotated[Duration | None, Meta(description="Case time that passes before the scene opens.")] = None
    at: Annotated[Moment | None, Meta(description="The scene opens at the next such moment.")] = None
    says: Annotated[tuple[Line, ...], Meta(description="What is said when the scene opens.")] = ()
    within: Annotated[Duration | None, Meta(description="A timed scene: real time to choose, such as `30 s`.")] = None
    silence: Annotated[Silence | None, Meta(description="What happens when that time runs out.")] = None
    order: Annotated[
        Literal["shuffled", "fixed"], Meta(description="`fixed`: choices are shown in the file's order.")
    ] = "shuffled"
    choices: Annotated[tuple[Choice, ...], Meta(description="What the trainee may say or do.")] = ()
    goto: Annotated[tuple[Exit, ...], Meta(description="Where the case goes on when no choice is on offer.")] = ()
    ending: Annotated[Ending | None, Meta(description="The case ends here.")] = None


class Scenario(Part, frozen=True, kw_only=True):
    """One customer case."""

    filled = ("start",)

    title: Annotated[Label, Meta(description="The case's title.")]
    summary: Annotated[Words | None, Meta(description="One or two sentences for the list of cases.")] = None
    language: Annotated[Language, Meta(description="The language the case is written in, such as `en` or `de-CH`.")]
    channel: Annotated[Channel, Meta(description="Where the case opens: phone, chat, email, counter or visit.")]
    level: Annotated[Level, Meta(description="1 easy to 3 hard.")] = 1
    minutes: Annotated[Minutes | None, Meta(description="How long a play takes.")] = None
    clock: Annotated[Clock, Meta(description="When the case opens, such as `Tuesday 09:05`.")] = Moment(0, 9 * 60)
    you: Annotated[Player, Meta(description="Who the trainee is.")]
    customer: Annotated[Person, Meta(description="Whom the trainee serves.")]
    others: Annotated[Mapping[PersonKey, Person], Meta(description="Further people, by a name you invent.")] = (
        msgspec.field(default_factory=dict)
    )
    promises: Annotated[Mapping[PromiseKey, Promise], Meta(description="What can be promised, by name.")] = (
        msgspec.field(default_factory=dict)
    )
    start: Annotated[SceneName, Meta(description="The first scene; else the first in the file.")]
    scenes: Annotated[Mapping[SceneKey, Scene], Meta(description="The scenes, by name.")]

    def person(self, key: str) -> Person:
        """The customer, or one of the others, by key."""
        return self.customer if key == "customer" else self.others[key]


class Habit(Part, frozen=True, kw_only=True):
    """A virtue or a vice of hosts; a scenario's `habit:` names it."""

    name: Annotated[Label, Meta(description="A short title, as trainees read it.")]
    kind: Annotated[Literal["virtue", "vice"], Meta(description="virtue: to grow; vice: to shed.")]
    text: Annotated[Words, Meta(description="One sentence.")]
    sources: Annotated[tuple[Label, ...], Meta(description="The texts that gave it: one, or a list.")] = msgspec.field(
        default=(), name="from"
    )


class Habits(Part, frozen=True, kw_only=True):
    """All of habits.yaml: the habits by key."""

    habits: Annotated[Mapping[HabitKey, Habit], Meta(description="The habits, by key.")]
