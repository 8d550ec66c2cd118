"""How things stand for somebody who has heard so much and no more: mood, time of the case, promises."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.session.view import Later, Pledged, Said

if TYPE_CHECKING:
    from game.scenario.times import Moment
    from game.session.view import Debt, View

__all__ = ["told_debts", "told_moment", "told_mood"]


def told_mood(view: View, shown: int) -> int:
    """The mood of whom one faces; while lines are still to appear, that of the last one they said."""
    if shown < len(view.said):
        for entry in reversed(view.said[:shown]):
            if isinstance(entry, Said) and entry.who == view.facing.key and entry.mood is not None:
                return entry.mood
    return view.facing.mood


def told_moment(view: View, former: View, shown: int) -> Moment:
    """How late it is in the case; while lines are still to appear, as late as was said since the last decision.

    Args:
        view: the session as it stands.
        former: as it stood before the last decision.
        shown: how many entries were told.
    """
    if shown >= len(view.said):
        return view.now
    jumps = [entry.now for entry in view.said[len(former.said) : shown] if isinstance(entry, Later)]
    return jumps[-1] if jumps else former.now


def told_debts(view: View, former: View, shown: int) -> tuple[Debt, ...]:
    """The promise ledger; while lines are still to appear, as it stood before, until a promise or a jump is told."""
    fresh = view.said[len(former.said) : shown]
    is_told = shown >= len(view.said) or any(isinstance(entry, Pledged | Later) for entry in fresh)
    return view.debts if is_told else former.debts
