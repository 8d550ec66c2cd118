"""The dialogs of the conversation: the pause, the ledger, and what went wrong."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.debrief.wording import moment_words
from game.texts import _
from game.window.screens.conversation.promises import ledger_lines
from game.window.screens.pause import pause_dialog, setting_rows
from game.window.widgets.button import Button
from game.window.widgets.chip import Marked
from game.window.widgets.dialog import Dialog
from game.window.widgets.label import Heading, Label

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from game.session.view import View
    from game.window.settings import Settings
    from game.window.sound import Cue
    from game.window.widgets.scroll import ScrollState

__all__ = ["connection_dialog", "ledger_dialog", "pause_in_case", "refused_dialog", "trouble_dialog"]


def pause_in_case(
    settings: Settings,
    change: Callable[[Settings], None],
    play: Callable[[Cue], None],
    on_close: Callable[[], None],
    on_leave: Callable[[], None],
    state: ScrollState,
    *,
    remark: str = "",
    ways_on: Sequence[Button] = (),
) -> Dialog:
    """The pause in a case; a remark says what goes on all the same, and there may be other ways on."""
    ways = [
        Button(_("Go on"), on_close, key="close", mark="play", style="primary"),
        *ways_on,
        Button(_("Leave the case; it waits for you"), on_leave, key="leave", mark="lost"),
    ]
    keys = _("Keys: 1 to 9 choose, Tab and arrows move, Enter presses, Page Up scrolls back, F11 fills the screen.")
    rows = setting_rows(settings, change, play)
    return pause_dialog(ways, rows, state, title=_("Pause"), keys=keys, remark=remark)


def connection_dialog(
    reason: str, on_try: Callable[[], None], on_leave: Callable[[], None], state: ScrollState, *, is_asking: bool
) -> Dialog:
    """The server gives no answer in the midst of a play: it goes on by itself, or by a press."""
    title = _("The connection is gone")
    words = _("Asking the server again …") if is_asking else reason
    return Dialog(
        title,
        Heading(title, size=20, level=1),
        Label(_("Your decisions so far are kept.")),
        Label(words, colour="mute"),
        Label(_("The play goes on by itself when the connection is back. Nothing counts twice."), colour="mute"),
        Button(_("Try again now"), on_try, key="close", mark="undo", style="primary"),
        Button(_("Leave the case; it waits for you"), on_leave, key="leave", mark="lost"),
        state=state,
        width=520,
    )


def refused_dialog(reason: str, on_leave: Callable[[], None], state: ScrollState) -> Dialog:
    """The server goes on no more with a play: why, and the way out."""
    title = _("This play cannot go on")
    return Dialog(
        title,
        Heading(title, size=20, level=1),
        Label(reason),
        Button(_("Leave the case"), on_leave, key="close", mark="lost", style="primary"),
        state=state,
        width=520,
    )


def ledger_dialog(view: View, on_close: Callable[[], None], state: ScrollState) -> Dialog:
    """All promises, and how late it is."""
    now = Marked("clock", moment_words(view.now), name=_("Clock of the case: {now}", now=moment_words(view.now)))
    close = Button(_("Go on"), on_close, key="close", mark="play", style="primary")
    return Dialog(_("Your promises"), now, *ledger_lines(view.debts), close, state=state)


def trouble_dialog(
    trouble: str,
    on_anew: Callable[[], None],
    on_go_on: Callable[[], None],
    on_leave: Callable[[], None],
    state: ScrollState,
) -> Dialog:
    """The last decision could not be kept: what is wrong, and what can be done."""
    title = _("Your decision could not be kept")
    return Dialog(
        title,
        Heading(title, size=20, level=1),
        Label(trouble),
        Label(_("It does not count yet. The whole play can be written into a new file."), colour="mute"),
        Button(_("Keep the play in a new file"), on_anew, key="anew", mark="kept", style="primary"),
        Button(_("Play on without a record"), on_go_on, key="unkept", mark="play"),
        Button(_("Leave the case"), on_leave, key="leave", mark="lost"),
        state=state,
        width=520,
    )
