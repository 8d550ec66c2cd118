"""A file to text: what can be wrong with it before anybody looks at its words."""

from __future__ import annotations

import codecs
import os
import re
import stat
from collections.abc import Iterator
from pathlib import Path
from typing import Literal, NamedTuple

from game.diagnostics import Diagnostic, Span
from game.loader.source import Source

__all__ = ["LARGEST", "Contents", "contents_of_file", "contents_of_text", "reason_of"]

LARGEST = 1024 * 1024
"""Bytes a file may have."""
_LARGEST_CATALOGUE = 8 * LARGEST
"""It holds every sentence twice, and what is told about it."""
Of = Literal["scenario", "catalogue"]

_UTF_16_AND_32 = (codecs.BOM_UTF32_LE, codecs.BOM_UTF32_BE, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_INVISIBLE = re.compile("[\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufeff\ufffe\uffff]")
"""Control characters, line breaks that only YAML knows, and halves of characters."""
_INNER_TAB = re.compile(r"(?<=[^\s])([ \t]*)\t")
"""A tab behind something on its line, which libyaml and PyYAML take differently; here it is a space."""
_ODD = "\u00a0\u2000-\u200a\u202f\u205f\u3000"
_ODD_SPACE = re.compile(rf"^((?:[ ]*- +)*[ ]*(?:[a-z_]+:|-)?[ ]*)([{_ODD}]+[ {_ODD}]*)", re.MULTILINE)
"""Spaces of another kind that indent a line, or stand behind its dash or key; within a sentence they are welcome."""
_KEY = re.compile(r"^[a-z_]+:\s", re.MULTILINE)
_LONE_RETURN = re.compile(r"\r(?!\n)")


class Contents(NamedTuple):
    """The text of a file, a text for the parser of the same length, and what is wrong so far."""

    source: Source
    text: str
    """Empty where nothing can be read."""
    found: tuple[Diagnostic, ...] = ()


def contents_of_file(path: Path, name: str, of: Of = "scenario") -> Contents:
    """Read a file; whatever is in the way is told, and nothing blocks."""
    if not _is_readable(path.name):
        return _nothing(name, "file-name", variant="unreadable")
    try:
        status = path.stat()
        if stat.S_ISDIR(status.st_mode):
            return _nothing(name, "file-is-folder")
        if not stat.S_ISREG(status.st_mode):
            return _nothing(name, "file-is-special")
        if status.st_size > _largest(of):
            return _too_large(name, status.st_size, of)
        with path.open("rb") as file:
            data = file.read(_largest(of) + 1)
    except (FileNotFoundError, NotADirectoryError):
        return _nothing(name, "file-missing")
    except PermissionError:
        return _nothing(name, "file-not-allowed")
    except (OSError, ValueError) as fault:
        return _nothing(name, "file-unreadable", reason=reason_of(fault))
    return contents_of_text(data, name, of)


def _is_readable(name: str) -> bool:
    """Whether a name can be written anywhere: one of bytes that are no text comes with halves of characters."""
    try:
        name.encode()
    except UnicodeEncodeError:
        return False
    return True


def contents_of_text(text: str | bytes, name: str, of: Of = "scenario") -> Contents:
    """Decode a text, and make what the parser must not see invisible to it."""
    data = text.encode("utf-8", "surrogatepass") if isinstance(text, str) else text
    if len(data) > _largest(of):
        return _too_large(name, len(data), of)
    if isinstance(text, bytes):
        if data.startswith(_UTF_16_AND_32):
            return _nothing(name, "not-utf8", variant="utf-16")
        if b"\0" in data:
            return _nothing(name, "not-utf8", variant="utf-16") if _is_wide(data) else _nothing(name, "not-text")
        text, bad = _decode(data)
    else:
        bad = -1
    text = text.removeprefix("\ufeff")
    source = Source(name, text)
    found: list[Diagnostic] = []
    if bad >= 0:
        found.append(Diagnostic("not-utf8", "error", source.span(bad, bad + 1)))
    if _INVISIBLE.search(text):
        found += _control_characters(source)
        text = _INVISIBLE.sub(" ", text)
    if not text.isascii() and _ODD_SPACE.search(text):
        found += _odd_spaces(source)
        text = _ODD_SPACE.sub(lambda odd: odd[1] + " " * len(odd[2]), text)
    if "\r" in text:
        text = _LONE_RETURN.sub("\n", text)
    if "\t" in text:
        text = _INNER_TAB.sub(lambda tab: " " * len(tab[0]), text)
    return Contents(source, text, tuple(found))


def _control_characters(source: Source) -> Iterator[Diagnostic]:
    """The first of each line: a line that is full of them needs one sentence."""
    told = 0
    for found in _INVISIBLE.finditer(source.text):
        if (line := source.line_of(found.start())) != told:
            told = line
            values = {"character": f"U+{ord(found[0]):04X}"}
            yield Diagnostic("control-character", "error", source.span(*found.span()), values)


def _odd_spaces(source: Source) -> Iterator[Diagnostic]:
    """The first of each run of lines."""
    told = -1
    for found in _ODD_SPACE.finditer(source.text):
        line = source.line_of(found.start(2))
        if line != told + 1:
            values = {"character": f"U+{ord(found[2][0]):04X}"}
            yield Diagnostic("odd-space", "error", source.span(found.start(2), found.end()), values)
        told = line


def _is_wide(data: bytes) -> bool:
    """Whether a text was saved with two or four bytes for each letter, without the mark that says so."""
    for encoding in ("utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be"):
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if _KEY.search(text) and not _INVISIBLE.search(text):
            return True
    return False


def _decode(data: bytes) -> tuple[str, int]:
    """The text, and the offset of its first character that is no UTF-8, or -1."""
    data = data.removeprefix(codecs.BOM_UTF8)
    try:
        return data.decode("utf-8"), -1
    except UnicodeDecodeError as fault:
        bad = len(data[: fault.start].decode("utf-8"))
        return data.decode("utf-8", "replace"), bad


def reason_of(fault: Exception) -> str:
    """The system's own words; a name with a zero byte in it has none."""
    number = getattr(fault, "errno", None)
    return os.strerror(number) if number else str(fault)


def _nothing(name: str, code: str, **values: str | int) -> Contents:
    return Contents(Source(name, ""), "", (Diagnostic(code, "error", Span(name), values),))


def _too_large(name: str, size: int, of: Of) -> Contents:
    variant = {} if of == "scenario" else {"variant": of}
    return _nothing(name, "file-too-large", size=f"{size / LARGEST:.1f}", **variant)


def _largest(of: Of) -> int:
    return LARGEST if of == "scenario" else _LARGEST_CATALOGUE
