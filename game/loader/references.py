"""Whether every name that is used is declared somewhere in the file."""

from __future__ import annotations

import re
from collections.abc import Collection

from game.loader.places import offset_in_node
from game.loader.speech import tell_key_of_sentence
from game.loader.walk import Use, Walk
from game.scenario.names import CUSTOMER, NARRATOR, YOU, is_name

__all__ = ["check_references"]

_SHOWN = 20
"""Known names that are listed."""


def check_references(walk: Walk, habits: Collection[str] | None) -> None:
    """Report names that nothing declares; without habits, these are not looked at."""
    declared = walk.declared
    people = declared["person"] | {CUSTOMER}
    known: dict[str, Collection[str]] = {**declared, "person": people, "speaker": people | {YOU, NARRATOR}}
    if habits is not None:
        known["habit"] = habits
    for of, uses in walk.uses.items():
        if of in known or of != "habit":
            names = known.get(of, ())
            for use in uses:
                if use.name not in names:
                    _tell_undeclared(walk, of, use, names)
    for use in walk.line_keys:
        if use.name not in known["speaker"]:
            _tell_no_speaker(walk, use, known["speaker"])


def _tell_undeclared(walk: Walk, of: str, use: Use, names: Collection[str]) -> None:
    of = "person" if of == "speaker" else of
    nearest = walk.suggestions.nearest(of, use.name, names)
    if not names and of in {"promise", "habit", "fact"}:
        nearest = {"variant": "none"}
    known = ", ".join(list(names)[:_SHOWN])
    walk.tell_absence(f"unknown-{of}", _extent(walk, use), name=use.name, known=known, **nearest)


def _tell_no_speaker(walk: Walk, use: Use, names: Collection[str]) -> None:
    """Report a line whose key is nobody: a misspelt name, or a sentence with a colon."""
    if not is_name(use.name) and not walk.suggestions.nearest("person", use.name, names):
        tell_key_of_sentence(walk, use.node)
    else:
        _tell_undeclared(walk, "speaker", use, names)


def _extent(walk: Walk, use: Use) -> tuple[int, int]:
    """Where the name stands: the whole node, or a word of a condition."""
    value: str = use.node.value
    found = re.search(rf"(?<![\w/-]){re.escape(use.name)}(?![\w/-])", value)
    if value.strip() == use.name or found is None:
        return walk.extent(use.node)
    text = walk.draft.text
    return offset_in_node(text, use.node, found.start()), offset_in_node(text, use.node, found.end() - 1) + 1
