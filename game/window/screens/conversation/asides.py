"""What the coach said in the course of a conversation, each in its place between the lines."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.window.screens.conversation.entries import remark_note

if TYPE_CHECKING:
    from game.session.view import Remark, View
    from game.window.widgets.widget import Widget

__all__ = ["Asides"]


class Asides:
    """Keeps what was said: a session tells it of the last decision only."""

    def __init__(self) -> None:
        self._remarks: dict[int, list[Remark]] = {}

    def note(self, view: View) -> None:
        """Keep what the coach says of the last decision in its place."""
        for place in {remark.place for remark in view.remarks}:
            self._remarks[place] = [remark for remark in view.remarks if remark.place == place]

    def rewind(self, view: View) -> None:
        """Leave out what stood behind what was said by now."""
        self._remarks = {place: told for place, told in self._remarks.items() if place <= len(view.said)}
        self.note(view)

    def widgets(self, new_from: int) -> dict[int, list[Widget]]:
        """What stands between the entries, by how many of them stand before it; news from so many of them on."""
        return {
            place: [remark_note(remark, is_new=place >= new_from) for remark in remarks]
            for place, remarks in self._remarks.items()
        }
