"""Assignments: what a team was given, and how far it is."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from game.records.database.connection import Database
from game.records.database.tables import ASSIGNMENTS, AUDIT
from game.records.league import assignments, players, teams
from game.records.league.assignments import Assignment, NamedProgress, OthersProgress, Progress
from tests.records.league.company import CASES, DAY_MS, NOW, Company, new_trainer, put_case, refusal

DUE = NOW + 7 * DAY_MS


@pytest.fixture
def company(league_database: Database) -> Company:
    """A team without members."""
    return Company.founded(league_database)


def given(company: Company, *revisions: str, title: str = "Two calls", due_ms: int = DUE) -> Assignment:
    """An assignment for the team."""
    cases = revisions or CASES[:2]
    return company.ask(assignments.give, company.trainer, company.team, title, cases, due_ms, NOW)


def seen(company: Company, assignment: Assignment, now_ms: int = NOW) -> Progress:
    """What the trainer sees."""
    return company.ask(assignments.progress, company.trainer, assignment.id, now_ms)


def test_a_member_sees_what_is_left(company: Company) -> None:
    """Whichever way the case was played, at just this revision and to its end."""
    lea, jo = company.join("Lea", "Jo")
    company.play(lea, case=CASES[0], mode="practice")
    assignment = given(company)
    company.play(jo, case=CASES[2])
    company.play(jo, None, CASES[0], state="open")
    (mine,) = company.ask(assignments.assigned_to, lea, NOW)
    assert (mine.id, mine.title, mine.due_ms, mine.is_done) == (assignment.id, "Two calls", DUE, False)
    assert [(each.scenario, each.title, each.is_done) for each in mine.cases] == [
        ("case-0", "Case-0", True),
        ("case-1", "Case-1", False),
    ]
    (theirs,) = company.ask(assignments.assigned_to, jo, NOW)
    assert [each.is_done for each in theirs.cases] == [False, False]
    company.play(lea, case=CASES[1])
    assert company.ask(assignments.assigned_to, lea, NOW)[0].is_done


def test_what_is_due_first_stands_first_and_goes_a_month_later(company: Company) -> None:
    """Of one's own team, and not what was due before one came."""
    (lea,) = company.join("Lea", now_ms=NOW)
    given(company, title="later", due_ms=DUE + DAY_MS)
    given(company, title="soon")
    titles = [each.title for each in company.ask(assignments.assigned_to, lea, NOW)]
    assert titles == ["soon", "later"]
    assert [each.title for each in company.ask(assignments.assigned_to, lea, DUE + 30 * DAY_MS)] == ["later"]
    code = company.ask(teams.give_code, company.trainer, company.team, DUE)
    jo = company.ask(players.join, code, "Jo", None, DUE).player.id
    assert [each.title for each in company.ask(assignments.assigned_to, jo, DUE)] == ["later"]
    company.ask(players.leave, lea, NOW + 1)
    assert company.ask(assignments.assigned_to, lea, NOW + 1) == ()


def test_its_day_ends_by_the_clock_of_a_season_or_by_utc(company: Company) -> None:
    """Whichever is said."""
    day = date(2027, 7, 1)
    by_utc = company.ask(assignments.due_of, day)
    assert datetime.fromtimestamp(by_utc / 1000, UTC) == datetime(2027, 7, 2, tzinfo=UTC)
    assert company.ask(assignments.due_of, day, "spring") == by_utc - 2 * 3_600_000
    assert refusal(company.ask, assignments.due_of, day, "autumn").code == "unknown-season"
    assert refusal(company.ask, assignments.due_of, date.max).code == "unfit-day"


def test_what_does_not_fit_is_refused(company: Company) -> None:
    """Nothing is given then."""
    with company.database.writing() as c:
        other = new_trainer(c, "Mallory")
        put_case(c, "d" * 64, "withdrawn", withdrawn_ms=NOW)
    ask, give, kim, team = company.ask, assignments.give, company.trainer, company.team
    assert refusal(ask, give, other, team, "x", CASES, DUE, NOW).code == "unknown-team"
    assert refusal(ask, give, kim, "x", "x", CASES, DUE, NOW).code == "unknown-team"
    assert refusal(ask, give, kim, team, "", CASES, DUE, NOW).code == "name-too-short"
    assert refusal(ask, give, kim, team, "x", CASES, NOW, NOW).code == "unfit-day"
    assert refusal(ask, give, kim, team, "x", CASES, NOW + 800 * DAY_MS, NOW).code == "unfit-day"
    assert refusal(ask, give, kim, team, "x", (), DUE, NOW).code == "no-cases"
    assert refusal(ask, give, kim, team, "x", ("d" * 64,), DUE, NOW).code == "unknown-case"
    ask(teams.close, kim, team, NOW)
    assert refusal(ask, give, kim, team, "x", CASES, DUE, NOW).code == "team-closed"
    assert company.rows(ASSIGNMENTS) == []


def test_one_that_is_taken_back_is_gone(company: Company) -> None:
    """For members and trainer; nobody else could."""
    (lea,) = company.join("Lea")
    assignment = given(company)
    with company.database.writing() as c:
        other = new_trainer(c, "Mallory")
    assert refusal(company.ask, assignments.withdraw, other, assignment.id, NOW).code == "unknown-assignment"
    assert refusal(company.ask, assignments.progress, other, assignment.id, NOW).code == "unknown-assignment"
    assert refusal(company.ask, assignments.assignments_of, other, company.team).code == "unknown-team"
    assert company.ask(assignments.assignments_of, company.trainer, company.team) == (assignment,)
    company.ask(assignments.withdraw, company.trainer, assignment.id, NOW)
    assert company.ask(assignments.assigned_to, lea, NOW) == ()
    assert company.ask(assignments.assignments_of, company.trainer, company.team) == ()
    for key in (assignment.id, "", "x", "\x00", "\ud800"):
        assert refusal(company.ask, assignments.progress, company.trainer, key, NOW).code == "unknown-assignment"


