"""A trainer's folder with a case and all that can belong to one, and a folder of the user's who gets it."""

from __future__ import annotations

from pathlib import Path

import pytest

from game.paths import HOME_VARIABLE
from tests.diagnostics.pages import completed

HABITS = "asking:\n  name: Asking back\n  kind: virtue\n  text: You ask before you answer.\n"
CASE = completed(
    "title: The parcel\n"
    "scenes:\n"
    "  hello:\n"
    "    says: Where is my parcel?\n"
    "    choices:\n"
    "      - {id: ask, say: Which parcel?, habit: [asking, clear-answer], goto: bye}\n"
    "      - {id: no, say: Not here., goto: bye}\n"
)
CATALOGUE = 'msgctxt "title"\nmsgid "The parcel"\nmsgstr "Das Paket"\n'
FACE = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><circle r="4" style="fill:url(#a)"/></svg>'
PNG = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x09\0\0\0\x09\x08\x06\0\0\0"


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder everything of the user's is kept in, which is not there yet."""
    folder = tmp_path / "home"
    monkeypatch.setenv(HOME_VARIABLE, str(folder))
    monkeypatch.chdir(tmp_path)
    return folder


@pytest.fixture
def own(home: Path) -> Path:
    """The user's own folder of scenarios, which is not there yet."""
    return home / "scenarios"


@pytest.fixture
def cases(tmp_path: Path) -> Path:
    """A folder with the case `parcel`, its translation, its pictures, and habits."""
    folder = tmp_path / "cases"
    for name, content in (
        ("parcel.yaml", CASE),
        ("habits.yaml", "# Ours.\n" + HABITS + HABITS.replace("asking", "unused")),
        ("locale/de/parcel.po", CATALOGUE),
        ("locale/de/other.po", CATALOGUE),
        ("faces/parcel/customer.svg", FACE),
        ("faces/parcel/Read me.txt", "Drawn by hand."),
    ):
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(content, encoding="utf-8")
    (folder / "faces" / "parcel" / "you.png").write_bytes(PNG)
    return folder
