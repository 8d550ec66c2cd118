"""Whether a picture is one, and does nothing but show something."""

from __future__ import annotations

import re
import struct
from xml.parsers import expat

__all__ = ["is_harmless"]

_PNG = b"\x89PNG\r\n\x1a\n"
_HEADER = struct.Struct(">4sII")
_WIDEST = 4096
"""Pixels a picture may be wide or high: a small file can claim to be a huge one."""
_DEEPEST = 64

_SVG = "http://www.w3.org/2000/svg"
_ACTIVE = frozenset(("script", "foreignObject", "iframe", "object", "embed", "audio", "video", "handler", "listener"))
_LINK = re.compile(r"#|data:image/(?:png|jpeg);base64,")
"""Where a link may lead: to a part of the picture, or to a picture that lies in it."""
_OUTSIDE = re.compile(r"@import|url\(\s*['\"]?(?!\s*['\"]?#)|expression\(|javascript:|\\", re.IGNORECASE)
"""What fetches or runs something, in a style; and the backslash, behind which a style can hide it."""


def is_harmless(name: str, content: bytes) -> bool:
    """Whether a file is a picture as its name says, and neither runs anything nor asks for anything from elsewhere."""
    return _is_png(content) if name.endswith(".png") else _is_svg(content)


def _is_png(content: bytes) -> bool:
    if not content.startswith(_PNG) or len(content) < len(_PNG) + 4 + _HEADER.size:
        return False
    kind, width, height = _HEADER.unpack_from(content, len(_PNG) + 4)
    return bool(kind == b"IHDR" and 0 < width <= _WIDEST and 0 < height <= _WIDEST)


class _Unwanted(Exception):
    """Something a picture does without."""


class _Look:
    """Reads an SVG and stops at what does more than show something."""

    def __init__(self) -> None:
        self._depth = 0
        self.is_svg = False

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        """An element begins."""
        space, _, name = tag.rpartition(" ")
        if self._depth == 0:
            self.is_svg = name == "svg" and space == _SVG
        self._depth += 1
        if self._depth > _DEEPEST or name in _ACTIVE:
            raise _Unwanted
        for key, value in attributes.items():
            plain = key.rpartition(" ")[2]
            is_link = plain in ("href", "src")
            if (
                plain == "base"
                or plain.startswith("on")
                or _OUTSIDE.search(value)
                or (is_link and not _LINK.match(value))
            ):
                raise _Unwanted
            if plain == "attributeName" and value.rpartition(":")[2].startswith(("on", "href")):
                raise _Unwanted

    def end(self, _tag: str) -> None:
        """An element ends."""
        self._depth -= 1

    def text(self, words: str) -> None:
        """What stands between elements: words, or a style sheet."""
        if _OUTSIDE.search(words):
            raise _Unwanted

    def unwanted(self, *_what: object) -> None:
        """A document type, with which entities could be made, or an instruction to another program."""
        raise _Unwanted


def _is_svg(content: bytes) -> bool:
    look = _Look()
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.buffer_text = True
    parser.StartElementHandler = look.start
    parser.EndElementHandler = look.end
    parser.CharacterDataHandler = look.text
    parser.StartDoctypeDeclHandler = look.unwanted
    parser.ProcessingInstructionHandler = look.unwanted
    try:
        parser.Parse(content, True)
    except (_Unwanted, expat.ExpatError, ValueError, LookupError):
        return False
    return look.is_svg
