"""From Home into a case, to its debrief, and back; and what is kept on the way."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from game import paths
from game.loader import find_scenarios
from game.records import Kept, Trouble, last_settings
from game.records.records import Records
from game.records.trying import try_again
from game.texts import language
from game.window.input import Back, Click, Digit, Zoom
from game.window.journey import Journey, plays, trainee
from game.window.journey.register import register_of
from game.window.journey.trainee import Trainee
from game.window.screens.conversation import Conversation
from game.window.screens.debrief import Debriefing
from game.window.screens.first_steps import FirstSteps
from game.window.screens.mirror import Mirroring
from game.window.screens.people import People
from game.window.settings import Settings
from game.window.stage import Stage
from tests.window.gallery import SCENARIOS, shown


class Trip:
    """A journey on a stage, and the time."""

    def __init__(self, folder: Path = SCENARIOS, language: str = "", settings: Settings | None = None) -> None:
        self.folder = folder
        shown = Settings(is_still=True) if settings is None else settings
        self.journey = Journey(find_scenarios([folder]), shown, language=language)
        self.stage = Stage(self.journey.home(), self.journey.settings, (1280, 800))
        self.has_quit = False
        self.journey.attach(self.stage, self.quit)
        self.now = 0.0
        self.wait()

    def quit(self) -> None:
        """The game was left."""
        self.has_quit = True

    def wait(self) -> None:
        """A few turns of the loop."""
        for _turn in range(8):
            self.now += 1
            self.stage.tick(self.now)

    def press(self, *keys: str) -> None:
        """Press widgets, one after the other."""
        for key in keys:
            widget = next(widget for widget in self.stage.tree.walk() if widget.key == key)
            self.stage.act(Click(widget.rect.center))
            self.wait()

    def back(self) -> None:
        """Press Escape."""
        self.stage.act(Back())
        self.wait()

    def begin(self, mode: str = "practise") -> None:
        """From Home through the list and the briefing into the case."""
        self.list_cases()
        self.press("case-lost-reservation", mode)

    def list_cases(self) -> None:
        """From Home to the list; who is here for the first time says that they know their way."""
        is_new = any(widget.key == "skip" for widget in self.stage.tree.walk())
        self.press("skip" if is_new else "cases")

    def play_well(self, mode: str = "graded") -> None:
        """Play the case as well as it can be played, to its debrief."""
        self.begin(mode)
        self.take("lobby/listen")
        self.take("search/honest")
        self.press("choice-1")

    @property
    def screen(self) -> str:
        """The name of the screen in sight."""
        return type(self.stage.screen).__name__

    @property
    def words(self) -> str:
        """All there is to read."""
        return shown(self.stage)

    def take(self, token: str) -> None:
        """Take a choice by its name."""
        assert isinstance(self.stage.screen, Conversation)
        offers = [offer.token for offer in self.stage.screen.view.offers]
        self.stage.act(Digit(offers.index(token) + 1))
        self.wait()


@pytest.fixture
def trip() -> Trip:
    """At home, for the first time."""
    return Trip()


@pytest.fixture
def known() -> Trip:
    """At home, where a play waits that was left."""
    trip = Trip()
    trip.begin()
    trip.take("lobby/deposit")
    trip.press("pause", "leave")
    return trip


def journals() -> list[Path]:
    """The journals that are kept."""
    return sorted(paths.records().glob("people/*/journals/*.jsonl"))


def test_a_case_is_played_to_its_debrief_and_back(trip: Trip) -> None:
    """Home, list, briefing, conversation, debrief, home."""
    trip.play_well()
    assert trip.screen == "Debriefing"
    assert "1000 of 1000" in trip.words
    trip.press("close")
    assert trip.screen == "Home"
    assert "Carry on" not in trip.words


def test_a_first_start_welcomes_and_lets_one_pass(trip: Trip) -> None:
    """The welcome does not come back after it was passed, nor after a play."""
    assert "Welcome to Gastgeber" in trip.words
    trip.press("skip")
    assert trip.screen == "Scenarios"
    trip.back()
    assert "Welcome to Gastgeber" not in trip.words
    assert "An easy one" in trip.words or "You have not met yet." in trip.words
    trip.begin()
    trip.take("lobby/listen")
    trip.journey.close()
    assert "Welcome" not in Trip().words


def test_what_was_reached_is_kept_and_shown(trip: Trip) -> None:
    """A medal stands at home, on the card and in the briefing from then on."""
    trip.play_well()
    trip.press("close")
    assert "The lost reservation: Gold medal, best score 1000 of 1000. Flawless." in trip.words
    trip.press("cases")
    assert "Gold medal. Best score 1000 of 1000" in trip.words
    trip.press("case-lost-reservation")
    assert "Gold medal. Best score 1000 of 1000" in trip.words


def test_the_debrief_knows_the_best_before_this_play(trip: Trip) -> None:
    """None at first, the first play's at the second."""
    trip.play_well()
    assert isinstance(trip.stage.screen, Debriefing)
    assert trip.stage.screen.own_best is None
    trip.press("close")
    trip.play_well()
    assert isinstance(trip.stage.screen, Debriefing)
    assert trip.stage.screen.own_best == 1000


