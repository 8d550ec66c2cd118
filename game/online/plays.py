"""What there is to play on a server, and what for, as values: Home shows them, and waits for nothing to be imported."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping

    from game.online.messages import AroundMe, Me, SeasonCase, SeasonRow

__all__ = ["News", "RankedPlay", "play_of", "running"]


class News(NamedTuple):
    """What a server tells of whoever plays, all at once."""

    me: Me
    seasons: tuple[SeasonRow, ...]
    places: Mapping[str, AroundMe]
    """Their place on the board of each season that runs and whose boards they joined, by its slug."""


class RankedPlay(NamedTuple):
    """A case that can be played on the server, and what for."""

    scenario: str
    title: str
    season: SeasonRow | None = None
    """None where it is played for an assignment alone."""
    case: SeasonCase | None = None
    """How far somebody is with it in that season."""


def running(seasons: tuple[SeasonRow, ...], now_ms: int) -> list[SeasonRow]:
    """The seasons in which one can play now."""
    return [each for each in seasons if each.state == "open" and each.starts_ms <= now_ms < each.ends_ms]


def play_of(news: News, scenario: str, title: str, now_ms: int) -> RankedPlay:
    """What a case is played for: a season that runs and has it, before an assignment."""
    for season in running(news.seasons, now_ms):
        for case in season.cases:
            if case.scenario == scenario:
                return RankedPlay(scenario, case.title, season, case)
    return RankedPlay(scenario, title)
