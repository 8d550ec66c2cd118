"""What cannot be played, and why: shown, not hidden, for whoever wrote it looks here first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.texts import _
from game.window.widgets.boxes import Column
from game.window.widgets.card import Card
from game.window.widgets.chip import Marked
from game.window.widgets.label import Label

if TYPE_CHECKING:
    from collections.abc import Sequence

    from game.diagnostics import Diagnostic
    from game.window.widgets.label import Tone
    from game.window.widgets.widget import Widget

__all__ = ["broken_card", "finding_note"]


def broken_card(name: str, findings: Sequence[Diagnostic]) -> Card:
    """A file that is no scenario yet, with the first thing to mend in it."""
    title = _("{name} cannot be played yet", name=name)
    head = Marked("alert", title, colour="bad", size=16)
    return Card(title, head, *_told(findings[0]), *_more(findings), padding=16, gap=6)


def finding_note(finding: Diagnostic) -> Column:
    """Something about a folder, or about habits.yaml."""
    colour: Tone = "bad" if finding.is_error else "warn"
    mark = Marked("alert", finding.message, colour=colour, words_colour="ink", size=15)
    return Column(finding.message, mark, Label(finding.hint, size=15, colour="mute"), gap=2)


def _told(finding: Diagnostic) -> list[Widget]:
    span = finding.span
    place = _("{file}, line {line}, column {column}", file=span.file, line=span.line, column=span.column)
    return [
        Label(finding.message, size=15),
        Label(finding.hint, size=15, colour="mute"),
        Label(place, size=13, colour="mute"),
    ]


def _more(findings: Sequence[Diagnostic]) -> list[Widget]:
    count = len(findings) - 1
    if not count:
        return []
    words = _("and one more finding") if count == 1 else _("and {count} more findings", count=count)
    return [Label(words, size=13, colour="mute")]
