"""How the lost points add up: from the best total down to a play's own, a step for each decision that lost some."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from game.texts import _

if TYPE_CHECKING:
    from collections.abc import Iterator

    from game.debrief.debrief import Debrief, Grade

__all__ = ["MINUS", "Stair", "reckoning", "signed", "stairs", "sum_of"]

MINUS = "\u2212"
"""A true minus."""


class Stair(NamedTuple):
    """A decision that lost points."""

    number: int
    """Counted from 1."""
    grade: Grade | None
    before: int
    """The best total there could still be before it."""
    after: int
    """The same after it."""

    @property
    def loss(self) -> int:
        """How many it lost."""
        return self.before - self.after


def stairs(debrief: Debrief) -> tuple[Stair, ...]:
    """The steps down, in order; none without a best total, and from a decision into a trap on."""
    return tuple(_stairs(debrief))


def _stairs(debrief: Debrief) -> Iterator[Stair]:
    if debrief.best is None:
        return
    total = debrief.best.total
    for number, decided in enumerate(debrief.decisions, 1):
        if decided.regret is None:
            return
        if decided.regret:
            yield Stair(number, decided.grade, total, total - decided.regret)
            total -= decided.regret


def sum_of(debrief: Debrief, minus: str = MINUS) -> str:
    """The sum, as in "8 − 7 − 1 = 0"; empty where nothing was lost, or the play is not complete.

    Args:
        debrief: of the play.
        minus: the sign, for those who cannot show a true one.
    """
    steps = stairs(debrief)
    if debrief.best is None or not debrief.lost or not steps:
        return ""
    losses = "".join(f" {minus} {step.loss}" for step in steps)
    return f"{_number(debrief.best.total, minus)}{losses} = {_number(debrief.points.total, minus)}"


def reckoning(debrief: Debrief, minus: str = MINUS) -> str:
    """The sum in a sentence; empty where there is none."""
    found = sum_of(debrief, minus)
    return _("The best play, less what each decision lost, is yours: {sum}.", sum=found) if found else ""


def signed(points: int, minus: str = MINUS) -> str:
    """Points with their sign; 0 has none."""
    return f"+{points}" if points > 0 else _number(points, minus)


def _number(points: int, minus: str) -> str:
    return f"{minus}{-points}" if points < 0 else str(points)
