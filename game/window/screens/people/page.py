"""One person's page: the avatar in its moods, the pseudonym, the maker, and what is kept of them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from game.texts import _
from game.texts.moods import mood_words
from game.window.screens.people.maker import maker
from game.window.screens.people.tile import TILE, Tile
from game.window.widgets.beside import Beside
from game.window.widgets.boxes import Column, Flow
from game.window.widgets.button import Button
from game.window.widgets.card import Card
from game.window.widgets.chip import Marked
from game.window.widgets.label import Heading, Label
from game.window.widgets.portrait import Portrait
from game.window.widgets.portrayed import Portrayed
from game.window.widgets.textfield import TextField
from game.window.widgets.widget import Live

if TYPE_CHECKING:
    from collections.abc import Callable

    from game.looks.portrait import Look
    from game.window.screens.people.draft import Draft
    from game.window.widgets.widget import Widget

__all__ = ["LONGEST_NAME", "PageWays", "person_page"]

LONGEST_NAME = 40
_MOODS = (-3, -2, -1, 0, 1, 2)
_ROOMY_TILE = 78
_LARGE, _MIDDLE, _SMALL = 236, 148, 58


@dataclass(frozen=True, slots=True)
class PageWays:
    """What can be done on the page."""

    on_name: Callable[[str], None]
    on_left_out: Callable[[str], None]
    """Letters of the name were not taken."""
    on_look: Callable[[Look], None]
    on_chapter: Callable[[str], None]
    on_mood: Callable[[int], None]
    on_surprise: Callable[[], None]
    on_as_named: Callable[[], None]
    on_done: Callable[[], None]
    on_export: Callable[[], None]
    on_erase: Callable[[], None]


def person_page(draft: Draft, mood: int, chapter: str, ways: PageWays, *, is_wide: bool, remark: str = "") -> Widget:
    """The parts to choose from, and beside them, or above, who comes of it; a remark stands at the pseudonym."""
    title = _("Pseudonym and avatar")
    side = _ROOMY_TILE if is_wide else TILE
    made = maker(draft.look, chapter, ways.on_chapter, ways.on_look, side=side)
    parts = Card(_("Avatar"), *made, gap=16, padding=20)
    who, kept = _who(draft, mood, ways, remark, is_wide=is_wide), [_kept(ways)] if draft.of else []
    if is_wide:
        return Column(title, Beside(title, parts, Column(_("Who this is"), who, *kept, gap=16)), padding=20)
    return Column(title, who, parts, *kept, gap=16, padding=20)


def _who(draft: Draft, mood: int, ways: PageWays, remark: str, *, is_wide: bool) -> Widget:
    """The pseudonym, the avatar in one mood large and in all small, chance, and the way on."""
    portrait = Portrait(draft.fit_name or _("you"), draft.look, mood, side=_LARGE if is_wide else _MIDDLE)
    words = Column(_("Who this is"), *_naming(draft, ways, remark), gap=8)
    moods = [_face(draft.look, each, ways.on_mood, is_chosen=each == mood) for each in _MOODS]
    for place, tile in enumerate(moods, 1):
        tile.place_in_set = (place, len(moods))
    shown = Flow(_("The avatar in its moods"), *moods, gap=6)
    others = Flow(_("Chance, or the name"), *_other_looks(draft, ways))
    ready = _("Play as {name}", name=draft.fit_name) if draft.fit_name else _("Begin")
    done = Button(_("Done") if draft.of else ready, ways.on_done, key="done", mark="good", style="primary")
    if is_wide:
        return Card(_("Who this is"), words, portrait, shown, others, done, padding=20)
    return Card(_("Who this is"), Portrayed(portrait, words), shown, others, done, padding=20)


def _naming(draft: Draft, ways: PageWays, remark: str) -> list[Widget]:
    """The pseudonym, what is amiss with it, and whether it draws the face."""
    field = TextField(
        _("Pseudonym"), draft.name, ways.on_name, key="name", longest=LONGEST_NAME, on_enter=ways.on_done,
        hint=_("How shall we call you?"), description=remark, on_left_out=ways.on_left_out,
    )  # fmt: skip
    told: list[Widget] = [field]
    if remark:
        told.append(Marked("alert", remark, colour="bad", words_colour="ink", size=15))
        told[-1].live = Live.POLITE
    words = _("It need not be your real name: a pseudonym is enough.")
    told.append(Label(words, size=14, colour="mute"))
    if draft.words is None:
        words = _("As long as you choose nothing, your name draws your face.")
        told.append(Label(words, size=14, colour="mute"))
    return told


def _other_looks(draft: Draft, ways: PageWays) -> list[Widget]:
    """Looks one need not make: by chance, or the name's."""
    looks: list[Widget] = [Button(_("Surprise me"), ways.on_surprise, key="surprise", mark="die", is_slim=True)]
    if draft.words is not None:
        looks.append(
            Button(_("Back to the face of the name"), ways.on_as_named, key="as-named", mark="undo", is_slim=True)
        )
    return looks


def _kept(ways: PageWays) -> Widget:
    """What is kept of somebody, to take along or to be gone."""
    title = _("What is kept of you")
    return Card(
        title,
        Heading(title, size=17),
        Label(_("Pseudonym, avatar, settings, and every play with its results. It stays on this computer."), size=14),
        Flow(
            title,
            Button(_("Save all of it as a file"), ways.on_export, key="export", mark="down", is_slim=True),
            Button(_("Erase"), ways.on_erase, key="erase", mark="close", mark_colour="bad", is_slim=True),
        ),
        padding=20,
    )


def _face(look: Look, mood: int, on_mood: Callable[[int], None], *, is_chosen: bool) -> Tile:
    """The avatar in a mood, small; pressed, it is shown large."""
    tile = Tile(mood_words(mood), look, mood, lambda: on_mood(mood), key=f"mood-{mood}", side=_SMALL)
    tile.is_chosen = is_chosen
    return tile
