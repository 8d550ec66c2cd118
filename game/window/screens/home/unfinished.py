"""Plays to go on with."""

from __future__ import annotations

from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING

from game.debrief.wording import decision_count_words, mode_words
from game.texts import _
from game.window.screens.home.when import when_words
from game.window.widgets.boxes import Column
from game.window.widgets.button import Button
from game.window.widgets.label import Heading, Label
from game.window.widgets.way import Way

if TYPE_CHECKING:
    from collections.abc import Callable

    from game.records import Damaged, Unfinished
    from game.window.cases import Cases
    from game.window.screens.home.doors import Doors
    from game.window.screens.home.reception import Reception
    from game.window.widgets.widget import Widget

__all__ = ["damaged_note", "unfinished_ways"]

_OFFERED = 3
_WAITING = 0
"""The mood of somebody who waits."""


def unfinished_ways(
    reception: Reception, cases: Cases, doors: Doors, now: datetime, on_more: Callable[[], None] | None
) -> list[Widget]:
    """The plays that were left, the last one first, each with how far it came; nothing where there is none.

    Some are shown, and a way to the others; without `on_more` all.
    """
    plays = reception.unfinished
    if not plays:
        return []
    title = _("Carry on where you stopped")
    shown = plays if on_more is None else plays[:_OFFERED]
    ways: list[Widget] = [
        _way(play, cases, now, partial(doors.on_resume, number), f"resume-{number}")
        for number, play in enumerate(shown)
    ]
    rest = len(plays) - len(shown)
    if rest and on_more is not None:
        words = _("Show 1 more") if rest == 1 else _("Show {count} more", count=rest)
        ways.append(Button(words, on_more, key="more", mark="down", is_slim=True))
    return [Column(title, Heading(title, size=19), *ways, gap=10)]


def damaged_note(damaged: Damaged) -> Label:
    """A journal that cannot be gone on with, and why."""
    words = _("Cannot be gone on with: {path}. {reason}", path=damaged.path, reason=damaged.reason)
    return Label(words, size=14, colour="mute")


def _way(play: Unfinished, cases: Cases, now: datetime, on_press: partial[None], key: str) -> Way:
    mode, decided = mode_words(play.mode), decision_count_words(play.decisions)
    began = _began(play, now)
    words = _("{mode} · {decided} · begun {when}", mode=mode, decided=decided, when=began) if began else ""
    words = words or _("{mode} · {decided}", mode=mode, decided=decided)
    told = cases.told(play.scenario)
    face = None if told is None else (told.customer, _WAITING)
    name = _("Go on with {title} ({mode}, {decided})", title=play.title, mode=mode, decided=decided)
    return Way(play.title, words[:1].upper() + words[1:], "play", on_press, key=key, face=face, name=name)


def _began(play: Unfinished, now: datetime) -> str:
    """When it was begun; nothing where that is not known."""
    try:
        return when_words(datetime.fromisoformat(play.started).astimezone(now.tzinfo), now)
    except (ValueError, OverflowError, OSError):
        return ""
