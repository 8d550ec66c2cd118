"""One sitting at a session: opened, held, ended or left; and the debrief of what was played."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from game.debrief import review
from game.solver import TooManyStates, solve
from game.terminal.conversation import opening_lines
from game.terminal.invocation import in_language, invocation
from game.terminal.kept import KeptConversation
from game.texts import _
from game.texts.figures import grouped

if TYPE_CHECKING:
    from game.debrief import Debrief
    from game.records import Kept
    from game.session.journal import Journal
    from game.session.playbook import Playbook
    from game.terminal.conversation import Left
    from game.terminal.keyboard import Keyboard
    from game.terminal.page import Page
    from game.terminal.stopwatch import Stopwatch

__all__ = ["INTERRUPTED", "Desk", "debriefed", "sit"]

INTERRUPTED = 130
_CODES: dict[Left, int] = {"ended": 0, "quit": 0, "stuck": 1, "input ended": 3}


class Desk(NamedTuple):
    """Where a session is held."""

    page: Page
    keyboard: Keyboard
    watch: Stopwatch


def sit(kept: Kept, desk: Desk) -> int:
    """Play a session until it ends or is left; the answer is the exit code."""
    page = desk.page
    conversation = KeptConversation(kept, page, desk.keyboard, desk.watch)
    _open(kept, page)
    try:
        left = conversation.hold()
    except KeyboardInterrupt:
        page.end_line()
        _tell_kept(kept, page)
        return INTERRUPTED
    if left != "ended":
        _tell_kept(kept, page, is_stuck=left == "stuck")
    return _CODES[left]


def debriefed(book: Playbook, journal: Journal, page: Page) -> Debrief:
    """A journal's debrief; a case too large to be solved is told, and debriefed without scores."""
    try:
        solution = solve(book)
    except TooManyStates as many:
        page.say(
            _(
                "This case can stand in more than {limit} ways, too many to find its best play: there are no scores.",
                limit=grouped(many.limit),
            )
        )
        solution = None
    return review(book, solution, journal)


def _open(kept: Kept, page: Page) -> None:
    page.gap()
    for line in opening_lines(kept.session):
        page.say(line)
    head = kept.session.journal.head
    if head.mode == "practice":
        page.say(_("This is practice: the coach speaks after each decision, and you can take decisions back."))
    else:
        page.say(_("This play is graded: the coach speaks at the end."))
    if not kept.session.journal.has_timers:
        page.say(_("The timers are off; the debrief will say so."))
    if kept.note is not None:
        page.say(kept.note)
    page.gap()


def _tell_kept(kept: Kept, page: Page, *, is_stuck: bool = False) -> None:
    page.gap()
    if kept.path is None:
        page.say(_("Nothing of this session is kept."))
    elif kept.is_empty:
        kept.discard()
        page.say(_("Nothing has been decided yet, so nothing is kept."))
    elif is_stuck:
        page.say(_("What you decided is kept in {path}.", path=kept.path))
    elif kept.is_kept:
        page.say(
            _(
                "Your session is kept. To go on with it: {command}",
                command=invocation("--terminal", *in_language(kept.book)),
            )
        )
    else:
        page.say(_("Your session is kept up to where it could be written."))
    page.flush()
