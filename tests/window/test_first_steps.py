"""The first steps: hints beside what they explain, one screen after the other, and a way out at any moment."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pygame
import pytest
from pygame import Rect

from game.loader import read_file
from game.paths import first_steps as case_file
from game.texts import LANGUAGES, use_language
from game.window.accessibility.announcing import Announcer
from game.window.focus import focusable
from game.window.input import Back, Digit, Move, Press
from game.window.screens.first_steps import FirstSteps
from game.window.screens.first_steps.card import HintCard, Over
from game.window.screens.first_steps.spot import close_to, free_beside
from game.window.stage import Stage
from game.window.widgets.widget import Role
from tests.window.gallery import first_steps, nothing, on_stage, play_on, press, shown

CASE = case_file()
BEST = ("in-from-the-rain", "my-mistake", "by-two", "ring", "show")


def hint(stage: Stage) -> str:
    """The title of the hint that is shown; empty for none."""
    card = next((each for each in stage.tree.walk() if isinstance(each, HintCard)), None)
    return "" if card is None else card.children[0].name


def take(stage: Stage, choice: str) -> None:
    """Take the choice of that name, whatever its number is."""
    screen = stage.screen
    assert isinstance(screen, FirstSteps)
    offers = screen.session_view.offers
    number = next(number for number, offer in enumerate(offers, 1) if offer.token.endswith(f"/{choice}"))
    stage.act(Digit(number))
    stage.tick(0.0)
    stage.tick(0.0)


def understand_all(stage: Stage) -> list[str]:
    """Close the hints that are shown, one after the other, and say which they were."""
    found = []
    while hint(stage) and "hint-skip" in {widget.key for widget in stage.tree.walk()}:
        found.append(hint(stage))
        press(stage, "hint-next")
    return found


def to_the_end(stage: Stage) -> list[str]:
    """Play the best way, and say which hints came."""
    found = understand_all(stage)
    for choice in BEST:
        take(stage, choice)
        found += understand_all(stage)
    return found


def test_the_case_is_one_that_trainers_would_be_shown() -> None:
    """It is sound, and its best play is not to be guessed."""
    reading = read_file(CASE)
    assert reading.scenario is not None
    assert reading.diagnostics == ()


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_case_is_told_in_every_language(language: str) -> None:
    """The title as the program speaks."""
    use_language(language)
    titles = {"en": "The cake for four o'clock", "de": "Die Torte für vier Uhr"}
    assert titles[language] in shown(first_steps())


def test_the_hints_come_when_there_is_something_to_see() -> None:
    """The face and the choices first, the coach after a decision, clock and promises once there are any."""
    assert to_the_end(first_steps()) == [
        "Read the face",
        "Say or do something",
        "The coach",
        "Take it back",
        "The clock",
        "Your promises",
        "You kept your word",
        "And now the debrief",
    ]


def test_a_hint_is_shown_once() -> None:
    """Whoever has understood is not told again."""
    stage = first_steps()
    understand_all(stage)
    assert hint(stage) == ""


def test_hints_can_be_left_alone() -> None:
    """A number key chooses beside a hint, and what no longer holds is not explained any more."""
    stage = first_steps((1280, 800))
    assert hint(stage) == "Read the face"
    take(stage, "in-from-the-rain")
    assert hint(stage) == "The coach"


def test_promises_are_explained_even_to_those_who_made_none() -> None:
    """Before the case is over."""
    stage = first_steps()
    understand_all(stage)
    for choice in ("moment", "sorry", "elsewhere"):
        take(stage, choice)
        told = understand_all(stage)
    assert "Your promises" in told
    assert "You have promised nothing so far" not in shown(stage)


def test_a_promise_that_broke_is_told_at_once() -> None:
    """With the way back to before."""
    stage = first_steps()
    understand_all(stage)
    for choice in ("moment", "sorry", "by-two", "cyclists"):
        take(stage, choice)
        told = understand_all(stage)
    assert told == ["Too late"]


def test_the_way_leads_through_debrief_and_mirror_to_the_end() -> None:
    """Each with its hint; the last button is the way out."""
    done = []
    stage = play_on(on_stage(FirstSteps(on_done=lambda: done.append(True), on_skip=nothing)))
    to_the_end(stage)
    press(stage, "choice-1")
    assert understand_all(stage) == ["What it was worth"]
    assert hint(stage) == "One thing is left"
    press(stage, "hint-next")
    assert understand_all(stage) == ["Now you are the guest"]
    while "done" not in {widget.key for widget in stage.tree.walk()}:
        stage.act(Digit(1))
        stage.tick(0.0)
    press(stage, "done")
    assert hint(stage) == "You know your way now"
    press(stage, "hint-next")
    assert done == [True]


def test_the_case_can_be_played_once_more() -> None:
    """From its debrief; the hints were read."""
    stage = first_steps()
    to_the_end(stage)
    press(stage, "choice-1")
    understand_all(stage)
    press(stage, "hint-close")
    press(stage, "again")
    stage.tick(0.0)
    assert "Good afternoon. I have ordered a cake" in shown(stage)
    assert hint(stage) == ""


def test_a_decision_can_be_tried_again_from_the_debrief() -> None:
    """The case goes on before it, with all that was said; and leads to a debrief of its own."""
    stage = first_steps()
    understand_all(stage)
    for choice in ("in-from-the-rain", "my-mistake", "by-two", "cyclists", "price"):
        take(stage, choice)
        understand_all(stage)
    press(stage, "choice-1")
    understand_all(stage)
    press(stage, "hint-close")
    press(stage, "again-from-4")
    stage.tick(0.0)
    assert "By two, then. Here is my number." in shown(stage)
    take(stage, "ring")
    assert understand_all(stage) == ["You kept your word"]
    take(stage, "show")
    understand_all(stage)
    press(stage, "choice-1")
    assert "Eight candles" in shown(stage)


@pytest.mark.parametrize("way", ["hint-skip", "leave"])
def test_the_first_steps_can_be_skipped(way: str) -> None:
    """From every hint, and from the pause."""
    skipped = []
    stage = play_on(on_stage(FirstSteps(on_done=nothing, on_skip=lambda: skipped.append(True))))
    if way == "leave":
        stage.act(Back())
        assert "it waits for you" not in shown(stage)
    press(stage, way)
    assert skipped == [True]


def test_one_screen_fades_into_the_next() -> None:
    """As between any two screens; the stage knows by the title."""
    stage = first_steps()
    to_the_end(stage)
    stage.adjust(replace(stage.settings, is_still=False))
    stage.tick(60.0)
    stage.paint(pygame.Surface(stage.size))
    assert not stage.is_moving
    press(stage, "choice-1")
    stage.tick(0.05)
    assert stage.is_moving
    stage.tick(61.0)
    assert not stage.is_moving


def test_keys_alone_lead_through_the_hints() -> None:
    """A hint has the focus when it comes; after the last one the first choice has it."""
    stage = first_steps()
    stage.act(Move.NEXT)
    assert stage.focus is not None
    assert stage.focus.key == "hint-next"
    stage.act(Press())
    stage.act(Press())
    assert hint(stage) == ""
    assert stage.focus.key == "choice-1"


@pytest.mark.parametrize("size", [(800, 600), (1280, 800)])
def test_every_hint_is_said_once_when_it_comes(size: tuple[int, int]) -> None:
    """By screen readers and by the voice, wherever it stands."""
    stage, announcer = first_steps(size), Announcer()
    said = [each.words for each in announcer.news(stage.screen, stage.tree)]
    for choice in (*BEST, ""):
        while "hint-skip" in {widget.key for widget in stage.tree.walk()}:
            words = next(each for each in stage.tree.walk() if isinstance(each, HintCard)).children[1].name
            assert said.count(words) == 1, words
            press(stage, "hint-next")
            said = [each.words for each in announcer.news(stage.screen, stage.tree)]
        if choice:
            take(stage, choice)
            said = [each.words for each in announcer.news(stage.screen, stage.tree)]


@pytest.mark.parametrize("size", [(640, 480), (800, 600), (1280, 800), (3840, 2160)])
@pytest.mark.parametrize("text", [100, 200])
def test_a_hint_never_covers_what_it_explains(size: tuple[int, int], text: int) -> None:
    """And where it covers anything else, that waits."""
    stage = first_steps(size, "light", text)
    screen: Any = stage.screen
    for choice in ("", *BEST):
        if choice:
            take(stage, choice)
        while hint(stage):
            card = next(each for each in stage.tree.walk() if isinstance(each, HintCard))
            over = next((each for each in stage.tree.walk() if isinstance(each, Over)), None)
            seen = card.rect if over is None else card.rect.clip(over.children[0].rect)
            assert not seen.colliderect(screen.aimed), hint(stage)
            if over is None:
                assert_covers_nothing(stage, card)
            press(stage, "hint-next")


def assert_covers_nothing(stage: Stage, card: HintCard) -> None:
    """Nothing that is painted or pressed lies under a card."""
    own = {id(each) for each in card.walk()}
    for widget in stage.tree.walk():
        if widget.role not in (Role.LAYOUT, Role.WINDOW) and id(widget) not in own:
            assert not widget.rect.colliderect(card.rect), widget.name


def test_nothing_can_be_chosen_behind_a_hint_that_everything_waits_for() -> None:
    """Only its own buttons have the focus, and numbers do nothing."""
    stage = first_steps((800, 600))
    stage.act(Digit(1))
    assert hint(stage) == "Read the face"
    assert [widget.key for widget in focusable(stage._scope)] == ["hint-next", "hint-skip"]


def test_what_was_scrolled_for_a_hint_goes_back() -> None:
    """The coach's sentence is brought into sight; then the end of the talk again."""
    stage = first_steps((800, 600), "light", 200)
    understand_all(stage)
    take(stage, "moment")
    log = next(widget for widget in stage.tree.walk() if widget.key == "log")
    assert hint(stage) == "The coach"
    assert not log.state.is_at_end  # type: ignore[attr-defined]
    understand_all(stage)
    assert log.state.is_at_end  # type: ignore[attr-defined]


