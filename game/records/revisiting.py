"""Opening a play that came to its end once more, to look at it: nothing of it is changed."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from game.records.revisions import playbook
from game.records.sessions import Kept
from game.records.shelf import read
from game.records.trouble import Trouble
from game.session.state import Stop
from game.texts import _

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from game.scenario.model import Scenario

__all__ = ["revisit"]


def revisit(path: Path, told: Callable[[str, Scenario], Scenario] | None = None) -> Kept:
    """The play in a journal as it ended, which keeps nothing more; `told` tells a case, by its id, in other words.

    Raises:
        Trouble: it cannot be shown any more, and why.
    """
    if not path.exists():
        raise Trouble(_("The journal of this play is gone, so it cannot be shown again ({file}).", file=path.name))
    journal = read(path).journal
    if journal is None:
        raise Trouble(_("The journal cannot be read: its first line is damaged."))
    case = journal.head.scenario
    book = playbook(journal.head.revision, path, None if told is None else partial(told, case))
    try:
        kept = Kept(book, journal.head, None, journal.records)
    except (ValueError, LookupError):  # forged: its hash is right, and yet no reader let it pass
        raise Trouble(_("The copy of the case it was played on is no case that can be played.")) from None
    if kept.session.view.stop is not Stop.ENDED:
        raise Trouble(_("The journal of this play is damaged: it does not reach the ending any more."))
    return kept
