"""Before a case: who one is, what counts, and the two ways to play."""

from __future__ import annotations

import msgspec
import pytest

from game.scenario.model import Habit, Label, Words
from game.texts import use_language
from game.window.cases import Told
from game.window.input import Back, Click
from game.window.progress import Progress
from game.window.screens.scenarios import Briefing
from game.window.stage import Stage
from tests.window.gallery import briefing, lost_reservation, nothing, on_stage, shown


def press(stage: Stage, key: str) -> None:
    """Press the widget of that key."""
    widget = next(widget for widget in stage.tree.walk() if widget.key == key)
    stage.act(Click(widget.rect.center))
    stage.tick(0.0)


def of(told: Told) -> str:
    """All that the briefing of a case says."""
    return shown(on_stage(Briefing(told, progress=Progress(), on_begin=nothing, on_back=nothing)))


@pytest.mark.parametrize(("key", "mode"), [("practise", "practice"), ("graded", "graded")])
@pytest.mark.parametrize(("size", "text"), [((1280, 800), 100), ((640, 480), 200)])
def test_a_case_begins_from_its_briefing(key: str, mode: str, size: tuple[int, int], text: int) -> None:
    """Who one is and whom one serves, then practice or a grade; in any window."""
    begun: list[str] = []
    stage = on_stage(briefing(on_begin=begun.append), size, text=text)
    assert "You are Lea, Night desk at the Seeblick. You serve Anna Lindqvist-Überschär." in shown(stage)
    next(widget for widget in stage.tree.walk() if widget.key == key).on_press()  # type: ignore[attr-defined]
    assert begun == [mode]


def test_it_says_which_habits_are_practised() -> None:
    """By name on the screen; a screen reader says the sentence, too."""
    habit = Habit(name=Label("Listening"), kind="virtue", text=Words("You let them finish."))
    stage = on_stage(briefing(trains=[habit]))
    assert "What you practise here" in shown(stage)
    assert "Listening: You let them finish." in [widget.name for widget in stage.tree.walk()]
    assert "What you practise here" not in shown(on_stage(briefing()))


def test_it_says_what_counts_and_how() -> None:
    """The three dimensions, the best play, the medals; and the best so far."""
    text = shown(on_stage(briefing()))
    for words in (
        "Respect",
        "Proactivity",
        "Follow-through",
        "The score: 1000 for the best way through this case",
        "Bronze medal from a score of 600",
        "Gold medal from a score of 900",
        "Silver medal. Best score 812 of 1000",
    ):
        assert words in text


def test_the_first_way_has_the_focus_and_escape_leads_back() -> None:
    """Enter practises."""
    left: list[bool] = []
    stage = on_stage(briefing(on_back=lambda: left.append(True)))
    assert stage.focus is not None
    assert stage.focus.key == "practise"
    stage.act(Back())
    assert left == [True]


def test_time_limits_are_told_and_switched_where_there_are_any() -> None:
    """A case in which nothing runs out does not speak of it."""
    stage = on_stage(briefing())
    assert "somebody waits for your answer" in shown(stage)
    press(stage, "timers")
    assert not stage.settings.has_timers
    assert "Nothing runs out" in shown(stage)
    scenario = lost_reservation()
    scenes = {key: msgspec.structs.replace(scene, within=None, silence=None) for key, scene in scenario.scenes.items()}
    calm = msgspec.structs.replace(scenario, scenes=scenes)
    assert "Time limits" not in of(Told("calm", calm, calm, ""))


def test_a_case_in_another_language_than_the_program_speaks_says_so() -> None:
    """In the program's language; with what is known of its translation."""
    scenario = lost_reservation()
    assert "This case is told in" not in of(Told("a", scenario, scenario, ""))
    use_language("de")
    try:
        assert "Englisch" in of(Told("a", scenario, scenario, ""))
    finally:
        use_language("en")
    assert "Half of it is English." in of(Told("a", scenario, scenario, "Half of it is English."))
