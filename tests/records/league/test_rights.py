"""What a player may ask for: everything, and that nothing is kept."""

from __future__ import annotations

import json
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from typing import Any

import pytest
from sqlalchemy import func, insert, select

from game.records.database.connection import Database
from game.records.database.tables import (
    AUDIT,
    ENTRIES,
    METADATA,
    REPORTS,
    SCENARIOS,
    SCORE_HIST,
    STANDINGS,
    STEPS,
    TEAM_TOTALS,
)
from game.records.league import assignments, audit, entries, players, reports, rights
from game.records.league.rebuild import differences
from game.records.trouble import Trouble
from tests.records.league.company import CASES, DAY_MS, NOW, Company, put_play


@pytest.fixture
def company(league_database: Database) -> Company:
    """Six people on the boards, of whom a report was made."""
    company = Company.founded(league_database)
    kim, team = company.trainer, company.team
    with league_database.writing() as c:
        for number in range(6):
            player = players.join(c, company.code, f"Player {number}", None, NOW).player.id
            entries.enter(c, player, company.season, f"Owl {number}", NOW)
            put_play(c, company.season, player, 100 * number)
            put_play(c, company.season, player, 50, mode="practice", counts=False)
        given = assignments.give(c, kim, team, "x", CASES[:1], NOW + DAY_MS, NOW)
        assignments.progress(c, kim, given.id, NOW)
        reports.report(c, kim, team, "spring", NOW)
    return company


@pytest.fixture
def lea(company: Company) -> str:
    """Somebody who has everything there can be: devices, codes, an open session with steps."""
    lea: str = company.rows(STANDINGS)[0].player
    company.ask(players.add_device_code, lea, NOW)
    session = company.play(lea, None, CASES[1], state="open", journal=None)
    with company.database.writing() as c:
        row = {"session": session, "n": 1, "body_hash": "0" * 64, "choice": "secret/choice", "ms": 1234}
        c.execute(insert(STEPS).values(row))
    return lea


def test_everything_of_a_player_is_exported(company: Company, lea: str) -> None:
    """As one document that says all that the tables hold of them."""
    told = json.loads(company.ask(rights.export, lea))
    assert told["player"]["id"] == lea
    assert told["player"]["pseudonym"].startswith("Player")
    assert [each["name"] for each in told["teams"]] == ["Night desk"]
    assert len(told["devices"]) == 1
    assert len(told["codes"]) == 1
    assert [each["season"] for each in told["boards"]] == ["spring"]
    assert {(each["scope"], each["mode"]) for each in told["standings"]} == {
        (scope, mode) for scope in ("season", CASES[0]) for mode in ("ranked", "practice")
    }
    assert len(told["sessions"]) == 3
    assert [each["journal"] for each in told["sessions"]].count(["line 1", "line 2"]) == 2
    assert {each["subject"].partition(":")[0] for each in told["counted_in"]} == {"assignment", "case"}
    assert {"see-report", "see-progress"} <= {each["deed"] for each in told["trainers_deeds"]}
    assert all(each["trainer"] == "Kim" for each in told["trainers_deeds"])


def test_an_export_gives_away_nothing_of_an_open_session(company: Company, lea: str) -> None:
    """Neither what its choices are called nor what their tokens are made of; and no token of a device."""
    text = company.ask(rights.export, lea).decode()
    (session,) = (each for each in json.loads(text)["sessions"] if each["state"] == "open")
    assert session["steps"] == [{"n": 1, "ms": 1234}]
    assert not {"nonce", "seed"} & session.keys()
    assert "secret/choice" not in text
    assert "token_hash" not in text
    assert "code_hash" not in text


def test_an_export_tells_of_nobody_else(company: Company, lea: str) -> None:
    """Neither key nor name."""
    text = company.ask(rights.export, lea).decode()
    others = {row.player for row in company.rows(STANDINGS)} - {lea}
    assert len(others) == 5
    assert not any(each in text for each in others)


