"""Boards live: a snapshot at once, another whenever something changed, over any number of processes."""

from __future__ import annotations

import json
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

import httpx
import pytest

from game.leaderboard import live
from game.leaderboard.app import create_app
from game.leaderboard.pages.wall import wall_address
from game.records.database.league import open_league
from tests.leaderboard.running import running
from tests.leaderboard.served import SEASON, Served

if TYPE_CHECKING:
    from collections.abc import Iterator

PATH = f"/api/v1/seasons/{SEASON}/boards/live"


class Stream:
    """The events of a stream."""

    def __init__(self, response: httpx.Response) -> None:
        self._lines = response.iter_lines()

    def next(self) -> dict[str, str]:
        """The next one: its fields; those of a comment are none."""
        told: dict[str, str] = {}
        for line in self._lines:
            if not line:
                return told
            name, _colon, value = line.partition(": ")
            told[name] = value
        raise EOFError

    def board(self) -> Any:
        """What the next event that is a board says."""
        while True:
            told = self.next()
            if told.get("event") == "board":
                return {"id": told["id"], **json.loads(told["data"])}


@contextmanager
def followed(url: str, token: str, **headers: str) -> Iterator[Stream]:
    """A stream that is open."""
    known = {"Authorization": f"Bearer {token}", **headers}
    with httpx.stream("GET", f"{url}{PATH}", headers=known, timeout=30) as response:
        assert response.headers["content-type"].startswith("text/event-stream")
        yield Stream(response)


@pytest.fixture(autouse=True)
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """What is gathered is gathered for a moment, and nobody asks now and then: only what is told counts."""
    monkeypatch.setattr(live, "GATHER_SECONDS", 0.01)
    monkeypatch.setattr(live, "POLL_SECONDS", 3600.0)


def test_a_board_is_sent_at_once_and_whenever_it_changes(served: Served) -> None:
    """To all who follow it, the same; whoever has seen the newest is sent nothing again."""
    token = served.join()
    with running(served.app) as url, followed(url, token) as first, followed(url, token) as second:
        assert first.next() == {"retry": "3000"}
        assert first.board()["people"]["rows"] == second.board()["people"]["rows"] == []
        asked = httpx.Client(base_url=url, headers={"Authorization": f"Bearer {token}"})
        with asked:
            asked.put(f"/api/v1/seasons/{SEASON}/entry", json={"pseudonym": "Leo"}).raise_for_status()
            _play(served, asked)
        told = first.board()
        assert told == second.board()
        (row,) = told["people"]["rows"]
        assert (row["pseudonym"], row["is_you"]) == ("Leo", False)
        with followed(url, token, **{"Last-Event-ID": told["id"]}) as third:
            live_now = served.site.live
            assert third.next() == {"retry": "3000"}
            live_now.close()
            with pytest.raises(EOFError):
                third.board()


def test_processes_that_share_a_database_tell_one_another(served: Served, league_url: str) -> None:
    """What is played at one of them is seen at the other: told on PostgreSQL, and asked for on SQLite."""
    if served.database.dialect == "sqlite":
        live.POLL_SECONDS = 0.05  # the fixture puts it back
    token = served.join()
    served.ask("PUT", f"/seasons/{SEASON}/entry", token, {"pseudonym": "Leo"})
    other = create_app(open_league(league_url), clock=lambda: served.now)
    with running(served.app) as here, running(other) as there, followed(there, token) as stream:
        assert stream.board()["people"]["rows"] == []
        with httpx.Client(base_url=here, headers={"Authorization": f"Bearer {token}"}) as asked:
            _play(served, asked)
        assert [row["pseudonym"] for row in stream.board()["people"]["rows"]] == ["Leo"]


@pytest.mark.parametrize("league_url", ["sqlite"], indirect=True)
def test_a_stream_says_now_and_then_that_it_is_there(served: Served, monkeypatch: pytest.MonkeyPatch) -> None:
    """Or whatever stands between would take it for dead."""
    monkeypatch.setattr(live, "HEARTBEAT_SECONDS", 0.01)
    with running(served.app) as url, followed(url, served.join()) as stream:
        assert [stream.next() for _each in range(4)][2:] == [{"": "still here"}, {"": "still here"}]


@pytest.mark.parametrize("league_url", ["sqlite"], indirect=True)
def test_there_are_only_so_many_streams(served: Served, monkeypatch: pytest.MonkeyPatch) -> None:
    """One more is refused, with the time after which to ask again; when one ends there is room."""
    monkeypatch.setattr(live, "MOST_STREAMS", 1)
    monkeypatch.setattr(live, "HEARTBEAT_SECONDS", 0.01)
    token = served.join()
    known = {"Authorization": f"Bearer {token}"}
    with running(served.app) as url:
        with followed(url, token) as stream:
            stream.board()
            refused = httpx.get(f"{url}{PATH}", headers=known)
            assert (refused.status_code, refused.json()["code"]) == (503, "too-many-streams")
            assert refused.headers["retry-after"]
            assert "gastgeber_streams 1.0" in httpx.get(f"{url}/metrics").text
        while "gastgeber_streams 0.0" not in httpx.get(f"{url}/metrics").text:
            pass
        with followed(url, token) as again:
            assert again.board()["people"]["rows"] == []


@pytest.mark.parametrize("league_url", ["sqlite"], indirect=True)
def test_nobody_takes_all_streams(served: Served, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever has as many as one may have is refused; others are not, nor is a display on the wall."""
    monkeypatch.setattr(live, "MOST_OF_ONE", 1)
    greedy, other = served.join("Leo"), served.join("Mia")
    with running(served.app) as url, followed(url, greedy) as first:
        first.board()
        refused = httpx.get(f"{url}{PATH}", headers={"Authorization": f"Bearer {greedy}"})
        assert (refused.status_code, refused.json()["code"]) == (503, "too-many-streams")
        with followed(url, other) as second:
            assert second.board()["people"]["rows"] == []
        wall = wall_address(served.site.key, SEASON).replace("?", "/live?")
        with httpx.stream("GET", f"{url}{wall}", timeout=30) as shown:
            assert Stream(shown).board()["people"]["rows"] == []


def _play(served: Served, asked: httpx.Client) -> None:
    """Play the case to its end, over the network."""
    played = asked.post("/api/v1/sessions", json={"season": SEASON, "scenario": "callback"}).json()
    while played["state"] == "open":
        served.now += 10_000
        body = {"token": played["view"]["offers"][0]["token"]}
        path = f"/api/v1/sessions/{played['session']}/steps/{played['next_step']}"
        played = asked.post(path, json=body).raise_for_status().json()
