"""Codes that lead into a team or onto another device, and how often they may be guessed."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

import pytest
from sqlalchemy import Connection, select

from game.records.database.connection import Database
from game.records.database.engines import WRITES
from game.records.database.tables import CODES, GUESSES, SECRETS
from game.records.league import codes, guesses, retention
from game.records.league.codes import Target
from game.records.league.refused import Refused
from game.records.league.secrets import KEPT, make_secrets, secret
from tests.records.league.company import DAY_MS, NOW, Company, refusal

HERE = guesses.place_of("192.0.2.7")
MINUTE_MS = 60_000


@pytest.fixture
def company(league_database: Database) -> Company:
    """A team to join."""
    return Company.founded(league_database)


def team_code(company: Company, uses: int = 1, lifetime_ms: int = DAY_MS) -> str:
    """A code into the team."""
    target = Target(company.team, None)
    return company.ask(codes.make_code, target, lifetime_ms=lifetime_ms, uses=uses, now_ms=NOW)


def test_a_code_is_understood_however_it_is_typed(company: Company) -> None:
    """Small letters, blanks, dashes, full width, and what is misread by eye."""
    code = team_code(company, uses=10)
    assert len(code) == 9
    assert code[4] == "-"
    misread = code.replace("0", "o").replace("1", "l")
    wide = "".join(chr(ord(each) + 0xFEE0) for each in code.replace("-", ""))
    for typed in (code, code.lower(), code.replace("-", ""), f" {code} ", misread, wide, code.replace("-", " – ")):
        assert company.ask(codes.use, typed, NOW) == Target(company.team, None)


def test_a_code_can_be_used_so_often_and_so_long(company: Company) -> None:
    """Then it is told in the same words as one that never was."""
    code = team_code(company, uses=2, lifetime_ms=1000)
    assert sorted(each.left for each in company.ask(codes.codes_of, company.team, NOW)) == [2, 100]
    company.ask(codes.use, code, NOW)
    company.ask(codes.use, code, NOW + 999)
    told = {
        refusal(company.ask, codes.use, code, NOW).code,
        refusal(company.ask, codes.use, team_code(company, lifetime_ms=1000), NOW + 1000).code,
        refusal(company.ask, codes.use, "0000-0000", NOW).code,
        refusal(company.ask, codes.use, "", NOW).code,
        refusal(company.ask, codes.use, "U" * 8, NOW).code,
        refusal(company.ask, codes.use, "\ud800\u0000" * 5000, NOW).code,
    }
    assert told == {"unknown-code"}


def test_the_last_use_is_one_use_however_many_come_at_once(company: Company) -> None:
    """Of eight, one is let in."""
    code = team_code(company, uses=1)

    def use(_number: int) -> bool:
        try:
            company.database.write(lambda c: codes.use(c, code, NOW))
        except Refused:
            return False
        return True

    with ThreadPoolExecutor(8) as people:
        assert sum(people.map(use, range(8))) == 1


def test_the_database_does_not_hold_the_code(company: Company) -> None:
    """Nor its plain hash, by which 2**40 codes could be tried through."""
    import hashlib

    code = team_code(company)
    letters = code.replace("-", "")
    kept = repr(company.rows(CODES))
    for text in (code, letters):
        assert text not in kept
        assert hashlib.sha256(text.encode()).hexdigest() not in kept


def test_processes_that_start_at_once_share_their_secrets(league_database: Database) -> None:
    """Whoever is quicker makes them."""

    def start(_number: int) -> list[bytes]:
        league_database.write(make_secrets)
        with league_database.reading() as c:
            return [secret(c, name) for name in KEPT]

    with ThreadPoolExecutor(4) as processes:
        found = list(processes.map(start, range(4)))
    assert all(each == found[0] for each in found)
    assert len({bytes(each) for each in found[0]}) == len(KEPT)
    assert all(len(each) == 32 for each in found[0])


# --- guessing ---------------------------------------------------------------------------------------------------------


def guess(company: Company, place: str = HERE, now_ms: int = NOW) -> bool:
    """Whether a guess is let through, counted as a server does it."""
    try:
        company.database.write(lambda c: guesses.guess(c, place, now_ms))
    except Refused as refused:
        return refused.code != "too-many-guesses"
    return True


def test_ten_guesses_in_ten_minutes_and_no_more(company: Company) -> None:
    """From one place; from another there are as many."""
    assert [guess(company) for _each in range(12)] == [True] * 10 + [False] * 2
    assert guess(company, guesses.place_of("192.0.2.8"))
    refused = refusal(company.ask, guesses.guess, HERE, NOW)
    assert 0 < int(str(refused.values["retry_after_s"])) <= 600


def test_whoever_waits_may_guess_again(company: Company) -> None:
    """Gradually, so that the turn of ten minutes does not give twice as many."""
    start = NOW - NOW % guesses.SPAN_MS
    late = start + guesses.SPAN_MS - 1
    assert sum(guess(company, now_ms=late) for _each in range(12)) == 10
    assert sum(guess(company, now_ms=late + 2) for _each in range(12)) == 0
    assert sum(guess(company, now_ms=late + guesses.SPAN_MS // 2) for _each in range(12)) in (4, 5)
    assert sum(guess(company, now_ms=late + 3 * guesses.SPAN_MS) for _each in range(12)) == 10


def test_many_at_once_get_no_further(company: Company) -> None:
    """They are counted before they are looked at."""
    with ThreadPoolExecutor(8) as people:
        assert sum(people.map(lambda _number: guess(company), range(30))) == 10


def test_a_right_guess_does_not_count(company: Company) -> None:
    """A room of people may come through one address."""
    for _each in range(25):
        assert guess(company)
        company.ask(guesses.guessed_right, HERE, NOW)
    assert sum(guess(company) for _each in range(12)) == 10


def test_all_places_together_have_a_limit(company: Company, monkeypatch: pytest.MonkeyPatch) -> None:
    """Who has many addresses gets not much further."""
    monkeypatch.setattr(guesses, "MOST_EVERYWHERE", 15)
    places = [guesses.place_of(f"192.0.2.{number}") for number in range(20)]
    assert sum(guess(company, place) for place in places) == 15


def test_whoever_goes_on_guessing_has_nothing_written(company: Company) -> None:
    """Or whatever shares the transaction would be done again, and everybody would wait for who hammers at the door."""
    for _each in range(guesses.MOST):
        guess(company)

    def written(c: Connection) -> int:
        before: int = c.info.get(WRITES, 0)
        with pytest.raises(Refused, match="Wait"):
            guesses.guess(c, HERE, NOW)
        return int(c.info.get(WRITES, 0)) - before

    assert company.database.write(written) == 0


def test_no_address_is_kept_and_no_key_to_find_it_by(company: Company) -> None:
    """Places are hashed with the day's key, which the next day's sweep deletes."""
    guess(company)
    assert "192.0.2.7" not in repr(company.rows(GUESSES))
    today = {row.place for row in company.rows(GUESSES)}
    guess(company, now_ms=NOW + DAY_MS)
    assert not today & {row.place for row in company.rows(GUESSES) if row.span > NOW // guesses.SPAN_MS + 10}
    company.ask(retention.sweep, NOW + 2 * DAY_MS)
    assert company.rows(GUESSES) == []
    with company.database.reading() as c:
        assert not [name for name in c.scalars(select(SECRETS.c.name)) if name.startswith("guesses")]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("2001:db8::1", "2001:db8::ffff:1"),
        ("::ffff:192.0.2.7", "192.0.2.7"),
        ("testclient", "testclient"),
    ],
)
def test_a_network_of_ipv6_is_one_place(one: str, other: str) -> None:
    """Who has one of its addresses has all."""
    assert guesses.place_of(one) == guesses.place_of(other)
    assert guesses.place_of("2001:db8:0:1::1") != guesses.place_of("2001:db8::1")