def test_nothing_is_kept_of_who_was_erased(company: Company, lea: str) -> None:
    """In no table, no list, no count; the rest stays as it was, and the trail whole."""
    before = company.rows(AUDIT), company.rows(SCENARIOS)
    name = next(row.pseudonym for row in company.rows(ENTRIES) if row.player == lea)
    company.ask(rights.erase, lea)
    held = {lea, lea.replace("-", ""), name}
    for table in METADATA.sorted_tables:
        text = repr(company.rows(table))
        assert not any(each in text for each in held), table.name
    assert company.rows(STEPS) == []
    assert (company.rows(AUDIT), company.rows(SCENARIOS)) == before
    assert len({row.player for row in company.rows(STANDINGS)}) == 5
    with company.database.reading() as c:
        assert differences(c) == []
        assert audit.chain_faults(c) == []
    _is_counted_right(company)


def test_no_token_of_theirs_counts_any_more(company: Company) -> None:
    """Nor a code; erasing twice does no more."""
    joined = company.ask(players.join, company.code, "Zoe", None, NOW)
    company.ask(rights.erase, joined.player.id)
    company.ask(rights.erase, joined.player.id)
    assert company.ask(players.player_of, joined.token, NOW) is None


def test_erasing_is_done_in_whole_or_not_at_all(company: Company, lea: str) -> None:
    """Whatever breaks on the way."""
    before = _everything(company)
    with pytest.raises(ZeroDivisionError):
        company.ask(_erase_and_break, lea)
    assert _everything(company) == before


def test_who_was_erased_cannot_be_worked_out_from_the_next_report(company: Company, lea: str) -> None:
    """It stays as it is, though one fewer is there."""
    told = company.ask(reports.report, company.trainer, company.team, "spring", NOW)
    company.ask(rights.erase, lea)
    later = company.ask(reports.report, company.trainer, company.team, "spring", NOW + DAY_MS)
    assert later.cases == told.cases
    assert later.cases[0].people == 6
    assert all(len(each) == 6 for row in company.rows(REPORTS) for each in row.people)


def test_plays_that_end_meanwhile_leave_no_trace(company: Company) -> None:
    """Erased in the midst of others' and their own plays, counts are those of a rebuild."""
    crew = sorted({row.player for row in company.rows(STANDINGS)})

    def erase(player: str) -> None:
        company.database.write(lambda c: rights.erase(c, player))

    def play(player: str) -> None:
        try:
            for score in (700, 800, 900):
                company.database.write(partial(put_play, season=company.season, player=player, score=score))
        except Trouble:
            return  # they are no more

    with ThreadPoolExecutor(6) as people:
        done = [people.submit(play, player) for player in crew]
        done += [people.submit(erase, player) for player in crew[:3]]
        for each in done:
            each.result()
    with company.database.reading() as c:
        assert differences(c) == []
    assert {row.player for row in company.rows(STANDINGS)} == set(crew[3:])
    _is_counted_right(company)


def _erase_and_break(c: Any, player: str) -> None:
    rights.erase(c, player)
    raise ZeroDivisionError


def _everything(company: Company) -> list[list[Any]]:
    return [company.rows(table) for table in METADATA.sorted_tables]


def _is_counted_right(company: Company) -> None:
    """Histogram and totals count those who stand there, and nobody else."""
    with company.database.reading() as c:
        standing = c.scalar(select(func.count()).select_from(STANDINGS))
        assert c.scalar(select(func.sum(SCORE_HIST.c.n))) == standing
        assert c.scalar(select(func.sum(TEAM_TOTALS.c.members))) == standing
        assert c.scalar(select(func.sum(TEAM_TOTALS.c.total))) == c.scalar(select(func.sum(STANDINGS.c.score)))
        assert not any(_negative(c))


def _negative(c: Any) -> Iterator[int]:
    yield from c.scalars(select(SCORE_HIST.c.n).where(SCORE_HIST.c.n < 0))
    yield from c.scalars(select(TEAM_TOTALS.c.members).where(TEAM_TOTALS.c.members < 0))
