"""Keys, mouse, touch and gamepad as actions."""

from __future__ import annotations

from typing import Any

import pygame
import pytest

from game.window.input import (
    Action,
    Back,
    Click,
    Digit,
    Drag,
    Erase,
    FullScreen,
    FunctionKey,
    Move,
    Page,
    Photo,
    Point,
    Press,
    Reader,
    Typed,
    Wheel,
    Zoom,
)

SIZE = (1280, 800)


@pytest.fixture
def reader() -> Reader:
    """A reader of a window of 640 by 400 points on a display of two pixels a point."""
    return Reader(lambda: SIZE, lambda: 2.0)


def key(which: int, held: int = 0) -> pygame.Event:
    """A key going down."""
    return pygame.Event(pygame.KEYDOWN, key=which, mod=held)


@pytest.mark.parametrize(
    ("event", "action"),
    [
        (key(pygame.K_TAB), Move.NEXT),
        (key(pygame.K_TAB, pygame.KMOD_LSHIFT), Move.PREVIOUS),
        (key(pygame.K_DOWN), Move.DOWN),
        (key(pygame.K_UP), Move.UP),
        (key(pygame.K_LEFT), Move.LEFT),
        (key(pygame.K_RIGHT), Move.RIGHT),
        (key(pygame.K_RETURN), Press()),
        (key(pygame.K_BACKSPACE), Erase()),
        (key(pygame.K_F2), FunctionKey(2)),
        (key(pygame.K_F10), FunctionKey(10)),
        (key(pygame.K_SPACE), Press()),
        (key(pygame.K_ESCAPE), Back()),
        (key(pygame.K_1), Digit(1)),
        (key(pygame.K_9), Digit(9)),
        (key(pygame.K_KP_4), Digit(4)),
        (key(pygame.K_PAGEUP), Page(-1)),
        (key(pygame.K_END), Page(1, is_end=True)),
        (key(pygame.K_F11), FullScreen()),
        (key(pygame.K_RETURN, pygame.KMOD_LALT), FullScreen()),
        (key(pygame.K_F12), Photo()),
        (key(pygame.K_PLUS, pygame.KMOD_LCTRL), Zoom(1)),
        (key(pygame.K_MINUS, pygame.KMOD_LMETA), Zoom(-1)),
        (key(pygame.K_x), None),
        (key(pygame.K_1, pygame.KMOD_LCTRL), None),
        (key(pygame.K_TAB, pygame.KMOD_LALT), None),
        (pygame.Event(pygame.JOYHATMOTION, value=(0, 1)), Move.UP),
        (pygame.Event(pygame.JOYHATMOTION, value=(0, 0)), None),
        (pygame.Event(pygame.JOYBUTTONDOWN, button=0), Press()),
        (pygame.Event(pygame.JOYBUTTONDOWN, button=1), Back()),
        (pygame.Event(pygame.JOYBUTTONDOWN, button=12), Move.DOWN),
        (pygame.Event(pygame.JOYBUTTONDOWN, button=20), None),
        (pygame.Event(pygame.KEYUP, key=pygame.K_RETURN, mod=0), None),
    ],
)
def test_keys_and_buttons_become_actions(reader: Reader, event: pygame.Event, action: Action | None) -> None:
    """Tab, arrows, numbers, Enter, Escape and the rest; the system's own combinations are left alone."""
    assert reader.read(event) == action


@pytest.mark.parametrize(
    ("letter", "action"),
    [("k", Typed("k")), ("K", Typed("K")), ("ß", Typed("ß")), ("-", Typed("-")), ("?", None), ("", None)],
)
def test_letters_that_names_are_made_of_are_typed(reader: Reader, letter: str, action: Action | None) -> None:
    """Not with Ctrl, which has a meaning of its own."""
    assert reader.read(pygame.Event(pygame.KEYDOWN, key=pygame.K_k, mod=0, unicode=letter)) == action
    held = pygame.Event(pygame.KEYDOWN, key=pygame.K_k, mod=pygame.KMOD_LCTRL, unicode=letter)
    assert reader.read(held) is None


def mouse(kind: int, **values: Any) -> pygame.Event:
    """An event of the mouse."""
    return pygame.Event(kind, {"touch": False, **values})


def test_the_mouse_is_told_in_pixels(reader: Reader) -> None:
    """A display of two pixels a point doubles the places."""
    assert reader.read(mouse(pygame.MOUSEMOTION, pos=(10, 20))) == Point((20, 40))
    assert reader.read(mouse(pygame.MOUSEBUTTONDOWN, pos=(10, 20), button=1)) == Click((20, 40))
    assert reader.read(mouse(pygame.MOUSEBUTTONDOWN, pos=(10, 20), button=3)) is None


def test_the_wheel_scrolls_finely(reader: Reader) -> None:
    """Touchpads tell parts of a step; what lies under the pointer is meant."""
    reader.read(mouse(pygame.MOUSEMOTION, pos=(10, 20)))
    assert reader.read(mouse(pygame.MOUSEWHEEL, x=0, y=0, precise_y=-0.25)) == Wheel((20, 40), -0.25)


def finger(kind: int, x: float, y: float, dy: float = 0.0) -> pygame.Event:
    """An event of a finger, in shares of the window."""
    return pygame.Event(kind, x=x, y=y, dx=0.0, dy=dy)


def test_a_tap_presses_when_the_finger_leaves(reader: Reader) -> None:
    """Down tells nothing yet; a slip of a few pixels is still a tap."""
    assert reader.read(finger(pygame.FINGERDOWN, 0.5, 0.5)) is None
    assert reader.read(finger(pygame.FINGERMOTION, 0.503, 0.503, 0.003)) is None
    assert reader.read(finger(pygame.FINGERUP, 0.5, 0.5)) == Click((640, 400))


def test_a_finger_that_moves_scrolls_and_presses_nothing(reader: Reader) -> None:
    """A drag moves what lies under it by as many pixels."""
    reader.read(finger(pygame.FINGERDOWN, 0.5, 0.5))
    assert reader.read(finger(pygame.FINGERMOTION, 0.5, 0.4, -0.1)) == Drag((640, 320), -80)
    assert reader.read(finger(pygame.FINGERUP, 0.5, 0.4)) is None
    assert reader.read(finger(pygame.FINGERUP, 0.5, 0.4)) is None


def test_a_touch_is_not_told_twice(reader: Reader) -> None:
    """The mouse that SDL makes of a finger is passed over."""
    assert reader.read(pygame.Event(pygame.MOUSEBUTTONDOWN, pos=(1, 1), button=1, touch=True)) is None


def test_a_pushed_stick_steps_once(reader: Reader) -> None:
    """It has to come back before it steps again."""
    pushes = [0.9, 1.0, 0.2, -0.9]
    moves = [reader.read(pygame.Event(pygame.JOYAXISMOTION, axis=1, value=push)) for push in pushes]
    assert moves == [Move.DOWN, None, None, Move.UP]
    assert reader.read(pygame.Event(pygame.JOYAXISMOTION, axis=3, value=1.0)) is None
    reader.read(pygame.Event(pygame.JOYAXISMOTION, axis=0, value=0.0))
    assert reader.read(pygame.Event(pygame.JOYAXISMOTION, axis=0, value=0.9)) == Move.RIGHT
