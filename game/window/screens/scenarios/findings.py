"""What cannot be played, and why: shown, not hidden, for whoever wrote it looks here first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.diagnostics import Span
from game.texts import _
from game.window.widgets.card import Card
from game.window.widgets.label import Heading, Label
from game.window.widgets.note import Note

if TYPE_CHECKING:
    from collections.abc import Sequence

    from game.diagnostics import Diagnostic
    from game.window.widgets.label import Tone

__all__ = ["broken_card", "finding_note"]


def broken_card(name: str, findings: Sequence[Diagnostic]) -> Card:
    """A file that is no scenario yet, with the first thing to mend in it."""
    title = _("{name} cannot be played yet", name=name)
    count = len(findings) - 1
    rest = "" if not count else _("One more finding.") if count == 1 else _("{count} more findings.", count=count)
    more = [Label(rest, size=14, colour="mute")] if rest else []
    return Card(title, Heading(title, size=17, level=3), finding_note(findings[0]), *more, padding=16, gap=8)


def finding_note(finding: Diagnostic) -> Note:
    """What is wrong, the mend, and the place."""
    span = finding.span
    place = span.file
    if span != Span(span.file):
        place = _("{file}, line {line}, column {column}", file=span.file, line=span.line, column=span.column)
    colour: Tone = "bad" if finding.is_error else "warn"
    return Note("alert", f"{finding.hint}\n{place}", title=finding.message, colour=colour, is_boxed=True)
