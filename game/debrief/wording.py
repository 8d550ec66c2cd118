"""Times, outcomes and standings in words, the same wherever they are read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.debrief.scoring import DIMENSION_FULL
from game.scenario.times import DAY, HOUR, MINUTE, WEEK
from game.texts import _

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from game.debrief.debrief import Debrief, Grade, PromiseEnd, Vow
    from game.scenario.model import Channel, Habit, Outcome
    from game.scenario.times import Moment
    from game.session.journal import Mode
    from game.session.view import Debt

__all__ = [
    "channel_words",
    "clock_words",
    "dearer_words",
    "debt_words",
    "due_after",
    "due_words",
    "duration_words",
    "end_words",
    "fault_lines",
    "grade_words",
    "habit_title",
    "jump_words",
    "later_words",
    "moment_words",
    "outcome_words",
    "passed_words",
    "scales_words",
    "tied",
    "total_words",
    "unsolved_lines",
    "vow_lines",
]

_UNITS_TOLD = 2
_MORNING = (5 * 60, 12 * 60)
"""Minutes of the day."""
_SHORT_NIGHT = 3 * HOUR
"""Up to here the hours count, though the clock strikes twelve meanwhile."""
_WEEKDAY_IS_PLAIN = 6 * DAY
"""Up to here a weekday can only be the next of its name."""


def duration_words(seconds: int) -> str:
    """A duration in its two largest units; what is smaller is left out."""
    parts = []
    rest = seconds
    for size, one, many in (
        (WEEK, _("1 week"), _("{count} weeks")),
        (DAY, _("1 day"), _("{count} days")),
        (HOUR, _("1 hour"), _("{count} hours")),
        (MINUTE, _("1 minute"), _("{count} minutes")),
        (1, _("1 second"), _("{count} seconds")),
    ):
        count, rest = divmod(rest, size)
        if count:
            parts.append(one if count == 1 else many.format(count=count))
        if len(parts) == _UNITS_TOLD:
            break
    return " ".join(parts) or _("no time")


def passed_words(seconds: int) -> str:
    """A duration that lies behind: from a day on in whole days, for nobody counts the minutes then."""
    return duration_words(seconds if seconds < DAY else (seconds + DAY // 2) // DAY * DAY)


def jump_words(seconds: int, now: Moment) -> str:
    """How much later it is now; where a night lies between, in days, as people say it."""
    nights = -((now.minute * MINUTE - seconds) // DAY)
    if not nights or seconds <= _SHORT_NIGHT:
        return _("{duration} later", duration=duration_words(seconds))
    if nights == 1:
        return _("the next morning") if _MORNING[0] <= now.minute < _MORNING[1] else _("the next day")
    return _("{duration} later", duration=duration_words(nights * DAY))


def due_words(due: Moment, left: int) -> str:
    """When something is due, and how long that is from now; a weekday far ahead does not stand alone."""
    moment = moment_words(due)
    if left > _WEEKDAY_IS_PLAIN:
        return _("{moment}, in {duration}", moment=moment, duration=passed_words(left))
    return _("{moment}, {left} left", moment=moment, left=duration_words(left))


def debt_words(debt: Debt) -> str:
    """How a promise stands, with the time left while it is open."""
    match debt.standing:
        case "kept":
            return _("kept")
        case "broken":
            return _("broken")
        case "released":
            return _("called off in good time")
    due, left = moment_words(debt.due), debt.left or 0
    if left <= 0:
        return _("due now ({due})", due=due)
    return _("{left} left, until {due}", left=duration_words(left), due=due)


def moment_words(moment: Moment) -> str:
    """A weekday and a time of day."""
    return _("{weekday} {time}", weekday=_weekday(moment), time=_time(moment))


def clock_words(moment: Moment) -> str:
    """A moment as a clock shows it, beside its face: without a word that says it is a time."""
    return _("{weekday} {clock}", weekday=_weekday(moment), clock=_time(moment))


def _weekday(moment: Moment) -> str:
    return (
        _("Monday"),
        _("Tuesday"),
        _("Wednesday"),
        _("Thursday"),
        _("Friday"),
        _("Saturday"),
        _("Sunday"),
    )[moment.weekday]


def _time(moment: Moment) -> str:
    return f"{moment.minute // 60:02d}:{moment.minute % 60:02d}"


def channel_words(channel: Channel) -> str:
    """How one talks, after a comma."""
    return {
        "phone": _("on the phone"),
        "chat": _("in the chat"),
        "email": _("by e-mail"),
        "counter": _("at the counter"),
        "visit": _("on a visit"),
    }[channel]


def mode_words(mode: Mode) -> str:
    """How a case is played."""
    return {"practice": _("practice"), "graded": _("graded"), "ranked": _("ranked")}[mode]


def level_words(level: int) -> str:
    """How hard a case is, from 1 to 3."""
    return {1: _("easy"), 2: _("medium"), 3: _("hard")}[level]


def decision_count_words(count: int) -> str:
    """How many decisions were taken."""
    return _("1 decision") if count == 1 else _("{count} decisions", count=count)


def outcome_words(outcome: Outcome) -> str:
    """What an ending means for the business, as a sentence."""
    return {
        "lost": _("The customer leaves."),
        "kept": _("The customer stays."),
        "delighted": _("The customer stays, and brings others."),
    }[outcome]


def grade_words(grade: Grade) -> str:
    """A grade's name; what lost a point is not called good."""
    return {
        "best": _("best"),
        "good": _("nearly the best"),
        "slip": _("a slip"),
        "mistake": _("a mistake"),
        "blunder": _("a blunder"),
    }[grade]


