"""Whether every name that is used is declared somewhere in the file."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable

from game.loader.places import offset_in_node
from game.loader.speech import tell_key_of_sentence
from game.loader.walk import Use, Walk
from game.scenario.names import CUSTOMER, NARRATOR, YOU, is_name

__all__ = ["check_references"]

_MAY_BE_NONE = frozenset(("promise", "habit", "fact"))
_SHOWN = 20
"""Known names that are listed."""


def check_references(walk: Walk, habits: Collection[str] | None) -> None:
    """Report names that nothing declares; without habits, these are not looked at."""
    people = walk.declared["person"] | {CUSTOMER}
    declared: dict[str, Collection[str]] = {
        **walk.declared,
        "person": people,
        "speaker": people | {YOU, NARRATOR},
        "habit": habits if habits is not None else {use.name for use in walk.uses["habit"]},
    }
    for of, uses in walk.uses.items():
        _check(walk, of, uses, declared.get(of, ()))
    for of, uses in walk.speakers.items():
        _check(walk, of, uses, declared[of], are_speakers=True)


def _check(walk: Walk, of: str, uses: Iterable[Use], names: Collection[str], *, are_speakers: bool = False) -> None:
    """Report the uses of names that are not among these."""
    unknown = [use for use in uses if use.name not in names]
    if not unknown:
        return
    code = "unknown-person" if of == "speaker" else f"unknown-{of}"
    nothing = {"variant": "none"} if not names and of in _MAY_BE_NONE else {}
    known = ", ".join(sorted(names)[:_SHOWN])
    for use in unknown:
        nearest = walk.suggestions.nearest(of, use.name, names)
        if are_speakers and not nearest and not is_name(use.name):
            tell_key_of_sentence(walk, use.node)
        else:
            walk.tell_absence(code, _extent(walk, use), name=use.name, known=known, **nothing, **nearest)


def _extent(walk: Walk, use: Use) -> tuple[int, int]:
    """Where the name stands: the whole node, or a word of a condition."""
    value: str = use.node.value
    found = re.search(rf"(?<![\w/-]){re.escape(use.name)}(?![\w/-])", value)
    if value.strip() == use.name or found is None:
        return walk.extent(use.node)
    text = walk.draft.text
    return offset_in_node(text, use.node, found.start()), offset_in_node(text, use.node, found.end() - 1) + 1
