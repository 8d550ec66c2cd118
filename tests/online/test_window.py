"""The whole way in the window, against a real server: joining, the boards, a ranked play, its debrief, and leaving."""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterator

import msgspec
import pygame
import pytest

from game.records import current_person
from game.records.database.tables import PLAYERS, SESSIONS
from game.records.database.tables import SCENARIOS as SCENARIOS_TABLE
from game.records.memberships import forget_membership, keep_membership, memberships
from game.window.input import Digit
from game.window.journey import Wish
from game.window.screens.boards import Boards, RankedBriefing
from game.window.screens.conversation.ranked import RankedConversation
from game.window.screens.debrief import Debriefing
from game.window.screens.home import Home
from tests.leaderboard.pages.house import CASE, House
from tests.window.gallery import SCENARIOS
from tests.window.test_journey import Trip

PATIENCE = 20.0


@pytest.fixture(autouse=True)
def fonts(home: object) -> None:  # noqa: ARG001  # every test has a home of its own
    """What pictures need."""
    os.environ.setdefault("SDL_VIDEODRIVER", "dummy")
    pygame.font.init()


class Tour(Trip):
    """A journey whose server takes its time; it may begin with a wish."""

    def __init__(self, wish: Wish | None = None) -> None:
        self._wish = wish
        super().__init__(SCENARIOS)

    def wait(self) -> None:
        """A few turns of the loop."""
        if self._wish is not None:
            self.journey.team.wish, self._wish = self._wish, None
        super().wait()

    def until(self, is_so: Callable[[], bool]) -> None:
        """Turn the loop until something is so."""
        end = time.monotonic() + PATIENCE
        while not is_so():
            assert time.monotonic() < end, self.told
            self.now += 0.01
            self.stage.tick(self.now)
            time.sleep(0.002)

    @property
    def told(self) -> str:
        """All there is to read, what is said of buttons included."""
        widgets = list(self.stage.tree.walk())
        return "\n".join(words for widget in widgets for words in (widget.name, widget.description) if words)

    def reads(self, words: str) -> None:
        """Turn the loop until something stands there."""
        self.until(lambda: words in self.told)

    def at(self, kind: type) -> None:
        """Turn the loop until a screen is in sight."""
        self.until(lambda: isinstance(self.stage.screen, kind))

    def write(self, key: str, text: str) -> None:
        """Write into a field."""
        field = next(widget for widget in self.stage.tree.walk() if widget.key == key)
        field.on_change(text)  # type: ignore[attr-defined]
        self.wait()

    def join(self, house: House, name: str = "Zara") -> None:
        """From Home to the boards, and in."""
        if any(widget.key == "skip" for widget in self.stage.tree.walk()):
            self.press("skip", "back")
        self.press("boards")
        self.write("code", house.code().lower())
        self.write("name", name)
        self.write("server", house.address)
        self.press("join")
        self.reads("You and this server")
        self.until(lambda: not self.boards.is_asking)

    @property
    def boards(self) -> Boards:
        """The boards in sight."""
        assert isinstance(self.stage.screen, Boards)
        return self.stage.screen

    def play(self) -> None:
        """Through a ranked play, always the first choice."""
        self.at(RankedConversation)
        while isinstance(self.stage.screen, RankedConversation):
            self.wait()
            self._decide(self.stage.screen, self.stage.screen.view.decisions)

    def _decide(self, screen: RankedConversation, before: int) -> None:
        self.stage.act(Digit(1))
        self.until(lambda: self.stage.screen is not screen or screen.view.decisions > before)


@pytest.fixture
def tour() -> Iterator[Tour]:
    """A journey from Home."""
    found = Tour()
    yield found
    found.journey.close()


def test_somebody_joins_stands_on_the_board_plays_and_leaves(tour: Tour, house: House) -> None:
    """With the code of a trainer, through a ranked play, to a place among the others, and out again."""
    tour.join(house)
    person = current_person().id
    (membership,) = memberships(person)
    assert (membership.pseudonym, membership.team) == ("Zara", "Night desk")
    assert "Autumn at the desk" in tour.told
    assert "Stand on the boards?" in tour.told
    tour.press("enter")
    tour.reads("Leave the boards of this season")

    tour.press("case-0")
    tour.at(RankedBriefing)
    assert "Attempt 1 of 2 that count; the best one stands." in tour.told
    tour.press("begin")
    tour.play()
    tour.at(Debriefing)
    screen = tour.stage.screen
    assert isinstance(screen, Debriefing)
    assert screen.debrief.head.mode == "ranked"
    assert screen.on_again_from is None
    assert screen.on_mirror is None
    tour.press("close")
    tour.at(Home)
    tour.reads("Autumn at the desk: You are number ")

    tour.press("boards")
    tour.reads("Attempt 2 of 2 that count")
    tour.reads("That is you.")
    tour.press("named-True")
    tour.until(lambda: tour.boards.news is not None and tour.boards.news.me.is_named)
    tour.press("withdraw")
    tour.reads("Stand on the boards?")
    tour.press("leave", "leave-now")
    tour.reads("Play for your team")
    assert memberships(person) == ()
    with house.database.reading() as c:
        assert c.execute(PLAYERS.select().where(PLAYERS.c.id == membership.player)).first() is None
        assert c.execute(SESSIONS.select().where(SESSIONS.c.player == membership.player)).first() is None


