"""Everything has room: in small and large windows, with small and large text, in every language and palette."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import combinations, product

import pytest

from game.looks.palette import PALETTES
from game.texts import LANGUAGES, use_language
from game.window.stage import Stage
from game.window.widgets.boxes import Column, Flow, Grid, Row
from game.window.widgets.bubble import Bubble
from game.window.widgets.button import Button
from game.window.widgets.chip import Marked
from game.window.widgets.choice import ChoiceButton
from game.window.widgets.label import Label
from game.window.widgets.ledger import LedgerLine
from game.window.widgets.note import Chapter, Note
from game.window.widgets.scroll import Scroll
from game.window.widgets.widget import Widget
from tests.window.gallery import SCREENS
from tests.window.inspection import faults

SIZES = ((800, 600), (1280, 800), (3840, 2160))
TEXTS = (100, 200)
SMALLEST = (640, 480)
SMALLEST_TEXTS = (100, 150, 200)
WITH_WORDS = (Bubble, Button, Chapter, ChoiceButton, Label, LedgerLine, Marked, Note)
ARRANGING = (Column, Flow, Grid, Row)

every_look = pytest.mark.parametrize("screen", SCREENS)
every_language = pytest.mark.parametrize("language", LANGUAGES)
every_text = pytest.mark.parametrize("text", SMALLEST_TEXTS)


@every_look
@every_language
def test_everything_can_be_read_and_reached(screen: str, language: str) -> None:
    """No text is cut, no word broken without a hyphen, no line painted over another, no widget leaves its parent, and
    Tab comes to everything that can have the focus; in every palette, which is looked at where it moves anything."""
    use_language(language)
    found = []
    for size, text in product(SIZES, TEXTS):
        stage = SCREENS[screen](size, "light", text)
        light = layout(stage)
        found += [f"{size[0]}x{size[1]}, {text} %: {fault}" for fault in faults(stage)]
        for colours in PALETTES:
            stage.adjust(replace(stage.settings, colours=colours))
            if layout(stage) != light:
                found += [f"{size[0]}x{size[1]}, {text} %, {colours}: {fault}" for fault in faults(stage)]
    assert found == []


def layout(stage: Stage) -> list[tuple[str, str, tuple[int, ...]]]:
    """What a stage shows where; two alike are alike in all that is looked at here."""
    return [(type(each).__name__, each.name, tuple(each.rect)) for each in stage.tree.walk()]


def pairs(tree: Widget) -> Iterator[tuple[Widget, Widget]]:
    """Every widget that takes room, with its parent."""
    for parent in tree.walk():
        for child in parent.children:
            if child.rect.width and child.rect.height:
                yield parent, child


@every_look
@every_text
def test_nothing_leaves_its_parent(screen: str, text: int) -> None:
    """A widget lies within the one it belongs to; only pages that scroll are longer than what shows them."""
    stage = SCREENS[screen](SMALLEST, "light", text)
    for parent, child in pairs(stage.tree):
        if isinstance(parent, Scroll):
            assert parent.rect.left <= child.rect.left, child.name
            assert child.rect.right <= parent.rect.right, child.name
        else:
            assert parent.rect.contains(child.rect), (parent.name, parent.rect, child.name, child.rect)


@every_look
@every_text
def test_words_have_the_room_they_need(screen: str, text: int) -> None:
    """No widget with words is lower than its words, broken to its width, are high."""
    stage = SCREENS[screen](SMALLEST, "light", text)
    for widget in stage.tree.walk():
        if isinstance(widget, WITH_WORDS) and widget.rect.height:
            needed = widget.measure(stage.theme, widget.rect.width)
            assert widget.rect.height >= needed, (widget.name, widget.rect, needed)


@every_look
@every_text
def test_neighbours_do_not_overlap(screen: str, text: int) -> None:
    """What is arranged side by side, or one under the other, keeps apart."""
    stage = SCREENS[screen](SMALLEST, "light", text)
    for parent in stage.tree.walk():
        if isinstance(parent, ARRANGING):
            for one, other in combinations(parent.children, 2):
                assert not one.rect.colliderect(other.rect), (one.name, one.rect, other.name, other.rect)


@pytest.mark.parametrize("size", [(800, 600), (1280, 800)])
@every_text
def test_the_conversation_keeps_room_for_what_was_said_and_for_a_choice(size: tuple[int, int], text: int) -> None:
    """Even at twice the text size two lines can be read back, and the first choice begins within the window."""
    stage = SCREENS["timed"](size, "light", text)
    parts = {widget.key: widget for widget in stage.tree.walk() if widget.key}
    assert parts["log"].rect.height >= 2 * stage.theme.em(17)
    assert parts["choice-1"].rect.y + stage.theme.em(40) < size[1]
