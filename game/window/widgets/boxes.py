"""Arranging widgets: one under the other, side by side, in columns of a grid."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pygame import Rect

from game.window.widgets.widget import Role, Widget

if TYPE_CHECKING:
    from game.window.theme import Theme

__all__ = ["Column", "Flow", "Gap", "Grid", "Row"]


class Column(Widget):
    """Widgets one under the other."""

    role: Role = Role.LAYOUT

    def __init__(
        self,
        name: str,
        *children: Widget,
        gap: float = 12,
        padding: float = 0,
        role: Role | None = None,
        key: str = "",
        description: str = "",
    ) -> None:
        super().__init__(name, *children, key=key, description=description)
        self.gap = gap
        self.padding = padding
        if role is not None:
            self.role = role

    def natural(self, theme: Theme) -> int:
        """The widest child's."""
        return super().natural(theme) + 2 * self._pad(theme)

    def measure(self, theme: Theme, width: int) -> int:
        """All the children's heights, and the gaps."""
        inner = width - 2 * self._pad(theme)
        heights = [child.measure(theme, inner) for child in self.children]
        return sum(heights) + theme.px(self.gap) * max(0, len(heights) - 1) + 2 * self._pad(theme)

    def place(self, theme: Theme, rect: Rect) -> None:
        """Each child as high as it needs, from the top."""
        self.rect = rect
        pad = self._pad(theme)
        y = rect.y + pad
        for child in self.children:
            height = child.measure(theme, rect.width - 2 * pad)
            child.place(theme, Rect(rect.x + pad, y, rect.width - 2 * pad, height))
            y += height + theme.px(self.gap)

    def _pad(self, theme: Theme) -> int:
        return theme.px(self.padding) if self.padding else 0


class Row(Widget):
    """Widgets side by side, each in its natural width; one may take what is left.

    Where they do not fit, the growing one gives way first, then all by the same share.
    """

    role: Role = Role.LAYOUT

    def __init__(
        self, name: str, *children: Widget, gap: float = 12, grows: int | None = None, top: bool = False
    ) -> None:
        super().__init__(name, *children)
        self.gap = gap
        self.grows = grows
        self.stays_on_top = top
        """Children stand at the top of the row instead of in its middle."""

    def natural(self, theme: Theme) -> int:
        """All the children's widths, and the gaps."""
        return sum(child.natural(theme) for child in self.children) + theme.px(self.gap) * (len(self.children) - 1)

    def measure(self, theme: Theme, width: int) -> int:
        """The highest child's."""
        widths = self._widths(theme, width)
        return max(child.measure(theme, room) for child, room in zip(self.children, widths, strict=True))

    def place(self, theme: Theme, rect: Rect) -> None:
        """From left to right."""
        self.rect = rect
        x = rect.x
        for child, width in zip(self.children, self._widths(theme, rect.width), strict=True):
            height = min(rect.height, child.measure(theme, width))
            y = rect.y if self.stays_on_top else rect.y + (rect.height - height) // 2
            child.place(theme, Rect(x, y, width, height))
            x += width + theme.px(self.gap)

    def _widths(self, theme: Theme, width: int) -> list[int]:
        room = width - theme.px(self.gap) * (len(self.children) - 1)
        widths = [child.natural(theme) for child in self.children]
        if self.grows is not None:
            widths[self.grows] = 0
            widths[self.grows] = max(0, room - sum(widths))
        if sum(widths) > room:
            share = room / sum(widths)
            widths = [int(wish * share) for wish in widths]
        return widths


class Flow(Widget):
    """Widgets in their natural widths side by side, going on in a new line where the width ends."""

    role: Role = Role.LAYOUT

    def __init__(self, name: str, *children: Widget, gap: float = 10, is_centred: bool = False) -> None:
        super().__init__(name, *children)
        self.gap = gap
        self.is_centred = is_centred
        """Lines stand in the middle of the width."""

    def natural(self, theme: Theme) -> int:
        """All in one line."""
        return sum(child.natural(theme) for child in self.children) + theme.px(self.gap) * (len(self.children) - 1)

    def measure(self, theme: Theme, width: int) -> int:
        """All the lines, and the gaps."""
        lines = self._lines(theme, width)
        return sum(self._height(theme, line) for line in lines) + theme.px(self.gap) * max(0, len(lines) - 1)

    def place(self, theme: Theme, rect: Rect) -> None:
        """Line by line, each widget in the middle of its line's height."""
        self.rect = rect
        y, gap = rect.y, theme.px(self.gap)
        for line in self._lines(theme, rect.width):
            x, height = rect.x, self._height(theme, line)
            if self.is_centred:
                x += (rect.width - sum(width for _child, width in line) - gap * (len(line) - 1)) // 2
            for child, width in line:
                own = child.measure(theme, width)
                child.place(theme, Rect(x, y + (height - own) // 2, width, own))
                x += width + gap
            y += height + gap

    def _lines(self, theme: Theme, width: int) -> list[list[tuple[Widget, int]]]:
        lines: list[list[tuple[Widget, int]]] = []
        left = 0
        for child in self.children:
            wish = min(width, child.natural(theme))
            if not lines or wish > left:
                lines.append([])
                left = width
            lines[-1].append((child, wish))
            left -= wish + theme.px(self.gap)
        return lines

    def _height(self, theme: Theme, line: list[tuple[Widget, int]]) -> int:
        return max(child.measure(theme, width) for child, width in line)


class Grid(Widget):
    """Widgets in columns of one width, row by row; a row is as high as its highest."""

    role: Role = Role.LAYOUT

    def __init__(self, name: str, *children: Widget, columns: int, gap: float = 10, role: Role | None = None) -> None:
        super().__init__(name, *children)
        self.columns = max(1, columns)
        self.gap = gap
        if role is not None:
            self.role = role

    def measure(self, theme: Theme, width: int) -> int:
        """All the rows, and the gaps."""
        rows = self._rows(theme, width)
        return sum(rows) + theme.px(self.gap) * max(0, len(rows) - 1)

    def place(self, theme: Theme, rect: Rect) -> None:
        """From left to right, then the next row."""
        self.rect = rect
        column, gap = self._column(theme, rect.width), theme.px(self.gap)
        y = rect.y
        for number, height in enumerate(self._rows(theme, rect.width)):
            for place, child in enumerate(self.children[number * self.columns : (number + 1) * self.columns]):
                child.place(theme, Rect(rect.x + place * (column + gap), y, column, height))
            y += height + gap

    def _column(self, theme: Theme, width: int) -> int:
        return (width - theme.px(self.gap) * (self.columns - 1)) // self.columns

    def _rows(self, theme: Theme, width: int) -> list[int]:
        column = self._column(theme, width)
        heights = [child.measure(theme, column) for child in self.children]
        return [max(heights[start : start + self.columns]) for start in range(0, len(heights), self.columns)]


class Gap(Widget):
    """Empty room."""

    role: Role = Role.LAYOUT

    def __init__(self, height: float) -> None:
        super().__init__("gap")
        self.height = height

    def measure(self, theme: Theme, width: int) -> int:  # noqa: ARG002  # as high at any width
        """Its height."""
        return theme.px(self.height)
