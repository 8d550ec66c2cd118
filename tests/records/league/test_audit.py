"""The audit trail: whole, in order, shown to whom it is about."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress

import pytest
from sqlalchemy import delete, update

from game.records.database.connection import Database
from game.records.database.tables import AUDIT
from game.records.league import audit, players, teams
from game.records.league.audit import ChainFault, chain_faults, note
from game.records.uuid7 import uuid7
from tests.records.league.company import NOW, Company, new_trainer


class Undone(Exception):
    """Ends a transaction so that nothing of it is kept."""


@pytest.fixture
def company(league_database: Database) -> Company:
    """A trainer and a team."""
    return Company.founded(league_database)


def test_many_processes_make_one_chain(league_database: Database) -> None:
    """Without gaps and forks, whoever comes first."""
    team = uuid7(NOW)

    def add(number: int) -> None:
        league_database.write(lambda c: note(c, audit.OPERATOR, "see-report", team, f"season-{number}", NOW))

    with ThreadPoolExecutor(8) as processes:
        list(processes.map(add, range(40)))
    with league_database.reading() as c:
        assert chain_faults(c) == []
        found = audit.lines(c, limit=100)
        assert audit.last_hash(c) == found[0].hash
    assert [each.n for each in found] == list(range(40, 0, -1))
    assert {each.subject for each in found} == {f"season-{number}" for number in range(40)}


def test_what_is_undone_leaves_no_line(company: Company) -> None:
    """A line and what it tells of are one transaction."""
    before = company.rows(AUDIT)
    with suppress(Undone), company.database.writing() as c:
        teams.make(c, company.trainer, "Other", NOW)
        raise Undone
    assert company.rows(AUDIT) == before
    company.ask(teams.make, company.trainer, "Other", NOW)
    with company.database.reading() as c:
        assert chain_faults(c) == []


def test_whatever_is_changed_is_found(company: Company) -> None:
    """Each field of a line; a line taken out, put in, or written anew with a hash that fits it."""
    for number in range(4):
        company.ask(note, company.trainer, "see-report", company.team, f"s{number}", NOW + number)
    last = max(row.n for row in company.rows(AUDIT))
    line = AUDIT.c.n == last - 1
    fields = {"at_ms": 1, "actor": "other", "deed": "see-audit", "team": None, "subject": "x", "hash": "0" * 64}
    for field, value in fields.items():
        faults = _faults_after(company, update(AUDIT).where(line).values({field: value}))
        assert faults[0] == ChainFault(last - 1, "changed"), field
    assert _faults_after(company, delete(AUDIT).where(line)) == [ChainFault(last - 1, "missing")]
    assert _faults_after(company, delete(AUDIT).where(AUDIT.c.n == 1)) == [ChainFault(1, "missing")]
    before = "1" * 64
    row = [last - 1, NOW, "operator", "see-report", None, "forged"]
    forged = dict(zip(("n", "at_ms", "actor", "deed", "team", "subject"), row, strict=True))
    written = update(AUDIT).where(line).values(**forged, prev_hash=before, hash=audit._hash(before, list(row)))
    assert _faults_after(company, written) == [ChainFault(last - 1, "torn"), ChainFault(last, "torn")]
    with company.database.reading() as c:
        assert chain_faults(c) == []


def test_what_was_tampered_with_can_still_be_read(company: Company) -> None:
    """Whatever stands in it: or whoever changed a line could keep all others from being seen."""
    with company.database.writing() as c:
        c.execute(update(AUDIT).where(AUDIT.c.n == 1).values(actor="nobody's key", deed="x", subject="<b>"))
    with company.database.reading() as c:
        assert audit.lines(c)[-1].actor_name is None
        assert audit.chain_faults(c) == [ChainFault(1, "changed")]


def test_a_deed_has_a_name(company: Company) -> None:
    """Or pages could not word it."""
    with pytest.raises(ValueError, match="see-everything"):
        company.ask(note, company.trainer, "see-everything", None, "x", NOW)


def test_members_see_what_was_looked_at_while_they_were_there(company: Company) -> None:
    """Their teams' lines with the trainer's name, and nobody else's; leafed through from line to line."""
    lea, jo = company.join("Lea", "Jo", now_ms=NOW + 10)
    other = company.ask(teams.make, company.trainer, "Other", NOW + 11)
    for number, team in enumerate((company.team, other.id, company.team)):
        company.ask(note, company.trainer, "see-report", team, f"s{number}", NOW + 20 + number)
    company.ask(players.leave, jo, NOW + 21)
    with company.database.reading() as c:
        seen = audit.lines_about(c, lea)
        assert [(each.subject, each.actor_name) for each in seen] == [("s2", "Kim"), ("s0", "Kim")]
        assert [each.subject for each in audit.lines_about(c, lea, before=seen[0].n)] == ["s0"]
        assert [each.subject for each in audit.lines_about(c, jo)] == ["s0"]
        everything = audit.lines(c, limit=3)
        assert [each.subject for each in everything] == ["s2", "s1", "s0"]
        assert audit.lines(c, before=2)[0].n == 1


def test_trainers_see_what_concerns_them(company: Company) -> None:
    """Their own deeds, their teams, seasons and cases; not when another signs in, nor what they look at."""
    with company.database.writing() as c:
        other = new_trainer(c, "Alex")
        theirs = teams.make(c, other, "Other", NOW).id
        note(c, other, "sign-in", None, other, NOW)
        note(c, other, "see-report", theirs, "spring", NOW)
        note(c, other, "close-season", None, "spring", NOW)
        note(c, audit.OPERATOR, "change-passphrase", None, other, NOW)
        note(c, company.trainer, "sign-in", None, company.trainer, NOW)
        note(c, audit.OPERATOR, "change-passphrase", None, company.trainer, NOW)
        seen = [each.deed for each in audit.lines_for(c, company.trainer)]
        assert seen == ["change-passphrase", "sign-in", "close-season", "make-season", "give-code", "make-team"]
        assert [each.deed for each in audit.lines_for(c, company.trainer, limit=1)] == ["change-passphrase"]


def test_the_operator_has_no_name(league_database: Database) -> None:
    """Whoever has the command line."""
    with league_database.writing() as c:
        note(c, audit.OPERATOR, "add-trainer", None, "x", NOW)
        assert audit.lines(c)[0].actor_name is None


def _faults_after(company: Company, change: object) -> list[ChainFault]:
    """What is found after a change, which is undone."""
    found: list[ChainFault] = []
    with suppress(Undone), company.database.writing() as c:
        assert c.execute(change).rowcount == 1  # type: ignore[call-overload]
        found += chain_faults(c)
        raise Undone
    return found
