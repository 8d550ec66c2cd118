"""What a decision does and where it leads: lines, ways on, effects and promises."""

from __future__ import annotations

from typing import Annotated

import msgspec
from msgspec import Meta

from game.scenario.conditions import Condition
from game.scenario.rules import ExactlyOne
from game.scenario.times import Duration, Moment
from game.scenario.values import (
    FactNames,
    Feels,
    HabitNames,
    Mood,
    MoodShifts,
    Part,
    Points,
    PromiseNames,
    SceneName,
    Speaker,
    Words,
)

__all__ = ["Broken", "Choice", "Effects", "Exit", "Kept", "Line", "Move", "Promise", "Silence"]


class Line(Part, frozen=True, kw_only=True):
    """Something said: a text, `person: words`, or these keys."""

    short = "text"
    filled = ("who",)

    who: Annotated[
        Speaker,
        Meta(
            description="Who says it: `customer`, `you`, `narrator` or a key of `others`. Left out, whom you face.",
            examples=["narrator"],
        ),
    ]
    text: Annotated[Words, Meta(description="What is said.", examples=["And you never called."])]
    when: Annotated[
        Condition | None,
        Meta(description="The line is left out where this does not hold.", examples=["broken callback"]),
    ] = None
    mood: Annotated[
        Mood | None,
        Meta(
            description="The speaker's face while this is said, -3 to 3. It changes nothing else.",
            examples=["-2"],
        ),
    ] = None


class Exit(Part, frozen=True, kw_only=True):
    """Where a play goes on."""

    short = "to"

    to: Annotated[SceneName, Meta(description="The scene that opens next.", examples=["hung-up"])]
    when: Annotated[
        Condition | None,
        Meta(
            description="This way is taken where the condition holds; the first that does wins. The last way has none.",
            examples=["mood < -1"],
        ),
    ] = None


class Effects(Part, frozen=True, kw_only=True):
    """What something does to the score and to people."""

    respect: Annotated[
        Points,
        Meta(
            description="Points for respect, -3 to 3: the person is heard, and keeps their dignity.",
            examples=["+2"],
        ),
    ] = 0
    proactivity: Annotated[
        Points,
        Meta(
            description="Points for proactivity, -3 to 3: the next problem is solved before it comes.",
            examples=["+1"],
        ),
    ] = 0
    follow_through: Annotated[
        Points,
        Meta(
            description="Points for follow-through, -3 to 3: who does what by when is clear, and it is done.",
            examples=["-2"],
        ),
    ] = 0
    mood: Annotated[
        MoodShifts,
        Meta(
            description="How far the mood moves, -3 to 3: of whom you face; or `person: number` for each of several.",
            examples=["+1", "\n  customer: -1\n  desk: +1"],
        ),
    ] = msgspec.field(default_factory=dict)
    because: Annotated[
        Words | None,
        Meta(
            description="The coach's sentence, for the debrief: why these points. Whatever scores should have one.",
            examples=["He has told it five times. Reading first shows that you heard."],
        ),
    ] = None
    feels: Annotated[
        Feels,
        Meta(
            description="What the person thinks and does not say, or `person: sentence` for each of several. "
            "Shown in the debrief.",
            examples=["At last someone who does her homework."],
        ),
    ] = msgspec.field(default_factory=dict)
    habit: Annotated[
        HabitNames,
        Meta(description="The habit this shows, a key of habits.yaml; or a list of them.", examples=["listening"]),
    ] = ()

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

    text: Annotated[
        Words,
        Meta(
            description="The promise in words, as the trainee's list of promises shows it.",
            examples=["You call Mr Brunner back today before five."],
        ),
    ]
    within: Annotated[
        Duration | None,
        Meta(description="Due so long after it was made. Write this or `by`.", examples=["6 h", "5 min", "2 days"]),
    ] = None
    by: Annotated[
        Moment | None,
        Meta(
            description="Due at the next such weekday and time. Write this or `within`.",
            examples=["Tuesday 17:00", "Fri 12:00"],
        ),
    ] = None
    kept: Annotated[
        Kept | None,
        Meta(
            description="What keeping the promise brings: points, a mood, a `because`.",
            examples=["\n  follow_through: +2\n  because: You said you would call, and you called."],
        ),
    ] = None
    broken: Annotated[
        Broken | None,
        Meta(
            description="What breaking it costs: once, here, and not again on a choice.",
            examples=["\n  follow_through: -3\n  because: The call that never came is the one he will talk about."],
        ),
    ] = None


class Move(Effects, frozen=True, kw_only=True):
    """What a choice and a silence have in common."""

    goto: Annotated[
        tuple[Exit, ...],
        Meta(
            description="The scene that opens next; or a list of `when` and `to`, whose first match is taken. "
            "The last has no `when`.",
            examples=["notes", "\n  - when: mood < -1\n    to: hung-up\n  - desk"],
        ),
    ]
    takes: Annotated[
        Duration,
        Meta(
            description="How much time this costs in the case. Promises can become overdue by it.",
            examples=["2 min", "1 h"],
        ),
    ] = Duration(0)
    release: Annotated[
        PromiseNames,
        Meta(description="A promise that is called off in good time, or a list of them.", examples=["callback"]),
    ] = ()
    keep: Annotated[
        PromiseNames,
        Meta(description="A promise that is kept by this, or a list of them.", examples=["callback"]),
    ] = ()
    promise: Annotated[
        PromiseNames,
        Meta(description="A promise that is made by this, or a list of them.", examples=["callback"]),
    ] = ()
    remember: Annotated[
        FactNames,
        Meta(
            description="A fact that holds from now on, under a name you invent, or a list of them. "
            "A `when` can ask for it.",
            examples=["notes-read"],
        ),
    ] = ()
    forget: Annotated[
        FactNames,
        Meta(description="A fact that holds no longer, or a list of them.", examples=["notes-read"]),
    ] = ()
    answer: Annotated[
        tuple[Line, ...],
        Meta(
            description="What is said to this, before the next scene opens.",
            examples=["Go ahead. I have waited five weeks, I can wait two minutes."],
        ),
    ] = ()


class Choice(Move, frozen=True, kw_only=True):
    """What the trainee may say or do."""

    filled = ("id",)
    rules = (ExactlyOne("say", "do"),)

    id: Annotated[
        str,
        Meta(
            extra={"declares": "choice"},
            description="The choice's own name, for translations and statistics. Left out, its number in the scene; "
            "`check --fix` writes the missing ones.",
            examples=["read-the-notes"],
        ),
    ]
    say: Annotated[
        Words | None,
        Meta(
            description="What the trainee says; quotation marks are added. Write this or `do`.",
            examples=["One moment, please. I am reading the notes."],
        ),
    ] = None
    do: Annotated[
        Words | None,
        Meta(
            description="What the trainee does. Write this or `say`.",
            examples=["Put him through to the network desk without a word."],
        ),
    ] = None
    when: Annotated[
        Condition | None,
        Meta(
            description="On offer only where this holds: a fact, `open`, `kept` or `broken` and a promise, "
            "`taken scene/id`, `seen scene`, `mood >= 1`, `elapsed > 2 days`; joined by `and`, `or`, `not`.",
            examples=["notes-read", "not seen desk", "open callback and mood >= 0"],
        ),
    ] = None
    again: Annotated[
        bool,
        Meta(
            description="`true`: the choice stays on offer after it was taken. Its points count once.",
            examples=["true"],
        ),
    ] = False


class Silence(Move, frozen=True, kw_only=True):
    """What happens when the time of a timed scene runs out."""
