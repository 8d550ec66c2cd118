"""The list of cases: read one by one, broken ones shown, each with its briefing."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from game.records.shelf import Shelf, Unfinished
from game.window.input import Back, Click
from game.window.screens.scenarios import Scenarios
from game.window.screens.scenarios.unfinished import resume_button
from game.window.stage import Stage
from tests.window.gallery import SCREENS, found_cases, nothing, on_stage, shown


def make(**ways: Any) -> Scenarios:
    """The list over a sound case, a broken one and a missing folder."""
    all_ways = {"look": lambda: Shelf((), ()), "on_play": nothing, "on_resume": nothing, "on_quit": nothing, **ways}
    return Scenarios(found_cases(), **all_ways)


def read(stage: Stage) -> Stage:
    """Let all files be read."""
    assert isinstance(stage.screen, Scenarios)
    while stage.screen.is_reading:
        stage.tick(0.0)
    return stage


def press(stage: Stage, key: str) -> None:
    """Press the widget of that key."""
    widget = next(widget for widget in stage.tree.walk() if widget.key == key)
    stage.act(Click(widget.rect.center))


def test_the_first_picture_waits_for_no_file() -> None:
    """The list is there before anything was read, and fills file by file."""
    stage = on_stage(make())
    assert "The lost reservation" not in shown(stage)
    assert "Reading lost-reservation" in shown(stage)
    stage.tick(0.0)
    stage.tick(0.0)
    assert "The lost reservation" in shown(stage)
    assert "Reading colon" in shown(stage)


def test_a_case_says_where_it_plays_how_hard_it_is_and_how_long() -> None:
    """Each fact with its mark; the summary is read with the title."""
    stage = read(on_stage(make()))
    for words in ("at the counter", "medium", "About 6 minutes"):
        assert words in shown(stage)
    card = next(widget for widget in stage.tree.walk() if widget.key == "case-lost-reservation")
    assert card.name == "The lost reservation"
    assert card.description.startswith("Two tired children")


def test_a_broken_file_is_shown_with_what_to_mend() -> None:
    """Message, mend and place of its first finding, and how many there are."""
    text = shown(read(on_stage(make())))
    assert "colon cannot be played yet" in text
    assert "Put quotes round this sentence" in text
    assert "scenarios/colon.yaml, line 10, column 16" in text
    assert "One more finding." in text


def test_a_missing_folder_is_told() -> None:
    """The folder's name stands with it."""
    assert "cases-of-my-team" in shown(on_stage(make()))


def test_the_first_case_has_the_focus() -> None:
    """Enter, Enter: the briefing of the first case."""
    stage = read(on_stage(make()))
    assert stage.focus is not None
    assert stage.focus.key == "case-lost-reservation"


@pytest.mark.parametrize(("key", "mode"), [("practise", "practice"), ("graded", "graded")])
def test_a_case_begins_from_its_briefing(key: str, mode: str) -> None:
    """Who one is and whom one serves, then practice or a grade."""
    begun: list[tuple[str, str]] = []
    stage = read(on_stage(make(on_play=lambda case, mode: begun.append((case, mode)))))
    press(stage, "case-lost-reservation")
    assert "You are Lea, Night desk at the Seeblick. You serve Anna Lindqvist-Überschär." in shown(stage)
    press(stage, key)
    assert begun == [("lost-reservation", mode)]


def test_a_briefing_is_left_by_escape() -> None:
    """Back to the list."""
    stage = read(on_stage(make()))
    press(stage, "case-lost-reservation")
    stage.act(Back())
    assert "You serve" not in shown(stage)


def test_an_unfinished_session_is_offered() -> None:
    """With how far it came; pressing it goes on."""
    resumed: list[int] = []
    stage = SCREENS["cases"]((1280, 800), "light", 100)
    assert isinstance(stage.screen, Scenarios)
    stage.screen.on_resume = resumed.append
    stage.screen.has_changed = True
    stage.tick(0.0)
    assert "Go on with The lost reservation (practice, 3 decisions)" in shown(stage)
    assert "Cannot be gone on with: two.jsonl. Its first line is damaged." in shown(stage)
    press(stage, "resume-0")
    assert resumed == [0]


def test_the_menu_has_settings_and_the_way_out() -> None:
    """Escape opens it; time limits can be switched off before a case begins."""
    left: list[bool] = []
    stage = read(on_stage(make(on_quit=lambda: left.append(True))))
    stage.act(Back())
    press(stage, "timers")
    assert not stage.settings.has_timers
    press(stage, "quit")
    assert left == [True]


def test_trouble_is_told_in_a_dialog() -> None:
    """And closed by a button."""
    screen = make()
    stage = read(on_stage(screen))
    screen.tell("You are not allowed to use the records.")
    stage.tick(0.0)
    assert "You are not allowed to use the records." in shown(stage)
    press(stage, "close")
    assert "not allowed" not in shown(stage)


def test_a_session_says_when_it_was_begun() -> None:
    """In the player's own time zone; a time that cannot be read is left out."""
    stage = SCREENS["cases"]((1280, 800), "light", 100)
    button = next(widget for widget in stage.tree.walk() if widget.key == "resume-0")
    assert button.description.startswith("Begun 2026-03-0")
    broken = Unfinished(Path("one.jsonl"), "a", "The lost reservation", "graded", "yesterday", 1, False)
    assert resume_button(broken, 0, nothing).description == ""
