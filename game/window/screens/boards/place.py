"""A line of a board: the place, who stands there, and the score."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pygame import Rect

from game.texts.figures import grouped
from game.window.lettering import Face, height_of, natural_width, paint_text
from game.window.pictures import paint_portrait
from game.window.shapes import Border, paint_card
from game.window.widgets.widget import Role, Widget

if TYPE_CHECKING:
    from game.looks.portrait import Look
    from game.window.canvas import Canvas
    from game.window.theme import Theme

__all__ = ["Place"]

_PAD = 10
_GAP = 12
_SIDE = 40
_PLEASED = 1


class Place(Widget):
    """The place on the left, a face where there is one, the name with what is said of it, the score on the right.

    Args:
        rank: as it is written.
        title: the pseudonym, or the team.
        words: what stands below it; empty for nothing.
        score: as it is written.
        spoken: all of it in a sentence.
        look: of the avatar; None for a team.
        is_own: whether it is the player's own, which is framed.
    """

    role: Role = Role.ITEM

    def __init__(
        self, rank: int, title: str, words: str, score: str, spoken: str, *, look: Look | None, is_own: bool
    ) -> None:
        super().__init__(spoken)
        self.rank = grouped(rank)
        self.title = title
        self.words = words
        self.score = score
        self.look = look
        self.is_own = is_own

    def measure(self, theme: Theme, width: int) -> int:
        """The text, or the face."""
        side = theme.px(_SIDE) if self.look is not None else 0
        return max(side, self._height(theme, self._room(theme, width))) + theme.px(_PAD)

    def paint(self, canvas: Canvas) -> None:
        """Paint the ground, then all of it in the middle of its height."""
        theme, palette, rect = canvas.theme, canvas.palette, self.rect
        if self.is_own:
            paint_card(canvas.surface, rect, palette.own, theme.px(12), Border(palette.accent, theme.px(2)))
        pad, gap = theme.px(_PAD), theme.px(_GAP)
        figures = self._bold(theme)
        wide = self._rank_room(theme)
        high = height_of(self.rank, figures, wide)
        area = Rect(rect.x + pad, rect.centery - high // 2, wide, high)
        paint_text(canvas.surface, area, self.rank, figures, palette.mute, "right")
        left = area.right + gap
        if self.look is not None:
            side = theme.px(_SIDE)
            paint_portrait(
                canvas.surface, Rect(left, rect.centery - side // 2, side, side), self.look, _PLEASED, side // 2
            )
            left += side + gap
        room = self._room(theme, rect.width)
        bold, plain = self._bold(theme), self._plain(theme)
        high = height_of(self.title, bold, room)
        area = Rect(left, rect.centery - self._height(theme, room) // 2, room, high)
        paint_text(canvas.surface, area, self.title, bold, palette.ink)
        if self.words:
            area = Rect(left, area.bottom, room, height_of(self.words, plain, room))
            paint_text(canvas.surface, area, self.words, plain, palette.mute)
        wide = natural_width(self.score, figures) + 1
        high = height_of(self.score, figures, wide)
        area = Rect(rect.right - pad - wide, rect.centery - high // 2, wide, high)
        paint_text(canvas.surface, area, self.score, figures, palette.ink)

    def _height(self, theme: Theme, room: int) -> int:
        title = height_of(self.title, self._bold(theme), room)
        return title + height_of(self.words, self._plain(theme), room) if self.words else title

    def _room(self, theme: Theme, width: int) -> int:
        """What the name has."""
        pad, gap = theme.px(_PAD), theme.px(_GAP)
        face = theme.px(_SIDE) + gap if self.look is not None else 0
        score = natural_width(self.score, self._bold(theme)) + 1
        return max(1, width - 2 * pad - self._rank_room(theme) - gap - face - gap - score)

    def _rank_room(self, theme: Theme) -> int:
        """Three figures, or more where there are."""
        return max(natural_width(self.rank, self._bold(theme)), natural_width("000", self._bold(theme))) + 1

    def _bold(self, theme: Theme) -> Face:
        return Face(theme.em(16), "semi")

    def _plain(self, theme: Theme) -> Face:
        return Face(theme.em(14))
