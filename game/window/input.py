"""What a player does, whatever with: keys, mouse, touch or gamepad become the same few actions."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING

import pygame

if TYPE_CHECKING:
    from collections.abc import Callable

__all__ = [
    "Action",
    "Assist",
    "Back",
    "Click",
    "Compose",
    "Digit",
    "Drag",
    "Edit",
    "Erase",
    "FullScreen",
    "FunctionKey",
    "Mark",
    "Move",
    "Page",
    "Photo",
    "Point",
    "Press",
    "Put",
    "Reader",
    "Select",
    "Typed",
    "Wheel",
    "Wish",
    "Write",
    "Zoom",
]


class Move(Enum):
    """The focus goes on: in the order of reading, or in a direction."""

    NEXT = "next"
    PREVIOUS = "previous"
    UP = "up"
    DOWN = "down"
    LEFT = "left"
    RIGHT = "right"


@dataclass(frozen=True, slots=True)
class Press:
    """What has the focus is pressed."""


@dataclass(frozen=True, slots=True)
class Back:
    """Out of here, or a pause."""


@dataclass(frozen=True, slots=True)
class Digit:
    """A number key, 1 to 9."""

    number: int


@dataclass(frozen=True, slots=True)
class FunctionKey:
    """One of the keys F1 to F10; those beyond are the window's own."""

    number: int


@dataclass(frozen=True, slots=True)
class Typed:
    """A letter, or what joins words in a name."""

    letter: str


@dataclass(frozen=True, slots=True)
class Erase:
    """Take the last letter back."""


@dataclass(frozen=True, slots=True)
class Write:
    """Text for the field that has the focus: a letter, or a whole word from an input method."""

    text: str


@dataclass(frozen=True, slots=True)
class Compose:
    """What an input method shows before it is decided; empty when it is done."""

    text: str


class Edit(Enum):
    """What is done to the text of a field besides writing."""

    DELETE = "delete"
    """The letter behind the caret."""
    COPY = "copy"
    CUT = "cut"
    PASTE = "paste"
    MARK_ALL = "mark all"


@dataclass(frozen=True, slots=True)
class Mark:
    """The caret goes left (-1) or right (1), to the very end with `is_end`, and marks what it passes."""

    direction: int
    is_end: bool = False


@dataclass(frozen=True, slots=True)
class Page:
    """Scroll by pages: -1 up, 1 down; to the very end with `is_end`."""

    direction: int
    is_end: bool = False


@dataclass(frozen=True, slots=True)
class Zoom:
    """Text larger (1) or smaller (-1)."""

    direction: int


@dataclass(frozen=True, slots=True)
class Point:
    """The pointer moved to a place."""

    place: tuple[int, int]


@dataclass(frozen=True, slots=True)
class Click:
    """A place was pressed with mouse or finger."""

    place: tuple[int, int]


@dataclass(frozen=True, slots=True)
class Wheel:
    """The wheel turned over a place; steps above 0 look further up."""

    place: tuple[int, int]
    steps: float


@dataclass(frozen=True, slots=True)
class Drag:
    """A finger moves what lies under it by so many pixels."""

    place: tuple[int, int]
    pixels: int


@dataclass(frozen=True, slots=True)
class Put:
    """A widget is to have this value: the text of a field, the figure of a slider."""

    value: str | float


@dataclass(frozen=True, slots=True)
class Select:
    """A field's caret is to stand at a place, and to mark from another to there; counted in letters."""

    anchor: int
    caret: int


class Wish(Enum):
    """What a screen reader asks of a widget, where it has no action of its own to send."""

    FOCUS = "focus"
    REVEAL = "reveal"
    """Scroll it into sight."""


@dataclass(frozen=True, slots=True)
class Assist:
    """A screen reader asks something of a widget, which it names by its number."""

    widget: int
    wish: Wish | Press | Move | Page | Put | Select | Write


@dataclass(frozen=True, slots=True)
class FullScreen:
    """Fill the screen, or stop it."""


@dataclass(frozen=True, slots=True)
class Photo:
    """Keep a picture of the window."""


