"""`replay`: the debrief of a journal's file."""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Callable
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.terminal.conftest import CALLBACK, Run

Journals = Callable[[], list[Path]]


def test_a_replay_tells_what_the_play_told(run_play: Run, run_replay: Run, journals: Journals) -> None:
    """The same JSON, the same text; however often it is asked."""
    played = json.loads(run_play("1", "1", "1", json=True).out)
    code, out, err = run_replay(journals()[0], json=True)
    assert (code, err) == (0, "")
    assert json.loads(out) == played
    text = run_play("1", "1", "1").out
    replayed = run_replay(journals()[0]).out
    assert replayed.startswith("Debrief: The callback (practice)\n\nThe end: He stays\nThe customer stays.\n")
    assert replayed.replace("The end: He stays\nThe customer stays.", "The customer stays.") in text


def test_an_unfinished_session_can_be_replayed(run_play: Run, run_replay: Run, journals: Journals) -> None:
    """Without a score; and it stays unfinished."""
    run_play("1", "quit")
    before = journals()[0].read_bytes()
    code, out, _ = run_replay(journals()[0], json=True)
    assert (code, json.loads(out)["complete"]) == (0, False)
    assert journals()[0].read_bytes() == before


def test_a_journal_is_replayed_from_the_copy_beside_it(
    run_play: Run, run_replay: Run, journals: Journals, home: Path, tmp_path: Path
) -> None:
    """Taken elsewhere together, in the records' folders or in one; alone, it is of no use."""
    run_play("1", "quit")
    away = tmp_path / "away"
    away.mkdir()
    alone = Path(shutil.copy(journals()[0], away))
    copy = next((home / "records" / "revisions").iterdir())
    kept = copy.read_bytes()
    shutil.rmtree(home)
    code, out, err = run_replay(alone, json=True)
    assert (code, out) == (1, "")
    assert "is missing" in err
    assert "The case callback that is found here is not the same." in err
    for place in (away, away / "revisions", tmp_path / "revisions"):
        place.mkdir(exist_ok=True)
        (place / copy.name).write_bytes(kept)
        assert run_replay(alone, json=True).code == 0
        (place / copy.name).unlink()


def test_without_a_copy_the_found_case_will_do_if_it_is_the_same(
    run_play: Run, run_replay: Run, journals: Journals, home: Path, tmp_path: Path
) -> None:
    """A comment changes nothing, a word does."""
    run_play("1", "quit")
    shutil.rmtree(home / "records" / "revisions")
    case = tmp_path / "cases" / "callback.yaml"
    case.parent.mkdir()
    text = CALLBACK.read_text(encoding="utf-8")
    case.write_text(f"# Mine now.\n{text}", encoding="utf-8")
    assert run_replay(journals()[0], folders=(case.parent,), json=True).code == 0
    case.write_text(text.replace("Tell me all of it.", "Tell me."), encoding="utf-8")
    code, _, err = run_replay(journals()[0], folders=(case.parent,), json=True)
    assert code == 1
    assert "is not the same" in err


def test_a_wrong_journal_gives_what_is_right_of_it(run_play: Run, run_replay: Run, journals: Journals) -> None:
    """A refused choice, a damaged line, a torn one: each is told."""
    run_play("1", "quit")
    path = journals()[0]
    sound = path.read_bytes()
    path.write_bytes(sound + b'{"choice":"plan/nonsense","ms":1}\n')
    code, out, err = run_replay(path, json=True)
    assert (code, json.loads(out)["refused"]["choice"]) == (1, "plan/nonsense")
    assert "plan/nonsense was refused: the case has no choice of this name." in err
    for rest in (b"nonsense\n", b'{"choice":"plan/pro'):
        path.write_bytes(sound + rest)
        code, out, err = run_replay(path, json=True)
        assert (code, len(json.loads(out)["decisions"])) == (0, 1)
        assert "Line 3 of the journal is damaged; from there on it is left out." in err


@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow]
)
@given(st.lists(st.tuples(st.integers(0, 600), st.binary(max_size=6), st.integers(0, 30)), min_size=1, max_size=4))
def test_however_a_journal_is_damaged_there_is_a_sentence_or_a_debrief(
    run_play: Run, run_replay: Run, journals: Journals, damages: list[tuple[int, bytes, int]]
) -> None:
    """Bytes are cut out and others put in, anywhere; nothing breaks, to replay it or to go on with it."""
    for path in journals():
        path.unlink()
    run_play("2", "1", "2", "quit")
    path = journals()[0]
    text = path.read_bytes()
    for place, put, cut in damages:
        text = text[:place] + put + text[place + cut :]
    path.write_bytes(text)
    ran = run_replay(path, json=True)
    assert ran.code in (0, 1)
    assert (ran.out == "") == (ran.err != "" and ran.code == 1 and "was refused" not in ran.err)
    if ran.out:
        assert json.loads(ran.out)["scenario"]
    assert run_play("1", "quit", case=None).code in (0, 1, 3)


