"""A field to write a line into: its name above, the text with its caret in a box."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from pygame import Rect

from game.window.fonts import can_draw, line_height
from game.window.input import Click, Compose, Digit, Edit, Erase, Mark, Move, Page, Press, Put, Select, Typed, Write
from game.window.lettering import Face, height_of, natural_width, paint_line, paint_text
from game.window.shapes import Border, paint_card
from game.window.widgets.widget import Role, Widget
from game.window.writing import Text, copied, copy
from game.window.writing.letters import letters, on_one_line

if TYPE_CHECKING:
    from collections.abc import Callable

    from game.window.canvas import Canvas
    from game.window.input import Action
    from game.window.theme import Theme

__all__ = ["LONGEST", "TextField", "Written"]

LONGEST = 60
"""Characters a name may have, unless a field says otherwise."""


class TextField(Widget):
    """A line of text that can be written, with everything that comes with it.

    Keys, input methods, the clipboard, pointer and screen readers all change the same text; after each change
    `on_change` is called with it. The caret outlives the tree: a field with the same key carries on from this one.

    Args:
        name: what is to be written, as it stands above the box and is read aloud.
        value: the text so far.
        on_change: called with every new text.
        longest: characters the text may have.
        on_enter: called when Enter is pressed; without it Enter does nothing.
        hint: words in the empty box.
        on_left_out: called with letters that were not taken, for want of room or because they cannot be drawn; without
            it all are taken that have room.
    """

    role: Role = Role.FIELD
    is_focusable: ClassVar[bool] = True
    takes_text: ClassVar[bool] = True

    def __init__(
        self,
        name: str,
        value: str,
        on_change: Callable[[str], None],
        *,
        key: str,
        longest: int = LONGEST,
        on_enter: Callable[[], None] | None = None,
        hint: str = "",
        description: str = "",
        on_left_out: Callable[[str], None] | None = None,
    ) -> None:
        self.written = Written(name)
        super().__init__(name, self.written, key=key, description=description)
        self.on_change = on_change
        self.on_enter = on_enter
        self.longest = longest
        self.hint = hint
        self.on_left_out = on_left_out
        self._composed = ""
        self._left_out = ""
        self._theme: Theme | None = None
        self._take(Text.of(value))

    @property
    def text(self) -> Text:
        """What is written, the caret, and what is marked."""
        return self.written.text

    def carry_on(self, former: Widget) -> None:
        """Keep the caret where it was, and what an input method shows."""
        if isinstance(former, TextField):
            self._composed = former._composed
            self._take(self.text.select(former.text.anchor, former.text.caret))

    def act(self, action: Action) -> bool:
        """Take what changes the text or moves the caret."""
        match action:
            case Digit() | Typed():
                return True  # the letter itself comes as text; the key shall do nothing else
            case Compose(text):
                self._composed = text
            case Press() if self.on_enter is not None:
                self.on_enter()
            case Click(place) if self.rect.collidepoint(place):
                self._point(place)
            case Edit():
                self._edit(action)
            case Write() | Erase() | Put():
                self._change(self._rewritten(action))
            case Move.LEFT | Move.RIGHT | Mark() | Select() | Page(_, True):
                self._take(self._moved(action))
            case _:
                return False
        return True

    def natural(self, theme: Theme) -> int:
        """Room for its name, and for a name of some twenty letters."""
        return max(natural_width(self.name, self._label(theme)) + 1, theme.em(280))

    def measure(self, theme: Theme, width: int) -> int:
        """The name, and a box as high as a finger needs."""
        return self._above(theme, width) + self._high(theme)

    def place(self, theme: Theme, rect: Rect) -> None:
        """The box below the name."""
        self.rect, self._theme = rect, theme
        box = self._box(theme)
        self.written.place(theme, box.inflate(-2 * theme.px(12), 0))

    def paint(self, canvas: Canvas) -> None:
        """Paint the name, the box, and in it the text, what is marked, and the caret."""
        theme, palette, box = canvas.theme, canvas.palette, self._box(canvas.theme)
        has_focus = canvas.focus is self
        paint_text(canvas.surface, self.rect, self.name, self._label(theme), palette.ink)
        if has_focus:
            canvas.paint_focus(box, theme.px(10))
        is_lit = has_focus or canvas.pointed is self
        edge = Border(palette.focus if is_lit else palette.mute, theme.border)
        paint_card(canvas.surface, box, palette.card, theme.px(10), edge)
        with canvas.clipped(self.written.rect):
            if not str(self.text) and not self._composed:
                paint_line(canvas.surface, self.written.rect, self.hint, self.written.face(theme), palette.mute)
            self.written.show(canvas, self._composed, has_caret=has_focus)

    def _rewritten(self, action: Write | Erase | Put) -> Text:
        if isinstance(action, Write):
            self._composed = ""
            return self._written(self.text, action.text)
        if isinstance(action, Erase):
            return self.text.erase(-1)
        return self._written(Text(), str(action.value))

    def _written(self, text: Text, new: str) -> Text:
        """The text with letters put in, as far as they can be drawn and there is room; the others are told."""
        if self.on_left_out is None:  # nothing is left out unsaid, but for what has no room
            return text.write(new, self.longest)
        wanted = letters(on_one_line(new))
        drawn = "".join(letter for letter in wanted if can_draw(letter))
        changed = text.write(drawn, self.longest)
        taken = len(str(changed)) - len(str(text)) + len(text.marked_text)
        self._left_out = "".join(letter for letter in wanted if not can_draw(letter)) + drawn[taken:]
        return changed

    def _moved(self, action: Action) -> Text:
        match action:
            case Select(anchor, caret):
                return self.text.select(anchor, caret)
            case Mark(direction, is_end):
                return self.text.step(direction, to_end=is_end, marks=True)
            case Page(direction):
                return self.text.step(direction, to_end=True)
        return self.text.step(-1 if action is Move.LEFT else 1)

    def _edit(self, edit: Edit) -> None:
        match edit:
            case Edit.MARK_ALL:
                self._take(self.text.select_all())
            case Edit.DELETE:
                self._change(self.text.erase(1))
            case Edit.PASTE:
                self._change(self._written(self.text, copied()))
            case Edit.COPY | Edit.CUT if self.text.marked_text:
                if copy(self.text.marked_text) and edit is Edit.CUT:
                    self._change(self.text.erase(-1))

    def _change(self, text: Text) -> None:
        was = str(self.text)
        self._take(text)
        if str(text) != was:
            self.on_change(str(text))
        left_out, self._left_out = self._left_out, ""
        if left_out and self.on_left_out is not None:
            self.on_left_out(left_out)

    def _take(self, text: Text) -> None:
        self.written.text = text
        self.value_text = str(text)

    def _point(self, place: tuple[int, int]) -> None:
        if self._theme is not None:
            caret = self.written.nearest(self._theme, place[0])
            self._take(self.text.select(caret, caret))

    def _box(self, theme: Theme) -> Rect:
        high = self._high(theme)
        return Rect(self.rect.x, self.rect.bottom - high, self.rect.width, high)

    def _high(self, theme: Theme) -> int:
        return max(line_height(self.written.face(theme).size) + 2 * theme.px(10), theme.px(44))

    def _above(self, theme: Theme, width: int) -> int:
        return height_of(self.name, self._label(theme), width) + theme.px(4)

    def _label(self, theme: Theme) -> Face:
        return Face(theme.em(15), "semi")


class Written(Widget):
    """The letters of a field; those round the caret are in sight."""

    role: Role = Role.WRITTEN

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.text = Text()
        self._theme: Theme | None = None
        self._painted_from: int | None = None
        """Where the text began when it was painted last, which is what somebody clicks into."""

    def place(self, theme: Theme, rect: Rect) -> None:
        """Where the box has room for it."""
        self.rect, self._theme = rect, theme

    def face(self, theme: Theme) -> Face:
        """Its letters in a theme."""
        return Face(theme.em(16))

    def edges(self, theme: Theme) -> list[int]:
        """Where each letter begins, and the last ends, in pixels from the beginning of the text."""
        face = self.face(theme)
        return [natural_width(self.text.before(place), face) for place in range(len(self.text.letters) + 1)]

    def letter_edges(self) -> list[int]:
        """The same from the left of its own place, as it was placed last; all 0 before."""
        if self._theme is None:
            return [0] * (len(self.text.letters) + 1)
        start = self._start(self._theme, "") - self.rect.x
        return [start + edge for edge in self.edges(self._theme)]

    def nearest(self, theme: Theme, x: int) -> int:
        """The place between two letters that is nearest to a place in the window."""
        start = self._start(theme, "") if self._painted_from is None else self._painted_from
        edges = self.edges(theme)
        return min(range(len(edges)), key=lambda place: abs(start + edges[place] - x))

    def show(self, canvas: Canvas, composed: str, *, has_caret: bool) -> None:
        """Paint the letters, with what an input method shows underlined at the caret."""
        theme, palette, face = canvas.theme, canvas.palette, self.face(canvas.theme)
        text, start = self.text, self._start(theme, composed) if has_caret else self.rect.x
        self._painted_from = start
        shown = text.before(text.caret) + composed + "".join(text.letters[text.caret :])
        area = Rect(start, self.rect.y, natural_width(shown, face) + theme.px(4), self.rect.height)
        if shown:
            paint_line(canvas.surface, area, shown, face, palette.ink)
        before = natural_width(text.before(text.caret), face)
        high = line_height(face.size)
        middle = Rect(start, self.rect.centery - high // 2, 0, high)
        if composed:
            width = natural_width(composed, face)
            canvas.surface.fill(palette.accent, Rect(start + before, middle.bottom - 1, width, theme.px(2)))
        elif text.marked_text and has_caret:
            edges = self.edges(theme)
            left, right = (edges[place] for place in text.marked)
            marked = middle.move(left, 0)
            marked.width = right - left
            with canvas.clipped(marked):
                canvas.surface.fill(palette.accent, marked)
                paint_line(canvas.surface, area, shown, face, palette.on_accent)
        if has_caret:
            caret = start + before + (natural_width(composed, face) if composed else 0)
            canvas.surface.fill(palette.ink, Rect(caret, middle.y, theme.px(2), high))

    def _start(self, theme: Theme, composed: str) -> int:
        """Where the text begins in the window: left of its box as soon as the caret would leave it."""
        face = self.face(theme)
        text = self.text
        caret = natural_width(text.before(text.caret) + composed, face) + theme.px(4)
        whole = natural_width(str(text) + composed, face) + theme.px(4)
        room = self.rect.width
        if whole <= room:
            return self.rect.x
        # A third of the box is kept behind the caret, as far as there is text to show.
        return self.rect.x - max(0, min(caret - room + room // 3, whole - room))
