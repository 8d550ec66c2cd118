"""What screen readers know: the tree of widgets, told through AccessKit where there is one.

AccessKit calls back on threads of its own; its calls only post events, which the loop reads like any other.
"""

from __future__ import annotations

import os
import sys
from importlib import import_module
from typing import TYPE_CHECKING, Any, Protocol

import pygame

from game.window.input import Assist, Press, Wish
from game.window.widgets.choice import ChoiceButton
from game.window.widgets.widget import Live, Role

if TYPE_CHECKING:
    from types import ModuleType

    from game.window.stage import Stage
    from game.window.widgets.widget import Widget

__all__ = ["AccessKitBridge", "Bridge", "NullBridge", "bridge_for"]


class Bridge(Protocol):
    """Tells screen readers what is on the stage."""

    def sync(self, stage: Stage) -> None:
        """Tell what changed."""

    def focus_window(self, has_focus: bool) -> None:
        """Tell whether the window has the focus."""

    def place_window(self, x: int, y: int, width: int, height: int) -> None:
        """Tell where the window is on the screen."""

    def read(self, event: pygame.Event) -> Assist | None:
        """What a screen reader asked for by an event; None for every other event."""


class NullBridge:
    """Nobody listens: the game plays on without."""

    def sync(self, stage: Stage) -> None:
        """Tell nobody."""

    def focus_window(self, has_focus: bool) -> None:
        """Tell nobody."""

    def place_window(self, x: int, y: int, width: int, height: int) -> None:
        """Tell nobody."""

    def read(self, event: pygame.Event) -> Assist | None:  # noqa: ARG002  # nobody asks
        """Nobody asks for anything."""
        return None


def bridge_for(window: pygame.Window, stage: Stage) -> Bridge:
    """A bridge for a window that is still hidden; where AccessKit is missing or cannot start, nobody listens."""
    try:
        accesskit = import_module("accesskit")  # late: there is no wheel of it for every machine
    except ImportError:
        return NullBridge()
    try:
        return AccessKitBridge(accesskit, window, stage)
    except (AttributeError, OSError, RuntimeError, TypeError, ValueError):
        # A window this platform's AccessKit cannot attach to, such as SDL's dummy on Windows.
        return NullBridge()


class AccessKitBridge:
    """Keeps AccessKit's tree like the stage's."""

    def __init__(self, accesskit: ModuleType, window: pygame.Window, stage: Stage) -> None:
        self._kit = accesskit
        self._stage = stage
        self._event = pygame.event.custom_type()
        self._adapter = self._attach(window)

    def sync(self, stage: Stage) -> None:
        """Tell what changed."""
        self._stage = stage
        self._raise(self._adapter.update_if_active(self.update))

    def focus_window(self, has_focus: bool) -> None:
        """Tell whether the window has the focus; Windows knows by itself."""
        if sys.platform == "darwin":
            self._raise(self._adapter.update_view_focus_state(has_focus))
        elif os.name != "nt":
            self._adapter.update_window_focus_state(has_focus)

    def place_window(self, x: int, y: int, width: int, height: int) -> None:
        """Tell where the window is on the screen; only X11 and Wayland want to know."""
        if sys.platform == "darwin" or os.name == "nt":
            return
        bounds = self._kit.Rect(float(x), float(y), float(x + width), float(y + height))
        self._adapter.set_root_window_bounds(bounds, bounds)

    def read(self, event: pygame.Event) -> Assist | None:
        """What a screen reader asked for by an event."""
        if event.type != self._event:
            return None
        return Assist(event.widget, event.wish)

    def update(self) -> Any:
        """The whole tree as AccessKit takes it."""
        stage, kit = self._stage, self._kit
        focus = stage.focus or stage.tree
        update = kit.TreeUpdate(focus.reader_id)
        tree = kit.Tree(stage.tree.reader_id)
        tree.toolkit_name = "Gastgeber"
        update.tree = tree
        for widget in stage.tree.walk():
            update.nodes.append((widget.reader_id, node_of(kit, widget)))
        return update

    def _attach(self, window: pygame.Window) -> Any:
        kit, handle = self._kit, window.handle
        if sys.platform == "darwin":
            kit.macos.add_focus_forwarder_to_window_class("SDLWindow")
            return kit.macos.SubclassingAdapter.for_window(handle, self.update, self._ask)
        if os.name == "nt":
            return kit.windows.SubclassingAdapter(handle, self.update, self._ask)
        return kit.unix.Adapter(self.update, self._ask, _nothing)

    def _ask(self, request: Any) -> None:
        """Called on AccessKit's own thread: only post what was asked."""
        actions = self._kit.Action
        if request.action in (actions.CLICK, actions.FOCUS):
            wish = Press() if request.action == actions.CLICK else Wish.FOCUS
            pygame.event.post(pygame.Event(self._event, widget=request.target, wish=wish))

    def _raise(self, events: Any) -> None:
        if events is not None:
            events.raise_events()


def node_of(kit: ModuleType, widget: Widget) -> Any:
    """A widget as AccessKit takes it."""
    node = kit.Node(getattr(kit.Role, widget.role.value))
    rect = widget.rect
    node.set_bounds(kit.Rect(float(rect.left), float(rect.top), float(rect.right), float(rect.bottom)))
    if widget.role is Role.LABEL:
        node.set_value(widget.name)  # AccessKit wants a label's text as its value
    elif widget.role is not Role.LAYOUT:
        node.set_label(widget.name)
    if widget.description:
        node.set_description(widget.description)
    if widget.level is not None:
        node.set_level(widget.level)
    if widget.live is not Live.OFF:
        node.set_live(getattr(kit.Live, widget.live.value))
    if widget.role is Role.DIALOG:
        node.set_modal()
    if widget.value is not None:
        value, greatest = widget.value
        node.set_numeric_value(float(value))
        node.set_min_numeric_value(0.0)
        node.set_max_numeric_value(float(greatest))
    if widget.is_focusable:
        node.add_action(kit.Action.FOCUS)
        if widget.role is Role.BUTTON:
            node.add_action(kit.Action.CLICK)
    if isinstance(widget, ChoiceButton):
        node.set_keyboard_shortcut(str(widget.number))
        node.set_position_in_set(widget.number)
        node.set_size_of_set(widget.of)
    node.set_children([child.reader_id for child in widget.children])
    return node


def _nothing() -> None:
    """AccessKit tells that nobody listens any more."""
