"""Why a condition never holds: the part of it that does not, or the two that never hold together."""

from __future__ import annotations

from dataclasses import replace
from itertools import combinations
from typing import TYPE_CHECKING, NamedTuple

from game.scenario.conditions import All, Condition, ElapsedIs, Fact, MoodIs, Not, PromiseIs, Seen, Taken, terms
from game.scenario.model import MOOD_MAX, MOOD_MIN
from game.scenario.parts import conditions, moves
from game.scenario.spelling import spelt
from game.trainer.check.asked import one_sided
from game.trainer.check.probing import probe

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from game.diagnostics import Diagnostic, Value
    from game.scenario.model import Move
    from game.scenario.parts import Path
    from game.trainer.check.case import Case

__all__ = ["with_reasons"]

_NAMED = 3
"""Choices that a reason names."""


class _Asked(NamedTuple):
    """A condition that never holds, and what is asked beside it."""

    path: Path
    hangs: str
    """The choice that hangs on it, or the scene a way leads to."""
    condition: Condition

    @property
    def parts(self) -> tuple[Condition, ...]:
        """That would all have to hold."""
        return self.condition.parts if isinstance(self.condition, All) else (self.condition,)

    @property
    def pairs(self) -> list[tuple[Condition, Condition]]:
        """Of its parts."""
        return list(combinations(self.parts, 2))

    @property
    def moods(self) -> list[Condition]:
        """Whether the moods it compares are each of those there are."""
        people = dict.fromkeys(term.person for term in terms(self.condition) if isinstance(term, MoodIs))
        return [MoodIs(person, "=", value) for person in people for value in range(MOOD_MIN, MOOD_MAX + 1)]


def with_reasons(case: Case, found: Sequence[Diagnostic]) -> list[Diagnostic]:
    """The findings, each condition that never holds with the reason, where one survey more can tell it."""
    spans = {finding.span for finding in found if finding.code == "condition-never-holds"}
    if not spans:
        return list(found)
    whens = dict(conditions(case.scenario))
    asked = {
        span: _Asked(each.path, each.name if each.kind == "choice" else "", whens[each.path])
        for each in one_sided(case)
        if (span := case.reading.places.place(*each.path)) in spans
    }
    questions = {each.path: [*each.parts, *(All(pair) for pair in each.pairs), *each.moods] for each in asked.values()}
    answers = probe(case, questions)
    if answers is None:
        return list(found)
    reasons = {
        span: _reason(case, each, frozenset(_held(questions[each.path], answers[each.path])))
        for span, each in asked.items()
    }
    return [
        replace(finding, values={**finding.values, **reasons.get(finding.span, {})})
        if finding.code == "condition-never-holds"
        else finding
        for finding in found
    ]


def _held(questions: Sequence[Condition], answers: Sequence[bool]) -> Iterator[Condition]:
    return (question for question, answer in zip(questions, answers, strict=True) if answer)


def _reason(case: Case, asked: _Asked, held: frozenset[Condition]) -> Mapping[str, Value]:
    """The values of the sentence; none where no part and no two of them are the reason."""
    facing = case.scenario.scenes[str(asked.path[1])].facing
    for part in asked.parts:
        if part not in held:
            return _reason_of_part(case, asked.hangs, part, held, facing)
    for pair in asked.pairs:
        if All(pair) not in held:
            one, other = (spelt(part, facing) for part in pair)
            return {"because": "never-both", "part": one, "other": other}
    return {}


def _reason_of_part(
    case: Case, hangs: str, part: Condition, held: frozenset[Condition], facing: str
) -> Mapping[str, Value]:
    part_words = spelt(part, facing)
    match part:
        case Fact(name):
            setters = _doing(case, lambda move: name in move.remember)
            if setters == [hangs]:
                return {"because": "fact-itself", "name": hangs, "fact": name}
            forgets = bool(_doing(case, lambda move: name in move.forget))
            return {"because": "fact-forgotten" if forgets else "fact", "fact": name, "choices": _listed(setters)}
        case PromiseIs(name, "kept"):
            keepers = _listed(_doing(case, lambda move: name in move.keep))
            return {"because": "kept", "promise": name, "choices": keepers}
        case PromiseIs(name, state):
            return {"because": state, "promise": name}
        case Taken(choice):
            return {"because": "taken", "choice": choice}
        case Seen(scene):
            return {"because": "seen", "scene": scene}
        case MoodIs(person):
            moods = [each.value for each in held if isinstance(each, MoodIs) and each in _moods_of(person)]
            whose = "mood" if person == facing else f"mood of {person}"
            if len(moods) == 1:
                return {"because": "mood-is", "whose": whose, "least": moods[0]}
            return {"because": "mood", "whose": whose, "least": min(moods), "most": max(moods)} if moods else {}
        case ElapsedIs():
            return {"because": "elapsed", "part": part_words}
        case Not(inner):
            return {"because": "not", "part": spelt(inner, facing)}
        case _:
            return {"because": "part", "part": part_words}


def _moods_of(person: str) -> list[MoodIs]:
    return [MoodIs(person, "=", value) for value in range(MOOD_MIN, MOOD_MAX + 1)]


def _doing(case: Case, does: Callable[[Move], bool]) -> list[str]:
    return [name for _, name, move in moves(case.scenario) if does(move)]


def _listed(names: Sequence[str]) -> str:
    """Some names, and a sign where there are more."""
    return ", ".join(f"`{name}`" for name in names[:_NAMED]) + (" …" if len(names) > _NAMED else "")
