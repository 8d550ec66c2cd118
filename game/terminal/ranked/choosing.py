"""What can be played for a season: asked of the server, listed, and picked by number."""

from __future__ import annotations

import re
import time
from typing import TYPE_CHECKING, NamedTuple

from game.online.wording import attempts_words, best_words, book_words, ends_words
from game.terminal.conversation import HELP, QUIT
from game.terminal.typed import meant
from game.texts import _

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from game.online.messages import SeasonCase, SeasonRow
    from game.terminal.keyboard import Keyboard
    from game.terminal.page import Page

__all__ = ["Pick", "choose", "offered", "picked_by_name"]

_ANSWER = re.compile(r"([0-9]{1,4})[.)]?")


class Pick(NamedTuple):
    """A case of a season."""

    season: SeasonRow
    case: SeasonCase


def offered(seasons: Sequence[SeasonRow], now_ms: int) -> tuple[Pick, ...]:
    """What can be played now: what was left open first, the cases of the newest season before those of others."""
    running = [each for each in seasons if each.state == "open" and each.starts_ms <= now_ms < each.ends_ms]
    found = [Pick(season, case) for season in running for case in season.cases]
    return tuple(sorted(found, key=lambda pick: pick.case.open_session is None))


def picked_by_name(picks: Sequence[Pick], name: str) -> Pick | None:
    """The first that is of a case, by its id or title."""
    folded = name.casefold()
    return next((each for each in picks if folded in (each.case.scenario.casefold(), each.case.title.casefold())), None)


def choose(page: Page, keyboard: Keyboard, seasons: Sequence[SeasonRow]) -> Pick | None:
    """List what there is, and ask; None where the player leaves, or there is nothing.

    Raises:
        InputEnded: nothing more will be typed.
    """
    now_ms = time.time_ns() // 1_000_000
    picks = offered(seasons, now_ms)
    page.gap()
    if not picks:
        page.say(_("No season is open in which you could play."))
        return None
    for line in _lines(picks, now_ms):
        page.say(line)
    page.gap()
    while True:
        answer = meant(keyboard.ask(_("Which one? Type its number, or quit:")))
        if answer in QUIT:
            return None
        typed = _ANSWER.fullmatch(answer)
        if typed is not None and 1 <= int(typed[1]) <= len(picks):
            return picks[int(typed[1]) - 1]
        if answer in HELP:
            page.say(_("Type the number of a case and press Enter; quit, or q, to leave."))
        else:
            page.say(_("Please type a number from 1 to {last}, or ? for help.", last=len(picks)))


def _lines(picks: Sequence[Pick], now_ms: int) -> Iterator[str]:
    season = None
    for number, pick in enumerate(picks, 1):
        if pick.season.slug != season:
            season = pick.season.slug
            yield _("Season {title}. {ends}", title=pick.season.title, ends=ends_words(pick.season, now_ms))
        told = [f"{number}. {pick.case.title}.", attempts_words(pick.case, pick.season)]
        if best_words(pick.case):
            told.append(f"{best_words(pick.case)}.")
        if pick.case.is_open_book:
            told.append(book_words())
        yield " ".join(told)
