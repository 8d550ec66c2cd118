"""Rows in which something is set: one of several options, or a figure on a slider."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, ClassVar, Generic, TypeVar

from pygame import Rect

from game.window.fonts import line_height
from game.window.input import Click, Move, Put
from game.window.lettering import Face, height_of, natural_width, paint_line, paint_text
from game.window.pictures import paint_mark
from game.window.shapes import Border, paint_pill
from game.window.widgets.boxes import Flow
from game.window.widgets.button import Pressable
from game.window.widgets.chip import Marked
from game.window.widgets.label import Label
from game.window.widgets.widget import Live, Role, Widget

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from game.window.canvas import Canvas
    from game.window.input import Action
    from game.window.theme import Theme

__all__ = ["Option", "Options", "SettingRow", "Slider"]

Value = TypeVar("Value")

_LABEL = 150
"""Room for the label where it stands beside what is set."""
_STEP = 10
_KNOB = 11


class Option(Pressable):
    """One of several, as a pill; the chosen one is filled and ticked.

    Args:
        words: what it stands for.
        on_press: chooses it, or turns it round.
        key: finds it again.
        is_chosen: whether it is the one, or is on.
        mark: stands in the tick's place while it is not; empty for none.
        is_check: whether several of them can be on.
    """

    def __init__(
        self,
        words: str,
        on_press: Callable[[], None],
        *,
        key: str,
        is_chosen: bool,
        mark: str = "",
        is_check: bool = False,
    ) -> None:
        super().__init__(words, on_press, key=key)
        self.role = Role.CHECK if is_check else Role.OPTION
        self.is_chosen = is_chosen
        self.mark = "good" if is_chosen else mark

    def natural(self, theme: Theme) -> int:
        """Words on one line, room at the sides, and for the tick, chosen or not: nothing shifts when it is."""
        return natural_width(self.name, self._face(theme)) + 1 + self._tick_room(theme) + 2 * self._pad(theme)

    def measure(self, theme: Theme, width: int) -> int:
        """At least as high as a finger needs."""
        text = height_of(self.name, self._face(theme), self._text_width(theme, width))
        return max(text + 2 * theme.px(8), theme.px(42))

    def paint(self, canvas: Canvas) -> None:
        """Paint the pill, the tick and the words."""
        theme, palette = canvas.theme, canvas.palette
        fill, ink = (palette.accent, palette.on_accent) if self.is_chosen else (palette.card, palette.ink)
        self.paint_ground(canvas, min(theme.px(21), self.rect.height // 2), fill)
        face, limit, tick = self._face(theme), self._text_width(theme, self.rect.width), self._tick_room(theme)
        width, height = min(natural_width(self.name, face) + 1, limit), height_of(self.name, face, limit)
        y = self.rect.y + (self.rect.height - height) // 2
        taken = width + (tick if self.mark else 0)
        x = self.rect.x + (self.rect.width - taken) // 2
        if self.mark:
            side = theme.em(16)
            square = Rect(x, y + (line_height(face.size) - side) // 2, side, side)
            paint_mark(canvas.surface, square, self.mark, ink if self.is_chosen else palette.accent)
            x += tick
        paint_text(canvas.surface, Rect(x, y, width, height), self.name, face, ink)

    def _face(self, theme: Theme) -> Face:
        return Face(theme.em(15.5), "semi", self.language)

    def _pad(self, theme: Theme) -> int:
        return theme.px(11)

    def _tick_room(self, theme: Theme) -> int:
        return theme.em(16) + theme.px(6)

    def _text_width(self, theme: Theme, width: int) -> int:
        return max(1, width - self._tick_room(theme) - 2 * self._pad(theme))


class SettingRow(Widget):
    """A label with its mark, beside it what is set, or below where that needs the room; at last what is to be known."""

    role: Role = Role.GROUP

    def __init__(self, label: str, mark: str, control: Widget, *, note: str = "", is_news: bool = False) -> None:
        self.label = Marked(mark, label, colour="accent", words_colour="ink", size=16)
        self.control = control
        self.note = Label(note, size=14, colour="mute") if note else None
        if self.note is not None and is_news:
            self.note.live = Live.POLITE
        super().__init__(label, self.label, control, *([] if self.note is None else [self.note]))

    def measure(self, theme: Theme, width: int) -> int:
        """The higher of both, or both; and the note."""
        if self._is_wide(theme, width):
            left, right = self._halves(theme, width)
            high = max(self.label.measure(theme, left), self.control.measure(theme, right))
        else:
            high = self.label.measure(theme, width) + theme.px(8) + self.control.measure(theme, width)
        return high + (0 if self.note is None else theme.px(6) + self.note.measure(theme, width))

    def place(self, theme: Theme, rect: Rect) -> None:
        """Side by side in the middle of the row's height, or one under the other."""
        self.rect = rect
        if self._is_wide(theme, rect.width):
            left, right = self._halves(theme, rect.width)
            label, control = self.label.measure(theme, left), self.control.measure(theme, right)
            high = max(label, control)
            self.label.place(theme, Rect(rect.x, rect.y + (high - label) // 2, left, label))
            self.control.place(theme, Rect(rect.right - right, rect.y + (high - control) // 2, right, control))
        else:
            label, control = self.label.measure(theme, rect.width), self.control.measure(theme, rect.width)
            self.label.place(theme, Rect(rect.x, rect.y, rect.width, label))
            self.control.place(theme, Rect(rect.x, rect.y + label + theme.px(8), rect.width, control))
        if self.note is not None:
            height = self.note.measure(theme, rect.width)
            self.note.place(theme, Rect(rect.x, rect.bottom - height, rect.width, height))

    def _is_wide(self, theme: Theme, width: int) -> bool:
        return self.control.natural(theme) <= self._halves(theme, width)[1]

    def _halves(self, theme: Theme, width: int) -> tuple[int, int]:
        left = theme.em(_LABEL)
        return left, max(1, width - left - theme.px(14))


class Options(SettingRow, Generic[Value]):
    """One of several options.

    Args:
        label: what is chosen.
        options: the values, and what each is called.
        chosen: the value that holds.
        on_choose: takes another one.
        key: the options' keys begin with it.
        languages: the language an option's words are in, by its value, where it is another than the program's.
    """

    role: Role = Role.OPTIONS

    def __init__(
        self,
        label: str,
        mark: str,
        options: Mapping[Value, str],
        chosen: Value,
        on_choose: Callable[[Value], None],
        *,
        key: str,
        note: str = "",
        languages: Mapping[Value, str] | None = None,
    ) -> None:
        made = []
        for value, words in options.items():
            option = Option(words, partial(on_choose, value), key=f"{key}-{value}", is_chosen=value == chosen)
            option.language = (languages or {}).get(value, "")
            made.append(option)
        super().__init__(label, mark, Flow(label, *made, gap=8), note=note)


class Slider(Widget):
    """A figure from 0 to 100 on a track: arrows, a press on the track, or a screen reader set it."""

    role: Role = Role.SLIDER
    is_focusable: ClassVar[bool] = True

    def __init__(
        self, name: str, figure: int, on_change: Callable[[int], None], *, key: str, words: Callable[[int], str]
    ) -> None:
        super().__init__(name, key=key)
        self.figure = figure
        self.on_change = on_change
        self.value_text = words(figure)
        self._widest = max((words(0), words(100)), key=len)
        self._track = Rect(0, 0, 0, 0)

    @property
    def value(self) -> tuple[float, float]:
        """The figure, and the greatest."""
        return self.figure, 100

    def natural(self, theme: Theme) -> int:
        """A track long enough to be pressed at a place, and the figure beside it."""
        return theme.em(190) + self._words_room(theme)

    def measure(self, theme: Theme, width: int) -> int:  # noqa: ARG002  # one line at any width
        """As high as a finger needs, or as the figure."""
        return max(theme.px(44), line_height(self._face(theme).size) + theme.px(8))

    def place(self, theme: Theme, rect: Rect) -> None:
        """The track on the left, between its ends room for half a knob."""
        self.rect = rect
        knob = theme.px(_KNOB)
        width = max(1, rect.width - self._words_room(theme) - 4 * knob)
        self._track = Rect(rect.x + 2 * knob, rect.centery - knob // 2, width, knob)

    def paint(self, canvas: Canvas) -> None:
        """Paint the track, how much of it is filled, the knob, and the figure."""
        theme, palette, track = canvas.theme, canvas.palette, self._track
        knob = theme.px(_KNOB)
        if canvas.focus is self:
            canvas.paint_focus(self.rect, theme.px(12))
            canvas.surface.fill(palette.card, self.rect.inflate(-2 * knob, -theme.px(6)))
        rim = Border(palette.line, theme.border)
        paint_pill(canvas.surface, track.inflate(knob, 0), palette.track, rim)
        x = track.x + round(track.width * self.figure / 100)
        if self.figure:
            filled = Rect(track.x - knob // 2, track.y, x - track.x + knob // 2, track.height)
            paint_pill(canvas.surface, filled, palette.accent)
        is_lit = canvas.focus is self or canvas.pointed is self
        disc = Rect(0, 0, 2 * knob, 2 * knob)
        disc.center = (x, track.centery)
        paint_pill(canvas.surface, disc, palette.card, Border(palette.accent, theme.px(4 if is_lit else 3)))
        room = self._words_room(theme)
        area = Rect(self.rect.right - room, self.rect.y, room, self.rect.height)
        paint_line(canvas.surface, area, self.value_text, self._face(theme), palette.ink, "right")

    def act(self, action: Action) -> bool:
        """Set the figure."""
        match action:
            case Move.LEFT | Move.RIGHT:
                wish = self.figure + (_STEP if action is Move.RIGHT else -_STEP)
            case Click((x, _y)):
                wish = round((x - self._track.x) / self._track.width * 100 / _STEP) * _STEP
            case Put(float() | int() as value):
                wish = round(value)
            case _:
                return False
        wish = max(0, min(wish, 100))
        if wish != self.figure:
            self.on_change(wish)
        elif isinstance(action, Move):
            return False  # the end of the track: the arrow leads on
        return True

    def _face(self, theme: Theme) -> Face:
        return Face(theme.em(15.5), "semi")

    def _words_room(self, theme: Theme) -> int:
        return natural_width(self._widest, self._face(theme)) + 1
