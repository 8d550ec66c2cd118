"""Before a case: who one is, what it is about, and how it is to be played."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.looks.portrait import look_from
from game.texts import _
from game.window.screens.scenarios.case_card import facts
from game.window.widgets.boxes import Flow
from game.window.widgets.button import Button
from game.window.widgets.dialog import Dialog
from game.window.widgets.label import Heading, Label
from game.window.widgets.portrait import Portrait

if TYPE_CHECKING:
    from collections.abc import Callable

    from game.scenario.model import Scenario
    from game.session.journal import Mode
    from game.window.widgets.scroll import ScrollState
    from game.window.widgets.widget import Widget

__all__ = ["briefing"]


def briefing(
    scenario: Scenario, namesake: str, on_play: Callable[[Mode], None], on_close: Callable[[], None], state: ScrollState
) -> Dialog:
    """A dialog from which the case begins, for practice or graded; the customer is drawn by the original's name."""
    customer, you = scenario.customer, scenario.you
    lines: list[Widget] = [Label(scenario.summary)] if scenario.summary else []
    role = (
        _("You are {name}, {role}.", name=you.name, role=you.role) if you.role else _("You are {name}.", name=you.name)
    )
    return Dialog(
        scenario.title,
        Portrait(customer.name, look_from(customer.face, namesake), customer.mood, side=128),
        Heading(scenario.title, size=22, level=1, align="centre"),
        *lines,
        Label(_("{role} You serve {customer}.", role=role, customer=customer.name)),
        Flow(_("Where, how hard, how long"), *facts(scenario), gap=16),
        Button(
            _("Practise"), lambda: on_play("practice"), key="practise", mark="coach", style="primary",
            description=_("The coach speaks after each decision, and you can take decisions back."),
        ),
        Label(_("The coach speaks after each decision, and you can take decisions back."), size=14, colour="mute"),
        Button(
            _("Play for a grade"), lambda: on_play("graded"), key="graded", mark="best",
            description=_("The coach speaks at the end; nothing can be taken back."),
        ),
        Label(_("The coach speaks at the end; nothing can be taken back."), size=14, colour="mute"),
        Button(_("Back to the cases"), on_close, key="close", mark="back"),
        state=state,
        width=480,
        gap=10,
    )  # fmt: skip
