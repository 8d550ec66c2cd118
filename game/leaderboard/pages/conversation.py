"""A session as it stands, as rows for the page: what was said, what can be said, what was promised.

A page tells everything at once. What a script needs to tell it line by line stands beside each row: the face a line is
said with, the time a jump comes to.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NamedTuple

from game.debrief.transcript import entry_line
from game.debrief.wording import channel_words, clock_words, debt_words, duration_words, jump_words, moment_words
from game.leaderboard.pages.pictures import address_of, customer_look
from game.looks.portrait import expression_of
from game.scenario.names import NARRATOR, YOU
from game.session.state import Stop
from game.session.view import Chosen, Heading, Later, Said, Unanswered
from game.texts import _
from game.texts.moods import mood_words
from game.texts.quoting import quoted

if TYPE_CHECKING:
    from collections.abc import Iterator

    from game.session.view import Case, Offer, View

__all__ = [
    "MOOD_TONES",
    "Answer",
    "Mood",
    "Promise",
    "Row",
    "answers",
    "mood_of",
    "moods",
    "promises",
    "rows",
    "stuck_words",
    "subtitle",
    "summary",
]

Tone = Literal["ink", "mute", "accent", "good", "warn", "bad"]

MOOD_TONES: dict[str, Tone] = {
    "furious": "bad",
    "annoyed": "bad",
    "worried": "warn",
    "neutral": "mute",
    "pleased": "good",
    "delighted": "good",
}
_STANDINGS: dict[str, Tone] = {"open": "warn", "kept": "good", "broken": "bad", "released": "mute"}
_LEAST, _MOST = -3, 3


class Mood(NamedTuple):
    """A mood as a face and a word."""

    value: int
    mark: str
    words: str
    tone: Tone


class Row(NamedTuple):
    """Something said or seen."""

    number: int
    kind: Literal["chapter", "narrator", "said", "own", "deed", "event"]
    words: str
    speaker: str = ""
    """Empty where it is the one of the row before."""
    mark: str = ""
    tone: Tone = "mute"
    face: str = ""
    """The address of the portrait beside it."""
    mood: int | None = None
    """The mood of whom one faces while it is said."""
    mood_words: str = ""
    clock: str = ""
    """What the case's clock shows from here on."""


class Answer(NamedTuple):
    """A choice on offer."""

    number: int
    token: str
    kind: str
    words: str


class Promise(NamedTuple):
    """A line of the ledger."""

    text: str
    mark: str
    tone: Tone
    words: str
    share: float | None
    """How much of its time is left; None unless it is open."""


def rows(case: Case, view: View) -> Iterator[Row]:
    """The conversation so far; a speaker is named where somebody else spoke before."""
    speaker = ""
    for number, entry in enumerate(view.said):
        yield _row(case, view, number, speaker)
        if isinstance(entry, Said | Heading | Later):
            speaker = entry.who if isinstance(entry, Said) else ""
        elif isinstance(entry, Chosen | Unanswered):
            speaker = ""


def answers(case: Case, offers: tuple[Offer, ...]) -> list[Answer]:
    """The choices, numbered as keys are."""
    return [
        Answer(
            number,
            offer.token,
            _("Say") if offer.is_spoken else _("Do"),
            quoted(offer.words, case.language) if offer.is_spoken else offer.words,
        )
        for number, offer in enumerate(offers, 1)
    ]


def promises(view: View) -> list[Promise]:
    """The ledger, in order of making."""
    return [
        Promise(debt.text, debt.standing, _STANDINGS[debt.standing], debt_words(debt), debt.share)
        for debt in view.debts
    ]


def mood_of(value: int) -> Mood:
    """A mood, -3 to 3."""
    key = expression_of(value).key
    return Mood(value, key, mood_words(value), MOOD_TONES[key])


def moods() -> list[Mood]:
    """All of them, the worst first."""
    return [mood_of(value) for value in range(_LEAST, _MOST + 1)]


def subtitle(case: Case, view: View) -> str:
    """Where this takes place, and who one is."""
    channel = channel_words(view.channel)
    who = case.you.name if case.you.role is None else f"{case.you.name}, {case.you.role}"
    return _("{channel} · you are {who}", channel=channel[:1].upper() + channel[1:], who=who)


def summary(view: View) -> str:
    """The ledger in a few words, where room is short."""
    waiting = [debt for debt in view.debts if debt.standing == "open"]
    if waiting:
        left = duration_words(max(0, min(debt.left or 0 for debt in waiting)))
        words = _("1 promise: {left} left") if len(waiting) == 1 else _("{count} promises: {left} left")
        return words.format(count=len(waiting), left=left)
    broken = sum(debt.standing == "broken" for debt in view.debts)
    if broken:
        return _("1 promise broken") if broken == 1 else _("{count} promises broken", count=broken)
    return _("No promise open") if view.debts else _("No promise yet")


def stuck_words(stop: Stop | None) -> str:
    """Why a case goes no further where its author is at fault; empty where that is not so."""
    if stop is Stop.RING:
        return _("The case runs in a circle here and cannot go on. Please tell whoever wrote it. Your play is kept.")
    if stop is Stop.DEAD_END:
        return _("The case ends here without an ending. Please tell whoever wrote it. Your play is kept.")
    return ""


def _row(case: Case, view: View, number: int, speaker: str) -> Row:
    entry = view.said[number]
    match entry:
        case Heading(text):
            return Row(number, "chapter", text)
        case Said():
            return _said(view, number, entry, speaker)
        case Chosen(_choice, words, is_spoken):
            if is_spoken:
                return Row(number, "own", words)
            return Row(number, "deed", words, speaker=_("You do this"))
        case Unanswered():
            return Row(number, "event", _("You said nothing: the time ran out."), mark="timer", tone="bad")
        case Later(seconds, now):
            later = jump_words(seconds, now)
            words = _("{later}: {moment}", later=later[:1].upper() + later[1:], moment=moment_words(now))
            return Row(number, "event", words, mark="clock", clock=clock_words(now))
        case _:
            standing = entry.standing
            words = entry_line(entry, case.you.name)
            return Row(number, "event", words, mark=standing, tone=_STANDINGS[standing])


def _said(view: View, number: int, entry: Said, speaker: str) -> Row:
    name = "" if entry.who == speaker else entry.name
    if entry.who == NARRATOR:
        return Row(number, "narrator", entry.text)
    if entry.who == YOU:
        return Row(number, "own", entry.text, speaker=name)
    if entry.who != view.facing.key or entry.mood is None:
        return Row(number, "said", entry.text, speaker=name)
    face = address_of(customer_look(view.facing), entry.mood, "head")
    words = mood_words(entry.mood)
    return Row(number, "said", entry.text, speaker=name, face=face, mood=entry.mood, mood_words=words)
