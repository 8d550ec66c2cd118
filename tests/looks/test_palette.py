"""The palettes keep the contrast they promise."""

from __future__ import annotations

import pytest

from game.looks.colour import contrast
from game.looks.palette import CONTRAST, DARK, LIGHT, PALETTES, Palette


@pytest.mark.parametrize("palette", PALETTES.values(), ids=str)
def test_every_text_can_be_read_on_every_ground_it_is_painted_on(palette: Palette) -> None:
    """At least 4.5 to 1 (WCAG AA), in high contrast 7 to 1 (AAA)."""
    weak = [
        f"{name}: {contrast(text, ground):.2f}"
        for name, text, ground in palette.text_pairs()
        if contrast(text, ground) < palette.least_contrast
    ]
    assert not weak


@pytest.mark.parametrize("palette", PALETTES.values(), ids=str)
def test_the_focus_stands_out_from_what_surrounds_it(palette: Palette) -> None:
    """The ring of the focus keeps 3 to 1 (WCAG 1.4.11) to ground and card."""
    assert contrast(palette.focus, palette.ground) >= 3
    assert contrast(palette.focus, palette.card) >= 3


def test_high_contrast_asks_for_more_than_the_others() -> None:
    """AAA for high contrast, AA for light and dark."""
    assert CONTRAST.least_contrast == 7
    assert LIGHT.least_contrast == DARK.least_contrast == 4.5


def test_a_palette_is_found_by_its_name() -> None:
    """Light is offered first."""
    assert list(PALETTES) == ["light", "dark", "contrast"]
    assert all(palette.name == name for name, palette in PALETTES.items())
