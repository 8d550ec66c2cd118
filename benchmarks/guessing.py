"""What somebody scores who knows nothing of service and goes by the outside of the words.

    python3 -m benchmarks.guessing [--explain] [CASE ...]

Each simple player of the checker, in each case and in each language it is told in, stays under 650 of 1000, and under
500 on average over the cases. `--explain` names the choices that give a player most wherever he is over 500.

The player who learns has read all cases but one, with what every choice loses, and knows of a choice its length and its
rank in length among those on offer, whether it asks, and how often it apologises, promises and is polite. What of that
pays he works out by least squares, and plays the case he has not seen by it; under 600 on average over the cases. He
learns twice: how many points a choice loses, and whether it is a best one.
"""

from __future__ import annotations

import argparse
import statistics
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import NamedTuple

import numpy as np

from benchmarks.figures import Figure, table
from game import paths
from game.loader import find_scenarios
from game.loader.words import Words
from game.scenario.model import Scenario
from game.session.compiler import compile_scenario
from game.solver import survey
from game.trainer.check.players import Guessing
from game.trainer.check.players.players import marks

MOST = 650
"""A player's score in a case, and below it."""
MOST_ON_AVERAGE = 500
"""A player's score over all cases, and below it."""
MOST_LEARNT = 600
"""The learning player's score over all cases, and below it."""
LANGUAGES = ("en", "de")


class Told(NamedTuple):
    """A case as it is told in one language."""

    case: str
    language: str
    guessing: Guessing


def told(case: str, scenario: Scenario, words: Mapping[str, Words]) -> Iterable[Told]:
    """A case in each language that it is whole in."""
    surveyed = survey(compile_scenario(scenario))
    for language in LANGUAGES:
        version = words[language].told(case, scenario)
        if version.language == language:
            yield Told(case, language, Guessing(version, surveyed))


def explained(version: Told) -> Iterable[str]:
    """The choices that give most to a player who is over the average there may be."""
    for player, score in version.guessing.scores.items():
        if score >= MOST_ON_AVERAGE:
            names = version.guessing.giveaways(player) or version.guessing.cheapest_scenes(player)
            yield f"{version.case} ({version.language}), {player}, {score}: {', '.join(names[:8])}"


def measured(versions: Iterable[Told]) -> Iterable[Figure]:
    """Each player's worst case and his mean, for each language."""
    by_language: dict[str, dict[str, dict[str, int]]] = {}
    for version in versions:
        for player, score in version.guessing.scores.items():
            by_language.setdefault(version.language, {}).setdefault(player, {})[version.case] = score
    for language, players in by_language.items():
        for player, scores in players.items():
            case, most = max(scores.items(), key=lambda item: item[1])
            mean = statistics.fmean(scores.values())
            yield Figure(f"{language}, {player}, most ({case})", f"{most}", f"< {MOST}", most < MOST)
            yield Figure(f"{language}, {player}, mean", f"{mean:.0f}", f"< {MOST_ON_AVERAGE}", mean < MOST_ON_AVERAGE)


Lesson = tuple[list[list[float]], list[float]]
"""What one sees of the choices on offer together, and what each of them is worth."""


def seen(words: Sequence[str], language: str) -> list[list[float]]:
    """Of each choice: its length beside the others', its rank in length from either end, and its marks."""
    lengths = [len(text) for text in words]
    mean = statistics.fmean(lengths)
    ranks = sorted(range(len(words)), key=lambda place: -lengths[place])
    found = []
    for place, text in enumerate(words):
        rank = ranks.index(place)
        last = len(words) - 1
        found.append(
            [lengths[place] / mean, rank == 0, rank == 1, rank == last, rank / max(1, last), *marks(text, language)]
        )
    return found


def lost(guessing: Guessing) -> list[list[float]]:
    """By offer: the points each choice loses on the best, on average over the futures it is offered in."""
    every = guessing.futures
    best = [0] * len(every.all)
    losses: list[list[list[int]]] = [[] for _ in every.offers]
    for number, (offer, gains, targets) in enumerate(every.all):
        if offer >= 0:
            values = [gain + best[target] for gain, target in zip(gains, targets, strict=True)]
            best[number] = max(values)
            losses[offer].append([best[number] - value for value in values])
    return [[statistics.fmean(column) for column in zip(*rows, strict=True)] for rows in losses]


def lessons(version: Told, worth: Callable[[float], float]) -> list[Lesson]:
    """What is to be learnt from a case: of each offer of several choices what is seen, and what it is worth."""
    return [
        (seen(words, version.language), [worth(each) for each in losses])
        for words, losses in zip(version.guessing.words, lost(version.guessing), strict=True)
        if len(words) > 1
    ]


def learnt(read: Iterable[Lesson]) -> np.ndarray:
    """How much each mark pays, by least squares over the differences from the mean of what is on offer together."""
    rows, worth = [], []
    for marks_seen, values in read:
        marked = np.array(marks_seen, dtype=float)
        rows.append(marked - marked.mean(axis=0))
        worth.append(np.array(values) - np.mean(values))
    found, *_ = np.linalg.lstsq(np.concatenate(rows), np.concatenate(worth), rcond=None)
    return np.asarray(found)


def taught(versions: Sequence[Told], language: str, worth: Callable[[float], float]) -> Mapping[str, int]:
    """The learning player's score in each case, after reading the others; none where there are no others."""
    here = [version for version in versions if version.language == language]
    if len(here) < 2:
        return {}
    read = {version.case: lessons(version, worth) for version in here}
    scores = {}
    for version in here:
        pays = learnt(lesson for case, every in read.items() if case != version.case for lesson in every)

        def pick(words: Sequence[str], pays: np.ndarray = pays) -> Sequence[int]:
            likely = np.array(seen(words, language), dtype=float) @ pays
            return [int(place) for place in np.flatnonzero(likely >= likely.max() - 1e-9)]

        score = version.guessing.score(pick)
        assert score is not None
        scores[version.case] = score
    return scores


def learning(versions: Sequence[Told]) -> Iterable[Figure]:
    """What the player who learns comes to."""
    for language in LANGUAGES:
        for what, worth in (("points", lambda loss: -loss), ("the best", lambda loss: float(loss == 0))):
            scores = taught(versions, language, worth)
            if scores:
                mean = statistics.fmean(scores.values())
                case = max(scores, key=scores.__getitem__)
                name = f"{language}, learns {what}, mean (most {scores[case]}, {case})"
                yield Figure(name, f"{mean:.0f}", f"< {MOST_LEARNT}", mean < MOST_LEARNT)


def main() -> None:
    """Let the players play, and print what they come to."""
    parser = argparse.ArgumentParser(description="Measure what simple players score.")
    parser.add_argument("--explain", action="store_true", help="name the choices that give a player most")
    parser.add_argument("cases", nargs="*", metavar="CASE", help="otherwise all")
    typed = parser.parse_args()
    found = find_scenarios([paths.shipped_scenarios()])
    words = {language: Words(found.paths, language) for language in LANGUAGES}
    versions: list[Told] = []
    for case in typed.cases or found.paths:
        scenario = found.reading(case).scenario
        if scenario is None:
            raise SystemExit(f"{case} cannot be played")
        versions += told(case, scenario, words)
    if typed.explain:
        print("\n".join(line for version in versions for line in explained(version)))
    print(table([*measured(versions), *learning(versions)]))


if __name__ == "__main__":
    main()
