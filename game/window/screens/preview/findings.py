"""The findings of a file, one under the other, each with the way that leads there."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from game.diagnostics import Span
from game.texts import _
from game.trainer.preview.wording import count_words
from game.window.widgets.boxes import Column
from game.window.widgets.button import Button
from game.window.widgets.label import Label
from game.window.widgets.note import Note
from game.window.widgets.widget import Role

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from game.diagnostics import Diagnostic
    from game.trainer.preview import Preview
    from game.window.widgets.label import Tone
    from game.window.widgets.widget import Widget

__all__ = ["finding_widgets", "findings_title"]


def findings_title(preview: Preview) -> str:
    """What the list is called."""
    return _("Findings: {count}", count=count_words(preview.findings))


def finding_widgets(preview: Preview, on_way: Callable[[Sequence[str]], None] | None) -> list[Widget]:
    """Each finding, and a button that plays the way to it; a sentence where nothing was found.

    Without `on_way` there is nothing to play yet.
    """
    if not preview.findings:
        words = _("The rules are still being asked.") if preview.is_examining else _("There is nothing to mend.")
        return [Label(words, colour="mute")]
    items = (_item(number, finding, preview, on_way) for number, finding in enumerate(preview.findings))
    return [Column(_("Findings"), *items, gap=10, role=Role.LIST)]


def _item(number: int, finding: Diagnostic, preview: Preview, on_way: Callable[[Sequence[str]], None] | None) -> Widget:
    colour: Tone = "bad" if finding.is_error else "warn"
    words = "\n".join(filter(None, (finding.why, finding.hint, finding.way, _place(finding.span, preview))))
    note = Note("alert", words, title=finding.message, colour=colour, is_boxed=True)
    if on_way is None or finding.witness is None or not preview.is_playable:
        return note
    go = Button(
        _("Play the way there"), partial(on_way, finding.witness), key=f"way-{number}", mark="play", is_slim=True
    )
    return Column(finding.message, note, go, gap=6, role=Role.ITEM)


def _place(span: Span, preview: Preview) -> str:
    """Where it stands; the file is named only where it is another one."""
    is_here = span.file == preview.name
    if span == Span(span.file):
        return _("In the whole file") if is_here else span.file
    if is_here:
        return _("Line {line}, column {column}", line=span.line, column=span.column)
    return _("{file}, line {line}, column {column}", file=span.file, line=span.line, column=span.column)
