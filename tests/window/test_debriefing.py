"""The debrief: the ending, the score, and every decision explained."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import msgspec
import pygame
import pytest

from game.debrief import Debrief, review
from game.debrief.wording import dearer_words, later_words
from game.scenario.model import Habit, Label, Words
from game.session.compiler import compile_scenario
from game.session.journal import Decision, Head, Journal, Mode
from game.solver import solve
from game.window.input import Assist, Back, Click, Digit, Move, Press
from game.window.screens.debrief import Debriefing
from game.window.screens.debrief.curve import CurvePoint
from game.window.screens.debrief.decisions import Hand, decision_card
from game.window.screens.debrief.fold import Fold
from game.window.screens.debrief.score import next_medal_words, own_best_words
from game.window.screens.debrief.staircase import StairBar
from game.window.sound import Cue
from game.window.stage import Stage
from game.window.widgets.meter import Ring
from game.window.widgets.scroll import Scroll
from game.window.widgets.widget import Live, Widget
from tests.cases import book, choice, ending, scene
from tests.window.gallery import SCREENS, debriefing, lost_reservation, nothing, on_stage, session, shown


def press(stage: Stage, key: str) -> None:
    """Press a widget as a screen reader does, wherever it is scrolled to."""
    stage.act(Assist(next(widget.reader_id for widget in stage.tree.walk() if widget.key == key), Press()))


LOST = ("lobby/deposit", "", "search/kitchen-room")
BEST = ("lobby/listen", "search/honest")


def sixty() -> Debriefing:
    """The debrief of a play of sixty decisions; every other one lost a point."""
    scenes = {
        f"s{number}": scene(
            choice("good", f"s{number + 1}", respect=1, mood=1), choice("bad", f"s{number + 1}", mood=-1)
        )
        for number in range(60)
    }
    playbook = book(**scenes, s60=ending())
    names = tuple(Decision(f"s{number}/{'bad' if number % 2 else 'good'}", 0) for number in range(60))
    head = Head(scenario="long", revision=playbook.revision, seed=0, mode="graded", started="")
    debrief = review(playbook, solve(playbook), Journal(head, names))
    return Debriefing(debrief, {}, on_again=nothing, on_done=nothing, on_again_from=nothing)


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


def test_the_score_says_what_it_means() -> None:
    """In points, above the worst play and below the best; each ring with what was possible."""
    text = shown(on_stage(debriefing(*LOST)))
    assert "−3 points: 0 above the worst play there is, 11 below the best." in text  # a true minus
    assert "From 0, the worst play, to 1000, the best: bronze from 600, silver from 750, gold from 900" in text
    assert "+8 points: the best there is." in shown(on_stage(debriefing(*BEST)))


def test_every_lost_point_has_its_step_and_they_add_up() -> None:
    """From the best total down to one's own, read aloud too."""
    stage = on_stage(debriefing(*LOST))
    bars = [widget for widget in stage.tree.walk() if isinstance(widget, StairBar)]
    assert [bar.name for bar in bars] == [
        "The best play has +8 points.",
        "Decision 1, a blunder, lost 7 points.",
        "Decision 2, nearly the best, lost 1 point.",
        "Decision 3, a slip, lost 3 points.",
        "Yours has −3 points.",
    ]
    spans = [bar.span for bar in bars]
    assert (spans[0].begin, spans[0].end) == (0, 1)
    assert [step.begin for step in spans[1:4]] == [step.end for step in spans[2:5]]
    assert "is yours: 8 − 7 − 1 − 3 = −3." in shown(stage)


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
    first = debrief.decisions[0]._replace(mood=3)
    happy = replace(debrief, mood=2, decisions=(first, *debrief.decisions[1:]))
    card = decision_card(happy, 1, Hand(nothing, None, 2), is_open=True)
    assert "The customer was delighted, and then even more so." in [widget.name for widget in card.walk()]


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


def at(stage: Stage, key: str) -> Widget:
    """The widget of a key."""
    return next(widget for widget in stage.tree.walk() if widget.key == key)


def test_choosing_a_decision_on_the_curve_leads_to_its_card() -> None:
    """It is opened, in sight, and has the focus."""
    stage = on_stage(debriefing(*BEST), (1280, 800))
    stage.act(Click(at(stage, "curve-2").rect.center))
    card = at(stage, "decision-2")
    assert stage.focus is card
    assert pygame.Rect((0, 0), stage.size).contains(card.rect)
    assert "The truth, and a way on." in shown(stage)
    press(stage, "decision-2")
    assert "The truth, and a way on." not in shown(stage)


def test_the_curve_stands_where_the_moods_are() -> None:
    """Higher for better, from left to right, each with its grade told in words."""
    stage = on_stage(debriefing(*LOST))
    points = [widget for widget in stage.tree.walk() if isinstance(widget, CurvePoint)]
    assert [point.name for point in points] == [
        "Decision 1, a blunder, 7 points lost, mood worried",
        "Decision 2, nearly the best, 1 point lost, mood annoyed",
        "Decision 3, a slip, 3 points lost, mood annoyed",
    ]
    (x, y), (later_x, later_y), (last_x, last_y) = (point.centre for point in points)
    assert x < later_x < last_x
    assert y < later_y == last_y


