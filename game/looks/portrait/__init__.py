"""Portraits drawn from code: who somebody is (a Look) and how they feel (a mood) become SVG."""

from __future__ import annotations

from game.looks.portrait.avatar import look_by_chance, words_of
from game.looks.portrait.derivation import look_from
from game.looks.portrait.expression import EXPRESSIONS, Expression, expression_of
from game.looks.portrait.look import Look
from game.looks.portrait.painting import Frame, portrait

__all__ = [
    "EXPRESSIONS",
    "Expression",
    "Frame",
    "Look",
    "expression_of",
    "look_by_chance",
    "look_from",
    "portrait",
    "words_of",
]
