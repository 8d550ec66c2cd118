"""The transcript: the people's record of a play, as plain text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.debrief.wording import channel_words, jump_words, moment_words
from game.scenario.names import NARRATOR
from game.session.state import Stop
from game.session.telling import moment, tell
from game.session.view import Chosen, Heading, Later, Said, Unanswered
from game.texts import _

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from game.session.playbook import Playbook
    from game.session.state import Step
    from game.session.view import Entry, Pledged

__all__ = ["ending_lines", "entry_line", "transcript"]


def transcript(book: Playbook, steps: Sequence[Step]) -> str:
    """All that was said and done, a paragraph a line, from the case's title to its ending."""
    return "\n".join([*_opening(book), *_conversation(book, steps), *_ending(book, steps[-1])]) + "\n"


def entry_line(entry: Entry, you: str) -> str:
    """One thing that happened, as it is read aloud; `you` is the trainee's name in the case."""
    match entry:
        case Heading(text):
            return _("Chapter: {title}", title=text)
        case Said(who, name, text):
            return text if who == NARRATOR else _("{name}: {words}", name=name, words=text)
        case Chosen(_choice, words, is_spoken):
            if is_spoken:
                return _("{name}: {words}", name=you, words=words)
            return _("You do this: {words}", words=words)
        case Unanswered():
            return _("You say nothing: the time has run out.")
        case Later(seconds, now):
            return _("{moment}, {later}.", moment=moment_words(now), later=jump_words(seconds, now))
        case _:
            return _pledged(entry)


def ending_lines(title: str, text: str | None) -> list[str]:
    """An ending, as it is read aloud."""
    return [_("The end: {title}", title=title), *([] if text is None else [text])]


def _pledged(entry: Pledged) -> str:
    return {
        "open": _("Promise made: {text}", text=entry.text),
        "kept": _("Promise kept: {text}", text=entry.text),
        "broken": _("Promise broken: {text}", text=entry.text),
        "released": _("Promise called off in good time: {text}", text=entry.text),
    }[entry.standing]


def _opening(book: Playbook) -> Iterator[str]:
    scenario = book.scenario
    yield scenario.title
    yield _("{moment}, {channel}", moment=moment_words(moment(book, 0)), channel=channel_words(scenario.channel))
    yield ""


def _conversation(book: Playbook, steps: Sequence[Step]) -> Iterator[str]:
    for number, entry in enumerate(tell(book, steps)):
        if number and isinstance(entry, Heading):
            yield ""
        yield entry_line(entry, book.scenario.you.name)


def _ending(book: Playbook, last: Step) -> Iterator[str]:
    ending = book.scenario.scenes[book.positions[last.after.scene].name].ending
    if last.stop is Stop.ENDED and ending is not None:
        yield ""
        yield from ending_lines(ending.title, ending.text)
