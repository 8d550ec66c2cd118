"""The promises with their times, and the habits with the decisions that showed them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.debrief.wording import end_words, habit_title, vow_lines
from game.texts import _
from game.window.screens.debrief.boxes import Aside
from game.window.widgets.boxes import Column, Grid
from game.window.widgets.card import Card
from game.window.widgets.chip import Marked
from game.window.widgets.label import Heading, Label
from game.window.widgets.widget import Role

if TYPE_CHECKING:
    from collections.abc import Mapping

    from game.debrief import Debrief, PromiseEnd
    from game.scenario.model import Habit
    from game.window.widgets.label import Tone
    from game.window.widgets.widget import Widget

__all__ = ["habits_card", "promises_card"]

_ENDS: dict[PromiseEnd, tuple[str, Tone]] = {
    "kept": ("kept", "good"),
    "broken": ("broken", "bad"),
    "released": ("released", "mute"),
    "open": ("open", "warn"),
}
_KINDS: dict[str, tuple[str, Tone]] = {"virtue": ("good", "good"), "vice": ("mistake", "bad")}


def promises_card(debrief: Debrief) -> Card | None:
    """Each promise that was made: its words, how it ended, and when; None where there was none."""
    made = [vow for vow in debrief.promises if vow.end != "never made"]
    if not made:
        return None
    title = _("Your promises")
    items = []
    for vow in sorted(made, key=lambda vow: (vow.made.decision if vow.made else 0, vow.name)):
        mark, colour = _ENDS[vow.end]
        told: list[Widget] = [
            Marked(mark, end_words(vow.end), colour=colour),
            Label(vow.text, size=16),
            *(Label(line, size=14.5, colour="mute") for line in vow_lines(vow)),
        ]
        items.append(Column(vow.text, *told, gap=3, role=Role.ITEM))
    return Card(title, Heading(title, size=18), Column(title, *items, gap=14, role=Role.LIST), padding=18)


def habits_card(debrief: Debrief, habits: Mapping[str, Habit], columns: int) -> Card | None:
    """Each habit that was shown and is known, those to grow before those to shed; None where there was none."""
    shown = [(habits[key], numbers) for key, numbers in debrief.habits.items() if key in habits]
    if not shown:
        return None
    title = _("Habits you showed")
    items = []
    for habit, numbers in sorted(shown, key=lambda pair: pair[0].kind != "virtue"):
        mark, colour = _KINDS[habit.kind]
        items.append(Aside(mark, habit.text, title=habit_title(habit, numbers), colour=colour, words_colour="mute"))
    columns = columns if len(items) > 1 else 1
    return Card(
        title, Heading(title, size=18), Grid(title, *items, columns=columns, gap=14, role=Role.LIST), padding=18
    )
