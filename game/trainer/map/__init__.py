"""A case as a picture: scenes as cards, choices as arrows, the best play thick."""

from game.trainer.map.making import CannotMake, Made, make, report, target_of

__all__ = ["CannotMake", "Made", "make", "report", "target_of"]
