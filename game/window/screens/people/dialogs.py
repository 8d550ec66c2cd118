"""What is told and asked over the people's screen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.texts import _
from game.window.widgets.button import Button
from game.window.widgets.dialog import Dialog
from game.window.widgets.label import Heading, Label

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from game.window.widgets.scroll import ScrollState

__all__ = ["erase_dialog", "saved_dialog"]


def saved_dialog(path: Path, on_close: Callable[[], None], state: ScrollState) -> Dialog:
    """Where everything that is kept of somebody was saved."""
    title = _("Saved")
    return Dialog(
        title,
        Heading(title, size=20, level=1),
        Label(_("Everything that is kept of you is in this file:")),
        Label(str(path), weight="semi"),
        Button(_("Go on"), on_close, key="close", mark="play", style="primary"),
        state=state,
        width=560,
    )


def erase_dialog(
    name: str,
    plays: int,
    servers: Sequence[str],
    on_erase: Callable[[], None],
    on_close: Callable[[], None],
    state: ScrollState,
) -> Dialog:
    """Whether somebody is to be erased, what would be gone, and at which servers something of them would stay."""
    title = _("Erase {name}?", name=name)
    told = {
        0: _("Pseudonym, avatar and settings will be gone. Nothing was played yet."),
        1: _("Pseudonym, avatar and settings will be gone, and one play with its results."),
    }
    many = _("Pseudonym, avatar and settings will be gone, and {count} plays with their results.", count=plays)
    return Dialog(
        title,
        Heading(title, size=20, level=1),
        Label(told.get(plays, many)),
        Label(_("Nobody can bring that back.")),
        *(Label(_("What {url} keeps stays there. Leave it on the boards first.", url=each)) for each in servers),
        Button(_("Keep everything"), on_close, key="close", mark="kept", style="primary"),
        Button(_("Erase {name}", name=name), on_erase, key="erase-now", mark="close", mark_colour="bad"),
        state=state,
        width=520,
    )