def test_a_debrief_can_be_opened_again_from_home(trip: Trip) -> None:
    """At the next start, too; it leads back to its line, and keeps nothing a second time."""
    trip.play_well()
    trip.press("close")
    later = Trip()
    later.press("play-0")
    assert later.screen == "Debriefing"
    assert "1000 of 1000" in later.words
    assert "As good as your best" not in later.words  # it is the only one
    later.press("close")
    assert later.screen == "Home"
    assert later.stage.focus is not None
    assert later.stage.focus.key == "play-0"
    assert len(later.journey.trainee.history) == 1
    assert len(journals()) == 1


def test_a_debrief_can_be_opened_again_from_the_briefing(trip: Trip) -> None:
    """Of the best play that counts, else of the last; it leads back to the briefing."""
    trip.play_well("practise")
    trip.press("close")
    trip.list_cases()
    trip.press("case-lost-reservation")
    assert "See your last play" in trip.words
    trip.press("debrief")
    assert trip.screen == "Debriefing"
    trip.back()
    assert trip.screen == "Briefing"
    trip.press("graded")
    trip.take("lobby/listen")
    trip.take("search/honest")
    trip.press("choice-1", "close")
    trip.list_cases()
    trip.press("case-lost-reservation")
    assert "See your best play" in trip.words
    trip.press("debrief")
    assert "graded" in trip.words


def test_a_debrief_opened_again_leads_on(trip: Trip) -> None:
    """A decision is tried again, in a play of its own."""
    trip.play_well()
    trip.press("close", "play-0")
    before = journals()
    assert isinstance(trip.stage.screen, Debriefing)
    again = trip.stage.screen.on_again_from
    assert again is not None
    again(1)
    trip.wait()
    assert trip.screen == "Conversation"
    trip.take("lobby/deposit")
    assert len(journals()) == len(before) + 1


@pytest.mark.parametrize(
    ("is_copy", "text", "told"),
    [
        (False, None, "The journal of this play is gone"),
        (False, "{", "its first line is damaged"),
        (False, "head", "does not reach the ending any more"),
        (True, None, "The copy of the case it was played on is missing"),
    ],
)
def test_a_play_that_cannot_be_shown_any_more_says_why(trip: Trip, is_copy: bool, text: str | None, told: str) -> None:
    """Its journal or the copy of its case is gone or damaged; Home stays, and its result, too."""
    trip.play_well()
    trip.press("close")
    path = next(paths.records().glob("revisions/*.json")) if is_copy else journals()[0]
    if text is None:
        path.unlink()
    else:
        path.write_text(path.read_text().splitlines()[0] + "\n" if text == "head" else text)
    trip.press("play-0")
    assert trip.screen == "Home"
    assert told in trip.words
    trip.back()
    assert "The lost reservation: Gold, 1000 of 1000" in trip.words


