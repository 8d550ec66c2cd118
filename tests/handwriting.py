"""Scenarios written down as YAML, the way one trainer or another would: short forms, any order of keys, any quotes."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from random import Random
from typing import Any

from game.scenario import conditions
from game.scenario.conditions import Condition
from game.scenario.model import Broken, Choice, Effects, Exit, Face, Kept, Line, Move, Promise, Scenario, Scene, Silence
from game.scenario.times import DAY, HOUR, MINUTE, WEEK, WEEKDAYS, Moment

__all__ = ["write_down"]

_UNITS = {"s": 1, "min": MINUTE, "h": HOUR, "day": DAY, "days": DAY, "week": WEEK, "weeks": WEEK}
_PLAIN = re.compile(r"[^\W_](?:[^:#'\"\[\]{},&*!|%@`]|:(?=\S))*")
_SHORT_LIST = 3

Written = str | list[Any] | dict[str, Any]
"""What stands in the file: a text, a list, or keys."""


def write_down(scenario: Scenario, hand: Random) -> str:
    """The scenario as a trainer's file; the hand decides between the ways one may write the same thing."""
    return "\n".join(_Trainer(hand).file(scenario)) + "\n"


class _Trainer:
    def __init__(self, hand: Random) -> None:
        self.hand = hand

    def perhaps(self) -> bool:
        return self.hand.random() < 0.5

    def file(self, scenario: Scenario) -> Iterable[str]:
        keys: dict[str, Any] = {
            "title": scenario.title,
            "summary": scenario.summary,
            "language": scenario.language,
            "channel": scenario.channel,
            "level": self.or_left_out(scenario.level, 1),
            "minutes": None if scenario.minutes is None else str(scenario.minutes),
            "clock": self.moment(scenario.clock),
            "you": {"name": scenario.you.name, "role": scenario.you.role, "face": self.face(scenario.you.face)},
            "customer": self.person(scenario.customer),
            "others": {key: self.person(person) for key, person in scenario.others.items()} or None,
            "promises": {key: self.promise(promise) for key, promise in scenario.promises.items()} or None,
            "start": None if scenario.start == next(iter(scenario.scenes)) and self.perhaps() else scenario.start,
            "scenes": {key: self.scene(scene) for key, scene in scenario.scenes.items()},
        }
        if self.perhaps():
            yield "# A case"
        yield from self.block(self.shuffled(keys), 0)

    def shuffled(self, keys: Mapping[str, Any]) -> dict[str, Any]:
        """The keys that are there, in any order; what a trainer invents stays in its own."""
        found = [(key, value) for key, value in keys.items() if value is not None]
        if self.perhaps():
            self.hand.shuffle(found)
        return dict(found)

    def or_left_out(self, number: int, default: int) -> str | None:
        if number == default and self.perhaps():
            return None
        return f"+{number}" if number > 0 and self.perhaps() else str(number)

    def duration(self, seconds: int) -> str:
        fitting = [unit for unit, size in _UNITS.items() if seconds % size == 0]
        unit = self.hand.choice(fitting)
        return f"{seconds // _UNITS[unit]}{' ' * self.perhaps()}{unit}"

    def moment(self, moment: Moment) -> str:
        day = WEEKDAYS[moment.weekday]
        hour = f"{moment.minute // 60:02d}" if self.perhaps() else str(moment.minute // 60)
        return f"{day[:3] if self.perhaps() else day} {hour}:{moment.minute % 60:02d}"

    def face(self, face: Face | None) -> Written | None:
        return None if face is None else self.shuffled({"age": str(face.age), "glasses": face.glasses})

    def person(self, person: Any) -> Written:
        return self.shuffled(
            {"name": person.name, "mood": self.or_left_out(person.mood, 0), "face": self.face(person.face)}
        )

    def promise(self, promise: Promise) -> Written:
        return self.shuffled(
            {
                "text": promise.text,
                "within": None if promise.within is None else self.duration(promise.within),
                "by": None if promise.by is None else self.moment(promise.by),
                "kept": self.outcome(promise.kept),
                "broken": self.outcome(promise.broken),
            }
        )

    def outcome(self, effects: Kept | Broken | None) -> Written | None:
        if effects is None:
            return None
        return self.shuffled(self.effects(effects, "customer")) or {"respect": "0"}

    def effects(self, effects: Effects, facing: str) -> dict[str, Any]:
        return {
            **{
                dimension: self.or_left_out(getattr(effects, dimension), 0)
                for dimension in ("respect", "proactivity", "follow_through")
            },
            "mood": self.by_person({who: str(shift) for who, shift in effects.mood.items()}, facing),
            "because": effects.because,
            "feels": self.by_person(effects.feels, facing),
            "habit": self.several(effects.habit),
        }

    def by_person(self, found: Mapping[str, str], facing: str) -> Written | None:
        """A plain value is that of whom one faces."""
        if list(found) == [facing] and self.perhaps():
            return found[facing]
        return dict(found) or None

    def several(self, names: tuple[str, ...]) -> Written | None:
        if len(names) == 1 and self.perhaps():
            return names[0]
        return list(names) or None

    def scene(self, scene: Scene) -> Written:
        facing = scene.facing
        return self.shuffled(
            {
                "heading": scene.heading,
                "with": None if facing == "customer" and self.perhaps() else facing,
                "channel": scene.channel,
                "later": None if scene.later is None else self.duration(scene.later),
                "at": None if scene.at is None else self.moment(scene.at),
                "says": self.lines(scene.says, facing),
                "within": None if scene.within is None else self.duration(scene.within),
                "silence": None if scene.silence is None else self.move(scene.silence, facing),
                "order": None if scene.order == "shuffled" else scene.order,
                "choices": [self.choice(choice, number, facing) for number, choice in enumerate(scene.choices, start=1)]
                or None,
                "goto": self.exits(scene.goto, facing),
                "ending": None
                if scene.ending is None
                else self.shuffled(
                    {"outcome": scene.ending.outcome, "title": scene.ending.title, "text": scene.ending.text}
                ),
            }
        )

    def lines(self, lines: tuple[Line, ...], facing: str) -> Written | None:
        if len(lines) == 1 and lines[0] == Line(who=facing, text=lines[0].text) and self.perhaps():
            return lines[0].text
        return [self.line(line, facing) for line in lines] or None

    def line(self, line: Line, facing: str) -> Written:
        if line.when is None and line.mood is None and self.perhaps():
            return line.text if line.who == facing else {line.who: line.text}
        return self.shuffled(
            {
                "who": None if line.who == facing and self.perhaps() else line.who,
                "text": line.text,
                "when": None if line.when is None else self.condition(line.when, facing),
                "mood": None if line.mood is None else str(line.mood),
            }
        )

    def choice(self, choice: Choice, number: int, facing: str) -> Written:
        keys = {
            "id": None if choice.id == str(number) else choice.id,
            "say": choice.say,
            "do": choice.do,
            "when": None if choice.when is None else self.condition(choice.when, facing),
            "again": "true" if choice.again else None,
        }
        return self.shuffled({**keys, **self.keys_of(choice, facing)})

    def move(self, silence: Silence, facing: str) -> Written:
        return self.shuffled(self.keys_of(silence, facing))

    def keys_of(self, move: Move, facing: str) -> dict[str, Any]:
        return {
            **self.effects(move, facing),
            "takes": None if move.takes == 0 and self.perhaps() else self.duration(move.takes),
            **{key: self.several(getattr(move, key)) for key in ("release", "keep", "promise", "remember", "forget")},
            "answer": self.lines(move.answer, facing),
            "goto": self.exits(move.goto, facing),
        }

    def exits(self, ways: tuple[Exit, ...], facing: str) -> Written | None:
        if len(ways) == 1 and self.perhaps():
            return ways[0].to
        return [
            way.to
            if way.when is None and self.perhaps()
            else self.shuffled({"when": way.when and self.condition(way.when, facing), "to": way.to})
            for way in ways
        ] or None

    def condition(self, condition: Condition, facing: str) -> str:
        match condition:
            case conditions.Fact(name):
                return name
            case conditions.PromiseIs(name, state):
                return f"{state} {name}"
            case conditions.Taken(choice):
                return f"taken {choice}"
            case conditions.Seen(scene):
                return f"seen {scene}"
            case conditions.MoodIs(person, comparison, value):
                whose = "mood" if person == facing and self.perhaps() else f"mood of {person}"
                return f"{whose} {comparison} {value}"
            case conditions.ElapsedIs(comparison, value):
                return f"elapsed {comparison} {self.duration(value)}"
            case conditions.Not(inner):
                return f"not {self.enclosed(inner, facing)}"
            case conditions.All(parts):
                return " and ".join(self.enclosed(part, facing) for part in parts)
            case conditions.Any(parts):
                return " or ".join(self.enclosed(part, facing) for part in parts)

    def enclosed(self, condition: Condition, facing: str) -> str:
        text = self.condition(condition, facing)
        return f"({text})" if isinstance(condition, conditions.All | conditions.Any) or self.perhaps() else text

    def block(self, written: Written, indent: int) -> Iterable[str]:
        """Lines of YAML in the block style."""
        space = " " * indent
        if isinstance(written, dict):
            for key, value in written.items():
                if isinstance(value, dict):
                    value = self.shuffled(value) if None in value.values() else value
                yield from self.under(f"{space}{key}:", value, indent + 2)
        else:
            for value in written:
                lines = list(self.block(value, indent + 2)) if isinstance(value, dict) else []
                if lines:
                    yield f"{space}- {lines[0].lstrip()}"
                    yield from lines[1:]
                else:
                    yield from self.under(f"{space}-", value, indent + 2)

    def under(self, key: str, value: Written, indent: int) -> Iterable[str]:
        if isinstance(value, str):
            yield from self.scalar(key, value, indent)
        elif isinstance(value, list) and self.is_short(value) and self.perhaps():
            yield f"{key} [{', '.join(value)}]"
        elif isinstance(value, dict) and self.is_short(list(value.values())) and self.perhaps():
            yield f"{key} {{{', '.join(f'{name}: {text}' for name, text in value.items())}}}"
        else:
            yield key
            yield from self.block(value, indent)

    def is_short(self, values: list[Any]) -> bool:
        """Whether it may stand on one line: few words without anything that means something to YAML."""
        plain = all(isinstance(value, str) and re.fullmatch(r"[\w/+-]+", value) for value in values)
        return plain and 0 < len(values) <= _SHORT_LIST

    def scalar(self, key: str, text: str, indent: int) -> Iterable[str]:
        is_plain = _PLAIN.fullmatch(text) is not None or re.fullmatch(r"[+-]?\d+", text) is not None
        style = self.hand.choice(("plain", "plain", "single", "double", "folded"))
        if style == "folded" and " " in text:
            head, tail = text.split(" ", 1)
            yield f"{key} >-"
            yield f"{' ' * indent}{head}"
            yield f"{' ' * indent}{tail}"
        elif style == "single" or (style == "plain" and not is_plain):
            quoted = text.replace("'", "''")
            yield f"{key} '{quoted}'"
        elif style == "plain":
            is_word = re.fullmatch(r"[a-z]+", text) is not None  # behind speech, a comment looks like the rest of it
            yield f"{key} {text}" + ("   # so" if is_word and self.hand.random() < 0.1 else "")
        else:
            quoted = text.replace("\\", "\\\\").replace('"', '\\"')
            yield f'{key} "{quoted}"'