def end_words(end: PromiseEnd) -> str:
    """How a promise stands, before its text."""
    return {
        "open": _("Still open"),
        "kept": _("Kept"),
        "broken": _("Broken"),
        "released": _("Called off in good time"),
        "never made": _("Never made"),
    }[end]


def total_words(points: int, signed: str) -> str:
    """So many points, with the number as it is shown there."""
    words = _("{points} point") if abs(points) == 1 else _("{points} points")
    return words.format(points=signed)


def later_words(later: int) -> str:
    """How the best choice and the taken one differ in what can be won after them; empty where they do not.

    Without it the points at once and the points lost would seem not to add up.
    """
    count = _("1 point") if abs(later) == 1 else _("{count} points", count=abs(later))
    if later > 0:
        return _("It would also have left {points} more to win later.", points=count)
    return _("Your way still left {points} more to win later.", points=count) if later else ""


def dearer_words(debrief: Debrief) -> str:
    """Why a dimension can stay below 100 in a play that lost nothing; empty where none does."""
    if debrief.scores is None or debrief.lost != 0 or min(debrief.scores[:3]) == DIMENSION_FULL:
        return ""
    return _("What is missing to 100 in a dimension would have cost at least as much in another.")


def scales_words(debrief: Debrief) -> str:
    """How the score and the points of the decisions belong together; empty without a score."""
    if debrief.best is None or debrief.worst is None:
        return ""
    taken, most = debrief.points.total - debrief.worst.total, debrief.best.total - debrief.worst.total
    return _(
        "0 is the worst way through this case, 1000 the best. Between them lie the points of the decisions: "
        "you took {taken} of {most}.",
        taken=taken,
        most=most,
    )


def vow_lines(vow: Vow) -> Iterator[str]:
    """When a promise was made and due, what became of it and when, and who left it no chance."""
    if vow.made is None or vow.due is None:
        return
    values = {"made": moment_words(vow.made.moment), "number": vow.made.decision, "due": due_after(vow)}
    yield _("Made {made} by decision {number}, due {due}", **values)
    if vow.ended is None:
        return
    passed = vow.ended.elapsed - vow.made.elapsed
    is_far = passed > _WEEKDAY_IS_PLAIN
    ended = _later(vow.ended.moment, passed) if is_far else moment_words(vow.ended.moment)
    values = {"ended": ended, "number": vow.ended.decision}
    if vow.is_broken_by_the_end:
        yield _("The case ended before it was kept, with decision {number}", **values)
    elif vow.end == "broken":
        yield _("Not kept by then; that showed with decision {number}, {ended}", **values)
    elif vow.end == "kept":
        yield _("Kept {ended} by decision {number}", **values)
    else:
        yield _("Called off {ended} by decision {number}", **values)
    if vow.fault is not None and vow.fault != vow.ended.decision:
        yield _("After decision {fault} it could no longer be kept", fault=vow.fault)


def due_after(vow: Vow) -> str:
    """When a promise was due, seen from when it was made."""
    if vow.made is None or vow.due is None:
        return ""
    left = vow.due.elapsed - vow.made.elapsed
    if left > _WEEKDAY_IS_PLAIN:
        return _later(vow.due.moment, left)
    return moment_words(vow.due.moment)


def _later(moment: Moment, passed: int) -> str:
    """A moment far from the last one that was named: a weekday alone would not say which."""
    return _("{duration} later, {moment}", duration=passed_words(passed), moment=moment_words(moment))


def habit_title(habit: Habit, numbers: Sequence[int]) -> str:
    """A habit's name, whether it is one to shed, and the decisions that showed it."""
    name = habit.name if habit.kind == "virtue" else _("To shed: {name}", name=habit.name)
    words = _("{habit} (decision {numbers})") if len(numbers) == 1 else _("{habit} (decisions {numbers})")
    return words.format(habit=name, numbers=", ".join(map(str, numbers)))


def fault_lines(debrief: Debrief, number: int) -> Iterator[str]:
    """What a decision has to do with promises that broke later, or that it broke: who left them no chance."""
    for vow, fault, broken in _late_losses(debrief):
        values = {"promise": vow.text, "fault": fault, "number": broken}
        if fault == number:
            yield _(
                "From here on a promise could no longer be kept; it broke at decision {number}: {promise}", **values
            )
        if broken == number:
            yield _("Since decision {fault} this promise could no longer be kept: {promise}", **values)


def tied(debrief: Debrief, number: int) -> tuple[int, ...]:
    """The decisions a broken promise ties a decision to: which left it no chance, or with which that showed."""
    pairs = [(fault, broken) for _vow, fault, broken in _late_losses(debrief)]
    found = {broken for fault, broken in pairs if fault == number} | {
        fault for fault, broken in pairs if broken == number
    }
    return tuple(sorted(found))


def _late_losses(debrief: Debrief) -> Iterator[tuple[Vow, int, int]]:
    """The promises that broke later than they were lost, with the decisions that left them no chance and broke them."""
    for vow in debrief.promises:
        if vow.fault is not None and vow.ended is not None and vow.ended.decision != vow.fault:
            yield vow, vow.fault, vow.ended.decision


def unsolved_lines(debrief: Debrief) -> Iterator[str]:
    """Why a play that came to its end has no score."""
    if debrief.best is None and debrief.is_complete:
        yield _("This case can go too many ways for its best play to be found: there are no scores and no grades.")
