"""Results, history, bests, as a face of the game asks for them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from game.records import Best, Trouble, begin, open_records, resume
from game.records.records import Records
from tests.records.plays import BAD, BEST, GOOD, book, debrief_of, kept_play, played, rewound


@pytest.fixture
def records() -> Records:
    """The records of somebody who just came."""
    return open_records()


@pytest.fixture
def lea(records: Records) -> str:
    """Their id."""
    return records.current().id


def test_a_play_is_kept_with_what_it_was_worth(records: Records, lea: str) -> None:
    """Score, dimensions, grades; the journal stays where it is."""
    result = kept_play(records, lea)
    assert records.history(lea) == (result,)
    assert (result.scenario, result.revision, result.mode) == ("callback", book().revision, "graded")
    assert (result.score, result.respect, result.proactivity, result.follow_through) == (917, 100, 100, 83)
    assert (result.outcome, result.lost, result.decisions) == ("kept", 1, 4)
    assert result.grades == {"best": 3, "good": 1, "slip": 0, "mistake": 0, "blunder": 0}
    assert (result.was_rewound, result.has_timers, result.closeness) == (False, True, None)
    assert (result.counts, result.medal, result.is_flawless) == (True, "gold", False)
    assert result.started_ms <= result.ended_ms
    assert result.journal is not None
    assert result.journal.is_file()


def test_bests_come_of_graded_plays_in_which_nothing_was_taken_back(records: Records, lea: str) -> None:
    """Practice and the mirror stand in the history alone."""
    kept_play(records, lea, BEST, mode="practice")
    rewound(records, lea)
    records.keep_closeness(lea, "callback", book().revision, 88)
    assert records.bests(lea) == {}
    assert records.plays(lea) == {"callback": 2}
    good = kept_play(records, lea, GOOD)
    bad = kept_play(records, lea, BAD)
    assert records.bests(lea) == {"callback": Best(917, "gold", False, 2, max(good.ended_ms, bad.ended_ms), True)}
    kept_play(records, lea, BAD, scenario="other")
    assert records.bests(lea)["other"].medal is None
    assert [each.mode for each in records.history(lea)].count("mirror") == 1
    assert len(records.history(lea)) == 6


def test_a_play_without_slips_is_marked_and_one_without_timers_too(records: Records, lea: str) -> None:
    """As soon as the same score is reached with time limits, the mark goes."""
    kept_play(records, lea, BEST, timers=False)
    assert records.bests(lea)["callback"][:3] == (1000, "gold", True)
    assert not records.bests(lea)["callback"].has_timers
    kept_play(records, lea, GOOD)
    assert not records.bests(lea)["callback"].has_timers
    kept_play(records, lea, BEST)
    assert records.bests(lea)["callback"].has_timers


def test_everybody_has_results_of_their_own(records: Records, lea: str) -> None:
    """Also of the same case."""
    jo = records.add("Jo").id
    kept_play(records, lea, BEST)
    kept_play(records, jo, BAD)
    assert [records.bests(each)["callback"].score for each in (lea, jo)] == [1000, 167]
    assert [len(records.history(each)) for each in (lea, jo)] == [1, 1]


def test_the_last_play_stands_first(records: Records, lea: str) -> None:
    """Those of one moment in a fixed order."""
    kept = [kept_play(records, lea, names) for names in (BAD, GOOD, BEST)]
    in_order = sorted(kept, key=lambda each: (each.ended_ms, each.session), reverse=True)
    assert list(records.history(lea)) == in_order
    assert list(records.history(lea, most=2)) == in_order[:2]


def test_keeping_a_play_again_replaces_its_result(records: Records, lea: str) -> None:
    """A practice that went on after its end is one play still."""
    first = kept_play(records, lea, BAD, mode="practice")
    assert first.journal is not None
    with resume(first.journal) as kept:
        kept.session.take_back(900)
        kept.session.take("plan/promise", 1000)
        kept.session.take("next-day/call", 1100)
        second = records.keep(lea, debrief_of(kept.session.journal), first.journal)
        assert records.keep(lea, debrief_of(kept.session.journal), first.journal) == second
    assert records.history(lea) == (second,)
    assert (second.session, second.was_rewound) == (first.session, True)
    assert second.score is not None
    assert first.score is not None
    assert second.score > first.score


def test_a_play_that_has_not_ended_is_not_kept(records: Records, lea: str) -> None:
    """Nor one whose journal is gone."""
    with begin(book(), "callback", "graded", 7, person=lea) as kept:
        kept.session.take("call/look", 1)
        assert kept.path is not None
        with pytest.raises(ValueError, match="has not come to its end"):
            records.keep(lea, debrief_of(kept.session.journal), kept.path)
    whole = played(lea)
    with resume(whole) as kept:
        debrief = debrief_of(kept.session.journal)
    with pytest.raises(Trouble, match="is not there"):
        records.keep(lea, debrief, whole.with_name("gone.jsonl"))
    assert records.history(lea) == ()


def test_the_mirror_stands_in_the_history(records: Records, lea: str, home: Path) -> None:
    """With how near the guesses were; a line that was cut off spoils no other."""
    turn = records.keep_closeness(lea, "callback", book().revision, 77)
    assert (turn.mode, turn.closeness, turn.score, turn.journal) == ("mirror", 77, None, None)
    assert records.history(lea) == (turn,)
    file = home / "records" / "people" / lea / "mirror.jsonl"
    file.write_bytes(file.read_bytes() + b'{"session":"01')
    again = records.keep_closeness(lea, "callback", book().revision, 78)
    assert records.history(lea) == (again, turn)
    (home / "records" / "gastgeber.db").unlink()
    assert open_records().history(lea) == (again, turn)


def test_an_export_holds_everything_of_a_person(records: Records, lea: str) -> None:
    """Person, settings, results, journals to the letter; nothing of anybody else."""
    other = records.add("Somebody else")
    kept_play(records, other.id, BAD)
    records.rename(lea, "Lea Grün")
    records.set_settings(lea, {"volume": 30})
    records.set_look(lea, {"hair": "curls"})
    result = kept_play(records, lea)
    records.keep_closeness(lea, "callback", book().revision, 77)
    unfinished = played(lea, ("call/look",))
    aside = unfinished.with_name(f"{unfinished.name}.damaged-1234")
    aside.write_bytes(b"damaged \xff")
    text = records.export(lea)
    told = json.loads(text)
    assert list(told) == ["gastgeber_export", "exported_ms", "person", "results", "journals"]
    assert told["gastgeber_export"] == 1
    assert told["person"]["name"] == "Lea Grün"
    assert told["person"]["settings"] == {"volume": 30}
    assert told["person"]["look"] == {"hair": "curls"}
    assert [each["mode"] for each in told["results"]] == ["mirror", "graded"]
    kept = told["results"][1]
    assert (kept["session"], kept["score"], kept["medal"]) == (result.session, 917, "gold")
    assert result.journal is not None
    assert kept["journal"] == result.journal.name
    assert set(told["journals"]) == {result.journal.name, unfinished.name, aside.name}
    assert told["journals"][aside.name] == ["damaged \\xff"]
    assert "\n".join(told["journals"][unfinished.name]) + "\n" == unfinished.read_text()
    assert b"Somebody" not in text
    assert other.id.encode() not in text
