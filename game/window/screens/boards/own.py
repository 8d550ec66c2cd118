"""The player's own business with a server: the boards of a season joined or left, what is shared, all of it gone."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from game.texts import _
from game.window.widgets.boxes import Flow
from game.window.widgets.button import Button
from game.window.widgets.card import Card
from game.window.widgets.chip import Marked
from game.window.widgets.choice_row import Options
from game.window.widgets.dialog import Dialog
from game.window.widgets.label import Heading, Label
from game.window.widgets.textfield import TextField
from game.window.widgets.widget import Live

if TYPE_CHECKING:
    from collections.abc import Callable

    from game.online.messages import Me, SeasonRow
    from game.records.memberships import Membership
    from game.window.widgets.scroll import ScrollState
    from game.window.widgets.widget import Widget

__all__ = ["OwnWays", "entry_card", "leave_dialog", "own_card"]

_LONGEST_NAME = 40


@dataclass(frozen=True, slots=True)
class OwnWays:
    """What can be done there."""

    on_enter: Callable[[], None]
    on_name: Callable[[str], None]
    on_withdraw: Callable[[], None]
    on_named: Callable[[bool], None]
    on_share: Callable[[bool], None]
    on_save: Callable[[], None]
    on_leave: Callable[[], None]


def entry_card(season: SeasonRow, name: str, remark: str, ways: OwnWays) -> Card:
    """Whether to stand on the boards of a season, and by which name."""
    title = _("Stand on the boards?")
    told: list[Widget] = [
        Heading(title, size=19),
        Label(_("You play in {season} without standing on its boards: nobody sees your score.", season=season.title)),
        TextField(
            _("Pseudonym on the boards"), name, ways.on_name, key="entry-name", longest=_LONGEST_NAME,
            on_enter=ways.on_enter,
        ),
    ]  # fmt: skip
    if remark:
        told.append(Marked("alert", remark, colour="bad", words_colour="ink", size=15, live=Live.POLITE))
    told.append(Button(_("Stand on the boards"), ways.on_enter, key="enter", mark="podium", style="primary"))
    words = _("Everybody there sees pseudonym, avatar, team and score. You can leave the boards at any time.")
    told.append(Label(words, size=14, colour="mute"))
    return Card(title, *told, padding=20, gap=12)


def own_card(membership: Membership, me: Me | None, season: SeasonRow | None, ways: OwnWays) -> Card:
    """What is shared with whom, and the ways out."""
    title = _("You and this server")
    switch = {True: _("yes"), False: _("no")}
    who = _("{name} at {url}", name=membership.pseudonym, url=membership.url)
    told: list[Widget] = [Heading(title, size=19), Label(who, size=15, colour="mute")]
    if me is not None and me.team is not None:
        told.append(
            Options(
                _("Named to the trainer"), "person", switch, me.is_named, ways.on_named, key="named",
                note=_("Whether your trainer sees by name which assignments you have finished."),
            )
        )  # fmt: skip
    told.append(
        Options(
            _("Share practice"), "shelf", switch, membership.shares_practice, ways.on_share, key="share",
            note=_("Plays on this computer go to the practice board once they end, with all that was decided in them."),
        )
    )  # fmt: skip
    buttons = [Button(_("Save what it keeps of me"), ways.on_save, key="save", mark="down", is_slim=True)]
    if season is not None and season.pseudonym is not None:
        words = _("Leave the boards of this season")
        buttons.append(Button(words, ways.on_withdraw, key="withdraw", mark="lost", is_slim=True))
    buttons.append(
        Button(_("Leave this server"), ways.on_leave, key="leave", mark="close", mark_colour="bad", is_slim=True)
    )
    return Card(title, *told, Flow(title, *buttons), padding=20, gap=14)


def leave_dialog(url: str, on_leave: Callable[[], None], on_close: Callable[[], None], state: ScrollState) -> Dialog:
    """Whether everything on a server is to be erased."""
    title = _("Leave this server?")
    return Dialog(
        title,
        Heading(title, size=20, level=1),
        Label(_("{url} erases all that it keeps of you: places, ranked plays, and your pseudonym.", url=url)),
        Label(_("What is kept on this computer stays. Nobody can bring the rest back.")),
        Button(_("Stay"), on_close, key="close", mark="kept", style="primary"),
        Button(_("Erase it there, and leave"), on_leave, key="leave-now", mark="close", mark_colour="bad"),
        state=state,
        width=520,
    )
