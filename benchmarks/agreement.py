"""Whether two readers who do not know the points would give them: the curriculum's points against the anchors.

    python3 -m benchmarks.agreement --sheet CASE
    python3 -m benchmarks.agreement --take READER LINES SHEET CASE
    python3 -m benchmarks.agreement [--apart N] [CASE ...]

A reader gets the sheet of a case, which holds its scenes, choices and promises and no points, reasons or reactions,
with the anchors of the handbook; and writes a line for each choice: `scene/id`, respect, proactivity, follow-through.
`--take` keeps such lines in `benchmarks/readings`, with the words of the sheet they were given for: numbers for other
words count no more. Without either, agreement is told: quadratic weighted kappa (Cohen 1968) of each reader with the
author, and of the readers with each other, for each dimension. `--apart N` lists the choices where both readers
together lie N points or more from the author in a dimension.
"""

from __future__ import annotations

import argparse
import csv
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import timedelta
from itertools import combinations
from pathlib import Path
from statistics import fmean
from typing import NamedTuple

from benchmarks.figures import Figure, table
from game import paths
from game.loader import find_scenarios
from game.scenario.model import DIMENSIONS, Choice, Line, Scenario
from game.scenario.spelling import spelt

READINGS = Path(__file__).parent / "readings"
LEAST = 0.7
"""The agreement there must be with each reader in each dimension."""
MOST_POINTS = 3

_CHOICE = re.compile(r"^- (\S+/\S+): (?:\"(.*)\"|\((.*)\))(?: \[[^\]]*\])?$", re.MULTILINE)

Points = tuple[int, ...]
"""Respect, proactivity and follow-through, -3 to 3 each."""
Key = tuple[str, str]
"""A case, and the full name of a choice in it."""


class Rated(NamedTuple):
    """A choice with somebody's points."""

    words: str
    points: Points


def cases(wanted: Sequence[str] = ()) -> dict[str, Scenario]:
    """The shipped cases, or some of them."""
    found = find_scenarios([paths.shipped_scenarios()])
    read = {case: found.reading(case).scenario for case in wanted or found.paths}
    return {case: scenario for case, scenario in read.items() if scenario is not None}


def choices(scenario: Scenario) -> Iterator[tuple[str, Choice]]:
    """The choices, with their full names."""
    for name, scene in scenario.scenes.items():
        for choice in scene.choices:
            yield f"{name}/{choice.id}", choice


def authored(scenarios: Mapping[str, Scenario]) -> dict[Key, Rated]:
    """The points as they stand in the files."""
    return {
        (case, name): Rated(
            choice.say or choice.do or "", tuple(getattr(choice, dimension) for dimension in DIMENSIONS)
        )
        for case, scenario in scenarios.items()
        for name, choice in choices(scenario)
    }


def sheet(case: str, scenario: Scenario) -> Iterator[str]:
    """What a reader sees of a case, a line each."""
    people = {"you": scenario.you.name, "customer": scenario.customer.name, "narrator": "(narrator)"}
    people |= {key: person.name for key, person in scenario.others.items()}
    yield f"# {case}: {scenario.title}"
    yield f"{scenario.summary or ''}"
    yield f"You are {scenario.you.name}, {scenario.you.role or ''}. The customer: {scenario.customer.name}."
    yield f"It opens on {scenario.clock}."
    for key, promise in scenario.promises.items():
        yield f"Promise `{key}`: {promise.text}"
    for name, scene in scenario.scenes.items():
        if scene.ending is not None:
            continue
        yield ""
        yield f"## {name}" + (f" – {scene.heading}" if scene.heading else "") + f" (you face {people[scene.facing]})"
        if scene.at or scene.later:
            yield f"[{scene.at or f'{timedelta(seconds=scene.later or 0)} later'}]"
        yield from (_said(line, people, scene.facing) for line in scene.says)
        for choice in scene.choices:
            yield f"- {name}/{choice.id}: {_offered(choice, scene.facing)}"


def _said(line: Line, people: Mapping[str, str], facing: str) -> str:
    only = f" [only if {spelt(line.when, facing)}]" if line.when is not None else ""
    return f"{people[line.who]}{only}: {line.text}"


def _offered(choice: Choice, facing: str) -> str:
    words = f'"{choice.say}"' if choice.say is not None else f"({choice.do})"
    notes = [f"only if {spelt(choice.when, facing)}"] if choice.when is not None else []
    notes += [f"takes {timedelta(seconds=choice.takes)}"] if choice.takes else []
    for verb, names in (("promises", choice.promise), ("keeps", choice.keep), ("calls off", choice.release)):
        notes += [f"{verb} {name}" for name in names]
    return words + (f" [{'; '.join(notes)}]" if notes else "")


def readers() -> list[str]:
    """Who has read so far."""
    return sorted(path.stem for path in READINGS.glob("*.tsv"))


def kept(reader: str) -> dict[Key, Rated]:
    """What a reader gave, and for which words."""
    path = READINGS / f"{reader}.tsv"
    if not path.exists():
        return {}
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.reader(file, delimiter="\t"))[1:]
    return {(case, name): Rated(words, tuple(map(int, points))) for case, name, *points, words in rows}


