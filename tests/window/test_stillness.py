"""Nothing moves that was asked not to, and everything else comes to rest by itself."""

from __future__ import annotations

from dataclasses import replace

import pygame
import pytest

from game.window.input import Digit, Move, Press
from game.window.settings import Settings
from game.window.stage import Stage
from game.window.widgets.meter import TimeRing
from tests.window.gallery import SCREENS, conversation

_REST = 15.0
"""Seconds after which everything has come to rest."""


def painted(stage: Stage) -> bytes:
    """What the stage shows now."""
    picture = pygame.Surface(stage.size)
    stage.paint(picture)
    return pygame.image.tobytes(picture, "RGB")


def runs_a_clock(stage: Stage) -> bool:
    """Whether time runs that is shown."""
    return any(isinstance(widget, TimeRing) for widget in stage.tree.walk())


@pytest.mark.parametrize("screen", SCREENS)
def test_nothing_moves_where_nothing_is_to_move(screen: str) -> None:
    """No widget has a motion, and no picture changes by itself, but for the time that runs out."""
    stage = SCREENS[screen]((800, 600), "light", 100)
    stage.tick(100.0)
    before = painted(stage)
    for tenth in range(1, 31):
        stage.tick(100.0 + tenth / 10)
        assert all(widget.motion.is_over(100.0) for widget in stage.tree.walk())
        assert not stage.is_moving
        assert not stage.needs_paint or runs_a_clock(stage)
    if not runs_a_clock(stage):
        assert painted(stage) == before


@pytest.mark.parametrize("screen", SCREENS)
def test_everything_comes_to_rest(screen: str) -> None:
    """Where things may move, nothing is painted any more after a while without input."""
    stage = SCREENS[screen]((800, 600), "light", 100)
    stage.adjust(replace(stage.settings, is_still=False))
    stage.act(Move.NEXT)
    now = 100.0
    while now < 100.0 + _REST:
        now += 0.05
        stage.tick(now)
        if stage.needs_paint:
            painted(stage)
    before = painted(stage)
    changes = 0
    for _turn in range(40):
        now += 0.05
        stage.tick(now)
        changes += stage.needs_paint
        if stage.needs_paint:
            painted(stage)
    assert not stage.is_moving or runs_a_clock(stage)
    assert changes == 0 or (runs_a_clock(stage) and changes <= 8)
    assert runs_a_clock(stage) or painted(stage) == before


def test_a_whole_play_moves_nothing_where_nothing_is_to_move() -> None:
    """Each decision, the promises, the clock, and the ending: the picture after it is the last one at once."""
    stage = Stage(conversation(), Settings(is_still=True), (1280, 800))
    now = 0.0
    for action in (None, Digit(2), Digit(1), Press()):
        if action is not None:
            stage.act(action)
        now += 0.1
        stage.tick(now)
        pictures = set()
        for _turn in range(20):
            now += 0.05
            stage.tick(now)
            assert all(widget.motion.is_over(now) for widget in stage.tree.walk())
            pictures.add(painted(stage))
        assert len(pictures) == 1 or runs_a_clock(stage)


def test_a_conversation_comes_to_rest_after_each_decision() -> None:
    """Faces, clock, ledger, dots and cards: a while after the last line nothing is painted any more."""
    stage = Stage(conversation(), Settings(), (1280, 800))
    now, has_moved = 0.0, False
    for action in (None, Digit(4), Digit(2)):
        if action is not None:
            stage.act(action)
        while now % 50 < 45:
            now += 0.05
            stage.tick(now)
            has_moved = has_moved or stage.is_moving
            if stage.needs_paint:
                painted(stage)
        for _turn in range(20):
            now += 0.05
            stage.tick(now)
            assert not stage.needs_paint
            assert not stage.is_moving
        now += 5
    assert has_moved
