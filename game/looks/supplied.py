"""A trainer's own pictures of people: how their files are called, and whether one can be shown.

They lie beside the case, `faces/<case>/<person>.svg` or `.png` for every mood, `<person>-<mood>.svg` or `.png` for one.
The window draws SVG with nanosvg: paths, strokes, transforms and gradients. What it leaves out in silence is told here,
since half a face would be worse than the drawn one.
"""

from __future__ import annotations

import re
import struct
from xml.parsers import expat

from game.texts import _

__all__ = ["LARGEST", "MOODS", "WIDEST", "file_names", "flaw", "is_of", "size_of"]

MOODS = ("furious", "annoyed", "worried", "calm", "pleased", "delighted")
"""The words for moods in the names of files, from -3 on."""
LARGEST = 1024 * 1024
"""Bytes of a picture; a pack carries no larger one."""
WIDEST = 4096
"""Pixels a picture may be wide or high: a small file can claim to be a huge one."""
_SVG = "http://www.w3.org/2000/svg"
_LEFT_OUT = frozenset(
    (
        *("text", "tspan", "textPath", "image", "use", "symbol", "switch", "foreignObject", "script"),
        *("filter", "mask", "clipPath", "pattern", "marker", "animate", "animateTransform", "set"),
    )
)
"""Elements that nanosvg passes over."""
_NAMED = frozenset(["red", "green", "blue", "yellow", "cyan", "magenta", "black", "grey", "gray", "white"])
"""The names of colours nanosvg knows; any other is painted grey."""
_PLAIN = re.compile(r"#[0-9a-f]{3}(?:[0-9a-f]{3})?|rgb\(.*\)|url\(\s*#.*\)|none|inherit|currentcolor", re.IGNORECASE)
_COLOURED = re.compile(r"(?:^|[;{\s])(?:fill|stroke|stop-color)\s*:\s*([^;}]+)")
_NUMBER = re.compile(r"\d+(?:\.\d+)?(?:e-?\d+)?", re.IGNORECASE)
_LONGEST = 4
"""How many times as long as wide, or as wide as long, a picture may be: it is shown in a square."""
_PNG = b"\x89PNG\r\n\x1a\n"
_HEADER = struct.Struct(">4sII")


def file_names(person: str, mood: int) -> tuple[str, ...]:
    """The files that may show somebody in a mood (-3..3), the best first."""
    word = MOODS[min(mood + 3, len(MOODS) - 1)]
    return tuple(f"{stem}.{ending}" for stem in (f"{person}-{word}", person) for ending in ("svg", "png"))


def is_of(stem: str, person: str) -> bool:
    """Whether a file's name, without its ending, is that of somebody's picture."""
    return stem == person or any(stem == f"{person}-{word}" for word in MOODS)


def flaw(name: str, content: bytes) -> str:
    """What keeps a picture from being shown, in a sentence; empty where nothing does."""
    if len(content) > LARGEST:
        return _("It has more than {limit} kB.", limit=LARGEST // 1024)
    return _png_flaw(content) if name.endswith(".png") else _svg_flaw(content)


def size_of(name: str, content: bytes) -> tuple[float, float]:
    """Width and height of a picture without a flaw, as it says them itself; of an SVG only their ratio matters."""
    if name.endswith(".png"):
        _kind, width, height = _HEADER.unpack_from(content, len(_PNG) + 4)
        return width, height
    reading = _read(content)
    return (1.0, 1.0) if reading is None else reading.size


def _png_flaw(content: bytes) -> str:
    if not content.startswith(_PNG) or len(content) < len(_PNG) + 4 + _HEADER.size:
        return _("It is no PNG.")
    kind, width, height = _HEADER.unpack_from(content, len(_PNG) + 4)
    if kind != b"IHDR" or not (width and height):
        return _("It is no PNG.")
    if max(width, height) > _LONGEST * min(width, height):
        return _("It is much too long: {width} by {height}.", width=width, height=height)
    if width > WIDEST or height > WIDEST:
        return _("It is {width} by {height} pixels; {limit} are the most.", width=width, height=height, limit=WIDEST)
    return ""


class _Reading:
    """Reads an SVG and notes what would be left out of it."""

    def __init__(self) -> None:
        self.is_svg = False
        self.size = (1.0, 1.0)
        self.left_out: dict[str, None] = {}
        self.colours: dict[str, None] = {}
        self._depth = 0
        self._is_style = False

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        """An element begins."""
        space, _space, name = tag.rpartition(" ")
        if self._depth == 0:
            self.is_svg = name == "svg" and space == _SVG
            self.size = _said_size(attributes)
        elif space == _SVG and name in _LEFT_OUT:
            self.left_out[name] = None
        self._depth += 1
        self._is_style = name == "style"
        for key in ("fill", "stroke", "stop-color"):
            self._colour(attributes.get(key, ""))
        self._style(attributes.get("style", ""))

    def end(self, _tag: str) -> None:
        """An element ends."""
        self._depth -= 1
        self._is_style = False

    def text(self, words: str) -> None:
        """What stands between elements."""
        if self._is_style:
            self._style(words)

    def _style(self, words: str) -> None:
        for found in _COLOURED.findall(words):
            self._colour(found)

    def _colour(self, written: str) -> None:
        colour = written.replace("!important", "").strip()
        if colour and colour.lower() not in _NAMED and not _PLAIN.fullmatch(colour):
            self.colours[colour] = None


def _said_size(attributes: dict[str, str]) -> tuple[float, float]:
    """The size an SVG's first element says; a square where it says none that makes sense."""
    box = _NUMBER.findall(attributes.get("viewBox", ""))[2:4]
    said = box or [
        *_NUMBER.findall(attributes.get("width", ""))[:1],
        *_NUMBER.findall(attributes.get("height", ""))[:1],
    ]
    size = tuple(map(float, said))
    return (size[0], size[1]) if len(size) == 2 and min(size) > 0 else (1.0, 1.0)


def _read(content: bytes) -> _Reading | None:
    """Read an SVG; None for what is none."""
    reading = _Reading()
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.buffer_text = True
    parser.StartElementHandler = reading.start
    parser.EndElementHandler = reading.end
    parser.CharacterDataHandler = reading.text
    try:
        parser.Parse(content, True)
    except (expat.ExpatError, ValueError, LookupError):
        return None
    return reading if reading.is_svg else None


def _svg_flaw(content: bytes) -> str:
    reading = _read(content)
    if reading is None:
        return _("It is no SVG.")
    width, height = reading.size
    if max(width, height) > _LONGEST * min(width, height):
        return _("It is much too long: {width} by {height}.", width=f"{width:g}", height=f"{height:g}")
    if reading.left_out:
        return _(
            "The window cannot draw <{element}>. Turn it into paths, or export the picture as PNG.",
            element=">, <".join(reading.left_out),
        )
    if reading.colours:
        return _(
            "The window does not know the colour {colour}. Write it with digits, as in #2b6f7d.",
            colour=", ".join(reading.colours),
        )
    return ""
