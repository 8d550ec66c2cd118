"""What somebody has played on a server."""

from __future__ import annotations

from game.records.database.connection import Database
from game.records.league.attempts import attempts
from tests.records.league.rounds import Round, new_player

BEST = ("Look into the notes.", "Tell me all of it.", "I call you back by tomorrow.", "Call him.")


def test_attempts_are_told_the_last_first(league_database: Database) -> None:
    """Open ones without a result, finished ones with theirs, counted by themselves; of nobody else."""
    round_ = Round(league_database)
    played = round_.begin()
    for each in BEST:
        played = round_.say(played, each)
    round_.now += 1_000
    opened = round_.begin()
    with league_database.writing() as c:
        other = new_player(c, "Kim")
    round_.begin(player=other)
    with league_database.reading() as c:
        last, first = attempts(c, round_.player)
    assert (last.session, last.state, last.attempt, last.result) == (opened.session, "open", 2, None)
    assert (first.session, first.state, first.attempt, first.season) == (played.session, "finished", 1, "spring")
    assert first.result == played.result
    assert (first.scenario, first.revision, first.mode) == ("callback", round_.revision, "ranked")
    assert last.started_ms > first.started_ms
