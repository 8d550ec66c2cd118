"""A season: until when it goes, its cases, and how far the player is with each."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from game.online.plays import RankedPlay
from game.online.wording import attempts_words, best_words, ends_words
from game.texts import _
from game.window.widgets.boxes import Column
from game.window.widgets.card import Card
from game.window.widgets.label import Heading, Label
from game.window.widgets.way import Way

if TYPE_CHECKING:
    from collections.abc import Callable

    from game.online.messages import SeasonCase, SeasonRow
    from game.window.widgets.widget import Widget

__all__ = ["season_card"]


def season_card(season: SeasonRow, now_ms: int, on_play: Callable[[RankedPlay], None]) -> Card:
    """What is played in it."""
    told: list[Widget] = [
        Heading(season.title, size=19),
        Label(ends_words(season, now_ms), size=15, colour="mute"),
    ]
    ways = [_way(season, case, number, on_play) for number, case in enumerate(season.cases)]
    return Card(season.title, *told, Column(_("The cases of this season"), *ways, gap=10), padding=20, gap=12)


def _way(season: SeasonRow, case: SeasonCase, number: int, on_play: Callable[[RankedPlay], None]) -> Way:
    words = " ".join(each for each in (attempts_words(case, season), _sentence(best_words(case))) if each)
    mark = "play" if case.open_session is not None else "medal"
    return Way(
        case.title,
        words,
        mark,
        partial(on_play, RankedPlay(case.scenario, case.title, season, case)),
        key=f"case-{number}",
    )


def _sentence(words: str) -> str:
    return f"{words}." if words else ""
