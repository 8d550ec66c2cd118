"""The shipped cases have what a case that trains has, together and each."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from functools import cache

import pytest

from game import paths
from game.loader import find_scenarios
from game.loader.catalogues import Catalogue, catalogue_for
from game.scenario.model import DIMENSIONS, Choice, Effects, Habits, Scenario
from game.scenario.parts import effects, moves
from game.scenario.sentences import sentences
from game.session.compiler import compile_scenario
from game.solver import survey
from game.trainer.check.players import Guessing
from tests.shipped import CASES

FOUND = find_scenarios([paths.shipped_scenarios()])
each_case = pytest.mark.parametrize("case", CASES)


def scenario(case: str) -> Scenario:
    """A shipped case."""
    found = FOUND.reading(case).scenario
    assert found is not None
    return found


@cache
def guessing(case: str) -> Guessing:
    """All plays of a case, as those meet them who never keep silent."""
    return Guessing(scenario(case), survey(compile_scenario(scenario(case))))


def points(part: Effects) -> int:
    """All points of something together."""
    return part.respect + part.proactivity + part.follow_through


def scored(case: str) -> Iterator[Effects]:
    """Whatever brings or costs points."""
    return (each for _, each in effects(scenario(case)) if any(getattr(each, key) for key in DIMENSIONS))


@each_case
def test_a_case_is_neither_short_nor_long(case: str) -> None:
    """Two to four choices at a time, six to about twenty decisions, endings of all three outcomes."""
    found = guessing(case).futures
    assert {len(offer) for offer in found.offers} <= {1, 2, 3, 4}
    fewest, most = [0] * len(found.all), [0] * len(found.all)
    for number, (offer, _, targets) in enumerate(found.all):
        if offer >= 0:
            fewest[number] = 1 + min(fewest[target] for target in targets)
            most[number] = 1 + max(most[target] for target in targets)
    assert (fewest[found.first], most[found.first]) >= (6, 10)
    assert most[found.first] <= 21
    assert 12 <= len(scenario(case).scenes) <= 35
    outcomes = Counter(scene.ending.outcome for scene in scenario(case).scenes.values() if scene.ending)
    assert set(outcomes) == {"lost", "kept", "delighted"}
    assert scenario(case).promises


@each_case
def test_everything_has_its_reason_and_its_echo(case: str) -> None:
    """Every choice and silence says why, whatever scores says what it was like for them, and most get an answer."""
    assert all(move.because for _, _, move in moves(scenario(case)))
    assert all(each.because and each.feels for each in scored(case))
    said = [move for _, _, move in moves(scenario(case)) if isinstance(move, Choice) and move.say]
    assert sum(bool(move.answer) for move in said) >= len(said) / 2


@each_case
def test_some_price_shows_only_later(case: str) -> None:
    """A choice loses three points or more beyond what it loses at once."""
    found = guessing(case).futures
    best = [0] * len(found.all)
    later = 0
    for number, (offer, gains, targets) in enumerate(found.all):
        if offer >= 0:
            values = [gain + best[target] for gain, target in zip(gains, targets, strict=True)]
            best[number] = max(values)
            at_best = max(gain for gain, value in zip(gains, values, strict=True) if value == best[number])
            later += any(
                best[number] - value - (at_best - gain) >= 3 for gain, value in zip(gains, values, strict=True)
            )
    assert later


def test_every_habit_is_met_in_two_cases() -> None:
    """Virtues where they bring points, vices where they cost some."""
    met: dict[str, set[str]] = {key: set() for key in FOUND.habits}
    for case in CASES:
        for part in scored(case):
            for key in part.habit:
                if (points(part) > 0) == (FOUND.habits[key].kind == "virtue"):
                    met[key].add(case)
    assert {key: sorted(cases) for key, cases in met.items() if len(cases) < 2} == {}


def test_every_vice_tempts_somewhere() -> None:
    """On a choice that stands beside a worse one: it is not what anybody would rule out at once."""
    tempting: set[str] = set()
    for case in CASES:
        for scene in scenario(case).scenes.values():
            for choice in scene.choices:
                if any(points(other) < points(choice) for other in scene.choices if other is not choice):
                    tempting.update(choice.habit)
    assert {key for key, habit in FOUND.habits.items() if habit.kind == "vice"} <= tempting


@each_case
def test_a_case_trains_what_the_curriculum_says(case: str) -> None:
    """The habits of its lesson are virtues, and it rewards each."""
    lesson = FOUND.known_curriculum.lessons[case]
    rewarded = {key for part in scored(case) if points(part) > 0 for key in part.habit}
    assert set(lesson.trains) <= rewarded
    assert {FOUND.habits[key].kind for key in lesson.trains} == {"virtue"}


@pytest.mark.parametrize("name", [*CASES, "habits", "curriculum"])
def test_everything_is_told_in_german(name: str) -> None:
    """Each sentence has its translation, and no translation is left over or to be looked at again."""
    told = (
        Habits(habits=FOUND.habits)
        if name == "habits"
        else FOUND.known_curriculum.curriculum
        if name == "curriculum"
        else scenario(name)
    )
    kept = catalogue_for(paths.shipped_scenarios() / f"{name}.yaml", "de")
    assert kept is not None
    assert kept.reading.file is not None
    entries = [entry for entry in kept.reading.file.entries if not entry.is_obsolete]
    assert {entry.key for entry in entries} == {(each.context, each.text) for each in sentences(told)}
    assert all(entry.translation and not entry.is_fuzzy for entry in entries)
    assert all(Catalogue(entries).lookup(each.context, each.text) for each in sentences(told))
