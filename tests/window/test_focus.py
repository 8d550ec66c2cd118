"""The focus reaches everything, by Tab and by arrows, and is seen as soon as keys are used."""

from __future__ import annotations

import pygame
import pytest

from game.window.focus import focusable, moved
from game.window.input import Click, Digit, Move, Point, Press
from game.window.widgets.button import Button
from game.window.widgets.widget import Widget
from tests.window.gallery import SCREENS, conversation, nothing, on_stage, play_on


@pytest.mark.parametrize("screen", SCREENS)
@pytest.mark.parametrize(("size", "text"), [((1280, 800), 100), ((800, 600), 200), ((640, 480), 200)])
def test_tab_reaches_everything_that_can_be_pressed(screen: str, size: tuple[int, int], text: int) -> None:
    """Tab goes through all of it once and comes back; everything has a name, a key of its own, and comes into sight."""
    stage = SCREENS[screen](size, "light", text)
    scope = stage.tree.children[-1]
    expected = [widget.key for widget in focusable(scope)]
    assert len(set(expected)) == len(expected)
    stage.act(Move.NEXT)
    reached = []
    for _step in expected:
        focus = stage.focus
        assert focus is not None
        assert focus.name.strip()
        assert stage.tree.rect.colliderect(focus.rect), focus.name
        reached.append(focus.key)
        stage.act(Move.NEXT)
    assert sorted(reached) == sorted(expected)
    assert stage.focus is not None
    assert stage.focus.key == reached[0]


def test_shift_tab_goes_the_other_way() -> None:
    """Previous undoes next."""
    stage = SCREENS["opening"]()
    stage.act(Move.NEXT)
    before = stage.focus
    stage.act(Move.NEXT)
    stage.act(Move.PREVIOUS)
    assert stage.focus is before


def test_the_first_key_only_shows_where_the_focus_is() -> None:
    """Nobody chooses by a key they pressed to see where they are."""
    stage = SCREENS["opening"]()
    assert stage.focus is not None
    assert stage.focus.key == "choice-1"
    stage.act(Press())
    assert stage.shows_focus
    assert stage.focus.key == "choice-1"
    assert "choice-2" in {widget.key for widget in stage.tree.walk()}


def test_a_pointer_hides_the_ring_of_the_focus() -> None:
    """The ring is for keys; it comes back with the next one."""
    stage = SCREENS["opening"]()
    stage.act(Move.NEXT)
    stage.act(Click((5, 5)))
    assert not stage.shows_focus
    stage.act(Move.NEXT)
    assert stage.shows_focus


def test_the_widget_with_the_focus_is_ringed() -> None:
    """The ring changes what is painted round it, and only there."""
    stage = SCREENS["opening"]()
    plain, ringed = pygame.Surface(stage.size), pygame.Surface(stage.size)
    stage.paint(plain)
    stage.act(Move.NEXT)
    stage.paint(ringed)
    assert stage.focus is not None
    edge = (stage.focus.rect.x - 3, stage.focus.rect.centery)
    assert plain.get_at(edge) != ringed.get_at(edge)
    assert ringed.get_at(edge)[:3] == stage.theme.palette.focus


def test_the_pointer_marks_what_it_is_over() -> None:
    """Pointing at a choice repaints it; pointing within it again does not."""
    stage = SCREENS["opening"]()
    choice = next(widget for widget in stage.tree.walk() if widget.key == "choice-2")
    assert stage.act(Point(choice.rect.center))
    assert not stage.act(Point((choice.rect.centerx + 1, choice.rect.centery)))
    assert stage.act(Point((2, 2)))


def test_arrows_go_to_the_neighbour_that_lies_there() -> None:
    """In a grid of choices down is the one below, right the one beside."""
    stage = play_on(on_stage(conversation()), Move.NEXT)
    walked = []
    for move in (Move.RIGHT, Move.DOWN, Move.LEFT, Move.UP):
        stage.act(move)
        assert stage.focus is not None
        walked.append(stage.focus.key)
    assert walked == ["choice-2", "choice-4", "choice-3", "choice-1"]


def test_an_arrow_into_nowhere_stays() -> None:
    """Where nothing lies in a direction, the focus stays."""
    one, other = placed("one", (0, 0)), placed("other", (0, 100))
    assert moved([one, other], one, Move.UP) is one
    assert moved([one, other], one, Move.LEFT) is one
    assert moved([one, other], one, Move.DOWN) is other


def test_straight_ahead_is_preferred_to_aside() -> None:
    """Of two below, the one that lies under it, though it is further away."""
    start, under, aside = placed("start", (0, 0)), placed("under", (0, 200)), placed("aside", (300, 100))
    assert moved([start, under, aside], start, Move.DOWN) is under


def test_the_focus_follows_what_is_chosen_to_the_next_choice() -> None:
    """After a decision the first of the new choices has the focus; it is shown by the first key that moves it."""
    stage = play_on(on_stage(conversation()), Digit(2))
    assert not stage.shows_focus
    stage.act(Move.NEXT)
    assert stage.shows_focus
    assert stage.focus is not None
    assert stage.focus.key == "choice-1"


def placed(name: str, place: tuple[int, int]) -> Widget:
    """A button at a place."""
    button = Button(name, nothing, key=name)
    button.rect = pygame.Rect(*place, 80, 40)
    return button
