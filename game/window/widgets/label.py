"""Text: labels and headings."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from game.window.fonts import Weight, line_height
from game.window.lettering import Align, Face, height_of, natural_width, paint_line, paint_text
from game.window.widgets.widget import Live, Role, Widget
from game.window.wrapping import spoken

if TYPE_CHECKING:
    from game.looks.colour import Colour
    from game.looks.palette import Palette
    from game.window.canvas import Canvas
    from game.window.theme import Theme

__all__ = ["Heading", "Label", "Tone", "tone"]

Tone = Literal["ink", "mute", "accent", "good", "warn", "bad"]


def tone(palette: Palette, name: Tone) -> Colour:
    """The colour of a tone."""
    found: Colour = getattr(palette, name)
    return found


class Label(Widget):
    """Text, broken to its width, or cut to one line."""

    role: Role = Role.LABEL

    def __init__(
        self,
        text: str,
        *,
        size: float = 16,
        weight: Weight = "regular",
        colour: Tone = "ink",
        align: Align = "left",
        one_line: bool = False,
        live: Live = Live.OFF,
        name: str = "",
    ) -> None:
        super().__init__(name or spoken(text))
        self.text = text
        self.size = size
        self.weight = weight
        self.colour = colour
        self.align = align
        self.one_line = self.may_cut = one_line
        self.live = live

    def natural(self, theme: Theme) -> int:
        """On one line."""
        return natural_width(self.text, self.face(theme)) + 1

    def measure(self, theme: Theme, width: int) -> int:
        """As many lines as the width makes of it."""
        face = self.face(theme)
        return line_height(face.size) if self.one_line else height_of(self.text, face, width)

    def paint(self, canvas: Canvas) -> None:
        """Paint the text."""
        paint = paint_line if self.one_line else paint_text
        colour = tone(canvas.palette, self.colour)
        paint(canvas.surface, self.rect, self.text, self.face(canvas.theme), colour, self.align)

    def face(self, theme: Theme) -> Face:
        """Its letters in a theme."""
        return Face(theme.em(self.size), self.weight, self.language)


class Heading(Label):
    """The title of what follows."""

    role: Role = Role.HEADING

    def __init__(
        self,
        text: str,
        *,
        level: int = 2,
        size: float = 19,
        colour: Tone = "ink",
        align: Align = "left",
        one_line: bool = False,
    ) -> None:
        super().__init__(text, size=size, weight="bold", colour=colour, align=align, one_line=one_line)
        self.level = level

    def face(self, theme: Theme) -> Face:
        """Large letters grow less with the text size than small ones."""
        return Face(theme.title(self.size), self.weight, self.language)
