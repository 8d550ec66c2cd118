"""Entries of a conversation as widgets."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.debrief.transcript import entry_line
from game.debrief.wording import jump_words, moment_words
from game.scenario.names import NARRATOR, YOU
from game.session.view import Chosen, Heading, Later, Pledged, Said, Unanswered
from game.texts import _
from game.window.widgets.bubble import Bubble
from game.window.widgets.note import Chapter, Note
from game.window.wrapping import spoken

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from game.session.view import Entry, Remark
    from game.window.widgets.label import Tone
    from game.window.widgets.widget import Widget

__all__ = ["STANDINGS", "entry_widgets", "remark_note"]

STANDINGS: Mapping[str, tuple[str, Tone]] = {
    "open": ("open", "warn"),
    "kept": ("kept", "good"),
    "broken": ("broken", "bad"),
    "released": ("released", "mute"),
}
"""Mark and colour of a promise, by how it stands."""


def entry_widgets(
    said: Sequence[Entry], asides: Mapping[int, Sequence[Widget]], you: str, new_from: int, language: str = ""
) -> Iterator[Widget]:
    """The entries as widgets, what is remarked on them after the entry it follows.

    Args:
        said: what is shown of the conversation.
        asides: the coach's remarks, by the number of entries that stand before them.
        you: the trainee's name in the case.
        new_from: the first entry that is read aloud unasked.
        language: the language the case is told in; empty for the program's.
    """
    speaker = ""
    for place, entry in enumerate(said):
        widget = _widget(entry, you, speaker, is_new=place >= new_from)
        yield widget.told_in(language) if isinstance(entry, Said | Chosen | Heading) else widget
        if isinstance(entry, Said | Heading | Later):
            speaker = entry.who if isinstance(entry, Said) else ""
        yield from asides.get(place + 1, ())


def remark_note(remark: Remark, *, is_new: bool = False) -> Note:
    """The coach's sentence."""
    title = {
        "choice": _("The coach"),
        "silence": _("The coach"),
        "kept": _("The coach, on a promise kept"),
        "broken": _("The coach, on a promise broken"),
    }[remark.cause]
    return Note("coach", remark.because, title=title, colour="accent", is_boxed=True, is_new=is_new)


def _widget(entry: Entry, you: str, speaker: str, *, is_new: bool) -> Widget:
    """One entry; a speaker is named where the one before was somebody else."""
    name = spoken(entry_line(entry, you))
    match entry:
        case Heading(text):
            return Chapter(text)
        case Said(who, _name, text) if who == NARRATOR:
            return Note("", text, is_italic=True, is_new=is_new)
        case Said(who, shown, text):
            return Bubble(name, text, speaker="" if who == speaker else shown, is_own=who == YOU, is_new=is_new)
        case Chosen(_choice, words, is_spoken):
            return Bubble(
                name, words, is_own=True, is_deed=not is_spoken, speaker="" if is_spoken else _("You do this")
            )
        case Unanswered():
            return Note("timer", _("You said nothing: the time ran out."), colour="bad", is_new=is_new)
        case Later(seconds, now):
            later = jump_words(seconds, now)
            words = _("{later}: {moment}", later=later[:1].upper() + later[1:], moment=moment_words(now))
            return Note("clock", words, is_new=is_new)
        case Pledged(_promise, _text, standing):
            mark, colour = STANDINGS[standing]
            return Note(mark, name, colour=colour, is_new=is_new)
