"""Cards: what belongs together, on a ground of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from game.window.shapes import Border, Shadow, paint_card
from game.window.widgets.boxes import Column
from game.window.widgets.widget import Role

if TYPE_CHECKING:
    from game.window.canvas import Canvas
    from game.window.theme import Theme

__all__ = ["Card", "border_of", "shadow_of"]


def border_of(theme: Theme) -> Border:
    """The line round a card."""
    return Border(theme.palette.line, theme.border)


def shadow_of(theme: Theme, *, is_raised: bool = False) -> Shadow | None:
    """The shadow under a card; None in themes without shadows."""
    if not theme.palette.has_shadows:
        return None
    return Shadow(theme.px(18), 40, theme.px(4)) if is_raised else Shadow(theme.px(10), 26, theme.px(2))


class Card(Column):
    """A column on a rounded card."""

    role: Role = Role.GROUP
    radius: ClassVar[float] = 16

    def paint(self, canvas: Canvas) -> None:
        """Paint the card, then what lies on it."""
        theme = canvas.theme
        paint_card(
            canvas.surface,
            self.rect,
            theme.palette.card,
            theme.px(self.radius),
            border_of(theme),
            shadow_of(theme, is_raised=True),
        )
        super().paint(canvas)
