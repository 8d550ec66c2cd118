"""A file to a pack: nothing is believed of it, and nothing of it touches the disk."""

from __future__ import annotations

import io
import stat
import struct
import unicodedata
import zipfile
import zlib
from typing import TYPE_CHECKING

import msgspec

from game.diagnostics.excerpt import visible
from game.texts import _
from game.texts.figures import grouped
from game.trainer.sharing.files import read_file
from game.trainer.sharing.form import (
    ENDING,
    FORMAT,
    LARGEST_PACK,
    MANIFEST,
    MOST_MEMBERS,
    Manifest,
    Pack,
    Refused,
    is_id,
    largest,
    member_of,
)

if TYPE_CHECKING:
    from pathlib import Path

__all__ = ["open_pack", "opened"]

_ENTRY = b"PK\x01\x02"
"""What an entry of a zip archive's directory begins with."""
_METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
_IS_ENCRYPTED = 0x1
_HIGHEST_RATIO = 200
_BROKEN = (zipfile.BadZipFile, zlib.error, struct.error, EOFError, OSError, ValueError, RuntimeError, OverflowError)
"""What Python's reader of archives raises on what is none."""
_SHOWN = 60


class _Form(msgspec.Struct):
    """As much of a manifest as every form of it has."""

    format: int
    program: str = ""


def open_pack(path: Path) -> Pack:
    """Open a file that should be a pack.

    Raises:
        Refused: it cannot be read, or is none; says why.
    """
    return opened(read_file(path, LARGEST_PACK))


def opened(data: bytes) -> Pack:
    """Open a pack that was read; its files have names they may have and sizes they may have, and no more is known.

    Raises:
        Refused: it is none, or a dangerous one; says why.
    """
    if data.count(_ENTRY) > MOST_MEMBERS:
        raise _dangerous(_("it holds more than {most} files", most=MOST_MEMBERS))
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            entries = archive.infolist()
            for entry in entries:
                _look_at(entry)
            _look_for_twins([entry.filename for entry in entries])
            files = _contents(archive, entries)
    except _BROKEN as fault:
        raise Refused(
            _(
                "This is no pack, or it was damaged on its way. A pack is a file with the ending {ending} that `pack` "
                "has made; ask whoever sent it to send it again.",
                ending=ENDING,
            )
        ) from fault
    manifest = _manifest(files)
    _compare(manifest, files)
    return Pack(manifest, dict(sorted(files.items())))


def _look_at(entry: zipfile.ZipInfo) -> None:
    """Refuse an entry that is not what `pack` writes, before anything of it is read."""
    name = _shown(entry.orig_filename)
    kind = stat.S_IFMT(entry.external_attr >> 16)
    if entry.flag_bits & _IS_ENCRYPTED:
        raise _dangerous(_("{name} in it is locked with a password", name=name))
    if kind not in (0, stat.S_IFREG):
        raise _dangerous(_("{name} in it is no ordinary file, but a link, a folder or a device", name=name))
    member = member_of(entry.orig_filename)
    if member is None:
        raise _dangerous(_("{name} in it is a file that belongs into no pack", name=name))
    if entry.compress_type not in _METHODS:
        raise _dangerous(_("{name} in it is compressed in a way that packs are not", name=name))
    if entry.file_size > largest(member.kind):
        raise _dangerous(_("{name} in it is larger than such a file may be", name=name))
    if entry.file_size > _HIGHEST_RATIO * (entry.compress_size + 1):
        raise _dangerous(_("{name} in it would swell to {size} bytes", name=name, size=grouped(entry.file_size)))


def _look_for_twins(names: list[str]) -> None:
    """Refuse names that are one and the same on some systems."""
    seen: set[str] = set()
    for name in names:
        plain = unicodedata.normalize("NFC", name.casefold())
        if plain in seen:
            raise _dangerous(_("{name} is in it twice", name=_shown(name)))
        seen.add(plain)


def _contents(archive: zipfile.ZipFile, entries: list[zipfile.ZipInfo]) -> dict[str, bytes]:
    """All files of an archive, by name; never more of one than it said it has."""
    if sum(entry.file_size for entry in entries) > LARGEST_PACK:
        raise _dangerous(_("what is in it is larger than a pack may be"))
    files = {}
    for entry in entries:
        with archive.open(entry) as file:
            content = file.read(entry.file_size + 1)
        if len(content) != entry.file_size:
            raise EOFError(entry.filename)
        files[entry.filename] = content
    return files


def _manifest(files: dict[str, bytes]) -> Manifest:
    """Take the manifest out of the files and read it."""
    text = files.pop(MANIFEST, None)
    if text is None:
        raise _dangerous(_("{name} is not in it", name=MANIFEST))
    try:
        form = msgspec.json.decode(text, type=_Form)
        if form.format > FORMAT:
            program = _shown(form.program)
            raise Refused(
                _(
                    "This pack was made by a newer version of the program ({program}). Update yours, then install it.",
                    program=program,
                )
            )
        return msgspec.json.decode(text, type=Manifest)
    except (msgspec.MsgspecError, RecursionError, UnicodeDecodeError) as fault:
        raise _dangerous(_("{name} in it does not say what it should", name=MANIFEST)) from fault


def _compare(manifest: Manifest, files: dict[str, bytes]) -> None:
    """Refuse a pack whose manifest and files do not belong together."""
    ids = [case.id for case in manifest.cases]
    if not ids:
        raise _dangerous(_("there is no case in it"))
    for case in ids:
        if not is_id(case):
            raise _dangerous(_("{name} is no name of a case", name=_shown(case)))
        if f"{case}.yaml" not in files:
            raise _dangerous(_("the case {name} is missing in it", name=case))
    if len(set(ids)) != len(ids):
        raise _dangerous(_("it lists a case twice"))
    for name in files:
        member = member_of(name)
        if member is not None and member.case and member.case not in ids:
            raise _dangerous(_("{name} in it belongs to no case of the pack", name=name))


def _dangerous(reason: str) -> Refused:
    return Refused(
        _(
            "This pack is not installed: {reason}. It was not made by `pack`, or was changed since; ask whoever sent "
            "it for one that is.",
            reason=reason,
        )
    )


def _shown(name: str) -> str:
    """A name from somebody else, fit to be printed."""
    plain = "".join(letter if letter.isprintable() else "\N{REPLACEMENT CHARACTER}" for letter in visible(name))
    return f"`{plain[:_SHOWN]}…`" if len(plain) > _SHOWN else f"`{plain}`"
