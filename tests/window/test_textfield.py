"""Fields to write into."""

from __future__ import annotations

from typing import Any

import pygame
import pytest

from game.window.app import App
from game.window.input import (
    Action,
    Back,
    Click,
    Compose,
    Digit,
    Edit,
    Erase,
    Mark,
    Move,
    Page,
    Press,
    Put,
    Reader,
    Select,
    Typed,
    Write,
)
from game.window.screens.screen import Screen
from game.window.settings import Settings
from game.window.stage import Stage
from game.window.widgets.boxes import Column
from game.window.widgets.button import Button
from game.window.widgets.textfield import TextField
from game.window.widgets.widget import Widget


class Form(Screen):
    """A field between two buttons; notes what reaches it."""

    title = "Form"

    def __init__(self, value: str = "", **ways: Any) -> None:
        super().__init__()
        self.value = value
        self.ways = ways
        self.taken: list[Any] = []
        self.first_focus = "name"

    def tree(self, theme: Any, size: tuple[int, int]) -> Widget:  # noqa: ARG002  # the same at any size
        """The field and its buttons."""
        field = TextField("Your name", self.value, self.change, key="name", **self.ways)
        above = Button("Above", lambda: None, key="above")
        return Column("Form", above, field, Button("Below", lambda: None, key="below"), padding=20)

    def change(self, value: str) -> None:
        """Take a new text; the tree is built anew, as most screens do."""
        self.value = value
        self.has_changed = True

    def act(self, action: Any) -> bool:
        """Note what no widget took."""
        self.taken.append(action)
        return False


def form(value: str = "", **ways: Any) -> tuple[Form, Stage]:
    """The form on a stage, the field in focus."""
    screen = Form(value, **ways)
    return screen, Stage(screen, Settings(), (800, 600))


def field(stage: Stage) -> TextField:
    """The field as it is now."""
    found = next(widget for widget in stage.tree.walk() if isinstance(widget, TextField))
    assert stage.focus is None or not stage.focus.takes_text or stage.focus is found
    return found


def test_letters_and_digits_go_into_the_field_and_not_to_the_screen() -> None:
    """Keys that press elsewhere write here; the caret outlives the tree that each change makes anew."""
    screen, stage = form()
    actions: list[Action] = [Write("A"), Write("d"), Digit(1), Typed("x"), Write("1"), Move.LEFT, Write("a")]
    for action in actions:
        assert stage.act(action)
    assert screen.value == "Ada1"
    assert field(stage).text.caret == 3
    assert screen.taken == []


def test_backspace_delete_home_end_and_marking() -> None:
    """What every field knows."""
    screen, stage = form("Berta")
    for action in (Page(-1, is_end=True), Edit.DELETE, Page(1, is_end=True), Erase()):
        stage.act(action)
    assert screen.value == "ert"
    stage.act(Mark(-1))
    stage.act(Mark(-1, is_end=True))
    assert field(stage).text.marked_text == "ert"
    stage.act(Write("Ada"))
    assert screen.value == "Ada"


def test_the_clipboard_is_that_of_the_system() -> None:
    """Cut, copied and pasted; a line break becomes a blank."""
    pygame.display.init()
    pygame.scrap.put_text("Ada\nLovelace")
    screen, stage = form()
    stage.act(Edit.PASTE)
    assert screen.value == "Ada Lovelace"
    stage.act(Edit.MARK_ALL)
    stage.act(Edit.COPY)
    assert pygame.scrap.get_text() == "Ada Lovelace"
    stage.act(Edit.CUT)
    assert screen.value == ""
    stage.act(Edit.COPY)
    assert pygame.scrap.get_text() == "Ada Lovelace", "nothing marked, nothing copied"


def test_a_text_never_grows_beyond_what_it_may_have() -> None:
    """Typed, pasted, or put by a screen reader."""
    screen, stage = form(longest=5)
    stage.act(Write("Ada Lovelace"))
    assert screen.value == "Ada L"
    stage.act(Put("Grace Hopper"))
    assert screen.value == "Grace"


def test_an_input_method_shows_before_it_writes() -> None:
    """What is composed is not written yet, and stays when the tree is built anew."""
    screen, stage = form("a")
    stage.act(Compose("に"))
    screen.has_changed = True
    stage.tick(0.0)
    assert field(stage)._composed == "に"
    stage.act(Write("日"))
    assert (screen.value, field(stage)._composed) == ("a日", "")


def test_the_field_can_be_left_by_keys_and_gamepad() -> None:
    """Up, down, Tab and the shoulders move on; Escape is the screen's; Enter is the field's where it has a use."""
    screen, stage = form()
    stage.act(Move.DOWN)
    assert stage.focus is not None
    assert stage.focus.key == "below"
    stage.act(Move.PREVIOUS)
    assert stage.focus.key == "name"
    stage.act(Move.UP)
    assert stage.focus.key == "above"
    stage.act(Move.NEXT)
    stage.act(Back())
    stage.act(Press())
    assert screen.taken == [Back(), Press()]
    entered: list[str] = []
    _, stage = form("Ada", on_enter=lambda: entered.append("Ada"))
    stage.act(Press())
    assert entered == ["Ada"]


