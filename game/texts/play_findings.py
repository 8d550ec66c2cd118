"""The wordings of findings on what the solver proves of a case, by code, or by code and variant."""

from __future__ import annotations

from collections.abc import Mapping

from game.texts.wording import Wording

__all__ = ["PLAY"]

PLAY: Mapping[str, Wording] = {}
