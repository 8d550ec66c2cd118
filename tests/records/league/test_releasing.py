"""Figures about groups: whatever a trainer subtracts from whatever else, it tells of nobody."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from itertools import combinations, product
from random import Random
from typing import Any

import pytest

from game.records.database.connection import Database
from game.records.database.tables import REPORTS
from game.records.league import releasing, teams
from game.records.league.releasing import DAY_MS, People, Question, Released, blurred, forget_player, release
from tests.records.league.company import NOW, Company

K = 5


@pytest.fixture
def company(league_database: Database) -> Company:
    """A team."""
    return Company.founded(league_database)


def group(*letters: str, **values: str) -> People:
    """People of whom nothing is known, or a value; one for each letter."""
    return {**nothing_of("".join(letters)), **values}


def nothing_of(players: Iterable[str]) -> People:
    """Players of whom nothing is known."""
    return dict.fromkeys(players, "")


def asked(company: Company, people: People, now_ms: int = NOW, **more: Any) -> Released | None:
    """What is told; the figures are whom they are about."""
    question = Question(company.team, "case:x", K, "values")._replace(**more)
    return company.ask(release, question, people, lambda chosen: {"about": "".join(sorted(chosen))}, now_ms)


def about(told: Released | None) -> str:
    """Whom it is about."""
    return "" if told is None else str(told.figures["about"])


def test_fewer_than_a_group_are_never_told_about(company: Company) -> None:
    """Nor is anything kept of them."""
    assert asked(company, group("abcd")) is None
    assert asked(company, {}) is None
    assert company.rows(REPORTS) == []
    assert about(asked(company, group("abcde"))) == "abcde"
    assert asked(company, group("abcde"), k=6, subject="case:y") is None


def test_one_who_comes_is_left_out_until_there_are_enough(company: Company) -> None:
    """So that the new figures minus the old ones are not theirs."""
    assert about(asked(company, group("abcdef"))) == "abcdef"
    for more in ("g", "gh", "ghi", "ghij"):
        assert about(asked(company, group("abcdef", more), NOW + 1)) == "abcdef"
    told = asked(company, group("abcdefghijk"), NOW + 2)
    assert told == Released({"about": "abcdefghijk"}, NOW + 2)


def test_one_who_goes_takes_no_figures_along(company: Company) -> None:
    """The old ones stay, with their date."""
    first = asked(company, group("abcdefg"))
    assert asked(company, group("abcdef"), NOW + 9 * DAY_MS) == first
    assert asked(company, {}, NOW + 9 * DAY_MS) == first


def test_one_value_that_changes_is_not_told(company: Company) -> None:
    """Of the same people; five are."""
    first = asked(company, group("abcdef"))
    assert asked(company, group("abcde", f="1"), NOW + 1) == first
    assert asked(company, group("ab", c="1", d="1", e="1", f="1"), NOW + 1) == first
    told = asked(company, group("a", b="1", c="1", d="1", e="1", f="1"), NOW + 2)
    assert told == Released({"about": "abcdef"}, NOW + 2)


def test_every_earlier_release_counts_not_only_the_last(company: Company) -> None:
    """Five go and five others with one more come: compared with the first, it would be one."""
    assert about(asked(company, group("abcdef"))) == "abcdef"
    assert about(asked(company, group("abcdefghijk"))) == "abcdefghijk"
    assert about(asked(company, group("abcdefl"))) == "abcdef"
    assert about(asked(company, group("abcdeghijkl"))) == "abcdef"


def test_two_teams_that_become_one_do_not_tell_of_who_comes_too(company: Company) -> None:
    """The figures of all, minus those of the one team and of the other, would be theirs."""
    assert about(asked(company, group("abcde"))) == "abcde"
    other, merged = (company.ask(teams.make, company.trainer, name, NOW).id for name in ("Day desk", "One desk"))
    assert about(asked(company, group("fghij"), team=other)) == "fghij"
    assert about(asked(company, group("abcdefghijk"), NOW + 1, team=merged)) in ("abcde", "fghij")
    assert about(asked(company, group("abcdefghijklmno"), NOW + 1, team=merged)) == "abcdefghijklmno"


def test_where_only_who_is_counted_tells_something_values_follow_once_a_day(company: Company) -> None:
    """Not at the minute somebody did something; at once when five did."""
    more: dict[str, Any] = {"sight": "membership"}
    first = asked(company, group("abcdefg"), **more)
    assert asked(company, group("abcdef", g="done"), NOW + 1, **more) == first
    later = NOW + DAY_MS
    assert asked(company, group("abcdef", g="done"), later, **more) == Released({"about": "abcdefg"}, later)
    at_once = group("a", g="done", **dict.fromkeys("bcdef", "done"))
    assert asked(company, at_once, later + 1, **more) == Released({"about": "abcdefg"}, later + 1)


def test_who_goes_and_comes_is_minded_whatever_the_day(company: Company) -> None:
    """Also in what tells of the same doings under another name."""
    more: dict[str, Any] = {"sight": "membership", "subject": "assignment:1"}
    asked(company, group("abcdef"), **more)
    assert about(asked(company, group("abcde"), NOW + 9 * DAY_MS, **more)) == "abcdef"
    other: dict[str, Any] = {
        "sight": "membership",
        "subject": "assignment:2",
        "overlapping": ("assignment:1", "assignment:2"),
    }
    assert asked(company, group("abcde"), NOW + 9 * DAY_MS, **other) is None
    assert about(asked(company, group("abcdefg"), NOW + 9 * DAY_MS, **other)) == "abcdef"
    apart: dict[str, Any] = {"sight": "membership", "subject": "assignment:3"}
    assert about(asked(company, group("abcde"), NOW + 9 * DAY_MS, **apart)) == "abcde"


def test_whoever_was_erased_still_makes_a_difference(company: Company) -> None:
    """By nobody's name; else those who stay could be released anew, and subtracted."""
    lea, jo = company.join("Lea", "Jo")
    first = asked(company, group("abcd") | nothing_of((lea, jo)))
    company.ask(forget_player, lea)
    assert company.ask(releasing.reports_about, lea) == ()
    assert company.ask(releasing.reports_about, jo) == ((company.team, "case:x", NOW),)
    (row,) = company.rows(REPORTS)
    assert lea not in row.people[0]
    assert len(row.people[0]) == 6
    assert asked(company, group("abcd") | {jo: ""}, NOW + DAY_MS) == first
    assert about(asked(company, group("abcdefghi") | {jo: ""}, NOW + DAY_MS)).startswith("0")


