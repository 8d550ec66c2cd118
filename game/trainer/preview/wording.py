"""A preview in words, the same in window and terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.debrief.wording import decision_count_words, due_words, duration_words, total_words
from game.diagnostics import Span
from game.session.state import Stop
from game.texts import _
from game.texts.moods import mood_words

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from game.diagnostics import Diagnostic
    from game.session.points import Points
    from game.session.replay import Refused
    from game.trainer.preview.backstage import Backstage, Deed
    from game.trainer.preview.news import Saved
    from game.trainer.preview.preview import Place

__all__ = [
    "count_words",
    "deed_words",
    "elapsed_words",
    "facts_words",
    "findings_words",
    "mended_lines",
    "mood_lines",
    "place_words",
    "points_words",
    "promise_lines",
    "saved_words",
    "stuck_words",
    "way_words",
]


def saved_words(saved: Saved) -> str:
    """What a save did to the play."""
    if not saved.is_playable:
        return _("The file was saved and cannot be played as it is now. You play on in the version before.")
    if not saved.has_changed:
        return _("The file was saved; nothing in the play has changed.")
    if not saved.of:
        return _("The file was read again.")
    told = [_stands_words(saved)]
    if saved.returned:
        told.append(_("Decisions that are back: {count}.", count=saved.returned))
    if saved.refused is not None:
        told.append(_refused_words(saved.refused, saved.of - saved.stands))
    return " ".join(told)


def _stands_words(saved: Saved) -> str:
    if saved.stands == saved.of:
        words = {
            1: _("The file was read again; your decision stands."),
            2: _("The file was read again; both decisions stand."),
        }
        return words.get(saved.of) or _("The file was read again; all {of} decisions stand.", of=saved.of)
    return _("The file was read again; {stands} of {of} decisions stand.", stands=saved.stands, of=saved.of)


def _refused_words(refused: Refused, left_out: int) -> str:
    reason = {
        "unknown choice": _("there is no choice of this name any more"),
        "not on offer": _("it is not on offer there any more"),
        "the case has ended": _("the case goes no further before it"),
        "nothing to take back": _("there is no such decision to take back"),
    }[refused.reason]
    if left_out == 1:
        return _("{choice} was left out: {reason}.", choice=refused.choice, reason=reason)
    return _("{choice} and what followed was left out: {reason}.", choice=refused.choice, reason=reason)


def deed_words(deed: Deed) -> str:
    """What a decision brought that the trainee does not see."""
    parts = [f"{deed.name}: {points_words(deed.points)}"]
    for shift in deed.shifts:
        values = {"name": shift.person, "before": _signed(shift.before), "after": _signed(shift.after)}
        parts.append(_("mood of {name} from {before} to {after}", **values))
    if deed.remembered:
        parts.append(_("now remembered: {facts}", facts=", ".join(deed.remembered)))
    if deed.forgotten:
        parts.append(_("now forgotten: {facts}", facts=", ".join(deed.forgotten)))
    return "; ".join(parts) + "."


def points_words(points: Points) -> str:
    """Points by dimension, those that are none left out."""
    named = (
        (_("respect"), points.respect),
        (_("proactivity"), points.proactivity),
        (_("follow-through"), points.follow_through),
    )
    return ", ".join(f"{name} {_signed(count)}" for name, count in named if count) or _("no points")


def place_words(behind: Backstage) -> str:
    """Where the play stands, in one line: scene, points, time."""
    total = behind.points.total
    values = {"scene": behind.scene, "points": total_words(total, _signed(total)), "time": elapsed_words(behind)}
    return _("Scene {scene} · {points} · {time}", **values)


def elapsed_words(behind: Backstage) -> str:
    """How long ago the case opened, in its own time."""
    return _("{time} in", time=duration_words(behind.elapsed)) if behind.elapsed else _("no time has passed")


def mood_lines(behind: Backstage) -> list[str]:
    """Everybody's mood, as a number and in a word, a person a line: names may hold commas."""
    return [
        _("{name}: {mood} ({word})", name=name, mood=_signed(mood), word=mood_words(mood))
        for name, mood in behind.moods
    ]


def facts_words(behind: Backstage) -> str:
    """What is remembered."""
    return _("Facts: {facts}", facts=", ".join(behind.facts)) if behind.facts else _("Facts: none")


def promise_lines(behind: Backstage) -> list[str]:
    """The promises made, by the names that conditions call them by, and how each stands."""
    lines = []
    for debt in behind.debts:
        stands = {
            "open": _("open"),
            "kept": _("kept"),
            "broken": _("broken"),
            "released": _("called off in good time"),
        }[debt.standing]
        if debt.left is not None:
            stands = _("open, due {due}", due=due_words(debt.due, debt.left))
        lines.append(_("{name}: {stands}", name=debt.promise, stands=stands))
    return lines


def findings_words(findings: Sequence[Diagnostic], *, is_examining: bool) -> str:
    """How many findings there are, in a word or two."""
    if not findings:
        return _("Looking for findings …") if is_examining else _("No findings")
    return f"{count_words(findings)} …" if is_examining else count_words(findings)


def count_words(findings: Iterable[Diagnostic]) -> str:
    """How many errors and warnings there are."""
    told = list(findings)
    errors = sum(finding.is_error for finding in told)
    warnings = len(told) - errors
    counts = []
    if errors:
        counts.append(_("1 error") if errors == 1 else _("{count} errors", count=errors))
    if warnings:
        counts.append(_("1 warning") if warnings == 1 else _("{count} warnings", count=warnings))
    return ", ".join(counts) or _("no findings")


def mended_lines(gone: Iterable[Diagnostic], name: str) -> list[str]:
    """The findings that are gone, each with the lines it stood in; those that say the same are one.

    Args:
        gone: the findings.
        name: the file that is previewed; another one is named.
    """
    kinds: dict[tuple[str, str], list[Diagnostic]] = {}
    for finding in gone:
        kinds.setdefault((finding.message, finding.span.file), []).append(finding)
    return [_mended(message, file if file != name else "", found) for (message, file), found in kinds.items()]


def _mended(message: str, file: str, found: Sequence[Diagnostic]) -> str:
    lines = sorted({finding.span.line for finding in found if finding.span != Span(finding.span.file)})
    where = [file] if file else []
    if lines:
        words = _("line {lines}") if len(lines) == 1 else _("lines {lines}")
        where.append(words.format(lines=", ".join(map(str, lines))))
    if not where:
        return _("Mended: “{message}”", message=message)
    return _("Mended in {place}: “{message}”", place=", ".join(where), message=message)


def stuck_words(stop: Stop, scene: str) -> str:
    """Why a case goes no further, to its author."""
    if stop is Stop.RING:
        return _("The case cannot go on: from {scene} its scenes lead round in a ring.", scene=scene)
    return _("The case cannot go on: in {scene} nothing can be chosen, and no goto leads on.", scene=scene)


def way_words(place: Place, *, is_complete: bool) -> str:
    """How a scene is reached, in few words."""
    if place.way is None:
        return _("no play reaches it") if is_complete else _("no way was found")
    return decision_count_words(len(place.way)) if place.way else _("at the opening")


def _signed(number: int) -> str:
    return f"+{number}" if number > 0 else str(number)
