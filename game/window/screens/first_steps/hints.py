"""What the first steps explain, and when: a few sentences at the moment when there is something to see."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NamedTuple

from game.session.state import Stop
from game.session.view import Later
from game.texts import _
from game.window.screens.conversation.answers import Answers
from game.window.screens.conversation.header import Clock
from game.window.screens.conversation.person import PersonCard, PersonStrip
from game.window.widgets.card import Card
from game.window.widgets.note import Note

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from game.session.view import Standing, View
    from game.window.widgets.widget import Widget

__all__ = ["Hint", "after_mirror", "in_debrief", "in_mirror", "in_talk", "next_hint"]

_TAKE_BACK = 2
"""Decisions after which taking back is explained: by then there was time to look at what the coach says."""
_LEDGER_AT_LATEST = 3
"""Decisions after which promises are explained, though none was made."""


class Hint(NamedTuple):
    """A few sentences on something that is in sight."""

    key: str
    """Tells it from the others: each is shown once."""
    title: str
    words: str
    is_target: Callable[[Widget], bool]
    """Finds what it explains: the first such widget, but of notes in the conversation the last."""
    leads_to: Literal["", "mirror", "end"] = ""
    """Where its first button leads, if it does more than close it."""


def in_talk(view: View) -> list[Hint]:
    """What can be explained as a conversation stands, in order."""
    hints = _at_the_beginning(view.facing.name) if not view.decisions else []
    if view.remarks:
        hints.append(_coach())
    if view.can_take_back and view.decisions >= _TAKE_BACK:
        hints.append(_take_back())
    if any(isinstance(entry, Later) for entry in view.said):
        hints.append(_clock())
    if view.debts:
        hints.append(_promises())
        hints += [_came_out(debt.standing) for debt in view.debts if debt.standing in ("kept", "broken")]
    elif view.decisions >= _LEDGER_AT_LATEST:
        hints.append(_no_promises())
    if view.stop is Stop.ENDED:
        hints.append(_ending())
    return hints


def in_debrief() -> list[Hint]:
    """What is said over the debrief."""
    parts = _(
        "The debrief says how it ended and what it was worth. Below that, every decision tells what it cost, why, and "
        "what would have been better. The lost points always add up. Here you go from part to part."
    )
    mirror = _("Read as much of it as you like. Then look at the same play from the other side: in the mirror.")
    return [
        Hint("parts", _("What it was worth"), parts, _has_name(_("Parts of the debrief"))),
        Hint("ways", _("One thing is left"), mirror, _has_key("go-part-ways"), "mirror"),
    ]


def in_mirror(name: str) -> list[Hint]:
    """What is said over the mirror."""
    from game.window.screens.mirror.faces import Question  # late, as the mirror itself

    faces = Hint(
        "mirror",
        _("Now you are the guest"),
        _(
            "In the mirror you sit in the chair of {name} and hear your own sentences. After each one say how it "
            "feels; then you see how it felt.",
            name=name,
        ),
        lambda widget: isinstance(widget, Question),
    )
    return [faces]


def after_mirror() -> list[Hint]:
    """The last word."""
    words = _("That is all you need. The next guests wait, each with a reason and a day of their own.")
    return [Hint("end", _("You know your way now"), words, _has_key("close"), "end")]


def _at_the_beginning(name: str) -> list[Hint]:
    mood = Hint(
        "mood",
        _("Read the face"),
        _(
            "This is {name}. The face, and the word that goes with it, tell how all that you say and do is taken.",
            name=name,
        ),
        lambda widget: isinstance(widget, PersonCard | PersonStrip),
    )
    choices = Hint(
        "choices",
        _("Say or do something"),
        _(
            "Choose with a number key, with the arrows and Enter, or with a click. Take the time you need: what "
            "somebody decent might say stands here, and only some of it helps."
        ),
        lambda widget: isinstance(widget, Answers),
    )
    return [mood, choices]


def _coach() -> Hint:
    words = _("After each decision the coach says why it went as it did. In a graded play this waits until the end.")
    return Hint("coach", _("The coach"), words, _is_note("coach"))


def _take_back() -> Hint:
    words = _(
        "Would you rather have said something else? In practice you can take a decision back and try another way."
    )
    return Hint("take-back", _("Take it back"), words, _has_key("take-this-back"))


def _clock() -> Hint:
    words = _("Time has passed. The clock of the case jumps, and with it runs the time of what you promised.")
    return Hint("clock", _("The clock"), words, _is_clock)


def _promises() -> Hint:
    words = _(
        "You gave your word. Here it stands, with the time you have left. Keep it, and it counts for you; let it "
        "pass, and that is what your guest will tell others."
    )
    return Hint("promises", _("Your promises"), words, _is_ledger)


def _no_promises() -> Hint:
    words = _("You have promised nothing so far. Once you do, it stands here with the time you have left.")
    return Hint("promises", _("Your promises"), words, _is_ledger)


def _came_out(standing: Standing) -> Hint:
    if standing == "kept":
        words = _("You did what you had said, and in time. Hardly anything wins more trust.")
        return Hint("kept", _("You kept your word"), words, _is_note("kept"))
    words = _(
        "The time ran out, and the promise is broken: that costs points, and trust. In practice you can still take "
        "the decision back and keep your word."
    )
    return Hint("broken", _("Too late"), words, _is_note("broken"))


def _ending() -> Hint:
    words = _("That was the case. What was it worth, and what would have gone better? The debrief says so.")
    return Hint("ending", _("And now the debrief"), words, _has_key("choice-1"))


def _is_note(mark: str) -> Callable[[Widget], bool]:
    return lambda widget: isinstance(widget, Note) and widget.mark == mark


def _is_clock(widget: Widget) -> bool:
    """Where room is short, the button that opens clock and promises."""
    return isinstance(widget, Clock) or widget.key == "ledger"


def _is_ledger(widget: Widget) -> bool:
    return widget.key == "ledger" or (isinstance(widget, Card) and widget.name == _("Promises"))


def _has_key(key: str) -> Callable[[Widget], bool]:
    return lambda widget: widget.key == key


def _has_name(name: str) -> Callable[[Widget], bool]:
    return lambda widget: widget.name == name


def next_hint(hints: Sequence[Hint], seen: set[str]) -> Hint | None:
    """The first that was not shown yet."""
    return next((hint for hint in hints if hint.key not in seen), None)