def read(sheet_text: str) -> dict[str, str]:
    """The words of the choices on a sheet, by the choices' full names."""
    return {found[1]: found[2] or found[3] for found in _CHOICE.finditer(sheet_text)}


def taken(reader: str, lines: Path, sheet_file: Path, case: str) -> int:
    """Keep a reader's lines of one case; how many there were.

    Raises:
        SystemExit: a line is no rating, or names no choice of the sheet.
    """
    readings = kept(reader)
    words = read(sheet_file.read_text(encoding="utf-8"))
    count = 0
    for number, line in enumerate(lines.read_text(encoding="utf-8").splitlines(), 1):
        if not line.strip():
            continue
        name, *numbers = line.split()
        if name not in words:
            raise SystemExit(f"{lines}, line {number}: the sheet has no choice {name}")
        points = tuple(map(int, numbers))
        if len(points) != len(DIMENSIONS) or any(abs(each) > MOST_POINTS for each in points):
            raise SystemExit(f"{lines}, line {number}: three numbers from -3 to 3 are needed")
        readings[case, name] = Rated(words[name], points)
        count += 1
    READINGS.mkdir(exist_ok=True)
    with (READINGS / f"{reader}.tsv").open("w", encoding="utf-8", newline="") as out:
        writer = csv.writer(out, delimiter="\t", lineterminator="\n")
        writer.writerow(("case", "choice", *DIMENSIONS, "words"))
        writer.writerows((*key, *rated.points, rated.words) for key, rated in sorted(readings.items()))
    return count


def kappa(pairs: Sequence[tuple[int, int]]) -> float:
    """Quadratic weighted kappa: 1 less the mean square apart over that of the same numbers put together at random."""
    apart = fmean((one - other) ** 2 for one, other in pairs)
    ones, others = zip(*pairs, strict=True)
    by_chance = fmean((one - other) ** 2 for one in ones for other in others)
    return 1 - apart / by_chance


def pairs_of(one: Mapping[Key, Rated], other: Mapping[Key, Rated], dimension: int) -> list[tuple[int, int]]:
    """The numbers two people gave the same words in a dimension."""
    return [
        (one[key].points[dimension], other[key].points[dimension])
        for key in one
        if key in other and one[key].words == other[key].words
    ]


def figures(known: Mapping[Key, Rated], given: Mapping[str, Mapping[Key, Rated]]) -> Iterable[Figure]:
    """Agreement of each reader with the author, and of the readers with each other."""
    for reader, ratings in given.items():
        for dimension, name in enumerate(DIMENSIONS):
            pairs = pairs_of(known, ratings, dimension)
            if pairs:
                value = kappa(pairs)
                what = f"{reader} and author, {name}, of {len(pairs)} of {len(known)} choices"
                yield Figure(what, f"{value:.2f}", f">= {LEAST}", value >= LEAST)
    for (one, first), (other, second) in combinations(given.items(), 2):
        for dimension, name in enumerate(DIMENSIONS):
            pairs = pairs_of(first, second, dimension)
            if pairs:
                yield Figure(f"{one} and {other}, {name}", f"{kappa(pairs):.2f}", "", None)


def apart(known: Mapping[Key, Rated], given: Mapping[str, Mapping[Key, Rated]], least: int) -> Iterator[str]:
    """The choices where the readers together lie so far from the author, with all their numbers."""
    for key, own in known.items():
        theirs = [each[key].points for each in given.values() if key in each and each[key].words == own.words]
        distance = [
            abs(sum(points[dimension] - own.points[dimension] for points in theirs))
            for dimension in range(len(DIMENSIONS))
        ]
        if max(distance) >= least:
            yield f"{key[0]} {key[1]}: author {own.points}, readers {', '.join(map(str, theirs))}: {own.words}"


def main() -> None:
    """Write a sheet, keep a reading, or tell how far all agree."""
    parser = argparse.ArgumentParser(description="Measure whether readers would give the points that were given.")
    parser.add_argument("--sheet", action="store_true", help="print what a reader sees of a case")
    parser.add_argument("--take", nargs=3, metavar=("READER", "LINES", "SHEET"), help="keep what a reader gave")
    parser.add_argument("--apart", type=int, metavar="N", help="list the choices that lie so far apart")
    parser.add_argument("cases", nargs="*", metavar="CASE", help="otherwise all")
    typed = parser.parse_args()
    scenarios = cases(typed.cases)
    known = authored(scenarios)
    if typed.sheet:
        for case, scenario in scenarios.items():
            print("\n".join(sheet(case, scenario)))
        return
    if typed.take:
        if len(typed.cases) != 1:
            raise SystemExit("--take needs the one case that was read")
        reader, lines, sheet_file = typed.take
        print(taken(reader, Path(lines), Path(sheet_file), typed.cases[0]))
        return
    given = {reader: kept(reader) for reader in readers()}
    if typed.apart is not None:
        print("\n".join(apart(known, given, typed.apart)))
    print(table(figures(known, given)))


if __name__ == "__main__":
    main()
