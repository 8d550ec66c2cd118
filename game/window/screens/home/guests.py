"""Faces: the guests who wait at the desk, and those who were served."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pygame import Rect

from game.texts import _
from game.window.lettering import Face, height_of, natural_width, paint_text
from game.window.pictures import paint_mark, paint_portrait
from game.window.progress import medal_words, score_words
from game.window.shapes import paint_card
from game.window.widgets.widget import Role, Widget

if TYPE_CHECKING:
    from collections.abc import Sequence

    from game.records import Best
    from game.window.canvas import Canvas
    from game.window.cases import Told
    from game.window.theme import Theme

__all__ = ["Queue", "Served"]

_OVERLAP = 0.26
"""How much of a face the next one covers."""
_PLEASED = 1
"""The mood in which they left."""


class Queue(Widget):
    """Some guests side by side, each in their mood; as many as there is room for."""

    role: Role = Role.IMAGE

    def __init__(self, cases: Sequence[Told], *, side: float, most: int = 5) -> None:
        names = ", ".join(each.scenario.customer.name for each in cases[:most])
        super().__init__(_("At the desk: {names}", names=names))
        self._faces = [(each.customer, each.scenario.customer.mood) for each in cases[:most]]
        self.side = side

    def natural(self, theme: Theme) -> int:
        """All the faces, one behind the other."""
        side = theme.px(self.side)
        return side + (len(self._faces) - 1) * self._step(side)

    def measure(self, theme: Theme, width: int) -> int:  # noqa: ARG002  # as many faces as there is room for
        """One face."""
        return theme.px(self.side)

    def paint(self, canvas: Canvas) -> None:
        """Paint the faces from the last to the first, so that nobody's is covered from the left."""
        theme, rect = canvas.theme, self.rect
        side = min(rect.height, rect.width)
        step = self._step(side)
        count = min(len(self._faces), 1 + (rect.width - side) // step)
        rim = theme.px(3)
        for place in reversed(range(count)):
            look, mood = self._faces[place]
            square = Rect(rect.x + place * step, rect.y, side, side)
            paint_card(canvas.surface, square.inflate(2 * rim, 2 * rim), canvas.palette.own, side // 2 + rim)
            paint_portrait(canvas.surface, square, look, mood, side // 2)

    def _step(self, side: int) -> int:
        return max(1, round(side * (1 - _OVERLAP)))


class Served(Widget):
    """Somebody who was served for a grade: the face, the medal, the score."""

    role: Role = Role.IMAGE

    def __init__(self, told: Told, best: Best, *, side: float = 64) -> None:
        title, score = told.scenario.title, score_words(best.score)
        if best.medal:
            name = _(
                "{title}: {medal} medal, best score {score}", title=title, medal=medal_words(best.medal), score=score
            )
        else:
            name = _("{title}: best score {score}", title=title, score=score)
        super().__init__(f"{name}. {_('Flawless')}." if best.is_flawless else name)
        self._look = told.customer
        self._best = best
        self._words = f"{best.score}"
        self._medal = medal_words(best.medal) if best.medal else _("no medal")
        self.side = side

    def natural(self, theme: Theme) -> int:
        """The face, or what stands below it."""
        words = natural_width(self._medal, self._small(theme)) + 1
        return max(theme.px(self.side), self._below(theme), words)

    def measure(self, theme: Theme, width: int) -> int:
        """The face, and below it score and medal."""
        text = height_of(self._words, self._face(theme), width) + height_of(self._medal, self._small(theme), width)
        return theme.px(self.side) + theme.px(6) + text

    def paint(self, canvas: Canvas) -> None:
        """Paint the face in a good mood, the score, the medal, and a star for a play without a slip."""
        theme, palette, rect = canvas.theme, canvas.palette, self.rect
        side = theme.px(self.side)
        square = Rect(0, rect.y, side, side)
        square.centerx = rect.centerx
        paint_portrait(canvas.surface, square, self._look, _PLEASED, side // 2)
        if self._best.is_flawless:
            star, rim = theme.px(20), theme.px(6)
            badge = Rect(square.right - star - rim // 2, square.bottom - star - rim // 2, star, star)
            paint_card(canvas.surface, badge.inflate(rim, rim), palette.card, star)
            paint_mark(canvas.surface, badge, "best", palette.good, is_filled=True)
        face, room = self._face(theme), self._mark_room(theme)
        height = height_of(self._words, face, rect.width)
        left, top = rect.centerx - self._below(theme) // 2, square.bottom + theme.px(6)
        if room:
            mark = Rect(left, top + (height - theme.em(17)) // 2, theme.em(17), theme.em(17))
            paint_mark(canvas.surface, mark, "medal", palette.warn)
        area = Rect(left + room, top, natural_width(self._words, face) + 1, height)
        paint_text(canvas.surface, area, self._words, face, palette.ink)
        area = Rect(rect.x, top + height, rect.width, rect.bottom - top - height)
        paint_text(canvas.surface, area, self._medal, self._small(theme), palette.mute, "centre")

    def _below(self, theme: Theme) -> int:
        return self._mark_room(theme) + natural_width(self._words, self._face(theme)) + 1

    def _mark_room(self, theme: Theme) -> int:
        return theme.em(17) + theme.px(4) if self._best.medal else 0

    def _face(self, theme: Theme) -> Face:
        return Face(theme.em(15), "bold")

    def _small(self, theme: Theme) -> Face:
        return Face(theme.em(13))
