"""The cases in assets/starter, one for each language, and how a trainer's own words get into them.

Each is a whole case. What can be wished for stands in it as it is proposed, and is replaced where it stands; so is the
customer's name wherever it is mentioned. A mark such as `#: phone chat` names the channels of the line below it and of
what belongs to that line.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from game import paths
from game.loader.reading import read_text
from game.trainer.starter.quoting import as_scalar
from game.trainer.starter.wishes import Wishes

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from game.scenario.model import Scenario

__all__ = ["LANGUAGES", "defaults", "filled", "proposed", "template"]

LANGUAGES = ("en", "de")

_MARK = re.compile(r" *#: (?P<channels>[\w ]+)")
_LINE = re.compile(r"(?P<front> *(?:- )?(?:[\w-]+: )?)(?P<words>[^#\s].*)")
_VALUE = re.compile(r"(?P<key> *[\w-]+: )(?P<old>.*?)(?P<comment> +# .*)?")


@cache
def template(language: str) -> str:
    """The case of a language, as it lies in assets/starter."""
    return (paths.assets() / "starter" / f"{language}.yaml").read_text(encoding="utf-8")


@cache
def defaults(language: str) -> Scenario:
    """That case, read.

    Raises:
        ValueError: it is at fault.
    """
    reading = read_text(template(language), f"{language}.yaml")
    if reading.scenario is None:
        raise ValueError(f"the starter of the language {language!r} is no scenario")
    return reading.scenario


def proposed(name: str, language: str) -> Wishes:
    """What a case of this name is like where nothing else is wished."""
    found = defaults(language)
    title = name.replace("-", " ").replace("_", " ")
    role = found.you.role or found.you.name
    person = found.customer
    return Wishes(
        name, language, title[:1].upper() + title[1:], found.you.name, role, person.name, found.channel, person.mood
    )


def filled(wishes: Wishes) -> str:
    """The case as it was wished for."""
    lines = list(_of_channel(template(wishes.language).splitlines(), wishes.channel))
    proposed = defaults(wishes.language).customer.name
    lines = [_renamed(line, proposed, wishes.customer) for line in lines]
    _put(lines, ("title",), as_scalar(wishes.title))
    _put(lines, ("channel",), wishes.channel)
    _put(lines, ("you", "name"), as_scalar(wishes.you))
    _put(lines, ("you", "role"), as_scalar(wishes.role))
    _put(lines, ("customer", "name"), as_scalar(wishes.customer))
    _put(lines, ("customer", "mood"), f"{wishes.mood:+d}" if wishes.mood else "0")
    return "\n".join(lines) + "\n"


def _of_channel(lines: Iterable[str], channel: str) -> Iterator[str]:
    """The lines without those of other channels, and without the marks."""
    is_next = False
    """Whether the line below is another channel's."""
    deep: int | None = None
    """How far such a line is indented; what belongs to it stands further in."""
    for line in lines:
        indent = len(line) - len(line.lstrip())
        mark = _MARK.fullmatch(line)
        if mark is not None:
            is_next, deep = channel not in mark["channels"].split(), None
        elif is_next:
            is_next, deep = False, indent
        elif deep is None or indent <= deep:
            deep = None
            yield line


def _renamed(line: str, former: str, name: str) -> str:
    """A line in which somebody is called by another name."""
    found = _LINE.fullmatch(line)
    if found is None or former not in found["words"]:
        return line
    return found["front"] + as_scalar(found["words"].replace(former, name))


def _put(lines: list[str], path: tuple[str, ...], value: str) -> None:
    """Write a value behind a key; the comment behind it stays in its column where there is room."""
    place = 0
    for depth, key in enumerate(path):
        place = next(at for at in range(place, len(lines)) if lines[at].startswith(f"{'  ' * depth}{key}:"))
    found = _VALUE.fullmatch(lines[place])
    if found is None:
        raise ValueError(f"no value stands behind {'/'.join(path)}")
    comment = found["comment"] or ""
    room = len(found["old"]) + len(comment) - len(comment.lstrip())
    behind = f"{' ' * max(2, room - len(value))}{comment.lstrip()}" if comment else ""
    lines[place] = f"{found['key']}{value}{behind}"
