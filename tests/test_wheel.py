"""The wheel: what `pipx install .` installs."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from tests.shipped import CASES

ROOT = Path(__file__).parents[1]


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A wheel of the program, built by its build backend."""
    folder = tmp_path_factory.mktemp("wheel")
    build = f"from hatchling.build import build_wheel; print(build_wheel({str(folder)!r}))"
    built = subprocess.run(
        [sys.executable, "-c", build], cwd=ROOT, capture_output=True, text=True, timeout=120, check=True
    )
    return folder / built.stdout.split()[-1]


def test_the_wheel_carries_the_curriculum_the_pictures_and_the_licence(wheel: Path) -> None:
    """Everything of scenarios/ and assets/ lies inside the package, and nothing but the program is packed."""
    with zipfile.ZipFile(wheel) as packed:
        names = set(packed.namelist())
    for folder in ("scenarios", "assets"):
        shipped = {f"game/{path.relative_to(ROOT).as_posix()}" for path in (ROOT / folder).rglob("*") if path.is_file()}
        assert shipped
        assert shipped <= names
    catalogues = {path.relative_to(ROOT).as_posix() for path in (ROOT / "game" / "texts" / "locale").rglob("*.mo")}
    assert catalogues
    assert catalogues <= names
    assert any(name.endswith("licenses/LICENSE") for name in names)
    assert {name.partition("/")[0].partition("-")[0] for name in names} == {"game", "gastgeber"}


def test_an_installed_program_finds_what_came_with_it(wheel: Path, tmp_path: Path) -> None:
    """Started from another folder, with an empty home, without the checkout."""
    with zipfile.ZipFile(wheel) as packed:
        packed.extractall(tmp_path / "installed")
    home = tmp_path / "home"
    home.mkdir()
    command = [sys.executable, "-P", "-m", "game", "doctor", "--json"]
    settings = {**os.environ, "PYTHONPATH": str(tmp_path / "installed"), "GASTGEBER_HOME": str(home)}
    ended = subprocess.run(command, cwd=home, env=settings, capture_output=True, text=True, timeout=60, check=False)
    assert ended.returncode == 0, ended.stdout + ended.stderr
    told = json.loads(ended.stdout)
    package = (tmp_path / "installed" / "game").resolve()
    assert told["places"]["program"] == str(package)
    assert told["places"]["shipped_scenarios"] == str(package / "scenarios")
    assert told["scenarios"]["shipped_scenarios"] == len(CASES)
    assert not list(home.iterdir())
