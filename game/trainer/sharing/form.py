"""The form of a pack: a zip archive, what may lie in it under which names, and how much.

It has an ending of its own, `.gastgeber`: a `.zip` is unpacked by browsers, mail programs and double clicks, and what
comes out then lies where no case is looked for; this file stays one piece until it is installed. Nothing in it is
compressed, so that the same cases make the same bytes on every computer.

    pack.json                      the form's number, the program's version, and the cases
    <case>.yaml                    each case
    locale/<language>/<case>.po    its translations
    faces/<case>/<person>.svg      its pictures, or .png: named after the person they show
    habits.yaml                    habits the cases show and the program does not have
"""

from __future__ import annotations

import re
import unicodedata
from typing import Literal, NamedTuple

import msgspec

from game.scenario.names import is_name

__all__ = [
    "ENDING",
    "FORMAT",
    "HABITS",
    "LARGEST_PACK",
    "LONGEST_ID",
    "MANIFEST",
    "MOST_MEMBERS",
    "Listed",
    "Manifest",
    "Member",
    "Pack",
    "Refused",
    "is_id",
    "largest",
    "member_of",
]

ENDING = ".gastgeber"
FORMAT = 1
"""Counted up when a program that knows only the older ones could not install a pack."""
MANIFEST = "pack.json"
HABITS = "habits.yaml"

_MIB = 1024 * 1024
LARGEST_PACK = 32 * _MIB
MOST_MEMBERS = 1000
LONGEST_ID = 200
"""Bytes: with its ending, and what a draft or a copy put aside adds to it, it is still a file's name everywhere."""
_LARGEST = {"manifest": _MIB, "case": _MIB, "habits": _MIB, "catalogue": 8 * _MIB, "picture": _MIB}

Kind = Literal["manifest", "case", "habits", "catalogue", "picture"]

_CASE = re.compile(r"([^/]+)\.yaml")
_CATALOGUE = re.compile(r"locale/([A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8}){0,3})/([^/]+)\.po")
_PICTURE = re.compile(r"faces/([^/]+)/([^/]+)\.(?:svg|png)")
_WINDOWS = frozenset(
    ("con", "prn", "aux", "nul", *(f"{port}{digit}" for port in ("com", "lpt") for digit in "0123456789¹²³"))
)
"""Names Windows gives to devices, whatever their ending."""
_TAKEN = frozenset(("habits",))


class Refused(Exception):
    """A pack could not be made, read or installed: what is wrong and what to do, in whole sentences."""


class Listed(msgspec.Struct, frozen=True, kw_only=True):
    """A case, as a pack's manifest lists it."""

    id: str
    title: str
    language: str
    revision: str


class Manifest(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """What a pack says of itself."""

    format: int
    program: str
    """The version of the program that made it."""
    cases: tuple[Listed, ...]
    author: str = ""
    license: str = ""


class Pack(NamedTuple):
    """A pack that was opened; nobody has looked into its files yet."""

    manifest: Manifest
    files: dict[str, bytes]
    """By name, in the order of the names; without the manifest."""


class Member(NamedTuple):
    """What a name in a pack stands for."""

    kind: Kind
    case: str = ""
    """The id of the case it belongs to."""
    rest: str = ""
    """Of a catalogue its language, of a picture its person."""


def is_id(text: str) -> bool:
    """Whether a text can be the id of a case that travels: a name that is a file's on every system."""
    return is_name(text) and text not in _WINDOWS | _TAKEN and len(text.encode()) <= LONGEST_ID and _is_composed(text)


def member_of(name: str) -> Member | None:
    """What a name in a pack stands for; None where nothing of that name may lie in one.

    Names that are not among these few cannot be of harm: no absolute ones, no `..`, no control characters.
    """
    if name == MANIFEST:
        return Member("manifest")
    if name == HABITS:
        return Member("habits")
    if (found := _CASE.fullmatch(name)) and is_id(found[1]):
        return Member("case", found[1])
    if (found := _CATALOGUE.fullmatch(name)) and is_id(found[2]):
        return Member("catalogue", found[2], found[1])
    if (found := _PICTURE.fullmatch(name)) and is_id(found[1]) and is_id(found[2]):
        return Member("picture", found[1], found[2])
    return None


def largest(kind: Kind) -> int:
    """The bytes a file of a kind may have."""
    return _LARGEST[kind]


def _is_composed(text: str) -> bool:
    return unicodedata.is_normalized("NFC", text)
