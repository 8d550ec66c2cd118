"""How it went so far: who was served for a grade, and the last plays."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from game.texts import _
from game.window.progress import medal_words, score_words
from game.window.screens.home.guests import Served
from game.window.screens.home.when import when_words
from game.window.widgets.boxes import Column, Flow
from game.window.widgets.card import Card
from game.window.widgets.chip import Marked
from game.window.widgets.label import Heading, Label
from game.window.widgets.widget import Role

if TYPE_CHECKING:
    from game.records import Result
    from game.window.cases import Cases
    from game.window.screens.home.reception import Reception
    from game.window.widgets.widget import Widget

__all__ = ["results_card"]

_SERVED = 8
_LAST = 4
_MARKS = {"practice": "coach", "graded": "medal", "ranked": "medal", "mirror": "thought"}


def results_card(reception: Reception, cases: Cases, now: datetime) -> list[Widget]:
    """The guests who were served, and the last plays; nothing before the first."""
    if not reception.history:
        return []
    title = _("How it went")
    lines: list[Widget] = [Heading(title, size=19)]
    served = _served(reception, cases)
    if served:
        lines.append(Flow(_("Guests you have served"), *served, gap=14))
    lines += [_line(result, cases, now) for result in reception.history[:_LAST]]
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


def _line(result: Result, cases: Cases, now: datetime) -> Widget:
    """One play: which case, how, what it brought, and when."""
    told = cases.told(result.scenario)
    title = result.scenario if told is None else told.scenario.title
    when = when_words(datetime.fromtimestamp(result.ended_ms / 1000, now.tzinfo), now)
    words = _("{result} · {when}", result=_result_words(result), when=when)
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
