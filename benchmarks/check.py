"""How long a trainer waits for the checker.

    python -m benchmarks.check

Two hundred cases of 30 scenes are looked at on one core: once as plain as a first case is (three choices a scene, three
facts, a promise), once as rich as the shipped cases (27 to 30 scenes, with clocks, moods, deadlines), each with words
of its own. A watched file's answer is the longest pause between two glances, reading and checking it.
"""

from __future__ import annotations

import io
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from benchmarks.figures import Figure, table
from game.loader import find_scenarios
from game.loader.shelf import HABITS_FILE
from game.trainer.check.checking import GLANCE, Request, check, watch

SHIPPED = Path(__file__).parent.parent / "scenarios"
MANY = 200
PLAIN = 30
"""Scenes of a plain case."""
LONGEST = 10.0
"""CPU seconds for all of them."""
ANSWER = 0.3
"""Seconds from a save to the answer."""


def lay_out(folder: Path) -> None:
    """Two hundred cases, no two alike."""
    habits = (SHIPPED / HABITS_FILE).read_bytes()
    (folder / HABITS_FILE).write_bytes(habits)
    cases = list(find_scenarios([SHIPPED]).paths.values())
    for number in range(MANY):
        case = cases[number % len(cases)]
        text = case.read_text(encoding="utf-8").replace("title: ", f"title: {number} ", 1)
        (folder / f"case-{number}.yaml").write_text(text, encoding="utf-8")


def lay_out_plain(folder: Path) -> None:
    """Two hundred cases of 30 scenes, in which one thing follows another."""
    head = "language: en\nchannel: phone\nyou:\n  name: Lea\ncustomer:\n  name: Reto\npromises:\n  callback:\n"
    head += "    text: You call back.\n    within: 6 h\n    kept: {follow_through: 1, because: You did.}\n"
    head += "    broken: {follow_through: -2, because: You did not.}\nscenes:\n"
    for number in range(MANY):
        scenes = "".join(_plain_scene(scene) for scene in range(PLAIN - 3))
        ends = "".join(
            f"  {name}:\n    says: Goodbye.\n    ending:\n      outcome: {name}\n      title: The end\n"
            for name in ("lost", "kept-on", "delighted")
        ).replace("outcome: kept-on", "outcome: kept")
        (folder / f"plain-{number}.yaml").write_text(f"title: Plain {number}\n{head}{scenes}{ends}", encoding="utf-8")


def _plain_scene(number: int) -> str:
    """A scene with three choices: on with a fact, on past the next scene, and on by what went before."""
    last = number >= PLAIN - 5
    onward = "delighted" if last else f"s{number + 1}"
    beyond = "lost" if last else f"s{number + 2}"
    promise = {5: ["promise: callback"], 15: ["keep: callback"]}.get(number, [])
    turn = ["goto:", f"  - when: f{number % 3} and mood < -1", "    to: kept-on", f"  - {onward}"]
    choices = {
        "listen": ["respect: 1", f"remember: f{number % 3}", f"goto: {onward}"],
        "pass": ["respect: -1", "mood: -1", f"goto: {beyond}"],
        "act": ["proactivity: 1", *promise, *(turn if number > 5 else [f"goto: {onward}"])],
    }
    written = f"  s{number}:\n    says: What is said in scene {number}.\n    choices:\n"
    for name, rest in choices.items():
        keys = (f"id: {name}", f"say: The words of {name} in scene {number}.", "because: So it is.", *rest)
        written += "      - " + "\n        ".join(keys) + "\n"
    return written


def checking(folder: Path, what: str) -> Figure:
    """CPU seconds of one check of all that lies in a folder."""
    begin = time.process_time()
    if check(Request([str(folder)], []), io.StringIO(), io.StringIO()):
        sys.exit(f"{what} are not cases that can be played")
    seconds = time.process_time() - begin
    return Figure(f"check of {MANY} {what}, CPU seconds", f"{seconds:.1f}", f"< {LONGEST:g}", seconds < LONGEST)


def answering(case: Path) -> float:
    """Seconds from the save of a watched file to the answer, the pause before the next glance counted in full."""
    out = io.StringIO()
    saved = answered = 0.0

    def wait(_seconds: float) -> None:
        nonlocal saved, answered
        if saved:
            answered = time.perf_counter()
            raise KeyboardInterrupt
        case.write_text(case.read_text(encoding="utf-8") + "# saved\n", encoding="utf-8")
        saved = time.perf_counter()

    _until_stopped(lambda: watch(Request([str(case)], []), out, out, wait))
    return answered - saved + GLANCE


def _until_stopped(run: Callable[[], object]) -> None:
    try:
        run()
    except KeyboardInterrupt:
        return


def measure() -> list[Figure]:
    """All of them once; then each kind of the shipped, watched."""
    with tempfile.TemporaryDirectory() as plain, tempfile.TemporaryDirectory() as rich:
        folder = Path(rich)
        lay_out_plain(Path(plain))
        lay_out(folder)
        figures = [checking(Path(plain), "plain cases"), checking(folder, "cases like the shipped")]
        for number in range(3):
            slowest = max(answering(folder / f"case-{number}.yaml") for _ in range(5))
            kind = list(find_scenarios([SHIPPED]).paths.values())[number].name
            figures.append(
                Figure(
                    f"watched {kind}, milliseconds to the answer",
                    f"{slowest * 1000:.0f}",
                    f"< {ANSWER * 1000:.0f}",
                    slowest < ANSWER,
                )
            )
    return figures


if __name__ == "__main__":
    print(table(measure()))
