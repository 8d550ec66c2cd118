"""What one decision brought, line by line: what was said and seen, and what the coach and the page say to it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.debrief.transcript import entry_line
from game.scenario.names import NARRATOR
from game.session.view import Heading, Later, Pledged, Said
from game.texts import _

if TYPE_CHECKING:
    from collections.abc import Sequence

    from game.scenario.model import Channel
    from game.session.view import Entry, Remark
    from game.terminal.page import Page

__all__ = ["arranged", "channel_line", "speaks", "tell_entries"]


def arranged(
    said: Sequence[Entry],
    remarks: Sequence[Remark],
    *,
    before: int = 0,
    turns: Sequence[str] = (),
    faced: tuple[str, str] | None = None,
) -> list[Entry | str]:
    """Entries with what is told between them.

    Args:
        said: all since a decision, this included.
        remarks: the coach's.
        before: how many entries were told before; the remarks count them.
        turns: what changes with the last scene, told before its first line.
        faced: who is faced from now on, and the sentence that says so before they speak.
    """
    places = [(remark.place - before, _remark_line(remark)) for remark in remarks]
    opened = _scene(said, faced)
    places += [(opened, turn) for turn in turns]
    if faced is not None:
        who, sentence = faced
        places.append((_first_words(said, who, opened), sentence))
    lines: list[Entry | str] = []
    for place in range(len(said) + 1):
        lines += [text for where, text in places if where == place]
        lines += said[place : place + 1]
    return lines


def speaks(said: Sequence[Entry], who: str) -> bool:
    """Whether somebody says something."""
    return any(isinstance(entry, Said) and entry.who == who for entry in said)


def channel_line(channel: Channel) -> str:
    """How one talks from now on."""
    return {
        "phone": _("You are on the phone now."),
        "chat": _("You are in the chat now."),
        "email": _("You are writing by e-mail now."),
        "counter": _("You are at the counter now."),
        "visit": _("You are with them in person now."),
    }[channel]


def tell_entries(page: Page, entries: Sequence[Entry | str], you: str) -> None:
    """Print what was said and seen; a chapter stands apart."""
    for entry in entries:
        if isinstance(entry, Heading):
            page.gap()
        page.say(entry if isinstance(entry, str) else entry_line(entry, you))


def _remark_line(remark: Remark) -> str:
    return {
        "choice": _("Coach: {because}", because=remark.because),
        "silence": _("Coach: {because}", because=remark.because),
        "kept": _("Coach, on your kept promise: {because}", because=remark.because),
        "broken": _("Coach, on your broken promise: {because}", because=remark.because),
    }[remark.cause]


def _scene(said: Sequence[Entry], faced: tuple[str, str] | None) -> int:
    """Where the last scene's own lines begin, as far as what is said shows it."""
    borders = [place for place, entry in enumerate(said) if isinstance(entry, Heading | Later | Pledged)]
    if borders:
        return borders[-1] + 1
    for who in (NARRATOR, "" if faced is None else faced[0]):
        if speaks(said, who):
            return _first_words(said, who, 0)
    return len(said)


def _first_words(said: Sequence[Entry], who: str, after: int) -> int:
    """Where somebody first speaks from a place on, that place where they do not."""
    spoken = (place for place in range(after, len(said)) if speaks(said[place : place + 1], who))
    return next(spoken, after)
