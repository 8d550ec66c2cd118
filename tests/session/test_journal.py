"""The journal's lines."""

from __future__ import annotations

import json

import msgspec
from hypothesis import given
from hypothesis import strategies as st

from game.session.journal import FORMAT, Decision, Head, Journal, Record, Rewind, Untimed, line, read_journal
from tests.effort import examples

HEAD = Head(scenario="broken-line", revision="ab" * 32, seed=7, mode="practice", started="2025-05-01T09:00:00Z")

RECORDS = st.lists(
    st.builds(Decision, choice=st.text(), ms=st.integers(0, 10**9))
    | st.builds(Rewind, rewind=st.integers(0, 99), ms=st.integers(0, 10**9))
    | st.builds(Untimed, timers=st.just(value=False), ms=st.integers(0, 10**9)),
    max_size=6,
)


def written(records: list[Record]) -> bytes:
    """A journal's text."""
    return b"".join(line(part) for part in (HEAD, *records))


def test_a_journal_is_lines_of_json() -> None:
    """A head, then one line per record, to be read by anything that reads JSON."""
    text = written([Decision("hub/go", 1200), Rewind(0, 1500)]).decode()
    head, decision, rewind = (json.loads(each) for each in text.splitlines())
    assert (head["gastgeber"], head["scenario"], head["seed"]) == (FORMAT, "broken-line", 7)
    assert decision == {"choice": "hub/go", "ms": 1200}
    assert rewind == {"rewind": 0, "ms": 1500}


def test_timers_are_switched_off_and_never_on() -> None:
    """A line that would switch them on is foreign."""
    journal = read_journal(written([Untimed(timers=False, ms=5)])).journal
    assert journal is not None
    assert not journal.has_timers
    assert journal.records == (Untimed(timers=False, ms=5),)
    assert Journal(HEAD, (Decision("hub/go", 1),)).has_timers
    assert not Journal(msgspec.structs.replace(HEAD, timers=False)).has_timers
    for foreign in (b'{"timers":true,"ms":5}\n', b'{"ms":5}\n'):
        reading = read_journal(line(HEAD) + foreign)
        assert (reading.journal, reading.fault) == ((HEAD, ()), foreign.decode().strip())


@examples(60)
@given(RECORDS)
def test_what_is_written_is_read_again(records: list[Record]) -> None:
    """Whatever the names: line ends and quotation marks in them do no harm."""
    text = written(records)
    assert read_journal(text) == (Journal(HEAD, tuple(records)), len(text), None)


@examples(20)
@given(RECORDS)
def test_a_journal_cut_at_any_byte_is_read_up_to_its_last_whole_line(records: list[Record]) -> None:
    """A line without its end was never finished and does not count; no cut is an error."""
    text = written(records)
    for cut in range(len(text) + 1):
        reading = read_journal(text[:cut])
        whole = text[:cut].count(b"\n")
        expected = Journal(HEAD, tuple(records[: whole - 1])) if whole else None
        assert reading.journal == expected
        assert reading.sound == text[:cut].rfind(b"\n") + 1
        assert (reading.fault is None) == (cut > 0 and reading.sound == cut)


@examples(200)
@given(RECORDS, st.integers(0, 2**16), st.binary(min_size=1, max_size=40))
def test_foreign_bytes_in_a_journal_end_it_there(records: list[Record], where: int, foreign: bytes) -> None:
    """What stands before them is read, nothing raises, and the fault quotes what was found."""
    text = written(records)
    place = where % (len(text) + 1)
    reading = read_journal(text[:place] + foreign + text[place:])
    before = text[:place].count(b"\n")
    if before:
        assert reading.journal is not None
        assert reading.journal.records[: before - 1] == tuple(records[: before - 1])
    assert (text[:place] + foreign + text[place:])[: reading.sound].count(b"\n") == (
        0 if reading.journal is None else 1 + len(reading.journal.records)
    )


def test_a_damaged_line_is_quoted_and_what_follows_is_left() -> None:
    """Nobody guesses what a torn record meant."""
    text = written([Decision("a/b", 1)]) + b'{"choice": 7}\n' + line(Decision("c/d", 2))
    reading = read_journal(text)
    assert reading.journal == Journal(HEAD, (Decision("a/b", 1),))
    assert reading.fault == '{"choice": 7}'


def test_a_journal_of_another_format_is_not_read() -> None:
    """A later version's journal is not played by guesswork."""
    text = line(HEAD).replace(b'"gastgeber":1', b'"gastgeber":2') + line(Decision("a/b", 1))
    assert read_journal(text)[:2] == (None, 0)


def test_what_is_no_journal_is_none() -> None:
    """Nothing, a picture, a bracket bomb: no head, and no crash."""
    for text in (b"", b"\n", b"\x89PNG\r\n\x1a\n", b"[" * 100_000 + b"\n", b"null\n", b'{"scenario":"a"}\n'):
        assert read_journal(text)[:2] == (None, 0)
    bomb = read_journal(line(HEAD) + b"[" * 100_000 + b"\n")
    assert bomb.journal == Journal(HEAD)
    assert bomb.fault == "[" * 80


def test_an_older_journal_without_a_word_on_timers_had_them_on() -> None:
    """Only a journal that says so was played without."""
    text = line(HEAD).replace(b',"timers":true', b"")
    assert read_journal(text).journal == Journal(HEAD)
    assert HEAD.timers
