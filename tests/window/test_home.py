"""Home: who plays, what waits, whom to serve next, how it went, and the ways on."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

import pytest

from game.learning import Proposal
from game.loader import Found
from game.records import Best
from game.window.input import Back, Click, Press
from game.window.progress import Progress
from game.window.screens.home import Home, Reception
from game.window.screens.home.guests import Served
from game.window.screens.home.when import greeting_words, when_words
from game.window.stage import Stage
from tests.window.gallery import NOW, found_cases, home, on_stage, progress, read_cases, reception, result, shown


def stage_of(told: Reception | None = None, **ways: Any) -> Stage:
    """Home on a stage."""
    stage = on_stage(home(told or reception(), **ways))
    stage.tick(0.0)
    return stage


def press(stage: Stage, key: str) -> None:
    """Press the widget of that key."""
    widget = next(widget for widget in stage.tree.walk() if widget.key == key)
    stage.act(Click(widget.rect.center))
    stage.tick(0.0)


def keys(stage: Stage) -> set[str]:
    """What can have the focus."""
    return {widget.key for widget in stage.tree.walk() if widget.is_focusable}


def test_the_first_picture_waits_for_nothing() -> None:
    """Until what was kept has been looked at, nothing is said of it; then all is there."""
    work = iter((True, True, False))
    screen = Home(
        home(Reception()).cases, Reception(), home(Reception()).doors, work=lambda: next(work), clock=lambda: NOW
    )
    stage = on_stage(screen)
    assert "One moment, the desk is being set." in shown(stage)
    assert stage.is_moving
    for _tick in range(3):
        stage.tick(0.0)
    assert not stage.is_moving
    screen.receive(reception())
    stage.tick(0.0)
    assert "Good evening, Kim." in shown(stage)


def test_who_comes_back_is_greeted_and_finds_what_waits() -> None:
    """The play that was left, how far it came and when; the focus is on it."""
    taken: list[int] = []
    stage = stage_of(on_resume=taken.append)
    text = shown(stage)
    assert "Good evening, Kim." in text
    assert "Portrait of Kim, pleased" in text
    assert "Somebody is still waiting for your answer." in text
    way = next(widget for widget in stage.tree.walk() if widget.key == "resume-0")
    assert way.name == "Go on with The lost reservation (practice, 3 decisions)"
    assert way.description == "Practice · 3 decisions · begun yesterday 08:30"
    assert stage.focus is way
    press(stage, "resume-0")
    assert taken == [0]


def test_of_many_plays_the_last_are_shown_and_the_others_on_demand() -> None:
    """Nothing that waits is out of reach."""
    play = reception().unfinished[0]
    stage = stage_of(reception(unfinished=(play,) * 5))
    assert "resume-2" in keys(stage)
    assert "resume-3" not in keys(stage)
    assert "Show 2 more" in shown(stage)
    press(stage, "more")
    assert "resume-4" in keys(stage)
    assert "more" not in keys(stage)


@pytest.mark.parametrize(
    ("proposal", "reached", "words"),
    [
        (Proposal("lost-reservation", "new", 1000), Progress(), "You have not met yet."),
        (Proposal("lost-reservation", "practised", 1000), Progress(), "Now play it for a grade."),
        (Proposal("lost-reservation", "gain", 188), progress(), "Your best score is 812: 88 more earn Gold."),
        (
            Proposal("lost-reservation", "gain", 20),
            Progress({"lost-reservation": Best(980, "gold", False, 1, 0, True)}),
            "Here most is still to be gained: 20 more.",
        ),
    ],
)
def test_a_case_is_proposed_with_the_reason(proposal: Proposal, reached: Progress, words: str) -> None:
    """One card; it leads to the briefing."""
    opened: list[str] = []
    stage = stage_of(reception(proposal=proposal, progress=reached), on_case=opened.append)
    assert words in shown(stage)
    press(stage, "next")
    assert opened == ["lost-reservation"]


def test_how_it_went_is_told() -> None:
    """A face for each case with its medal, and the last plays in words."""
    text = shown(stage_of())
    assert "The lost reservation: Silver medal, best score 812 of 1000. Flawless." in text
    assert "Silver, 812 of 1000 · today 16:30" in text
    assert "practice, 640 of 1000 · yesterday 18:30" in text
    assert "in the mirror, 83 % close · 2026-02-23" in text


def test_of_many_guests_some_are_shown() -> None:
    """The best first, and how many more there are is said; cases that are gone are passed over."""
    one = found_cases()
    ids = [f"case-{number}" for number in range(10)]
    readings = {case: one.reading("lost-reservation") for case in ids}
    cases = read_cases(Found(dict.fromkeys(ids, one.paths["lost-reservation"]), {}, (), {}, readings))
    bests = {case: Best(900 + number, "gold", False, 1, 0, True) for number, case in enumerate([*ids, "gone"])}
    told = reception(progress=Progress(bests), proposal=None, unfinished=())
    served = [each.name for each in on_stage(home(told, cases)).tree.walk() if isinstance(each, Served)]
    assert [name[-11:-8] for name in served] == [str(900 + number) for number in range(9, 1, -1)]
    assert "and 2 more" in shown(on_stage(home(told, cases)))


def test_somebody_new_is_welcomed_in_their_language() -> None:
    """The language is in sight; the guided first steps come first, and can be passed."""
    chosen: list[str] = []
    stage = stage_of(Reception(is_ready=True, is_first=True), on_language=chosen.append)
    assert "Welcome to Gastgeber" in shown(stage)
    assert {"language-en", "language-de", "first-steps", "skip"} <= keys(stage)
    press(stage, "language-de")
    assert chosen == ["de"]


def test_a_room_that_is_not_there_has_no_door() -> None:
    """No dead buttons."""
    closed: dict[str, Any] = dict.fromkeys(("on_people", "on_settings", "on_first_steps"))
    assert not {"people", "settings", "first-steps"} & keys(stage_of(**closed))
    assert {"people", "settings", "first-steps"} <= keys(stage_of())


@pytest.mark.parametrize(
    ("key", "way"),
    [
        ("cases", "on_cases"),
        ("people", "on_people"),
        ("settings", "on_settings"),
        ("first-steps", "on_first_steps"),
    ],
)
def test_every_door_opens(key: str, way: str) -> None:
    """By its button."""
    gone: list[bool] = []
    ways: dict[str, Any] = {way: lambda: gone.append(True)}
    stage = stage_of(**ways)
    press(stage, key)
    assert gone == [True]


def test_leaving_is_asked_first() -> None:
    """By Escape or the button; Escape once more stays."""
    gone: list[bool] = []
    stage = stage_of(on_quit=lambda: gone.append(True))
    stage.act(Back())
    assert "Leave the game?" in shown(stage)
    stage.act(Back())
    assert "Leave the game?" not in shown(stage)
    press(stage, "leave")
    press(stage, "close")
    press(stage, "leave")
    press(stage, "quit")
    assert gone == [True]


def test_trouble_is_told() -> None:
    """What cannot be read stands on the page; what did not work lies over it until it was read."""
    screen = home(reception(trouble="The records may not be read."))
    stage = on_stage(screen)
    assert "The records may not be read." in shown(stage)
    screen.tell("That play is gone.")
    stage.tick(0.0)
    assert "That play is gone." in shown(stage)
    stage.act(Press())
    stage.act(Press())
    stage.tick(0.0)
    assert "That play is gone." not in shown(stage)


def test_a_play_of_a_case_that_is_gone_goes_by_what_is_known() -> None:
    """Without a face; a result goes by the case's id."""
    gone = reception()
    play = gone.unfinished[0]._replace(scenario="gone", started="once")
    told = reception(unfinished=(play,), history=(result("graded", None, 1000),))
    stage = stage_of(told)
    way = next(widget for widget in stage.tree.walk() if widget.key == "resume-0")
    assert way.description == "Practice · 3 decisions"
    assert "played to the end · today" in shown(stage)


