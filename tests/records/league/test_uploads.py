"""Journals that are sent: played again, told as practice, counted once, refused where they are not what they say."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import msgspec
import pytest
from sqlalchemy import func, select, update

from game.debrief import review
from game.records.database.connection import Database
from game.records.database.tables import BOARDS, ENTRIES, SCENARIOS, SEASONS, SESSIONS, STANDINGS
from game.records.league import uploads
from game.records.league.played import Uploaded
from game.records.league.refused import Refused
from game.records.league.uploads import upload
from game.session.compiler import compile_scenario
from game.session.journal import Decision, Head, Journal, Record, Rewind, Untimed, line, read_journal
from game.solver import solve
from tests.callback import CALLBACK
from tests.records.league.rounds import DAY_MS, NOW, Round, new_player, new_season

BEST = ("call/look", "call/listen", "plan/promise", "next-day/call")
BAD = ("call/shrug", "plan/send-on")
PAUSES = (4_100, 9_700, 13_900, 21_300)


@pytest.fixture
def round_(league_database: Database) -> Round:
    """The small case, open book, in a season whose boards the player joined."""
    round_ = Round(league_database)
    with league_database.writing() as c:
        c.execute(update(SCENARIOS).values(is_open_book=True))
        entry = {
            "season": round_.season,
            "player": round_.player,
            "pseudonym": "Lea",
            "likeness": "lea",
            "joined_ms": 1,
        }
        c.execute(ENTRIES.insert().values(entry))
    return round_


def records(names: tuple[str, ...] = BEST) -> tuple[Record, ...]:
    """Decisions at a person's pace."""
    return tuple(Decision(name, ms) for name, ms in zip(names, PAUSES, strict=False))


def written(round_: Round, made: tuple[Record, ...] | None = None, **head: Any) -> bytes:
    """A journal as a player's machine keeps it."""
    usual = {"scenario": "mine", "revision": round_.revision, "seed": 7, "mode": "graded"}
    whole = Head(**{**usual, "started": "2027-01-15T07:00:00+00:00", **head})
    return b"".join(line(each) for each in (whole, *(records() if made is None else made)))


def sent(round_: Round, text: bytes, season: str | None = "spring", player: str | None = None) -> Uploaded:
    """Send a journal."""
    with round_.database.writing() as c:
        return upload(c, round_.ranked.cases, player or round_.player, text, season, round_.now)


def standing(round_: Round) -> list[tuple[str, str, int]]:
    """Who stands where: scope, mode, score."""
    with round_.database.reading() as c:
        rows = c.execute(
            select(BOARDS.c.scope, BOARDS.c.mode, STANDINGS.c.score).join(STANDINGS, STANDINGS.c.board == BOARDS.c.id)
        )
        return sorted(tuple(row) for row in rows)


def test_a_journal_stands_on_the_practice_boards_with_the_score_of_its_play(round_: Round) -> None:
    """Whatever mode it was played in, ranked too, and nowhere else."""
    book = compile_scenario(CALLBACK)
    for mode, names, expected in (("graded", BAD, None), ("ranked", BEST, 1000)):
        told = sent(round_, written(round_, records(names), mode=mode))
        scores = review(
            book,
            solve(book),
            Journal(Head(scenario="", revision="", seed=0, mode="graded", started=""), records(names)),
        ).scores
        assert scores is not None
        assert told.result.score == scores.total
        assert expected in (None, told.result.score)
        assert (told.season, told.scenario, told.is_known, told.result.counts) == ("spring", "callback", False, True)
        best = told.result.score
        assert standing(round_) == sorted([("season", "practice", best), (round_.revision, "practice", best)])


def test_without_a_season_it_stands_nowhere(round_: Round) -> None:
    """It is kept all the same, and known when it comes again."""
    told = sent(round_, written(round_), season=None)
    assert (told.season, told.result.score, standing(round_)) == (None, 1000, [])
    assert sent(round_, written(round_)).is_known


