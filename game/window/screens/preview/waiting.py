"""What is wrong with a file that is no case yet, until a save mends it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.texts import _
from game.window.input import Back
from game.window.screens.preview.findings import finding_widgets, findings_title
from game.window.screens.screen import Screen
from game.window.widgets.bar import TitleBar
from game.window.widgets.boxes import Column
from game.window.widgets.button import Button
from game.window.widgets.label import Heading, Label
from game.window.widgets.page import Page
from game.window.widgets.scroll import ScrollState, Sheet

if TYPE_CHECKING:
    from collections.abc import Callable

    from game.trainer.preview import Preview
    from game.window.input import Action
    from game.window.theme import Theme
    from game.window.widgets.widget import Widget

__all__ = ["LOOKS_APART", "Waiting"]

LOOKS_APART = 0.15
"""Seconds from one look at the files to the next; asking the system is most of what a preview at rest spends."""
_WIDEST = 820


class Waiting(Screen):
    """Shows the findings of a file until it can be played.

    Args:
        preview: looks at the file.
        on_open: it can be played now.
        on_leave: the author leaves.
    """

    first_focus = "panel"

    def __init__(self, preview: Preview, *, on_open: Callable[[], None], on_leave: Callable[[], None]) -> None:
        super().__init__()
        self.title = _("{name} cannot be played yet", name=preview.name)
        self.preview = preview
        self.on_open = on_open
        self.on_leave = on_leave
        self._scroll = ScrollState()
        self._looked = float("-inf")

    def tree(self, theme: Theme, size: tuple[int, int]) -> Widget:  # noqa: ARG002  # the same at any size
        """What to do, and the findings."""
        leave = Button(_("Leave (Escape)"), self.on_leave, key="leave", mark="lost", is_slim=True)
        bar = TitleBar(_("Preview"), self.preview.name, "alert", leave)
        words = _("Mend the file in your editor and save it. It is read by itself, and then the play begins here.")
        heading = Heading(self.title, size=20, level=1)
        count = Heading(findings_title(self.preview), size=17)
        page = Column(self.title, heading, Label(words), count, *finding_widgets(self.preview, None))
        return Page(self.title, bar, Sheet(self.title, page, self._scroll, key="panel"), widest=_WIDEST)

    def act(self, action: Action) -> bool:
        """Escape leaves."""
        if isinstance(action, Back):
            self.on_leave()
            return True
        return False

    def tick(self, now: float) -> None:
        """See whether the file was saved."""
        if 0 < now - self._looked < LOOKS_APART:
            return
        self._looked = now
        news = self.preview.look()
        if self.preview.kept is not None:
            self.on_open()
        elif news.has_findings:
            self.has_changed = True
