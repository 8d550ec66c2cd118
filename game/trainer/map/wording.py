"""The words of a map that every form of it uses."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.debrief.wording import decision_count_words, total_words
from game.texts import _

if TYPE_CHECKING:
    from game.scenario.model import Channel, Outcome
    from game.session.points import Points
    from game.trainer.map.chart import Arrow, Card, Chart, Pledged, Way

__all__ = [
    "arrow_words",
    "card_words",
    "channel_word",
    "condition_words",
    "facts",
    "outcome_word",
    "pledge_words",
    "points_words",
    "signed",
    "way_words",
]

_MINUS = "\N{MINUS SIGN}"


def signed(number: int) -> str:
    """Points with their sign."""
    return f"{number:+d}".replace("-", _MINUS) if number else "0"


def outcome_word(outcome: Outcome) -> str:
    """An outcome in a word."""
    return {"lost": _("Lost"), "kept": _("Kept"), "delighted": _("Delighted")}[outcome]


def channel_word(channel: Channel) -> str:
    """A channel in a word."""
    return {
        "phone": _("phone"),
        "chat": _("chat"),
        "email": _("e-mail"),
        "counter": _("counter"),
        "visit": _("visit"),
    }[channel]


def way_words(way: Way) -> str:
    """What one says, in quotation marks, or does."""
    return f"“{way.words}”" if way.kind == "say" else way.words


def condition_words(arrow: Arrow) -> str:
    """On which condition an arrow is the one, where there are several."""
    if arrow.is_rest:
        return _("otherwise")
    return _("if {condition}", condition=arrow.when) if arrow.when else ""


def pledge_words(pledged: Pledged) -> str:
    """What is done to a promise."""
    words = {
        "open": _("makes the promise {name}: {text}"),
        "kept": _("keeps the promise {name}: {text}"),
        "released": _("calls off the promise {name}: {text}"),
    }[pledged.standing]
    return words.format(name=pledged.name, text=pledged.text)


def points_words(points: Points) -> str:
    """Points by dimension; those that are none are left out."""
    named = (
        (_("respect {points}"), points.respect),
        (_("proactivity {points}"), points.proactivity),
        (_("follow-through {points}"), points.follow_through),
    )
    return ", ".join(words.format(points=signed(number)) for words, number in named if number) or _("no points")


def arrow_words(way: Way, arrow: Arrow) -> str:
    """What an arrow stands for, in a line."""
    parts = [way_words(way)]
    if way.kind != "pass":
        parts.append(points_words(way.points))
    if condition := condition_words(arrow):
        parts.append(condition)
    return _("{what} – leads to {scene}", what=" · ".join(parts), scene=arrow.to)


def card_words(card: Card) -> str:
    """A scene in a line: for whoever has the map read aloud."""
    parts = [card.heading or card.name]
    if card.outcome:
        parts.append(_("ending: {outcome}", outcome=outcome_word(card.outcome).lower()))
    if card.facing:
        parts.append(_("you face {person}", person=card.facing))
    parts += [part for part in (card.moment, card.limit and _("{time} to choose", time=card.limit)) if part]
    if card.is_best:
        parts.append(_("on the best play's way"))
    if not card.is_reachable:
        parts.append(_("no play comes here"))
    count = sum(way.kind in ("say", "do") for way in card.ways)
    if count:
        parts.append(_("1 choice") if count == 1 else _("{count} choices", count=count))
    return " · ".join(parts)


def facts(chart: Chart) -> list[str]:
    """What holds of the whole case, a sentence each."""
    ways = [way for card in chart.cards for way in card.ways if way.kind != "pass"]
    endings = sum(card.outcome is not None for card in chart.cards)
    told = [
        _("Scenes: {scenes}, of them endings: {endings}. Choices: {choices}.").format(
            scenes=len(chart.cards), endings=endings, choices=sum(way.kind != "silence" for way in ways)
        )
    ]
    if not chart.is_solved:
        told.append(
            _(
                "The case has too many states to go through all its plays: the best play and what no play reaches are "
                "not marked."
            )
        )
    elif chart.extremes is None or chart.best_play is None:
        told.append(_("No play comes to an ending, so there is no best play."))
    else:
        told.append(
            _("Best play: {best}; the shortest way there takes {decisions}. Worst play: {worst}.").format(
                best=total_words(chart.extremes.best, signed(chart.extremes.best)),
                worst=signed(chart.extremes.worst),
                decisions=decision_count_words(len(chart.best_play)),
            )
        )
    lost = [card for card in chart.cards if not card.is_reachable]
    never = [way for way in ways if not way.is_reachable]
    if lost or never:
        told.append(
            _("Grey, because no play reaches it – scenes: {scenes}, choices and silences: {choices}.").format(
                scenes=len(lost), choices=len(never)
            )
        )
    return told
