"""Players: how they come, what they are called, which team they are in."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

import pytest
from sqlalchemy import select

from game.records.database.connection import Database
from game.records.database.tables import DEVICES, MEMBERS, PLAYERS, TEAM_TOTALS
from game.records.league import codes, devices, entries, players, standings, teams
from game.records.league.players import Membership
from tests.records.league.company import DAY_MS, NOW, Company, refusal

LOOK = {"hair": "curly", "skin": 3, "wheelchair": True, "age": 41, "headscarf": None}


@pytest.fixture
def company(league_database: Database) -> Company:
    """A team to join."""
    return Company.founded(league_database)


def test_a_code_makes_a_player_who_is_known_by_a_token(company: Company) -> None:
    """Whose hash alone is kept; the team is theirs, and they are not named in it."""
    joined = company.ask(players.join, company.code.lower(), " Zoe\u0308 ", LOOK, NOW)
    assert joined.player.pseudonym == "Zoë"
    assert joined.player.look == LOOK
    assert joined.team == Membership(company.team, "Night desk", NOW, False, 1)
    assert company.ask(players.player_of, joined.token, NOW + 5000 * DAY_MS) == joined.player
    assert company.ask(players.membership, joined.player.id) == joined.team
    assert len(joined.token) >= 43
    assert joined.token not in repr(company.rows(DEVICES))


def test_other_tokens_are_nobody_s(company: Company) -> None:
    """Whatever is sent."""
    company.join("Lea")
    for token in ("", "x", "x" * 100_000, "\x00", "\ud800", "%' OR 1=1 --"):
        assert company.ask(players.player_of, token, NOW) is None


def test_a_trainer_s_token_is_no_player_s(company: Company) -> None:
    """Nor the other way round."""
    token = company.ask(devices.let_in_trainer, company.trainer, NOW)
    joined = company.ask(players.join, company.code, "Lea", None, NOW)
    assert company.ask(players.player_of, token, NOW) is None
    assert company.ask(devices.trainer_at, joined.token, NOW) is None
    assert company.ask(devices.trainer_at, token, NOW) == company.trainer


def test_who_is_refused_has_used_no_code_and_is_not_there(company: Company) -> None:
    """The pseudonym and the look are looked at before."""
    for pseudonym, look, code in (
        ("x", None, "name-too-short"),
        (None, None, "name-missing"),
        ("Lea", {"hair": "none of these"}, "unknown-look"),
        ("Lea", {"skin": True}, "unknown-look"),
        ("Lea", {"age": 1000}, "unknown-look"),
        ("Lea", {"hair": ["curls"]}, "unknown-look"),
        ("Lea", {"\u202e": 1}, "unknown-look"),
    ):
        assert refusal(company.ask, players.join, company.code, pseudonym, look, NOW).code == code
    assert refusal(company.ask, players.join, "AAAA-AAAA", "Lea", None, NOW).code == "unknown-code"
    assert company.rows(PLAYERS) == []
    with company.database.reading() as c:
        assert [each.left for each in codes.codes_of(c, company.team, NOW)] == [100]


def test_another_device_is_led_to_the_same_player(company: Company) -> None:
    """By a code that works once and for ten minutes; one before it counts no more."""
    first = company.ask(players.join, company.code, "Lea", None, NOW)
    old = company.ask(players.add_device_code, first.player.id, NOW)
    code = company.ask(players.add_device_code, first.player.id, NOW)
    assert refusal(company.ask, players.join, old, None, None, NOW).code == "unknown-code"
    second = company.ask(players.join, code, None, None, NOW + 1)
    assert (second.player, second.team) == (first.player, first.team)
    assert second.token != first.token
    assert refusal(company.ask, players.join, code, None, None, NOW + 2).code == "unknown-code"
    late = company.ask(players.add_device_code, first.player.id, NOW)
    assert refusal(company.ask, players.join, late, None, None, NOW + 600_000).code == "unknown-code"
    company.ask(devices.forget, first.token)
    assert company.ask(players.player_of, first.token, NOW) is None
    assert company.ask(players.player_of, second.token, NOW) == first.player


def test_a_player_is_renamed_and_looks_otherwise(company: Company) -> None:
    """As far as it fits."""
    (lea,) = company.join("Lea")
    changed = company.ask(players.change, lea, pseudonym="Léa", look=LOOK)
    assert (changed.pseudonym, changed.look) == ("Léa", LOOK)
    assert company.ask(players.change, lea) == changed
    assert refusal(company.ask, players.change, lea, pseudonym="\u202eLea").code == "name-unseen-letter"
    assert company.ask(players.change, lea).pseudonym == "Léa"


def test_who_changes_the_team_takes_the_standing_along(company: Company) -> None:
    """Counts and totals of both teams follow, and a rebuild would find the same."""
    (lea,) = company.join("Lea")
    company.ask(entries.enter, lea, company.season, "Lea", NOW)
    company.play(lea, 800)
    other = company.ask(teams.make, company.trainer, "Day desk", NOW)
    code = company.ask(teams.give_code, company.trainer, other.id, NOW)
    assert _totals(company) == {company.team}
    joined = company.ask(players.change_team, lea, code, NOW + 1)
    assert joined == Membership(other.id, "Day desk", NOW + 1, False, 1)
    assert _totals(company) == {other.id}
    assert company.ask(players.change_team, lea, code, NOW + 2) == joined
    company.ask(players.leave, lea, NOW + 3)
    assert company.ask(players.membership, lea) is None
    assert _totals(company) == set()
    company.ask(players.leave, lea, NOW + 4)
    company.ask(players.change_team, lea, code, NOW + 3)
    assert _totals(company) == {other.id}
    own = company.ask(players.add_device_code, lea, NOW)
    assert refusal(company.ask, players.change_team, lea, own, NOW).code == "not-a-team-code"
    assert company.ask(players.join, own, None, None, NOW).player.id == lea  # it was not used up


def test_who_presses_several_times_at_once_is_in_one_team(company: Company) -> None:
    """In the new one, and never in two."""
    (lea,) = company.join("Lea")
    company.ask(entries.enter, lea, company.season, "Lea", NOW)
    company.play(lea)
    other = company.ask(teams.make, company.trainer, "Day desk", NOW).id
    code = company.ask(teams.give_code, company.trainer, other, NOW, uses=6)

    def press(_number: int) -> str:
        return company.database.write(lambda c: players.change_team(c, lea, code, NOW + 1)).team

    with ThreadPoolExecutor(6) as fingers:
        assert set(fingers.map(press, range(6))) == {other}
    assert [row.team for row in company.rows(MEMBERS) if row.until_ms is None] == [other]
    assert _totals(company) == {other}


def test_a_member_knows_how_many_they_are(company: Company) -> None:
    """For a number told of five is told of oneself and four."""
    crew = company.crew(3)
    found = company.ask(players.membership, crew[0])
    assert found is not None
    assert found.members == 3
    company.ask(players.leave, crew[1], NOW + 1)
    found = company.ask(players.membership, crew[0])
    assert found is not None
    assert found.members == 2


def test_a_player_says_whether_they_are_named(company: Company) -> None:
    """And takes it back; in another team they are asked anew."""
    (lea,) = company.join("Lea")
    for is_named in (True, False, True):
        company.ask(players.agree_to_be_named, lea, is_named=is_named)
        found = company.ask(players.membership, lea)
        assert found is not None
        assert found.is_named is is_named
    company.ask(players.leave, lea, NOW + 1)
    company.ask(players.change_team, lea, company.code, NOW + 2)
    assert company.ask(players.membership, lea) == Membership(company.team, "Night desk", NOW + 2, False, 1)


def _totals(company: Company) -> set[str]:
    """The teams that have members on the season's board."""
    with company.database.reading() as c:
        board = standings.find_board(c, company.season, "season", "ranked")
        asked = select(TEAM_TOTALS.c.team).where(TEAM_TOTALS.c.board == board, TEAM_TOTALS.c.members > 0)
        return set(c.scalars(asked))
