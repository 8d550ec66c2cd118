"""What the server of whoever plays has for them: assignments, ranked plays left open, and the boards at a glance."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from game.online.plays import RankedPlay, play_of, running
from game.online.wording import assignment_words, attempts_words, ends_words, standing_words
from game.texts import _
from game.window.widgets.boxes import Column
from game.window.widgets.card import Card
from game.window.widgets.label import Heading, Label
from game.window.widgets.way import Way

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from game.online.messages import Assigned
    from game.online.plays import News
    from game.window.screens.home.doors import Doors
    from game.window.screens.home.reception import Reception
    from game.window.widgets.widget import Widget

__all__ = ["assignment_cards", "boards_way", "open_plays"]

_SHOWN = 3
"""Cases of an assignment that are offered at once."""


def open_plays(reception: Reception, doors: Doors, now: datetime) -> list[Widget]:
    """Ranked plays that were left open, each with the way on."""
    news, on_ranked = reception.news, doors.on_ranked
    if news is None or on_ranked is None:
        return []
    plays = [
        RankedPlay(case.scenario, case.title, season, case)
        for season in running(news.seasons, _ms(now))
        for case in season.cases
        if case.open_session is not None
    ]
    ways = [_open_way(play, on_ranked, f"ranked-{number}") for number, play in enumerate(plays)]
    title = _("Ranked, and not finished yet")
    return [Column(title, Heading(title, size=19), *ways, gap=10)] if ways else []


def assignment_cards(reception: Reception, doors: Doors, now: datetime) -> list[Widget]:
    """What the team is to play, as long as something of it is left; the next date first."""
    news, on_ranked = reception.news, doors.on_ranked
    if news is None or on_ranked is None:
        return []
    due = sorted((each for each in news.me.assignments if _is_left(each)), key=lambda each: each.due_ms)
    return [_assignment(each, news, on_ranked, _ms(now), number) for number, each in enumerate(due)]


def boards_way(reception: Reception, doors: Doors, now: datetime) -> list[Widget]:
    """To the boards, with the player's own place; or to the way there, for whoever has not joined a team."""
    if doors.on_boards is None or reception.is_first:
        return []
    if not reception.is_member:
        words = _("Join with a code, and compete as a team")
        return [Way(_("Boards"), words, "podium", doors.on_boards, key="boards")]
    return [Way(_("Boards"), _glance(reception.news, _ms(now)), "podium", doors.on_boards, key="boards")]


def _glance(news: News | None, now_ms: int) -> str:
    """A sentence or two of the season that runs."""
    seasons = () if news is None else running(news.seasons, now_ms)
    if not seasons or news is None:
        return _("Seasons, people and teams")
    season = seasons[0]
    place = news.places.get(season.slug)
    standing = ends_words(season, now_ms) if place is None else standing_words(place)
    return _("{season}: {standing}", season=season.title, standing=standing)


def _is_left(assigned: Assigned) -> bool:
    return any(not case.is_done for case in assigned.cases)


def _assignment(
    assigned: Assigned, news: News, on_ranked: Callable[[RankedPlay], None], now_ms: int, number: int
) -> Widget:
    left = [case for case in assigned.cases if not case.is_done]
    ways: list[Widget] = []
    for place, case in enumerate(left[:_SHOWN]):
        play = play_of(news, case.scenario, case.title, now_ms)
        words = "" if play.season is None or play.case is None else attempts_words(play.case, play.season)
        ways.append(Way(case.title, words, "podium", partial(on_ranked, play), key=f"assigned-{number}-{place}"))
    if len(left) > _SHOWN:
        more = len(left) - _SHOWN
        words = _("and 1 more") if more == 1 else _("and {count} more", count=more)
        ways.append(Label(words, size=14, colour="mute"))
    head = _("For your team")
    return Card(
        _("{what}: {title}", what=head, title=assigned.title),
        Heading(head, size=15, colour="accent"),
        Heading(assigned.title, size=19, level=3),
        Label(assignment_words(assigned, now_ms), size=16, colour="mute"),
        *ways,
        padding=20,
        gap=10,
    )


def _open_way(play: RankedPlay, on_ranked: Callable[[RankedPlay], None], key: str) -> Way:
    words = _("It goes on where you stopped.")
    if play.season is not None:
        words = _("{season}: it goes on where you stopped.", season=play.season.title)
    name = _("Go on with {title} (ranked)", title=play.title)
    return Way(play.title, words, "play", partial(on_ranked, play), key=key, name=name)


def _ms(now: datetime) -> int:
    return round(now.timestamp() * 1000)
