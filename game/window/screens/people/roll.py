"""Everybody who plays here, each with their face."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from game.texts import _
from game.window.screens.people.draft import look_of
from game.window.screens.people.profile import Profile
from game.window.widgets.boxes import Column, Grid
from game.window.widgets.button import Button
from game.window.widgets.label import Label
from game.window.widgets.widget import Role

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from game.records import Person
    from game.window.screens.people.draft import Draft
    from game.window.widgets.widget import Widget

__all__ = ["roll"]

_CALM, _PLEASED = 0, 1


def roll(
    people: Sequence[Person],
    current: str,
    columns: int,
    *,
    on_choose: Callable[[str], None],
    on_change: Callable[[str], None],
    on_new: Callable[[], None],
    begun: Draft | None = None,
) -> Widget:
    """Everybody to choose from, and somebody new; `begun`: as far as they have been made."""
    title = _("Who plays?")
    entries = [_entry(each, each.id == current, on_choose, on_change) for each in people]
    if begun is None:
        new = Profile(_("Somebody new"), _("with a pseudonym and a face of their own"), "plus", on_new, key="new")
    else:
        words, face = _("begun, but not kept yet"), (begun.look, _CALM)
        new = Profile(begun.fit_name or _("Somebody new"), words, "plus", on_new, key="new", face=face)
    sentence = _("Everybody has results, settings and unfinished cases of their own. A pseudonym is enough.")
    grid = Grid(title, *entries, Column(new.name, new), columns=columns, gap=18, role=Role.LIST)
    return Column(title, Label(sentence, size=16, colour="mute"), grid, gap=16, padding=20)


def _entry(
    person: Person, is_current: bool, on_choose: Callable[[str], None], on_change: Callable[[str], None]
) -> Widget:
    """Somebody's card, and below it the way to their page."""
    profile = Profile(
        person.name,
        _("plays now") if is_current else _("play as this person"),
        "good",
        partial(on_choose, person.id),
        key=f"choose-{person.id}",
        face=(look_of(person), _PLEASED if is_current else _CALM),
        is_current=is_current,
    )
    change = Button(
        _("Pseudonym and avatar"),
        partial(on_change, person.id),
        key=f"change-{person.id}",
        mark="sliders",
        is_slim=True,
        description=_("Of {name}", name=person.name),
    )
    return Column(person.name, profile, change, gap=10)
