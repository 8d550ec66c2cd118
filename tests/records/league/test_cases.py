"""Cases in a league: looked through, published, withdrawn, and held ready."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING

import pytest
from sqlalchemy import func, select, update

from game.paths import shipped_scenarios
from game.records import Trouble
from game.records.database.connection import Database
from game.records.database.tables import AUDIT, SCENARIOS, TRANSLATIONS
from game.records.league import audit
from game.records.league.casebook import CaseBook
from game.records.league.cases import Draft, cases, look_through, publish, publish_shipped, shipped, withdraw
from game.records.league.refused import Refused
from game.trainer.check import examine
from tests.records.league.rounds import CALLBACK_TEXT, NOW, SHIPPED, hold

if TYPE_CHECKING:
    from game.diagnostics import Diagnostic
    from game.loader import Reading

PO = 'msgid ""\nmsgstr ""\n\nmsgctxt "title"\nmsgid "The callback"\nmsgstr "Der Rückruf"\n'
TRAINER = "01890a5d-ac96-774b-bcce-b302099a8057"
OWN_TITLE = "title: The broken line, once more\n"


def own_case(**more: object) -> Draft:
    """A case that differs from a shipped one by its title, looked through by the checker."""
    text = (shipped_scenarios() / "broken-line.yaml").read_text(encoding="utf-8")
    return look_through("once-more", text.replace("title: The broken line\n", OWN_TITLE), examine, **more)  # type: ignore[arg-type]


def without_findings(reading: Reading) -> tuple[Diagnostic, ...]:
    """What the loader found, and nothing else."""
    return reading.diagnostics


def test_a_case_is_published_whole_and_stands_in_the_trail(league_database: Database) -> None:
    """With the habits it names; the same once more changes nothing but its time."""
    draft = own_case()
    assert [each.code for each in draft.findings if each.is_error] == []
    with league_database.writing() as c:
        told = publish(c, draft, actor=TRAINER, now_ms=NOW)
        assert publish(c, own_case(), actor=TRAINER, now_ms=NOW + 1) == told
    with league_database.reading() as c:
        row = c.execute(select(SCENARIOS)).one()
        assert [(line.deed, line.subject) for line in audit.lines(c)] == [("publish-case", told.revision)] * 2
    assert (row.scenario, row.title, row.is_open_book) == ("once-more", "The broken line, once more", False)
    assert (row.revision, row.published_ms, row.withdrawn_ms) == (told.revision, NOW + 1, None)
    assert OWN_TITLE in row.yaml
    assert row.habits.keys() == draft.habits.keys()
    book = CaseBook()
    with league_database.reading() as c:
        assert book.habits(c, told.revision, "en") == draft.habits
        assert book.book(c, told.revision).revision == told.revision


def test_a_case_with_errors_is_refused_with_what_was_found(league_database: Database) -> None:
    """The small case has a dead end; a text that is no case at all is found out too. Nothing is kept."""
    for text, code in ((CALLBACK_TEXT, "dead-end"), ("title: Nothing\n", "missing-key"), ("\x00\xff", "")):
        draft = look_through("mine", text, examine)
        assert not draft.is_fit
        assert not code or code in [each.code for each in draft.findings]
        with pytest.raises(Refused) as refused, league_database.writing() as c:
            publish(c, draft, actor=TRAINER, now_ms=NOW)
        assert refused.value.code == "case-at-fault"
    with league_database.reading() as c:
        assert c.scalar(select(func.count()).select_from(SCENARIOS)) == 0
        assert c.scalar(select(func.count()).select_from(AUDIT)) == 0


def test_a_case_that_cannot_be_scored_is_refused(league_database: Database) -> None:
    """Where no play comes to an ending there is no best one."""
    endless = """\
title: Endless
language: en
channel: phone
you: {name: Lea}
customer: {name: Reto}
scenes:
  call:
    says: Hello.
    choices:
      - say: Hello.
        again: true
        goto: call
