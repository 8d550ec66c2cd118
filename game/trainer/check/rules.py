"""The rules of the checker, in the order in which they are asked."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from game.trainer.check import (
    best_play_breaks_promise,
    best_play_needs_silence,
    catalogue_at_fault,
    choice_without_id,
    condition_always_holds,
    condition_never_holds,
    dead_end,
    dimension_one_sided,
    fact_never_asked,
    fact_never_set,
    false_choice,
    fault_pays,
    guessable,
    long_deadline,
    long_time_limit,
    long_wait,
    names_alike,
    outcome_missing,
    person_never_met,
    promise_cannot_be_kept,
    promise_cannot_break,
    promise_never_kept,
    promise_never_made,
    ring,
    same_words,
    scene_never_reached,
    scored_without_because,
    too_long_to_read,
    too_many_states,
    translation_fuzzy,
    translation_missing,
    translation_stale,
    trap,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from game.diagnostics import Diagnostic
    from game.trainer.check.case import Case

__all__ = ["PROVING", "RULES", "Rule"]


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
    dead_end.check,
    ring.check,
    trap.check,
    scene_never_reached.check,
    condition_never_holds.check,
    condition_always_holds.check,
    promise_cannot_be_kept.check,
    promise_cannot_break.check,
    best_play_breaks_promise.check,
    best_play_needs_silence.check,
    fault_pays.check,
    long_wait.check,
    long_deadline.check,
    too_many_states.check,
    scored_without_because.check,
    false_choice.check,
    dimension_one_sided.check,
    outcome_missing.check,
    guessable.check,
    too_long_to_read.check,
    long_time_limit.check,
    same_words.check,
    catalogue_at_fault.check,
    translation_stale.check,
    translation_fuzzy.check,
    translation_missing.check,
)

PROVING: Sequence[Rule] = (
    scene_never_reached.check,
    condition_never_holds.check,
    condition_always_holds.check,
    promise_cannot_be_kept.check,
    promise_cannot_break.check,
    best_play_breaks_promise.check,
    best_play_needs_silence.check,
    fault_pays.check,
    false_choice.check,
    dimension_one_sided.check,
    outcome_missing.check,
    guessable.check,
)
"""Those that tell what holds of all plays, or of the best: once more were possible, it might hold no longer."""
