"""Finding a case among many: words to look for, what is shown, and what comes first."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from functools import partial
from typing import TYPE_CHECKING

from game.debrief.wording import channel_words, level_words
from game.texts import _
from game.window.screens.scenarios.case_card import LEVEL_MARKS
from game.window.screens.scenarios.selection import Order, Selection
from game.window.widgets.boxes import Column, Flow
from game.window.widgets.card import Card
from game.window.widgets.choice_row import Option
from game.window.widgets.label import Label
from game.window.widgets.scroll import ScrollState
from game.window.widgets.textfield import TextField
from game.window.widgets.widget import Role

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from game.scenario.model import Channel
    from game.window.cases import Told
    from game.window.widgets.widget import Widget

__all__ = ["SEARCH", "View", "panel"]

SEARCH = "search"
"""The key of the field for words."""
_LONGEST = 40
_CHANNELS: tuple[Channel, ...] = ("counter", "phone", "chat", "email", "visit")


@dataclass(slots=True)
class View:
    """How somebody looks at the list; outlives the screen, so that they find it as they left it."""

    selection: Selection = field(default_factory=Selection)
    is_open: bool = False
    """Whether the panel is."""
    last: str = ""
    """The case that was opened last."""
    scroll: ScrollState = field(default_factory=ScrollState)


def panel(selection: Selection, cases: Sequence[Told], change: Callable[[Selection], None]) -> Card:
    """All ways to narrow and to order the list; channels and levels only where the cases differ in them."""
    here = {each.scenario.channel for each in cases}
    channels = [each for each in _CHANNELS if each in here]
    levels = sorted({each.scenario.level for each in cases})
    rows: list[Widget] = [
        TextField(
            _("Words in the title, the summary or the name"),
            selection.words,
            lambda text: change(replace(selection, words=text)),
            key=SEARCH,
            longest=_LONGEST,
        )
    ]
    if len(channels) > 1:
        rows.append(_row(_("Where"), *(_channel(each, selection, change) for each in channels)))
    if len(levels) > 1:
        rows.append(_row(_("How hard"), *(_level(each, selection, change) for each in levels)))
    rows.append(_row(_("What is left to do"), *_undone(selection, change)))
    rows.append(_row(_("What comes first"), *_orders(selection, change), role=Role.OPTIONS))
    return Card(_("Search, filter and sort"), *rows, padding=18, gap=14)


def _row(name: str, *options: Widget, role: Role = Role.GROUP) -> Column:
    return Column(
        name, Label(name, size=14, weight="semi", colour="mute"), Flow(name, *options, gap=8), gap=6, role=role
    )


def _channel(channel: Channel, selection: Selection, change: Callable[[Selection], None]) -> Option:
    return Option(
        channel_words(channel),
        lambda: change(selection.with_channel(channel)),
        key=f"channel-{channel}",
        is_chosen=channel in selection.channels,
        mark=channel,
        is_check=True,
    )


def _level(level: int, selection: Selection, change: Callable[[Selection], None]) -> Option:
    return Option(
        level_words(level),
        lambda: change(selection.with_level(level)),
        key=f"level-{level}",
        is_chosen=level in selection.levels,
        mark=LEVEL_MARKS[level - 1],
        is_check=True,
    )


def _undone(selection: Selection, change: Callable[[Selection], None]) -> list[Option]:
    untried = replace(selection, is_untried=not selection.is_untried)
    lacking = replace(selection, lacks_medal=not selection.lacks_medal)
    return [
        Option(
            _("Not tried yet"),
            partial(change, untried),
            key="untried",
            is_chosen=selection.is_untried,
            mark="sparkle",
            is_check=True,
        ),
        Option(
            _("No medal yet"),
            partial(change, lacking),
            key="no-medal",
            is_chosen=selection.lacks_medal,
            mark="medal",
            is_check=True,
        ),
    ]


def _orders(selection: Selection, change: Callable[[Selection], None]) -> list[Option]:
    words = {
        Order.PATH: ("shelf", _("as the curriculum has it")),
        Order.EASIEST: ("easy", _("the easiest")),
        Order.PROPOSED: ("coach", _("what to practise next")),
        Order.TITLE: ("text", _("by title")),
        Order.SHORTEST: ("clock", _("the shortest")),
        Order.BEST: ("medal", _("your best score")),
    }
    options = []
    for place, order in enumerate(Order, 1):
        mark, told = words[order]
        option = Option(
            told,
            partial(change, replace(selection, order=order)),
            key=f"order-{order.value}",
            is_chosen=order is selection.order,
            mark=mark,
        )
        option.place_in_set = (place, len(Order))
        options.append(option)
    return options
