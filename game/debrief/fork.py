"""Where the ending was chosen, and by what: the needs of the ways to endings that parted there."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

import msgspec

from game.scenario import conditions as ask
from game.scenario.conditions import Comparison
from game.scenario.model import Outcome
from game.session.events import PromiseBroken, SceneOpened
from game.session.predicate import compile_condition
from game.session.telling import choice_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from game.scenario.conditions import Condition
    from game.scenario.model import Exit
    from game.session.playbook import Playbook
    from game.session.state import State, Step

__all__ = ["Fork", "Need", "OtherEnding", "fork"]

_OPPOSITES: dict[Comparison, Comparison] = {"<": ">=", ">=": "<", ">": "<=", "<=": ">", "=": "!=", "!=": "="}

_WORTH: dict[Outcome, int] = {"lost": 0, "kept": 1, "delighted": 2}

Kind = Literal["open", "kept", "broken", "chosen", "seen", "mood", "elapsed", "any"]


class Need(msgspec.Struct, frozen=True):
    """Something an ending needs."""

    kind: Kind
    text: str = ""
    """The promise, the words of the choice, the chapter, or the person's name."""
    is_not: bool = False
    """It needs that this is not so."""
    comparison: Comparison = "="
    value: int = 0
    """A mood, or case seconds."""
    parts: tuple[Need, ...] = ()
    """Of which any will do."""
    is_met: bool | None = None
    """Whether the play had it; None where it may have changed after the ways parted."""


class OtherEnding(msgspec.Struct, frozen=True):
    """An ending that was not come to."""

    title: str
    outcome: Outcome
    needs: tuple[Need, ...]


class Fork(msgspec.Struct, frozen=True):
    """What decided the ending, in the end."""

    reasons: tuple[Need, ...]
    """What the play had that led to its ending; none where it is the one for all who missed the others."""
    missed: tuple[OtherEnding, ...]
    """The endings that came before it and are no worse, in the author's order."""


def fork(book: Playbook, last: Step) -> Fork | None:
    """Where the last step parted from other endings; None where it led to its own whatever had been before."""
    opened = [event.scene for event in last.events if isinstance(event, SceneOpened)]
    sources = [book.scenario.scenes[scene].goto for scene in opened[:-1]]
    ways = [*([_exits(book, last.choice)] if last.choice else []), *sources]
    targets = opened if last.choice else opened[1:]
    for exits, target in reversed(list(zip(ways, targets, strict=True))):
        if len(exits) > 1:
            return _parted(book, exits, target, last.after, is_sure=_is_sure(last))
    return None


def _exits(book: Playbook, name: str) -> Sequence[Exit]:
    choice = choice_of(book, name)
    if choice is not None:
        return choice.goto
    silence = book.scenario.scenes[name.partition("/")[0]].silence
    return () if silence is None else silence.goto


def _is_sure(last: Step) -> bool:
    """Whether nothing that conditions ask changed after the ways parted."""
    places = [place for place, event in enumerate(last.events) if isinstance(event, SceneOpened)]
    after = last.events[places[-2] if len(places) > 1 else 0 :]
    return not any(isinstance(event, PromiseBroken) for event in after)


def _parted(book: Playbook, exits: Sequence[Exit], target: str, after: State, *, is_sure: bool) -> Fork | None:
    places = [place for place, exit_ in enumerate(exits) if exit_.to == target]
    end = book.scenario.scenes[target].ending
    if end is None or len(places) > 1:  # of two ways to one scene nobody knows which
        return None
    place = places[0]
    state = after if is_sure else None
    missed = []
    for exit_ in exits[:place]:
        ending = book.scenario.scenes[exit_.to].ending
        if ending is not None and exit_.when is not None and _WORTH[ending.outcome] >= _WORTH[end.outcome]:
            needs = tuple(_needs(book, exit_.when, state))
            if needs:
                missed.append(OtherEnding(ending.title, ending.outcome, needs))
    taken = exits[place].when
    reasons = () if taken is None else tuple(_needs(book, taken, state))
    return Fork(reasons, tuple(missed)) if reasons or missed else None


def _needs(book: Playbook, condition: Condition, state: State | None) -> Iterator[Need]:
    """The parts of a condition that must all hold."""
    for part in condition.parts if isinstance(condition, ask.All) else (condition,):
        choices = _in_the_way(book, part)
        for each in choices or (part,):
            need, is_met = _need(book, each), _is_met(book, each, state)
            if need is not None and not (len(choices) > 1 and is_met):  # a list of all one did not do tells nothing
                yield msgspec.structs.replace(need, is_met=is_met)


def _is_met(book: Playbook, condition: Condition, state: State | None) -> bool | None:
    if state is None or any(isinstance(term, ask.ElapsedIs) for term in ask.terms(condition)):
        return None
    return bool(compile_condition(condition, book.bits).holds(state.elapsed, state.marks, state.moods))


def _in_the_way(book: Playbook, condition: Condition) -> Sequence[Condition]:
    """That a fact does not hold, said of each choice that sets it for good; nothing for any other condition."""
    match condition:
        case ask.Not(ask.Fact(name)) if all(move.retain & book.bits.facts[name] for move in book.moves.values()):
            return [ask.Not(ask.Taken(choice)) for choice in _rememberers(book, name)]
        case _:
            return ()


def _need(book: Playbook, condition: Condition, *, is_not: bool = False) -> Need | None:
    """A condition as something that is needed; None for what has no words of the author's."""
    scenario = book.scenario
    match condition:
        case ask.Not(inner):
            return _need(book, inner, is_not=not is_not)
        case ask.PromiseIs(name, state):
            return Need(state, scenario.promises[name].text, is_not)
        case ask.Taken(choice):
            return _chosen(book, [choice], is_not=is_not)
        case ask.Fact(name):
            return _chosen(book, _rememberers(book, name), is_not=is_not)
        case ask.Seen(scene):
            heading = scenario.scenes[scene].heading
            is_alone = sum(each.heading == heading for each in scenario.scenes.values()) == 1
            return Need("seen", heading, is_not) if heading is not None and is_alone else None
        case ask.MoodIs(person, comparison, value):
            compared = _OPPOSITES[comparison] if is_not else comparison
            return Need("mood", scenario.person(person).name, comparison=compared, value=value)
        case ask.ElapsedIs(comparison, value):
            compared = _OPPOSITES[comparison] if is_not else comparison
            return Need("elapsed", comparison=compared, value=value)
        case ask.Any(parts) if not is_not:
            found = [_need(book, part) for part in parts]
            return Need("any", parts=tuple(need for need in found if need is not None)) if all(found) else None
        case _:
            return None


def _chosen(book: Playbook, names: Sequence[str], *, is_not: bool) -> Need | None:
    choices = [choice_of(book, name) for name in names]
    needs = tuple(Need("chosen", choice.say or choice.do or "", is_not) for choice in choices if choice is not None)
    if not needs or len(needs) < len(names) or (is_not and len(needs) > 1):
        return None
    return needs[0] if len(needs) == 1 else Need("any", parts=needs)


def _rememberers(book: Playbook, fact: str) -> list[str]:
    """The choices and silences that set a fact."""
    bit = book.bits.facts[fact]
    return [name for name, move in book.moves.items() if move.remember & bit]
