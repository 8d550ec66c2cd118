"""Ranked sessions: a step happens once, and whatever is refused changes nothing."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from typing import Any, NamedTuple

import msgspec
import pytest
from sqlalchemy import func, select, update

from game.debrief import review
from game.records.database.connection import Database
from game.records.database.tables import SCENARIOS, SEASONS, SESSIONS, STEPS
from game.records.league import timing
from game.records.league.casebook import CaseBook
from game.records.league.played import Played, StepBody
from game.records.league.ranked import Ranked
from game.records.league.refused import Refused
from game.session.compiler import compile_scenario
from game.session.journal import Decision, read_journal
from game.solver import solve
from tests.callback import CALLBACK
from tests.records.league.rounds import DAY_MS, NOW, Round, hold, new_player, new_season, said

BEST = ("Look into the notes.", "Tell me all of it.", "I call you back by tomorrow.", "Call him.")
SILENCE = StepBody(token=None)
UNTIMED = StepBody(token=None, has_timers=False)


@pytest.fixture
def round_(league_database: Database) -> Round:
    """The small case, in a season."""
    return Round(league_database)


def played_to_the_end(round_: Round, words: tuple[str, ...] = BEST) -> list[Played]:
    """All answers of a play."""
    told = [round_.begin()]
    for each in words:
        told.append(round_.say(told[-1], each))
    return told


def settled(played: Played) -> Played:
    """An answer without the time that is left, which passes."""
    return msgspec.structs.replace(played, time_left_ms=None)


def undone(round_: Round, played: Played, body: StepBody) -> None:
    """Answer a step, and roll the transaction back."""
    with suppress(ZeroDivisionError), round_.database.writing() as c:
        round_.ranked.step(c, round_.player, played.session, played.next_step, body, round_.now)
        raise ZeroDivisionError


# --- a session --------------------------------------------------------------------------------------------------------


def test_a_session_is_scored_as_its_debrief_scores_it(round_: Round) -> None:
    """The best play has all thousand; a worse one what the debrief says of the same choices."""
    for words in (BEST, ("That happens.", "Send him to the shop.")):
        last = played_to_the_end(round_, words)[-1]
        book = compile_scenario(CALLBACK)
        with round_.database.reading() as c:
            debrief = round_.ranked.debrief(c, round_.player, last.session)
            text = c.scalar(select(SESSIONS.c.journal).where(SESSIONS.c.id == last.session))
        journal = read_journal(text or b"").journal
        assert journal is not None
        scores = review(book, solve(book), journal).scores
        assert scores is not None
        assert debrief.scores == scores
        assert last.state == "finished"
        assert last.result is not None
        assert (last.result.score, last.result.respect) == (scores.total, scores.respect)
        assert (last.result.score == 1000) == (words is BEST)


def test_a_finished_session_is_a_journal_without_times_and_has_no_steps(round_: Round) -> None:
    """What its player decided stays; when they did goes."""
    last = played_to_the_end(round_)[-1]
    with round_.database.reading() as c:
        row = c.execute(select(SESSIONS).where(SESSIONS.c.id == last.session)).one()
        assert c.scalar(select(func.count()).select_from(STEPS)) == 0
    reading = read_journal(row.journal)
    assert reading.fault is None
    assert reading.journal is not None
    assert reading.journal.records == tuple(
        Decision(name, 0) for name in ("call/look", "call/listen", "plan/promise", "next-day/call")
    )
    assert reading.journal.head.mode == "ranked"
    assert row.journal_bytes == len(row.journal)
    assert (row.state, row.decisions, row.best, row.outcome) == ("finished", 4, 4, "kept")


def test_a_session_left_open_is_taken_up_again(round_: Round) -> None:
    """By the next begin as by its key, in another process too; never a second one beside it."""
    second = round_.say(round_.begin(), BEST[0])
    round_.restarted()
    assert settled(round_.begin(has_timers=False)) == settled(second)
    assert round_.resume(second.session) == round_.begin()


def test_a_finished_session_can_be_looked_at_again(round_: Round) -> None:
    """With all that was said, and what it brought."""
    last = played_to_the_end(round_)[-1]
    round_.restarted()
    assert round_.resume(last.session) == last


def test_attempts_count_as_they_begin_and_beyond_the_seasons_number_only_for_practice(round_: Round) -> None:
    """Of three attempts in a season of two the third brings a score and does not count."""
    told = [played_to_the_end(round_)[-1] for _ in range(3)]
    assert [each.attempt for each in told] == [1, 2, 3]
    assert [each.counts for each in told] == [True, True, False]
    assert [each.result.counts for each in told if each.result] == [True, True, False]


def test_a_case_without_a_way_on_is_abandoned_and_can_be_begun_again(round_: Round) -> None:
    """It is its author's fault: there is no score, and nothing keeps the player in it."""
    told = played_to_the_end(round_, ("Put him through to the switchboard.", "Hang up."))[-1]
    assert (told.state, told.view.offers) == ("abandoned", ())
    assert told.result is not None
    assert told.result.score is None
    assert round_.begin().attempt == 2


