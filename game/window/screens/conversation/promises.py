"""The promise ledger: a card, or one line that opens it where room is short."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING

from game.debrief.wording import debt_words, duration_words
from game.texts import _
from game.window.motion import STILL, Motion
from game.window.screens.conversation.entries import STANDINGS
from game.window.widgets.boxes import Column
from game.window.widgets.button import Button
from game.window.widgets.card import Card
from game.window.widgets.label import Heading, Label
from game.window.widgets.ledger import LedgerLine
from game.window.widgets.scroll import Scroll
from game.window.widgets.widget import Role

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from game.session.view import Debt
    from game.window.widgets.scroll import ScrollState
    from game.window.widgets.widget import Widget

__all__ = ["ledger_card", "ledger_lines", "ledger_summary"]

_NONE: Mapping[str, Motion] = MappingProxyType({})


def ledger_card(debts: Sequence[Debt], state: ScrollState, motions: Mapping[str, Motion] = _NONE) -> Card:
    """All promises on a card; scrolls where they are many. `motions` are of those that were told just now."""
    name = _("Promises")
    return Card(name, Scroll(name, Column(name, *ledger_lines(debts, motions), gap=4), state), padding=18)


def ledger_lines(debts: Sequence[Debt], motions: Mapping[str, Motion] = _NONE) -> list[Widget]:
    """A heading, and a line for each promise."""
    lines: list[Widget] = [Heading(_("Your promises"), size=18)]
    if not debts:
        return [*lines, Label(_("None yet. What you promise stands here until you keep it."), size=15, colour="mute")]
    items = []
    for debt in debts:
        mark, colour = STANDINGS[debt.standing]
        motion = motions.get(debt.promise, STILL)
        items.append(LedgerLine(mark, debt.text, debt_words(debt), colour, left=debt.share, motion=motion))
    return [*lines, Column(_("Promises made"), *items, gap=0, role=Role.LIST)]


def ledger_summary(debts: Sequence[Debt], on_press: Callable[[], None]) -> Button:
    """How many promises are open and when the next is due, in few words; pressing it opens the ledger."""
    waiting = [debt for debt in debts if debt.left is not None]
    if not waiting:
        broken = sum(debt.standing == "broken" for debt in debts)
        if broken:
            words = _("1 promise broken") if broken == 1 else _("{count} promises broken", count=broken)
            return Button(words, on_press, key="ledger", mark="broken", mark_colour="bad", is_slim=True)
        words, mark = (_("No promise open"), "kept") if debts else (_("No promise yet"), "released")
        return Button(words, on_press, key="ledger", mark=mark, is_slim=True)
    left = duration_words(min(debt.left or 0 for debt in waiting))
    words = _("1 promise: {left} left") if len(waiting) == 1 else _("{count} promises: {left} left")
    return Button(
        words.format(count=len(waiting), left=left),
        on_press,
        key="ledger",
        mark="open",
        description=_("Your promises; the next is due in {left}", left=left),
        is_slim=True,
    )
