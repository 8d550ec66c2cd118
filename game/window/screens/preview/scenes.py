"""All scenes to jump to; and what the trainee does not see of where the play stands."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from pygame import Rect

from game.texts import _
from game.trainer.preview.wording import facts_words, moods_words, place_words, way_words
from game.window.lettering import Face, height_of, natural_width, paint_text
from game.window.widgets.boxes import Flow, Grid
from game.window.widgets.button import Button, Pressable
from game.window.widgets.chip import Marked
from game.window.widgets.label import Label
from game.window.widgets.widget import Live, Role

if TYPE_CHECKING:
    from collections.abc import Callable

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
    decided = ", ".join(preview.decisions)
    way = _("Came by: {way}", way=decided) if decided else _("Nothing was decided yet.")
    return [Label(words, size=15) for words in (place_words(behind), moods_words(behind), facts_words(behind), way)]


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
    if place.way is None:
        return Marked("alert", f"{place.scene}: {', '.join(details)}", colour="warn")
    return SceneButton(place.scene, " · ".join(details), partial(on_jump, place.scene))


class SceneButton(Pressable):
    """A scene's name, and how it is reached below it."""

    def __init__(self, scene: str, details: str, on_press: Callable[[], None]) -> None:
        super().__init__(scene, on_press, key=f"scene-{scene}", description=details)
        self.details = details

    def natural(self, theme: Theme) -> int:
        """The longer of the two lines."""
        return max(natural_width(self.name, _name(theme)), natural_width(self.details, _details(theme))) + 1

    def measure(self, theme: Theme, width: int) -> int:
        """Both, broken to the width."""
        inner = width - 2 * theme.px(_PAD)
        high = height_of(self.name, _name(theme), inner) + height_of(self.details, _details(theme), inner)
        return high + 2 * theme.px(6)

    def paint(self, canvas: Canvas) -> None:
        """Paint the button, the name and the details."""
        theme, palette = canvas.theme, canvas.palette
        self.paint_ground(canvas, theme.px(10), palette.card)
        pad, face = theme.px(_PAD), _name(theme)
        inner = self.rect.width - 2 * pad
        area = Rect(self.rect.x + pad, self.rect.y + theme.px(6), inner, height_of(self.name, face, inner))
        paint_text(canvas.surface, area, self.name, face, palette.ink)
        area = Rect(area.x, area.bottom, inner, self.rect.bottom - area.bottom)
        paint_text(canvas.surface, area, self.details, _details(theme), palette.mute)


def _name(theme: Theme) -> Face:
    return Face(theme.em(15), "semi")


def _details(theme: Theme) -> Face:
    return Face(theme.em(13))
