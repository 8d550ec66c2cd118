"""What every widget is: a name, a role, a place, and children."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING, ClassVar, Self

from pygame import Rect

from game.window.motion import STILL

if TYPE_CHECKING:
    from collections.abc import Iterator

    from game.window.canvas import Canvas
    from game.window.input import Action
    from game.window.theme import Theme

__all__ = ["Live", "Nameless", "Role", "Widget"]


class Nameless(ValueError):
    """Somebody made a widget without a name; a screen reader would have nothing to say about it."""


class Role(Enum):
    """What a widget is to a screen reader; the values are AccessKit's."""

    WINDOW = "WINDOW"
    LAYOUT = "GENERIC_CONTAINER"
    """Only arranges its children; screen readers pass over it."""
    GROUP = "GROUP"
    LABEL = "LABEL"
    HEADING = "HEADING"
    IMAGE = "IMAGE"
    BUTTON = "BUTTON"
    OPTIONS = "RADIO_GROUP"
    OPTION = "RADIO_BUTTON"
    """One of several, of which one is chosen."""
    CHECK = "CHECK_BOX"
    SWITCH = "SWITCH"
    SLIDER = "SLIDER"
    STEPPER = "SPIN_BUTTON"
    FIELD = "TEXT_INPUT"
    WRITTEN = "TEXT_RUN"
    """The letters in a field; screen readers read them through it."""
    LOG = "LOG"
    LIST = "LIST"
    ITEM = "LIST_ITEM"
    METER = "METER"
    TIMER = "TIMER"
    STATUS = "STATUS"
    SCROLL = "SCROLL_VIEW"
    DIALOG = "DIALOG"


class Live(Enum):
    """Whether a screen reader speaks of a change unasked."""

    OFF = "OFF"
    POLITE = "POLITE"
    ASSERTIVE = "ASSERTIVE"


class Widget:
    """A part of the tree that is painted, focused and read aloud.

    Raises:
        Nameless: the name is empty.
    """

    role: Role = Role.GROUP
    is_focusable: ClassVar[bool] = False
    takes_text: ClassVar[bool] = False
    """Keys write into it while it has the focus."""
    weighs: ClassVar[bool] = False
    """What pressing it does cannot always be undone: it takes no press that was meant for what stood there before."""
    level: int | None = None
    """Of a heading: 1 or more."""
    is_enabled: bool = True
    """Nothing comes of a press where it is not; a screen reader says so."""
    is_chosen: bool | None = None
    """Of an option, a check or a switch: whether it is on."""
    place_in_set: tuple[int, int] | None = None
    """The how manieth of how many: (2, 4) is read as "2 of 4"."""
    shortcut: str = ""
    """The key that presses it, as it is read aloud."""
    may_cut: bool = False
    """It shows one line and cuts what does not fit; its name tells the whole."""
    language: str = ""
    """The language its words are in, where it is not the program's, as "de"; all below it inherit it."""
    value_text: str = ""
    """The value in words: the letters in a field, "3 min 20 s" of a timer."""

    def __init__(self, name: str, *children: Widget, key: str = "", description: str = "") -> None:
        if not name.strip():
            raise Nameless(f"a {type(self).__name__} needs a name that can be read aloud")
        self.name = name
        self.children = list(children)
        self.key = key
        """Finds the widget again after the tree was built anew; unique among those that can have the focus."""
        self.description = description
        self.live = Live.OFF
        self.reader_id = 0
        """By which a screen reader knows it; the same after the tree was built anew."""
        self.rect = Rect(0, 0, 0, 0)
        """Where it is painted, in pixels of the window."""
        self.motion = STILL
        """What it does by itself; until that is over it is painted again and again."""

    @property
    def value(self) -> tuple[float, float] | None:
        """What a meter shows or a slider is set to, and its greatest; None on other widgets."""
        return None

    def told_in(self, tag: str) -> Self:
        """The same, its words and those of all below it in another language than the program's."""
        for widget in self.walk():
            widget.language = tag
        return self

    def carry_on(self, former: Widget) -> None:
        """Take over what the widget in whose place this one stands has of its own; most have nothing."""

    def natural(self, theme: Theme) -> int:
        """The width it would like, in pixels."""
        return max((child.natural(theme) for child in self.children), default=0)

    def measure(self, theme: Theme, width: int) -> int:
        """The height it needs at a width, in pixels."""
        return max((child.measure(theme, width) for child in self.children), default=0)

    def place(self, theme: Theme, rect: Rect) -> None:
        """Take a place, and give the children theirs: all of it, unless a widget knows better."""
        self.rect = rect
        for child in self.children:
            child.place(theme, rect)

    def paint(self, canvas: Canvas) -> None:
        """Paint itself and its children where they are in sight."""
        sight = canvas.surface.get_clip()
        for child in self.children:
            if child.rect.colliderect(sight):
                child.paint(canvas)

    def act(self, action: Action) -> bool:  # noqa: ARG002  # what it takes depends on the widget
        """Take an action that was meant for it; whether it did."""
        return False

    def walk(self) -> Iterator[Widget]:
        """Itself and all below it, in the order of reading."""
        yield self
        for child in self.children:
            yield from child.walk()

    def at(self, place: tuple[int, int]) -> Iterator[Widget]:
        """The widgets under a place, innermost first."""
        if self.rect.collidepoint(place):
            for child in reversed(self.children):
                yield from child.at(place)
            yield self
