"""Readers of names, where they are invented and where they are used."""

from __future__ import annotations

import unicodedata
from typing import Any

import yaml
from yaml import ScalarNode

from game.loader.scalars import Read, plain
from game.loader.walk import FAULT, Use, Walk
from game.scenario.kinds import InventedName, KnownName, reserved_names
from game.scenario.names import RESERVED, is_name

__all__ = ["better", "invent", "invented", "known", "normal", "with_commas"]


def normal(name: str) -> str:
    """The name in the one form (NFC) in which names are compared."""
    return name if name.isascii() else unicodedata.normalize("NFC", name)


def known(kind: KnownName) -> Read:
    """Read a name that must be declared somewhere in the file; that is looked at after the walk."""
    of = kind.of

    def read(walk: Walk, node: yaml.Node, place: yaml.Node) -> Any:
        value = plain(walk, node, place)
        if not value or not isinstance(node, ScalarNode):
            return FAULT
        name = normal(value)
        walk.uses[of].append(Use(name, node, place.value))
        return name

    return read


def with_commas(kind: KnownName | InventedName, several: Read) -> Read:
    """A reader of one name or a list of them, to which names with commas between them are a list without brackets."""

    def read(walk: Walk, node: yaml.Node, place: yaml.Node) -> Any:
        if isinstance(node, ScalarNode) and "," in node.value and _read_commas(walk, kind, node, place):
            return FAULT
        return several(walk, node, place)

    return read


def _read_commas(walk: Walk, kind: KnownName | InventedName, node: ScalarNode, place: yaml.Node) -> bool:
    """Report names with commas between them, and read them; false where they are none."""
    names = [normal(name.strip()) for name in node.value.split(",") if name.strip()]
    if node.style or not names or not all(map(is_name, names)):
        return False
    walk.tell_node("commas-without-brackets", node, key=place.value, names=", ".join(names))
    for name in names:
        if isinstance(kind, KnownName):
            walk.uses[kind.of].append(Use(name, node, place.value))
        else:
            invent(walk, kind.of, name, node)
    return True


def invented(kind: InventedName) -> Read:
    """Read a name a trainer invents."""
    of = kind.of

    def read(walk: Walk, node: yaml.Node, place: yaml.Node) -> Any:
        value = plain(walk, node, place)
        if not value:
            return FAULT
        if of == "choice":
            return _invent_choice(walk, value, node)
        return invent(walk, of, value, node)

    return read


def _invent_choice(walk: Walk, text: str, node: yaml.Node) -> str:
    """Declare a choice by its full name; its own must be the only one in its scene."""
    name = _well_spelt(walk, "choice", text, node)
    full = f"{walk.scene}/{name}"
    if full in walk.declared["choice"]:
        walk.tell_node("duplicate-id", node, name=name)
    walk.declared["choice"].add(full)
    return name


def invent(walk: Walk, of: str, text: str, node: yaml.Node) -> str:
    """Declare a name, and report bad spelling."""
    name = _well_spelt(walk, of, text, node)
    walk.declared[of].add(name)
    if of == "fact":
        walk.facts[name].append(node)
    if not is_name(name):
        walk.misspelt.add(name)
        walk.declared[of] |= set(better(name).values())
    return name


def _well_spelt(walk: Walk, of: str, text: str, node: yaml.Node) -> str:
    name = normal(text)
    if name not in walk.names or of == "person":
        if name in reserved_names(of):
            walk.tell_node("reserved-name", node, name=name)
        elif not is_name(name):
            walk.tell_node("bad-name", node, name=name, **better(name))
        else:
            walk.names.add(name)
    return name


def better(name: str) -> dict[str, str]:
    """The nearest text that is a name."""
    words = "".join(letter if letter.isalnum() else " " for letter in name.lower()).split()
    better = "-".join(words).lstrip("-0123456789")
    return {"suggestion": better} if is_name(better) and better not in RESERVED else {}
