"""A user's folder of their own for every test, and the small case to play in it."""

from __future__ import annotations

from pathlib import Path

import pytest

from game.paths import HOME_VARIABLE
from game.records import Result, open_records
from game.records.people import Person
from game.session.compiler import compile_scenario
from game.session.playbook import Playbook
from tests.callback import CALLBACK
from tests.records import plays
from tests.records.plays import BAD, BEST, GOOD, all_of, kept_play, played, rewound


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder everything of the user's is kept in."""
    folder = tmp_path / "home"
    monkeypatch.setenv(HOME_VARIABLE, str(folder))
    return folder


@pytest.fixture(scope="session")
def book() -> Playbook:
    """The case, compiled."""
    return compile_scenario(CALLBACK)


@pytest.fixture
def path(home: Path) -> Path:
    """Where the database lies."""
    return home / "records" / "gastgeber.db"


@pytest.fixture
def everything(path: Path) -> dict[Person, tuple[Result, ...]]:
    """Two people's records as they were kept, and the database they lie in."""
    records = open_records()
    lea, jo = records.current(), records.add("Jo")
    jo = records.set_look(jo.id, {"hair": "curls"})
    for names, mode in ((GOOD, "graded"), (BEST, "practice"), (BAD, "graded")):
        kept_play(records, lea.id, names, mode="practice" if mode == "practice" else "graded")
    rewound(records, lea.id)
    records.keep_closeness(lea.id, "callback", plays.book().revision, 77)
    kept_play(records, jo.id, BEST, timers=False)
    played(jo.id, ("call/look",))
    assert path.is_file()
    return all_of(records)
