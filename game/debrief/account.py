"""The debrief as lines of text: the score, where every lost point went, and why.

An empty line stands between parts. The terminal prints them, and what is saved as text is the same.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.debrief.needs import need_words, wanting_words
from game.debrief.parts import pairs
from game.debrief.reckoning import reckoning, sum_of
from game.debrief.transcript import ending_lines, entry_line
from game.debrief.wording import (
    dearer_words,
    end_words,
    fault_lines,
    grade_words,
    later_words,
    mode_words,
    outcome_words,
    scales_words,
    total_words,
    unsolved_lines,
    vow_lines,
)
from game.scenario.model import DIMENSIONS
from game.texts import _
from game.texts.moods import mood_words
from game.texts.quoting import quoted

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from game.debrief.debrief import Consequence, Debrief, Decided, Option
    from game.debrief.parts import Part
    from game.scenario.model import Habit
    from game.session.points import Points
    from game.session.replay import Refused

__all__ = ["account", "as_text", "refused_line"]


def account(
    debrief: Debrief, habits: Mapping[str, Habit], remarks: Iterable[str] = (), *, is_ending_told: bool = False
) -> Iterator[str]:
    """A debrief in lines.

    Args:
        debrief: of the play.
        habits: the known habits, by key.
        remarks: what is to be said beside the score, such as a medal.
        is_ending_told: the ending's title was just told.
    """
    mode = mode_words(debrief.head.mode)
    yield _("Debrief: {title} ({mode})", title=debrief.title, mode=mode)
    yield ""
    yield from _outcome(debrief, is_ending_told=is_ending_told)
    yield ""
    yield from _score(debrief)
    yield from remarks
    was_best = False
    for place, decided in enumerate(debrief.decisions):
        is_best = decided.regret == 0
        if not (is_best and was_best):
            yield ""
        yield from [_best_line(debrief, place)] if is_best else _decision(debrief, place)
        was_best = is_best
    for part in (_promises(debrief), _habits(debrief, habits), _best_way(debrief)):
        yield ""
        yield from part


def as_text(debrief: Debrief, habits: Mapping[str, Habit], remarks: Iterable[str] = ()) -> str:
    """The debrief as a text to be kept, a paragraph a line."""
    lines: list[str] = []
    for line in account(debrief, habits, (*unsolved_lines(debrief), *remarks)):
        if line or (lines and lines[-1]):  # never two empty ones
            lines.append(line)
    return "\n".join(lines).rstrip("\n") + "\n"


def refused_line(refused: Refused) -> str:
    """Why a choice could not be taken, and which could."""
    reason = {
        "unknown choice": _("the case has no choice of this name"),
        "not on offer": _("it is not on offer here"),
        "the case has ended": _("the case goes no further"),
        "nothing to take back": _("there is no such decision to take back"),
    }[refused.reason]
    if not refused.available:
        return _("{choice} was refused: {reason}.", choice=refused.choice, reason=reason)
    words = _("{choice} was refused: {reason}. On offer: {available}.")
    return words.format(choice=refused.choice, reason=reason, available=", ".join(refused.available))


def _outcome(debrief: Debrief, *, is_ending_told: bool) -> Iterator[str]:
    ending = debrief.ending
    if ending is None:
        yield _("The case was not played to an ending, so there is no score.")
    else:
        if not is_ending_told:
            yield from ending_lines(ending.title, None)
        yield outcome_words(ending.outcome)
        yield from _fork(debrief)
    if debrief.refused is not None:
        yield refused_line(debrief.refused)
    if not debrief.has_timers:
        yield _("Played without timers.")
    if debrief.was_rewound:
        yield _("Decisions were taken back or tried again, so this play counts for learning only.")


def _fork(debrief: Debrief) -> Iterator[str]:
    """What decided the ending, and what the others would have needed."""
    if debrief.fork is None:
        return
    if debrief.fork.reasons:
        yield _("It came to this ending because of this:")
        yield from (f"    {need_words(need)}" for need in debrief.fork.reasons)
    for other in debrief.fork.missed:
        yield _("The ending “{title}” would have needed:", title=other.title)
        for need in other.needs:
            yield f"    {need_words(need) if need.is_met else wanting_words(need)}"


def _score(debrief: Debrief) -> Iterator[str]:
    scores, best, worst = debrief.scores, debrief.best, debrief.worst
    names = {"respect": _("Respect"), "proactivity": _("Proactivity"), "follow_through": _("Follow-through")}
    if scores is None or best is None or worst is None:
        for key in DIMENSIONS:
            yield _("{name}: {points}.", name=names[key], points=_points(getattr(debrief.points, key)))
        yield _("Together: {points}.", points=_points(debrief.points.total))
        return
    yield _("Score: {score} of 1000.", score=scores.total)
    yield scales_words(debrief)
    for key in DIMENSIONS:
        yield _(
            "{name}: {score} of 100 ({points}; possible: {worst} to {best}).",
            name=names[key],
            score=getattr(scores, key),
            points=_signed(getattr(debrief.points, key)),
            worst=_signed(getattr(worst, key)),
            best=_signed(getattr(best, key)),
        )
    yield _lost(debrief, best.total)
    if " " in sum_of(debrief).partition("=")[0].strip():
        yield reckoning(debrief, "-")
    if dearer := dearer_words(debrief):
        yield dearer


def _lost(debrief: Debrief, best: int) -> str:
    places = [(number, each.regret) for number, each in enumerate(debrief.decisions, 1) if each.regret]
    if not places:
        return _("That is {points}, the best there is: nothing was lost.", points=_points(best))
    where = ", ".join(_("{points} at decision {number}", points=lost, number=number) for number, lost in places)
    return _(
        "That is {points}; the best play has {best}. Lost: {where}.",
        points=_points(debrief.points.total),
        best=_signed(best),
        where=where,
    )


def _best_line(debrief: Debrief, place: int) -> str:
    """A decision that lost nothing, in one line: there is nothing to compare it with."""
    decided = debrief.decisions[place]
    said_nothing = _("You said nothing.")
    values = {"number": place + 1, "of": len(debrief.decisions), "grade": grade_words("best")}
    words = _words(decided.taken, debrief.language) if decided.taken.words else said_nothing
    parts = [_("Decision {number} of {of}, {grade}: {words}", **values, words=words)]
    for consequence in decided.consequences:
        parts += _consequence(consequence)
    return " ".join(parts)


def _decision(debrief: Debrief, place: int) -> Iterator[str]:
    decided = debrief.decisions[place]
    values = {"number": place + 1, "of": len(debrief.decisions)}
    if decided.grade is None:
        yield _("Decision {number} of {of}.", **values)
    elif decided.regret is None:
        words = _("Decision {number} of {of}: {grade}, from here no ending can be reached.")
        yield words.format(**values, grade=grade_words(decided.grade))
    else:
        words = _("Decision {number} of {of}: {grade}, {lost} lost.")
        yield words.format(**values, grade=grade_words(decided.grade), lost=_count(decided.regret))
    said_nothing = _("You said nothing: the time had run out.")
    yield _("You: {words}", words=_words(decided.taken, debrief.language)) if decided.taken.words else said_nothing
    for consequence in decided.consequences:
        yield from _consequence(consequence)
    mood = debrief.decisions[place - 1].mood if place else debrief.mood
    before, after = mood_words(mood), mood_words(decided.mood)
    if before != after:
        yield _("The customer went from {before} to {after}.", before=before, after=after)
    yield from fault_lines(debrief, place + 1)
    if decided.best is not None and decided.best != decided.taken:
        yield from _better(decided, decided.best, debrief.language)


def _better(decided: Decided, best: Option, language: str) -> Iterator[str]:
    points = _dimensions(best.points)
    words = _words(best, language)
    yield _("Better: {words} {points}.", words=words, points=points) if points else _("Better: {words}", words=words)
    if best.reasons:
        yield _("Why: {reasons}", reasons=" ".join(best.reasons))
    if decided.later:
        yield later_words(decided.later)


def _consequence(consequence: Consequence) -> Iterator[str]:
    if consequence.cause in ("kept", "broken"):
        yield _("{end}: {text}", end=_promise_end(consequence.cause), text=consequence.text)
    points = _dimensions(consequence.points)
    if consequence.because and points:
        yield _("{points}. {because}", points=points, because=consequence.because)
    elif consequence.because or points:
        yield consequence.because or f"{points}."
    for feeling in consequence.feels:
        yield _("{name} thought: {words}", name=feeling.name, words=feeling.words)


def _promise_end(cause: str) -> str:
    return _("Promise kept") if cause == "kept" else _("Promise broken")


def _promises(debrief: Debrief) -> Iterator[str]:
    made = [vow for vow in debrief.promises if vow.end != "never made"]
    if made:
        yield _("Promises:")
    for vow in made:
        yield _("{end}: {text}", end=end_words(vow.end), text=vow.text)
        yield from (f"    {words}." for words in vow_lines(vow))


def _habits(debrief: Debrief, habits: Mapping[str, Habit]) -> Iterator[str]:
    if debrief.habits:
        yield _("Habits shown:")
    for key, numbers in debrief.habits.items():
        habit = habits.get(key)
        where = ", ".join(map(str, numbers))
        words = _("{name} (decision {where}).") if len(numbers) == 1 else _("{name} (decisions {where}).")
        if habit is None:
            yield words.format(name=key, where=where)
        else:
            name = habit.name if habit.kind == "virtue" else _("To shed: {name}", name=habit.name)
            yield f"{words.format(name=name, where=where)} {habit.text}"


def _best_way(debrief: Debrief) -> Iterator[str]:
    """The nearest best play where it differs: what was decided, and what was said to it."""
    if not debrief.best_parts or debrief.best_parts == debrief.parts or not debrief.decisions:
        return
    yield _("The best way, where it is another than yours:")
    for pair in pairs(debrief.parts, debrief.best_parts):
        if pair.best is not None and not pair.is_same:
            yield from _part(debrief, pair.best)
    if debrief.best_ending is not None:
        yield from ending_lines(debrief.best_ending.title, debrief.best_ending.text)


def _part(debrief: Debrief, part: Part) -> Iterator[str]:
    first, *others = part.entries
    yield f"{part.number}. {entry_line(first, debrief.you)}"
    yield from (f"    {entry_line(entry, debrief.you)}" for entry in others)


def _words(option: Option, language: str) -> str:
    if not option.words:
        return _("Say nothing.")
    return quoted(option.words, language) if option.is_spoken else option.words


def _count(count: int) -> str:
    return _("1 point") if count == 1 else _("{count} points", count=count)


def _dimensions(points: Points) -> str:
    """The points by dimension, as the beginning of a sentence; nothing where there are none."""
    names = {"respect": _("respect"), "proactivity": _("proactivity"), "follow_through": _("follow-through")}
    told = ", ".join(f"{names[key]} {_signed(getattr(points, key))}" for key in DIMENSIONS if getattr(points, key))
    return told[:1].upper() + told[1:]


def _points(points: int) -> str:
    return total_words(points, _signed(points))


def _signed(points: int) -> str:
    return f"+{points}" if points > 0 else str(points)
