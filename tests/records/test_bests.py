"""Bests and medals against a naive reading of the history, over random plays of random length."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from hypothesis.strategies import DrawFn

from game.records import MEDALS, Best, Result
from game.records.database.connection import Database
from game.records.database.opening import create
from game.records.database.rows import best_scores, play_counts, put_player, put_result, results_of
from game.records.people import Person
from game.records.results import medal_for, result_of
from game.records.uuid7 import is_uuid7, ms_of, uuid7, uuid7_of
from tests.records.plays import debrief_of
from tests.records.strategies import journals

DAY = 86_400_000


@st.composite
def histories(draw: DrawFn) -> list[Result]:
    """The results of some plays of a person who just came, each at a moment of its own or at the same."""
    person = uuid7(draw(st.integers(0, DAY)))
    found = []
    for number, journal in enumerate(draw(st.lists(journals(), max_size=8))):
        ended = draw(st.integers(0, 5)) * DAY
        key = uuid7_of(ended, f"{person} {number}")
        found.append(result_of(key, person, debrief_of(journal), Path(f"{number}.jsonl"), (ended, ended)))
    return found


def naive_bests(results: list[Result]) -> dict[str, Best]:
    """The same, play by play."""
    found: dict[str, Best] = {}
    for case in {each.scenario for each in results}:
        plays = [each for each in results if each.scenario == case and each.mode == "graded" and not each.was_rewound]
        if not plays:
            continue
        score = max(each.score or 0 for each in plays)
        medal = "gold" if score >= 900 else "silver" if score >= 750 else "bronze" if score >= 600 else None
        found[case] = Best(
            score,
            medal,  # type: ignore[arg-type] # the words are those of Medal
            any(each.lost == 0 for each in plays),
            len(plays),
            max(each.ended_ms for each in plays),
            any(each.has_timers for each in plays if each.score == score),
        )
    return found


@pytest.fixture(scope="module")
def database(tmp_path_factory: pytest.TempPathFactory) -> Database:
    """A database for all histories, each of somebody else."""
    path = tmp_path_factory.mktemp("bests") / "gastgeber.db"
    create(path)
    return Database(path)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(history=histories())
def test_bests_are_what_a_naive_reading_finds(database: Database, history: list[Result]) -> None:
    """A play without a slip is one that lost nothing; and the history gives back what was put in."""
    person = history[0].person if history else uuid7(0)
    with database.writing() as connection:
        put_player(connection, Person(person, "Lea"))
        for result in history:
            put_result(connection, result, 1)
    with database.reading() as connection:
        assert best_scores(connection, person) == naive_bests(history)
        kept = results_of(connection, person)
        counts = play_counts(connection, person)
    assert [each.session for each in kept] == sorted(
        (each.session for each in history), key=lambda key: (ms_of(key), key.replace("-", "")), reverse=True
    )
    by_key = {each.session: each for each in kept}
    for result in history:
        assert result.journal is not None
        found = by_key[result.session]
        assert found.journal is not None
        assert found.journal.name == result.journal.name
        assert {**vars(found), "journal": None} == {**vars(result), "journal": None}
        assert result.is_flawless == (result.lost == 0)
        assert counts[result.scenario] == sum(each.scenario == result.scenario for each in history)
        assert result.medal is None or result.counts


@given(st.integers(0, 1000))
def test_a_medal_is_the_highest_whose_threshold_is_reached(score: int) -> None:
    """To the point."""
    reached = [medal for medal, least in MEDALS.items() if score >= least]
    assert medal_for(score) == (reached[0] if reached else None)
    assert dict(MEDALS) == {"gold": 900, "silver": 750, "bronze": 600}


@given(st.integers(0, (1 << 48) - 1), st.integers(0, (1 << 48) - 1), st.text())
def test_keys_sort_by_time_and_say_when(one: int, other: int, name: str) -> None:
    """Of the same name and moment comes the same key; else another."""
    first, second = uuid7(one), uuid7(other)
    assert is_uuid7(first)
    assert ms_of(first) == one
    if one != other:
        assert (first < second) == (one < other)
    assert uuid7_of(one, name) == uuid7_of(one, name) != uuid7_of(one, name + "'")
    assert is_uuid7(uuid7_of(one, name))
    assert uuid7(one) != uuid7(one)
    assert not is_uuid7(first.upper() + "x")
    assert not is_uuid7("c232ab00-9414-11ec-b3c8-9f6bdeced846")  # of version 1
