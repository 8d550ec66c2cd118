"""The handbook: its blocks, the case that grows through it, and what is typed and shown."""

from __future__ import annotations

import io
import re
from pathlib import Path
from typing import NamedTuple

__all__ = ["CASE", "MAP", "PAGE", "TEXT", "Block", "Typist", "blocks", "grown", "is_what_is_shown"]

ROOT = Path(__file__).parents[1]
PAGE = ROOT / "docs" / "handbook.md"
CASE = ROOT / "docs" / "late-bicycle.yaml"
MAP = ROOT / "assets" / "pictures" / "late-bicycle.svg"
TEXT = PAGE.read_text(encoding="utf-8")
TUTORIAL = "Twenty minutes"
"""The chapter whose blocks build on each other; those of any other are changes to the finished case."""

_PART = re.compile(r"^## ([^\n]+)\n|^```(\w+)(?: (\S+))?\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_CHOICE = r"^      - id: {}\n(?:       .*\n)+"
_REST = "…"
"""Stands for what the page does not show."""


class Block(NamedTuple):
    """A block of the page."""

    line: int
    """Where it begins."""
    chapter: str
    kind: str
    """`yaml`: of a case; `console`: what is typed and shown."""
    word: str
    """Behind the kind: `whole` where it is a case of its own, a file beside the case, or whose console it is."""
    text: str

    @property
    def grows(self) -> bool:
        """Whether the next ones build on it."""
        return self.chapter == TUTORIAL

    def __str__(self) -> str:
        return f"line {self.line}"


def blocks(*kinds: str) -> list[Block]:
    """The blocks of these kinds, in the page's order."""
    found, chapter = [], ""
    for part in _PART.finditer(TEXT):
        if part[1]:
            chapter = part[1]
        elif part[2] in kinds:
            found.append(Block(TEXT.count("\n", 0, part.start()) + 1, chapter, part[2], part[3] or "", part[4]))
    return found


def grown(case: str, block: str) -> str:
    """The case with what the block shows, put where the page says it goes.

    A choice takes the place of the one with its id, a scene or a key of the case the place of the one of its name.
    A new scene comes last, a new key of the case above `scenes:`, a choice without id at the end of Monday's.
    """
    if block.startswith("      - id: "):
        name = re.escape(block.split()[2])
        assert re.search(_CHOICE.format(name), case, re.MULTILINE), f"no choice {name}"
        return re.sub(_CHOICE.format(name), lambda _: block, case, count=1, flags=re.MULTILINE)
    if block.startswith("      - "):  # it has no id yet
        return case.replace("\n  afterwards:\n", f"{block}\n  afterwards:\n")
    if block.startswith("  "):
        head, scenes = case.split("scenes:\n")
        return f"{head}scenes:\n{_with_pieces(scenes, block, '  ')}"
    if "scenes:\n" in case:
        head, scenes = case.split("scenes:\n")
        return f"{_with_pieces(head, block, '')}\nscenes:\n{scenes}"
    return f"{case.rstrip()}\n\n{block}".lstrip()


def _with_pieces(text: str, more: str, indent: str) -> str:
    """A mapping with what another says, in the same place where the name is the same, else last."""
    for piece in _split(more, indent):
        body = piece.strip("\n")
        before = [each for each in _split(text, indent) if _name(each) == _name(piece)]
        text = text.replace(before[0], f"{body}\n\n") if before else f"{text.rstrip()}\n\n{body}\n"
    return f"{text.rstrip()}\n"


def _split(text: str, indent: str) -> list[str]:
    return [piece for piece in re.split(rf"^(?={indent}\w)", text, flags=re.MULTILINE) if piece.strip()]


def _name(piece: str) -> str:
    return piece.partition(":")[0]


class Typist(io.TextIOBase):
    """A keyboard at which somebody types what the page shows behind each question, and nothing more."""

    def __init__(self, shown: str, screen: io.StringIO) -> None:
        self._shown = shown.splitlines()
        self._screen = screen

    def isatty(self) -> bool:
        """Somebody sits there."""
        return True

    def readline(self, _limit: int | None = -1, /) -> str:  # type: ignore[override]
        """What the page shows behind the question that was just asked."""
        question = self._screen.getvalue().rpartition("\n")[2]
        while question and self._shown:
            line = self._shown.pop(0)
            if line.startswith(question.rstrip()):
                typed = f"{line[len(question) :]}\n"
                self._screen.write(typed)
                return typed
        return ""


def is_what_is_shown(shown: str, printed: str) -> bool:
    """Whether this was printed; a line of `…` alone stands for any lines, in a line it stands for any words."""
    lines = [
        r"(?:.*\n)*?" if line == _REST else re.escape(line.rstrip()).replace(_REST, ".*") + r"\n"
        for line in shown.splitlines()
    ]
    tidy = "".join(f"{line.rstrip()}\n" for line in printed.splitlines())
    return re.fullmatch("".join(lines), tidy) is not None