def test_what_may_not_be_told_of_some_is_told_of_others(company: Company) -> None:
    """Where figures refuse a group, the next best is asked, and nothing of the first is kept."""
    question = Question(company.team, "case:x", K, "values")
    assert company.ask(release, question, group("abcdef"), lambda _people: None, NOW) is None
    assert company.rows(REPORTS) == []


@pytest.mark.parametrize(
    ("n", "of", "told"),
    [(0, 5, (0, 1)), (1, 5, (0, 1)), (2, 5, (2, 2)), (3, 5, (3, 3)), (4, 5, (4, 5)), (5, 5, (4, 5))],
)
def test_that_all_did_or_none_is_not_told(n: int, of: int, told: tuple[int, int]) -> None:
    """For it would tell of each."""
    assert blurred(n, of) == told


@pytest.mark.parametrize("seed", range(3))
def test_no_releases_of_any_history_tell_of_few(company: Company, seed: int) -> None:
    """People come, go, play and are erased as it happens; of what was released, two and three are subtracted."""
    random = Random(seed)
    people: People = nothing_of(company.crew(16))
    for step in range(60):
        match random.randrange(5):
            case 0 if people:
                del people[random.choice(sorted(people))]
            case 1 | 2 if len(people) < 12:
                people |= nothing_of(company.join(f"Later {step}"))
            case 2 if people:
                gone = random.choice(sorted(people))
                del people[gone]
                company.ask(forget_player, gone)
            case _:
                for each in random.sample(sorted(people), random.randrange(len(people) + 1)):
                    people[each] = str(step)
        asked(company, dict(people), NOW + step)
    released = [each for row in company.rows(REPORTS) for each in row.people]
    assert len(released) > 3
    assert all(len(each) >= K for each in released)
    for chosen in (*combinations(released, 2), *combinations(released, 3)):
        for signs in product((1, -1), repeat=len(chosen)):
            left: Counter[tuple[str, str]] = Counter()
            for sign, each in zip(signs, chosen, strict=True):
                left.update(dict.fromkeys(each.items(), sign))
            players = {player for (player, _value), count in left.items() if count}
            assert not players or len(players) >= K
