"""Random complete plays by the rules, against the least any program could do for the same plays.

    python -m benchmarks.play

The bare loop plays story.yaml as plain tables: no text, no state, no history. Nothing that keeps those can be
faster. Both run in turns in one process, so that a busy machine slows both.
"""

from __future__ import annotations

import random
import statistics
import sys
import time
from collections.abc import Callable
from pathlib import Path

from benchmarks.figures import Figure, table
from game.loader import read_file
from game.scenario.model import Scenario
from game.session.compiler import compile_scenario
from game.session.playbook import Playbook
from game.session.rules import choices, play, start

STORY = Path(__file__).parent / "story.yaml"
LIMIT = 0.2
PLAYS = 20_000
ROUNDS = 5

Row = tuple[int, int, int, str | None, bool, str]
"""Points in the three dimensions, the fact remembered, whether a fact is asked for, and the next scene."""


def bare_table(scenario: Scenario) -> dict[str, list[Row]]:
    """The story as the bare loop reads it."""
    return {
        name: [
            (
                choice.respect,
                choice.proactivity,
                choice.follow_through,
                choice.remember[0] if choice.remember else None,
                choice.when is not None,
                choice.goto[0].to,
            )
            for choice in scene.choices
        ]
        for name, scene in scenario.scenes.items()
    }


def play_bare(rows: dict[str, list[Row]], first: str, count: int, dice: Callable[[], float]) -> int:
    """Random plays of plain tables; how many decisions they took."""
    decisions = 0
    for _ in range(count):
        scene, warm, respect, proactivity, follow_through = first, False, 0, 0, 0
        while row := rows[scene]:
            offered = [choice for choice in row if not choice[4] or warm]
            chosen = offered[int(dice() * len(offered))]
            respect += chosen[0]
            proactivity += chosen[1]
            follow_through += chosen[2]
            warm = warm or chosen[3] is not None
            scene = chosen[5]
            decisions += 1
    return decisions


def play_by_the_rules(book: Playbook, count: int, dice: Callable[[], float]) -> int:
    """Random plays by the public door to the rules; how many decisions they took."""
    decisions = 0
    for _ in range(count):
        step = start(book)
        while step.stop is None:
            offered = choices(book, step.after)
            step = play(book, step.after, offered[int(dice() * len(offered))])
            decisions += 1
    return decisions


def rate(work: Callable[[Callable[[], float]], int], seed: int) -> float:
    """Decisions per CPU second."""
    dice = random.Random(seed).random
    begin = time.process_time()
    decisions = work(dice)
    return decisions / (time.process_time() - begin)


def measure() -> list[Figure]:
    """Both loops in turns, round by round."""
    scenario = read_file(STORY).scenario
    if scenario is None:
        sys.exit(f"{STORY} is no scenario")
    book, rows, first = compile_scenario(scenario), bare_table(scenario), scenario.start
    bare, ruled = [], []
    for seed in range(ROUNDS):
        bare.append(rate(lambda dice: play_bare(rows, first, PLAYS, dice), seed))
        ruled.append(rate(lambda dice: play_by_the_rules(book, PLAYS, dice), seed))
    ratio = statistics.median(ours / floor for ours, floor in zip(ruled, bare, strict=True))
    return [
        Figure("the bare loop, decisions per CPU second", f"{statistics.median(bare):,.0f}", "", None),
        Figure("start, choices, play, decisions per CPU second", f"{statistics.median(ruled):,.0f}", "", None),
        Figure("of the bare loop's", f"{ratio:.3f}", f">= {LIMIT}", ratio >= LIMIT),
    ]


if __name__ == "__main__":
    print(table(measure()))
