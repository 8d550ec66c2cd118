"""What was most likely meant by a name that nothing declares: another kind of name, or a person by the name shown."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Collection, Mapping, Sequence

from game.diagnostics import Value
from game.loader.people import person_called
from game.loader.walk import Use, Walk

__all__ = ["fact_set_otherwise", "idle_facts", "meant_by", "meant_by_choice"]

_OTHERS = ("promise", "scene", "choice", "fact", "person")
"""What a condition can ask for, each with words of its own."""
_FOREIGN = "sixth-call/read-the-notes"
"""Where a case has no choice of its own to show, one of the reference's."""


def meant_by(walk: Walk, of: str, use: Use, known: Collection[str]) -> dict[str, Value]:
    """The values of the finding on an unknown name that is known otherwise; none where it is not.

    `known` are the names that could have stood in its place.
    """
    called = person_called(use.name, walk.people) if of in ("person", "speaker") else None
    if called is not None and called.person in known:
        written = _named(use, called.person)
        return {"variant": "called", "person": called.person, "shown": called.name, "written": written}
    if use.key != "when":
        return {}
    for other in _OTHERS:
        if other == "choice" != of and (full := walk.choices_by_id.get(use.name)):
            return _of_choices(full)
        if other != of and use.name in walk.declared[other]:
            return {"variant": other}
    return {}


def _named(use: Use, person: str) -> str:
    """A person as they are to be named in that place."""
    if use.key == "when":
        return f"mood of {person}"
    return f"{use.key}: {person}" if use.key else f"{person}: …"


def meant_by_choice(walk: Walk, word: str) -> dict[str, Value]:
    """The values of the finding on `taken` and a word that is no full name: the choice of that id, or an example."""
    near = walk.suggestions.nearest("choice-id", word, walk.choices_by_id).get("suggestion", "")
    if full := walk.choices_by_id.get(word) or walk.choices_by_id.get(near):
        values = _of_choices(full)
        return {**values, "variant": f"{values['variant']}-short"}
    inside = bisect_left(walk.choices, f"{word}/")
    examples = [name for name in walk.choices[inside : inside + 1] if name.startswith(f"{word}/")] or walk.choices
    return {"variant": "choice", "example": next(iter(examples), _FOREIGN)}


def _of_choices(full: Sequence[str]) -> dict[str, Value]:
    if len(full) == 1:
        return {"variant": "choice", "full": full[0]}
    return {"variant": "choices", "full": ", ".join(f"`taken {name}`" for name in full)}


def idle_facts(walk: Walk) -> set[str]:
    """Facts that are set in one place and asked for nowhere."""
    asked = {use.name for use in walk.uses["fact"]}
    return {fact for fact, nodes in walk.facts.items() if fact not in asked and len(nodes) == 1} - walk.misspelt


def fact_set_otherwise(walk: Walk, name: str, unknown: Mapping[str, Sequence[Use]], idle: Collection[str]) -> str:
    """The fact that was meant to be set by the name it is asked for; empty where there is none.

    The name is asked for twice at least; one of the idle facts is near it, and no other unknown name is near that.
    """
    if len(unknown[name]) < 2 or not idle:
        return ""
    nearest = walk.suggestions.nearest
    found = nearest("idle fact", name, idle).get("suggestion", "")
    if not found or nearest(f"idle fact but {found}", name, [fact for fact in idle if fact != found]):
        return ""
    rivals = (nearest(f"like {found}", other, [found]) for other in unknown if other != name)
    return "" if any(rivals) else found
