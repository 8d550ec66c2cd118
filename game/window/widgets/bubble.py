"""What was said, in bubbles: theirs on the left, the trainee's own on the right."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pygame import Rect

from game.window.fonts import Weight, line_height
from game.window.lettering import Face, height_of, lines_of, natural_width, paint_line, paint_text
from game.window.shapes import Border, paint_card
from game.window.widgets.card import shadow_of
from game.window.widgets.widget import Live, Role, Widget

if TYPE_CHECKING:
    from game.window.canvas import Canvas
    from game.window.theme import Theme

__all__ = ["Bubble"]

_WIDEST = 600
_SHARE = 0.86
"""How much of the width a bubble takes at most."""


class Bubble(Widget):
    """Words in a bubble, with the speaker above them where it is not plain who speaks."""

    role: Role = Role.LABEL

    def __init__(
        self,
        name: str,
        words: str,
        *,
        speaker: str = "",
        is_own: bool = False,
        is_deed: bool = False,
        is_new: bool = False,
    ) -> None:
        super().__init__(name)
        self.words = words
        self.speaker = speaker
        """Shown above the words; empty where it is not needed."""
        self.is_own = is_own
        self.is_deed = is_deed
        """Done, not said."""
        self.live = Live.POLITE if is_new else Live.OFF

    def natural(self, theme: Theme) -> int:
        """On one line."""
        return natural_width(self.words, self._face(theme)) + 2 * theme.px(16)

    def measure(self, theme: Theme, width: int) -> int:
        """The words broken to the bubble, and the speaker."""
        text = height_of(self.words, self._face(theme), self._text_width(theme, width))
        return text + 2 * theme.px(10) + self._speaker_height(theme)

    def paint(self, canvas: Canvas) -> None:
        """Paint the bubble at its side."""
        theme, palette = canvas.theme, canvas.palette
        face, limit = self._face(theme), self._text_width(theme, self.rect.width)
        longest = max(natural_width(line, face) for line in lines_of(self.words, face, limit))
        if self.speaker:
            longest = max(longest, min(limit, natural_width(self.speaker, self._speaker_face(theme))))
        bubble = Rect(self.rect.x, self.rect.y, longest + 1 + 2 * theme.px(16), self.rect.height)
        if self.is_own:
            bubble.right = self.rect.right
        has_line = not self.is_own or palette.own == palette.ground
        border = Border(palette.accent if self.is_own else palette.line, theme.border) if has_line else None
        paint_card(
            canvas.surface, bubble, palette.own if self.is_own else palette.said, theme.px(16), border, shadow_of(theme)
        )
        area = Rect(bubble.x + theme.px(16), bubble.y + theme.px(10), limit, self._speaker_height(theme))
        if self.speaker:
            paint_line(canvas.surface, area, self.speaker, self._speaker_face(theme), palette.mute)
        area = Rect(area.x, area.bottom, limit, bubble.bottom - area.bottom)
        paint_text(canvas.surface, area, self.words, face, palette.ink)

    def _face(self, theme: Theme) -> Face:
        weight: Weight = "italic" if self.is_deed else "regular"
        return Face(theme.em(17), weight, self.language)

    def _speaker_face(self, theme: Theme) -> Face:
        return Face(theme.em(13), "semi")

    def _speaker_height(self, theme: Theme) -> int:
        return line_height(self._speaker_face(theme).size) if self.speaker else 0

    def _text_width(self, theme: Theme, width: int) -> int:
        bubble = min(theme.em(_WIDEST), round(width * _SHARE))
        return max(1, bubble - 2 * theme.px(16))
