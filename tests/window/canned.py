"""A server for pictures: it says what it always says, and nobody has to wait for a network."""

from __future__ import annotations

import time
from typing import Any

from game.debrief import Debrief
from game.online.club import Club
from game.online.faults import Fault, NoAnswer
from game.online.league import League
from game.online.messages import (
    AroundMe,
    Assigned,
    AssignedCase,
    Entered,
    Me,
    Mode,
    PeopleBoard,
    PersonRow,
    Played,
    SeasonCase,
    SeasonRow,
    StepBody,
    TeamRow,
    TeamsBoard,
)
from game.online.plays import News, RankedPlay
from game.online.server import Server
from game.online.session import OnlineSession
from game.records.memberships import Membership
from game.session.session import LocalSession
from game.session.state import Stop
from game.window.screens.boards import Boards, BoardWays, RankedBriefing
from game.window.screens.conversation.ranked import RankedConversation
from game.window.stage import Stage

__all__ = ["MEMBERSHIP", "Canned", "Led", "boards", "briefing", "gone", "news", "ranked", "season", "settled"]

NOON = 1_772_622_000_000
"""2026-03-04, some time in the middle of the day wherever people are."""
DAY = 86_400_000
MEMBERSHIP = Membership(url="https://games.hotel.example", player="p", token="t", pseudonym="Kim", team="Night desk")
NAMES = ("Zoë", "Aurel", "Sam", "Noor", "Kim", "Jo", "Ilse from the reception", "Tomo", "Bea", "Wim", "Ada", "Ole")


class Canned(League):
    """A season with two cases, twelve people, three teams, an assignment; and what a test changes."""

    def __init__(self) -> None:
        super().__init__(Server("https://games.hotel.example"))
        self.asked: list[tuple[Any, ...]] = []
        self.fault: Fault | None = None
        """Raised instead of any answer."""
        self.is_entered = True
        self.is_named = False

    def me(self) -> Me:
        """Kim, with one assignment half done."""
        self._ask("me")
        cases = (
            AssignedCase(scenario="lost-reservation", revision="r1", title="The lost reservation", is_done=True),
            AssignedCase(scenario="night-train", revision="r2", title="The night train", is_done=False),
        )
        given = Assigned(assignment="a", title="Before the holidays", due_ms=NOON + 9 * DAY, cases=cases)
        return Me(
            player="p", pseudonym="Kim", look=None, team="Night desk", is_named=self.is_named, assignments=(given,)
        )

    def be_named(self, is_named: bool) -> Me:
        """Agreed, or not."""
        self.is_named = is_named
        return self.me()

    def seasons(self) -> tuple[SeasonRow, ...]:
        """One."""
        self._ask("seasons")
        return (season(self.is_entered),)

    def people(
        self, season: str, scenario: str | None = None, mode: Mode = "ranked", *, after: str | None = None
    ) -> PeopleBoard:
        """Its top ten."""
        self._ask("people", season, scenario, mode, after)
        rows = tuple(_row(place) for place in range(10))
        return PeopleBoard(
            season=season,
            scenario=scenario,
            mode=mode,
            version=1,
            is_open_book=scenario is not None,
            rows=rows,
            next=None,
        )

    def around_me(self, season: str, scenario: str | None = None, mode: Mode = "ranked") -> AroundMe:
        """Three at the end of the list."""
        self._ask("around", season, scenario, mode)
        rows = tuple(_row(place) for place in range(9, 12)) if self.is_entered else ()
        rank = 11 if self.is_entered else None
        return AroundMe(season=season, scenario=scenario, mode=mode, rank=rank, of=1234, rows=rows)

    def teams(self, season: str, scenario: str | None = None, mode: Mode = "ranked") -> TeamsBoard:
        """Three."""
        self._ask("teams", season, scenario, mode)
        rows = (
            TeamRow(rank=1, team="Night desk", members=7, score=771.4, is_yours=True),
            TeamRow(rank=2, team="Concierges of the southern houses", members=23, score=702.0, is_yours=False),
            TeamRow(rank=3, team="Bar", members=3, score=640.6, is_yours=False),
        )
        return TeamsBoard(season=season, scenario=scenario, mode=mode, version=1, is_open_book=False, rows=rows)

    def enter(self, season: str, pseudonym: str) -> Entered:
        """Done."""
        self._ask("enter", season, pseudonym)
        self.is_entered = True
        return Entered(season=season, pseudonym=pseudonym)

    def withdraw(self, season: str) -> None:
        """Done."""
        self._ask("withdraw", season)
        self.is_entered = False

    def everything(self) -> bytes:
        """Nothing much."""
        self._ask("everything")
        return b"{}"

    def _ask(self, *what: Any) -> None:
        self.asked.append(what)
        if self.fault is not None:
            raise self.fault


