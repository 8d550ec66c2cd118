"""The debrief: the ending, and every decision explained."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import msgspec
import pygame
import pytest

from game.debrief import Debrief, review
from game.debrief.wording import later_words
from game.scenario.model import Habit, Label, Words
from game.session.compiler import compile_scenario
from game.window.input import Back, Digit, Move
from game.window.screens.debrief import Debriefing
from game.window.screens.debrief.decisions import Hand, decision_card
from game.window.widgets.scroll import Scroll
from tests.debrief import plays
from tests.window.debriefed import BEST, LOST, at, press, sixty
from tests.window.gallery import SCREENS, debriefing, lost_reservation, nothing, on_stage, session, shown


def test_the_ending_and_its_outcome_are_told() -> None:
    """Title, what it means, and the text."""
    text = shown(on_stage(debriefing(*LOST)))
    assert "Above the kitchen" in text
    assert "The customer leaves." in text
    assert "The review has one star" in text


def test_a_decision_says_what_it_cost_why_and_what_would_have_been_best() -> None:
    """Grade, cost, reason, the best choice with its reason, and what the customer felt."""
    text = shown(on_stage(debriefing("lobby/wrong-hotel", "search/kitchen-room")))
    for words in (
        "A blunder, 7 points lost",
        "You said\n“That cannot really be. Could you have booked another hotel by mistake?”",
        "Why: She has to defend herself before you have looked.",
        "Best here\n“Good evening, Ms Lindqvist-Überschär.",
        "Why: You said her name, what it is like for her, and what you do about it.",
    ):
        assert words in text


def test_the_customers_unsaid_thought_is_told() -> None:
    """The mirror's sentence, once a decision that lost nothing is opened."""
    stage = on_stage(debriefing(*BEST))
    assert "thought and did not say" not in shown(stage)
    press(stage, "decision-1")
    assert "What Anna Lindqvist-Überschär thought and did not say: Somebody has seen" in shown(stage)


def test_a_silence_is_told_as_one() -> None:
    """Nothing was said, and that is a decision."""
    assert "You said nothing; the time ran out." in shown(on_stage(debriefing(*LOST)))


def test_promises_are_told_as_they_ended() -> None:
    """Kept or broken; of those that were never made nothing is said."""
    text = shown(on_stage(debriefing(*LOST)))
    assert "Promise broken: The deposit of € 412.50 is checked with accounts." in text
    assert "Never made" not in text
    assert "Your promises" not in shown(on_stage(debriefing()))


def test_the_lost_points_add_up_in_what_is_said() -> None:
    """Where points at once do not make up the loss, it says how much more or less could be won later."""
    lost, best = debriefing(*LOST).debrief, debriefing(*BEST).debrief
    taken = lost.decisions[0]
    assert taken.later
    assert later_words(taken.later) in shown(on_stage(debriefing(*LOST)))
    assert [each.later for each in best.decisions] == [0] * len(best.decisions)


def test_a_mood_that_rises_within_a_word_is_told_as_one() -> None:
    """Nobody goes from delighted to delighted."""
    debrief = debriefing(*BEST).debrief
    first = msgspec.structs.replace(debrief.decisions[0], mood=3)
    happy = replace(debrief, mood=2, decisions=(first, *debrief.decisions[1:]))
    card = decision_card(happy, 1, Hand(nothing, None, None, 2), is_open=True)
    assert "The customer was delighted, and then even more so." in [widget.name for widget in card.walk()]


def test_a_play_without_an_ending_has_no_score() -> None:
    """Points only, and it says so."""
    text = shown(on_stage(debriefing("lobby/listen")))
    assert "Not played to an ending" in text
    assert "Your points" in text
    assert "of 1000" not in text


def test_arrows_scroll_the_page() -> None:
    """The page has the focus at first; down shows what lies below."""
    stage = SCREENS["debrief"]((800, 600), "light", 100)
    page = next(widget for widget in stage.tree.walk() if widget.key == "debrief")
    assert isinstance(page, Scroll)
    stage.act(Move.DOWN)
    stage.act(Move.DOWN)
    assert page.state.offset > 0


def test_escape_and_the_buttons_lead_on() -> None:
    """Back to the cases, or once more."""
    ways: list[str] = []
    shown_debrief = debriefing(*BEST)
    screen = Debriefing(
        shown_debrief.debrief, {}, on_again=lambda: ways.append("again"), on_done=lambda: ways.append("done")
    )
    stage = on_stage(screen)
    stage.act(Back())
    for key in ("done", "again", "close"):
        press(stage, key)
    assert ways == ["done", "done", "again", "done"]


def test_habits_are_named_with_their_decisions() -> None:
    """Only those that habits.yaml knows."""
    screen = debriefing(*BEST)
    debrief = screen.debrief
    habit = Habit(name=Label("Listening"), kind="virtue", text=Words("You let them finish."))
    told = Debriefing(
        replace(debrief, habits={"listening": (1, 2), "unknown": (1,)}),
        {"listening": habit},
        on_again=nothing,
        on_done=nothing,
    )
    assert "Listening (decisions 1, 2)" in shown(on_stage(told))
    assert "unknown" not in shown(on_stage(told))


