"""The program's icon in the forms that systems read: PNG, Windows' ICO, Apple's ICNS."""

from __future__ import annotations

import io
import os
import struct
import sys
from typing import TYPE_CHECKING

os.environ.setdefault("PYGAME_HIDE_SUPPORT_PROMPT", "1")  # before pygame is imported: no greeting on stdout

import pygame

from game.looks.icon import icon

if TYPE_CHECKING:
    from pathlib import Path

__all__ = ["icns", "ico", "png", "write_icon"]

ICO_SIDES = (16, 24, 32, 48, 64, 128, 256)
ICNS_KINDS = {"icp4": 16, "icp5": 32, "icp6": 64, "ic07": 128, "ic08": 256, "ic09": 512, "ic10": 1024}
"""Apple's names of the sizes that are kept as PNG."""


def write_icon(folder: Path, platform: str = sys.platform) -> Path:
    """Write the icon as this system's programs carry it."""
    forms = {"win32": ("Gastgeber.ico", ico), "darwin": ("Gastgeber.icns", icns)}
    name, form = forms.get(platform, ("Gastgeber.png", lambda: png(256)))
    path = folder / name
    path.write_bytes(form())
    return path


def png(side: int) -> bytes:
    """The icon as a picture, so many pixels wide and high."""
    buffer = io.BytesIO()
    picture = pygame.image.load_sized_svg(io.BytesIO(icon().encode()), (side, side))
    pygame.image.save(picture, buffer, "icon.png")
    return buffer.getvalue()


def ico() -> bytes:
    """All sizes in a file for Windows: a head, an entry for each picture, then the pictures."""
    pictures = [(side, png(side)) for side in ICO_SIDES]
    entries, place = b"", 6 + 16 * len(pictures)
    for side, picture in pictures:
        # 256 is written as 0; one plane, 32 bits for each pixel.
        entries += struct.pack("<BBBBHHII", side % 256, side % 256, 0, 0, 1, 32, len(picture), place)
        place += len(picture)
    return struct.pack("<HHH", 0, 1, len(pictures)) + entries + b"".join(picture for _side, picture in pictures)


def icns() -> bytes:
    """All sizes in a file for macOS: each picture behind its name and its length, both counted in."""
    pictures = b"".join(
        kind.encode() + struct.pack(">I", 8 + len(picture)) + picture
        for kind, picture in ((kind, png(side)) for kind, side in ICNS_KINDS.items())
    )
    return b"icns" + struct.pack(">I", 8 + len(pictures)) + pictures
