"""The rules of the checker, in the order in which they are asked."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from game.trainer.check import (
    choice_without_id,
    fact_never_asked,
    fact_never_set,
    names_alike,
    person_never_met,
    promise_never_kept,
    promise_never_made,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from game.diagnostics import Diagnostic
    from game.trainer.check.case import Case

__all__ = ["RULES", "Rule"]


Rule = Callable[["Case"], "Iterator[Diagnostic]"]
"""Looks for one kind of mistake."""

RULES: Sequence[Rule] = (
    names_alike.check,
    fact_never_asked.check,
    fact_never_set.check,
    promise_never_made.check,
    promise_never_kept.check,
    person_never_met.check,
    choice_without_id.check,
)
