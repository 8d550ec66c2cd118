"""A trainer's own pictures: how they are called, and what is said of those that cannot be shown."""

from __future__ import annotations

import struct

import pytest

from game.looks.supplied import LARGEST, file_names, flaw, size_of

SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 30 40">{}</svg>'


def svg(inside: str = "") -> bytes:
    """An SVG with something in it."""
    return SVG.format(inside).encode()


def png(width: int, height: int) -> bytes:
    """The head of a PNG of a size."""
    return b"\x89PNG\r\n\x1a\n" + struct.pack(">I4sII", 13, b"IHDR", width, height)


def test_the_picture_of_the_mood_comes_before_the_one_for_all_moods() -> None:
    """An SVG before a PNG; 2 and 3 are one mood."""
    assert file_names("reto", -3) == ("reto-furious.svg", "reto-furious.png", "reto.svg", "reto.png")
    assert file_names("reto", 2) == file_names("reto", 3) == file_names("reto", 3)
    assert file_names("reto", 0)[0] == "reto-calm.svg"


@pytest.mark.parametrize(
    "inside",
    [
        "<g transform='scale(2)'><path d='M0 0' fill='#2b6f7d' stroke='none'/></g>",
        "<defs><linearGradient id='a'><stop stop-color='#fff'/></linearGradient></defs><rect fill='url(#a)'/>",
        "<style>.a { fill: #2b6f7d; stroke: black }</style><rect class='a'/>",
        "<rect style='fill:rgb(1, 2, 3);stroke-width:2'/><title>Reto</title>",
    ],
)
def test_what_the_window_draws_has_no_flaw(inside: str) -> None:
    """Paths, gradients, transforms, style sheets, colours in digits."""
    assert flaw("a.svg", svg(inside)) == ""


@pytest.mark.parametrize(
    ("inside", "said"),
    [
        ("<text>Hi</text>", "<text>"),
        ("<g filter='url(#f)'/><defs><filter id='f'/><mask id='m'/></defs>", "<filter>, <mask>"),
        ("<defs><clipPath id='c'/></defs>", "<clipPath>"),
        ("<rect fill='rebeccapurple'/>", "rebeccapurple"),
        ("<rect style='stroke: teal'/>", "teal"),
        ("<style>.a{fill:salmon}</style>", "salmon"),
        ("<g>", "no SVG"),
    ],
)
def test_what_it_would_leave_out_is_named(inside: str, said: str) -> None:
    """nanosvg passes over it in silence, or paints it grey; the sentence names what to change."""
    assert said in flaw("a.svg", svg(inside))


def test_a_picture_is_what_its_name_says_and_neither_huge_nor_a_ribbon() -> None:
    """Bytes, pixels and proportions are bounded before anything is drawn."""
    assert flaw("a.png", png(600, 800)) == ""
    assert "PNG" in flaw("a.png", svg())
    assert "SVG" in flaw("a.svg", png(10, 10))
    assert "4096" in flaw("a.png", png(5000, 5000))
    assert "too long" in flaw("a.png", png(10, 500))
    assert "1024 kB" in flaw("a.png", b"\x00" * (LARGEST + 1))
    assert "no SVG" in flaw("a.svg", b"<html/>")


def test_a_picture_tells_its_size() -> None:
    """An SVG by its view, or by width and height; without either it is a square."""
    assert size_of("a.png", png(600, 800)) == (600, 800)
    assert size_of("a.svg", svg()) == (30, 40)
    assert size_of("a.svg", b'<svg xmlns="http://www.w3.org/2000/svg" width="20px" height="10px"/>') == (20, 10)
    assert size_of("a.svg", b'<svg xmlns="http://www.w3.org/2000/svg" width="100%"/>') == (1, 1)