def _row(place: int) -> PersonRow:
    is_you = place == 10
    name = "Kim" if is_you else NAMES[place] if NAMES[place] != "Kim" else "Mo"
    return PersonRow(
        rank=place + 1,
        pseudonym=name,
        look=None,
        score=978 - 23 * place,
        reached_ms=NOON - place,
        team=None if place % 4 == 3 else "Night desk",
        is_you=is_you,
    )


def season(is_entered: bool = True) -> SeasonRow:
    """A season that runs."""
    cases = (
        SeasonCase(
            scenario="lost-reservation", revision="r1", title="The lost reservation", is_open_book=True,
            begun=1, best=748, open_session=None,
        ),
        SeasonCase(
            scenario="night-train", revision="r2", title="The night train", is_open_book=False,
            begun=1, best=None, open_session="s",
        ),
    )  # fmt: skip
    return SeasonRow(
        slug="spring",
        title="Spring at the desk",
        starts_ms=NOON - 20 * DAY,
        ends_ms=NOON + 26 * DAY,
        zone="Europe/Berlin",
        attempts=2,
        state="open",
        pseudonym="Kim" if is_entered else None,
        cases=cases,
    )


def news(league: Canned | None = None) -> News:
    """All of it at once."""
    found = league or Canned()
    return News(found.me(), found.seasons(), {"spring": found.around_me("spring")})


def boards(league: Canned | None = None, *, is_member: bool = True, **ways: Any) -> Boards:
    """The boards over such a server."""
    known = {"on_back": _nothing, "on_play": _nothing, "on_news": _nothing, "on_change": _nothing}
    found = league or Canned()
    club = Club("p", MEMBERSHIP if is_member else None, league=lambda _membership: found)
    every = BoardWays(**{**known, "save": lambda _document: "everything.json", **ways})
    return Boards(club, every, name="Kim", is_live=False, clock=lambda: NOON)


def settled(stage: Stage, is_asking: Any = None) -> Stage:
    """The stage, once everything that was asked is answered."""
    asks = is_asking or (lambda: getattr(stage.screen, "is_asking", False))
    until = time.monotonic() + 10
    stage.tick(0.0)
    while asks():
        assert time.monotonic() < until
        time.sleep(0.001)
        stage.tick(0.0)
    return stage


class Led(League):
    """A server that leads one play by the rules on this machine."""

    def __init__(self, play: LocalSession, debrief: Any = None) -> None:
        super().__init__(Server("https://games.hotel.example"))
        self.play = play
        self.faults: list[Fault] = []
        """Raised one after the other instead of answers."""
        self.steps: list[tuple[int, StepBody]] = []
        self.left_ms = 25_000
        self.has_timers = True
        self._debrief = debrief

    def played(self) -> Played:
        """How it stands."""
        view = self.play.view
        return Played(
            session="s",
            season="spring",
            scenario=self.play.case.scenario,
            revision="r1",
            attempt=1,
            counts=True,
            next_step=len(self.steps) + 1,
            case=self.play.case,
            view=view,
            time_left_ms=None if view.limit is None or not self.has_timers else self.left_ms,
            has_timers=self.has_timers,
            state="open" if view.stop is None else "finished",
            result=None,
        )

    def session(self, session: str) -> Played:  # noqa: ARG002  # there is one
        """As it stands."""
        self._fail()
        return self.played()

    def step(self, session: str, number: int, taken: StepBody) -> Played:  # noqa: ARG002  # likewise
        """Decided; sent again it is the same."""
        self._fail()
        if number == len(self.steps) + 1:
            if not taken.has_timers:
                self.has_timers = False
                self.steps.append((number, taken))
                return self.played()
            self.play.take(taken.token, 0) if taken.token is not None else self.play.fall_silent(0)
            self.steps.append((number, taken))
        return self.played()

    def debrief(self, session: str) -> Debrief:  # noqa: ARG002  # likewise
        """Explained by the test."""
        self._fail()
        assert self.play.view.stop is Stop.ENDED
        found: Debrief = self._debrief(self.play)
        return found

    def _fail(self) -> None:
        if self.faults:
            raise self.faults.pop(0)


def ranked(league: Led, **ways: Any) -> RankedConversation:
    """A conversation that it leads."""
    known = {"on_debrief": _nothing, "on_leave": _nothing, "pauses": (3600.0,)}
    return RankedConversation(OnlineSession(league, league.played()), **{**known, **ways})


def briefing(**ways: Any) -> RankedBriefing:
    """Before the first case of the season."""
    found = season()
    play = RankedPlay("lost-reservation", "The lost reservation", found, found.cases[0])
    return RankedBriefing(play, NOON, **{"begin": _nothing, "on_begun": _nothing, "on_back": _nothing, **ways})


def gone() -> Fault:
    """The connection is gone."""
    return NoAnswer("The server at https://games.hotel.example cannot be reached. Is this computer connected?")


def _nothing(*_values: Any) -> None:
    """For what a test does not look at."""
