"""What the players make of a case."""

from __future__ import annotations

from fractions import Fraction
from functools import cached_property
from typing import TYPE_CHECKING

from game.scenario.model import Choice
from game.scenario.parts import moves
from game.trainer.check.players.futures import Futures, futures, most_decisions
from game.trainer.check.players.giveaways import cheapest_scenes, giveaways
from game.trainer.check.players.players import Pick, Player, players
from game.trainer.check.players.value import means

if TYPE_CHECKING:
    from collections.abc import Mapping

    from game.scenario.model import Scenario
    from game.solver import Survey
    from game.trainer.check.players.value import Picks

__all__ = ["HIGHEST", "Guessing"]

HIGHEST = 1000
"""The best score there is."""


class Guessing:
    """All players' plays of one case.

    Args:
        scenario: whose words they go by.
        survey: of all its plays.
    """

    def __init__(self, scenario: Scenario, survey: Survey) -> None:
        self._scenario = scenario
        self._solution = survey.solution
        self._survey = survey

    @cached_property
    def scores(self) -> Mapping[str, int]:
        """Each player's mean score, by name, rounded as scores are.

        A player whose plays may never end is left out; all are, where best and worst are one. The score of the mean
        total: each play's own score is rounded, so that the mean of those can lie half a point beside it.
        """
        scores = {player.name: self.score(player.pick) for player in players(self._scenario.language)}
        return {name: score for name, score in scores.items() if score is not None}

    def score(self, pick: Pick) -> int | None:
        """The mean score of somebody who picks so; None where plays may never end, or best and worst are one."""
        best, worst = self._solution.best, self._solution.worst
        if best is None or worst is None or best.total == worst.total:
            return None
        mean = means(self.futures, [pick(words) for words in self.words])
        if mean is None:
            return None
        won = mean + self._survey.exploration.opening.total - worst.total
        return int(HIGHEST * won / (best.total - worst.total) + Fraction(1, 2))

    def is_long_enough(self, decisions: int) -> bool:
        """Whether some play has so many decisions between several choices."""
        return most_decisions(self.futures, decisions) >= decisions

    def giveaways(self, player: str) -> list[str]:
        """The choices that give the case away to a player, the one that gives most first."""
        return giveaways(self.futures, self._picks(self._named(player)))

    def cheapest_scenes(self, player: str) -> list[str]:
        """The scenes where a player's choices cost him least, the cheapest first."""
        return cheapest_scenes(self.futures, self._picks(self._named(player)))

    @cached_property
    def futures(self) -> Futures:
        """All that can be chosen, and what comes of it."""
        return futures(self._survey)

    @cached_property
    def words(self) -> list[list[str]]:
        """Of the choices of each offer."""
        words = {name: move.say or move.do or "" for _, name, move in moves(self._scenario) if isinstance(move, Choice)}
        return [[words[move.name] for move in offer] for offer in self.futures.offers]

    def _named(self, name: str) -> Player:
        return next(player for player in players(self._scenario.language) if player.name == name)

    def _picks(self, player: Player) -> Picks:
        return [player.pick(words) for words in self.words]