def test_a_session_is_told_in_the_language_it_was_begun_in(round_: Round) -> None:
    """As far as it is translated; in a language nobody translated it into, in its own."""
    po = 'msgid ""\nmsgstr ""\n\nmsgctxt "call/look"\nmsgid "Look into the notes."\nmsgstr "Die Notizen lesen."\n'
    with round_.database.writing() as c:
        hold(c, "callback", CALLBACK, {"de": po})
    round_.restarted()
    told = round_.begin("de-CH")
    assert "Die Notizen lesen." in [offer.words for offer in told.view.offers]
    other = round_.begin("fr", player=_another(round_))
    assert "Look into the notes." in [offer.words for offer in other.view.offers]


# --- the same step again ----------------------------------------------------------------------------------------------


def test_the_same_step_again_gives_the_same_answer(round_: Round) -> None:
    """Each step of a play, sent once more at once and once more at its end, by another process too."""
    told = [round_.begin()]
    bodies = []
    for words in BEST:
        bodies.append(said(told[-1], words))
        told.append(round_.say(told[-1], words))
        assert settled(round_.send(told[0].session, len(bodies), bodies[-1])) == settled(told[-1])
    before = round_.everything()
    for _process in range(2):
        for n, body in enumerate(bodies, 1):
            assert settled(round_.send(told[0].session, n, body)) == settled(told[n])
        round_.restarted()
    assert round_.everything() == before


def test_silences_and_switched_timers_are_answered_again_too(round_: Round) -> None:
    """Whatever a step was, it is known when it comes again."""
    first = round_.begin()
    round_.now += 100_000
    silent = round_.send(first.session, 1, SILENCE)
    untimed = round_.send(first.session, 2, UNTIMED)
    assert (silent.has_timers, untimed.has_timers) == (True, False)
    last = round_.say(untimed, "Tell me all of it.")
    assert settled(round_.send(first.session, 1, SILENCE)) == settled(silent)
    assert settled(round_.send(first.session, 2, UNTIMED)) == settled(untimed)
    end = round_.say(round_.say(last, "I call you back by tomorrow."), "Call him.")
    assert settled(round_.send(first.session, 2, UNTIMED)) == settled(untimed)
    assert settled(round_.send(first.session, 1, SILENCE)) == settled(silent)
    assert (end.has_timers, end.state) == (False, "finished")


def test_a_step_that_was_undone_is_not_believed(round_: Round) -> None:
    """A transaction is rolled back after it was answered: the process that answered takes another body for it."""
    first = round_.begin()
    undone(round_, first, said(first, BEST[0]))
    assert round_.resume(first.session) == first
    second = round_.say(first, BEST[1])
    assert [entry.words for entry in second.view.said if hasattr(entry, "words")] == [BEST[1]]


