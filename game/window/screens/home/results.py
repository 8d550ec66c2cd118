"""How it went so far: who was served for a grade, and the last plays."""

from __future__ import annotations

from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING

from game.texts import _
from game.window.progress import medal_words, score_words
from game.window.screens.home.guests import Served
from game.window.screens.home.played import Played
from game.window.screens.home.when import when_words
from game.window.widgets.boxes import Column, Flow
from game.window.widgets.button import Button
from game.window.widgets.card import Card
from game.window.widgets.chip import Marked
from game.window.widgets.label import Heading, Label
from game.window.widgets.widget import Role

if TYPE_CHECKING:
    from collections.abc import Callable

    from game.records import Result
    from game.window.cases import Cases
    from game.window.screens.home.doors import Doors
    from game.window.screens.home.reception import Reception
    from game.window.widgets.widget import Widget

__all__ = ["results_card"]

_SERVED = 8
_LAST = 4
_MARKS = {"practice": "coach", "graded": "medal", "ranked": "medal", "mirror": "thought"}


def results_card(
    reception: Reception, cases: Cases, doors: Doors, now: datetime, on_more: Callable[[], None] | None
) -> list[Widget]:
    """The guests who were served, and the last plays; nothing before the first.

    Some plays are shown, and a way to the others; without `on_more` all.
    """
    if not reception.history:
        return []
    title = _("How it went")
    lines: list[Widget] = [Heading(title, size=19)]
    served = _served(reception, cases)
    if served:
        lines.append(Flow(_("Guests you have served"), *served, gap=14))
    shown = reception.history if on_more is None else reception.history[:_LAST]
    plays = [_line(result, cases, doors, now, f"play-{number}") for number, result in enumerate(shown)]
    rest = len(reception.history) - len(shown)
    if rest and on_more is not None:
        words = _("Show 1 more") if rest == 1 else _("Show {count} more", count=rest)
        plays.append(Button(words, on_more, key="more-plays", mark="down", is_slim=True))
    lines.append(Column(_("Your last plays"), *plays, gap=8))
    return [Card(title, *lines, padding=20, gap=12)]


def _served(reception: Reception, cases: Cases) -> list[Widget]:
    """One face a case, the best first."""
    bests = sorted(reception.progress.bests.items(), key=lambda pair: (-pair[1].score, pair[0]))
    told = ((cases.told(case), best) for case, best in bests)
    faces: list[Widget] = [Served(each, best) for each, best in told if each is not None]
    more = len(faces) - _SERVED
    if more > 0:
        words = _("and 1 more") if more == 1 else _("and {count} more", count=more)
        return [*faces[:_SERVED], Label(words, size=14, colour="mute")]
    return faces


def _line(result: Result, cases: Cases, doors: Doors, now: datetime, key: str) -> Widget:
    """One play: which case, how, what it brought, and when; it leads to its debrief, a turn in the mirror has none."""
    told = cases.told(result.scenario)
    title = result.scenario if told is None else told.scenario.title
    when = when_words(datetime.fromtimestamp(result.ended_ms / 1000, now.tzinfo), now)
    words = _("{result} · {when}", result=_result_words(result), when=when)
    if result.journal is not None and doors.on_debrief is not None:
        return Played(title, words, _MARKS[result.mode], partial(doors.on_debrief, result.session), key=key)
    return Column(
        title,
        Marked(_MARKS[result.mode], title, colour="accent", words_colour="ink", size=15),
        Label(words, size=14, colour="mute"),
        gap=0,
        role=Role.ITEM,
    )


def _result_words(result: Result) -> str:
    if result.mode == "mirror":
        return _("in the mirror, {closeness} % close", closeness=result.closeness)
    if result.score is None:
        return _("played to the end")
    score = score_words(result.score)
    if result.mode == "practice":
        return _("practice, {score}", score=score)
    if result.medal is not None:
        return _("{medal}, {score}", medal=medal_words(result.medal), score=score)
    return score
