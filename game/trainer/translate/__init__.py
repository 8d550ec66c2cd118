"""Catalogues for translators: made for a case, and brought up to date when it changes, without losing work."""

from game.trainer.translate.standing import Standing, standing
from game.trainer.translate.translating import translate

__all__ = ["Standing", "standing", "translate"]
