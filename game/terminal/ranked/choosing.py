"""What can be played for a team or a season: listed, and picked by number."""

from __future__ import annotations

import re
import time
from itertools import count
from typing import TYPE_CHECKING, NamedTuple

from game.online.plays import RankedPlay, play_of, running
from game.online.wording import assignment_words, attempts_words, best_words, book_words, ends_words, given_words
from game.terminal.conversation import HELP, QUIT
from game.terminal.typed import meant
from game.texts import _

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from game.online.plays import News
    from game.terminal.keyboard import Keyboard
    from game.terminal.page import Page

__all__ = ["choose", "offered", "picked_by_name"]

_ANSWER = re.compile(r"([0-9]{1,4})[.)]?")


class _Group(NamedTuple):
    """What is played for the same, below a line that says for what."""

    heading: str
    plays: tuple[RankedPlay, ...]


def offered(news: News, now_ms: int) -> tuple[RankedPlay, ...]:
    """What can be played now: what the team was given and is to be done yet, then what seasons that run have."""
    return tuple(play for group in _groups(news, now_ms) for play in group.plays)


def picked_by_name(plays: Sequence[RankedPlay], name: str) -> RankedPlay | None:
    """The first that is of a case, by its id or title."""
    folded = name.casefold()
    return next((each for each in plays if folded in (each.scenario.casefold(), each.title.casefold())), None)


def choose(page: Page, keyboard: Keyboard, news: News) -> RankedPlay | None:
    """List what there is, and ask; None where the player leaves, or there is nothing.

    Raises:
        InputEnded: nothing more will be typed.
    """
    now_ms = time.time_ns() // 1_000_000
    groups = _groups(news, now_ms)
    plays = [play for group in groups for play in group.plays]
    page.gap()
    if not plays:
        page.say(_("No season is open in which you could play."))
        return None
    for line in _lines(groups):
        page.say(line)
    page.gap()
    while True:
        answer = meant(keyboard.ask(_("Which one? Type its number, or quit:")))
        if answer in QUIT:
            return None
        typed = _ANSWER.fullmatch(answer)
        if typed is not None and 1 <= int(typed[1]) <= len(plays):
            return plays[int(typed[1]) - 1]
        if answer in HELP:
            page.say(_("Type the number of a case and press Enter; quit, or q, to leave."))
        else:
            page.say(_("Please type a number from 1 to {last}, or ? for help.", last=len(plays)))


def _groups(news: News, now_ms: int) -> list[_Group]:
    found = []
    for given in news.me.assignments:
        plays = tuple(play_of(news, each.scenario, each.title, now_ms) for each in given.cases if not each.is_done)
        if plays:
            heading = f"{_('For your team')}: {given.title}. {assignment_words(given, now_ms)}"
            found.append(_Group(heading, plays))
    seasons = sorted(
        running(news.seasons, now_ms), key=lambda season: all(not case.open_session for case in season.cases)
    )
    for season in seasons:
        cases = sorted(season.cases, key=lambda case: case.open_session is None)
        plays = tuple(RankedPlay(case.scenario, case.title, season, case) for case in cases)
        heading = _("Season {title}. {ends}", title=season.title, ends=ends_words(season, now_ms))
        found.append(_Group(heading, plays))
    return found


def _lines(groups: Sequence[_Group]) -> Iterator[str]:
    numbers = count(1)
    for group in groups:
        yield group.heading
        for play in group.plays:
            yield " ".join([f"{next(numbers)}. {play.title}.", *_told(play)])


def _told(play: RankedPlay) -> Iterator[str]:
    if play.season is None or play.case is None:
        yield given_words()
        return
    yield attempts_words(play.case, play.season)
    if best_words(play.case):
        yield f"{best_words(play.case)}."
    if play.case.is_open_book:
        yield book_words()
