"""Ids for choices that have none, made from their words."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

from game.scenario.names import RESERVED, is_name

if TYPE_CHECKING:
    from collections.abc import Mapping

    from game.scenario.model import Choice, Scenario

__all__ = ["new_ids"]

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
_LONGEST = 32
"""Letters an id has at most, if its first word is not longer."""
_FILLERS = frozenset(
    re.split(
        " ",
        "a an and at be but do i in is it me my of on or our so that the this to we will with you your "
        "aber am auf das dass der die ein eine er es ich ihnen ihr ihre im mein mit sie und uns wir zu",
    )
)
"""Words that tell no choice from another."""


def new_ids(scenario: Scenario) -> Mapping[str, str]:
    """An id for each choice that is called by its position, by its full name."""
    found: dict[str, str] = {}
    for scene, content in scenario.scenes.items():
        taken = {choice.id for choice in content.choices}
        for choice in content.choices:
            if choice.id.isdecimal():
                made = _made(choice, taken)
                taken.add(made)
                found[f"{scene}/{choice.id}"] = made
    return found


def _made(choice: Choice, taken: set[str]) -> str:
    """The first words that say something; with a number where another choice has begun alike."""
    said = unicodedata.normalize("NFC", choice.say or choice.do or "").lower()
    words = [re.sub(r"['’]", "", word) for word in _WORD.findall(said)]
    telling = [word for word in words if word not in _FILLERS] or words or ["choice"]
    made = telling[0]
    for word in telling[1:]:
        if len(made) + 1 + len(word) > _LONGEST or made.count("-") == 3:
            break
        made = f"{made}-{word}"
    if not is_name(made) or made in RESERVED:
        made = f"choice-{made}" if is_name(f"choice-{made}") else "choice"
    number = 2
    free = made
    while free in taken:
        free = f"{made}-{number}"
        number += 1
    return free