def test_a_finish_that_was_undone_happens_once_more(round_: Round) -> None:
    """With all its steps, and not twice."""
    third = played_to_the_end(round_, BEST[:3])[-1]
    body = said(third, BEST[3])
    undone(round_, third, body)
    last = round_.send(third.session, 4, body)
    assert last.result is not None
    assert (last.result.score, last.result.decisions) == (1000, 4)


def test_processes_take_turns_at_one_session(round_: Round) -> None:
    """Each has the session at hand as it was, and believes the database instead."""
    one, other = round_.ranked, round_.restarted()
    told = round_.begin()
    for words in BEST:
        round_.ranked = other if round_.ranked is one else one
        told = round_.say(told, words)
    assert told.result is not None
    assert told.result.score == 1000


# --- refused ----------------------------------------------------------------------------------------------------------

_Attack = Callable[["Victim"], Any]
_NOBODYS = "01890a5d-ac96-774b-bcce-b302099a8057"


class Victim(NamedTuple):
    """A session of which two steps were taken, and another player's of the same case, as far."""

    round_: Round
    told: list[Played]
    others: list[Played]
    other: str

    def send(self, n: int, body: StepBody, *, session: str | None = None, player: str | None = None) -> Played:
        """Send a step of it."""
        return self.round_.send(session or self.told[0].session, n, body, player=player)


def _another(round_: Round) -> str:
    with round_.database.writing() as c:
        return new_player(c, "Jo")


def _with(body: StepBody, **changed: Any) -> StepBody:
    return msgspec.structs.replace(body, **changed)


def _late(victim: Victim) -> Played:
    victim.round_.now = NOW + 30 * DAY_MS
    return victim.send(3, said(victim.told[2], BEST[2]))


def _after(change: Any) -> _Attack:
    def attack(victim: Victim) -> Played:
        with victim.round_.database.writing() as c:
            c.execute(change)
        if change.table is SESSIONS:  # what never changes of a session is read once in a process
            victim.round_.restarted()
        return _unchanged(victim, lambda: victim.send(3, said(victim.told[2], BEST[2])))

    return attack


def _finished(victim: Victim) -> Played:
    last = victim.round_.say(victim.round_.say(victim.told[2], BEST[2]), BEST[3])
    return _unchanged(victim, lambda: victim.send(last.next_step, SILENCE))


def _unchanged(victim: Victim, do: Callable[[], Played]) -> Played:
    before = victim.round_.everything()
    try:
        return do()
    finally:
        assert victim.round_.everything() == before


