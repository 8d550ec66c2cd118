"""The pages of docs/diagnostics, their examples, and what these must give."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

__all__ = ["FOLDER", "HABITS", "Example", "Place", "completed", "examples", "pages"]

FOLDER = Path(__file__).parents[2] / "docs" / "diagnostics"
HABITS = frozenset(("listening", "excuses"))

_BLOCK = re.compile(r"^```(\w+)(?: (\S+))?\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_MARKS = re.compile(r" *\^+")
_KEY = re.compile(r"^(\w+):", re.MULTILINE)
_SCENE = re.compile(r"^  ([\w-]+):", re.MULTILINE)


class Place(NamedTuple):
    """A stretch of one line, as a Span has it."""

    line: int
    column: int
    end_column: int


class Example(NamedTuple):
    """An example of a page."""

    code: str
    is_wrong: bool
    kind: str
    """`yaml`, `bytes`, `files`, or `po`: a catalogue of translations."""
    text: str
    """Of bytes, each as the character of its number."""
    place: Place | None
    """Where the finding is marked."""

    def __str__(self) -> str:
        return f"{self.code}-{'wrong' if self.is_wrong else 'right'}"


def pages() -> list[Path]:
    """The pages, without the one that explains them."""
    return [path for path in sorted(FOLDER.glob("*.md")) if path.stem != "README"]


def examples(*kinds: str) -> list[Example]:
    """The examples of all pages, of these kinds."""
    return [example for path in pages() for example in _of_page(path) if example.kind in kinds]


def _of_page(path: Path) -> Iterator[Example]:
    text = path.read_text(encoding="utf-8")
    wrong, right = text.index("\n## Wrong\n"), text.index("\n## Right\n")
    for block in _BLOCK.finditer(text):
        assert wrong < block.start()
        kind, word, body = block[1], block[2], block[3]
        place = None
        if kind == "yaml":
            body, place = _unmarked(body)
            body = body if word == "whole" else completed(body)
        elif kind == "po":
            body, place = _unmarked(body)
        elif kind == "bytes":
            body = completed(ast.literal_eval(f"b'''{body}'''").decode("latin-1"))
            if word:
                line, column, _, end = map(int, re.split("[:-]", word))
                place = Place(line, column, end)
        yield Example(path.stem, block.start() < right, kind, body, place)


def _unmarked(text: str) -> tuple[str, Place | None]:
    """The text without its line of marks, and the marked place."""
    lines: list[str] = []
    place = None
    for line in text.split("\n"):
        if _MARKS.fullmatch(line):
            place = Place(len(lines), line.index("^") + 1, len(line) + 1)
        else:
            lines.append(line)
    return "\n".join(lines), place


def completed(part: str) -> str:
    """A part of a scenario, with what it leaves out below it."""
    frame = _BLOCK.search((FOLDER / "README.md").read_text(encoding="utf-8"))
    assert frame is not None
    pieces = re.split(r"^(?=\w)", frame[3], flags=re.MULTILINE)
    keys = set(_KEY.findall(part))
    if "scenes" in keys:
        scenes = re.split(r"^(?=  \w)", pieces.pop(), flags=re.MULTILINE)[1:]
        head, _, tail = part.partition("scenes:\n")
        inner = re.split(r"^(?=\w)", tail, flags=re.MULTILINE)
        present = set(_SCENE.findall(inner[0]))
        inner[0] += "".join(scene for scene in scenes if _SCENE.findall(scene)[0] not in present)
        part = f"{head}scenes:\n{''.join(inner)}"
    return part + "".join(piece for piece in pieces if piece and _KEY.findall(piece)[0] not in keys)
