"""Catalogues as text: a PO file as gettext's own tools write it, the same for the same catalogue.

Strings are wrapped and escaped by Babel. The rest is put together here, because Babel writes the time of day into
every header, and breaks previous sentences that are longer than a line (Babel 2.18).
"""

from __future__ import annotations

from collections.abc import Iterator

from babel.messages.pofile import normalize

from game.loader.po import PoEntry, PoFile

__all__ = ["po_text"]

_WIDTH = 79


def po_text(file: PoFile) -> str:
    """The text of a catalogue."""
    entries = (*(() if file.header is None else (file.header,)), *file.entries)
    blocks = ["\n".join(_entry(entry)) for entry in entries]
    if file.tail:
        blocks.append("\n".join(_comment(comment) for comment in file.tail))
    return ("\n\n".join(blocks) + "\n").replace("\n", file.newline)


def _entry(entry: PoEntry) -> Iterator[str]:
    yield from map(_comment, entry.comments)
    yield from (f"#. {note}" for note in entry.notes)
    if entry.references:
        yield f"#: {' '.join(entry.references)}"
    if entry.flags:
        yield f"#, {', '.join(entry.flags)}"
    prefix = "#~ " if entry.is_obsolete else ""
    if entry.previous:
        yield from _string("msgid", entry.previous, "#~| " if entry.is_obsolete else "#| ")
    if entry.context:
        yield from _string("msgctxt", entry.context, prefix)
    yield from _string("msgid", entry.original, prefix)
    yield from _string("msgstr", entry.translation, prefix)


def _comment(comment: str) -> str:
    return f"#{comment}"


def _string(keyword: str, text: str, prefix: str) -> Iterator[str]:
    """A keyword and its string, in lines of quoted strings where it is long."""
    first, *rest = normalize(text, width=_WIDTH - len(prefix)).split("\n")
    yield f"{prefix}{keyword} {first}"
    yield from (f"{prefix}{line}" for line in rest)