def test_a_click_puts_the_caret_where_it_falls() -> None:
    """At the nearest gap between letters; elsewhere it is not the field's."""
    _, stage = form("Hello")
    box = field(stage).written.rect
    stage.act(Click((box.left, box.centery)))
    assert field(stage).text.caret == 0
    stage.act(Click((box.right - 1, box.centery)))
    assert field(stage).text.caret == 5
    stage.act(Click((799, 599)))
    assert field(stage).text.caret == 5


def test_a_long_text_is_shown_from_its_beginning_until_it_is_written_into() -> None:
    """And a click falls on what is seen."""
    _, stage = form("A name much longer than the box it is written into " * 3, longest=500)
    stage.act(Move.DOWN)
    stage.paint(pygame.Surface(stage.size))
    box = field(stage).written.rect
    stage.act(Click((box.left + 2, box.centery)))
    assert field(stage).text.caret == 0


def test_a_screen_reader_puts_the_caret() -> None:
    """And marks."""
    _, stage = form("Hello")
    stage.act(Select(1, 3))
    assert field(stage).text.marked_text == "el"


@pytest.mark.parametrize("written", ["", "Ada", "A name much longer than the box it is written into " * 3])
def test_the_caret_is_always_in_sight(written: str) -> None:
    """However long the text, and wherever the caret stands."""
    _, stage = form(written, longest=500)
    picture = pygame.Surface(stage.size)
    moves: list[Action] = [Page(-1, is_end=True), *[Move.RIGHT] * 70, Page(1, is_end=True), *[Move.LEFT] * 9]
    for move in moves:
        stage.act(move)
        letters = field(stage).written
        edge = letters._start(stage.theme, "") + letters.edges(stage.theme)[letters.text.caret]
        assert letters.rect.left <= edge < letters.rect.right
    stage.paint(picture)


def key(which: int, held: int = 0) -> pygame.Event:
    """A key going down."""
    return pygame.Event(pygame.KEYDOWN, key=which, mod=held, unicode="")


@pytest.mark.parametrize(
    ("event", "action"),
    [
        (pygame.Event(pygame.TEXTINPUT, text="ß"), Write("ß")),
        (pygame.Event(pygame.TEXTEDITING, text="に", start=0, length=1), Compose("に")),
        (key(pygame.K_1), None),
        (key(pygame.K_x), None),
        (key(pygame.K_SPACE), None),
        (key(pygame.K_BACKSPACE), Erase()),
        (key(pygame.K_DELETE), Edit.DELETE),
        (key(pygame.K_LEFT), Move.LEFT),
        (key(pygame.K_LEFT, pygame.KMOD_LSHIFT), Mark(-1)),
        (key(pygame.K_END, pygame.KMOD_LSHIFT), Mark(1, is_end=True)),
        (key(pygame.K_v, pygame.KMOD_LCTRL), Edit.PASTE),
        (key(pygame.K_a, pygame.KMOD_LMETA), Edit.MARK_ALL),
        (key(pygame.K_v, pygame.KMOD_LCTRL | pygame.KMOD_RALT), None),
        (key(pygame.K_RETURN), Press()),
        (key(pygame.K_TAB), Move.NEXT),
        (key(pygame.K_ESCAPE), Back()),
    ],
)
def test_keys_while_a_field_has_the_focus(event: pygame.Event, action: Any) -> None:
    """What a key writes comes as text of its own; the others act."""
    reader = Reader(lambda: (800, 600), lambda: 1.0)
    reader.is_writing = True
    assert reader.read(event) == action


def test_while_something_is_composed_keys_belong_to_the_input_method() -> None:
    """Until it is written, or given up."""
    reader = Reader(lambda: (800, 600), lambda: 1.0)
    assert reader.read(pygame.Event(pygame.TEXTINPUT, text="a")) is None, "no field, no text"
    reader.is_writing = True
    reader.read(pygame.Event(pygame.TEXTEDITING, text="に", start=0, length=1))
    assert reader.read(key(pygame.K_RETURN)) is None
    reader.read(pygame.Event(pygame.TEXTINPUT, text="日"))
    assert reader.read(key(pygame.K_RETURN)) == Press()


def test_text_is_asked_for_while_a_field_has_the_focus(monkeypatch: pytest.MonkeyPatch) -> None:
    """So that a keyboard on the screen comes and goes, and input methods know where to show what they offer."""
    told: list[Any] = []
    monkeypatch.setattr("pygame.key.start_text_input", lambda: told.append("start"))
    monkeypatch.setattr("pygame.key.stop_text_input", lambda: told.append("stop"))
    monkeypatch.setattr("pygame.key.set_text_input_rect", told.append)
    app = App(Form(), Settings(), size=(800, 600), listens=False)
    try:
        rounds = iter(range(3))
        app.run(until=lambda: next(rounds) == 1)
        place = field(app.stage).rect
        assert told == ["stop", place, "start"]
        assert app.reader.is_writing
        app.stage.act(Move.DOWN)
        rounds = iter(range(3))
        app.run(until=lambda: next(rounds) == 1)
        assert told[3:] == ["stop"]
        assert not app.reader.is_writing
    finally:
        app.close()
