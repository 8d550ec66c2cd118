"""Reports to trainers: of groups, never of somebody."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

import pytest

from game.records.database.connection import Database
from game.records.database.tables import AUDIT, REPORTS
from game.records.league import audit, entries, players, reports, teams
from game.records.league.reports import CaseReport, Report
from tests.records.league.company import CASES, NOW, Company, new_trainer, refusal

EMPTY = CaseReport("case-0", CASES[0], "Case-0")


@pytest.fixture
def company(league_database: Database) -> Company:
    """A team without members, and a season of three cases."""
    return Company.founded(league_database)


def told(company: Company, now_ms: int = NOW) -> Report:
    """What the trainer is told."""
    return company.ask(reports.report, company.trainer, company.team, "spring", now_ms)


def first(company: Company, now_ms: int = NOW) -> CaseReport:
    """Of the first case."""
    return told(company, now_ms).cases[0]


def test_from_five_on_a_case_is_told_of(company: Company) -> None:
    """The mean of the best that counts of each."""
    crew = company.crew(5)
    for number, player in enumerate(crew[:4]):
        company.play(player, 100 * number)
    assert first(company) == EMPTY
    company.play(crew[4], 300)
    company.play(crew[4], 400, respect=100)
    company.play(crew[4], 900, counts=False)
    company.play(crew[4], 1000, mode="practice")
    company.play(crew[4], None, state="open")
    found = told(company, NOW + 1)
    assert (found.season, found.least_group, found.members) == ("spring", 5, 5)
    assert found.cases[0] == EMPTY._replace(
        people=5, mean=200, respect=60, proactivity=60, follow_through=70, released_ms=NOW + 1
    )
    assert [each.people for each in found.cases[1:]] == [None, None]


def test_a_season_may_ask_for_larger_groups(league_database: Database) -> None:
    """Twelve is common in works agreements."""
    company = Company.founded(league_database, min_group=12)
    crew = company.crew(12)
    for player in crew[:11]:
        company.play(player)
    assert first(company) == EMPTY
    company.play(crew[11])
    assert first(company).people == 12


def test_one_who_plays_later_cannot_be_worked_out(company: Company) -> None:
    """Neither from their coming, nor from their going, nor from their playing again."""
    crew = company.crew(7)
    for player in crew[:6]:
        company.play(player, 500)
    before = first(company)
    company.play(crew[6], 1000)
    assert first(company, NOW + 1) == before
    company.play(crew[0], 1000)
    assert first(company, NOW + 2) == before
    company.ask(players.leave, crew[1], NOW + 3)
    assert first(company, NOW + 4) == before
    for player in crew[2:6]:
        company.play(player, 600)
    found = first(company, NOW + 5)
    assert (found.people, found.released_ms) == (6, NOW + 5)


def test_each_case_minds_itself(company: Company) -> None:
    """Five differ, but one alone in the second case."""
    crew = company.crew(10)
    for player in crew[:5]:
        company.play(player, 500, CASES[0])
        company.play(player, 500, CASES[1])
    before = told(company)
    for player in crew[5:]:
        company.play(player, 700, CASES[0])
    company.play(crew[5], 1000, CASES[1])
    after = told(company, NOW + 1)
    assert after.cases[0].mean == 600
    assert after.cases[1] == before.cases[1]


def test_another_team_of_nearly_the_same_people_tells_no_more(company: Company) -> None:
    """Five of six have followed their trainer into it: subtracted, the two reports would tell of the sixth."""
    crew = company.crew(6)
    for number, player in enumerate(crew):
        company.play(player, 100 * number)
    before = first(company)
    other = company.ask(teams.make, company.trainer, "Day desk", NOW).id
    code = company.ask(teams.give_code, company.trainer, other, NOW)
    for player in crew[:5]:
        company.ask(players.change_team, player, code, NOW + 1)
    followed = company.ask(reports.report, company.trainer, other, "spring", NOW + 2)
    assert followed.cases[0] == EMPTY
    company.ask(players.change_team, crew[5], code, NOW + 3)
    followed = company.ask(reports.report, company.trainer, other, "spring", NOW + 4)
    assert followed.cases[0] == before._replace(released_ms=NOW + 4)


def test_boards_cannot_be_subtracted_from_it(company: Company) -> None:
    """Everybody sees who stands on them, so that a few who do not are left out."""
    crew = company.crew(9)
    for number, player in enumerate(crew):
        company.play(player, 500 if number < 6 else 1000)
        if number < 6:
            company.ask(entries.enter, player, company.season, f"On board {number}", NOW)
    found = first(company)
    assert (found.people, found.mean) == (6, 500)
    (tenth,), others = company.join("Tenth"), company.join(*(f"Later {each}" for each in range(4)))
    for player in (tenth, *others):
        company.play(player, 100)
    found = first(company, NOW + 1)
    assert (found.people, found.mean) == (14, round((6 * 500 + 3 * 1000 + 5 * 100) / 14))


def test_whose_team_it_is_not_sees_nothing(company: Company) -> None:
    """Nor is there a line about it."""
    with company.database.writing() as c:
        other = new_trainer(c, "Mallory")
    before = company.rows(AUDIT)
    assert refusal(company.ask, reports.report, other, company.team, "spring", NOW).code == "unknown-team"
    refused = refusal(company.ask, reports.report, company.trainer, company.team, "autumn", NOW)
    assert refused.code == "unknown-season"
    assert company.rows(AUDIT) == before


def test_asked_at_once_it_is_released_once(company: Company) -> None:
    """Or each would be compared with what the others know not of."""
    for player in company.crew(6):
        company.play(player, 500)

    def ask(number: int) -> object:
        question = (company.trainer, company.team, "spring", NOW + number)
        return company.database.write(lambda c: reports.report(c, *question)).cases[0].released_ms

    with ThreadPoolExecutor(6) as trainers:
        assert len(set(trainers.map(ask, range(6)))) == 1
    assert [len(row.people) for row in company.rows(REPORTS)] == [1]


def test_members_see_that_it_was_looked_at(company: Company) -> None:
    """Each time."""
    (lea,) = company.join("Lea")
    told(company, NOW + 1)
    told(company, NOW + 2)
    with company.database.reading() as c:
        lines = audit.lines_about(c, lea)
    looked = [(each.deed, each.actor_name, each.subject) for each in lines if each.deed == "see-report"]
    assert looked == [("see-report", "Kim", "spring")] * 2
    assert lea not in repr(company.rows(AUDIT))
