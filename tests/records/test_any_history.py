"""Whatever was played, the journals alone give back what was kept."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path
from unittest import mock

from hypothesis import given, settings
from hypothesis import strategies as st

from game import paths
from game.records import begin, open_records
from game.session.journal import Journal
from tests.records.plays import book, debrief_of
from tests.records.strategies import journals


@settings(max_examples=15, deadline=None)
@given(st.lists(st.tuples(st.integers(0, 2), journals()), max_size=6), st.integers(0, 63))
def test_a_database_made_anew_is_the_one_that_was_lost(plays: list[tuple[int, Journal]], told: int) -> None:
    """With plays of three people in any order, of which only some were kept at their end."""
    with (
        tempfile.TemporaryDirectory() as home,
        mock.patch.dict(os.environ, {paths.HOME_VARIABLE: home}),
    ):
        records = open_records()
        people = [records.current().id, records.add("Jo").id, records.add("Mo").id]
        for number, (who, journal) in enumerate(plays):
            head = journal.head
            with begin(
                book(), head.scenario, head.mode, 7, person=people[who], timers=head.timers, given=journal.records
            ) as kept:
                assert kept.path is not None
                if told >> number & 1:
                    records.keep(people[who], debrief_of(kept.session.journal), kept.path)
        before = [open_records().history(person) for person in people]
        assert sum(map(len, before)) == len(plays)
        bests = [records.bests(person) for person in people]
        (Path(home) / "records" / "gastgeber.db").unlink()
        again = open_records()
        assert [again.history(person) for person in people] == before
        assert [again.bests(person) for person in people] == bests
