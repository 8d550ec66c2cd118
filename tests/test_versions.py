"""constraints.txt: everything that is installed has its exact version there."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from importlib import metadata
from pathlib import Path

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).parents[1]
LINES = [line for line in (ROOT / "constraints.txt").read_text().splitlines() if not line.startswith("#")]
PINS = {canonicalize_name(Requirement(line).name): Requirement(line) for line in LINES}
INSTALLED = {canonicalize_name(found.name): found.version for found in metadata.distributions()}
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text())


def asked_for() -> list[str]:
    """What playing, testing and building ask for."""
    extras = PROJECT["project"]["optional-dependencies"].values()
    return [
        *PROJECT["project"]["dependencies"],
        *(line for extra in extras for line in extra),
        *PROJECT["build-system"]["requires"],
    ]


def closure(lines: list[str]) -> Iterator[Requirement]:
    """Whatever these lines bring into this environment, directly or through others."""
    seen: set[str] = set()
    waiting = [Requirement(line) for line in lines]
    while waiting:
        wanted = waiting.pop()
        if str(wanted) in seen or (wanted.marker and not wanted.marker.evaluate({"extra": ""})):
            continue
        seen.add(str(wanted))
        yield wanted
        if canonicalize_name(wanted.name) not in INSTALLED:
            continue
        for line in metadata.requires(wanted.name) or []:
            needed = Requirement(line)
            if any(not needed.marker or needed.marker.evaluate({"extra": extra}) for extra in ("", *wanted.extras)):
                needed.marker = None
                waiting.append(needed)


def test_every_line_is_a_name_and_an_exact_version() -> None:
    """No hosts, no hashes, no paths, no ranges; a marker where only some systems need the package."""
    for line in LINES:
        assert re.fullmatch(r"[a-z0-9.-]+==[0-9][0-9a-z.]*(; sys_platform == \"[a-z0-9]+\")?", line), line
    assert sorted(LINES) == LINES
    assert len(PINS) == len(LINES)


def test_everything_that_is_installed_has_a_line() -> None:
    """Whatever the dependencies, the test tools and the build bring along, in the very version that is installed."""
    for wanted in closure(asked_for()):
        name = canonicalize_name(wanted.name)
        assert name in PINS, f"{name} is installed for {wanted}, but has no line in constraints.txt"
        if name in INSTALLED:
            assert PINS[name].specifier.contains(INSTALLED[name]), f"{name} is not installed in its version"


def test_every_line_is_in_the_range_that_pyproject_allows() -> None:
    """The package as pip installs it from elsewhere accepts what is tested here."""
    for wanted in map(Requirement, asked_for()):
        (pin,) = PINS[canonicalize_name(wanted.name)].specifier
        assert wanted.specifier.contains(pin.version), str(wanted)
