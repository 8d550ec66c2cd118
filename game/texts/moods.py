"""Moods in words, the same wherever they are read."""

from __future__ import annotations

from game.texts import _

__all__ = ["mood_words"]


def mood_words(mood: int) -> str:
    """A mood, -3 to 3, as an adjective: one for each of the six faces.

    Raises:
        KeyError: the mood lies outside.
    """
    return {
        -3: _("furious"),
        -2: _("annoyed"),
        -1: _("worried"),
        0: _("calm"),
        1: _("pleased"),
        2: _("delighted"),
        3: _("delighted"),
    }[mood]
