"""Simple players, who know nothing of service, and what they score: a case that trains does not let them through."""

from game.trainer.check.players.guessing import HIGHEST, Guessing
from game.trainer.check.players.players import Pick, Player, players

__all__ = ["HIGHEST", "Guessing", "Pick", "Player", "players"]