ATTACKS: dict[str, tuple[str, _Attack]] = {
    "another body for a step": ("step-differs", lambda v: v.send(2, said(v.told[1], "That happens."))),
    "silence for a choice": ("step-differs", lambda v: v.send(2, SILENCE)),
    "no timers for a choice": ("step-differs", lambda v: v.send(2, UNTIMED)),
    "the same choice and no timers": (
        "step-differs",
        lambda v: v.send(2, _with(said(v.told[1], BEST[1]), has_timers=False)),
    ),
    "step nought": ("step-differs", lambda v: v.send(0, said(v.told[2], BEST[2]))),
    "a step below nought": ("step-differs", lambda v: v.send(-1, said(v.told[2], BEST[2]))),
    "a step ahead": ("step-ahead", lambda v: v.send(4, said(v.told[2], BEST[2]))),
    "a step far ahead": ("step-ahead", lambda v: v.send(2**62, said(v.told[2], BEST[2]))),
    "a forged token": ("not-on-offer", lambda v: v.send(3, StepBody(token="A" * 24))),
    "a choice by its name": ("not-on-offer", lambda v: v.send(3, StepBody(token="plan/promise"))),
    "an empty token": ("not-on-offer", lambda v: v.send(3, StepBody(token=""))),
    "a token of foreign letters": ("not-on-offer", lambda v: v.send(3, StepBody(token="ü\u202e🦊"))),
    "half a letter for a token": ("not-on-offer", lambda v: v.send(3, StepBody(token="\ud800"))),
    "a token of an earlier step": ("not-on-offer", lambda v: v.send(3, said(v.told[0], "Look into the notes."))),
    "a token of somebody else's session": ("not-on-offer", lambda v: v.send(3, said(v.others[2], BEST[2]))),
    "somebody else's session": ("unknown-session", lambda v: v.send(3, said(v.told[2], BEST[2]), player=v.other)),
    "a session nobody has": ("unknown-session", lambda v: v.send(1, SILENCE, session=_NOBODYS)),
    "a key that is none": ("unknown-session", lambda v: v.send(1, SILENCE, session="1 OR 1=1")),
    "a choice and no timers": ("bad-step", lambda v: v.send(3, _with(said(v.told[2], BEST[2]), has_timers=False))),
    "silence where no time runs": ("no-time-runs", lambda v: v.send(3, SILENCE)),
    "a season that has ended": ("season-closed", _late),
}
"""What changes nothing, one after the other."""
AFTERWARDS: dict[str, tuple[str, _Attack]] = {
    "a season that was closed": ("season-closed", _after(update(SEASONS).values(state="closed"))),
    "a case that was withdrawn": ("case-withdrawn", _after(update(SCENARIOS).values(withdrawn_ms=NOW))),
    "a session under older rules": ("other-engine", _after(update(SESSIONS).values(engine=0))),
    "a finished session": ("finished", _finished),
}
"""What something else has to be changed for first; these look themselves whether anything else was."""


def victim_of(round_: Round) -> Victim:
    """Two steps of somebody's session, and two of somebody else's."""
    other = _another(round_)
    told, others = [round_.begin()], [round_.begin(player=other)]
    for n, words in enumerate(BEST[:2], 1):
        told.append(round_.say(told[-1], words))
        others.append(round_.send(others[-1].session, n, said(others[-1], words), player=other))
    return Victim(round_, told, others, other)


def refused_with(code: str, do: _Attack, victim: Victim) -> None:
    """An attack is refused with this code, and with no name of the case."""
    with pytest.raises(Refused) as refused:
        do(victim)
    assert refused.value.code == code
    assert all(isinstance(value, int) for value in refused.value.values.values())


def test_what_is_refused_changes_nothing(round_: Round) -> None:
    """It says why by its code, gives no name of the case away, and the session goes on as if it had not been sent."""
    victim = victim_of(round_)
    before = round_.everything()
    for name, (code, do) in ATTACKS.items():
        refused_with(code, do, victim)
        assert round_.everything() == before, name
    round_.now = NOW + 30_000
    assert round_.say(round_.say(victim.told[2], BEST[2]), BEST[3]).state == "finished"


@pytest.mark.parametrize("attack", AFTERWARDS)
def test_a_session_that_is_over_changes_no_more(round_: Round, attack: str) -> None:
    """By its own end, its season's, its case's or its rules'."""
    code, do = AFTERWARDS[attack]
    refused_with(code, do, victim_of(round_))


def test_nothing_begins_outside_its_season(league_database: Database) -> None:
    """Before it, after it, when it was closed, in one there is not, or with a case it has not."""
    round_ = Round(league_database)
    with league_database.writing() as c:
        new_season(c, [("callback", round_.revision)], "closed", state="closed")
        new_season(c, [("callback", round_.revision)], "later", starts_ms=NOW + 1)
        new_season(c, [("callback", round_.revision)], "over", ends_ms=NOW)
        new_season(c, [], "empty")
    before = round_.everything()
    for slug, code in {
        "closed": "season-closed",
        "over": "season-closed",
        "later": "season-not-begun",
        "never": "unknown-season",
        "empty": "unknown-case",
    }.items():
        with pytest.raises(Refused) as refused, league_database.writing() as c:
            round_.ranked.begin(c, round_.player, slug, "callback", None, has_timers=True, now_ms=NOW)
        assert refused.value.code == code
    assert round_.everything() == before


