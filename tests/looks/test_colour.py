"""Colours and their contrast."""

from __future__ import annotations

import pytest

from game.looks.colour import contrast, from_hex, luminance, mix, to_hex


def test_a_colour_is_written_as_it_was_read() -> None:
    """Reading and writing undo each other."""
    assert to_hex(from_hex("#0b5f6d")) == "#0b5f6d"


def test_black_on_white_has_the_greatest_contrast() -> None:
    """WCAG names 21 for black on white and 1 for a colour on itself, whichever stands first."""
    assert contrast((0, 0, 0), (255, 255, 255)) == pytest.approx(21)
    assert contrast((255, 255, 255), (0, 0, 0)) == pytest.approx(21)
    assert contrast((12, 200, 99), (12, 200, 99)) == 1


def test_a_grey_known_from_the_standard_just_reaches_four_and_a_half() -> None:
    """#767676 on white is the well-known lightest grey of level AA; one step lighter fails."""
    white = (255, 255, 255)
    assert contrast(from_hex("#767676"), white) >= 4.5 > contrast(from_hex("#777777"), white)


def test_mixing_runs_from_the_first_colour_to_the_other() -> None:
    """Share 0 is the first, 1 the other, and half lies between."""
    assert mix((0, 100, 200), (100, 0, 200), 0) == (0, 100, 200)
    assert mix((0, 100, 200), (100, 0, 200), 1) == (100, 0, 200)
    assert mix((0, 100, 200), (100, 0, 200), 0.5) == (50, 50, 200)


def test_green_is_the_brightest_of_the_pure_colours() -> None:
    """Luminance follows the eye: green before red before blue."""
    assert luminance((0, 255, 0)) > luminance((255, 0, 0)) > luminance((0, 0, 255))
