"""A case played by named choices, without asking."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.session.journal import Decision, Head, Journal
from game.session.replay import replay
from game.session.state import Stop
from game.session.telling import tell
from game.terminal.conversation import stuck_line
from game.terminal.part import tell_entries
from game.texts import _

if TYPE_CHECKING:
    from collections.abc import Iterable

    from game.session.journal import Mode
    from game.session.playbook import Playbook
    from game.terminal.page import Page

__all__ = ["scripted", "tell_played"]


def scripted(book: Playbook, scenario: str, mode: Mode, names: Iterable[str]) -> Journal:
    """The journal of a play by names; it is nobody's session, so no time stands in it and no file holds it."""
    head = Head(scenario=scenario, revision=book.revision, seed=0, mode=mode, started="")
    return Journal(head, tuple(Decision(name, 0) for name in names))


def tell_played(page: Page, book: Playbook, journal: Journal) -> bool:
    """Print the conversation as far as the choices are right; whether they all were, and the case held."""
    played = replay(book, journal.records)
    tell_entries(page, tuple(tell(book, played.steps)), book.scenario.you.name)
    stop = played.steps[-1].stop
    if stop is not None and stop is not Stop.ENDED:
        page.gap()
        page.say(stuck_line(stop))
    elif stop is None and played.refused is None:
        page.gap()
        page.say(_("The choices that were named end here; the case goes on."))
    page.flush()
    return played.refused is None and stop in (None, Stop.ENDED)
