"""The icon in the forms that systems read."""

from __future__ import annotations

import io
import struct
import sys
from pathlib import Path

import pygame
import pytest

from bundle.icons import ICNS_KINDS, ICO_SIDES, icns, ico, png, write_icon


def side_of(picture: bytes) -> int:
    """How wide and high a picture is."""
    width, height = pygame.image.load(io.BytesIO(picture), "icon.png").get_size()
    assert width == height
    return width


@pytest.mark.parametrize("side", [16, 256])
def test_a_picture_has_round_corners_and_a_face(side: int) -> None:
    """Nothing in the corner, the ground beside the bell, and no two sizes alike."""
    picture = pygame.image.load(io.BytesIO(png(side)), "icon.png")
    assert picture.get_at((0, 0)).a < 128
    assert picture.get_at((side // 2, side // 5 * 3)) != picture.get_at((side // 10, side // 2))


def test_windows_finds_every_size() -> None:
    """Each entry leads to a picture of its side; 0 stands for 256."""
    packed = ico()
    assert struct.unpack("<HHH", packed[:6]) == (0, 1, len(ICO_SIDES))
    for number, side in enumerate(ICO_SIDES):
        entry = struct.unpack("<BBBBHHII", packed[6 + 16 * number : 22 + 16 * number])
        assert (entry[0] or 256, entry[1] or 256, entry[5]) == (side, side, 32)
        assert side_of(packed[entry[7] : entry[7] + entry[6]]) == side


def test_macos_finds_every_size() -> None:
    """Each picture stands behind its name and length, and the whole has the length it says."""
    packed = icns()
    assert packed[:4] == b"icns"
    assert struct.unpack(">I", packed[4:8])[0] == len(packed)
    found, place = {}, 8
    while place < len(packed):
        length = struct.unpack(">I", packed[place + 4 : place + 8])[0]
        found[packed[place : place + 4].decode()] = side_of(packed[place + 8 : place + length])
        place += length
    assert found == ICNS_KINDS


@pytest.mark.parametrize(
    ("platform", "name"), [("win32", "Gastgeber.ico"), ("darwin", "Gastgeber.icns"), ("linux", "Gastgeber.png")]
)
def test_each_system_gets_its_form(platform: str, name: str, tmp_path: Path) -> None:
    """Under the program's name."""
    assert write_icon(tmp_path, platform) == tmp_path / name
    assert (tmp_path / name).stat().st_size > 1000
    assert write_icon(tmp_path).suffix == {"win32": ".ico", "darwin": ".icns"}.get(sys.platform, ".png")
