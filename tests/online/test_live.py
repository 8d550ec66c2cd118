"""Boards that tell when they change."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator

import pytest

from game.online.league import League
from game.online.live import Live
from game.online.session import OnlineSession
from game.records.memberships import Membership
from tests.leaderboard.pages.house import CASE, House, Visitor
from tests.online.answering import Answer, answering

SEASON = "autumn"
SOON = 20.0


@pytest.fixture
def listening(house: House, visitor: Visitor) -> Iterator[Live]:
    """Somebody who follows the season's boards."""
    live = Live(_membership(house.address, visitor.token), SEASON)
    _until(lambda: live.is_listening)
    yield live
    live.close()
    assert live.wait(SOON)


def test_whoever_follows_a_board_is_told_when_it_changes(listening: Live, league: League) -> None:
    """Once the first snapshot came, each finish of somebody is news; nobody has to ask for it."""
    _until(listening.has_news)
    assert not listening.has_news()
    league.enter(SEASON, f"Guest {time.monotonic_ns()}")
    session = OnlineSession(league, league.begin(SEASON, CASE))
    while session.view.stop is None:
        session.take(session.view.offers[0].token, 0)
    _until(listening.has_news)


def test_nobody_waits_for_it_to_close(house: House, visitor: Visitor) -> None:
    """In the midst of a silence, too."""
    live = Live(_membership(house.address, visitor.token), SEASON)
    _until(lambda: live.is_listening)
    live.close()
    assert live.wait(SOON)
    assert not live.is_listening


def test_what_tells_nothing_is_asked_seldom(monkeypatch: pytest.MonkeyPatch) -> None:
    """A refusal is no stream; nor is a page of somebody else's."""
    monkeypatch.setattr("game.online.live._PAUSES", (0.01, 3600.0))
    with answering(lambda _asked: Answer(403, b"{}")) as other:
        live = Live(_membership(other.url, "t"), SEASON)
        _until(lambda: len(other.asked) == 1)
        live.close()
        assert live.wait(SOON)
        assert not live.has_news()
        assert other.asked[0].path == f"/api/v1/seasons/{SEASON}/boards/live"


def _membership(url: str, token: str) -> Membership:
    return Membership(url=url, player="p", token=token, pseudonym="Kim")


def _until(is_so: Callable[[], bool]) -> None:
    end = time.monotonic() + SOON
    while not is_so():
        assert time.monotonic() < end
        time.sleep(0.005)
