"""Between the stage and AccessKit.

AccessKit calls back on threads of its own; its calls only read the tree, or post events, which the loop reads like
any other.
"""

from __future__ import annotations

import os
import sys
from collections import deque
from importlib import import_module
from threading import Lock
from typing import TYPE_CHECKING, Any, Protocol

import pygame

from game.texts import language
from game.window.accessibility.announcing import Announcement, Announcer
from game.window.accessibility.nodes import echoes, node_of, places_in_sets
from game.window.input import Assist, Move, Page, Press, Put, Select, Wish, Write

if TYPE_CHECKING:
    from types import ModuleType

    from game.window.stage import Stage

__all__ = ["AccessKitBridge", "Bridge", "NullBridge", "bridge_for"]

_VOICE = 1 << 40
"""Numbers from here on are those of sentences said unasked; widgets never get as far."""
_KEPT = 8
"""Sentences that stay in the tree, for some screen readers ask for the words only when they come to say them."""


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
        self._announcer = Announcer()
        self._unsaid: deque[Announcement] = deque()
        self._said: deque[Announcement] = deque(maxlen=_KEPT)
        self._sayings = 0
        """How many sentences were said so far."""
        self._lock = Lock()
        """Held while what is to be said is worked out, for AccessKit may ask while the loop tells."""
        self._event = pygame.event.custom_type()
        self._adapter = self._attach(window)

    def sync(self, stage: Stage) -> None:
        """Tell what changed, where somebody listens.

        Every sentence comes in an update of its own: within one, AccessKit keeps no order.
        """
        self._stage = stage
        self._raise(self._adapter.update_if_active(self._changed))
        for _sentence in range(len(self._unsaid)):
            self._raise(self._adapter.update_if_active(self._say))

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

    def begin(self) -> Any:
        """The whole tree, for somebody who begins to listen; what stands there already is no news."""
        with self._lock:
            stage = self._stage
            self._announcer.look(stage.screen, stage.tree)
            return self._update(stage)

    def _changed(self) -> Any:
        """The whole tree, without what is to be said of it."""
        with self._lock:
            stage = self._stage
            self._unsaid.extend(self._announcer.news(stage.screen, stage.tree))
            return self._update(stage)

    def _say(self) -> Any:
        """The whole tree, with the next sentence."""
        with self._lock:
            self._said.append(self._unsaid.popleft())
            self._sayings += 1
            return self._update(self._stage)

    def _update(self, stage: Stage) -> Any:
        kit, tree = self._kit, stage.tree
        widgets = {widget.reader_id: widget for widget in tree.walk()}
        focus = tree.reader_id if stage.focus is None else stage.focus.reader_id
        # While the loop builds a tree, the focus may still be in the one before.
        update = kit.TreeUpdate(focus if focus in widgets else tree.reader_id)
        update.tree = kit.Tree(tree.reader_id)
        update.tree.toolkit_name = "Gastgeber"
        places, repeated = places_in_sets(tree), echoes(tree)
        for number, widget in widgets.items():
            node = node_of(kit, widget, places, is_echo=number in repeated)
            if widget is tree:
                node.set_language(language())
                for place in range(len(self._said)):
                    node.push_child(self._number_of(place))
            update.nodes.append((number, node))
        update.nodes += [(self._number_of(place), _sentence_node(kit, said)) for place, said in enumerate(self._said)]
        return update

    def _number_of(self, place: int) -> int:
        """The number of a sentence that was said, by its place among those that are kept."""
        return _VOICE + self._sayings - len(self._said) + place

    def _attach(self, window: pygame.Window) -> Any:
        kit, handle = self._kit, window.handle
        if sys.platform == "darwin":
            kit.macos.add_focus_forwarder_to_window_class("SDLWindow")
            return kit.macos.SubclassingAdapter.for_window(handle, self.begin, self._ask)
        if os.name == "nt":
            return kit.windows.SubclassingAdapter(handle, self.begin, self._ask)
        return kit.unix.Adapter(self.begin, self._ask, _nothing)

    def _ask(self, request: Any) -> None:
        """Called on AccessKit's own thread: only post what was asked."""
        wish = _wish_of(self._kit, request)
        if wish is not None:
            pygame.event.post(pygame.Event(self._event, widget=request.target, wish=wish))

    def _raise(self, events: Any) -> None:
        if events is not None:
            events.raise_events()


def _sentence_node(kit: ModuleType, sentence: Announcement) -> Any:
    node = kit.Node(kit.Role.LABEL)
    node.set_value(sentence.words)
    node.set_live(getattr(kit.Live, sentence.live.value))
    if sentence.language:
        node.set_language(sentence.language)
    return node


def _wish_of(kit: ModuleType, request: Any) -> Wish | Press | Move | Page | Put | Select | Write | None:
    """What a screen reader asks for, in the game's words; None for what no widget offers."""
    actions = kit.Action
    value = None if request.data is None else request.data[1]
    if request.action == actions.SET_TEXT_SELECTION:
        return None if value is None else Select(value.anchor.character_index, value.focus.character_index)
    if request.action in (actions.SET_VALUE, actions.REPLACE_SELECTED_TEXT):
        if value is None:
            return None
        return Put(value) if request.action == actions.SET_VALUE else Write(str(value))
    plain: list[tuple[Any, Wish | Press | Move | Page]] = [
        (actions.CLICK, Press()),
        (actions.FOCUS, Wish.FOCUS),
        (actions.SCROLL_INTO_VIEW, Wish.REVEAL),
        (actions.SCROLL_UP, Page(-1)),
        (actions.SCROLL_DOWN, Page(1)),
        (actions.INCREMENT, Move.RIGHT),
        (actions.DECREMENT, Move.LEFT),
    ]
    return next((wish for action, wish in plain if action == request.action), None)


def _nothing() -> None:
    """AccessKit tells that nobody listens any more."""
