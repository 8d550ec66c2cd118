"""Where the focus goes: in the order of reading, or to the nearest neighbour in a direction."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from pygame import Rect

from game.window.input import Move

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from game.window.widgets.scroll import Scroll
    from game.window.widgets.widget import Widget

__all__ = ["focusable", "moved"]

_ASIDE = 2
"""How much less a step aside is liked than one straight on."""
_OVERLAP = 0.5
"""How much of the lower of two widgets may lie beside the other before it is neither above nor below it."""


class _Place(NamedTuple):
    """Where a widget lies, as far as going there is concerned."""

    rect: Rect
    """What is scrolled out of sight lies at the edge behind which it is."""
    pages: frozenset[int]
    """On which of the pages."""
    is_seen: bool
    is_frame: bool
    """A page with something on it that can have the focus, too: arrows scroll it, and go to what is on it."""


def focusable(tree: Widget) -> list[Widget]:
    """The widgets that can have the focus, in the order of reading."""
    return [widget for widget in tree.walk() if widget.is_focusable]


def moved(widgets: Sequence[Widget], now: Widget, move: Move, pages: Sequence[Scroll] = ()) -> Widget:
    """The widget a move leads to; the same where nothing lies that way.

    Next and previous run through all and round the ends. Directions look at places: first on the page on which that
    lies which has the focus, in sight or not; then at what else is in sight, and at pages that show nothing to go to.
    From a page itself they lead past what is on it, or, where nothing else lies there, to that.

    Args:
        widgets: all that can have the focus, in the order of reading.
        now: the one that has it.
        move: where to.
        pages: what scrolls, that they may lie on.
    """
    if move in (Move.NEXT, Move.PREVIOUS):
        step = 1 if move is Move.NEXT else -1
        return widgets[(widgets.index(now) + step) % len(widgets)]
    places = {id(widget): place for widget, place in zip(widgets, _placed(widgets, pages), strict=True)}
    here = places[id(now)]
    others = [each for each in widgets if each is not now and not places[id(each)].is_frame]
    same = [each for each in others if here.pages and places[id(each)].pages >= here.pages]
    found = _nearest(now.rect, [(each.rect, each) for each in same], move)
    if found is not None:
        return found
    on_it = [each for each in now.walk() if here.is_frame and each in others]
    further = [(places[id(each)], each) for each in others if each not in same and each not in on_it]
    shown = {page for place, _widget in further if place.is_seen for page in place.pages}
    reachable = [(place.rect, each) for place, each in further if place.is_seen or not place.pages & shown]
    seen = (each for each in on_it if places[id(each)].is_seen)
    return _nearest(here.rect, reachable, move) or next(seen, next(iter(on_it), now))


def _placed(widgets: Sequence[Widget], pages: Sequence[Scroll]) -> Iterator[_Place]:
    on_pages = [{id(widget) for widget in page.page.walk()} for page in pages]
    taking = {id(widget) for widget in widgets}
    frames = {id(page) for page, on_page in zip(pages, on_pages, strict=True) if on_page & taking}
    for widget in widgets:
        under = [page for page, on_page in zip(pages, on_pages, strict=True) if id(widget) in on_page]
        rect = widget.rect.copy()
        for page in under:
            top, bottom = (min(max(y, page.rect.top), page.rect.bottom) for y in (rect.top, rect.bottom))
            rect = Rect(rect.x, top, rect.width, bottom - top)
        yield _Place(rect, frozenset(map(id, under)), rect.height > 0, id(widget) in frames)


def _nearest(now: Rect, others: Sequence[tuple[Rect, Widget]], move: Move) -> Widget | None:
    """The one that lies nearest in a direction, straight on rather than aside."""
    ahead = [(distance, widget) for rect, widget in others if (distance := _distance(now, rect, move)) is not None]
    return min(ahead, key=lambda pair: pair[0])[1] if ahead else None


def _distance(now: Rect, other: Rect, move: Move) -> tuple[float, int] | None:
    """How far another lies in a direction, and how much its middle lies aside; None if it lies elsewhere."""
    along = [(rect.top, rect.bottom) for rect in (now, other)]
    across = [(rect.left, rect.right) for rect in (now, other)]
    if move in (Move.LEFT, Move.RIGHT):
        along, across = across, along
    (start, end), (other_start, other_end) = along
    if move in (Move.UP, Move.LEFT):  # as in a mirror
        start, end, other_start, other_end = -end, -start, -other_end, -other_start
    gap, aside = other_start - end, _beyond(*across[0], *across[1])
    is_beside = gap < -_OVERLAP * min(end - start, other_end - other_start)
    if is_beside or other_start + other_end <= start + end or (aside and move in (Move.LEFT, Move.RIGHT)):
        return None
    return max(0, gap) + _ASIDE * aside, abs(sum(across[0]) - sum(across[1]))


def _beyond(start: int, end: int, other_start: int, other_end: int) -> int:
    """How far a span lies beside another; 0 where they overlap."""
    return max(0, other_start - end + 1, start - other_end + 1)