Action = (
    Move
    | Press
    | Back
    | Digit
    | FunctionKey
    | Typed
    | Erase
    | Write
    | Compose
    | Edit
    | Mark
    | Put
    | Select
    | Page
    | Zoom
    | Point
    | Click
    | Wheel
    | Drag
    | Assist
    | FullScreen
    | Photo
)

_KEYS: dict[int, Action] = {
    pygame.K_DOWN: Move.DOWN,
    pygame.K_UP: Move.UP,
    pygame.K_LEFT: Move.LEFT,
    pygame.K_RIGHT: Move.RIGHT,
    pygame.K_RETURN: Press(),
    pygame.K_KP_ENTER: Press(),
    pygame.K_SPACE: Press(),
    pygame.K_ESCAPE: Back(),
    pygame.K_AC_BACK: Back(),
    pygame.K_PAGEUP: Page(-1),
    pygame.K_PAGEDOWN: Page(1),
    pygame.K_HOME: Page(-1, is_end=True),
    pygame.K_END: Page(1, is_end=True),
    pygame.K_BACKSPACE: Erase(),
    **{pygame.K_F1 + place: FunctionKey(place + 1) for place in range(10)},
    pygame.K_F11: FullScreen(),
    pygame.K_F12: Photo(),
    **{pygame.K_1 + place: Digit(place + 1) for place in range(9)},
    **{pygame.K_KP_1 + place: Digit(place + 1) for place in range(9)},
}
_ZOOM: dict[int, int] = {
    pygame.K_PLUS: 1,
    pygame.K_EQUALS: 1,
    pygame.K_KP_PLUS: 1,
    pygame.K_MINUS: -1,
    pygame.K_KP_MINUS: -1,
}
_EDITS: dict[int, Edit] = {
    pygame.K_a: Edit.MARK_ALL,
    pygame.K_c: Edit.COPY,
    pygame.K_x: Edit.CUT,
    pygame.K_v: Edit.PASTE,
}
_MARKS: dict[int, Mark] = {
    pygame.K_LEFT: Mark(-1),
    pygame.K_RIGHT: Mark(1),
    pygame.K_HOME: Mark(-1, is_end=True),
    pygame.K_END: Mark(1, is_end=True),
}
_HATS = {(0, 1): Move.UP, (0, -1): Move.DOWN, (-1, 0): Move.LEFT, (1, 0): Move.RIGHT}
_BUTTONS: dict[int, Action] = {
    0: Press(),
    1: Back(),
    2: Page(1),
    3: Page(-1),
    4: Move.PREVIOUS,
    5: Move.NEXT,
    7: Back(),
    11: Move.UP,
    12: Move.DOWN,
    13: Move.LEFT,
    14: Move.RIGHT,
}
"""A, B, X and Y, the shoulders, Start, and a cross that tells of itself as buttons, as most gamepads number them."""
_ALT_GR = pygame.KMOD_MODE | pygame.KMOD_RALT
"""Writes letters on many keyboards, and comes with Ctrl on Windows."""
_STICK = 0.6
"""How far a stick is pushed before it counts."""
_SLIP = 0.015
"""How far, in shares of the window, a finger may slip and still tap."""


