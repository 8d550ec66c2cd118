"""All scenes to jump to; and what the trainee does not see of where the play stands."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from pygame import Rect

from game.texts import _
from game.trainer.preview.wording import mood_lines, place_words, promise_lines, way_words
from game.window.fonts import line_height
from game.window.lettering import Face, height_of, natural_width, paint_text
from game.window.pictures import paint_mark
from game.window.widgets.boxes import Column, Flow, Grid
from game.window.widgets.button import Button, Pressable
from game.window.widgets.label import Heading, Label
from game.window.widgets.widget import Live, Role

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from game.trainer.preview import Place, Preview
    from game.window.canvas import Canvas
    from game.window.theme import Theme
    from game.window.widgets.widget import Widget

__all__ = ["SceneButton", "fact_widgets", "scene_widgets"]

_PAD = 12
_COLUMN = 170


def scene_widgets(
    preview: Preview,
    typed: str,
    *,
    on_jump: Callable[[str], None],
    on_start: Callable[[], None],
    on_reload: Callable[[], None],
) -> list[Widget]:
    """Ways to begin anew, then the scenes whose names hold what was typed."""
    places = [place for place in preview.places() if typed in place.scene.casefold()]
    hint = _("Choose a scene to jump to; type letters to narrow the list.")
    if typed:
        hint = _("Scenes with “{typed}”: {count}", typed=typed, count=len(places))
    top: list[Widget] = [
        Flow(
            _("The play"),
            Button(_("From the opening (F6)"), on_start, key="start", mark="undo", is_slim=True),
            Button(_("Read the file again (F5)"), on_reload, key="reload", mark="motion", is_slim=True),
        ),
        Label(hint, size=14, colour="mute", live=Live.POLITE),
    ]
    known = preview.ways
    if known is None:
        return [*top, Label(_("The ways are still being looked for."), colour="mute")]
    items = [_item(place, on_jump, is_complete=known.is_complete) for place in places]
    return [*top, *([SceneGrid(*items)] if items else [])]


def fact_widgets(preview: Preview) -> list[Widget]:
    """What the trainee does not see of where the play stands."""
    behind = preview.backstage
    groups = (
        Label(place_words(behind), size=15),
        _listed(_("Moods"), mood_lines(behind), ""),
        _listed(_("Facts"), behind.facts, _("Nothing is remembered.")),
        _listed(_("Promises"), promise_lines(behind), _("No promise has been made.")),
        _listed(_("Decisions"), preview.decisions, _("Nothing has been decided yet.")),
    )
    return [Column(_("Where the play stands"), *groups, gap=14)]


def _listed(title: str, lines: Sequence[str], empty: str) -> Widget:
    """What belongs below a title, a line each."""
    told: Widget = Label(empty or title, size=15, colour="mute")
    if lines:
        told = Column(title, *(Label(line, size=15) for line in lines), gap=3, role=Role.LIST)
    return Column(title, Heading(title, size=16, level=3), told, gap=4)


class SceneGrid(Grid):
    """Scenes in as many columns as have room."""

    def __init__(self, *items: Widget) -> None:
        super().__init__(_("Scenes"), *items, columns=1, gap=8, role=Role.LIST)

    def measure(self, theme: Theme, width: int) -> int:
        """All the rows."""
        self._arrange(theme, width)
        return super().measure(theme, width)

    def place(self, theme: Theme, rect: Rect) -> None:
        """From left to right, then the next row."""
        self._arrange(theme, rect.width)
        super().place(theme, rect)

    def _arrange(self, theme: Theme, width: int) -> None:
        self.columns = max(1, int(theme.room(width) // _COLUMN))


def _item(place: Place, on_jump: Callable[[str], None], *, is_complete: bool) -> Widget:
    details = [way_words(place, is_complete=is_complete)]
    if place.is_ending:
        details.append(_("an ending"))
    if place.is_here:
        details.append(_("you are here"))
    return SceneButton(
        place.scene, " · ".join(details), partial(on_jump, place.scene), is_reached=place.way is not None
    )


class SceneButton(Pressable):
    """A scene's name, and how it is reached below it; with a mark where it is not."""

    def __init__(self, scene: str, details: str, on_press: Callable[[], None], *, is_reached: bool) -> None:
        super().__init__(scene, on_press, key=f"scene-{scene}", description=details)
        self.details = details
        self.is_reached = is_reached

    def natural(self, theme: Theme) -> int:
        """The longer of the two lines."""
        details = self._mark_room(theme) + natural_width(self.details, _details(theme))
        return max(natural_width(self.name, _name(theme)), details) + 1

    def measure(self, theme: Theme, width: int) -> int:
        """Both, broken to the width."""
        inner = width - 2 * theme.px(_PAD)
        details = height_of(self.details, _details(theme), inner - self._mark_room(theme))
        return height_of(self.name, _name(theme), inner) + details + 2 * theme.px(6)

    def paint(self, canvas: Canvas) -> None:
        """Paint the button, the name and the details."""
        theme, palette = canvas.theme, canvas.palette
        self.paint_ground(canvas, theme.px(10), palette.card)
        pad, face = theme.px(_PAD), _name(theme)
        inner = self.rect.width - 2 * pad
        area = Rect(self.rect.x + pad, self.rect.y + theme.px(6), inner, height_of(self.name, face, inner))
        paint_text(canvas.surface, area, self.name, face, palette.ink)
        room, small = self._mark_room(theme), _details(theme)
        if not self.is_reached:
            side = theme.em(16)
            square = Rect(area.x, area.bottom + (line_height(small.size) - side) // 2, side, side)
            paint_mark(canvas.surface, square, "alert", palette.warn)
        area = Rect(area.x + room, area.bottom, inner - room, self.rect.bottom - area.bottom)
        paint_text(canvas.surface, area, self.details, small, palette.mute if self.is_reached else palette.warn)

    def _mark_room(self, theme: Theme) -> int:
        return 0 if self.is_reached else theme.em(16) + theme.px(6)


def _name(theme: Theme) -> Face:
    return Face(theme.em(15), "semi")


def _details(theme: Theme) -> Face:
    return Face(theme.em(13))