def test_a_play_is_met_in_the_mirror(trip: Trip) -> None:
    """From its debrief and back to it; the closeness stands in the history."""
    trip.play_well()
    debriefing = trip.stage.screen
    assert isinstance(debriefing, Debriefing)
    assert debriefing.on_mirror is not None
    debriefing.on_mirror()
    trip.wait()
    mirroring = trip.stage.screen
    assert isinstance(mirroring, Mirroring)
    mirroring.on_keep(83)
    trip.back()
    assert trip.stage.screen is debriefing
    trip.back()
    assert "in the mirror, 83 % close" in trip.words


def test_practice_stands_in_the_history_and_wins_nothing(trip: Trip) -> None:
    """It counts as tried, not as served for a grade."""
    trip.play_well("practise")
    trip.press("close")
    assert "practice, 1000 of 1000" in trip.words
    assert "You have practised this one. Now play it for a grade." in trip.words


def test_a_play_taken_back_wins_nothing(trip: Trip) -> None:
    """In practice a decision is taken back; the result stands in the history."""
    trip.begin()
    trip.take("lobby/deposit")
    trip.press("take-back")
    trip.take("lobby/listen")
    trip.take("search/honest")
    trip.press("choice-1")
    trip.press("close")
    assert "medal" not in trip.words.replace("No medal", "")


def test_a_case_that_is_left_waits_at_home(known: Trip) -> None:
    """And goes on where it was left, with everything said before."""
    assert "Go on with The lost reservation (practice, 1 decision)" in known.words
    known.press("resume-0")
    assert known.screen == "Conversation"
    assert "We will have the deposit checked" in known.words
    known.take("search/kitchen-room")
    assert "The end: Above the kitchen" in known.words
    assert len(journals()) == 1


def test_a_case_in_which_nothing_was_decided_leaves_nothing(trip: Trip) -> None:
    """No journal, and nothing at home."""
    trip.begin("graded")
    trip.press("pause", "leave")
    assert journals() == []
    assert "Carry on" not in trip.words


def test_escape_goes_one_step_back_everywhere(trip: Trip) -> None:
    """From the list home, from the briefing to where one came from, from a play by its pause; home asks."""
    trip.list_cases()
    trip.back()
    assert trip.screen == "Home"
    trip.press("cases", "case-lost-reservation")
    trip.back()
    assert trip.screen == "Scenarios"
    trip.press("case-lost-reservation", "practise")
    trip.take("lobby/listen")
    trip.back()
    trip.back()
    assert trip.screen == "Conversation"
    trip.press("pause", "leave", "next")
    assert trip.screen == "Briefing"
    trip.back()
    assert trip.screen == "Home"
    trip.back()
    assert "Leave the game?" in trip.words
    trip.back()
    assert "Leave the game?" not in trip.words
    trip.back()
    trip.press("quit")
    assert trip.has_quit


def test_escape_leads_home_from_a_debrief(trip: Trip) -> None:
    """As its button does."""
    trip.play_well()
    trip.back()
    assert trip.screen == "Home"


def test_the_list_is_found_as_it_was_left(trip: Trip) -> None:
    """Search, order and the case that was opened last."""
    trip.list_cases()
    trip.press("panel", "order-title", "case-lost-reservation")
    trip.back()
    chosen = [widget.key for widget in trip.stage.tree.walk() if widget.is_chosen]
    assert chosen == ["order-title"]
    assert trip.stage.focus is not None
    assert trip.stage.focus.key == "case-lost-reservation"


@pytest.mark.parametrize(
    "keys",
    [
        (),
        ("cases",),
        ("cases", "panel"),
        ("cases", "case-lost-reservation"),
        ("settings",),
        ("people",),
    ],
)
def test_what_waits_still_waits_wherever_the_game_stopped(known: Trip, keys: tuple[str, ...]) -> None:
    """At home, in the list, its panel, a briefing, the settings, among the people; nothing else is left behind."""
    known.press(*keys)
    after = Trip()
    assert "Go on with The lost reservation (practice, 1 decision)" in after.words
    assert len(journals()) == 1