def test_after_an_answer_beside_a_hint_the_newest_words_stay_in_sight() -> None:
    """What was in sight before the hint came is long past; understanding the next one leads nobody back to it."""
    stage = first_steps((1280, 800))
    for choice in BEST:
        while any(isinstance(widget, Over) for widget in stage.tree.walk()):
            press(stage, "hint-next")
        take(stage, choice)
    understand_all(stage)
    log: Any = next(widget for widget in stage.tree.walk() if widget.key == "log")
    assert log.state.furthest > 0
    assert log.state.is_at_end


def test_escape_puts_the_last_hints_away_to_read_on() -> None:
    """In the debrief, whose own Escape comes after that; and so in the mirror."""
    done: list[bool] = []
    stage = play_on(on_stage(FirstSteps(on_done=lambda: done.append(True), on_skip=nothing)))
    to_the_end(stage)
    press(stage, "choice-1")
    for title in ("What it was worth", "One thing is left"):
        assert hint(stage) == title
        stage.act(Back())
    assert hint(stage) == ""
    assert done == []


def test_the_last_word_lets_one_read_on() -> None:
    """The debrief is still there, with its own way out."""
    done: list[bool] = []
    stage = play_on(on_stage(FirstSteps(on_done=lambda: done.append(True), on_skip=nothing)))
    to_the_end(stage)
    press(stage, "choice-1")
    understand_all(stage)
    press(stage, "hint-next")
    understand_all(stage)
    stage.act(Back())
    assert hint(stage) == "You know your way now"
    press(stage, "hint-close")
    assert (hint(stage), done) == ("", [])
    press(stage, "close")
    assert done == [True]


