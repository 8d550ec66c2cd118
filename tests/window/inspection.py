"""What is wrong with a screen as it is painted: words that are cut, broken, or painted over one another or elsewhere.

The letters themselves are left out; where each line would stand is noted where lettering paints it, and which widget
paints it. So a text is found to be cut by what is painted of it, whatever the widget believes.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import ExitStack
from functools import partial
from itertools import combinations
from typing import Any, NamedTuple
from unittest.mock import patch

import pygame
from pygame import Rect

from game.window import lettering
from game.window.focus import focusable
from game.window.fonts import width_of
from game.window.input import Move
from game.window.stage import Stage
from game.window.widgets.scroll import Scroll
from game.window.widgets.toast import Toast
from game.window.widgets.widget import Widget
from game.window.wrapping import cut, spoken

__all__ = ["faults"]

_LEAST_SEEN = 40
"""Units of text that a page which scrolls shows at least: two lines."""
_HYPHENS = ("-", "–")
_NO_WORD = re.compile(r"[/\\@]|\w\.\w|[\w-]{40,}")
"""Paths, addresses and the like, which may be broken anywhere."""
_THINNER = 0.72
"""What of a line's height letters take, roughly."""


class Line(NamedTuple):
    """A line of a text, and where it stands."""

    words: str
    widget: Widget
    place: Rect
    sight: Rect


