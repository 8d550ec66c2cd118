"""Teams: one trainer's each, and nobody else's."""

from __future__ import annotations

import pytest
from sqlalchemy import select

from game.records.database.connection import Database
from game.records.database.tables import AUDIT, TEAM_TOTALS
from game.records.league import codes, entries, players, teams
from tests.records.league.company import DAY_MS, NOW, Company, new_trainer, refusal


@pytest.fixture
def company(league_database: Database) -> Company:
    """A trainer and a team."""
    return Company.founded(league_database)


def test_a_trainer_s_teams_are_listed_with_their_members(company: Company) -> None:
    """By name; who left is counted no more."""
    lea, _jo = company.join("Lea", "Jo")
    company.ask(teams.make, company.trainer, "Day desk", NOW)
    company.ask(players.leave, lea, NOW + 1)
    found = company.ask(teams.teams_of, company.trainer)
    assert [(each.name, each.members) for each in found] == [("Day desk", 0), ("Night desk", 1)]


def test_nobody_else_can_so_much_as_see_it(company: Company) -> None:
    """It is told as if there were none, and what is no key at all likewise."""
    with company.database.writing() as c:
        other = new_trainer(c, "Mallory")
    assert company.ask(teams.teams_of, other) == ()
    for question in (teams.team_of, teams.open_team):
        assert refusal(company.ask, question, other, company.team).code == "unknown-team"
        for team in ("x", "", "\x00", "\ud800", company.team.upper(), company.trainer):
            assert refusal(company.ask, question, company.trainer, team).code == "unknown-team"
    for deed in (teams.close, teams.give_code, teams.drop_codes):
        assert refusal(company.ask, deed, other, company.team, NOW).code == "unknown-team"
    assert refusal(company.ask, teams.rename, other, company.team, "Mine", NOW).code == "unknown-team"
    assert [each.name for each in company.ask(teams.teams_of, company.trainer)] == ["Night desk"]


def test_names_are_fit_and_said_once_for_each_trainer(company: Company) -> None:
    """Two trainers may call theirs the same."""
    assert refusal(company.ask, teams.make, company.trainer, "night DESK", NOW).code == "team-name-taken"
    assert refusal(company.ask, teams.make, company.trainer, "a\u202eb", NOW).code == "name-unseen-letter"
    other = company.ask(teams.make, company.trainer, "<b>Day</b>", NOW)
    assert refusal(company.ask, teams.rename, company.trainer, other.id, "Night desk", NOW).code == "team-name-taken"
    assert company.ask(teams.rename, company.trainer, other.id, "<B>Day</B>", NOW).name == "<B>Day</B>"
    with company.database.writing() as c:
        another = new_trainer(c, "Alex")
    assert company.ask(teams.make, another, "Night desk", NOW).name == "Night desk"


def test_a_code_is_given_within_limits_and_taken_back(company: Company) -> None:
    """For so long and so many."""
    ask = company.ask
    for more, code in (
        ({"lifetime_ms": 0}, "code-lives-too-long"),
        ({"lifetime_ms": codes.LONGEST_MS + 1}, "code-lives-too-long"),
        ({"uses": 0}, "code-used-too-often"),
        ({"uses": codes.MOST_USES + 1}, "code-used-too-often"),
    ):
        assert refusal(ask, teams.give_code, company.trainer, company.team, NOW, **more).code == code
    ask(teams.drop_codes, company.trainer, company.team, NOW)
    assert refusal(ask, players.join, company.code, "Lea", None, NOW).code == "unknown-code"
    code = ask(teams.give_code, company.trainer, company.team, NOW)
    assert ask(players.join, code, "Lea", None, NOW + DAY_MS - 1).team
    assert refusal(ask, players.join, code, "Jo", None, NOW + DAY_MS).code == "unknown-code"


def test_a_closed_team_has_no_members_and_takes_none(company: Company) -> None:
    """Their standings go on without it; whoever looked after it can still look back."""
    (lea,) = company.join("Lea")
    company.ask(entries.enter, lea, company.season, "Lea", NOW)
    company.play(lea)
    company.ask(teams.close, company.trainer, company.team, NOW + 1)
    assert company.ask(players.membership, lea) is None
    assert refusal(company.ask, players.join, company.code, "Jo", None, NOW + 1).code == "unknown-code"
    for question in (teams.close, teams.give_code):
        assert refusal(company.ask, question, company.trainer, company.team, NOW).code == "team-closed"
    assert company.ask(teams.teams_of, company.trainer) == ()
    assert company.ask(teams.team_of, company.trainer, company.team).closed_ms == NOW + 1
    with company.database.reading() as c:
        assert c.scalars(select(TEAM_TOTALS.c.members).where(TEAM_TOTALS.c.members > 0)).all() == []


def test_whatever_is_done_leaves_a_line(company: Company) -> None:
    """By whom, about which team."""
    company.ask(teams.rename, company.trainer, company.team, "Desk", NOW)
    company.ask(teams.drop_codes, company.trainer, company.team, NOW)
    company.ask(teams.close, company.trainer, company.team, NOW)
    lines = [(row.actor, row.deed) for row in company.rows(AUDIT) if row.team == company.team]
    deeds = ("make-team", "give-code", "rename-team", "drop-codes", "close-team")
    assert lines == [(company.trainer, deed) for deed in deeds]
