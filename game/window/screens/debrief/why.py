"""Why it came to this ending, and what the others would have needed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.debrief.needs import need_words, wanting_words
from game.texts import _
from game.window.screens.debrief.boxes import Aside
from game.window.widgets.boxes import Column
from game.window.widgets.label import Label
from game.window.widgets.widget import Role

if TYPE_CHECKING:
    from collections.abc import Sequence

    from game.debrief import Debrief
    from game.debrief.fork import Need
    from game.window.widgets.widget import Widget

__all__ = ["why"]


def why(debrief: Debrief) -> list[Widget]:
    """A list of reasons, and one for each ending that was missed; nothing where nothing decided it."""
    if debrief.fork is None:
        return []
    title = _("The ending “{title}” would have needed:")
    missed = [_list(title.format(title=other.title), other.needs, is_missed=True) for other in debrief.fork.missed]
    if not debrief.fork.reasons:
        return list(missed)
    return [_list(_("It came to this ending because of this:"), debrief.fork.reasons), *missed]


def _list(title: str, needs: Sequence[Need], *, is_missed: bool = False) -> Column:
    items = [_item(need, is_missed=is_missed) for need in needs]
    return Column(title, Label(title, size=15, weight="semi"), *items, gap=3, role=Role.LIST)


def _item(need: Need, *, is_missed: bool) -> Aside:
    """What the play had as it was, what it had not as what would have been needed: a mark alone says neither."""
    words = wanting_words(need) if is_missed and not need.is_met else need_words(need)
    if need.is_met is None:
        return Aside("next", words, size=15)
    if need.is_met:
        return Aside("good", words, size=15, colour="good")
    return Aside("close", words, size=15, colour="bad")
