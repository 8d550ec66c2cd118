"""Simple players, who know nothing of service, and what they score: a case that trains does not let them through."""

from game.trainer.check.players.guessing import HIGHEST, Guessing
from game.trainer.check.players.players import Player, players

__all__ = ["HIGHEST", "Guessing", "Player", "players"]
