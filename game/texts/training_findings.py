"""The wordings of findings on what keeps a case from training anybody, by code, or by code and variant."""

from __future__ import annotations

from collections.abc import Mapping

from game.texts.wording import Wording

__all__ = ["TRAINING"]

TRAINING: Mapping[str, Wording] = {}
