"""Plays of small cases, written out for people: the second half of each pair in tests/spec/cases.

A pair is a case, NAME.yaml, whose first line is the rule it shows, and NAME.txt, some plays of it. A play begins
with `play:` and the choices it takes; below stands its transcript, as the program writes it, and what it came to.
After a change that is meant to change them, write them anew and read what has moved:

    python -m tests.spec.plays
    git diff tests/spec/cases
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from game.debrief.transcript import transcript
from game.loader import read_file
from game.session.compiler import compile_scenario
from game.session.playbook import Playbook
from game.session.rules import NotAvailable, choices, play, silence, start
from game.session.state import Step
from game.session.telling import debts

__all__ = ["PLAY", "cases", "plays_of", "written_out"]

CASES = Path(__file__).parent / "cases"
PLAY = "play: "


def cases() -> list[Path]:
    """Every case of a pair."""
    return sorted(CASES.glob("*.yaml"))


def plays_of(text: str) -> list[list[str]]:
    """The choices of each play in the second half of a pair."""
    return [line.removeprefix(PLAY).split(", ") for line in text.splitlines() if line.startswith(PLAY)]


def written_out(case: Path, plays: Sequence[Sequence[str]]) -> str:
    """The second half of a pair, as the rules have it now."""
    reading = read_file(case)
    assert reading.scenario is not None, reading.diagnostics
    book = compile_scenario(reading.scenario)
    return "\n".join("\n".join(_play(book, names)) + "\n" for names in plays)


def _play(book: Playbook, names: Sequence[str]) -> Iterator[str]:
    yield PLAY + ", ".join(names)
    steps = [start(book)]
    refused = None
    for name in names:
        try:
            steps.append(play(book, steps[-1].after, name))
        except NotAvailable as error:
            refused = str(error)
    yield from (f"    {line}".rstrip() for line in transcript(book, steps).splitlines())
    for step in steps[1:]:
        yield f"{step.choice}: {_points(step)}"
    if refused:
        yield f"refused: {refused}"
    yield f"stopped: {_stop(book, steps[-1])}"
    yield "moods: " + ", ".join(
        f"{person} {mood}" for person, mood in zip(book.people, steps[-1].after.moods, strict=True)
    )
    if owed := [f"{each.promise} {each.standing}" for each in debts(book, steps)]:
        yield "promises: " + ", ".join(owed)


def _points(step: Step) -> str:
    named = zip(("respect", "proactivity", "follow-through"), step.points, strict=True)
    return ", ".join(f"{dimension} {points:+}" for dimension, points in named if points) or "no points"


def _stop(book: Playbook, last: Step) -> str:
    if last.stop is not None:
        return last.stop.value
    fallen = silence(book, last.after)
    return "no; on offer: " + ", ".join((*choices(book, last.after), *([fallen] if fallen else [])))


if __name__ == "__main__":
    for path in cases():
        pair = path.with_suffix(".txt")
        pair.write_text(written_out(path, plays_of(pair.read_text(encoding="utf-8"))), encoding="utf-8")