def test_a_case_that_was_withdrawn_need_not_be_played(company: Company) -> None:
    """It cannot be."""
    from game.records.league.cases import withdraw

    (lea,) = company.join("Lea")
    given(company)
    company.play(lea, case=CASES[0])
    company.ask(withdraw, CASES[1], actor=company.trainer, now_ms=NOW)
    (mine,) = company.ask(assignments.assigned_to, lea, NOW)
    assert [each.scenario for each in mine.cases] == ["case-0"]
    assert mine.is_done


def test_those_alone_are_named_who_agreed(company: Company) -> None:
    """Of the others a number is told, from five on, and never that it is all of them or none."""
    lea, jo = company.join("Lea", "Jo")
    crew = company.crew(5)
    company.ask(players.agree_to_be_named, lea, is_named=True)
    company.play(lea, case=CASES[0])
    for player in crew[:3]:
        company.play(player, case=CASES[0])
    assignment = given(company, CASES[0])
    told = seen(company, assignment)
    assert told.named == (NamedProgress("Lea", 1, True),)
    assert (told.unnamed, told.least_group) == (6, 5)
    assert told.others == OthersProgress(6, 3, 3, NOW)
    assert jo not in repr(told)
    assert "Jo" not in repr(told)
    for player in (*crew[3:], jo):
        company.play(player, case=CASES[0])
    later = NOW + DAY_MS
    assert seen(company, assignment, later).others == OthersProgress(6, 5, 6, later)


def test_few_others_are_not_told_about(company: Company) -> None:
    """Four of five agreed: a number would be the fifth's own."""
    crew = company.crew(5)
    for player in crew[:4]:
        company.ask(players.agree_to_be_named, player, is_named=True)
    told = seen(company, given(company))
    assert (len(told.named), told.unnamed, told.others) == (4, 1, None)


def test_who_takes_the_agreement_back_cannot_be_worked_out(company: Company) -> None:
    """The others' number stays about those it was about."""
    crew = company.crew(6)
    company.ask(players.agree_to_be_named, crew[5], is_named=True)
    assignment = given(company, CASES[0])
    before = seen(company, assignment).others
    assert before is not None
    company.ask(players.agree_to_be_named, crew[5], is_named=False)
    company.play(crew[5], case=CASES[0])
    told = seen(company, assignment, NOW + DAY_MS)
    assert told.unnamed == 6
    assert told.others == before._replace(released_ms=before.released_ms)


def test_a_number_does_not_follow_by_the_minute(company: Company) -> None:
    """Or whoever watches it would see who did it; at once when five did."""
    crew = company.crew(8)
    assignment = given(company, CASES[0])
    for player in crew[:2]:
        company.play(player, case=CASES[0])
    assert seen(company, assignment).others == OthersProgress(8, 2, 2, NOW)
    company.play(crew[2], case=CASES[0])
    assert seen(company, assignment, NOW + 1).others == OthersProgress(8, 2, 2, NOW)
    tomorrow = NOW + DAY_MS
    assert seen(company, assignment, tomorrow).others == OthersProgress(8, 3, 3, tomorrow)


def test_another_assignment_of_the_same_case_tells_no_more(company: Company) -> None:
    """Of a team that one has left; of another case it does."""
    crew = company.crew(6)
    for player in crew[:3]:
        company.play(player, case=CASES[0])
    assert seen(company, given(company, CASES[0])).others == OthersProgress(6, 3, 3, NOW)
    company.ask(players.leave, crew[0], NOW + 1)
    assert seen(company, given(company, *CASES[:2])).others is None
    assert seen(company, given(company, CASES[2])).others == OthersProgress(5, 0, 1, NOW)


def test_the_same_case_given_to_another_team_tells_no_more(company: Company) -> None:
    """Into which all but one have gone."""
    crew = company.crew(6)
    for player in crew[:3]:
        company.play(player, case=CASES[0])
    assert seen(company, given(company, CASES[0])).others == OthersProgress(6, 3, 3, NOW)
    other = company.ask(teams.make, company.trainer, "Day desk", NOW).id
    code = company.ask(teams.give_code, company.trainer, other, NOW)
    for player in crew[1:]:
        company.ask(players.change_team, player, code, NOW + 1)
    theirs = company.ask(assignments.give, company.trainer, other, "x", CASES[:1], DUE, NOW)
    assert seen(company, theirs).others is None


def test_the_most_careful_season_says_how_many_are_few(league_database: Database) -> None:
    """An assignment belongs to none."""
    company = Company.founded(league_database, min_group=12)
    company.crew(11)
    told = seen(company, given(company))
    assert (told.least_group, told.others) == (12, None)


def test_whatever_is_done_and_looked_at_leaves_a_line(company: Company) -> None:
    """About the team, so that its members see it."""
    assignment = given(company)
    seen(company, assignment)
    company.ask(assignments.withdraw, company.trainer, assignment.id, NOW)
    lines = [(row.deed, row.team) for row in company.rows(AUDIT) if row.subject == assignment.id]
    assert lines == [(deed, company.team) for deed in ("give-assignment", "see-progress", "withdraw-assignment")]