def test_a_long_case_is_told_in_rows_and_lines() -> None:
    """Sixty decisions: the curve goes on in rows wide enough for a finger, and what lost nothing is closed."""
    stage = on_stage(sixty(), (1280, 800))
    points = [widget for widget in stage.tree.walk() if isinstance(widget, CurvePoint)]
    assert len(points) == 60
    assert len({point.rect.y for point in points}) > 1
    assert min(point.rect.width for point in points) >= stage.theme.px(40)
    heads = [widget for widget in stage.tree.walk() if isinstance(widget, Fold) and widget.key.startswith("decision")]
    assert [head.is_open for head in heads] == [False, True] * 30
    press(stage, "open-all")
    heads = [widget for widget in stage.tree.walk() if isinstance(widget, Fold) and widget.key.startswith("decision")]
    assert all(head.is_open for head in heads)


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


def test_the_mirror_is_offered_where_it_can_be_looked_into() -> None:
    """Nowhere else."""
    looked: list[str] = []
    screen = debriefing(*LOST)
    assert "mirror" not in {widget.key for widget in on_stage(screen).tree.walk()}
    mirrored = Debriefing(screen.debrief, {}, on_again=nothing, on_done=nothing, on_mirror=lambda: looked.append("in"))
    press(on_stage(mirrored), "mirror")
    assert looked == ["in"]


def scored(total: int, *, mode: Mode = "graded", was_rewound: bool = False) -> Debrief:
    """A debrief with that score."""
    debrief = debriefing(*LOST).debrief
    assert debrief.scores is not None
    head = msgspec.structs.replace(debrief.head, mode=mode)
    return replace(debrief, head=head, scores=debrief.scores._replace(total=total), was_rewound=was_rewound)


@pytest.mark.parametrize(
    ("debrief", "words"),
    [
        (scored(738), "12 points to silver"),
        (scored(749), "1 point to silver"),
        (scored(450), "150 points to bronze"),
        (scored(449), ""),
        (scored(900), ""),
        (scored(760, mode="practice"), "A graded play with this score earns silver."),
        (scored(930, was_rewound=True), "A graded play with this score earns gold."),
        (scored(300, mode="practice"), ""),
    ],
)
def test_a_medal_that_is_near_is_named(debrief: Debrief, words: str) -> None:
    """With the points that are missing; where the play counts for learning only, what a graded one would earn."""
    assert next_medal_words(debrief) == words


def test_an_earned_medal_is_shown_and_heard_once() -> None:
    """Only of a play that counts."""
    heard: list[Cue] = []
    for debrief, count in ((scored(760), 1), (scored(760, mode="practice"), 0), (scored(599), 0)):
        heard.clear()
        screen = Debriefing(debrief, {}, on_again=nothing, on_done=nothing)
        screen.play_cue = heard.append
        assert ("Medal: silver" in shown(on_stage(screen))) == bool(count)
        screen.play_cue = heard.append
        screen._has_been_seen = False
        screen.open()
        screen.open()
        assert heard == [Cue.MEDAL] * count


@pytest.mark.parametrize(
    ("score", "mode", "words"),
    [
        (700, "graded", "As good as your best so far."),
        (701, "graded", "Your best so far: 1 point more than 700."),
        (740, "graded", "Your best so far: 40 points more than 700."),
        (740, "practice", "Above your best graded play, which has 700."),
        (699, "graded", "1 point below your best, which has 700."),
        (600, "practice", "100 points below your best, which has 700."),
    ],
)
def test_the_score_is_held_against_ones_own_best(score: int, mode: Mode, words: str) -> None:
    """That of the plays before."""
    assert own_best_words(scored(score, mode=mode), 700) == words
    assert own_best_words(scored(score, mode=mode), None) == ""


def test_the_picture_holds_the_whole_page_and_never_takes_the_place_of_another(home: Path) -> None:
    """However little of it is in sight; where it was written is told, whole, to readers too."""
    stage = on_stage(debriefing(*LOST), (800, 600), text=200)
    press(stage, "save-picture")
    press(stage, "save-picture")
    saved = sorted((home / "saved").iterdir())
    assert len(saved) == 2
    picture = pygame.image.load(saved[0])
    assert picture.get_width() == 1440
    assert picture.get_height() > 2000
    note = next(widget for widget in stage.tree.walk() if widget.name in {f"Saved as {path}" for path in saved})
    assert note.live is Live.POLITE


def test_the_text_holds_all_decisions_and_their_reasons(home: Path) -> None:
    """In plain words, a paragraph a line."""
    press(on_stage(debriefing(*LOST)), "save-text")
    (saved,) = (home / "saved").iterdir()
    text = saved.read_text(encoding="utf-8")
    assert text.startswith("Debrief: The lost reservation (graded)\n")
    assert "8 - 7 - 1 - 3 = -3" in text
    assert "Half of the truth." in text
    assert "Broken: The deposit" in text
    assert "\n\n\n" not in text


def test_what_cannot_be_saved_is_told_with_its_reason(home: Path) -> None:
    """A file lies where the folder should be."""
    home.mkdir()
    (home / "saved").write_text("in the way")
    for key, what in (("save-picture", "The picture"), ("save-text", "The text")):
        stage = on_stage(debriefing(*LOST))
        press(stage, key)
        assert f"{what} could not be saved: {home / 'saved'} cannot be made" in shown(stage)
