"""What a scenario is: the only definition of the format, from which reader, JSON Schema and reference come.

A field's name is its key in YAML (`with` is `facing` here); its description and examples are what an editor shows.
Everything a trainer may leave out or abbreviate is spelt out in these values: who speaks, whose mood,
the number of a choice without an id. What keys ask of each other stands in each part's `rules`.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Literal

import msgspec
from msgspec import Meta

from game.scenario.habits import Habit, Habits
from game.scenario.moves import Broken, Choice, Effects, Exit, Kept, Line, Move, Promise, Silence
from game.scenario.people import Face, Person, Player
from game.scenario.rules import Alone, AtLeastOne, AtMostOne, Needs
from game.scenario.times import Duration, Moment
from game.scenario.values import (
    MOOD_MAX,
    MOOD_MIN,
    Faced,
    Feels,
    Label,
    Language,
    MoodShifts,
    Name,
    Names,
    Part,
    PersonKey,
    PromiseKey,
    SceneKey,
    SceneName,
    Words,
)

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
    "Habits",
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

Level = Annotated[int, Meta(ge=1, le=3)]
Minutes = Annotated[int, Meta(ge=1, le=999)]
Channel = Annotated[
    Literal["phone", "chat", "email", "counter", "visit"],
    Meta(
        extra={
            "means": (
                "A call: you hear each other.",
                "A chat: both type, and wait for each other.",
                "E-mails: there is time between one and the next.",
                "The customer stands before you.",
                "You are at the customer's.",
            )
        }
    ),
]
Outcome = Annotated[
    Literal["lost", "kept", "delighted"],
    Meta(extra={"means": ("They leave.", "They stay.", "They stay, and bring others.")}),
]
Clock = Moment


class Ending(Part, frozen=True, kw_only=True):
    """How a case ends for the one you serve."""

    outcome: Annotated[
        Outcome,
        Meta(description="How it ends for the one you serve: `lost`, `kept` or `delighted`.", examples=["kept"]),
    ]
    title: Annotated[Label, Meta(description="The ending in a few words.", examples=["A customer for the competition"])]
    text: Annotated[
        Words | None,
        Meta(
            description="What came of it, beyond this case.",
            examples=["He told it at every dinner that winter, and your name came with it."],
        ),
    ] = None


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

    heading: Annotated[
        Label | None,
        Meta(description="A chapter's title, shown when the scene opens.", examples=["The following Monday"]),
    ] = None
    facing: Annotated[
        Faced,
        Meta(description="Whom you face in this scene: `customer`, or a key of `others`.", examples=["desk"]),
    ] = msgspec.field(default="customer", name="with")
    channel: Annotated[
        Channel | None,
        Meta(description="The channel from here on, where it changes.", examples=["email"]),
    ] = None
    later: Annotated[
        Duration | None,
        Meta(
            description="How much time passes in the case before the scene opens. Write this or `at`.",
            examples=["6 days", "2 h"],
        ),
    ] = None
    at: Annotated[
        Moment | None,
        Meta(
            description="The scene opens at the next such weekday and time. Write this or `later`.",
            examples=["Monday 08:30"],
        ),
    ] = None
    says: Annotated[
        tuple[Line, ...],
        Meta(
            description="What is said when the scene opens: a sentence of whom you face, or a list of lines.",
            examples=["This is the sixth time I call.", "\n  - narrator: The phone rings.\n  - It is me again."],
        ),
    ] = ()
    within: Annotated[
        Duration | None,
        Meta(
            description="A timed scene: so much real time to choose. Needs `silence` and `choices`.",
            examples=["30 s", "1 min"],
        ),
    ] = None
    silence: Annotated[
        Silence | None,
        Meta(
            description="What happens when the time of `within` runs out: like a choice, without `say` or `do`.",
            examples=["\n  respect: -2\n  because: Nobody answered.\n  goto: again"],
        ),
    ] = None
    order: Annotated[
        Annotated[
            Literal["shuffled", "fixed"],
            Meta(extra={"means": ("In another order in every play.", "In the order of this file.")}),
        ],
        Meta(description="In which order the choices are shown.", examples=["fixed"]),
    ] = "shuffled"
    choices: Annotated[
        tuple[Choice, ...],
        Meta(
            description="What the trainee may say or do here; two to four are good.",
            examples=["\n  - say: I am reading your notes first.\n    respect: +2\n    goto: notes"],
        ),
    ] = ()
    goto: Annotated[
        tuple[Exit, ...],
        Meta(
            description="Where the case goes on when no choice is on offer: a scene, or a list of `when` and `to`.",
            examples=["second-call"],
        ),
    ] = ()
    ending: Annotated[
        Ending | None,
        Meta(
            description="The case ends here. A scene with an ending has no choices and no `goto`.",
            examples=["\n  outcome: kept\n  title: He stays"],
        ),
    ] = None


class Scenario(Part, frozen=True, kw_only=True):
    """One customer case."""

    filled = ("start",)

    title: Annotated[
        Label, Meta(description="The case's title, in the list of cases.", examples=["The broken telephone line"])
    ]
    summary: Annotated[
        Words | None,
        Meta(
            description="One or two sentences for the list of cases.",
            examples=["Five colleagues have asked him to start over. You are the sixth."],
        ),
    ] = None
    language: Annotated[
        Language, Meta(description="The language the case is written in.", examples=["en", "de", "de-CH"])
    ]
    channel: Annotated[
        Channel,
        Meta(
            description="Where the case opens: `phone`, `chat`, `email`, `counter` or `visit`.",
            examples=["phone"],
        ),
    ]
    level: Annotated[Level, Meta(description="How hard it is: 1 easy, 2 middling, 3 hard.", examples=["2"])] = 1
    minutes: Annotated[Minutes | None, Meta(description="How many minutes a play takes, about.", examples=["8"])] = None
    clock: Annotated[
        Clock,
        Meta(
            description="When the case opens: a weekday, in English, and a time. Left out, it is Monday 09:00.",
            examples=["Tuesday 09:05"],
        ),
    ] = Moment(0, 9 * 60)
    you: Annotated[
        Player,
        Meta(
            description="Who the trainee is in this case.",
            examples=["\n  name: Lea\n  role: Agent at Alpina Telecom"],
        ),
    ]
    customer: Annotated[
        Person,
        Meta(description="Whom the trainee serves.", examples=["\n  name: Reto Brunner\n  mood: -1"]),
    ]
    others: Annotated[
        Mapping[PersonKey, Person],
        Meta(
            description="Further people of the case, each under a name you invent.",
            examples=["\n  desk:\n    name: Network desk"],
        ),
    ] = msgspec.field(default_factory=dict)
    promises: Annotated[
        Mapping[PromiseKey, Promise],
        Meta(
            description="What can be promised, each under a name you invent. A choice makes it with `promise`, "
            "and keeps it with `keep`.",
            examples=["\n  callback:\n    text: You call back today before five.\n    by: Tuesday 17:00"],
        ),
    ] = msgspec.field(default_factory=dict)
    start: Annotated[
        SceneName,
        Meta(description="The scene that opens the case. Left out, it is the first in the file.", examples=["call"]),
    ]
    scenes: Annotated[
        Mapping[SceneKey, Scene],
        Meta(
            description="The scenes of the case, each under a name you invent; `goto` leads to it.",
            examples=["\n  call:\n    says: This is the sixth time I call.\n    goto: notes"],
        ),
    ]

    def person(self, key: str) -> Person:
        """The customer, or one of the others, by key."""
        return self.customer if key == "customer" else self.others[key]
