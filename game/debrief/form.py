"""A debrief as plain values, for JSON: the names other programs read."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from game.debrief.debrief import Debrief, Decided

__all__ = ["form"]


def form(debrief: Debrief) -> dict[str, object]:
    """The debrief as dicts, lists, texts and numbers."""
    points, refused, ending = debrief.points, debrief.refused, debrief.ending
    return {
        "scenario": debrief.head.scenario,
        "revision": debrief.head.revision,
        "mode": debrief.head.mode,
        "complete": debrief.is_complete,
        "ending": None if ending is None else debrief.scene,
        "outcome": None if ending is None else ending.outcome,
        "points": {**points._asdict(), "total": points.total},
        "scores": None if debrief.scores is None else debrief.scores._asdict(),
        "decisions": [_decision(decided) for decided in debrief.decisions],
        "promises": {vow.name: vow.end for vow in debrief.promises},
        "refused": None if refused is None else {**refused._asdict(), "available": list(refused.available)},
    }


def _decision(decided: Decided) -> dict[str, object]:
    return {
        "choice": decided.taken.name,
        "points": decided.points.total,
        "regret": decided.regret,
        "grade": decided.grade,
        "best": None if decided.best is None else decided.best.name,
        "elapsed_s": decided.elapsed,
        "mood": decided.mood,
    }
