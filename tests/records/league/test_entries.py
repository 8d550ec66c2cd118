"""Joining the boards of a season, and leaving them."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

import pytest
from sqlalchemy import func, select

from game.records.database.connection import Database
from game.records.database.tables import ENTRIES, SCORE_HIST, SESSIONS, STANDINGS
from game.records.league import entries, standings
from game.records.league.rebuild import differences
from game.records.league.refused import Refused
from tests.records.league.company import NOW, Company, refusal


@pytest.fixture
def company(league_database: Database) -> Company:
    """A season that runs."""
    return Company.founded(league_database)


def test_nobody_stands_on_a_board_who_did_not_ask_for_it(company: Company) -> None:
    """What was played before counts as soon as they do."""
    (lea,) = company.join("Lea")
    company.play(lea, 600)
    assert company.rows(STANDINGS) == []
    entry = company.ask(entries.enter, lea, company.season, "Night owl", NOW + 5)
    assert (entry.season, entry.pseudonym, entry.joined_ms) == (company.season, "Night owl", NOW + 5)
    assert {row.score for row in company.rows(STANDINGS)} == {600, 200}
    assert company.ask(entries.entries_of, lea) == (entry,)
    _is_as_rebuilt(company)


def test_who_withdraws_is_gone_from_every_count(company: Company) -> None:
    """What they played stays theirs, and they may come back."""
    lea, jo = company.join("Lea", "Jo")
    for player, name in ((lea, "Lea"), (jo, "Jo")):
        company.ask(entries.enter, player, company.season, name, NOW)
        company.play(player, 600)
        company.play(player, 500, mode="practice", counts=False)
    company.ask(entries.withdraw, lea, company.season)
    company.ask(entries.withdraw, lea, company.season)
    assert {row.player for row in company.rows(STANDINGS)} == {jo}
    assert len(company.rows(SESSIONS)) == 4
    _is_as_rebuilt(company)
    company.ask(entries.enter, lea, company.season, "Lea again", NOW)
    assert {row.player for row in company.rows(STANDINGS)} == {lea, jo}
    _is_as_rebuilt(company)


def test_a_name_on_a_board_is_mistaken_for_no_other(company: Company) -> None:
    """In one season; who has it may change its capitals, and others take it once it is free."""
    lea, jo = company.join("Lea", "Lea")
    company.ask(entries.enter, lea, company.season, "Anna", NOW)
    for name in ("Anna", "ANNA", "\u0410nna", "Anna ", "\uff21nna"):
        assert refusal(company.ask, entries.enter, jo, company.season, name, NOW).code == "name-taken"
    assert company.ask(entries.enter, lea, company.season, "ANNA", NOW + 9).joined_ms == NOW
    assert company.ask(entries.enter, lea, company.season, "Bea", NOW).pseudonym == "Bea"
    assert company.ask(entries.enter, jo, company.season, "Anna", NOW).pseudonym == "Anna"
    assert company.ask(entries.entry_of, company.season, lea) is not None
    assert refusal(company.ask, entries.enter, lea, company.season, "Anna", NOW).code == "name-taken"
    found = company.ask(entries.entry_of, company.season, lea)
    assert found is not None
    assert found.pseudonym == "Bea"


def test_of_two_who_want_a_name_at_once_one_has_it(company: Company) -> None:
    """The other is told, and stands there under none."""
    crew = company.crew(6)

    def enter(player: str) -> bool:
        try:
            company.database.write(lambda c: entries.enter(c, player, company.season, "Anna", NOW))
        except Refused as refused:
            return refused.code != "name-taken"
        return True

    with ThreadPoolExecutor(6) as people:
        assert sum(people.map(enter, crew)) == 1
    assert len(company.rows(ENTRIES)) == 1


def test_who_presses_several_times_at_once_stands_there_once(company: Company) -> None:
    """Under the name they asked for."""
    (lea,) = company.join("Lea")
    company.play(lea)

    def press(_number: int) -> str:
        return company.database.write(lambda c: entries.enter(c, lea, company.season, "Owl", NOW)).pseudonym

    with ThreadPoolExecutor(6) as fingers:
        assert set(fingers.map(press, range(6))) == {"Owl"}
    assert [row.pseudonym for row in company.rows(ENTRIES)] == ["Owl"]
    _is_as_rebuilt(company)


def test_what_does_not_fit_is_refused(company: Company) -> None:
    """The name, and a season that is not there."""
    (lea,) = company.join("Lea")
    assert refusal(company.ask, entries.enter, lea, company.season, "a\u202eb", NOW).code == "name-unseen-letter"
    assert refusal(company.ask, entries.enter, lea, company.team, "Lea", NOW).code == "unknown-season"
    assert company.rows(ENTRIES) == []


def _is_as_rebuilt(company: Company) -> None:
    """Whether standings are what a rebuild would make, and counted as many as stand there."""
    with company.database.reading() as c:
        assert differences(c) == []
        counted = c.scalar(select(func.sum(SCORE_HIST.c.n))) or 0
        assert counted == c.scalar(select(func.count()).select_from(STANDINGS))
        assert standings.find_board(c, company.season, "season", "ranked") is not None