class Desk:
    """Takes note while a stage is painted."""

    def __init__(self) -> None:
        self.lines: list[Line] = []
        self.found: list[str] = []
        self._painting: list[Widget] = []

    def paint(self, widget: Widget, paint: Any, canvas: Any) -> None:
        """Paint a widget, and know that it is this one."""
        self._painting.append(widget)
        paint(canvas)
        self._painting.pop()

    def cut(self, text: str, size: int, weight: Any, width: int) -> str:
        """Cut a text as lettering does; that is a fault, unless its widget says that it cuts, and its name is whole."""
        widget, kept = self._painting[-1], cut(text, size, weight, width)
        if kept != spoken(text) and not (widget.may_cut and spoken(text) in widget.name):
            self.found.append(f"{type(widget).__name__} cuts {text!r} to {kept!r}")
        return kept

    def lines_of(self, text: str, face: Any, width: int, *, broken: Any) -> tuple[str, ...]:
        """Break a text as lettering does; a word in two without a hyphen is a fault."""
        lines: tuple[str, ...] = broken(text, face, width)
        self.found += [f"{type(self._painting[-1]).__name__} breaks {word!r}" for word in broken_words(text, lines)]
        return lines

    def line(self, surface: Any, area: Rect, y: int, height: int, words: str, face: Any, _ink: Any, align: str) -> None:
        """Note where a line stands."""
        width = width_of(words, face.size, face.weight)
        spare = area.width - width
        x = area.x + {"left": 0, "centre": spare // 2, "right": spare}[align]
        thin = round(face.size * _THINNER)
        place = Rect(x, y + (height - thin) // 2, width, thin)
        if words.strip():
            self.lines.append(Line(words, self._painting[-1], place, surface.get_clip()))


def broken_words(text: str, lines: tuple[str, ...]) -> Iterator[str]:
    """The words that go on in the next line without a hyphen, though they are words."""
    rest = spoken(text)
    for line in lines[:-1]:
        bare = line[:-1] if line.endswith("-") and not rest.lstrip().startswith(line.lstrip()) else line
        start = rest.index(bare) + len(bare)
        is_inside = start < len(rest) and bare and not bare[-1].isspace() and not rest[start].isspace()
        if is_inside and not line.endswith(_HYPHENS):
            word = re.search(r"\S*$", rest[:start]).group() + re.match(r"\S*", rest[start:]).group()  # type: ignore[union-attr]
            if not _NO_WORD.search(word):
                yield word
        rest = rest[start:]


def faults(stage: Stage) -> list[str]:
    """All that is wrong with what a stage shows, each in a sentence."""
    desk = _painted(stage)
    in_scrolls = {id(below) for each in stage.tree.walk() if isinstance(each, Scroll) for below in each.page.walk()}
    found = [*desk.found, *_crossed(desk.lines, stage), *_strays(stage)]
    for line in desk.lines:
        name, widget, home = type(line.widget).__name__, line.widget, line.widget.rect.inflate(2, 2)
        if not (home.left <= line.place.left and line.place.right <= home.right):
            found.append(f"{line.words!r} runs out of its {name}: {line.place} of {home}")
        if not (home.top <= line.place.top and line.place.bottom <= home.bottom):
            found.append(f"{line.words!r} stands above or below its {name}: {line.place} of {home}")
        if id(widget) not in in_scrolls and not line.sight.inflate(2, 2).contains(line.place):
            found.append(f"{line.words!r} is out of sight: {line.place} of {line.sight}")
    return list(dict.fromkeys([*found, *_unreached(stage)]))  # what is asked last scrolls


def _painted(stage: Stage) -> Desk:
    desk = Desk()
    surface = pygame.Surface(stage.size)
    with ExitStack() as stack:
        for name, stand_in in {
            "_paint": desk.line,
            "cut": desk.cut,
            "lines_of": partial(desk.lines_of, broken=lettering.lines_of),
        }.items():
            stack.enter_context(patch.object(lettering, name, stand_in))
        for widget in stage.tree.walk():
            stack.enter_context(patch.object(widget, "paint", partial(desk.paint, widget, widget.paint)))
        stage.paint(surface)
    return desk


def _crossed(lines: list[Line], stage: Stage) -> Iterator[str]:
    """Lines that are painted over one another."""
    for layer in stage.tree.children:
        inside = {id(widget) for widget in layer.walk()}
        seen = [(line, line.place.clip(line.sight)) for line in lines if id(line.widget) in inside]
        for (one, here), (other, there) in combinations(seen, 2):
            lies_over = isinstance(one.widget, Toast) != isinstance(other.widget, Toast)  # for a moment, on purpose
            if not lies_over and here.inflate(-2, 0).colliderect(there):
                yield f"{one.words!r} and {other.words!r} are painted over one another: {here}, {there}"


def _strays(stage: Stage) -> Iterator[str]:
    """Widgets that leave their parent; a page that scrolls may be longer than what shows it, and not wider."""
    for parent in stage.tree.walk():
        name = type(parent).__name__
        if isinstance(parent, Scroll):
            if parent.rect.height < min(parent.page.rect.height, stage.theme.em(_LEAST_SEEN)):
                yield f"{parent.name!r} shows too little of its page: {parent.rect}"
            if not parent.rect.left <= parent.page.rect.left <= parent.page.rect.right <= parent.rect.right:
                yield f"{parent.page.name!r} is wider than its {name}: {parent.page.rect} of {parent.rect}"
            continue
        for child in parent.children:
            if child.rect.size != (0, 0) and not parent.rect.contains(child.rect):
                yield f"{type(child).__name__} {child.name!r} leaves its {name}: {child.rect} of {parent.rect}"


def _unreached(stage: Stage) -> Iterator[str]:
    """What can have the focus and does not get it from Tab, is not brought into sight by it, or lacks name or key."""
    expected = focusable(stage._scope)
    for widget in expected:
        if not widget.key or not widget.name.strip():
            yield f"{type(widget).__name__} {widget.name!r} lacks a key or a name"
        if sum(other.key == widget.key for other in expected) > 1:
            yield f"{type(widget).__name__} {widget.name!r} has the key of another: {widget.key}"
    seen: list[str] = []
    for _step in range(len(expected) + 1):
        stage.act(Move.NEXT)
        if stage.focus is None:
            break
        seen.append(stage.focus.key)
        place = stage.focus.rect
        if not place.width or not place.clip(Rect((0, 0), stage.size)).size > (0, 0):
            yield f"{stage.focus.name!r} has the focus and cannot be seen: {place}"
    for widget in expected:
        if widget.key not in seen:
            yield f"{type(widget).__name__} {widget.name!r} is not reached by Tab"
