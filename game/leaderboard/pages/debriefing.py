"""A debrief as values for its page: the ending, the score, where points went, each decision, the two ways."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from game.debrief.figures import (
    cost_words,
    dimension_words,
    option_words,
    points_by_dimension,
    points_words,
    split_words,
)
from game.debrief.needs import need_words, wanting_words
from game.debrief.reckoning import reckoning, signed, stairs, sum_of
from game.debrief.wording import (
    dearer_words,
    decision_count_words,
    end_words,
    fault_lines,
    grade_words,
    habit_title,
    later_words,
    mode_words,
    outcome_words,
    passed_words,
    scales_words,
    tied,
    unsolved_lines,
    vow_lines,
)
from game.leaderboard.pages.item import Item
from game.leaderboard.pages.two_ways import two_ways
from game.records.medals import earned_medal, medal_line, medal_words, next_medal_words, own_best_words
from game.records.results import MEDALS
from game.scenario.model import DIMENSIONS
from game.scenario.names import CUSTOMER, NARRATOR, YOU
from game.session.view import Said
from game.texts import _
from game.texts.moods import mood_words

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from game.debrief import Consequence, Debrief, Decided, Grade, Option
    from game.debrief.fork import Need
    from game.scenario.habits import Habit

__all__ = ["GRADE_TONES", "debrief_values", "remarks"]

GRADE_TONES: dict[Grade, str] = {"best": "good", "good": "good", "slip": "warn", "mistake": "bad", "blunder": "bad"}
_OUTCOMES = {"lost": ("lost", "bad"), "kept": ("kept", "good"), "delighted": ("charmed", "good")}
_ENDS = {
    "kept": ("kept", "good"),
    "broken": ("broken", "bad"),
    "released": ("released", "mute"),
    "open": ("open", "warn"),
}
_FEW = 14
"""Decisions up to which all of a case that was not solved stand open."""


def debrief_values(debrief: Debrief, habits: Mapping[str, Habit], own_best: int | None) -> dict[str, Any]:
    """Everything the page tells, but for the curve.

    Args:
        debrief: of the play.
        habits: the known habits, by key.
        own_best: the player's best score of this case beside this play; None without one.
    """
    return {
        "debrief": debrief,
        "ending": _ending(debrief),
        "why": _why(debrief),
        "facts": _facts(debrief),
        "score": _score(debrief, own_best),
        "bare": _bare(debrief),
        "stairs": _stairs(debrief),
        "vows": _vows(debrief),
        "habits": _habits(debrief, habits),
        "decisions": [_decision(debrief, number) for number in range(1, len(debrief.decisions) + 1)],
        "beside": two_ways(debrief),
    }


def remarks(debrief: Debrief, own_best: int | None) -> tuple[str, ...]:
    """What is said beside the score where the debrief is saved as text."""
    found = (medal_line(debrief), next_medal_words(debrief), own_best_words(debrief, own_best))
    return tuple(words for words in found if words)


# --- how it ended -----------------------------------------------------------------------------------------------------


def _ending(debrief: Debrief) -> dict[str, Any]:
    ending = debrief.ending
    last = [entry for entry in debrief.parts[-1].entries if isinstance(entry, Said) and entry.who == CUSTOMER]
    if ending is None:
        words = _("So there is no score; what you decided is explained below.")
        return {"title": _("Not played to an ending"), "outcome": None, "text": words, "last": None}
    mark, tone = _OUTCOMES[ending.outcome]
    return {
        "title": ending.title,
        "outcome": Item(mark, outcome_words(ending.outcome), tone),
        "text": ending.text,
        "last": Item("chat", last[-1].text, "accent", _("The last words of {name}", name=last[-1].name))
        if last
        else None,
    }


def _why(debrief: Debrief) -> list[tuple[str, list[Item]]]:
    """A list of reasons, and one for each ending that was missed."""
    if debrief.fork is None:
        return []
    found = []
    if debrief.fork.reasons:
        title = _("It came to this ending because of this:")
        found.append((title, [_need(need, is_missed=False) for need in debrief.fork.reasons]))
    for other in debrief.fork.missed:
        title = _("The ending “{title}” would have needed:", title=other.title)
        found.append((title, [_need(need, is_missed=True) for need in other.needs]))
    return found


def _need(need: Need, *, is_missed: bool) -> Item:
    words = wanting_words(need) if is_missed and not need.is_met else need_words(need)
    if need.is_met is None:
        return Item("next", words)
    return Item("good", words, "good") if need.is_met else Item("close", words, "bad")


def _facts(debrief: Debrief) -> list[Item]:
    found = [
        Item("sliders", mode_words(debrief.head.mode)),
        Item("shelf", decision_count_words(len(debrief.decisions))),
    ]
    elapsed = debrief.decisions[-1].elapsed if debrief.decisions else 0
    if elapsed:
        found.append(Item("clock", _("{duration} in the case", duration=passed_words(elapsed))))
    if not debrief.has_timers:
        found.append(Item("timer", _("Played without time limits."), "warn"))
    return found


# --- the score --------------------------------------------------------------------------------------------------------


def _score(debrief: Debrief, own_best: int | None) -> dict[str, Any] | None:
    scores = debrief.scores
    if scores is None or debrief.best is None or debrief.worst is None:
        return None
    return {
        "total": scores.total,
        "medal": earned_medal(debrief),
        "medal_words": medal_words(earned_medal(debrief)) if earned_medal(debrief) else "",
        "is_flawless": debrief.lost == 0,
        "scales": scales_words(debrief),
        "next": next_medal_words(debrief),
        "own_best": own_best_words(debrief, own_best),
        "best_share": None if own_best is None else own_best / 1000,
        "medals": [(medal, medal_words(medal), least, scores.total >= least) for medal, least in MEDALS.items()][::-1],
        "rings": [_ring(debrief, dimension) for dimension in DIMENSIONS],
        "dearer": dearer_words(debrief),
    }


def _ring(debrief: Debrief, dimension: str) -> dict[str, Any]:
    values = {
        "points": points_words(getattr(debrief.points, dimension)),
        "worst": signed(getattr(debrief.worst, dimension)),
        "best": signed(getattr(debrief.best, dimension)),
    }
    return {
        "name": dimension_words(dimension),
        "score": getattr(debrief.scores, dimension),
        "scope": _("{points} ({worst} to {best})", **values),
    }


def _bare(debrief: Debrief) -> list[str]:
    """The points, where there can be no score."""
    words = _("{dimension}: {points}")
    told = [
        words.format(dimension=dimension_words(each), points=points_words(getattr(debrief.points, each)))
        for each in DIMENSIONS
    ]
    return [*told, _("Together: {points}.", points=points_words(debrief.points.total)), *unsolved_lines(debrief)]


# --- where the points went --------------------------------------------------------------------------------------------


def _stairs(debrief: Debrief) -> dict[str, Any] | None:
    """Bars from the best total down to the play's own; None for a play without an ending, or a case not solved."""
    if debrief.best is None or debrief.worst is None or not debrief.is_complete:
        return None
    high, worst, own = debrief.best.total, debrief.worst.total, debrief.points.total
    low = min(worst, 0)
    whole = max(1, max(high, 0) - low)

    def bar(words: str, figure: str, span: tuple[int, int], tone: str, *, is_total: bool = False) -> dict[str, Any]:
        begin, end = ((total - low) / whole for total in span)
        return {
            "words": words,
            "figure": figure,
            "begin": begin,
            "share": end - begin,
            "tone": tone,
            "is_total": is_total,
        }

    bars = [bar(_("The best play"), signed(high), (min(0, high), max(0, high)), "good", is_total=True)]
    for step in stairs(debrief):
        grade = "" if step.grade is None else grade_words(step.grade)
        tone = GRADE_TONES.get(step.grade, "warn") if step.grade else "warn"
        words = _("Decision {number}, {grade}", number=step.number, grade=grade)
        bars.append(bar(words, signed(-step.loss), (step.after, step.before), "warn" if tone == "good" else tone))
    bars.append(bar(_("Your play"), signed(own), (min(0, own), max(0, own)), "accent", is_total=True))
    bars.append(bar(_("The worst play"), signed(worst), (min(0, worst), max(0, worst)), "mute", is_total=True))
    return {"bars": bars, "zero": (0 - low) / whole, "sum": sum_of(debrief), "sum_words": reckoning(debrief)}


