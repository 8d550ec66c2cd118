"""The bench story in ink, played by inkcpp, beside the same story played by the rules.

By hand, since it takes ink's compiler and a module that the project does not need:

    python -m benchmarks.ink write /tmp/story.ink
    npm install --prefix /tmp/ink inkjs
    node /tmp/ink/node_modules/inkjs/bin/inkjs-compiler.js -o /tmp/story.json /tmp/story.ink
    pip install inkcpp-py        # in an environment that can be thrown away, beside the project's own packages
    python -m benchmarks.ink play /tmp/story.json

Both choose at random among what is on offer and read every line that is said.
"""

from __future__ import annotations

import statistics
import sys
import tempfile
from collections.abc import Callable, Iterator
from importlib import import_module
from pathlib import Path
from typing import Any

from benchmarks.figures import Figure, table
from benchmarks.play import ROUNDS, STORY, play_by_the_rules, rate
from game.loader import read_file
from game.scenario.conditions import Condition, Fact
from game.scenario.model import DIMENSIONS, Scenario
from game.session.compiler import compile_scenario

LIMIT = 2.0
PLAYS = 4_000


def ink(scenario: Scenario) -> Iterator[str]:
    """The story as an ink script; it uses no more of the format than facts, points and goto."""
    yield "VAR warm = false"
    yield from (f"VAR {dimension} = 0" for dimension in DIMENSIONS)
    yield f"-> {scenario.start}"
    for name, scene in scenario.scenes.items():
        yield f"=== {name} ==="
        for line in scene.says:
            yield line.text if line.when is None else f"{{ {_asked(line.when)}: {line.text} }}"
        for choice in scene.choices:
            asked = "" if choice.when is None else f"{{ {_asked(choice.when)} }} "
            yield f"+ {asked}[{choice.say}]"
            for dimension in DIMENSIONS:
                if points := getattr(choice, dimension):
                    yield f"  ~ {dimension} = {dimension} + {points}"
            if choice.remember:
                yield "  ~ warm = true"
            yield f"  -> {choice.goto[0].to}"
        if scene.ending is not None:
            yield "-> END"


def _asked(condition: Condition) -> str:
    return "warm" if isinstance(condition, Fact) else "not warm"


def play_ink(story: Any, count: int, dice: Callable[[], float]) -> int:
    """Random plays of the compiled ink story; how many decisions they took."""
    decisions = 0
    for _ in range(count):
        runner = story.new_runner()
        runner.getall()
        while offered := runner.num_choices():
            runner.choose(int(dice() * offered))
            runner.getall()
            decisions += 1
    return decisions


def measure(compiled: str, scenario: Scenario) -> list[Figure]:
    """Both in turns, round by round."""
    inkcpp = import_module("inkcpp_py")
    book = compile_scenario(scenario)
    with tempfile.TemporaryDirectory() as folder:
        binary = str(Path(folder) / "story.bin")
        inkcpp.compile_json(compiled, binary)
        story = inkcpp.Story.from_file(binary)
    theirs, ours = [], []
    for seed in range(ROUNDS):
        theirs.append(rate(lambda dice: play_ink(story, PLAYS, dice), seed))
        ours.append(rate(lambda dice: play_by_the_rules(book, PLAYS, dice), seed))
    ratio = statistics.median(our / their for our, their in zip(ours, theirs, strict=True))
    return [
        Figure("inkcpp, decisions per CPU second", f"{statistics.median(theirs):,.0f}", "", None),
        Figure("start, choices, play, decisions per CPU second", f"{statistics.median(ours):,.0f}", "", None),
        Figure("of inkcpp's", f"{ratio:.2f}", f">= {LIMIT}", ratio >= LIMIT),
    ]


if __name__ == "__main__":
    what, where = sys.argv[1:]
    found = read_file(STORY).scenario
    if found is None:
        sys.exit(f"{STORY} is no scenario")
    if what == "write":
        Path(where).write_text("\n".join(ink(found)) + "\n", encoding="utf-8")
    else:
        print(table(measure(where, found)))
