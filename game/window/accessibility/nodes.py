"""Widgets as AccessKit's nodes."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Any

from game.window.widgets.textfield import TextField, Written
from game.window.widgets.widget import Live, Role

if TYPE_CHECKING:
    from collections.abc import Iterator
    from types import ModuleType

    from game.window.widgets.widget import Widget

__all__ = ["Places", "echoes", "node_of", "places_in_sets"]

Places = dict[int, tuple[int, int]]
"""By the number of a widget, the how manieth of how many it is."""

_SETS = (Role.LIST, Role.OPTIONS)
_MEMBERS = (Role.BUTTON, Role.ITEM, Role.OPTION, Role.CHECK, Role.SWITCH, Role.GROUP)
_PRESSED = (Role.BUTTON, Role.OPTION, Role.CHECK, Role.SWITCH)
_STEPPED = (Role.SLIDER, Role.STEPPER)
_ECHOING = (Role.GROUP, Role.SCROLL, Role.LABEL)
_SCROLLED = (Role.SCROLL, Role.LOG)


def node_of(kit: ModuleType, widget: Widget, places: Places, *, is_echo: bool = False) -> Any:
    """A widget as AccessKit takes it; a mere echo of what it lies in is passed over."""
    node = kit.Node(getattr(kit.Role, (Role.LAYOUT if is_echo else widget.role).value))
    rect = widget.rect
    node.set_bounds(kit.Rect(float(rect.left), float(rect.top), float(rect.right), float(rect.bottom)))
    node.set_children([child.reader_id for child in widget.children])
    if widget.key:
        node.set_author_id(widget.key)
    if isinstance(widget, Written):
        _tell_letters(node, kit, widget)
        return node
    _tell_words(node, widget)
    _tell_state(node, kit, widget)
    _tell_actions(node, kit, widget)
    _tell_place(node, widget, places)
    if isinstance(widget, TextField):
        _tell_caret(node, kit, widget)
    return node


def places_in_sets(tree: Widget) -> Places:
    """Which place each member of a list has in it; other widgets may know their own."""
    found: Places = {}
    for widget in tree.walk():
        if widget.place_in_set is not None:
            found[widget.reader_id] = widget.place_in_set
        if widget.role in _SETS:
            members = [member for member in _below(widget) if member.role in _MEMBERS]
            for number, member in enumerate(members, 1):
                found.setdefault(member.reader_id, (number, len(members)))
    return found


def echoes(tree: Widget) -> set[int]:
    """The numbers of widgets that only repeat the name of what they lie in: nobody wants to hear it twice."""
    return {
        widget.reader_id for widget, outer in _with_outer(tree, "") if widget.role in _ECHOING and _says(widget, outer)
    }


def _says(widget: Widget, outer: str) -> bool:
    return widget.name == outer and not widget.is_focusable and not widget.description and widget.live is Live.OFF


def _with_outer(widget: Widget, outer: str) -> Iterator[tuple[Widget, str]]:
    """All widgets, each with the name of what a screen reader finds it in."""
    yield widget, outer
    for child in widget.children:
        yield from _with_outer(child, outer if widget.role is Role.LAYOUT else widget.name)


def _below(widget: Widget) -> Iterator[Widget]:
    """What a screen reader finds in a widget: its children, and those of what only arranges them."""
    for child in widget.children:
        if child.role is Role.LAYOUT:
            yield from _below(child)
        else:
            yield child


def _tell_words(node: Any, widget: Widget) -> None:
    if widget.role is Role.LABEL:
        node.set_value(widget.name)  # AccessKit wants a label's text as its value
    elif widget.role is not Role.LAYOUT:
        node.set_label(widget.name)
        if widget.value_text:
            node.set_value(widget.value_text)
    if widget.description:
        node.set_description(widget.description)
    if widget.language:
        node.set_language(widget.language)
    if widget.shortcut:
        node.set_keyboard_shortcut(widget.shortcut)


def _tell_state(node: Any, kit: ModuleType, widget: Widget) -> None:
    if widget.level is not None:
        node.set_level(widget.level)
    if widget.role is Role.DIALOG:
        node.set_modal()
    if not widget.is_enabled:
        node.set_disabled()
    if widget.is_chosen is not None:
        node.set_toggled(kit.Toggled.TRUE if widget.is_chosen else kit.Toggled.FALSE)
    if widget.value is not None:
        value, greatest = widget.value
        node.set_numeric_value(float(value))
        node.set_min_numeric_value(0.0)
        node.set_max_numeric_value(float(greatest))


def _tell_actions(node: Any, kit: ModuleType, widget: Widget) -> None:
    """What can be asked of it; the bridge reads the same actions."""
    actions = kit.Action
    node.add_action(actions.SCROLL_INTO_VIEW)
    if widget.role in _SCROLLED:
        node.add_action(actions.SCROLL_UP)
        node.add_action(actions.SCROLL_DOWN)
    if not widget.is_focusable:
        return
    node.add_action(actions.FOCUS)
    if not widget.is_enabled:
        return
    if widget.role in _PRESSED:
        node.add_action(actions.CLICK)
    if widget.role in _STEPPED:
        node.add_action(actions.INCREMENT)
        node.add_action(actions.DECREMENT)
        node.set_numeric_value_step(1.0)
    if widget.takes_text:
        node.add_action(actions.CLICK)
        node.add_action(actions.SET_TEXT_SELECTION)
        node.add_action(actions.REPLACE_SELECTED_TEXT)
    if widget.takes_text or widget.role in _STEPPED:
        node.add_action(actions.SET_VALUE)


def _tell_place(node: Any, widget: Widget, places: Places) -> None:
    place = places.get(widget.reader_id)
    if place is not None:
        node.set_position_in_set(place[0] - 1)  # AccessKit counts from 0
    inside = [places[member.reader_id][1] for member in _below(widget) if member.reader_id in places]
    if inside:
        node.set_size_of_set(inside[0])  # and asks the list for its size


def _tell_letters(node: Any, kit: ModuleType, written: Written) -> None:
    """A text run: its letters, and where each stands; lengths in bytes, as AccessKit counts them."""
    letters = written.text.letters
    edges = written.letter_edges()
    node.set_value("".join(letters))
    node.set_text_direction(kit.TextDirection.LEFT_TO_RIGHT)
    node.set_character_lengths([len(letter.encode()) for letter in letters])
    node.set_character_positions([float(edge) for edge in edges[:-1]])
    node.set_character_widths([float(after - before) for before, after in pairwise(edges)])
    node.set_word_lengths([len(word) for word in written.text.words()])


def _tell_caret(node: Any, kit: ModuleType, field: TextField) -> None:
    if field.hint:
        node.set_placeholder(field.hint)
    run, text = field.written.reader_id, field.text
    anchor, caret = kit.TextPosition(run, text.anchor), kit.TextPosition(run, text.caret)
    node.set_text_selection(kit.TextSelection(anchor, caret))
