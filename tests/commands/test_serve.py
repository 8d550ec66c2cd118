"""`serve`: says where it listens, or in one sentence why it does not; stops without losing anything."""

from __future__ import annotations

import json
import os
import re
import signal
import socket
import subprocess
import sys
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import httpx
import pytest

from game.__main__ import main
from game.commands.league import DATABASE_VARIABLE
from game.commands.serve import _provider
from game.leaderboard.serving import prepare
from game.records.database.league import open_league
from game.records.league import cases, players, seasons, teams, trainers
from game.records.league.codes import Target, make_code

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).parents[2]
NOW = 1_800_000_000_000
NAME = "Zwentibold"
"""Nobody else is called so; it is looked for in the log."""


class Running(NamedTuple):
    """A server in a process of its own."""

    process: subprocess.Popen[str]
    said: str
    url: str


@contextmanager
def served(database: str, *more: str) -> Iterator[Running]:
    """One that has said where it listens; it is killed at the end, if it is still there."""
    command = [sys.executable, "-P", "-m", "game", "serve", "--port", "0", *more]
    process = subprocess.Popen(
        command,
        cwd=ROOT,
        env={**os.environ, "PYTHONUNBUFFERED": "1", DATABASE_VARIABLE: database},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    with process:
        try:
            assert process.stdout is not None
            said = process.stdout.readline()
            found = re.search(r"http://\S+:\d+", said)
            assert found is not None, said
            yield Running(process, said, found[0])
        finally:
            process.kill()


def ready(url: str) -> None:
    """Wait until it answers."""
    for _each in range(600):
        try:
            if httpx.get(f"{url}/health/ready").status_code == 200:
                return
        except httpx.TransportError:
            continue
    raise TimeoutError


@pytest.mark.skipif(os.name == "nt", reason="Windows sends no signal to stop")
@pytest.mark.parametrize("workers", [1, 2])
def test_it_says_where_it_listens_and_stops_as_asked(tmp_path: Path, workers: int) -> None:
    """Live streams are ended, what was begun is finished, the exit code is 0; the log tells of no person."""
    url = f"sqlite:///{tmp_path / 'league.db'}"
    token = _member(url)
    with served(url, "--workers", str(workers)) as running:
        assert url in running.said
        ready(running.url)
        known = {"Authorization": f"Bearer {token}"}
        assert httpx.get(f"{running.url}/api/v1/me", headers=known).json()["pseudonym"] == NAME
        assert httpx.get(f"{running.url}/join/ABCD-EFGH").status_code in (200, 404)
        with httpx.stream("GET", f"{running.url}/api/v1/seasons/spring/boards/live", headers=known) as stream:
            lines = stream.iter_lines()
            assert next(lines) == "retry: 3000"
            running.process.send_signal(signal.SIGTERM)
            assert all("error" not in line for line in lines)
        rest, log = running.process.communicate(timeout=60)
        assert running.process.returncode == 0, log
    assert rest == ""
    told = [json.loads(line) for line in log.splitlines()]
    assert {each["event"] for each in told} == {"request", "stopping"}
    assert {each.get("route") for each in told} >= {"/api/v1/me", "/health/ready"}
    for secret in (token, NAME, "127.0.0.1", "ABCD-EFGH"):
        assert secret not in log


def test_it_says_that_a_trainer_has_to_be_made_first(tmp_path: Path) -> None:
    """And how; a password in the address of the database is not said."""
    with served(f"sqlite:///{tmp_path / 'league.db'}") as running:
        assert running.process.stdout is not None
        assert "trainers add NAME" in running.process.stdout.readline()


def test_a_port_that_is_taken_is_one_sentence(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """It names another one; the exit code says that nothing was done."""
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        assert main(["serve", "--port", str(port), "--database", f"sqlite:///{tmp_path / 'league.db'}"]) == 2
    told = capsys.readouterr()
    assert told.out == ""
    assert re.fullmatch(rf"Another program listens on port {port} already\..* --port \d+\n", told.err)
    assert not (tmp_path / "league.db").exists()


@pytest.mark.parametrize(
    ("database", "said"),
    [
        ("postgresql://kim:secret@127.0.0.1:9/league", "cannot be reached"),
        ("sqlite:////nowhere/at/all/league.db", "cannot be written"),
        ("mysql://kim:secret@here/league", "is not the address of a database"),
        ("league", "is not the address of a database"),
    ],
)
def test_a_database_that_cannot_be_used_is_one_sentence(
    capsys: pytest.CaptureFixture[str], database: str, said: str
) -> None:
    """Without its password."""
    assert main(["serve", "--port", "0", "--database", database]) == 2
    told = capsys.readouterr()
    assert told.out == ""
    assert said in told.err
    assert told.err.count("\n") == 1
    assert "Traceback" not in told.err


def test_a_host_that_is_none_is_one_sentence(capsys: pytest.CaptureFixture[str]) -> None:
    """It quotes it."""
    assert main(["serve", "--host", "nowhere.invalid"]) == 2
    assert capsys.readouterr().err == "“nowhere.invalid” is no address of this computer. Try --host 127.0.0.1.\n"


@pytest.mark.parametrize("module", ["uvicorn", "prometheus_client"])
def test_a_missing_package_is_one_sentence(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], module: str
) -> None:
    """It says what to type."""
    for name in list(sys.modules):
        if name.startswith(("game.leaderboard", module)):
            monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, module, None)
    assert main(["serve", "--database", "none that could be served"]) == 2
    told = capsys.readouterr().err
    assert told.startswith(f"The package {module}, which a server needs, is missing. Type:\n")
    assert 'pip install "gastgeber[server]"' in told


@pytest.mark.parametrize("words", [["--port", "65536"], ["--port", "x"], ["--workers", "0"], ["--drain", "-1"]])
def test_a_number_that_cannot_be_is_refused(words: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    """Before anything is opened."""
    with pytest.raises(SystemExit, match="2"):
        main(["serve", *words])
    assert f"'{words[1]}' is not a whole number between" in capsys.readouterr().err


def test_a_provider_is_named_by_the_environment_alone() -> None:
    """All three of it, or there is none."""
    names = {"GASTGEBER_OIDC_ISSUER": "https://id.test", "GASTGEBER_OIDC_CLIENT_ID": "us"}
    assert _provider(names) is None
    found = _provider({**names, "GASTGEBER_OIDC_CLIENT_SECRET": "secret"})
    assert found == ("https://id.test", "us", "secret")


def _member(url: str) -> str:
    """The token of somebody in a team, in a league with a season."""
    prepare(url)
    database = open_league(url)
    with database.writing() as c:
        trainer = trainers.add(c, "Kim", None, NOW).id
        team = teams.make(c, trainer, "Night desk", NOW).id
        revision = cases.cases(c)[0].revision
        days = (date(2026, 11, 1), date(2027, 12, 31))
        seasons.make(c, trainer, seasons.Plan("spring", "Spring", *days, "UTC", (revision,)), 1_790_000_000_000)
        code = make_code(c, Target(team=team, player=None), lifetime_ms=1, uses=1, now_ms=NOW)
        token = players.join(c, code, NAME, None, NOW).token
    database.close()
    return token
