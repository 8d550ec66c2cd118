"""How wide text will be, and where it is broken into lines.

Nobody knows which font a reader of the map will have. So widths are those of the common sans-serif faces, rounded up;
whoever draws keeps a little room.
"""

from __future__ import annotations

import unicodedata
from functools import cache

__all__ = ["fitted", "width", "wrapped"]

_GROUPS = {
    "ijl|'`,.:;!·’‘": 0.25,
    'fItr()[]{}/\\-"* ': 0.34,
    "ckszvxyJ?": 0.51,
    "mMwW%@&…—": 0.92,
}
_WIDTHS = {letter: share for letters, share in _GROUPS.items() for letter in letters}
_CAPITAL, _WIDE, _PICTURE, _OTHER = 0.70, 1.05, 1.35, 0.57
_BOLD = 1.08
_ELLIPSIS = "…"
_JOINER = "\u200d"
_PICTURES = "\u2600"
"""From here on symbols are drawn as pictures."""


def width(text: str, size: float, *, is_bold: bool = False) -> float:
    """The width of a line of text of this size, in the size's unit."""
    return sum(map(_share, text)) * size * (_BOLD if is_bold else 1)


def wrapped(text: str, size: float, room: float, most: int, *, is_bold: bool = False) -> list[str]:
    """Break a text into lines no wider than the room; what does not go into `most` lines ends in an ellipsis."""
    words = text.split()
    lines: list[str] = []
    while words:
        line, words = _line(words, size, room, is_bold=is_bold)
        if len(lines) + 1 == most and words:
            return [*lines, fitted(" ".join([line, *words]), size, room, is_bold=is_bold)]
        lines.append(line)
    return lines


def fitted(text: str, size: float, room: float, *, is_bold: bool = False) -> str:
    """The text, cut so that it and an ellipsis go into the room; as it is, where it does."""
    if width(text, size, is_bold=is_bold) <= room:
        return text
    cut = _cut(text, size, room - width(_ELLIPSIS, size, is_bold=is_bold), is_bold=is_bold)
    return text[:cut].rstrip(" ,.;:–—-") + _ELLIPSIS


def _line(words: list[str], size: float, room: float, *, is_bold: bool) -> tuple[str, list[str]]:
    """The words that go into a line, and those that are left; a word longer than a line is cut."""
    line = words[0]
    if width(line, size, is_bold=is_bold) > room:
        cut = max(1, _cut(line, size, room, is_bold=is_bold))
        return line[:cut], [line[cut:], *words[1:]] if line[cut:] else words[1:]
    for number, word in enumerate(words[1:], 1):
        if width(f"{line} {word}", size, is_bold=is_bold) > room:
            return line, words[number:]
        line += f" {word}"
    return line, []


def _cut(text: str, size: float, room: float, *, is_bold: bool) -> int:
    """How many characters go into the room; what belongs to one sign stays together."""
    left = room / (size * (_BOLD if is_bold else 1))
    cut = 0
    for cut, letter in enumerate(text):  # noqa: B007 - the place is what is asked for
        left -= _share(letter)
        if left < 0:
            break
    else:
        return len(text)
    while cut and (_share(text[cut]) == 0 or text[cut - 1] == _JOINER):
        cut -= 1
    return cut


@cache
def _share(letter: str) -> float:
    """A letter's width as a share of the size."""
    if letter in _WIDTHS:
        return _WIDTHS[letter]
    category = unicodedata.category(letter)
    if category in ("Mn", "Me", "Cf", "Cc"):
        return 0
    if category == "So" and letter >= _PICTURES:
        return _PICTURE
    if unicodedata.east_asian_width(letter) in "WF":
        return _WIDE
    return _CAPITAL if category == "Lu" else _OTHER