def _vows(debrief: Debrief) -> list[dict[str, Any]]:
    made = [vow for vow in debrief.promises if vow.end != "never made"]
    made.sort(key=lambda vow: (vow.made.decision if vow.made else 0, vow.name))
    return [
        {
            "end": Item(_ENDS[vow.end][0], end_words(vow.end), _ENDS[vow.end][1]),
            "text": vow.text,
            "lines": [*vow_lines(vow)],
        }
        for vow in made
    ]


def _habits(debrief: Debrief, habits: Mapping[str, Habit]) -> list[Item]:
    shown = [(habits[key], numbers) for key, numbers in debrief.habits.items() if key in habits]
    shown.sort(key=lambda pair: pair[0].kind != "virtue")
    looks = {"virtue": ("good", "good"), "vice": ("mistake", "bad")}
    return [
        Item(looks[habit.kind][0], habit.text, looks[habit.kind][1], habit_title(habit, numbers))
        for habit, numbers in shown
    ]


# --- each decision ----------------------------------------------------------------------------------------------------


def _decision(debrief: Debrief, number: int) -> dict[str, Any]:
    decided = debrief.decisions[number - 1]
    best = decided.best if decided.best is not None and decided.best.name != decided.taken.name else None
    before = debrief.decisions[number - 2].mood if number > 1 else debrief.mood
    is_open = decided.regret != 0 and (debrief.best is not None or len(debrief.decisions) <= _FEW)
    return {
        "number": number,
        "grade": decided.grade,
        "tone": "accent" if decided.grade is None else GRADE_TONES[decided.grade],
        "title": _title(decided, number),
        "words": option_words(decided.taken, debrief.language),
        "is_open": is_open,
        "heard": _heard(debrief, number),
        "said": _said_words(decided.taken),
        "consequences": [item for each in decided.consequences for item in _consequence(each)],
        "best": None if best is None else _better(decided, best, debrief.language),
        "mood": _mood(before, decided.mood),
        "split": split_words(decided),
        "faults": [*fault_lines(debrief, number)],
        "tied": tied(debrief, number),
    }


