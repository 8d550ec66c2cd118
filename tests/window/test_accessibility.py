"""Screen readers know what is painted: the same tree, with names, roles, places and actions."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pygame
import pytest

from game.window.accessibility import AccessKitBridge, NullBridge, bridge_for
from game.window.accessibility.announcing import Announcer
from game.window.accessibility.nodes import echoes, node_of, places_in_sets
from game.window.input import Assist, Back, Digit, Mark, Move, Page, Press, Put, Select, Wish, Write
from game.window.screens.conversation.answers import time_left
from game.window.screens.conversation.countdown import Countdown
from game.window.widgets.boxes import Column
from game.window.widgets.button import Button
from game.window.widgets.card import Card
from game.window.widgets.choice_row import Slider
from game.window.widgets.label import Label
from game.window.widgets.scroll import Scroll, ScrollState, Sheet
from game.window.widgets.widget import Live, Role, Widget
from tests.window.gallery import SCREENS, conversation, nothing, on_stage, play_on
from tests.window.test_textfield import Form, field, form

accesskit = pytest.importorskip("accesskit", reason="there is no wheel of AccessKit for this machine")


def numbered(tree: Widget) -> None:
    """Number the widgets of a tree that is on no stage."""
    for number, widget in enumerate(tree.walk(), 1):
        widget.reader_id = number


def node_for(tree: Widget, widget: Widget) -> Any:
    """The node of a widget in its tree."""
    return node_of(accesskit, widget, places_in_sets(tree))


def find(tree: Widget, key: str) -> Widget:
    """The widget of that key."""
    return next(widget for widget in tree.walk() if widget.key == key)


@pytest.mark.parametrize("screen", SCREENS)
def test_every_widget_becomes_a_node(screen: str) -> None:
    """With AccessKit's own role, the place where it is painted, and a name that is heard."""
    tree = SCREENS[screen]().tree
    places = places_in_sets(tree)
    assert len({widget.reader_id for widget in tree.walk()}) == len(list(tree.walk()))
    for widget in tree.walk():
        node = node_of(accesskit, widget, places)
        assert node.role == getattr(accesskit.Role, widget.role.value)
        heard = node.value if widget.role is Role.LABEL else node.label
        assert heard == (None if widget.role in (Role.LAYOUT, Role.WRITTEN) else widget.name)
        assert (node.bounds.x0, node.bounds.y1) == (widget.rect.left, widget.rect.bottom)


def test_a_choice_tells_its_number_and_can_be_pressed() -> None:
    """A screen reader says '2 of 4', and clicks."""
    stage = play_on(on_stage(conversation()))
    node = node_for(stage.tree, find(stage.tree, "choice-2"))
    assert (node.position_in_set, node.keyboard_shortcut) == (1, "2"), "AccessKit counts from 0"
    assert node.supports_action(accesskit.Action.CLICK)
    assert node.supports_action(accesskit.Action.FOCUS)


def test_meters_dialogs_and_headings_say_what_they_are() -> None:
    """Values, modality and levels."""
    stage = play_on(on_stage(conversation()), Digit(2))
    timer = next(widget for widget in stage.tree.walk() if widget.role is Role.TIMER)
    assert node_for(stage.tree, timer).numeric_value == 20
    assert node_for(stage.tree, timer).max_numeric_value == 20
    paused = SCREENS["pause"]()
    dialog = next(widget for widget in paused.tree.walk() if widget.role is Role.DIALOG)
    assert node_for(paused.tree, dialog).is_modal
    title = next(widget for widget in stage.tree.walk() if widget.level == 1)
    assert node_for(stage.tree, title).level == 1


def test_the_members_of_a_list_know_their_places() -> None:
    """The list its size, each member its place, whatever arranges them inside; what stands between counts nothing."""
    buttons = [Button(f"Case {number}", nothing, key=f"case-{number}") for number in range(3)]
    listed = Column("Cases", Label("A word before"), Column("inside", *buttons), role=Role.LIST)
    numbered(listed)
    assert node_for(listed, listed).size_of_set == 3
    assert [node_for(listed, button).position_in_set for button in buttons] == [0, 1, 2]


