"""A board: who stands at its top, and who next to the player; or the teams."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.online.wording import ahead_words, book_words, standing_words
from game.texts import _
from game.texts.figures import grouped
from game.window.screens.boards.place import Place
from game.window.screens.people.draft import look_in_words
from game.window.widgets.boxes import Column
from game.window.widgets.card import Card
from game.window.widgets.chip import Marked
from game.window.widgets.label import Heading, Label
from game.window.widgets.widget import Live, Role

if TYPE_CHECKING:
    from collections.abc import Sequence

    from game.online.club import Board
    from game.online.messages import PersonRow, TeamRow
    from game.window.widgets.widget import Widget

__all__ = ["board_card"]

_SHOWN, _SHORT = 10, 5
"""Of the top; who stands below finds themselves among their neighbours, and sees fewer of it."""


def board_card(title: str, board: Board | None, chooser: Sequence[Widget]) -> Card:
    """One board, below what chooses it; None while it is asked for."""
    lines: list[Widget] = [Heading(title, size=19), *chooser]
    if board is None:
        lines.append(Label(_("One moment."), colour="mute"))
    elif board.teams is not None:
        lines += _teams(board.teams.rows)
    elif board.people is not None:
        if board.people.is_open_book:
            lines.append(Marked("shelf", book_words(), colour="mute", size=14))
        lines += _people(board)
    return Card(title, *lines, padding=20, gap=14)


def _people(board: Board) -> list[Widget]:
    top = [] if board.people is None else list(board.people.rows)
    around = [] if board.around is None else list(board.around.rows)
    if not top:
        return [Label(_("Nobody stands here yet. Whoever joins the board and plays first leads it."), colour="mute")]
    is_below = board.around is not None and (board.around.rank or 0) > _SHOWN
    shown = top[: _SHORT if is_below else _SHOWN]
    told: list[Widget] = []
    if board.around is not None:
        told.append(Label(standing_words(board.around), weight="semi", live=Live.POLITE))
        ahead = ahead_words(board.around)
        if ahead:
            told.append(Label(ahead, size=15, colour="mute"))
    told.append(_rows(_("The first places"), shown))
    known = {(each.rank, each.pseudonym) for each in shown}
    near = [each for each in around if (each.rank, each.pseudonym) not in known]
    if near:
        name = _("You and your neighbours")
        told += [Heading(name, size=16, level=3), _rows(name, near)]
    return told


def _teams(rows: Sequence[TeamRow]) -> list[Widget]:
    words = _("Teams stand here from three members on their board; small ones are drawn towards the mean of all.")
    if not rows:
        return [
            Label(_("No team has three members on this board yet."), colour="mute"),
            Label(words, size=14, colour="mute"),
        ]
    places: list[Widget] = []
    for row in rows:
        members = _("{count} members", count=row.members)
        score = grouped(round(row.score))
        values = {"rank": row.rank, "name": row.team, "score": score, "words": members}
        told = _("Number {rank}: {name}, {score} of 1000, {words}.", **values)
        told = _("{place} This is your team.", place=told) if row.is_yours else told
        places.append(Place(row.rank, row.team, members, score, told, look=None, is_own=row.is_yours))
    return [Column(_("The teams"), *places, gap=4, role=Role.LIST), Label(words, size=14, colour="mute")]


def _rows(name: str, rows: Sequence[PersonRow]) -> Column:
    return Column(name, *(_person(row) for row in rows), gap=4, role=Role.LIST)


def _person(row: PersonRow) -> Place:
    words = row.team or ""
    values = {"rank": row.rank, "name": row.pseudonym, "score": row.score}
    if words:
        told = _("Number {rank}: {name}, {score} of 1000, {words}.", words=words, **values)
    else:
        told = _("Number {rank}: {name}, {score} of 1000.", **values)
    told = _("{place} That is you.", place=told) if row.is_you else told
    look = look_in_words(row.look, row.pseudonym)
    return Place(row.rank, row.pseudonym, words, str(row.score), told, look=look, is_own=row.is_you)
