"""Whom to serve next, and why."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from game.records import MEDALS
from game.texts import _
from game.window.progress import Progress, medal_words, progress_marks
from game.window.screens.scenarios.case_card import case_portrait, facts
from game.window.widgets.boxes import Column, Flow
from game.window.widgets.button import Button
from game.window.widgets.card import Card
from game.window.widgets.label import Heading, Label
from game.window.widgets.portrayed import Portrayed

if TYPE_CHECKING:
    from game.learning import Proposal
    from game.window.cases import Cases, Told
    from game.window.screens.home.doors import Doors
    from game.window.screens.home.reception import Reception
    from game.window.widgets.widget import Widget

__all__ = ["next_guest", "reason_words"]

_SIDE = 176


def next_guest(reception: Reception, cases: Cases, doors: Doors) -> Widget:
    """One large card: the face, the title, the reason in words, and the way there."""
    title = _("Your next guest")
    told = None if reception.proposal is None else cases.told(reception.proposal.case)
    if told is None or reception.proposal is None:
        return Card(title, Heading(title, size=15, colour="accent"), Label(_none(cases)), padding=24, gap=10)
    lines: list[Widget] = [
        Heading(title, size=15, colour="accent"),
        Heading(told.scenario.title, size=26, level=3),
        Label(reason_words(reception.proposal, told, reception.progress), size=17),
    ]
    if told.scenario.summary:
        lines.append(Label(told.scenario.summary, size=16, colour="mute"))
    lines.append(Flow(_("Where, how hard, how long"), *facts(told.scenario, size=15), gap=16))
    lines.append(Flow(_("What you reached"), *progress_marks(reception.progress, told.id, size=15), gap=16))
    meet = _("Meet {customer}", customer=told.scenario.customer.name)
    button = Button(meet, partial(doors.on_case, told.id), key="next", mark="play", style="primary")
    lines.append(Flow(_("To the briefing"), button))
    words = Column(told.scenario.title, *lines, gap=9)
    return Card(title, Portrayed(case_portrait(told, side=_SIDE, radius=26), words), padding=24)


def reason_words(proposal: Proposal, told: Told, progress: Progress) -> str:
    """Why just this case."""
    if proposal.reason == "new":
        if not progress.tried and told.scenario.level == 1:
            return _("An easy one to begin with.")
        return _("You have not met yet.")
    if proposal.reason == "practised":
        return _("You have practised this one. Now play it for a grade.")
    best = progress.bests[told.id].score
    ahead = [(least, medal) for medal, least in MEDALS.items() if least > best]
    if not ahead:
        return _(
            "Your best score is {score}. Here most is still to be gained: {points} more.",
            score=best,
            points=proposal.points,
        )
    least, medal = min(ahead)
    return _(
        "Your best score is {score}: {points} more earn {medal}.",
        score=best,
        points=least - best,
        medal=medal_words(medal),
    )


def _none(cases: Cases) -> str:
    """What stands there before a case is proposed, or where there is none."""
    return _("No case was found that can be played.") if cases.is_read and not cases.playable() else _("One moment.")
