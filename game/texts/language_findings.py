"""The wordings of findings on the words of a case and its translations, by code, or by code and variant."""

from __future__ import annotations

from collections.abc import Mapping

from game.texts.wording import Wording

__all__ = ["LANGUAGE"]

LANGUAGE: Mapping[str, Wording] = {}
