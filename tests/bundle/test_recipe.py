"""What goes into the bundle."""

from __future__ import annotations

import os
from itertools import pairwise
from pathlib import Path

from bundle.recipe import ROOT, recipe

WORDS = recipe(Path("there"), Path("work"), Path("icon"))


def after(option: str) -> list[str]:
    """What is said after every occurrence of an option."""
    return [word for before, word in pairwise(WORDS) if before == option]


def test_every_file_that_is_no_module_is_carried() -> None:
    """Catalogues, the curriculum, pictures, and the migrations, which Alembic reads as files."""
    carried = [tuple(pair.split(os.pathsep)) for pair in after("--add-data")]
    places = {Path(source).relative_to(ROOT).as_posix(): place for source, place in carried}
    assert places["scenarios"] == "game/scenarios"
    assert places["assets"] == "game/assets"
    for path in (ROOT / "game").rglob("*"):
        if path.is_file() and path.suffix not in (".py", ".pyc") and "leaderboard" not in path.parts:
            assert places[path.relative_to(ROOT).as_posix()] == path.parent.relative_to(ROOT).as_posix()
    for path in (ROOT / "game").rglob("migrations/**/*.py"):
        assert path.relative_to(ROOT).as_posix() in places


def test_what_is_imported_by_its_name_alone_is_named() -> None:
    """AccessKit is looked for while the game runs; the fonts and the patterns of hyphens are files of packages."""
    assert after("--hidden-import") == ["accesskit"]
    assert set(after("--collect-data")) == {"font_source_sans_pro", "pyphen"}
    assert after("--copy-metadata") == ["gastgeber"]
    assert {"pygame-ce", "sqlalchemy"} <= set(after("--recursive-copy-metadata"))


def test_no_server_is_carried() -> None:
    """Nobody starts one from a folder that is carried about: neither what it needs nor its pages."""
    assert {"starlette", "uvicorn", "psycopg", "jinja2", "game.leaderboard"} <= set(after("--exclude-module"))
    assert not [word for word in after("--add-data") if "leaderboard" in word]


def test_no_tool_is_carried() -> None:
    """Nothing that only makes or tests the program, and no console beside the window."""
    assert {"pytest", "PyInstaller", "setuptools"} <= set(after("--exclude-module"))
    assert "--windowed" in WORDS
    assert "--onedir" in WORDS
