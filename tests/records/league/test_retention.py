"""What is kept for how long."""

from __future__ import annotations

import pytest
from sqlalchemy import insert

from game.records.database.connection import Database
from game.records.database.tables import CODES, DEVICES, REPORTS, SESSIONS, STEPS
from game.records.league import devices, entries, guesses, players, reports, retention, seasons, teams
from game.records.league.rebuild import differences
from game.records.league.retention import JOURNAL_MS, Swept
from tests.records.league.company import CASES, DAY_MS, NOW, Company

NOTHING = Swept(0, 0, 0, 0, 0, 0, 0, 0)


@pytest.fixture
def company(league_database: Database) -> Company:
    """A team without members."""
    return Company.founded(league_database)


def swept(company: Company, now_ms: int) -> Swept:
    """How much went."""
    return company.ask(retention.sweep, now_ms)


def test_journals_go_after_ninety_days_and_results_stay(company: Company) -> None:
    """Boards with them; their hash stays too."""
    (lea,) = company.join("Lea")
    company.ask(entries.enter, lea, company.season, "Lea", NOW)
    company.play(lea, 700, journal_hash="0" * 64)
    assert swept(company, NOW + JOURNAL_MS).journals == 0
    assert swept(company, NOW + JOURNAL_MS + 1).journals == 1
    assert swept(company, NOW + JOURNAL_MS + 1) == NOTHING
    (row,) = company.rows(SESSIONS)
    assert (row.journal, row.score, row.journal_hash) == (None, 700, "0" * 64)
    with company.database.reading() as c:
        assert differences(c) == []


def test_an_open_session_is_given_up_after_ninety_days(company: Company) -> None:
    """With the times of its steps; until then nothing of it is touched."""
    (lea,) = company.join("Lea")
    session = company.play(lea, None, state="open", journal=None)
    row = {"session": session, "n": 1, "body_hash": "0" * 64, "choice": "a/b", "ms": 1}
    company.ask(lambda c: c.execute(insert(STEPS).values(row)))
    before = company.rows(SESSIONS)
    assert swept(company, NOW + JOURNAL_MS)._replace(codes=0, seasons=0) == NOTHING
    assert company.rows(SESSIONS) == before
    found = swept(company, NOW + JOURNAL_MS + 1)
    assert (found.abandoned, found.steps) == (1, 1)
    (row_after,) = company.rows(SESSIONS)
    assert (row_after.state, row_after.counts) == ("abandoned", False)
    assert company.rows(STEPS) == []


def test_times_of_steps_do_not_outlive_their_session(company: Company) -> None:
    """Should any be left."""
    (lea,) = company.join("Lea")
    session = company.play(lea)
    row = {"session": session, "n": 1, "body_hash": "0" * 64, "choice": "a/b", "ms": 1}
    company.ask(lambda c: c.execute(insert(STEPS).values(row)))
    assert swept(company, NOW).steps == 1


def test_codes_tokens_and_guesses_go_when_they_count_no_more(company: Company) -> None:
    """And not before."""
    (lea,) = company.join("Lea")
    token = company.ask(devices.let_in_trainer, company.trainer, NOW)
    company.ask(players.add_device_code, lea, NOW)
    company.ask(guesses.guess, "here", NOW)
    assert swept(company, NOW + 1) == NOTHING
    assert company.ask(devices.trainer_at, token, NOW + 1) == company.trainer
    found = swept(company, NOW + DAY_MS)
    assert (found.codes, found.devices, found.guesses) == (2, 1, 2)
    assert company.rows(CODES) == []
    assert [row.player for row in company.rows(DEVICES)] == [lea]


def test_a_code_that_is_used_up_goes(company: Company) -> None:
    """Though it would still live."""
    company.ask(teams.drop_codes, company.trainer, company.team, NOW)
    code = company.ask(teams.give_code, company.trainer, company.team, NOW, uses=1)
    company.ask(players.join, code, "Lea", None, NOW)
    assert swept(company, NOW).codes == 1


def test_ended_seasons_are_closed(company: Company) -> None:
    """Those that run go on."""
    ends_ms = company.ask(seasons.season, "spring").ends_ms
    assert swept(company, ends_ms - 1).seasons == 0
    assert swept(company, ends_ms).seasons == 1
    assert company.ask(seasons.season, "spring").state == "closed"


def test_who_was_counted_in_reports_goes_with_a_closed_team(company: Company) -> None:
    """After ninety days; nobody is told anything new of it then."""
    for player in company.crew(5):
        company.play(player, 500, CASES[0])
    company.ask(reports.report, company.trainer, company.team, "spring", NOW)
    company.ask(teams.close, company.trainer, company.team, NOW)
    assert swept(company, NOW + JOURNAL_MS).reports == 0
    assert swept(company, NOW + JOURNAL_MS + 1).reports == 1
    assert company.rows(REPORTS) == []


def test_several_processes_may_sweep_at_once(company: Company) -> None:
    """Each thing goes once."""
    from concurrent.futures import ThreadPoolExecutor

    (lea,) = company.join("Lea")
    for _each in range(5):
        company.play(lea)
    late = NOW + JOURNAL_MS + 1
    with ThreadPoolExecutor(4) as processes:
        found = list(
            processes.map(lambda _number: company.database.write(lambda c: retention.sweep(c, late)), range(4))
        )
    assert sum(each.journals for each in found) == 5
    assert sum(each.seasons for each in found) == 1