def _title(decided: Decided, number: int) -> str:
    if decided.grade is None:
        return _("Decision {number}", number=number)
    values = {"grade": grade_words(decided.grade), "cost": cost_words(decided)}
    title = _("{grade}, {cost}", **values) if decided.regret != 0 else values["grade"]
    return title[:1].upper() + title[1:]


def _heard(debrief: Debrief, number: int) -> Item | None:
    """What was said to the trainee last before a decision."""
    others = [
        entry
        for entry in debrief.parts[number - 1].entries
        if isinstance(entry, Said) and entry.who not in (NARRATOR, YOU)
    ]
    return Item("chat", others[-1].text, "mute", others[-1].name) if others else None


def _said_words(taken: Option) -> str:
    if not taken.words:
        return _("You said nothing; the time ran out.")
    return _("You said") if taken.is_spoken else _("You did this")


def _consequence(consequence: Consequence) -> Iterator[Item]:
    if consequence.cause == "kept":
        yield Item("kept", consequence.text, "accent", _("Promise kept"))
    elif consequence.cause == "broken":
        yield Item("broken", consequence.text, "accent", _("Promise broken"))
    if points := points_by_dimension(consequence.points):
        yield Item("", points, kind="points")
    if consequence.because:
        yield Item("coach", consequence.because, "accent", _("Why"))
    for feeling in consequence.feels:
        title = _("What {name} thought and did not say", name=feeling.name)
        yield Item("thought", feeling.words, "accent", title)


def _better(decided: Decided, best: Option, language: str) -> dict[str, Any]:
    return {
        "words": option_words(best, language),
        "points": points_by_dimension(best.points),
        "why": " ".join(best.reasons),
        "later": later_words(decided.later) if decided.later else "",
    }


def _mood(before: int, after: int) -> dict[str, Any] | None:
    if before == after:
        return None
    was, now = mood_words(before), mood_words(after)
    return {
        "value": after,
        "words": _("more {mood}", mood=now) if was == now else _("{before} → {after}", before=was, after=now),
        "aloud": _("The customer was {mood}, and then even more so.", mood=now)
        if was == now
        else _("The customer went from {before} to {after}.", before=was, after=now),
    }