@pytest.mark.parametrize(
    ("change", "code"), [({"withdrawn_ms": NOW}, "case-withdrawn"), ({"engine": 0}, "other-engine")]
)
def test_a_withdrawn_case_or_one_of_older_rules_is_not_begun(round_: Round, change: dict[str, int], code: str) -> None:
    """It has to be published anew first."""
    with round_.database.writing() as c:
        c.execute(update(SCENARIOS).values(change))
    with pytest.raises(Refused) as refused:
        round_.begin()
    assert refused.value.code == code


def test_nobody_sees_a_debrief_before_the_end(round_: Round) -> None:
    """Nor anybody else's after it."""
    told = round_.begin()
    for player, code in ((round_.player, "not-finished"), (_another(round_), "unknown-session")):
        with pytest.raises(Refused) as refused, round_.database.reading() as c:
            round_.ranked.debrief(c, player, told.session)
        assert refused.value.code == code
    last = played_to_the_end(round_)[-1]
    with pytest.raises(Refused), round_.database.reading() as c:
        round_.ranked.debrief(c, _NOBODYS, last.session)


def test_what_was_deleted_is_told_to_be(round_: Round) -> None:
    """After ninety days the journal goes; what it brought stays."""
    last = played_to_the_end(round_)[-1]
    with round_.database.writing() as c:
        c.execute(update(SESSIONS).values(journal=None))
    for ask in (round_.resume, lambda session: round_.send(session, 4, SILENCE)):
        with pytest.raises(Refused) as refused:
            ask(last.session)
        assert refused.value.code == "journal-gone"


def test_a_session_has_an_end_even_where_its_case_has_none(round_: Round, monkeypatch: pytest.MonkeyPatch) -> None:
    """A case that can be played round and round fills no disk."""
    monkeypatch.setattr("game.records.league.deciding.MOST_STEPS", 3)
    told = round_.begin()
    for _ in range(3):
        told = round_.say(told, "Look into the notes.")
    with pytest.raises(Refused) as refused:
        round_.say(told, "Look into the notes.")
    assert refused.value.code == "too-many-steps"


# --- time -------------------------------------------------------------------------------------------------------------


def test_the_servers_clock_decides_whether_an_answer_is_late(round_: Round) -> None:
    """In time with the grace for the network; a moment later it is too late, and only silence is left."""
    first = round_.begin()
    assert first.time_left_ms is not None
    late = first.time_left_ms + timing.GRACE_MS + 1
    round_.now += late
    for body in (said(first, BEST[0]), UNTIMED):
        with pytest.raises(Refused) as refused:
            round_.send(first.session, 1, body)
        assert refused.value.code == "time-ran-out"
    assert round_.resume(first.session).time_left_ms == 0
    assert round_.send(first.session, 1, SILENCE).next_step == 2

    other = round_.begin(player=_another(round_))
    round_.now += late - 1
    with round_.database.reading() as c:
        player = c.scalar(select(SESSIONS.c.player).where(SESSIONS.c.id == other.session))
    assert round_.send(other.session, 1, said(other, BEST[0]), player=player).next_step == 2


def test_silence_before_its_time_is_refused(round_: Round) -> None:
    """Even somebody who had read everything before could not have let the limit run out."""
    first = round_.begin()
    assert first.view.limit is not None
    round_.now += first.view.limit * 1000 - 1
    with pytest.raises(Refused) as refused:
        round_.send(first.session, 1, SILENCE)
    assert refused.value.code == "too-early"
    round_.now += 1
    assert round_.send(first.session, 1, SILENCE).next_step == 2