def test_a_case_too_large_to_be_solved_is_debriefed_without_scores() -> None:
    """Points and reasons stay; grades and best choices are not guessed."""
    book = compile_scenario(lost_reservation())
    played = session("graded")
    for name in BEST:
        played.take(name, 0)
    debrief = review(book, None, played.journal)
    text = shown(on_stage(Debriefing(debrief, {}, on_again=nothing, on_done=nothing)))
    assert "Respect: +3 points" in text
    assert "of 1000" not in text
    assert "Best here" not in text
    assert "This case can go too many ways for its best play to be found" in text
    long = replace(sixty().debrief, best=None, worst=None, scores=None, best_parts=())
    stage = on_stage(Debriefing(long, {}, on_again=nothing, on_done=nothing))
    assert not at(stage, "decision-2").is_open  # type: ignore[attr-defined]
    press(stage, "open-all")
    assert at(stage, "open-all").name == "Close all"


def test_numbers_and_buttons_go_to_the_parts_of_the_page() -> None:
    """Each part comes to the top, as far as the page goes on below it."""
    stage = on_stage(debriefing(*LOST), (1280, 800))
    stage.act(Digit(4))
    assert abs(at(stage, "part-decisions").rect.y - at(stage, "debrief").rect.y) < 40
    stage.act(Digit(1))
    assert abs(at(stage, "part-ending").rect.y - at(stage, "debrief").rect.y) < 40
    press(stage, "go-part-mood")
    assert abs(at(stage, "part-mood").rect.y - at(stage, "debrief").rect.y) < 40
    assert not stage.act(Digit(9))


def test_the_best_way_stands_beside_ones_own() -> None:
    """Decision by decision, to both endings; closed, it is one line."""
    stage = on_stage(debriefing("lobby/listen", "search/kitchen-room"))
    text = shown(stage)
    assert "Decision 1, the same in both: “Good evening, Ms Lindqvist-Überschär." in text
    assert "Your decision 2 · a blunder" in text
    assert "Best way, decision 2" in text
    assert "Your way: 0 points\n" in text
    assert "The best way: +8 points\nThe house across the street" in text
    press(stage, "beside")
    assert "Best way, decision 2" not in shown(stage)
    assert "Your way was a best way" in shown(on_stage(debriefing(*BEST)))


def test_trying_again_begins_at_the_decision() -> None:
    """A button on each decision that is open; none where it cannot be."""
    tried: list[int] = []
    screen = debriefing(*LOST)
    again = Debriefing(screen.debrief, {}, on_again=nothing, on_done=nothing, on_again_from=tried.append)
    stage = on_stage(again)
    press(stage, "again-from-2")
    assert tried == [2]
    assert "again-from-2" not in {widget.key for widget in on_stage(screen).tree.walk()}


def test_a_loss_that_comes_later_leads_to_the_decision_that_caused_it() -> None:
    """And back: the deposit was promised by the first, and could never be kept; that showed with the third."""
    stage = on_stage(debriefing(*LOST))
    text = shown(stage)
    assert "From here on a promise could no longer be kept; it broke at decision 3: The deposit" in text
    assert "Since decision 1 this promise could no longer be kept: The deposit" in text
    press(stage, "from-3-to-1")
    assert stage.focus is at(stage, "decision-1")
    press(stage, "from-1-to-3")
    assert stage.focus is at(stage, "decision-3")


def test_the_mirror_is_offered_where_it_can_be_looked_into() -> None:
    """Nowhere else."""
    looked: list[str] = []
    screen = debriefing(*LOST)
    assert "mirror" not in {widget.key for widget in on_stage(screen).tree.walk()}
    mirrored = Debriefing(screen.debrief, {}, on_again=nothing, on_done=nothing, on_mirror=lambda: looked.append("in"))
    press(on_stage(mirrored), "mirror")
    assert looked == ["in"]


@pytest.mark.parametrize(
    "debrief",
    [
        sixty().debrief,
        debriefing().debrief,
        debriefing("lobby/listen").debrief,
        plays.debriefed("call/swamp", "swamp/hang-up"),
        plays.debriefed(*plays.LATE),
        review(plays.callback()[0], None, plays.journal(*plays.LATE)),
    ],
    ids=["long", "nothing decided", "left", "trap", "late", "not solved"],
)
@pytest.mark.parametrize("size", [(640, 480), (1280, 800)])
def test_every_debrief_can_be_painted_and_saved(debrief: Debrief, size: tuple[int, int], home: Path) -> None:
    """Whatever is missing in it: chapters, decisions, an ending, a solution."""
    stage = on_stage(Debriefing(debrief, {}, on_again=nothing, on_done=nothing, on_again_from=nothing), size)
    for number in range(1, 7):
        stage.act(Digit(number))
        stage.paint(pygame.Surface(size))
    press(stage, "save-picture")
    press(stage, "save-text")
    assert sorted(path.suffix for path in (home / "saved").iterdir()) == [".png", ".txt"]