def test_a_case_that_was_named_begins_at_once_and_leads_home(trip: Trip) -> None:
    """Home finds everything out then."""
    told = trip.journey.cases.told("lost-reservation")
    assert told is not None
    journey = Journey(find_scenarios([SCENARIOS]), Settings(is_still=True))
    direct = Trip()
    direct.journey = journey
    direct.stage = Stage(journey.begin(told, "practice"), journey.settings, (1280, 800))
    journey.attach(direct.stage, direct.quit)
    direct.wait()
    assert direct.screen == "Conversation"
    direct.take("lobby/deposit")
    direct.press("pause", "leave")
    assert direct.screen == "Home"
    assert "Go on with The lost reservation (practice, 1 decision)" in direct.words
    direct.press("cases")
    assert "The lost reservation" in direct.words


def test_closing_the_window_in_the_middle_of_a_case_keeps_it(trip: Trip) -> None:
    """As closing any other does."""
    trip.begin()
    trip.take("lobby/deposit")
    trip.journey.close()
    assert "Go on with The lost reservation (practice, 1 decision)" in Trip().words


def test_what_cannot_be_kept_is_told_and_played_all_the_same(trip: Trip, monkeypatch: pytest.MonkeyPatch) -> None:
    """A full disk is no reason not to practise."""

    def fail(*_values: object, **_options: object) -> None:
        raise Trouble("There is no room left on the disk.")

    monkeypatch.setattr(plays, "begin", fail)
    trip.begin()
    assert "There is no room left on the disk." in trip.words
    trip.press("close")
    trip.take("lobby/listen")
    trip.take("search/honest")
    trip.press("choice-1")
    assert trip.screen == "Debriefing"
    assert journals() == []


def test_records_that_cannot_be_opened_are_told_and_the_game_goes_on(monkeypatch: pytest.MonkeyPatch) -> None:
    """In plain words at home; what is played is kept in its journal."""

    def fail(**_options: object) -> None:
        raise Trouble("The database is open in another window.")

    monkeypatch.setattr(trainee, "open_records", fail)
    trip = Trip()
    assert "The database is open in another window." in trip.words
    trip.play_well()
    trip.press("close")
    assert "The database is open in another window." in trip.words
    assert len(journals()) == 1


