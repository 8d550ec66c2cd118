"""The debrief: the ending, the score, and every decision explained."""

from __future__ import annotations

from dataclasses import replace

from game.debrief import review
from game.debrief.wording import dearer_words, later_words
from game.scenario.model import Habit, Label, Words
from game.session.compiler import compile_scenario
from game.window.input import Back, Click, Move
from game.window.screens.debrief import Debriefing
from game.window.screens.debrief.decisions import decision_card
from game.window.widgets.meter import Ring
from game.window.widgets.scroll import Scroll
from tests.window.gallery import SCREENS, debriefing, lost_reservation, nothing, on_stage, session, shown

LOST = ("lobby/deposit", "", "search/kitchen-room")
BEST = ("lobby/listen", "search/honest")


def test_the_ending_and_its_outcome_are_told() -> None:
    """Title, what it means, and the text."""
    text = shown(on_stage(debriefing(*LOST)))
    assert "Above the kitchen" in text
    assert "The customer leaves." in text
    assert "The review has one star" in text


def test_the_score_has_three_rings() -> None:
    """One figure of a thousand, one ring for each dimension, each told in words."""
    stage = on_stage(debriefing(*BEST))
    assert "1000 of 1000" in shown(stage)
    assert [widget.label for widget in stage.tree.walk() if isinstance(widget, Ring)] == [
        "Respect",
        "Proactivity",
        "Follow-through",
    ]
    assert "Respect: 100 of 100." in shown(stage)


def test_every_lost_point_has_its_decision() -> None:
    """Where the points went, in one sentence."""
    assert "−3 points; the best play has +8. Lost: 7 at decision 1, 1 at decision 2, 3 at decision 3." in shown(
        on_stage(debriefing(*LOST))
    )


def test_a_decision_says_what_it_cost_why_and_what_would_have_been_best() -> None:
    """Grade, cost, reason, the best choice with its reason, and what the customer felt."""
    text = shown(on_stage(debriefing("lobby/wrong-hotel", "search/kitchen-room")))
    for words in (
        "a blunder",
        "points lost",
        "You said: “That cannot really be. Could you have booked another hotel by mistake?”",
        "Why: She has to defend herself before you have looked.",
        "Best here: “Good evening, Ms Lindqvist-Überschär.",
        "Why: You said her name, what it is like for her, and what you do about it.",
    ):
        assert words in text


def test_the_customers_unsaid_thought_is_told() -> None:
    """The mirror's sentence."""
    assert "What Anna Lindqvist-Überschär thought and did not say: Somebody has seen" in shown(
        on_stage(debriefing(*BEST))
    )


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
    first = debriefing(*BEST).debrief.decisions[0]
    card = decision_card(first._replace(mood=3), 1, 2, "en")
    labels = [widget.name for widget in card.walk()]
    assert "The customer was delighted, and then even more so." in labels


def test_a_dimension_below_100_in_the_best_play_is_explained() -> None:
    """What is missing there would have cost elsewhere."""
    debrief = debriefing(*BEST).debrief
    assert debrief.scores is not None
    short = replace(debrief, scores=debrief.scores._replace(respect=97))
    words = dearer_words(short)
    assert words
    assert words in shown(on_stage(Debriefing(short, {}, on_again=nothing, on_done=nothing)))


def test_the_mood_curve_is_told_in_words() -> None:
    """From the opening through every decision."""
    assert "The mood of the customer: at the opening worried, after decision 1 worried" in shown(
        on_stage(debriefing(*LOST))
    )


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
    stage = on_stage(screen, (1280, 4000))
    stage.act(Back())
    for key in ("done", "again", "close"):
        widget = next(widget for widget in stage.tree.walk() if widget.key == key)
        stage.act(Click(widget.rect.center))
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
    for choice in BEST:
        played.take(choice, 0)
    debrief = review(book, None, played.journal)
    text = shown(on_stage(Debriefing(debrief, {}, on_again=nothing, on_done=nothing)))
    assert "Respect: +3 points" in text
    assert "of 1000" not in text
    assert "Best here" not in text
