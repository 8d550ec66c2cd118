"""Two ways through the case beside each other: one's own and the nearest best one, decision by decision."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from game.debrief import pairs
from game.debrief.figures import part_words
from game.debrief.transcript import entry_line
from game.debrief.wording import grade_words, outcome_words
from game.scenario.names import NARRATOR
from game.session.view import Chosen, Heading, Later, Pledged, Said, Unanswered
from game.texts import _
from game.window.screens.debrief.boxes import Aside, Box
from game.window.screens.debrief.figures import points_words
from game.window.screens.debrief.fold import Fold
from game.window.widgets.boxes import Column, Grid
from game.window.widgets.card import Card
from game.window.widgets.chip import Marked
from game.window.widgets.label import Heading as Title
from game.window.widgets.label import Label

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from game.debrief import Debrief, Pair, Part
    from game.scenario.model import Ending
    from game.session.view import Entry
    from game.window.widgets.label import Tone
    from game.window.widgets.widget import Widget

__all__ = ["beside_card"]

_MARKS = {"open": "open", "kept": "kept", "broken": "broken", "released": "released"}


class _Side(NamedTuple):
    """One of the two ways."""

    title: str
    is_own: bool
    total: int
    ending: Ending | None


def beside_card(debrief: Debrief, columns: int, on_toggle: Callable[[], None], *, is_open: bool) -> Card | None:
    """The two ways; None where no best one is known, or nothing was decided."""
    if not debrief.best_parts or not debrief.decisions or debrief.best is None:
        return None
    title = _("Your way, and the best way")
    if debrief.best_parts == debrief.parts:
        words = _("Your way was a best way: no other loses less.")
        return Card(title, Title(title, size=18), Aside("best", words, colour="good"), padding=18)
    found = pairs(debrief.parts, debrief.best_parts)
    same = sum(pair.is_same for pair in found)
    words = _("{same} of {of} decisions are the same.", same=same, of=len(debrief.decisions))
    head = Fold(
        f"{title}. {words}",
        on_toggle,
        key="beside",
        badge=str(len(debrief.best_parts) - 1),
        mark="best",
        colour="good",
        title=title,
        words=words,
        is_open=is_open,
        description=_("Open; press to close it") if is_open else _("Closed; press to open it"),
    )
    if not is_open:
        return Card(title, head, padding=10)
    own = _Side(_("Your way"), is_own=True, total=debrief.points.total, ending=debrief.ending)
    best = _Side(_("The best way"), is_own=False, total=debrief.best.total, ending=debrief.best_ending)
    rows = [row for pair in found for row in _row(debrief, pair, columns)]
    ends = Grid(_("How they end"), _end(own), _end(best), columns=columns, gap=10)
    return Card(title, head, *_opening(debrief), *rows, ends, padding=14, gap=10)


def _opening(debrief: Debrief) -> list[Widget]:
    """What both began with."""
    lines = list(_lines(debrief.parts[0].entries, debrief.you))
    return [Column(_("The opening"), *lines, gap=4, padding=6)] if lines else []


def _row(debrief: Debrief, pair: Pair, columns: int) -> Iterator[Widget]:
    if pair.is_same and pair.yours is not None:
        words = part_words(pair.yours, debrief.language)
        title = _("Decision {number}, the same in both", number=pair.yours.number)
        yield Aside("good", words, title=title, colour="good", words_colour="mute")
        return
    cells: list[Widget] = []
    for part, is_own in ((pair.yours, True), (pair.best, False)):
        if part is not None:
            cells.append(_cell(debrief, part, is_own=is_own))
        elif columns > 1:
            missing = _("The best way needs no such decision.") if not is_own else _("Your way had no such decision.")
            cells.append(Column(missing, Label(missing, size=15, colour="mute"), padding=14))
    yield Grid(_("Beside each other"), *cells, columns=columns, gap=10)


def _cell(debrief: Debrief, part: Part, *, is_own: bool) -> Box:
    values = {"number": part.number}
    title = _("Your decision {number}", **values) if is_own else _("Best way, decision {number}", **values)
    decided = debrief.decisions[part.number - 1] if is_own else None
    mark: str = "best"
    tone: Tone = "good"
    if decided is not None:
        mark, tone = decided.grade or "play", "accent"
        if decided.grade is not None:
            title = f"{title} · {grade_words(decided.grade)}"
    head = Marked(mark, title, colour=tone, size=14)
    words = Label(part_words(part, debrief.language), size=16, weight="semi")
    rest = _lines(part.entries[1:], debrief.you)
    return Box(title, head, words, *rest, is_own=is_own, colour=None if is_own else "good")


def _lines(entries: tuple[Entry, ...], you: str) -> Iterator[Widget]:
    """What was said and seen, a line each."""
    for entry in entries:
        words = entry_line(entry, you)
        match entry:
            case Heading(text):
                yield Title(text, size=15, level=4, colour="mute")
            case Said(who):
                yield Label(words, size=15, colour="mute" if who == NARRATOR else "ink")
            case Later():
                yield Aside("clock", words, size=14.5, words_colour="mute")
            case Pledged(_promise, _text, standing):
                yield Aside(_MARKS[standing], words, size=14.5, colour="accent")
            case Chosen() | Unanswered():
                yield Label(words, size=15, weight="semi")


def _end(side: _Side) -> Box:
    ending = side.ending
    title = f"{side.title}: {points_words(side.total)}"
    lines: list[Widget] = [Label(title, size=15, weight="bold", colour="accent" if side.is_own else "good")]
    if ending is None:
        lines.append(Label(_("It came to no ending."), size=16))
    else:
        lines.append(Title(ending.title, size=18, level=3))
        lines.append(Label(outcome_words(ending.outcome), size=15))
        if ending.text:
            lines.append(Label(ending.text, size=15, weight="italic"))
    return Box(title, *lines, is_own=side.is_own, colour=None if side.is_own else "good")
