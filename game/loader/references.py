"""Whether every name that is used is declared somewhere in the file."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping

from yaml import ScalarNode

from game.diagnostics import Value
from game.loader.meant import fact_set_otherwise, idle_facts, meant_by, meant_by_choice
from game.loader.names import normal
from game.loader.people import person_called
from game.loader.places import before_composition, extent_in_node
from game.loader.speech import tell_key_of_sentence, tell_name_of_speaker
from game.loader.walk import Use, Walk
from game.scenario.names import CUSTOMER, NARRATOR, YOU, is_name

__all__ = ["check_references", "extent_of_name"]

Unknown = dict[tuple[str, str], tuple[list[tuple[int, int]], dict[str, Value]]]
"""By code and name: where it stands, and the values of the finding."""

_MAY_BE_NONE = frozenset(("scene", "promise", "habit", "fact", "case"))
_LONG = 2000
"""Characters from which on a condition is marked as a whole: no trainer writes so many, and searching takes time."""
_ASKING = r"(?:open|kept|broken|seen|taken|of)\s+"
"""The words of a condition behind which a name stands."""
_SHOWN = 20
"""Known names that are listed."""
_LINES = 12
"""Lines that are listed, apart from the last."""


def check_references(walk: Walk, habits: Collection[str] | None, cases: Collection[str] = ()) -> None:
    """Report names that nothing declares; without habits, these are not looked at. Only a curriculum names cases."""
    people = walk.declared["person"] | {CUSTOMER}
    declared: dict[str, Collection[str]] = {
        **walk.declared,
        "person": people,
        "speaker": people | {YOU, NARRATOR},
        "case": cases,
        "habit": habits if habits is not None else {use.name for use in walk.uses["habit"]},
    }
    unknown: Unknown = {}
    for of, uses in walk.uses.items():
        _check(walk, of, uses, declared.get(of, ()), unknown)
    for of, uses in walk.speakers.items():
        _check(walk, of, _speakers(walk, of, uses, declared[of]), declared[of], unknown)
    for word, extents in _by_word(walk.short_choices).items():
        unknown["bad-condition", word] = extents, {"word": word, **meant_by_choice(walk, word)}
    for (code, _), (extents, values) in unknown.items():
        _tell_once(walk, code, extents, values)


def _speakers(walk: Walk, of: str, uses: Iterable[Use], names: Collection[str]) -> list[Use]:
    """The uses in front of words, without those that are names shown or parts of a sentence, which are told."""
    others: list[Use] = []
    for use in uses:
        called = None if use.name in names else person_called(use.name, walk.people)
        if called is not None and of == "speaker":
            tell_name_of_speaker(walk, use.node, called)
        elif use.name in names or called is not None or _is_near(walk, of, use.name, names) or is_name(use.name):
            others.append(use)
        else:
            tell_key_of_sentence(walk, use.node)
    return others


def _is_near(walk: Walk, of: str, name: str, names: Collection[str]) -> bool:
    return bool(walk.suggestions.nearest(of, name, [each for each in names if each not in walk.misspelt]))


def _check(walk: Walk, of: str, uses: Iterable[Use], names: Collection[str], unknown: Unknown) -> None:
    """Note the uses of names that are not among these."""
    places: dict[str, list[Use]] = {}
    for use in uses:
        if use.name not in names:
            places.setdefault(use.name, []).append(use)
    if not places:
        return
    code = "unknown-person" if of == "speaker" else f"unknown-{of}"
    offered = [name for name in names if name not in walk.misspelt]
    known = _known(of, offered)
    idle = idle_facts(walk) if of == "fact" else ()
    for name, found in places.items():
        extents = [extent_of_name(walk, use.node, name, is_alone=of == "fact") for use in found]
        if of == "fact" and (fact := fact_set_otherwise(walk, name, places, idle)):
            _tell_set(walk, name, fact, extents)
        elif (code, name) in unknown:
            unknown[code, name][0].extend(extents)
        else:
            nearest = walk.suggestions.nearest(of, name, offered)
            unknown[code, name] = (
                extents,
                {"name": name, **(meant_by(walk, of, found[0], names) or {**known, **nearest})},
            )


def _known(of: str, offered: Collection[str]) -> dict[str, Value]:
    """What is told of the known names."""
    if not offered and of in _MAY_BE_NONE:
        return {"variant": "none"}
    return {"known": ", ".join(sorted(offered)[:_SHOWN])}


def _by_word(words: Iterable[tuple[str, tuple[int, int]]]) -> dict[str, list[tuple[int, int]]]:
    found: dict[str, list[tuple[int, int]]] = {}
    for word, extent in words:
        found.setdefault(word, []).append(extent)
    return found


def _tell_once(walk: Walk, code: str, extents: list[tuple[int, int]], values: Mapping[str, Value]) -> None:
    """Report what is unknown at its first place, with the lines of the others."""
    sound = [extent for extent in extents if not walk.is_mended(*extent)] or extents[:1]
    first = min(sound)
    lines = [line for line in _lines(walk, sound) if line != walk.line_of(first[0])]
    walk.tell_absence(code, first, **values, **_also(lines))


def _lines(walk: Walk, extents: Iterable[tuple[int, int]]) -> list[int]:
    return sorted({walk.line_of(start) for start, _ in extents})


def _also(lines: list[int]) -> dict[str, Value]:
    """The lines in which a name stands as well."""
    if len(lines) < 2:
        return {"last_line": lines[0]} if lines else {}
    *others, last = lines
    shown = ", ".join(map(str, others[:_LINES]))
    return {"other_lines": f"{shown}, …" if len(others) > _LINES else shown, "last_line": last}


def _tell_set(walk: Walk, name: str, fact: str, extents: list[tuple[int, int]]) -> None:
    """Report a fact that is asked for by another name, where it is set."""
    also = _also(_lines(walk, extents))
    variant = "set-lines" if "other_lines" in also else "set"
    walk.tell_absence("unknown-fact", walk.extent(walk.facts[fact][0]), variant=variant, name=name, fact=fact, **also)


def extent_of_name(walk: Walk, node: ScalarNode, name: str, *, is_alone: bool = False) -> tuple[int, int]:
    """Where a name stands: the whole node, or a word of a condition; alone if no word that asks is before it."""
    value: str = node.value
    if len(value) > _LONG:
        return walk.extent(node)
    composed = normal(value)
    matches = re.finditer(rf"(?<![\w/-])({_ASKING})?{re.escape(name)}(?![\w/-])", composed)
    found = next((match for match in matches if not (is_alone and match[1])), None)
    if composed.strip() == name or found is None:
        return walk.extent(node)
    return extent_in_node(
        walk.draft.text, node, *(before_composition(value, offset) for offset in (found.end() - len(name), found.end()))
    )
