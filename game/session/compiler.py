"""From a Scenario to its Playbook."""

from __future__ import annotations

import itertools
from functools import reduce
from operator import or_
from typing import TYPE_CHECKING

from game.scenario.model import Choice
from game.scenario.names import CUSTOMER, SILENCE
from game.scenario.revision import revision
from game.session.events import Effect, LineSaid, PromiseBroken, PromiseKept, SceneOpened
from game.session.playbook import Fulfilment, Move, Playbook, Pledge, Position
from game.session.points import NO_POINTS, Points
from game.session.predicate import Bits, Predicate, compile_condition

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from game.scenario import model
    from game.scenario.conditions import Condition
    from game.session.events import Event
    from game.session.playbook import Exits, Spoken
    from game.session.predicate import Holds

__all__ = ["compile_scenario"]


def compile_scenario(original: model.Scenario, told: model.Scenario | None = None) -> Playbook:
    """Compile a scenario for play; `told` is the same in the words of another language, in which it is to be told.

    Raises:
        KeyError: the scenario names something it does not declare (the loader lets none such pass).
    """
    scenario = original if told is None else told
    people = (CUSTOMER, *sorted(scenario.others))
    compiler = _Compiler(scenario, people)
    positions = tuple(compiler.position(name, scene) for name, scene in scenario.scenes.items())
    moves = {move.name: move for position in positions for move in (*position.moves, *_some(position.silence))}
    asked = [
        *(test for position in positions for test in position.reads),
        *(test for move in moves.values() for test in move.reads),
    ]
    return Playbook(
        scenario=scenario,
        original=original,
        revision=revision(original),
        people=people,
        moods=tuple(scenario.person(key).mood for key in people),
        bits=compiler.bits,
        clock=scenario.clock.second,
        start=compiler.scenes[scenario.start],
        positions=positions,
        moves=moves,
        pledges=tuple(compiler.pledge(name, scenario.promises[name]) for name in compiler.promises),
        asked=reduce(or_, (test.marks for test in asked), 0),
        latest=max((test.latest for test in asked), default=-1) + 1,
    )


