"""Seasons: what they are made of, when they run, how they end."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest

from game.records.database.connection import Database
from game.records.database.tables import AUDIT, SEASONS
from game.records.league import entries, players, seasons
from game.records.league.seasons import Plan, day_end_ms, day_start_ms
from tests.records.league.company import CASES, DAY_MS, NOW, TODAY, Company, put_case, refusal

UNFIT: list[tuple[dict[str, Any], str]] = [
    ({"slug": "spring"}, "season-name-taken"),
    ({"slug": ""}, "unfit-slug"),
    ({"slug": "Summer"}, "unfit-slug"),
    ({"slug": "-a"}, "unfit-slug"),
    ({"slug": "a--b"}, "unfit-slug"),
    ({"slug": "../x"}, "unfit-slug"),
    ({"slug": "a\n"}, "unfit-slug"),
    ({"slug": "a" * 65}, "unfit-slug"),
    ({"slug": "a-" * 10_000}, "unfit-slug"),
    ({"title": ""}, "name-too-short"),
    ({"title": "a\u202eb"}, "name-unseen-letter"),
    ({"zone": "Europe/Nowhere"}, "unknown-zone"),
    ({"zone": "../../etc/passwd"}, "unknown-zone"),
    ({"zone": ""}, "unknown-zone"),
    ({"zone": "\x00"}, "unknown-zone"),
    ({"zone": "x" * 10_000}, "unknown-zone"),
    ({"last_day": TODAY - timedelta(days=1)}, "unfit-days"),
    ({"first_day": TODAY - timedelta(days=9), "last_day": TODAY - timedelta(days=2)}, "unfit-days"),
    ({"last_day": TODAY + timedelta(days=800)}, "unfit-days"),
    ({"last_day": date.max}, "unfit-day"),
    ({"first_day": date.min}, "unfit-day"),
    ({"attempts": 0}, "unfit-attempts"),
    ({"attempts": 11}, "unfit-attempts"),
    ({"min_group": 4}, "unfit-group"),
    ({"min_group": 101}, "unfit-group"),
    ({"revisions": ()}, "no-cases"),
    ({"revisions": CASES[:1] * 51}, "too-many-cases"),
    ({"revisions": (CASES[0], CASES[0])}, "case-twice"),
    ({"revisions": ("d" * 64,)}, "unknown-case"),
    ({"revisions": ("e" * 64,)}, "unknown-case"),
    ({"revisions": ("f" * 64,)}, "unknown-case"),
    ({"revisions": ("\x00",)}, "unknown-case"),
]


@pytest.fixture
def company(league_database: Database) -> Company:
    """A season that runs."""
    return Company.founded(league_database)


def plan(**other: Any) -> Plan:
    """A season that could be made."""
    fit = Plan("summer", "Summer", TODAY, TODAY + timedelta(days=30), "Europe/Berlin", CASES)
    return fit._replace(**other)


def test_a_season_is_made_of_cases_at_revisions_in_their_order(company: Company) -> None:
    """And found by the name in its address."""
    made = company.ask(seasons.make, company.trainer, plan(revisions=CASES[::-1]), NOW)
    assert company.ask(seasons.season, "summer") == made
    assert (made.attempts, made.min_group, made.state, made.zone) == (2, 5, "open", "Europe/Berlin")
    cases = company.ask(seasons.cases_of, made.id)
    assert [(each.scenario, each.revision, each.title) for each in cases] == [
        ("case-2", CASES[2], "Case-2"),
        ("case-1", CASES[1], "Case-1"),
        ("case-0", CASES[0], "Case-0"),
    ]
    assert [each.slug for each in company.ask(seasons.seasons)] == ["summer", "spring"]


def test_days_begin_and_end_by_the_clock_of_the_zone() -> None:
    """Also those of 23 and 25 hours, and where midnight is left out."""
    hours = {
        (date(2026, 3, 29), "Europe/Berlin"): 23,
        (date(2026, 10, 25), "Europe/Berlin"): 25,
        (date(2026, 7, 1), "Europe/Berlin"): 24,
        (date(2026, 7, 1), "Asia/Kathmandu"): 24,
    }
    for (day, zone), expected in hours.items():
        assert (day_end_ms(day, zone) - day_start_ms(day, zone)) / 3_600_000 == expected
    began = datetime.fromtimestamp(day_start_ms(date(2026, 7, 1), "Europe/Berlin") / 1000, UTC)
    assert began == datetime(2026, 6, 30, 22, tzinfo=UTC)
    assert day_start_ms(date(2018, 11, 4), "America/Sao_Paulo") < day_end_ms(date(2018, 11, 4), "America/Sao_Paulo")


def test_it_runs_from_its_first_day_to_the_end_of_its_last(company: Company) -> None:
    """To the millisecond, while it is open."""
    made = company.ask(seasons.make, company.trainer, plan(), NOW)
    assert [made.runs(made.starts_ms + each) for each in (-1, 0)] == [False, True]
    assert [made.runs(made.ends_ms + each) for each in (-1, 0)] == [True, False]
    assert made.ends_ms - made.starts_ms in (31 * DAY_MS, 31 * DAY_MS + 3_600_000, 31 * DAY_MS - 3_600_000)
    assert not made._replace(state="closed").runs(NOW)


def test_what_does_not_fit_is_refused_and_nothing_is_made(company: Company) -> None:
    """Of cases those alone can be played that were published and not withdrawn."""
    with company.database.writing() as c:
        put_case(c, "d" * 64, "withdrawn", withdrawn_ms=NOW)
        put_case(c, "e" * 64, "unpublished", published_ms=None)
    before = company.rows(SEASONS), company.rows(AUDIT)
    for other, code in UNFIT:
        assert refusal(company.ask, seasons.make, company.trainer, plan(**other), NOW).code == code, other
    assert (company.rows(SEASONS), company.rows(AUDIT)) == before


def test_a_season_that_is_not_there_is_told(company: Company) -> None:
    """Whatever stands in the address."""
    for slug in ("", "x", "Spring", "\x00", "\ud800", "x" * 10_000):
        assert refusal(company.ask, seasons.season, slug).code == "unknown-season"


def test_a_case_on_every_disk_marks_the_season(company: Company) -> None:
    """And itself."""
    with company.database.writing() as c:
        put_case(c, "d" * 64, "shipped", is_open_book=True)
    open_book = company.ask(seasons.make, company.trainer, plan(revisions=(CASES[0], "d" * 64)), NOW)
    assert open_book.is_open_book
    assert [each.is_open_book for each in company.ask(seasons.cases_of, open_book.id)] == [False, True]
    assert not company.ask(seasons.season, "spring").is_open_book


def test_a_closed_season_takes_nobody_in(company: Company) -> None:
    """It is closed once; whoever stood on its boards does, in the team they were in, and may still withdraw."""
    lea, jo = company.join("Lea", "Jo")
    company.ask(entries.enter, lea, company.season, "Lea", NOW)
    company.play(lea)
    closed = company.ask(seasons.close, company.trainer, "spring", NOW + 1000)
    assert (closed.state, closed.ends_ms) == ("closed", NOW + 1000)
    assert company.ask(seasons.season, "spring") == closed
    assert refusal(company.ask, seasons.close, company.trainer, "spring", NOW).code == "season-closed"
    assert refusal(company.ask, entries.enter, jo, company.season, "Jo", NOW).code == "season-closed"
    company.ask(players.leave, lea, NOW + 2000)
    assert _differences(company) == []
    company.ask(entries.withdraw, lea, company.season)
    assert company.ask(entries.entry_of, company.season, lea) is None
    assert _differences(company) == []


def test_seasons_whose_last_day_has_passed_are_closed(company: Company) -> None:
    """By the operator, once."""
    ends_ms = company.ask(seasons.season, "spring").ends_ms
    assert company.ask(seasons.close_ended, ends_ms - 1) == 0
    assert company.ask(seasons.close_ended, ends_ms) == 1
    assert company.ask(seasons.close_ended, ends_ms) == 0
    assert company.ask(seasons.season, "spring")._replace(state="open").ends_ms == ends_ms
    line = company.rows(AUDIT)[-1]
    assert (line.actor, line.deed, line.subject) == ("operator", "close-season", "spring")


def _differences(company: Company) -> list[str]:
    """Where standings are not what a rebuild would make of the rest."""
    from game.records.league.rebuild import differences

    with company.database.reading() as c:
        return differences(c)
