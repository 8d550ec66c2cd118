"""Ways about a long page: the parts by name, and a sheet that goes to a part when asked."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from pygame import Rect

from game.texts import _
from game.window.widgets.boxes import Flow
from game.window.widgets.button import Button
from game.window.widgets.scroll import Sheet
from game.window.widgets.widget import Role, Widget

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from game.window.theme import Theme
    from game.window.widgets.scroll import ScrollState

__all__ = ["Jump", "JumpSheet", "Section", "Topped", "signpost"]

_MARGIN = 10


@dataclass(slots=True)
class Jump:
    """Where the sheet is to go when it is placed next."""

    key: str = ""


class JumpSheet(Sheet):
    """A sheet that scrolls to the widget whose key it was told."""

    def __init__(self, name: str, child: Widget, state: ScrollState, jump: Jump, *, key: str) -> None:
        super().__init__(name, child, state, key=key)
        self.jump = jump

    def place(self, theme: Theme, rect: Rect) -> None:
        """Place the page, and go where it is to go."""
        super().place(theme, rect)
        if not self.jump.key:
            return
        target = next((widget for widget in self.page.walk() if widget.key == self.jump.key), None)
        self.jump.key = ""
        if target is not None and self.state.by(target.rect.top - theme.px(_MARGIN) - self.rect.top):
            super().place(theme, rect)


class Section(NamedTuple):
    """A part of the page."""

    key: str
    """Of the widget it begins with."""
    title: str
    """A word or two."""
    mark: str
    focus: str = ""
    """The key of the widget that has the focus then; empty for the page itself."""


def signpost(sections: Sequence[Section], on_go: Callable[[Section], None]) -> Flow:
    """A slim button for each part; number keys press them, too."""
    buttons = []
    for number, section in enumerate(sections, 1):
        buttons.append(
            Button(
                section.title,
                lambda section=section: on_go(section),  # type: ignore[misc]  # mypy knows no types of such defaults
                key=f"go-{section.key}",
                mark=section.mark,
                description=_("Part {number} of the debrief", number=number),
                is_slim=True,
            )
        )
    return Flow(_("Parts of the debrief"), *buttons, gap=8)


class Topped(Widget):
    """Something that stays on top, and a page that takes the rest."""

    role: Role = Role.LAYOUT

    def __init__(self, name: str, top: Widget, page: Widget) -> None:
        super().__init__(name, top, page)
        self.top = top
        self.page = page

    def place(self, theme: Theme, rect: Rect) -> None:
        """The top as high as it needs."""
        self.rect = rect
        inset = theme.px(_MARGIN)
        high = self.top.measure(theme, rect.width - 2 * inset)
        self.top.place(theme, Rect(rect.x + inset, rect.y, rect.width - 2 * inset, high))
        gap = theme.px(10)
        self.page.place(theme, Rect(rect.x, rect.y + high + gap, rect.width, max(1, rect.height - high - gap)))
