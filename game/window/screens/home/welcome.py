"""What is said to somebody who is here for the first time."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from game.texts import LANGUAGES, _, language
from game.window.widgets.boxes import Column, Flow
from game.window.widgets.button import Button
from game.window.widgets.card import Card
from game.window.widgets.chip import Marked
from game.window.widgets.choice_row import Option
from game.window.widgets.label import Heading, Label
from game.window.widgets.widget import Role

if TYPE_CHECKING:
    from game.window.screens.home.doors import Doors
    from game.window.widgets.widget import Widget

__all__ = ["welcome"]


def welcome(doors: Doors) -> Widget:
    """The language, what this is about, and two ways to begin: guided, or straight to the cases."""
    title = _("New here?")
    lines: list[Widget] = [Heading(title, size=26)]
    if doors.on_language is not None:
        lines.append(_languages(doors))
    ways = []
    if doors.on_first_steps is not None:
        lines.append(Label(_("Three minutes with a first guest show you everything you need."), size=17))
        guided = _("First steps")
        ways.append(Button(guided, doors.on_first_steps, key="first-steps", mark="flag", style="primary"))
    if doors.on_skip is not None:
        words, mark = _("Straight to the cases"), "shelf"
        ways.append(Button(words, doors.on_skip, key="skip", mark=mark, style="plain" if ways else "primary"))
    lines.append(Flow(_("Begin"), *ways, gap=14))
    lines += [
        _promise("charmed", _("Read the face: it tells how what you say is taken.")),
        _promise("kept", _("Mind your promises: they are written down, and their time runs.")),
        _promise("coach", _("Practise as often as you like; nobody is watching, and nothing is sent anywhere.")),
    ]
    return Card(title, *lines, padding=26, gap=16)


def _promise(mark: str, words: str) -> Marked:
    return Marked(mark, words, colour="accent", words_colour="ink", size=18)


def _languages(doors: Doors) -> Widget:
    """The languages, each in its own words."""
    choose = doors.on_language or (lambda _tag: None)
    options = []
    for place, (tag, name) in enumerate(LANGUAGES.items(), 1):
        is_on = tag == language()
        option = Option(name, partial(choose, tag), key=f"language-{tag}", is_chosen=is_on, mark="globe")
        option.language = tag
        option.place_in_set = (place, len(LANGUAGES))
        options.append(option)
    return Column(_("Language"), Flow(_("Language"), *options, gap=8), role=Role.OPTIONS)
