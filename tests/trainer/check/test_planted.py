"""The faults that are planted one by one in a good case: each is found, where it lies and with the way there."""

from __future__ import annotations

from difflib import SequenceMatcher
from pathlib import Path
from typing import NamedTuple

import pytest

from game.loader import read_file
from game.trainer.check import examine
from tests.loader.told import marked

PLANTED = Path(__file__).parent / "planted"


class Fault(NamedTuple):
    """What is to be told of a fault."""

    code: str
    line: int
    words: str
    """That are marked."""
    way: tuple[str, ...] | None
    """The shortest there is."""
    severity: str = "warning"


FAULTS = {
    "missing-target": Fault("unknown-scene", 89, "musik", None, "error"),
    "misspelt-fact": Fault("unknown-fact", 104, "listend", None, "error"),
    "orphan-scene": Fault("scene-never-reached", 128, "lunch", None),
    "condition-never-holds": Fault(
        "condition-never-holds", 99, "mood of customer < -2", ("hello/listen", "letters/depot")
    ),
    "all-choices-closed": Fault("dead-end", 94, "depot", ("hello/number", "letters/depot"), "error"),
    "inescapable-ring": Fault("ring", 86, "queue", ("hello/listen", "letters/depot"), "error"),
    "trap": Fault("trap", 53, "form", ("hello/form",), "error"),
    "dead-end": Fault("dead-end", 167, "silent", ("hello/listen", "letters/search", "evening/write"), "error"),
}


def test_nothing_is_said_of_the_good_case() -> None:
    """Whatever is told of the others is the fault's."""
    reading = read_file(PLANTED / "good.yaml")
    assert examine(reading, PLANTED / "good.yaml") == ()


@pytest.mark.parametrize("name", FAULTS)
def test_a_planted_fault_is_told_once_and_exactly(name: str) -> None:
    """The right code at the right words, with the shortest way; and nothing else."""
    path = PLANTED / f"{name}.yaml"
    reading = read_file(path)
    told = [
        Fault(each.code, each.span.line, marked(reading.source, each.span), each.witness, each.severity)
        for each in examine(reading, path)
    ]
    assert told == [FAULTS[name]]


@pytest.mark.parametrize("name", FAULTS)
def test_a_fault_is_planted_by_one_change(name: str) -> None:
    """The good case with some lines in a row changed, added or taken away."""
    good, planted = ((PLANTED / f"{each}.yaml").read_text(encoding="utf-8").splitlines() for each in ("good", name))
    changes = [tag for tag, *_ in SequenceMatcher(None, good, planted, autojunk=False).get_opcodes() if tag != "equal"]
    assert len(changes) == 1


def test_every_file_is_planted() -> None:
    """None lies there that no test looks at."""
    assert {path.stem for path in PLANTED.glob("*.yaml")} == {"good", *FAULTS}
