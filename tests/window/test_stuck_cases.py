"""Cases at fault: they end with a sentence and a way out, and lose nothing."""

from __future__ import annotations

import random
from pathlib import Path

import pygame
import pytest

from game.loader import find_scenarios
from game.scenario.model import Scene
from game.session.journal import Head, Mode
from game.session.session import LocalSession
from game.window.input import Action, Back, Click, Digit, Move, Page, Point, Press, Wheel, Zoom
from game.window.journey import Journey
from game.window.screens.conversation import Conversation
from game.window.settings import Settings
from game.window.stage import Stage
from tests.cases import book, choice, scene
from tests.window.gallery import SCENARIOS, nothing, on_stage, play_on, shown

ENDS = {
    "dead end": ({"nowhere": scene()}, "ends here without an ending"),
    "ring": ({"nowhere": scene(goto="round"), "round": scene(goto="nowhere")}, "runs in a circle"),
}


def stuck(scenes: dict[str, Scene], mode: Mode, left: list[str]) -> Stage:
    """A case that goes no further after its only choice."""
    playbook = book(hello=scene(choice("go", "nowhere")), **scenes)
    head = Head(scenario="stuck", revision=playbook.revision, seed=1, mode=mode, started="", timers=True)
    session = LocalSession(playbook, head, nothing)
    screen = Conversation(
        session, on_end=nothing, on_leave=lambda: left.append("left"), on_unkept=nothing, on_anew=nothing
    )
    return play_on(on_stage(screen), Digit(1))


@pytest.mark.parametrize(("scenes", "words"), ENDS.values(), ids=ENDS)
def test_a_case_that_goes_no_further_says_so_and_lets_out(scenes: dict[str, Scene], words: str) -> None:
    """A dead end and a ring each have their sentence; the debrief of half a play is not offered."""
    left: list[str] = []
    stage = stuck(scenes, "graded", left)
    assert words in shown(stage)
    assert "debrief" not in shown(stage)
    stage.act(Press())
    stage.act(Press())
    assert left == ["left"]


def test_in_practice_the_last_decision_can_still_be_taken_back() -> None:
    """Then the choice is there again."""
    stage = stuck(ENDS["ring"][0], "practice", [])
    undo = next(widget for widget in stage.tree.walk() if widget.key == "take-back")
    stage.act(Click(undo.rect.center))
    stage.tick(9.0)
    assert "“I go.”" in shown(stage)


_PRESSING = 0.6


@pytest.mark.parametrize("seed", range(4))
def test_whatever_is_pressed_the_game_goes_on(seed: int, tmp_path: Path) -> None:
    """Hundreds of actions in no sensible order: nothing raises, and the focus is always somewhere in reach."""
    dice = random.Random(seed)
    journey = Journey(find_scenarios([SCENARIOS, tmp_path]), Settings(is_still=bool(seed % 2)))
    stage = Stage(journey.home(), journey.settings, (1280, 800))
    journey.attach(stage, nothing)
    picture, now = pygame.Surface(stage.size), 0.0
    for turn in range(400):
        now += dice.choice((0.05, 1.0, 8.0))
        stage.tick(now)
        stage.act(_any_action(dice, stage))
        assert stage.focus is None or stage.focus in list(stage.tree.walk())
        if turn % 20 == 0:
            stage.paint(picture)
    journey.close()


def _any_action(dice: random.Random, stage: Stage) -> Action:
    """Something a player can do; most often they press what can be pressed."""
    buttons = [widget for widget in stage.tree.walk() if widget.is_focusable]
    if buttons and dice.random() < _PRESSING:
        return Click(dice.choice(buttons).rect.center)
    place = (dice.randrange(1280), dice.randrange(800))
    return dice.choice(
        (
            Digit(dice.randint(1, 4)),
            Press(),
            dice.choice(list(Move)),
            Click(place),
            Back(),
            Wheel(place, dice.choice((-1.0, 1.0))),
            Page(dice.choice((-1, 1))),
            Point(place),
            Zoom(dice.choice((-1, 1))),
        )
    )