def test_what_was_taken_back_counts_for_nothing_but_learning(round_: Round) -> None:
    """Nobody stands on a board by trying until it fits."""
    made: tuple[Record, ...] = (
        Decision("call/shrug", 4_000),
        Rewind(0, 9_000),
        *(Decision(name, 10_000 + ms) for name, ms in zip(BEST, PAUSES, strict=True)),
    )
    told = sent(round_, written(round_, made, mode="practice"))
    assert (told.result.score, told.result.counts) == (1000, False)
    assert standing(round_) == []


def test_timers_that_were_off_are_kept(round_: Round) -> None:
    """From the beginning, or on the way."""
    for made, timers in ((records(), False), ((Untimed(timers=False, ms=0), *records(BAD)), True)):
        sent(round_, written(round_, made, timers=timers))
    with round_.database.reading() as c:
        assert set(c.scalars(select(SESSIONS.c.has_timers))) == {False}


def test_a_journal_that_is_kept_has_no_times(round_: Round) -> None:
    """And the play ended when it came, for what it says of that is its player's word."""
    told = sent(round_, written(round_, started="2031-01-01T00:00:00+00:00"))
    with round_.database.reading() as c:
        row = c.execute(select(SESSIONS).where(SESSIONS.c.id == told.session)).one()
    kept = read_journal(row.journal).journal
    assert kept is not None
    assert [each.ms for each in kept.records] == [0] * 4
    assert (row.started_ms, row.ended_ms, row.mode, row.journal_bytes) == (NOW, NOW, "practice", len(row.journal))


def test_a_journal_counts_once(round_: Round) -> None:
    """However it is spelt and whatever mode it gives itself; whoever else sends it is refused."""
    first = sent(round_, written(round_))
    before = round_.everything()
    spelt = b"\n".join(msgspec.json.format(each, indent=0) for each in written(round_).splitlines()) + b"\n"
    for text in (written(round_), written(round_, mode="practice"), written(round_, mode="ranked"), spelt):
        again = sent(round_, text)
        assert again == msgspec.structs.replace(first, is_known=True)
    with round_.database.writing() as c:
        other = new_player(c, "Jo")
    with pytest.raises(Refused) as refused:
        sent(round_, written(round_), player=other)
    assert refused.value.code == "journal-known"
    before["players"] = round_.everything()["players"]
    assert round_.everything() == before


def test_a_sent_journal_has_a_debrief_and_is_no_session_to_go_on_with(round_: Round) -> None:
    """It was never said here."""
    told = sent(round_, written(round_))
    with round_.database.reading() as c:
        debrief = round_.ranked.debrief(c, round_.player, told.session)
    assert debrief.scores is not None
    assert debrief.scores.total == 1000
    with pytest.raises(Refused) as refused:
        round_.resume(told.session)
    assert refused.value.code == "unknown-session"


def test_times_that_no_reader_took_are_flagged(round_: Round) -> None:
    """And times that run backwards; the play counts all the same."""
    even = tuple(Decision(name, 5_000 * n) for n, name in enumerate((*["call/look"] * 3, *BEST), 1))
    back = (Decision("call/look", 9_000), Decision("call/shrug", 8_000), Decision("plan/send-on", 9_000))
    fast = tuple(Decision(name, 10 * n * n) for n, name in enumerate((*["call/look"] * 3, *BAD), 1))
    for made, flag in ((even, "even-steps"), (back, "times-out-of-order"), (fast, "faster-than-reading")):
        told = sent(round_, written(round_, made))
        assert told.result.flags == (flag,)
        assert told.result.counts


def test_journals_come_in_measure(round_: Round, monkeypatch: pytest.MonkeyPatch) -> None:
    """A day's worth is taken, and the next day's again."""
    monkeypatch.setattr(uploads, "MOST_A_DAY", 2)
    for seed in (1, 2):
        sent(round_, written(round_, seed=seed))
    with pytest.raises(Refused) as refused:
        sent(round_, written(round_, seed=3))
    assert refused.value.code == "too-many-journals"
    assert sent(round_, written(round_, seed=2)).is_known
    round_.now += DAY_MS
    assert not sent(round_, written(round_, seed=3)).is_known


# --- hostile ----------------------------------------------------------------------------------------------------------

