"""The score of a debrief: what it means, and where the points went."""

from __future__ import annotations

from dataclasses import replace

import msgspec
import pytest

from game.debrief import Debrief
from game.debrief.wording import dearer_words
from game.session.journal import Mode
from game.window.screens.debrief import Debriefing
from game.window.screens.debrief.score import next_medal_words, own_best_words
from game.window.screens.debrief.staircase import StairBar
from game.window.sound import Cue
from game.window.widgets.meter import Ring
from tests.window.debriefed import BEST, LOST
from tests.window.gallery import debriefing, nothing, on_stage, shown


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
    """How the score belongs to the points of the decisions; each ring with what was possible."""
    text = shown(on_stage(debriefing(*LOST)))
    assert "0 is the worst way through this case, 1000 the best." in text
    assert "you took 0 of 11." in text
    assert "−3 points" in text  # a true minus
    assert "From 0, the worst play, to 1000, the best: bronze from 600, silver from 750, gold from 900" in text
    assert "you took 11 of 11." in shown(on_stage(debriefing(*BEST)))


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
        "The worst play has −3 points.",
    ]
    spans = [bar.span for bar in bars]
    assert (spans[0].begin, spans[0].end) == (3 / 11, 1)  # from no points on
    assert spans[4] == spans[5] == (0, 3 / 11)  # below it
    assert {bar.zero for bar in bars} == {3 / 11}
    assert [step.begin for step in spans[1:3]] == [step.end for step in spans[2:4]]
    assert (spans[1].end, spans[3].begin) == (spans[0].end, spans[4].begin)
    assert "is yours: 8 − 7 − 1 − 3 = −3." in shown(stage)


def test_a_dimension_below_100_in_the_best_play_is_explained() -> None:
    """What is missing there would have cost elsewhere."""
    debrief = debriefing(*BEST).debrief
    assert debrief.scores is not None
    short = replace(debrief, scores=debrief.scores._replace(respect=97))
    words = dearer_words(short)
    assert words
    assert words in shown(on_stage(Debriefing(short, {}, on_again=nothing, on_done=nothing)))


def scored(total: int, *, mode: Mode = "graded", was_rewound: bool = False) -> Debrief:
    """A debrief with that score."""
    debrief = debriefing(*LOST).debrief
    assert debrief.scores is not None
    head = msgspec.structs.replace(debrief.head, mode=mode)
    return replace(debrief, head=head, scores=debrief.scores._replace(total=total), was_rewound=was_rewound)


@pytest.mark.parametrize(
    ("debrief", "words"),
    [
        (scored(738), "A score higher by 12 earns silver."),
        (scored(749), "A score higher by 1 earns silver."),
        (scored(450), "A score higher by 150 earns bronze."),
        (scored(449), ""),
        (scored(900), ""),
        (scored(760, mode="practice"), "A graded play with this score earns silver."),
        (scored(930, was_rewound=True), "A graded play with this score earns gold."),
        (scored(300, mode="practice"), ""),
    ],
)
def test_a_medal_that_is_near_is_named(debrief: Debrief, words: str) -> None:
    """With what is missing; where the play counts for learning only, what a graded one would earn."""
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
        (701, "graded", "Your best score so far: 1 more than 700."),
        (740, "graded", "Your best score so far: 40 more than 700."),
        (740, "practice", "Above the score of your best graded play, 700."),
        (699, "graded", "1 below your best score, 700."),
        (600, "practice", "100 below your best score, 700."),
    ],
)
def test_the_score_is_held_against_ones_own_best(score: int, mode: Mode, words: str) -> None:
    """That of the plays before."""
    assert own_best_words(scored(score, mode=mode), 700) == words
    assert own_best_words(scored(score, mode=mode), None) == ""
