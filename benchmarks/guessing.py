"""What somebody scores who knows nothing of service and goes by the outside of the words.

    python3 -m benchmarks.guessing [--explain] [CASE ...]

Each simple player of the checker, in each case and in each language it is told in, stays under 650 of 1000, and under
500 on average over the cases. `--explain` names the choices that give a player most wherever he is over 500.
"""

from __future__ import annotations

import argparse
import statistics
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from benchmarks.figures import Figure, table
from game import paths
from game.loader import find_scenarios
from game.loader.words import Words
from game.scenario.model import Scenario
from game.session.compiler import compile_scenario
from game.solver import survey
from game.trainer.check.players import Guessing

MOST = 650
"""A player's score in a case, and below it."""
MOST_ON_AVERAGE = 500
"""A player's score over all cases, and below it."""
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
    print(table(measured(versions)))


if __name__ == "__main__":
    main()