def test_without_timers_nothing_is_late_and_the_session_says_so(round_: Round) -> None:
    """Nor can anybody fall silent; switching them off once more is refused."""
    first = round_.begin(has_timers=False)
    assert (first.has_timers, first.time_left_ms) == (False, None)
    for body in (SILENCE, UNTIMED):
        with pytest.raises(Refused) as refused:
            round_.send(first.session, 1, body)
        assert refused.value.code == "no-time-runs"
    round_.now += DAY_MS
    assert round_.send(first.session, 1, said(first, BEST[0])).has_timers is False


def test_timers_switched_off_on_the_way_stay_off(round_: Round) -> None:
    """The step that does so is a step like any other, and the debrief says so."""
    first = round_.begin()
    told = round_.send(first.session, 1, UNTIMED)
    assert (told.next_step, told.has_timers, told.time_left_ms, told.view.decisions) == (2, False, None, 0)
    round_.now += DAY_MS
    for words in BEST:
        told = round_.say(told, words)
    with round_.database.reading() as c:
        assert not round_.ranked.debrief(c, round_.player, told.session).has_timers
        assert not c.scalar(select(SESSIONS.c.has_timers))
    assert told.result is not None
    assert told.result.score == 1000


def test_a_clock_that_is_behind_harms_nobody(round_: Round) -> None:
    """The processes' clocks may differ: no time counts twice, and none is negative."""
    told = round_.say(round_.begin(), BEST[0])
    round_.now -= 60_000
    told = round_.send(told.session, 2, said(told, BEST[1]))
    with round_.database.reading() as c:
        assert list(c.scalars(select(STEPS.c.ms).order_by(STEPS.c.n))) == [10_000, 10_000]


# --- several at once --------------------------------------------------------------------------------------------------


def test_a_twin_in_flight_is_refused(round_: Round) -> None:
    """In the same process as long as the first is not answered, of any step of the session."""
    with round_.ranked.answering("a"):
        with pytest.raises(Refused) as refused, round_.ranked.answering("a"):
            raise AssertionError
        with round_.ranked.answering("b"):
            pass
    assert refused.value.code == "step-in-flight"
    with round_.ranked.answering("a"):
        pass


def test_a_twin_in_another_process_is_refused_or_waits(round_: Round) -> None:
    """PostgreSQL lets two write at once: the second is told to ask again. On SQLite it waits, and is told the same."""
    first = round_.begin()
    body, one = said(first, BEST[0]), round_.ranked
    round_.restarted()
    with ThreadPoolExecutor(1) as pool:
        with round_.database.writing() as c:
            answer = one.step(c, round_.player, first.session, 1, body, round_.now)
            twin = pool.submit(round_.send, first.session, 1, body)
            if round_.database.dialect == "postgresql":
                error = twin.exception()
                assert isinstance(error, Refused)
                assert error.code == "step-in-flight"
            else:
                with pytest.raises(TimeoutError):
                    twin.result(0.05)
        if round_.database.dialect == "sqlite":
            assert twin.result() == answer
    assert round_.send(first.session, 1, body) == answer
    round_.ranked = one
    assert round_.say(answer, BEST[1]).next_step == 3


def test_nobody_learns_that_a_session_is_somebody_elses(round_: Round) -> None:
    """While one of its steps is on its way, too."""
    first, other = round_.begin(), _another(round_)
    foreign = Ranked(CaseBook())
    with round_.database.writing() as c:
        round_.ranked.step(c, round_.player, first.session, 1, said(first, BEST[0]), round_.now)
        if round_.database.dialect == "postgresql":
            with pytest.raises(Refused) as refused, round_.database.writing() as d:
                foreign.step(d, other, first.session, 1, SILENCE, round_.now)
            assert refused.value.code == "unknown-session"
    with pytest.raises(Refused) as refused, round_.database.writing() as d:
        foreign.step(d, other, first.session, 1, SILENCE, round_.now)
    assert refused.value.code == "unknown-session"