@pytest.mark.parametrize(
    ("ago", "words"),
    [
        (timedelta(hours=2), "today 16:30"),
        (timedelta(hours=20), "yesterday 22:30"),
        (timedelta(days=3), "Sunday 18:30"),
        (timedelta(days=7), "2026-02-25"),
        (timedelta(days=-3), "2026-03-07"),
    ],
)
def test_when_something_was(ago: timedelta, words: str) -> None:
    """As people say it; a clock that was put back is no riddle."""
    assert when_words(NOW - ago, NOW) == words


@pytest.mark.parametrize(
    ("hour", "words"), [(5, "morning"), (10, "morning"), (11, "afternoon"), (17, "evening"), (3, "evening")]
)
def test_a_greeting_fits_the_time_of_the_day(hour: int, words: str) -> None:
    """With a name, and without."""
    assert greeting_words("Kim", hour) == f"Good {words}, Kim."
    assert greeting_words("", datetime(2026, 1, 1, hour).hour) == f"Good {words}."


def test_guests_who_come_again_are_counted_once() -> None:
    """Two plays of one case are one guest; the older plays are shown on demand, each with its debrief."""
    opened: list[str] = []
    history = tuple(result("practice", 500 + number, number) for number in range(6))
    stage = stage_of(reception(unfinished=(), history=history), on_debrief=opened.append)
    assert "You have served one guest. Who is next?" in shown(stage)
    assert "play-3" in keys(stage)
    assert "play-4" not in keys(stage)
    more = next(widget for widget in stage.tree.walk() if widget.key == "more-plays")
    assert more.name == "Show 2 more"
    more.on_press()  # type: ignore[attr-defined]
    stage.tick(0.0)
    last = next(widget for widget in stage.tree.walk() if widget.key == "play-5")
    last.on_press()  # type: ignore[attr-defined]
    assert opened == ["s"]