class Reader:
    """Reads pygame's events as actions; remembers where the pointer is, and what a finger or a stick was doing."""

    def __init__(self, size: Callable[[], tuple[int, int]], density: Callable[[], float]) -> None:
        self._size = size
        self._density = density
        self._pointer = (0, 0)
        self._touched: tuple[float, float] | None = None
        self._has_dragged = False
        self._is_pushed = False
        self._is_composing = False
        self.is_writing = False
        """Whether a field has the focus, so that keys write into it."""

    def read(self, event: pygame.Event) -> Action | None:
        """The action of an event; None where it means nothing here."""
        match event.type:
            case pygame.KEYDOWN:
                return self._written(event) if self.is_writing else _key(event)
            case pygame.TEXTINPUT | pygame.TEXTEDITING if self.is_writing:
                self._is_composing = event.type == pygame.TEXTEDITING and bool(event.text)
                return Write(event.text) if event.type == pygame.TEXTINPUT else Compose(event.text)
            case pygame.MOUSEMOTION | pygame.MOUSEBUTTONDOWN | pygame.MOUSEWHEEL:
                # A touch comes as a finger and, once more, as a mouse: the finger counts.
                return None if getattr(event, "touch", False) else self._mouse(event)
            case pygame.FINGERDOWN | pygame.FINGERMOTION | pygame.FINGERUP:
                return self._finger(event)
            case pygame.JOYHATMOTION:
                return _HATS.get(event.value)
            case pygame.JOYBUTTONDOWN:
                return _BUTTONS.get(event.button)
            case pygame.JOYAXISMOTION:
                return self._stick(event)
        return None

    def _written(self, event: pygame.Event) -> Action | None:
        """A key while a field has the focus; what it writes comes as text of its own."""
        if self._is_composing:
            return None  # the keys belong to the input method
        if event.key == pygame.K_DELETE:
            return Edit.DELETE
        if event.mod & pygame.KMOD_SHIFT and event.key in _MARKS:
            return _MARKS[event.key]
        if event.mod & (pygame.KMOD_CTRL | pygame.KMOD_META) and event.key in _EDITS and not event.mod & _ALT_GR:
            return _EDITS[event.key]
        action = _key(event)
        is_letter = event.key == pygame.K_SPACE or isinstance(action, Digit | Typed)
        return None if is_letter else action

    def _mouse(self, event: pygame.Event) -> Action | None:
        if event.type == pygame.MOUSEWHEEL:
            return Wheel(self._pointer, getattr(event, "precise_y", event.y))
        self._pointer = self._pixels(event.pos)
        if event.type == pygame.MOUSEMOTION:
            return Point(self._pointer)
        return Click(self._pointer) if event.button == pygame.BUTTON_LEFT else None

    def _finger(self, event: pygame.Event) -> Action | None:
        """A tap presses when the finger leaves; a finger that moves scrolls."""
        width, height = self._size()
        place = (round(event.x * width), round(event.y * height))
        if event.type == pygame.FINGERDOWN:
            self._touched, self._has_dragged = (event.x, event.y), False
            return None
        if self._touched is None:
            return None
        if event.type == pygame.FINGERMOTION:
            slipped = abs(event.x - self._touched[0]) + abs(event.y - self._touched[1])
            self._has_dragged = self._has_dragged or slipped > _SLIP
            return Drag(place, round(event.dy * height)) if self._has_dragged else None
        self._touched = None
        return None if self._has_dragged else Click(place)

    def _stick(self, event: pygame.Event) -> Action | None:
        """One step each time a stick is pushed; it has to come back before the next."""
        if event.axis not in (0, 1):
            return None
        was_pushed, self._is_pushed = self._is_pushed, abs(event.value) > _STICK
        if was_pushed or not self._is_pushed:
            return None
        if event.axis == 0:
            return Move.RIGHT if event.value > 0 else Move.LEFT
        return Move.DOWN if event.value > 0 else Move.UP

    def _pixels(self, place: tuple[int, int]) -> tuple[int, int]:
        """A place in the window's points as one in its pixels."""
        density = self._density()
        return round(place[0] * density), round(place[1] * density)


def _key(event: pygame.Event) -> Action | None:
    if event.mod & pygame.KMOD_ALT:
        return FullScreen() if event.key == pygame.K_RETURN else None
    if event.mod & (pygame.KMOD_CTRL | pygame.KMOD_META):
        zoom = _ZOOM.get(event.key)
        return None if zoom is None else Zoom(zoom)
    if event.key == pygame.K_TAB:
        return Move.PREVIOUS if event.mod & pygame.KMOD_SHIFT else Move.NEXT
    return _KEYS.get(event.key) or _typed(getattr(event, "unicode", ""))


def _typed(letter: str) -> Typed | None:
    return Typed(letter) if letter.isalpha() or letter in ("-", "_") else None
