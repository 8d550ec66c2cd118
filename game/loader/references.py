"""Whether every name that is used is declared somewhere in the file."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable

from yaml import ScalarNode

from game.loader.names import normal
from game.loader.people import person_called
from game.loader.places import before_composition, extent_in_node
from game.loader.speech import tell_key_of_sentence, tell_name_of_speaker
from game.loader.walk import Use, Walk
from game.scenario.names import CUSTOMER, NARRATOR, YOU, is_name

__all__ = ["check_references", "extent_of_name"]

_MAY_BE_NONE = frozenset(("scene", "promise", "habit", "fact"))
_LONG = 2000
"""Characters from which on a condition is marked as a whole: no trainer writes so many, and searching takes time."""
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
    offered = [name for name in names if name not in walk.misspelt]
    nothing = {"variant": "none"} if not offered and of in _MAY_BE_NONE else {}
    known = ", ".join(sorted(offered)[:_SHOWN])
    for use in unknown:
        nearest = walk.suggestions.nearest(of, use.name, offered)
        if are_speakers and (person := person_called(use.name, walk.people)) is not None:
            tell_name_of_speaker(walk, use.node, person)
        elif are_speakers and not nearest and not is_name(use.name):
            tell_key_of_sentence(walk, use.node)
        else:
            walk.tell_absence(
                code, extent_of_name(walk, use.node, use.name), name=use.name, known=known, **nothing, **nearest
            )


def extent_of_name(walk: Walk, node: ScalarNode, name: str) -> tuple[int, int]:
    """Where a name stands: the whole node, or a word of a condition."""
    value: str = node.value
    if len(value) > _LONG:
        return walk.extent(node)
    composed = normal(value)
    found = re.search(rf"(?<![\w/-]){re.escape(name)}(?![\w/-])", composed)
    if composed.strip() == name or found is None:
        return walk.extent(node)
    return extent_in_node(walk.draft.text, node, *(before_composition(value, offset) for offset in found.span()))