class _Compiler:
    def __init__(self, scenario: model.Scenario, people: tuple[str, ...]) -> None:
        self.scenes = {name: number for number, name in enumerate(scenario.scenes)}
        self.promises = {name: number for number, name in enumerate(sorted(scenario.promises))}
        self.bits = _bits(scenario, people)

    def position(self, name: str, scene: model.Scene) -> Position:
        reads: list[Predicate] = []
        heard: list[Predicate] = []
        opened = SceneOpened(name)
        says = self._spoken(scene.says, heard)
        moves = tuple(self._move(name, choice.id, choice) for choice in scene.choices)
        is_asking = any(when is not None for when, _ in says)
        is_conditional = any(move.when is not None for move in moves)
        return Position(
            name=name,
            bit=self.bits.seen[name],
            later=scene.later or 0,
            at=None if scene.at is None else scene.at.second,
            is_ending=scene.ending is not None,
            opened=opened,
            says=says,
            plain=None if is_asking else (opened, *(said for _, said in says)),
            moves=moves,
            silence=None if scene.silence is None else self._move(name, SILENCE, scene.silence),
            names=None if is_conditional else tuple(move.name for move in moves),
            once=sum(move.bit for move in moves if not move.again),
            free=sum(move.bit for move in moves if not move.again and move.when is None),
            exits=self._exits(scene.goto, reads),
            reads=tuple(reads),
            heard=tuple(heard),
        )

    def pledge(self, name: str, promise: model.Promise) -> Pledge:
        bits = self.bits
        return Pledge(
            name=name,
            open=bits.open[name],
            made=bits.made[name],
            within=promise.within,
            by=0 if promise.by is None else promise.by.second,
            kept=self._fulfilment(name, promise.kept, bits.kept[name], PromiseKept(name)),
            broken=self._fulfilment(name, promise.broken, bits.broken[name], PromiseBroken(name)),
        )

    def _fulfilment(
        self, name: str, effects: model.Effects | None, bit: int, event: PromiseKept | PromiseBroken
    ) -> Fulfilment:
        points = _points(effects) if effects else NO_POINTS
        effect = Effect("kept" if isinstance(event, PromiseKept) else "broken", name, points)
        told: tuple[Event, ...] = (event, effect) if effects else (event,)
        return Fulfilment(bit, points, self._shifts(effects) if effects else (), told)

    def _move(self, scene: str, key: str, move: model.Move) -> Move:
        reads: list[Predicate] = []
        heard: list[Predicate] = []
        name = f"{scene}/{key}"
        points = _points(move)
        facts = self.bits.facts
        exits = self._exits(move.goto, reads)
        choice = move if isinstance(move, Choice) else None
        return Move(
            name=name,
            scene=self.scenes[scene],
            bit=self.bits.taken[name],
            is_silence=choice is None,
            again=choice is not None and choice.again,
            when=None if choice is None or choice.when is None else self._holds(choice.when, reads),
            points=points,
            shifts=self._shifts(move),
            takes=move.takes,
            settles=bool(move.release or move.keep or move.promise),
            release=tuple(self.promises[key] for key in move.release),
            keep=tuple(self.promises[key] for key in move.keep),
            promise=tuple(self.promises[key] for key in move.promise),
            remember=sum({facts[fact] for fact in move.remember}),
            retain=~sum({facts[fact] for fact in move.forget}),
            answer=self._spoken(move.answer, heard),
            exits=exits,
            ahead=exits[0][1] if exits and exits[0][0] is None else None,
            first=Effect("choice" if choice else "silence", name, points),
            repeated=Effect("choice", name, NO_POINTS),
            reads=tuple(reads),
            heard=tuple(heard),
        )

    def _shifts(self, effects: model.Effects) -> tuple[tuple[int, int], ...]:
        # Sorted, because a revision's copy does not keep the order in which the author wrote people down.
        return tuple(sorted((self.bits.people[person], change) for person, change in effects.mood.items() if change))

    def _holds(self, condition: Condition, reads: list[Predicate]) -> Holds:
        predicate = compile_condition(condition, self.bits)
        reads.append(predicate)
        return predicate.holds

    def _exits(self, goto: tuple[model.Exit, ...], reads: list[Predicate]) -> Exits:
        return tuple((None if way.when is None else self._holds(way.when, reads), self.scenes[way.to]) for way in goto)

    def _spoken(self, lines: tuple[model.Line, ...], heard: list[Predicate]) -> Spoken:
        return tuple((None if line.when is None else self._holds(line.when, heard), LineSaid(line)) for line in lines)


def _points(effects: model.Effects) -> Points:
    return Points(effects.respect, effects.proactivity, effects.follow_through)


def _some(silence: Move | None) -> tuple[Move, ...]:
    return () if silence is None else (silence,)


def _moves(scenario: model.Scenario) -> Iterator[tuple[str, model.Move]]:
    for name, scene in scenario.scenes.items():
        for choice in scene.choices:
            yield f"{name}/{choice.id}", choice
        if scene.silence is not None:
            yield f"{name}/{SILENCE}", scene.silence


def _bits(scenario: model.Scenario, people: tuple[str, ...]) -> Bits:
    free = (1 << number for number in itertools.count())

    def give(names: Iterable[str]) -> Mapping[str, int]:
        return {name: next(free) for name in names}

    facts = {fact for _, move in _moves(scenario) for fact in (*move.remember, *move.forget)}
    return Bits(
        facts=give(sorted(facts)),
        open=give(scenario.promises),
        made=give(scenario.promises),
        kept=give(scenario.promises),
        broken=give(scenario.promises),
        seen=give(scenario.scenes),
        taken=give(name for name, _ in _moves(scenario)),
        people={person: number for number, person in enumerate(people)},
    )