def test_what_only_repeats_a_name_is_passed_over() -> None:
    """A scrolled page in a group of the same name; not what has the focus, a description, or another name."""
    scrolled = Scroll("Your answer", Column("inside", Card("Your answer", Label("Yes."))), ScrollState())
    log = Sheet("Your answer", Label("log"), ScrollState(), key="log")
    group = Card("Your answer", Label("Your answer"), scrolled, Card("Promises"), log)
    numbered(group)
    unheard = {group.children[0].reader_id, scrolled.reader_id, scrolled.children[0].children[0].reader_id}
    assert echoes(group) == unheard
    assert node_of(accesskit, scrolled, {}, is_echo=True).role == accesskit.Role.GENERIC_CONTAINER


def test_options_sliders_and_what_is_switched_off_say_so() -> None:
    """Toggled or not, a value that goes up and down, and nothing to press where nothing comes of it."""
    button = Button("Again", nothing, key="again")
    button.role, button.is_chosen = Role.OPTION, True
    assert node_for(button, button).toggled == accesskit.Toggled.TRUE
    button.is_enabled = False
    node = node_for(button, button)
    assert node.is_disabled
    assert not node.supports_action(accesskit.Action.CLICK)
    slider = Slider("Volume", 30, nothing, key="volume", words="{} %".format)
    node = node_for(slider, slider)
    assert (node.numeric_value, node.max_numeric_value, node.value) == (30, 100, "30 %")
    for action in (accesskit.Action.INCREMENT, accesskit.Action.DECREMENT, accesskit.Action.SET_VALUE):
        assert node.supports_action(action)


def test_a_field_tells_its_letters_and_its_caret() -> None:
    """Letter by letter, in bytes and pixels, with what is marked."""
    _, stage = form("Zoë")
    stage.act(Mark(-1))
    written = field(stage)
    node = node_for(stage.tree, written)
    assert (node.label, node.value) == ("Your name", "Zoë")
    assert (node.text_selection.anchor.character_index, node.text_selection.focus.character_index) == (3, 2)
    assert node.text_selection.focus.node == written.written.reader_id
    run = node_for(stage.tree, written.written)
    assert (run.value, list(run.character_lengths), list(run.word_lengths)) == ("Zoë", [1, 1, 2], [3])
    assert run.character_positions[0] == 0
    assert run.character_positions[2] == pytest.approx(sum(run.character_widths[:2]))


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


class Twins(Form):
    """A form that gives two buttons one key by mistake."""

    def tree(self, theme: Any, size: tuple[int, int]) -> Widget:  # noqa: ARG002  # the same at any size
        """Both buttons."""
        return Column("Twins", Button("One", nothing, key="twin"), Button("Other", nothing, key="twin"))


def test_a_key_that_two_have_by_mistake_gives_two_numbers() -> None:
    """AccessKit takes the whole program down where two nodes have one number."""
    stage = on_stage(Twins())
    numbers = [widget.reader_id for widget in stage.tree.walk()]
    assert len(set(numbers)) == len(numbers) == 4


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
    monkeypatch.setattr("game.window.accessibility.bridge.sys.platform", "linux")
    stage = play_on(on_stage(conversation()))
    return AccessKitBridge(accesskit, pygame.Window(hidden=True), stage), adapter


def test_the_whole_tree_is_told_with_the_focus(bridge: tuple[AccessKitBridge, Adapter]) -> None:
    """As many nodes as widgets, the root first, the focus where the ring is."""
    told, adapter = bridge
    stage = play_on(on_stage(conversation()), Move.NEXT, Move.NEXT)
    told.sync(stage)
    update = adapter.updates[0]
    assert len(update.nodes) == len(list(stage.tree.walk()))
    assert stage.focus is not None
    assert update.focus == stage.focus.reader_id
    assert update.tree.root == stage.tree.reader_id
    assert dict(update.nodes)[stage.tree.reader_id].language == "en"