def test_home_shows_what_the_team_is_to_play(tour: Tour, house: House) -> None:
    """With its date; and a ranked play that was left waits there, after another start, too."""
    tour.join(house)
    tour.press("case-0", "begin")
    tour.at(RankedConversation)
    tour.wait()
    tour.stage.act(Digit(1))
    tour.until(lambda: isinstance(tour.stage.screen, RankedConversation) and tour.stage.screen.view.decisions == 1)
    tour.back()
    tour.press("leave")
    tour.at(Home)
    tour.journey.close()
    again = Tour()
    again.reads("For the first week")
    assert "0 of 2 cases done; due on " in again.told
    again.reads("Ranked, and not finished yet")
    again.press("ranked-0")
    assert "You left a ranked play open; it goes on where you stopped." in again.told
    again.press("begin")
    again.at(RankedConversation)
    assert isinstance(again.stage.screen, RankedConversation)
    assert again.stage.screen.view.decisions == 1
    again.journey.close()


def test_the_briefing_of_a_case_leads_to_its_ranked_play(tour: Tour, house: House) -> None:
    """Where a season has it, with the attempts that are left."""
    tour.join(house)
    tour.back()
    tour.reads("Autumn at the desk")
    tour.press("cases", f"case-{CASE}")
    assert "Autumn at the desk: Attempt 1 of 2 that count" in tour.told
    tour.press("ranked")
    assert isinstance(tour.stage.screen, RankedBriefing)
    tour.back()
    assert tour.stage.screen.title == "The lost reservation"


def test_each_person_has_their_own_server(tour: Tour, house: House) -> None:
    """Nobody sees the place of somebody else who plays on the same machine."""
    tour.join(house, "Ada")
    tour.press("enter")
    tour.reads("Leave the boards of this season")
    tour.back()
    tour.reads("Autumn at the desk")
    tour.press("people", "new")
    tour.write("name", "Jo")
    tour.press("done")
    tour.at(Home)
    assert current_person().name == "Jo"
    assert "Autumn at the desk" not in tour.told
    assert "For your team" not in tour.told


def test_plays_of_this_machine_are_shared_only_where_somebody_said_so(tour: Tour, house: House) -> None:
    """Once each, and those of an hour without a network later."""

    def kept() -> int:
        with house.database.reading() as c:
            rows = c.execute(SESSIONS.select().where(SESSIONS.c.player == player, SESSIONS.c.mode == "practice"))
            return len(rows.all())

    with house.database.writing() as c:
        c.execute(SCENARIOS_TABLE.update().values(is_open_book=True))  # of no other are journals taken
    tour.join(house)
    person = current_person().id
    player = memberships(person)[0].player
    tour.back()
    tour.play_well()
    tour.press("close")
    tour.reads("Autumn at the desk")
    assert kept() == 0
    tour.press("boards")
    tour.reads("Share practice")
    tour.press("share-True")
    tour.back()
    tour.play_well()
    tour.until(lambda: kept() == 1)
    tour.until(lambda: memberships(person)[0].unshared == ())


def test_a_server_that_is_gone_leaves_the_game_as_it_was(tour: Tour, house: House) -> None:
    """Home says no more than it knows; the boards say what is wrong, and try again when asked to."""
    tour.join(house)
    tour.journey.close()
    (membership,) = memberships(current_person().id)
    forget_membership(current_person().id, membership.url)
    gone = msgspec.structs.replace(membership, url="http://127.0.0.1:9")
    keep_membership(current_person().id, gone)
    again = Tour()
    again.press("boards")
    again.reads("The server tells nothing")
    assert "cannot be reached" in again.told
    again.back()
    assert isinstance(again.stage.screen, Home)
    again.play_well()
    assert isinstance(again.stage.screen, Debriefing)
    again.journey.close()


def test_the_command_leads_to_the_boards_or_into_the_case(house: House, lea: str) -> None:
    """With the code filled in; once somebody is known, to the case that was named."""
    first = Tour(Wish(house.address, house.code()))
    first.at(Boards)
    assert first.boards.form.server == house.address
    first.write("name", "Zara")
    first.press("join")
    first.reads("You and this server")
    first.journey.close()
    assert memberships(lea)[0].url == house.address
    second = Tour(Wish(case=CASE))
    second.at(RankedBriefing)
    second.journey.close()
