"""Whatever happens, boards are as a rebuild would make them, and ranks as a count by hand."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import select

from game.records.database.tables import BOARDS, SCORE_HIST, STANDINGS, TEAM_TOTALS
from game.records.league import boards
from game.records.league.expected import reached_ms
from game.records.league.rebuild import differences, rebuild
from tests.leagues import emptied
from tests.records.league.sheet import LASTS, MODES, Sheet, Stand

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from game.records.database.connection import Database

WHO = st.integers(0, 4)
WHERE = st.integers(0, 1)
HAPPENINGS = st.one_of(
    st.tuples(
        st.just("play"),
        WHERE,
        WHO,
        st.integers(0, 2),
        st.one_of(st.none(), st.sampled_from([0, 499, 500, 501, 1000])),
        st.sampled_from([*MODES, "graded"]),
        st.booleans(),
        st.booleans(),
        st.integers(0, 3),
    ),
    st.tuples(st.just("enter"), WHERE, WHO),
    st.tuples(st.just("leave"), WHERE, WHO),
    st.tuples(st.just("move"), WHO, st.one_of(st.none(), st.integers(0, 1))),
    st.tuples(st.just("erase"), WHO),
    st.tuples(st.just("wait"), st.sampled_from([1, LASTS])),
)


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(happenings=st.lists(HAPPENINGS, max_size=30))
def test_boards_are_what_their_sessions_make(league_database: Database, happenings: list[tuple[Any, ...]]) -> None:
    """After any plays, joins, leaves, changes of teams and erasures, in a season and after it."""
    emptied(league_database)
    with league_database.writing() as c:
        sheet = Sheet().lay_out(c, seasons=2, teams=2, players=5)
        for season in sheet.seasons:
            for player in sheet.players[:3]:
                sheet.enter(c, season, player)
    for happening in happenings:
        with league_database.writing() as c:
            _happen(c, sheet, *happening)
    with league_database.reading() as c:
        assert differences(c) == []
        _look_through(c, sheet)
    with league_database.writing() as c:
        kept = _kept(c)
        assert rebuild(c).changed == ()
        for table in (STANDINGS, SCORE_HIST, TEAM_TOTALS):
            c.execute(table.delete())
        assert len(rebuild(c).changed) == len({row[0] for row in kept[0]})
        assert _kept(c) == kept


def _happen(c: Connection, sheet: Sheet, what: str, *how: Any) -> None:
    """Have it happen; who was erased is there again as somebody new."""
    match what, how:
        case "play", (season, who, case, score, mode, counts, was_rewound, later):
            sheet.play(
                c,
                sheet.seasons[season],
                sheet.players[who],
                sheet.cases[case],
                score,
                mode=mode,
                counts=counts,
                was_rewound=was_rewound,
                ended_ms=sheet.now_ms + later,
            )
        case "enter", (season, who):
            sheet.enter(c, sheet.seasons[season], sheet.players[who])
        case "leave", (season, who):
            sheet.leave(c, sheet.seasons[season], sheet.players[who])
        case "move", (who, team):
            sheet.move(c, sheet.players[who], None if team is None else sheet.teams[team])
        case "erase", (who,):
            sheet.erase(c, sheet.players[who])
            sheet.add_player(c)
        case "wait", (ms,):
            sheet.now_ms += ms


def _look_through(c: Connection, sheet: Sheet) -> None:
    """Compare every board with who should stand there, worked out by hand."""
    there = {(row.season, row.scope, row.mode): row.id for row in c.execute(select(BOARDS))}
    for season in sheet.seasons:
        for scope in ("season", *sheet.cases):
            for mode in MODES:
                due = sheet.standing(season, scope, mode)
                board = there.get((season, scope, mode))
                assert board is not None or not due
                if board is not None:
                    _look_at(c, board, due)


def _look_at(c: Connection, board: int, due: list[Stand]) -> None:
    ranks = [1 + sum(other.score > each.score for other in due) for each in due]
    rows = c.execute(select(STANDINGS).where(STANDINGS.c.board == board).order_by(STANDINGS.c.sort_key)).all()
    stands = [Stand(row.player, row.score, reached_ms(row.sort_key), row.team) for row in rows]
    assert sorted(stands) == sorted(due)
    assert boards.count(c, board) == len(due)
    page = boards.top(c, board)
    shown = max(boards.LEAST_SHOWN, (len(due) + 1) // 2)
    assert [(row.rank, row.player, row.score) for row in page.rows] == [
        (rank, each.player, each.score) for rank, each in zip(ranks, due, strict=True) if rank <= shown
    ]
    for place, each in enumerate(due):
        assert boards.rank(c, board, each.player) == ranks[place]
        near = boards.around(c, board, each.player, 1)
        assert [row.player for row in near] == [other.player for other in due[max(0, place - 1) : place + 2]]
        assert [row.rank for row in near] == ranks[max(0, place - 1) : place + 2]


def _kept(c: Connection) -> tuple[list[tuple[Any, ...]], ...]:
    return (
        sorted(map(tuple, c.execute(select(STANDINGS).where(STANDINGS.c.board > 0))), key=str),
        sorted(map(tuple, c.execute(select(SCORE_HIST).where(SCORE_HIST.c.n != 0)))),
        sorted(map(tuple, c.execute(select(TEAM_TOTALS).where(TEAM_TOTALS.c.members != 0)))),
    )