def test_what_is_asked_for_comes_as_an_event(bridge: tuple[AccessKitBridge, Adapter]) -> None:
    """The callback only posts; the loop reads it like any other event."""
    told, adapter = bridge
    point = accesskit.TextPosition(8, 2)
    requests: list[tuple[Any, Any, Any]] = [
        (accesskit.Action.CLICK, None, Press()),
        (accesskit.Action.FOCUS, None, Wish.FOCUS),
        (accesskit.Action.SCROLL_INTO_VIEW, None, Wish.REVEAL),
        (accesskit.Action.SCROLL_DOWN, None, Page(1)),
        (accesskit.Action.INCREMENT, None, Move.RIGHT),
        (accesskit.Action.DECREMENT, None, Move.LEFT),
        (accesskit.Action.SET_VALUE, (accesskit.ActionDataKind.VALUE, "Ada"), Put("Ada")),
        (accesskit.Action.SET_VALUE, (accesskit.ActionDataKind.NUMERIC_VALUE, 40.0), Put(40.0)),
        (accesskit.Action.REPLACE_SELECTED_TEXT, (accesskit.ActionDataKind.VALUE, "Ada"), Write("Ada")),
        (
            accesskit.Action.SET_TEXT_SELECTION,
            (accesskit.ActionDataKind.SET_TEXT_SELECTION, accesskit.TextSelection(point, point)),
            Select(2, 2),
        ),
        (accesskit.Action.SHOW_CONTEXT_MENU, None, None),
    ]
    for action, data, _wish in requests:
        told._ask(SimpleNamespace(action=action, target=7, data=data))
    asked = [assist for event in pygame.event.get() if (assist := told.read(event)) is not None]
    assert asked == [Assist(7, wish) for _action, _data, wish in requests if wish is not None]
    told.focus_window(True)
    told.place_window(1, 2, 30, 40)
    assert adapter.focused == [True]
    assert (adapter.places[0].x0, adapter.places[0].y1) == (1, 42)


def said(adapter: Adapter) -> list[str]:
    """What was announced, in order: AccessKit speaks of live nodes that were not there before."""
    known: set[int] = set()
    words: list[str] = []
    for update in adapter.updates:
        fresh = [node.value for number, node in update.nodes if number not in known and node.live is not None]
        assert len(fresh) <= 1, "within an update AccessKit keeps no order"
        words += fresh
        known = {number for number, _node in update.nodes}
    return words


def test_new_lines_and_moods_are_said_once_and_in_their_order(bridge: tuple[AccessKitBridge, Adapter]) -> None:
    """Whatever the tree goes through meanwhile: other sizes, other text, pauses, other screens and back."""
    told, adapter = bridge
    told.begin()
    stage = told._stage
    screen = stage.screen
    play_on(stage, Digit(4))
    told.sync(stage)
    first = said(adapter)
    log = [widget.name for widget in find(stage.tree, "log").walk()]
    assert [words for words in log if words in first] == [words for words in first if words in log]
    assert any(words.endswith("falling asleep standing up.") for words in first)
    assert [words for words in first if words.startswith("Mood: ")] == ["Mood: calm"]
    for size in ((800, 600), (1920, 1080)):
        stage.resize(size, 1.0)
        told.sync(stage)
    play_on(stage, Back(), Back())
    told.sync(stage)
    assert said(adapter) == first
    stage.show(Form())
    told.sync(stage)
    stage.show(screen)
    play_on(stage)
    told.sync(stage)
    assert said(adapter) == [*first, "Form"], "another screen says its title when it comes first"


def test_what_is_said_a_second_time_is_said_aloud_a_second_time() -> None:
    """The same words once more are news; the same words in another place are not."""
    announcer, screen = Announcer(), Form()
    line = Label("Ada: Yes.", live=Live.POLITE)
    old = Label("Ada: Yes.")
    assert [news.words for news in announcer.news(screen, Column("log", line))] == ["Form", "Ada: Yes."]
    assert not announcer.news(screen, Column("log", Column("elsewhere", line)))
    assert [news.words for news in announcer.news(screen, Column("log", old, line))] == ["Ada: Yes."]


def test_the_time_to_answer_is_said_when_it_is_set_and_near_its_end() -> None:
    """Twice, however often the ring is painted anew, and not while there is time to read."""
    countdown, announcer, screen = Countdown(20, 0.0, reading=3.0), Announcer(), Form()
    heard: list[str] = []
    for tenth in range(240):
        countdown.tick(tenth / 10, is_paused=False)
        heard += [news.words for news in announcer.news(screen, Column("answers", time_left(countdown)))]
    assert heard == ["Form", "Time to answer: 20 seconds left", "Time to answer: 10 seconds left"]


def test_a_sentence_is_said_in_its_language() -> None:
    """A German case in the English program; all below a widget is in its language."""
    log = Column("Gespräch", Label("Guten Tag.", live=Live.POLITE))
    log.language = "de"
    news = Announcer().news(Form(), Column("page", log))
    assert [(sentence.words, sentence.language) for sentence in news] == [("Form", ""), ("Guten Tag.", "de")]
    assert node_for(log, log).language == "de"


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