def test_escape_pauses_the_talk_behind_a_hint_that_everything_waits_for() -> None:
    """And once more goes on with the hint."""
    stage = first_steps((800, 600))
    stage.act(Back())
    assert (hint(stage), "Skip the first steps" in shown(stage)) == ("", True)
    stage.act(Back())
    assert hint(stage) == "Read the face"


AREA = Rect(0, 0, 1000, 600)


def test_a_spot_below_is_best() -> None:
    """As wide as the target."""
    spot = free_beside(Rect(100, 100, 300, 100), [Rect(100, 100, 300, 100)], AREA, (200, 400), 10, lambda _width: 80)
    assert spot is not None
    assert (spot.rect, spot.side) == (Rect(100, 210, 300, 80), "top")


def test_a_spot_at_the_side_keeps_clear_of_neighbours() -> None:
    """As close to the middle of the target as is free."""
    taken = [Rect(400, 300, 200, 300), Rect(100, 200, 280, 250)]
    spot = free_beside(taken[0], taken, AREA, (200, 280), 10, lambda _width: 120)
    assert spot is not None
    assert (spot.rect, spot.side) == (Rect(110, 460, 280, 120), "right")
    spot = free_beside(taken[0], taken, Rect(300, 0, 700, 600), (200, 280), 10, lambda _width: 120)
    assert spot is not None
    assert (spot.rect, spot.side) == (Rect(610, 390, 280, 120), "left")


def test_without_a_free_spot_there_is_none() -> None:
    """Everything is taken."""
    assert free_beside(Rect(0, 0, 1000, 300), [AREA], AREA, (200, 400), 10, lambda _width: 80) is None


def test_close_to_the_target_is_where_more_room_is() -> None:
    """Above or below, no higher than the room."""
    assert close_to(Rect(100, 500, 100, 50), AREA, 300, 10, lambda _width: 80).rect.bottom == 490
    assert close_to(Rect(100, 50, 100, 50), AREA, 300, 10, lambda _width: 900).rect == Rect(0, 110, 300, 490)


def test_close_to_the_target_the_choices_are_spared_where_there_is_room() -> None:
    """Above then, though there is more room below; where it fits nowhere else, it covers them."""
    target, choices = Rect(100, 250, 100, 50), [Rect(0, 350, 1000, 250)]
    assert close_to(target, AREA, 300, 10, lambda _width: 80, choices).side == "bottom"
    assert close_to(target, AREA, 300, 10, lambda _width: 280, choices).side == "top"
