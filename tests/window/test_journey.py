"""From the list into a case, to its debrief, and back; and what is kept on the way."""

from __future__ import annotations

from pathlib import Path

import pytest

from game import paths
from game.loader import find_scenarios
from game.loader.words import Words
from game.records import Trouble
from game.window import journey as module
from game.window.input import Click, Digit
from game.window.journey import Journey
from game.window.screens.conversation import Conversation
from game.window.screens.debrief import Debriefing
from game.window.screens.scenarios import Scenarios
from game.window.settings import Settings
from game.window.stage import Stage
from tests.window.gallery import SCENARIOS, shown


class Trip:
    """A journey on a stage, and the time."""

    def __init__(self, folder: Path = SCENARIOS, language: str = "") -> None:
        self.folder = folder
        found = find_scenarios([folder])
        self.journey = Journey(found, words=Words(found.paths, language))
        self.stage = Stage(self.journey.list, Settings(is_still=True), (1280, 800))
        self.has_quit = False
        self.journey.attach(self.stage.show, self.quit)
        self.now = 0.0
        self.wait()

    def quit(self) -> None:
        """The game was left."""
        self.has_quit = True

    def wait(self) -> None:
        """A few turns of the loop."""
        for _turn in range(5):
            self.now += 1
            self.stage.tick(self.now)

    def press(self, *keys: str) -> None:
        """Press widgets, one after the other."""
        for key in keys:
            widget = next(widget for widget in self.stage.tree.walk() if widget.key == key)
            self.stage.act(Click(widget.rect.center))
            self.wait()

    def take(self, token: str) -> None:
        """Take a choice by its name."""
        assert isinstance(self.stage.screen, Conversation)
        offers = [offer.token for offer in self.stage.screen.view.offers]
        self.stage.act(Digit(offers.index(token) + 1))
        self.wait()


@pytest.fixture
def trip() -> Trip:
    """At the list of cases."""
    return Trip()


def journals() -> list[Path]:
    """The journals that are kept."""
    return sorted(paths.records().glob("people/*/journals/*.jsonl"))


def test_a_case_is_played_to_its_debrief_and_back(trip: Trip) -> None:
    """List, briefing, conversation, debrief, list."""
    trip.press("case-lost-reservation", "practise")
    trip.take("lobby/listen")
    trip.take("search/honest")
    trip.press("choice-1")
    assert isinstance(trip.stage.screen, Debriefing)
    assert "1000 of 1000" in shown(trip.stage)
    trip.stage.show(trip.stage.screen)
    trip.press("close")
    assert isinstance(trip.stage.screen, Scenarios)
    assert "Not finished yet" not in shown(trip.stage)


def test_a_case_that_is_left_waits_in_the_list(trip: Trip) -> None:
    """And goes on where it was left, with everything said before."""
    trip.press("case-lost-reservation", "practise")
    trip.take("lobby/deposit")
    trip.press("pause", "leave")
    assert "Go on with The lost reservation (practice, 1 decision)" in shown(trip.stage)
    trip.press("resume-0")
    assert isinstance(trip.stage.screen, Conversation)
    assert "We will have the deposit checked" in shown(trip.stage)
    trip.take("search/kitchen-room")
    assert "The end: Above the kitchen" in shown(trip.stage)
    assert len(journals()) == 1


def test_a_case_in_which_nothing_was_decided_leaves_nothing(trip: Trip) -> None:
    """No journal, and nothing in the list."""
    trip.press("case-lost-reservation", "graded", "pause", "leave")
    assert journals() == []
    assert "Not finished yet" not in shown(trip.stage)


def test_what_cannot_be_kept_is_told_and_played_all_the_same(trip: Trip, monkeypatch: pytest.MonkeyPatch) -> None:
    """A full disk is no reason not to practise."""

    def fail(*_values: object, **_options: object) -> None:
        raise Trouble("There is no room left on the disk.")

    monkeypatch.setattr(module, "begin", fail)
    trip.press("case-lost-reservation", "practise")
    assert "There is no room left on the disk." in shown(trip.stage)
    trip.press("close")
    trip.take("lobby/listen")
    assert journals() == []


def test_a_session_that_cannot_be_taken_up_is_told(trip: Trip) -> None:
    """The list stays, with the reason over it."""
    trip.press("case-lost-reservation", "practise")
    trip.take("lobby/deposit")
    trip.press("pause", "leave")
    journals()[0].unlink()
    trip.press("resume-0")
    assert isinstance(trip.stage.screen, Scenarios)
    assert "is not there" in shown(trip.stage)


def test_a_damaged_journal_is_told_before_it_goes_on(trip: Trip) -> None:
    """What was cut off is said first."""
    trip.press("case-lost-reservation", "practise")
    trip.take("lobby/deposit")
    trip.press("pause", "leave")
    with journals()[0].open("a", encoding="utf-8") as journal:
        journal.write('{"nonsense": true}\n')
    trip.stage.show(trip.journey.list)
    trip.wait()
    trip.press("resume-0")
    assert "of the journal is damaged" in shown(trip.stage)


def test_the_same_case_can_be_played_once_more(trip: Trip) -> None:
    """From its debrief, in the same mode."""
    trip.press("case-lost-reservation", "graded")
    trip.take("lobby/listen")
    trip.take("search/honest")
    trip.press("choice-1")
    screen = trip.stage.screen
    assert isinstance(screen, Debriefing)
    screen.on_again()
    trip.wait()
    assert isinstance(trip.stage.screen, Conversation)
    assert trip.stage.screen.view.decisions == 0
    assert "take-back" not in {widget.key for widget in trip.stage.tree.walk()}


def test_time_limits_can_be_switched_off_for_a_case_that_was_left(trip: Trip) -> None:
    """It goes on without them, and its debrief says so."""
    trip.press("case-lost-reservation", "practise")
    trip.take("lobby/deposit")
    assert "Time to answer" in shown(trip.stage)
    trip.press("pause", "leave", "menu", "timers", "close", "resume-0")
    assert isinstance(trip.stage.screen, Conversation)
    assert "Time to answer" not in shown(trip.stage)
    trip.take("search/kitchen-room")
    trip.press("choice-1")
    assert "Played without time limits." in shown(trip.stage)


def test_time_limits_that_are_off_stay_off_in_the_case(trip: Trip) -> None:
    """Set in the list, kept in the session's record, told in its debrief."""
    trip.press("menu", "timers", "close", "case-lost-reservation", "practise")
    trip.take("lobby/deposit")
    assert "Time to answer" not in shown(trip.stage)
    trip.take("search/kitchen-room")
    trip.press("choice-1")
    assert "Played without time limits." in shown(trip.stage)


def test_leaving_the_game_closes_the_session(trip: Trip) -> None:
    """From the menu of the list."""
    trip.press("menu", "quit")
    assert trip.has_quit
