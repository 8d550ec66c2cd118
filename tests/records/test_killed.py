"""Kill -9, again and again: nothing that was told as kept is lost."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from game.records import open_records
from game.records.database.connection import Database

ROOT = Path(__file__).parents[2]
ROUNDS = 8


@pytest.mark.skipif(os.name == "nt", reason="Windows knows no kill -9")
def test_a_writer_killed_at_any_moment_has_kept_what_it_told(home: Path) -> None:
    """Two windows of one person write at once; one after the other is killed in the midst of it."""
    person = open_records().current().id
    told: dict[str, int] = {}
    number = 0
    chance = random.Random(7)
    for _round in range(ROUNDS):
        writers = [_started(person) for _window in range(2)]
        for writer in writers:
            assert writer.stdout is not None
            assert writer.stdout.readline() == "open\n"
        time.sleep(chance.uniform(0.02, 0.4))
        for writer in writers:
            writer.send_signal(signal.SIGKILL)
            out, err = writer.communicate()
            assert err == ""
            for line in out.splitlines(keepends=True):
                if not line.endswith("\n"):
                    continue  # it was killed while it spoke
                what, *values = line.split()
                if what == "play":
                    told[values[0]] = int(values[1])
                else:
                    number = int(values[0])
        records = open_records(catches_up=False)
        assert Database(home / "records" / "gastgeber.db").faults() == []
        kept = {each.session: each.score for each in records.history(person)}
        assert told.items() <= kept.items()
        assert set(records.person(person).settings) == ({"number"} if number else set())
    assert len(told) > ROUNDS
    before = open_records().history(person)
    (home / "records" / "gastgeber.db").unlink()
    assert open_records().history(person) == before


def _started(person: str) -> subprocess.Popen[str]:
    command = [sys.executable, "-m", "tests.records.keeper", person]
    return subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, cwd=ROOT)
