"""The bar below a preview: what is wrong, where to go, and where the play stands."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.texts import _
from game.trainer.preview.wording import findings_words, place_words
from game.window.lettering import Face, paint_line
from game.window.screens.preview.findings import finding_mark
from game.window.widgets.boxes import Row
from game.window.widgets.button import Button
from game.window.widgets.widget import Live, Role, Widget

if TYPE_CHECKING:
    from collections.abc import Callable

    from pygame import Rect

    from game.trainer.preview import Preview
    from game.window.canvas import Canvas
    from game.window.theme import Theme
    from game.window.widgets.label import Tone

__all__ = ["PlaceButton", "PreviewBar", "findings_button"]

_PAD = 14
_RIM = 6


class PreviewBar(Widget):
    """Buttons that open and close the panels; one says where the play stands."""

    role: Role = Role.GROUP

    def __init__(
        self,
        preview: Preview,
        *,
        on_findings: Callable[[], None],
        on_scenes: Callable[[], None],
        on_facts: Callable[[], None],
    ) -> None:
        scenes = Button(
            _("Scenes (F3)"),
            on_scenes,
            key="scenes",
            mark="next",
            description=_("A way to every scene"),
            is_slim=True,
        )
        where = PlaceButton(_("{place} (F4)", place=place_words(preview.backstage)), on_facts)
        self.row = Row(_("Preview"), findings_button(preview, on_findings), scenes, where, grows=2, gap=10)
        super().__init__(_("Preview"), self.row)

    def measure(self, theme: Theme, width: int) -> int:
        """The buttons, and room above and below."""
        return self.row.measure(theme, width - 2 * theme.px(_PAD)) + 2 * theme.px(_RIM)

    def place(self, theme: Theme, rect: Rect) -> None:
        """From left to right."""
        self.rect = rect
        self.row.place(theme, rect.inflate(-2 * theme.px(_PAD), -2 * theme.px(_RIM)))

    def paint(self, canvas: Canvas) -> None:
        """Paint the bar and what stands on it."""
        theme, palette, rect = canvas.theme, canvas.palette, self.rect
        canvas.surface.fill(palette.card, rect)
        canvas.surface.fill(palette.line, (rect.x, rect.y, rect.width, theme.border))
        super().paint(canvas)


class PlaceButton(Button):
    """Where the play stands, in one line, cut where there is no room."""

    may_cut = True

    def __init__(self, words: str, on_press: Callable[[], None]) -> None:
        super().__init__(words, on_press, key="facts", description=_("Moods and facts"), is_slim=True)

    def measure(self, theme: Theme, width: int) -> int:  # noqa: ARG002  # one line at any width
        """One line."""
        return super().measure(theme, self.natural(theme))

    def paint(self, canvas: Canvas) -> None:
        """Paint the button and as much of the line as fits."""
        theme = canvas.theme
        self.paint_ground(canvas, theme.px(12), theme.palette.card)
        area = self.rect.inflate(-2 * theme.px(12), 0)
        paint_line(canvas.surface, area, self.words, Face(theme.em(15)), theme.palette.ink)


def findings_button(preview: Preview, on_press: Callable[[], None]) -> Button:
    """How many findings there are, marked by the worst; a screen reader hears when that changes."""
    findings = preview.findings
    words = findings_words(findings, is_examining=preview.is_examining)
    mark, colour = _standing(preview)
    button = Button(
        _("{findings} (F2)", findings=words),
        on_press,
        key="findings",
        mark=mark,
        mark_colour=colour,
        description=_("What is wrong with the file, and how to mend it"),
        is_slim=True,
    )
    button.live = Live.POLITE
    return button


def _standing(preview: Preview) -> tuple[str, Tone]:
    """Mark and colour of how the file stands."""
    if preview.findings:
        return finding_mark(is_error=any(finding.is_error for finding in preview.findings))
    return ("clock", "mute") if preview.is_examining else ("kept", "good")