def test_what_cannot_be_caught_up_with_is_told_and_the_rest_is_there(
    trip: Trip, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Records that were opened stay open."""
    trip.play_well()

    def fail(_records: Records) -> Iterator[int]:
        raise Trouble("A journal may not be read.")

    monkeypatch.setattr(Records, "catching_up", fail)
    after = Trip()
    assert "A journal may not be read." in after.words
    assert "Gold, 1000 of 1000" in after.words


def test_a_result_that_cannot_be_kept_is_told_at_the_debrief(trip: Trip, monkeypatch: pytest.MonkeyPatch) -> None:
    """The debrief is there all the same."""

    def fail(*_values: object) -> None:
        raise Trouble("The disk is full.")

    monkeypatch.setattr(Trainee, "keep", fail)
    told: list[str] = []
    monkeypatch.setattr(trip.stage, "tell", told.append)
    trip.play_well()
    assert trip.screen == "Debriefing"
    assert told == ["What this play brought could not be kept: The disk is full."]


def test_a_session_that_cannot_be_taken_up_is_told(known: Trip) -> None:
    """Home stays, with the reason over it."""
    journals()[0].unlink()
    known.press("resume-0")
    assert known.screen == "Home"
    assert "is not there" in known.words


def test_a_damaged_journal_is_told_before_it_goes_on(known: Trip) -> None:
    """What was cut off is said first."""
    with journals()[0].open("a", encoding="utf-8") as journal:
        journal.write('{"nonsense": true}\n')
    known.press("resume-0")
    assert "of the journal is damaged" in known.words


def test_the_same_case_can_be_played_once_more(trip: Trip) -> None:
    """From its debrief, in the same mode."""
    trip.play_well()
    screen = trip.stage.screen
    assert isinstance(screen, Debriefing)
    screen.on_again()
    trip.wait()
    assert isinstance(trip.stage.screen, Conversation)
    assert trip.stage.screen.view.decisions == 0
    assert "take-back" not in {widget.key for widget in trip.stage.tree.walk()}
    assert len(journals()) == 2


def test_time_limits_can_be_switched_off_for_a_case_that_was_left(known: Trip) -> None:
    """It goes on without them, and its debrief says so."""
    known.press("next", "timers")
    known.back()
    known.press("resume-0")
    assert "Time to answer" not in known.words
    known.take("search/kitchen-room")
    known.press("choice-1")
    assert "Played without time limits." in known.words


def test_time_limits_that_are_off_stay_off_in_the_case(trip: Trip) -> None:
    """Set in the briefing, kept in the session's record, told in its debrief."""
    trip.list_cases()
    trip.press("case-lost-reservation", "timers", "practise")
    trip.take("lobby/deposit")
    assert "Time to answer" not in trip.words
    trip.take("search/kitchen-room")
    trip.press("choice-1")
    assert "Played without time limits." in trip.words


def test_settings_are_kept_for_the_person_and_for_the_next_first_picture(trip: Trip) -> None:
    """Changed anywhere."""
    trip.stage.act(Zoom(1))
    assert last_settings()["text_size"] == 125
    after = Trip(settings=Settings(is_still=True))
    assert after.stage.settings.text_size == 125


def test_the_language_is_chosen_at_the_first_start(trip: Trip) -> None:
    """Everything in sight speaks it at once, and at the next start; the focus stays where it was."""
    trip.press("language-de")
    assert language() == "de"
    assert trip.stage.focus is not None
    assert trip.stage.focus.key == "language-de"
    assert last_settings()["language"] == "de"
    trip.press("language-en")
    assert language() == "en"


def test_time_limits_off_for_one_start_are_on_at_the_next() -> None:
    """What was asked for on the command line is nobody's setting."""
    journey = Journey(find_scenarios([SCENARIOS]), Settings(is_still=True), timers=False)
    stage = Stage(journey.home(), journey.settings, (1280, 800))
    journey.attach(stage, lambda: None)
    for now in range(8):
        stage.tick(float(now))
    assert not stage.settings.has_timers
    stage.act(Zoom(1))
    assert last_settings()["has_timers"] is True
    assert not stage.settings.has_timers


def test_settings_are_changed_from_home_and_escape_leads_back(trip: Trip) -> None:
    """The language, too: the screen of the settings speaks it at once."""
    trip.press("settings")
    assert trip.screen == "SettingsScreen"
    trip.press("language-de")
    assert trip.screen == "SettingsScreen"
    assert language() == "de"
    assert trip.stage.focus is not None
    assert trip.stage.focus.key == "language-de"
    trip.press("language-en")
    trip.back()
    assert trip.screen == "Home"


def test_the_first_steps_lead_home_again(trip: Trip) -> None:
    """Seen to their end, or left before; there is no second welcome, and they can be repeated."""
    trip.press("first-steps")
    first = trip.stage.screen
    assert isinstance(first, FirstSteps)
    first.on_skip()
    trip.wait()
    assert "Welcome to Gastgeber" not in trip.words
    trip.press("first-steps")
    again = trip.stage.screen
    assert isinstance(again, FirstSteps)
    again.on_done()
    assert trip.screen == "Home"
    assert journals() == []


@pytest.mark.parametrize("way", ["first-steps", "skip"])
def test_whoever_knows_the_way_is_not_welcomed_at_the_next_start(trip: Trip, way: str) -> None:
    """Having seen the first steps, or passed them over; nothing needs to have been played."""
    trip.press(way)
    first = trip.stage.screen
    if isinstance(first, FirstSteps):
        first.on_skip()
    assert last_settings()["knows_the_way"] is True
    after = Trip()
    assert "Welcome to Gastgeber" not in after.words
    assert "first-steps" in {widget.key for widget in after.stage.tree.walk()}


def test_first_steps_that_the_window_was_closed_on_are_offered_again(trip: Trip) -> None:
    """Nobody said that they have seen enough."""
    trip.press("first-steps")
    trip.journey.close()
    assert "Welcome to Gastgeber" in Trip().words


def test_people_are_made_and_switched_and_each_has_their_own(trip: Trip) -> None:
    """History, unfinished plays, settings and language go with who plays; somebody new goes on as it is."""
    trip.play_well()
    trip.back()
    trip.stage.act(Zoom(1))
    records = trip.journey.trainee.records
    assert records is not None
    first, second = records.current(), records.add("Sam")
    trip.press("people")
    assert trip.screen == "People"
    screen = trip.stage.screen
    assert isinstance(screen, People)
    screen.register.choose(second.id)
    trip.back()
    assert trip.screen == "Home"
    assert "Welcome to Gastgeber" in trip.words
    assert trip.stage.settings.text_size == 125
    trip.journey._preferences.speak("de")
    trip.press("people")
    screen = trip.stage.screen
    assert isinstance(screen, People)
    screen.register.choose(first.id)
    trip.back()
    assert language() == "en"
    assert "1000 of 1000" in trip.words
    assert Trip().journey.trainee.name == first.name


def test_everything_kept_of_somebody_is_saved_as_a_file(trip: Trip) -> None:
    """As JSON, where a player finds it."""
    trip.play_well()
    trip.back()
    records = trip.journey.trainee.records
    assert records is not None
    register = register_of(records)
    assert register.plays(records.current().id) == 1
    path = register.export(records.current().id)
    assert path.suffix == ".json"
    assert json.loads(path.read_bytes()).keys() == json.loads(records.export(records.current().id)).keys()


def test_a_decision_is_tried_again_from_the_debrief(trip: Trip) -> None:
    """In practice, in a session of its own, whose play counts for nothing but learning."""
    trip.play_well()
    debriefing = trip.stage.screen
    assert isinstance(debriefing, Debriefing)
    assert debriefing.on_again_from is not None
    debriefing.on_again_from(2)
    trip.wait()
    assert isinstance(trip.stage.screen, Conversation)
    assert trip.stage.screen.view.decisions == 1
    trip.take("search/honest")
    trip.press("choice-1")
    trip.back()
    assert len(journals()) == 2
    assert "practice, 1000 of 1000" in trip.words


def test_a_try_that_is_left_at_once_leaves_nothing(trip: Trip) -> None:
    """Only the play it was a try of; nothing waits to be gone on with."""
    trip.play_well()
    debriefing = trip.stage.screen
    assert isinstance(debriefing, Debriefing)
    assert debriefing.on_again_from is not None
    debriefing.on_again_from(2)
    trip.wait()
    trip.press("pause", "leave")
    assert len(journals()) == 1
    assert "Go on with" not in trip.words


def test_trying_again_without_a_place_to_keep_it_is_told(trip: Trip, monkeypatch: pytest.MonkeyPatch) -> None:
    """And played all the same."""
    trip.play_well()
    debriefing = trip.stage.screen
    assert isinstance(debriefing, Debriefing)
    assert debriefing.on_again_from is not None

    def fail(*values: Any, is_kept: bool = True, **options: Any) -> Kept:
        if is_kept:
            raise Trouble("The disk is full.")
        return try_again(*values, is_kept=False, **options)

    monkeypatch.setattr(plays, "try_again", fail)
    debriefing.on_again_from(1)
    trip.wait()
    assert trip.screen == "Conversation"
    assert "The disk is full." in trip.words


def test_people_wait_for_records_that_cannot_be_opened(monkeypatch: pytest.MonkeyPatch) -> None:
    """The reason is told where the room would have been."""

    def fail(**_options: object) -> None:
        raise Trouble("The database is open in another window.")

    monkeypatch.setattr(trainee, "open_records", fail)
    trip = Trip()
    trip.press("people")
    assert trip.screen == "Home"
    assert "That did not work" in trip.words