HOSTILE: dict[str, tuple[str, Callable[[Round], bytes]]] = {
    "nothing": ("journal-damaged", lambda _: b""),
    "a head alone": ("journal-unfinished", lambda r: written(r, ())),
    "half a play": ("journal-unfinished", lambda r: written(r, records(BEST[:2]))),
    "a dead end": ("journal-unfinished", lambda r: written(r, records(("call/swamp", "swamp/hang-up")))),
    "a megabyte": ("journal-too-large", lambda r: written(r) + b"x" * 1_000_000),
    "a megabyte of play": (
        "journal-too-large",
        lambda r: written(r, tuple(Decision("call/look", n) for n in range(30_000))),
    ),
    "a torn line": ("journal-damaged", lambda r: written(r)[:-1]),
    "a line of rubbish": ("journal-damaged", lambda r: written(r) + b"\xff\xfe\n"),
    "a deep nest": ("journal-damaged", lambda r: written(r) + b"[" * 60_000 + b"\n"),
    "another format": ("journal-damaged", lambda r: written(r, gastgeber=2)),
    "another revision": ("unknown-revision", lambda r: written(r, revision="0" * 64)),
    "a revision that is none": ("unknown-revision", lambda r: written(r, revision="' OR 1=1 --\x01")),
    "a choice there is not": ("journal-not-allowed", lambda r: written(r, (Decision("call/nothing", 1),))),
    "a choice not on offer": ("journal-not-allowed", lambda r: written(r, records(("plan/promise",)))),
    "more than a play": ("journal-not-allowed", lambda r: written(r, (*records(), Decision("call/look", 99_000)))),
    "a silence where none falls": (
        "journal-not-allowed",
        lambda r: written(r, (*records(BEST[:2]), Decision("plan/silence", 20_000))),
    ),
    "more taken back than there is": ("journal-not-allowed", lambda r: written(r, (Rewind(3, 1), *records()))),
    "a time beyond all numbers": ("journal-damaged", lambda r: written(r).replace(b"21300", b"9" * 400)),
    "a seed beyond all numbers": ("journal-damaged", lambda r: written(r).replace(b'"seed":7', b'"seed":' + b"9" * 30)),
}


def test_what_is_not_a_play_is_refused(round_: Round) -> None:
    """Nothing is kept of it, and the sentence names nothing of the case."""
    before = round_.everything()
    for kind, (code, text) in HOSTILE.items():
        with pytest.raises(Refused) as refused:
            sent(round_, text(round_))
        assert refused.value.code == code, kind
        assert refused.value.sentence
        assert all(isinstance(value, int) for value in refused.value.values.values())
        assert round_.everything() == before, kind


@pytest.mark.parametrize(
    ("change", "code"),
    [
        (update(SCENARIOS).values(is_open_book=False), "unknown-revision"),
        (update(SCENARIOS).values(withdrawn_ms=NOW), "case-withdrawn"),
        (update(SCENARIOS).values(engine=0), "other-engine"),
        (update(SEASONS).values(state="closed"), "season-closed"),
        (update(SEASONS).values(ends_ms=NOW), "season-closed"),
        (update(SEASONS).values(starts_ms=NOW + 1), "season-not-begun"),
    ],
)
def test_journals_are_taken_of_open_cases_and_running_seasons_alone(round_: Round, change: Any, code: str) -> None:
    """Of a case that only the server holds, sending journals would be asking for its answers."""
    with round_.database.writing() as c:
        c.execute(change)
    with pytest.raises(Refused) as refused:
        sent(round_, written(round_))
    assert refused.value.code == code
    with round_.database.reading() as c:
        assert c.scalar(select(func.count()).select_from(SESSIONS)) == 0


def test_a_season_takes_journals_of_its_own_cases(round_: Round) -> None:
    """Of no others, and none is sent to a season that is not."""
    with round_.database.writing() as c:
        new_season(c, [], "empty")
    for slug, code in (("empty", "unknown-case"), ("never", "unknown-season")):
        with pytest.raises(Refused) as refused:
            sent(round_, written(round_), season=slug)
        assert refused.value.code == code
