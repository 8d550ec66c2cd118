"""Where the focus is from screen to screen, and what is in sight for it."""

from __future__ import annotations

import pytest

from game.window.focus import focusable
from game.window.input import Back, Digit, Move, Page, Press, Wheel
from game.window.settings import Settings
from game.window.stage import Stage
from game.window.widgets.scroll import Scroll
from tests.window.devices.ways import arrows
from tests.window.gallery import SCREENS, conversation, on_stage, play_on, shown

LOW = (800, 600)


def focus(stage: Stage) -> str:
    """The key of what has the focus."""
    assert stage.focus is not None
    return stage.focus.key


def sheet(stage: Stage, key: str) -> Scroll:
    """A page that scrolls."""
    return next(widget for widget in stage.tree.walk() if isinstance(widget, Scroll) and widget.key == key)


def to_focus(stage: Stage, key: str) -> Stage:
    """The stage, once Tab led there."""
    stage.act(Move.NEXT)
    for _step in range(200):
        if focus(stage) == key:
            return stage
        stage.act(Move.NEXT)
    raise AssertionError(f"Tab leads to no {key}")


def telling() -> Stage:
    """A conversation whose lines appear one by one."""
    stage = Stage(conversation(), Settings(), (1280, 800))
    stage.tick(0.0)
    return stage


def test_while_lines_appear_what_shows_them_all_has_the_focus() -> None:
    """At the beginning, and after a decision; then the first choice."""
    stage = telling()
    assert focus(stage) == "skip"
    stage.act(Press())
    assert focus(stage) == "choice-1"
    stage.act(Digit(2))
    assert focus(stage) == "skip"


def test_what_has_the_focus_is_pressed_while_lines_appear() -> None:
    """Whoever went to the pause gets it."""
    stage = to_focus(telling(), "pause")
    stage.act(Press())
    assert focus(stage) == "close"


def test_the_focus_that_was_moved_while_lines_appear_finds_the_choices() -> None:
    """Also where a player went round by Tab meanwhile."""
    stage = to_focus(telling(), "pause")
    stage.act(Move.PREVIOUS)
    assert focus(stage) == "skip"
    stage.act(Press())
    assert focus(stage) == "choice-1"


@pytest.mark.parametrize("closing", [Back(), Press()])
def test_a_dialog_gives_the_focus_back(closing: Back | Press) -> None:
    """To what had it when it opened."""
    stage = to_focus(play_on(on_stage(conversation())), "choice-3")
    stage.act(Back())
    assert focus(stage) == "close"
    stage.act(closing)
    assert focus(stage) == "choice-3"


def test_an_arrow_passes_over_nothing_unread() -> None:
    """What lies more than a part of the page away is scrolled to first; a rebuilt tree does not scroll back."""
    stage = SCREENS["debrief-long"](LOW, "light", 150)
    page = sheet(stage, "debrief")
    stage.act(Move.DOWN)
    seen = [page.state.offset]
    for _step in range(400):
        before = page.state.offset
        stage.act(Move.DOWN)
        stage.tick(1.0)
        stage.screen.has_changed = True
        stage.tick(2.0)
        page = sheet(stage, "debrief")
        seen.append(page.state.offset)
        assert abs(page.state.offset - before) < page.rect.height, focus(stage)
    assert seen[-1] == page.state.furthest


def test_nothing_is_pressed_that_is_out_of_sight() -> None:
    """After scrolling away the first press shows it."""
    stage = to_focus(SCREENS["cases-filtered"](LOW, "light", 200), "case-lost-reservation")
    stage.act(Page(-1, is_end=True))
    assert focus(stage) == "case-lost-reservation"
    stage.act(Press())
    widget = stage.focus
    assert widget is not None
    assert stage.tree.rect.contains(widget.rect.clip(stage.tree.rect))
    assert widget.rect.top < stage.size[1]


def test_the_wheel_is_not_undone_by_what_changes() -> None:
    """While keys are used, too."""
    stage = to_focus(SCREENS["debrief-long"](LOW, "light", 100), "decision-2")
    stage.act(Wheel((400, 400), -40.0))
    offset = sheet(stage, "debrief").state.offset
    stage.tell("Something.")
    assert sheet(stage, "debrief").state.offset == offset
    assert "Something." in shown(stage)


@pytest.mark.parametrize("screen", SCREENS)
@pytest.mark.parametrize(("size", "text"), [((1280, 800), 100), ((800, 600), 200), ((640, 480), 100)])
def test_arrows_alone_lead_everywhere(screen: str, size: tuple[int, int], text: int) -> None:
    """To all that can be pressed; what they do not stop at is a page they scroll, with something to press on it."""
    stage = SCREENS[screen](size, "light", text)
    stage.act(Move.NEXT)
    all_there_is = focusable(stage._scope)
    frames = {
        widget.key
        for widget in all_there_is
        if isinstance(widget, Scroll) and any(each.is_focusable for each in widget.page.walk())
    }
    assert {widget.key for widget in all_there_is} - frames <= set(arrows(stage))
