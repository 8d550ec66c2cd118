"""Sending plays of this machine to the practice board of a season, where somebody said so."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.online.faults import Foreign, NoAnswer, Refusal
from game.online.plays import running
from game.session.journal import read_journal

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from game.online.league import League
    from game.online.messages import SeasonRow

__all__ = ["sent"]


def sent(league: League, journals: Sequence[Path], now_ms: int) -> tuple[str, ...]:
    """Send journals; the names of those that need not be sent again.

    One that the server refuses, that is gone, or that is of a case no season has, need not either. Sent twice it
    counts once.
    """
    seasons = running(league.seasons(), now_ms)
    settled: list[str] = []
    for path in journals:
        try:
            _send(league, path, seasons)
        except (NoAnswer, Foreign):
            break
        settled.append(path.name)
    return tuple(settled)


def _send(league: League, path: Path, seasons: Sequence[SeasonRow]) -> None:
    try:
        text = path.read_bytes()
    except OSError:
        return
    journal = read_journal(text).journal
    if journal is None:
        return
    for season in seasons:
        if any(case.revision == journal.head.revision for case in season.cases):
            try:
                league.upload(text, season.slug)
            except Refusal:
                return
