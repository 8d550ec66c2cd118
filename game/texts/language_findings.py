"""The wordings of findings on the words of a case and its translations, by code, or by code and variant."""

from __future__ import annotations

from collections.abc import Mapping

from game.texts.wording import Wording

__all__ = ["LANGUAGE"]

LANGUAGE: Mapping[str, Wording] = {
    "too-long-to-read": Wording(
        "Reading all this and choosing takes {needed} seconds, and there are {within}.",
        "Give more time, such as `within: {enough} s`, or shorten what is said and the choices.",
        why="The seconds are a slow reader's, who would fall silent without having had a choice.",
    ),
}
