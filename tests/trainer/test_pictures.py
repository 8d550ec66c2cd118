"""Pictures beside cases that cannot be shown are found before anybody plays."""

from __future__ import annotations

from pathlib import Path

import pytest

from game.trainer.pictures import flawed_pictures

SVG = '<svg xmlns="http://www.w3.org/2000/svg">{}</svg>'


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Two cases, with a sound picture each, and a flawed one each."""
    for case, sound, flawed in (("bag", "reto.svg", "milo.svg"), ("bill", "customer-calm.svg", "customer.png")):
        faces = tmp_path / "faces" / case
        faces.mkdir(parents=True)
        (faces / sound).write_text(SVG.format("<path d='M0 0'/>"))
        (faces / flawed).write_text(SVG.format("<text>Milo</text>"))
    return tmp_path


def test_those_that_cannot_be_shown_are_named_with_the_reason(folder: Path) -> None:
    """An SVG with text, and a PNG that is none."""
    milo, customer = flawed_pictures(folder)
    assert (milo.path.name, customer.path.name) == ("milo.svg", "customer.png")
    assert "<text>" in milo.reason
    assert str(customer.path) in customer.words
    assert "PNG" in customer.words


def test_those_of_one_case_can_be_asked_for(folder: Path) -> None:
    """The preview looks at its own alone."""
    assert [each.path.name for each in flawed_pictures(folder, "bag")] == ["milo.svg"]


def test_without_pictures_there_is_nothing_to_tell(tmp_path: Path) -> None:
    """No folder, no finding; what is no file is told as the system tells it."""
    assert flawed_pictures(tmp_path) == ()
    (tmp_path / "faces" / "bag" / "reto.svg").mkdir(parents=True)
    assert len(flawed_pictures(tmp_path)) == 1