"""
    draft = look_through("endless", endless, without_findings)
    assert draft.is_fit
    with pytest.raises(Refused) as refused, league_database.writing() as c:
        publish(c, draft, actor=TRAINER, now_ms=NOW)
    assert refused.value.code == "case-without-scores"


@pytest.mark.parametrize("name", ["", "Mine", "../mine", "a" * 65, "mine.yaml", "mi ne", "1mine", "<b>"])
def test_an_id_is_spelt_as_one(name: str) -> None:
    """It stands in addresses."""
    with pytest.raises(Refused) as refused:
        look_through(name, CALLBACK_TEXT, without_findings)
    assert refused.value.code == "bad-case-id"


def test_a_case_is_here_under_one_id(league_database: Database) -> None:
    """The same under another would be another case to nobody."""
    with league_database.writing() as c:
        publish(c, own_case(), actor=TRAINER, now_ms=NOW)
        with pytest.raises(Refused) as refused:
            publish(c, own_case()._replace(scenario="other"), actor=TRAINER, now_ms=NOW)
    assert refused.value.code == "case-here-already"


def test_own_habits_and_translations_are_looked_through_and_kept(league_database: Database) -> None:
    """A faulty one keeps the case from being published, and says where."""
    for more in ({"habits": "mine: 3\n"}, {"translations": {"de": "msgid nonsense\n"}}):
        draft = own_case(**more)
        assert not draft.is_fit
        assert {each.span.file for each in draft.findings if each.is_error} <= draft.sources.keys()
    habits = "mine:\n  name: Mine\n  kind: virtue\n  text: It is mine.\n"
    text = CALLBACK_TEXT.replace("habit: lip-service", "habit: mine")
    draft = look_through("mine", text, without_findings, habits=habits, translations={"de": PO})
    assert draft.habits["mine"].text == "It is mine."
    with league_database.writing() as c:
        told = publish(c, draft, actor=TRAINER, now_ms=NOW)
        book = CaseBook()
        assert book.habits(c, told.revision, "de")["mine"].name == "Mine"
        assert book.case(c, told.revision).languages == ("en", "de")
        titles = [book.book(c, told.revision, tag).scenario.title for tag in (None, "de", "de-AT", "en", "fr", "x")]
    assert titles == ["The callback", "Der Rückruf", "Der Rückruf", "The callback", "The callback", "The callback"]


def test_the_shipped_cases_are_open_book(league_database: Database) -> None:
    """Each once, however often a server starts; one that a trainer withdrew stays withdrawn."""
    drafts = shipped()
    with league_database.writing() as c:
        told = publish_shipped(c, drafts, now_ms=NOW)
        assert sorted(each.scenario for each in told) == list(SHIPPED)
        withdraw(c, told[0].revision, actor=TRAINER, now_ms=NOW)
        before = c.execute(select(SCENARIOS).order_by(SCENARIOS.c.revision)).all()
        assert publish_shipped(c, drafts, now_ms=NOW + 1) == told
        assert c.execute(select(SCENARIOS).order_by(SCENARIOS.c.revision)).all() == before
        assert all(row.is_open_book for row in before)
        assert [row.scenario for row in cases(c)] == sorted({*SHIPPED} - {told[0].scenario})
        assert len(cases(c, with_withdrawn=True)) == len(SHIPPED)


def test_a_published_case_that_is_shipped_later_is_open_book(league_database: Database) -> None:
    """And stays so, whoever publishes it."""
    drafts = shipped()
    with league_database.writing() as c:
        publish(c, drafts[0], actor=TRAINER, now_ms=NOW)
        assert [row.is_open_book for row in cases(c)] == [False]
        publish_shipped(c, drafts[:1], now_ms=NOW)
        publish(c, drafts[0], actor=TRAINER, now_ms=NOW)
        assert [row.is_open_book for row in cases(c)] == [True]


def test_a_newer_program_brings_more_translations(league_database: Database) -> None:
    """Of cases that were here before it."""
    drafts = shipped()[:1]
    with league_database.writing() as c:
        publish_shipped(c, drafts, now_ms=NOW)
        publish_shipped(c, (drafts[0]._replace(translations={"de": PO}),), now_ms=NOW)
        assert list(c.scalars(select(TRANSLATIONS.c.language))) == ["de"]


def test_a_withdrawn_case_comes_back_when_it_is_published_again(league_database: Database) -> None:
    """There is nothing to withdraw where there is no case."""
    with league_database.writing() as c:
        told = publish(c, own_case(), actor=TRAINER, now_ms=NOW)
        withdraw(c, told.revision, actor=TRAINER, now_ms=NOW)
        assert cases(c) == ()
        publish(c, own_case(), actor=TRAINER, now_ms=NOW)
        assert len(cases(c)) == 1
        with pytest.raises(Refused) as refused:
            withdraw(c, "0" * 64, actor=TRAINER, now_ms=NOW)
    assert refused.value.code == "unknown-case"


def test_a_case_is_read_and_solved_once(league_database: Database) -> None:
    """However many threads ask at once; what is asked for longest ago goes first."""
    with league_database.writing() as c:
        first = hold(c, "callback", CALLBACK_TEXT)
        second = publish(c, own_case(), actor=TRAINER, now_ms=NOW).revision
    book = CaseBook(most=1)

    def asked(_: int) -> tuple[int, int]:
        with league_database.reading() as c:
            case = book.case(c, first)
            return id(case.book()), id(case.solution)

    with ThreadPoolExecutor(6) as pool:
        found = list(pool.map(asked, range(12)))
    assert len(set(found)) == 1
    with league_database.reading() as c:
        book.case(c, second)
        assert book.solution(c, first) is not None
        with pytest.raises(Refused):
            book.case(c, "0" * 64)


def test_a_case_that_is_not_what_its_revision_says_is_not_played(league_database: Database) -> None:
    """Somebody changed it in the database, or this program reads it otherwise."""
    with league_database.writing() as c:
        kept = hold(c, "callback", CALLBACK_TEXT)
        c.execute(update(SCENARIOS).values(yaml=CALLBACK_TEXT.replace("The callback", "Another")))
        with pytest.raises(Trouble):
            CaseBook().case(c, kept)
