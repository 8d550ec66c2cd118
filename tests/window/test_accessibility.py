"""Screen readers know what is painted: the same tree, with names, roles, places and actions."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pygame
import pytest

from game.window.accessibility import AccessKitBridge, NullBridge, bridge_for, node_of
from game.window.input import Assist, Digit, Move, Press, Wish
from game.window.widgets.widget import Role, Widget
from tests.window.gallery import SCREENS, conversation, on_stage, play_on

accesskit = pytest.importorskip("accesskit", reason="there is no wheel of AccessKit for this machine")


def find(tree: Widget, key: str) -> Widget:
    """The widget of that key."""
    return next(widget for widget in tree.walk() if widget.key == key)


@pytest.mark.parametrize("screen", SCREENS)
def test_every_widget_becomes_a_node(screen: str) -> None:
    """With AccessKit's own role, the place where it is painted, and a name that is heard."""
    for widget in SCREENS[screen]().tree.walk():
        node = node_of(accesskit, widget)
        assert node.role == getattr(accesskit.Role, widget.role.value)
        heard = node.value if widget.role is Role.LABEL else node.label
        assert heard == (None if widget.role is Role.LAYOUT else widget.name)
        assert (node.bounds.x0, node.bounds.y1) == (widget.rect.left, widget.rect.bottom)


def test_a_choice_tells_its_number_and_can_be_pressed() -> None:
    """A screen reader says '2 of 4', and clicks."""
    stage = play_on(on_stage(conversation()))
    node = node_of(accesskit, find(stage.tree, "choice-2"))
    assert (node.position_in_set, node.size_of_set, node.keyboard_shortcut) == (2, 4, "2")
    assert node.supports_action(accesskit.Action.CLICK)
    assert node.supports_action(accesskit.Action.FOCUS)


def test_meters_dialogs_headings_and_news_say_what_they_are() -> None:
    """Values, modality, levels and live regions."""
    stage = play_on(on_stage(conversation()), Digit(2))
    timer = next(widget for widget in stage.tree.walk() if widget.role is Role.TIMER)
    assert node_of(accesskit, timer).numeric_value == 20
    assert node_of(accesskit, timer).max_numeric_value == 20
    paused = SCREENS["pause"]()
    dialog = next(widget for widget in paused.tree.walk() if widget.role is Role.DIALOG)
    assert node_of(accesskit, dialog).is_modal
    title = next(widget for widget in stage.tree.walk() if widget.level == 1)
    assert node_of(accesskit, title).level == 1
    news = [widget for widget in stage.tree.walk() if widget.name.endswith("falling asleep standing up.")]
    assert node_of(accesskit, news[0]).live == accesskit.Live.POLITE


def test_a_widget_keeps_its_number_when_the_tree_is_built_anew() -> None:
    """So that a screen reader stays where it was; no two widgets share one."""
    stage = play_on(on_stage(conversation()))
    before = {widget.key: widget.reader_id for widget in stage.tree.walk() if widget.key}
    play_on(stage, Digit(2))
    after = {widget.key: widget.reader_id for widget in stage.tree.walk() if widget.key}
    assert {key: after[key] for key in ("pause", "log", "choice-1")} == {
        key: before[key] for key in ("pause", "log", "choice-1")
    }
    numbers = [widget.reader_id for widget in stage.tree.walk()]
    assert len(set(numbers)) == len(numbers)


def test_a_screen_reader_can_give_the_focus_and_press() -> None:
    """What it asks for by number happens, where it is in reach."""
    stage = play_on(on_stage(conversation()))
    choice = find(stage.tree, "choice-3")
    assert stage.act(Assist(choice.reader_id, Wish.FOCUS))
    assert stage.focus is not None
    assert stage.focus.key == "choice-3"
    assert stage.act(Assist(choice.reader_id, Press()))
    assert stage.screen.view.decisions == 1  # type: ignore[attr-defined]
    assert not stage.act(Assist(987654, Press()))


class Adapter:
    """Stands in for AccessKit's adapter: notes what it is told."""

    def __init__(self) -> None:
        self.updates: list[Any] = []
        self.focused: list[bool] = []
        self.places: list[Any] = []

    def update_if_active(self, update: Any) -> None:
        """Somebody listens."""
        self.updates.append(update())

    def update_window_focus_state(self, has_focus: bool) -> None:
        """As on Linux."""
        self.focused.append(has_focus)

    def set_root_window_bounds(self, outer: Any, _inner: Any) -> None:
        """As on Linux."""
        self.places.append(outer)


@pytest.fixture
def bridge(monkeypatch: pytest.MonkeyPatch) -> tuple[AccessKitBridge, Adapter]:
    """A bridge over a stage, with an adapter that notes what it is told."""
    pygame.display.init()
    adapter = Adapter()
    monkeypatch.setattr(AccessKitBridge, "_attach", lambda _self, _window: adapter)
    monkeypatch.setattr("game.window.accessibility.sys.platform", "linux")
    stage = play_on(on_stage(conversation()))
    return AccessKitBridge(accesskit, pygame.Window(hidden=True), stage), adapter


def test_the_whole_tree_is_told_with_the_focus(bridge: tuple[AccessKitBridge, Adapter]) -> None:
    """As many nodes as widgets, the root first, the focus where the ring is."""
    told, adapter = bridge
    stage = play_on(on_stage(conversation()), Move.NEXT, Move.NEXT)
    told.sync(stage)
    update = adapter.updates[-1]
    assert len(update.nodes) == len(list(stage.tree.walk()))
    assert stage.focus is not None
    assert update.focus == stage.focus.reader_id
    assert update.tree.root == stage.tree.reader_id


def test_what_is_asked_for_comes_as_an_event(bridge: tuple[AccessKitBridge, Adapter]) -> None:
    """The callback only posts; the loop reads it like any other event."""
    told, adapter = bridge
    told._ask(SimpleNamespace(action=accesskit.Action.CLICK, target=7))
    told._ask(SimpleNamespace(action=accesskit.Action.SCROLL_DOWN, target=7))
    asked = [assist for event in pygame.event.get() if (assist := told.read(event)) is not None]
    assert asked == [Assist(7, Press())]
    told.focus_window(True)
    told.place_window(1, 2, 30, 40)
    assert adapter.focused == [True]
    assert (adapter.places[0].x0, adapter.places[0].y1) == (1, 42)


def test_without_accesskit_the_game_plays_on(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where it is missing, or cannot start, nobody listens and nothing fails."""
    stage = play_on(on_stage(conversation()))
    pygame.display.init()
    window = pygame.Window(hidden=True)
    monkeypatch.setitem(__import__("sys").modules, "accesskit", None)
    silent = bridge_for(window, stage)
    assert isinstance(silent, NullBridge)
    silent.sync(stage)
    silent.focus_window(True)
    silent.place_window(0, 0, 1, 1)
    assert silent.read(pygame.Event(pygame.QUIT)) is None
    monkeypatch.setitem(__import__("sys").modules, "accesskit", SimpleNamespace())
    assert isinstance(bridge_for(window, stage), NullBridge)
