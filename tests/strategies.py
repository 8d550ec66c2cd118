"""Random scenarios: small, legal, and between them using every key of the format.

Small enough for `tests.naive` to walk every play of most of them, and rich: every kind of condition, nested; several
promises made at once and due at once; rings, dead ends and traps; loops, weeks that wrap, silences, moods of several
people. Names are short, and said to be of each kind by their first letter.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cache
from typing import Any, Literal, NamedTuple, TypeVar

from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, SearchStrategy

from game.scenario import conditions
from game.scenario.conditions import Comparison, Condition
from game.scenario.model import (
    Broken,
    Choice,
    Ending,
    Exit,
    Face,
    Kept,
    Label,
    Line,
    Name,
    Outcome,
    Person,
    Player,
    Promise,
    Scenario,
    Scene,
    Silence,
    Words,
)
from game.scenario.times import DAY, HOUR, MINUTE, WEEK, Duration, Moment

__all__ = ["scenarios"]

Option = TypeVar("Option")

_HABITS = ("listening", "blame")
_SHORT = (0, 0, 30 * MINUTE, HOUR, 90 * MINUTE)
"""In even steps, as deadlines are: so that some are met to the minute."""
_LONG = (0, 12 * HOUR, DAY, WEEK)
"""For what can be done again and again: a loop comes back to the same time of the week after few rounds."""
_DEADLINES = (30 * MINUTE, HOUR, 90 * MINUTE, DAY, 0, 8 * DAY)
_MOMENTS = (Moment(0, 9 * 60), Moment(0, 10 * 60), Moment(1, 9 * 60 + 5), Moment(6, 23 * 60 + 59), Moment(0, 0))
_ELAPSED = (0, HOUR, DAY, 2 * DAY)
_COMPARISONS: tuple[Comparison, ...] = ("<", "<=", "=", "!=", ">=", ">")
_STANDINGS: tuple[Literal["open", "kept", "broken"], ...] = ("open", "kept", "broken")
_OUTCOMES: tuple[Outcome, ...] = ("lost", "kept", "delighted")
_DEEPEST = 3


@st.composite
def scenarios(draw: DrawFn) -> Scenario:
    """A legal scenario of two to seven scenes."""
    dice = _Dice(draw)
    return _Author(dice, _invent(dice)).scenario()


class _Dice:
    """Draws, in as few and as small steps as hypothesis can shrink well."""

    def __init__(self, draw: DrawFn) -> None:
        self._draw = draw

    def number(self, low: int, high: int) -> int:
        """Both ends included."""
        return low if low == high else self._draw(_integers(low, high))

    def one(self, options: Sequence[Option]) -> Option:
        return options[self.number(0, len(options) - 1)]

    def some(self, options: Sequence[Option], most: int) -> tuple[Option, ...]:
        """Several, each once, in any order."""
        left = list(options)
        return tuple(left.pop(self.number(0, len(left) - 1)) for _ in range(self.number(0, min(most, len(left)))))

    def chance(self, of: int) -> bool:
        """True once in so many times; shrinks to False."""
        return self.number(0, of - 1) == of - 1

    def perhaps(self, of: int, make: Callable[[], Option]) -> Option | None:
        return make() if self.chance(of) else None


@cache
def _integers(low: int, high: int) -> SearchStrategy[int]:
    return st.integers(low, high)


class _Names(NamedTuple):
    """Everything a part of the scenario may name."""

    scenes: tuple[str, ...]
    endings: frozenset[str]
    people: tuple[str, ...]
    promises: tuple[str, ...]
    facts: dict[str, str]
    """By name, the choice or silence that remembers it for sure: a fact nothing remembers is not declared."""
    choices: dict[str, tuple[str, ...]]
    """By scene, their ids."""
    silences: frozenset[str]
    moves: tuple[str, ...]
    """The full names of all choices and silences."""


def _invent(dice: _Dice) -> _Names:
    scenes = tuple(f"s{number}" for number in range(dice.one((4, 5, 6, 7, 3, 2))))
    endings = frozenset(scene for scene in scenes if scene == scenes[-1] or (scene != scenes[0] and dice.chance(6)))
    choices: dict[str, tuple[str, ...]] = {}
    for scene in scenes:
        count = 0 if scene in endings else dice.one((2, 3, 3, 2, 1, 3, 0, 0))
        choices[scene] = tuple(f"c{n}" if dice.chance(2) else str(n) for n in range(1, count + 1))
    silences = frozenset(scene for scene in scenes if choices[scene] and dice.chance(4))
    moves = tuple(f"{scene}/{key}" for scene in scenes for key in choices[scene])
    moves += tuple(f"{scene}/silence" for scene in scenes if scene in silences)
    return _Names(
        scenes,
        endings,
        people=("customer", "desk", "boss")[: dice.number(1, 3)],
        promises=("p1", "p2", "p3")[: dice.number(0, 3)],
        facts={f"f{n}": dice.one(moves) for n in range(1, 1 + dice.number(0, 3))} if moves else {},
        choices=choices,
        silences=silences,
        moves=moves,
    )


class _Author:
    """Writes a scenario, part by part."""

    def __init__(self, dice: _Dice, names: _Names) -> None:
        self.dice = dice
        self.names = names

    def scenario(self) -> Scenario:
        dice, names = self.dice, self.names
        return Scenario(
            title=Label("A case"),
            summary=dice.perhaps(4, lambda: Words("What it is about.")),
            language=dice.one(("en", "de-CH")),
            channel=dice.one(("phone", "chat", "email", "counter", "visit")),
            level=dice.number(1, 3),
            minutes=dice.perhaps(4, lambda: 8),
            clock=dice.one(_MOMENTS),
            you=Player(name=Label("Lea"), role=dice.perhaps(4, lambda: Label("Agent")), face=self.face()),
            customer=self.person("customer"),
            others={key: self.person(key) for key in names.people[1:]},
            promises={key: self.promise(key) for key in names.promises},
            start=Name(dice.one(names.scenes) if dice.chance(6) else names.scenes[0]),
            scenes={key: self.scene(key) for key in names.scenes},
        )

    def face(self) -> Face | None:
        return self.dice.perhaps(6, lambda: Face(age=self.dice.number(18, 90), glasses="round"))

    def person(self, key: str) -> Person:
        return Person(name=Label(f"Name of {key}"), mood=self.dice.number(-3, 3), face=self.face())

    def promise(self, key: str) -> Promise:
        is_span = self.dice.chance(2)
        return Promise(
            text=Words(f"Words of {key}."),
            within=Duration(self.dice.one(_DEADLINES)) if is_span else None,
            by=None if is_span else self.dice.one(_MOMENTS),
            kept=None if self.dice.chance(3) else Kept(**self.effects()),
            broken=None if self.dice.chance(3) else Broken(**self.effects()),
        )

    def effects(self) -> dict[str, Any]:
        dice = self.dice
        points = (0, 0, 0, 1, 2, 3, -1, -2, -3)
        touched = dice.some(self.names.people, most=2)
        return {
            "respect": dice.one(points),
            "proactivity": dice.one(points),
            "follow_through": dice.one(points),
            "mood": {person: dice.one((1, 2, -1, -3, 0)) for person in touched},
            "because": dice.perhaps(3, lambda: Words("Because.")),
            "feels": {person: Words("So.") for person in touched} if dice.chance(4) else {},
            "habit": tuple(Name(habit) for habit in dice.some(_HABITS, most=2)) if dice.chance(4) else (),
        }

    def scene(self, key: str) -> Scene:
        dice, names = self.dice, self.names
        ids = names.choices[key]
        is_ending = key in names.endings
        leads_on = not is_ending and not dice.chance(2 if ids else 8)
        waits = dice.one(("", "", "", "later", "at"))
        is_timed = key in names.silences
        return Scene(
            heading=dice.perhaps(5, lambda: Label(f"Heading of {key}")),
            facing=dice.one(names.people),
            channel=dice.one((None, None, "email", "visit")),
            later=Duration(dice.one(_LONG)) if waits == "later" else None,
            at=dice.one(_MOMENTS) if waits == "at" else None,
            says=self.lines(key, f"Lines of {key}", at_least=0 if ids else 1),
            within=Duration(30) if is_timed else None,
            silence=Silence(**self.move(key, "silence", _SHORT)) if is_timed else None,
            order=dice.one(("shuffled", "shuffled", "fixed")),
            choices=tuple(self.choice(key, each) for each in ids),
            goto=self.exits(key, back=2) if leads_on else (),
            ending=self.ending(key) if is_ending else None,
        )

    def ending(self, key: str) -> Ending:
        text = self.dice.perhaps(2, lambda: Words("What came of it."))
        return Ending(outcome=self.dice.one(_OUTCOMES), title=Label(f"Title of {key}"), text=text)

    def choice(self, scene: str, key: str) -> Choice:
        is_again = self.dice.chance(3)
        is_said = self.dice.chance(2)
        words = Words(f"Words of {scene}/{key}.")
        return Choice(
            id=key,
            say=words if is_said else None,
            do=None if is_said else words,
            when=self.dice.perhaps(4, lambda: self.condition(scene)),
            again=is_again,
            **self.move(scene, key, _LONG if is_again else _SHORT),
        )

    def move(self, scene: str, key: str, durations: tuple[int, ...]) -> dict[str, Any]:
        dice, names = self.dice, self.names
        remembered = [fact for fact, home in names.facts.items() if home == f"{scene}/{key}"]
        others = [fact for fact in names.facts if fact not in remembered]
        return {
            **self.effects(),
            "goto": self.exits(scene, back=2 if durations is _LONG else 4),
            "takes": Duration(dice.one(durations)),
            "release": dice.some(names.promises, most=2) if dice.chance(5) else (),
            "keep": dice.some(names.promises, most=2) if dice.chance(2) else (),
            "promise": dice.some(names.promises, most=3),
            "remember": (*remembered, *dice.some(others, most=1)),
            "forget": dice.some(tuple(names.facts), most=2) if dice.chance(5) else (),
            "answer": self.lines(scene, "Answer", at_least=0),
        }

    def exits(self, scene: str, back: int) -> tuple[Exit, ...]:
        """Ways on; one in so many leads anywhere, the rest forward, so that most plays end."""
        conditional = self.dice.one((0, 0, 0, 1, 2))
        ways = [Exit(to=self.target(scene, back), when=self.condition(scene)) for _ in range(conditional)]
        return (*ways, Exit(to=self.target(scene, back)))

    def target(self, scene: str, back: int) -> Name:
        scenes = self.names.scenes
        ahead = scenes[scenes.index(scene) + 1 :][:2]
        return Name(self.dice.one(scenes if self.dice.chance(back) or not ahead else ahead))

    def lines(self, here: str, about: str, *, at_least: int) -> tuple[Line, ...]:
        return tuple(self.line(here, f"{about}: {number}.") for number in range(self.dice.number(at_least, 2)))

    def line(self, here: str, text: str) -> Line:
        people = self.names.people
        who = self.dice.one((*people, "you", "narrator"))
        return Line(
            who=who,
            text=Words(text),
            when=self.dice.perhaps(4, lambda: self.condition(here)),
            mood=self.dice.number(-3, 3) if who in people and self.dice.chance(4) else None,
        )

    def condition(self, here: str, depth: int = 0) -> Condition:
        shape = "term" if depth == _DEEPEST else self.dice.one(("term", "term", "term", "not", "all", "any"))
        if shape == "term":
            return self.term(here)
        if shape == "not":
            return conditions.Not(self.condition(here, depth + 1))
        parts = tuple(self.condition(here, depth + 1) for _ in range(self.dice.number(2, 3)))
        return conditions.All(parts) if shape == "all" else conditions.Any(parts)

    def term(self, here: str) -> Condition:
        dice, names = self.dice, self.names
        kinds = ["seen", "mood", "elapsed"] + ["fact"] * bool(names.facts) * 2
        kinds += ["promise"] * bool(names.promises) * 2 + ["taken"] * bool(names.moves)
        match dice.one(kinds):
            case "fact":
                return conditions.Fact(dice.one(tuple(names.facts)))
            case "promise":
                return conditions.PromiseIs(dice.one(names.promises), dice.one(_STANDINGS))
            case "taken":
                return conditions.Taken(dice.one(names.moves))
            case "seen":
                return conditions.Seen(here if dice.chance(3) else dice.one(names.scenes))
            case "mood":
                return conditions.MoodIs(dice.one(names.people), dice.one(_COMPARISONS), dice.number(-3, 3))
            case _:
                return conditions.ElapsedIs(dice.one(_COMPARISONS), dice.one(_ELAPSED))