def test_absurd_numbers_in_a_journal_are_taken_for_what_they_are(
    run_play: Run, run_replay: Run, journals: Journals
) -> None:
    """Nobody played for longer than the world has stood."""
    run_play("1", "quit")
    text = journals()[0].read_bytes()
    journals()[0].write_bytes(re.sub(rb'"ms":[0-9]+', b'"ms":1' + b"0" * 4000, text))
    assert run_replay(journals()[0], json=True).code == 0
    assert run_play("1", "1", "quit", case=None).code == 0


def test_what_is_no_journal_is_told(run_replay: Run, tmp_path: Path) -> None:
    """A missing file: 2; a file of another kind: 1."""
    code, out, err = run_replay(tmp_path / "gone.jsonl", json=True)
    assert (code, out) == (2, "")
    assert "is not there" in err
    other = tmp_path / "other.jsonl"
    for content in (b"", b"title: A case\n", b"\xff\xfe\0", b"[" * 100_000):
        other.write_bytes(content)
        code, out, err = run_replay(other, json=True)
        assert (code, out) == (1, "")
        assert "is no journal" in err
    assert run_replay(tmp_path, json=True).code == 2


def test_a_debrief_is_saved_as_text(run_play: Run, run_replay: Run, journals: Journals, home: Path) -> None:
    """What was printed, in a file whose place is told; another one each time."""
    run_play("1", "1", "1")
    for count in (1, 2):
        code, out, _ = run_replay(journals()[0], save=True)
        printed, _, place = out.partition("\nSaved as ")
        assert code == 0
        saved = Path(place.strip())
        assert saved.read_text(encoding="utf-8") == printed
        assert len(list((home / "saved").iterdir())) == count


def test_a_debrief_that_cannot_be_saved_says_why(
    run_play: Run, run_replay: Run, journals: Journals, home: Path
) -> None:
    """It was printed all the same."""
    run_play("1", "1", "1")
    (home / "saved").write_text("in the way")
    code, out, _ = run_replay(journals()[0], save=True)
    assert code == 1
    assert "Score: 917 of 1000." in out
    assert "The text could not be saved: " in out


def test_a_decision_is_tried_again(run_play: Run, run_again: Run, run_replay: Run, journals: Journals) -> None:
    """In practice, in a journal of its own that counts for learning only; the play stays as it is."""
    run_play("1", "1", "3", mode="graded")
    (first,) = journals()
    before = first.read_bytes()
    code, out, _ = run_again("1", journal=first, number=3)
    assert code == 0
    assert "You try again from decision 3; the play itself stays as it is.\n" in out
    assert "This is practice" in out
    assert "Promise kept: You call Mr Brunner back." in out
    assert "Decisions were taken back or tried again, so this play counts for learning only." in out
    assert first.read_bytes() == before
    (second,) = set(journals()) - {first}
    assert json.loads(run_replay(second, json=True).out)["mode"] == "practice"


def test_a_try_in_which_nothing_is_decided_leaves_nothing(run_play: Run, run_again: Run, journals: Journals) -> None:
    """Only the play it was a try of."""
    run_play("1", "1", "1")
    code, out, _ = run_again("quit", journal=journals()[0], number=2)
    assert code == 0
    assert "Nothing has been decided yet, so nothing is kept." in out
    assert len(journals()) == 1


def test_what_cannot_be_tried_again_says_so(run_play: Run, run_again: Run, journals: Journals, tmp_path: Path) -> None:
    """A decision that was not taken; a file that is not there, or is no journal."""
    run_play("1", "1", "1")
    code, out, _ = run_again(journal=journals()[0], number=4)
    assert (code, out) == (1, "The play has no decision 4; it has 3.\n")
    assert run_again(journal=tmp_path / "none.jsonl", number=1).code == 2
    (tmp_path / "some.jsonl").write_text("nonsense\n")
    assert run_again(journal=tmp_path / "some.jsonl", number=1).code == 1
