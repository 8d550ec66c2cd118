"""The form in which one joins a team: the server, the code, and what one wants to be called."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from game.online.address import server_address
from game.online.faults import Fault
from game.online.joining import is_encrypted
from game.online.wording import unencrypted_words
from game.texts import _
from game.window.widgets.boxes import Column
from game.window.widgets.button import Button
from game.window.widgets.card import Card
from game.window.widgets.chip import Marked
from game.window.widgets.label import Heading, Label
from game.window.widgets.textfield import TextField
from game.window.widgets.widget import Live

if TYPE_CHECKING:
    from collections.abc import Callable

    from game.window.widgets.widget import Widget

__all__ = ["Form", "join_card"]

_LONGEST_ADDRESS = 200
_LONGEST_CODE = 20
_LONGEST_NAME = 40


@dataclass(slots=True)
class Form:
    """What was written so far."""

    server: str = ""
    code: str = ""
    name: str = ""
    remark: str = ""
    """What is amiss."""

    def is_whole(self) -> bool:
        """Whether it can be sent; else `remark` says what is missing."""
        self.remark = ""
        try:
            self.server = server_address(self.server)
        except Fault as fault:
            self.remark = str(fault)
        if not self.remark and not self.code.strip():
            self.remark = _("The code is missing. Your trainer gives it to you; it looks like ABCD-EFGH.")
        if not self.remark and not self.name.strip():
            self.remark = _("Say what you want to be called; it need not be your own name.")
        return not self.remark


def join_card(form: Form, on_write: Callable[[], None], on_join: Callable[[], None], *, is_asking: bool) -> Widget:
    """What joining means, and the three fields."""
    title = _("Play for your team")

    def take(name: str) -> Callable[[str], None]:
        def write(text: str) -> None:
            setattr(form, name, text)
            form.remark = ""
            on_write()

        return write

    told: list[Widget] = [
        Heading(title, size=22),
        Label(_("With a code from your trainer you join a team, and play ranked cases that its server leads.")),
        Label(
            _(
                "You stand on a board only where you say so, by a pseudonym, and can leave at any time. "
                "Everything else works without a server, as before."
            ),
            size=15,
            colour="mute",
        ),
        TextField(
            _("Code"), form.code, take("code"), key="code", longest=_LONGEST_CODE, on_enter=on_join, hint="ABCD-EFGH"
        ),
        TextField(
            _("Pseudonym"), form.name, take("name"), key="name", longest=_LONGEST_NAME, on_enter=on_join,
            hint=_("How shall we call you?"),
        ),
        TextField(
            _("Address of the server"), form.server, take("server"), key="server", longest=_LONGEST_ADDRESS,
            on_enter=on_join, hint="https://…",
        ),
    ]  # fmt: skip
    if form.remark:
        told.append(Marked("alert", form.remark, colour="bad", words_colour="ink", size=15, live=Live.POLITE))
    elif form.server.startswith("http:") and not is_encrypted(form.server):
        told.append(Marked("alert", unencrypted_words(), colour="warn", words_colour="ink", size=15))
    if is_asking:
        told.append(Label(_("One moment: the server is being asked."), colour="mute", live=Live.POLITE))
    else:
        told.append(Button(_("Join"), on_join, key="join", mark="good", style="primary"))
    return Column(title, Card(title, *told, padding=24, gap=14), padding=20)
