"""The doctor: where everything lies, what is installed, what is missing and how to mend it, how to remove it all.

It imports no other room but paths and, late, what looks at the records and at pictures; of other people's packages
nothing it could do without: it is asked when something is broken.
"""

from __future__ import annotations

import json
import os
import shlex
import subprocess
import sys
from dataclasses import asdict, dataclass
from importlib import metadata
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from game import paths
from game.texts import _

if TYPE_CHECKING:
    from game.records.examining import Examined

__all__ = ["Finding", "Report", "examine", "installed_version", "printed"]

_PACKAGES = (
    "accesskit",
    "alembic",
    "font-source-sans-pro",
    "msgspec",
    "platformdirs",
    "pygame-ce",
    "pyyaml",
    "sqlalchemy",
)
_DISPENSABLE = {"accesskit", "alembic", "sqlalchemy"}
_SECONDS = 30

_UNSEEN_SCREENS = {"dummy", "offscreen"}
"""What SDL draws on where it finds no screen: it opens a window that nobody sees."""

# Asked in a process of its own, for a broken pygame may take its process with it, and a missing sound card chats.
_PROBE = """
import json
import pygame

found = {"is_ce": bool(getattr(pygame, "IS_CE", False))}
for name in ("display", "mixer"):
    try:
        part = getattr(pygame, name)
        part.init()
        found[name] = part.get_driver() if hasattr(part, "get_driver") else "found"
    except (AttributeError, NotImplementedError, pygame.error):
        found[name] = None
print(json.dumps(found))
"""


class Finding(NamedTuple):
    """Something that is not as it should be, and the mend."""

    is_grave: bool
    """Whether the game cannot be played before it is mended."""
    message: str
    mend: str


@dataclass(frozen=True)
class Report:
    """What the doctor found."""

    version: str
    python: str
    places: dict[str, str]
    scenarios: dict[str, int]
    packages: dict[str, str | None]
    screen: str | None
    """What draws the window, or nothing."""
    sound: str | None
    kept: dict[str, str | int | bool] | None
    """Where the database of results lies, how many people and results it has, whether it is sound; None: not known."""
    findings: tuple[Finding, ...]
    removal: tuple[str, ...]
    """What to type, line by line."""

    @property
    def works(self) -> bool:
        """Whether the game can be played, if only in the terminal."""
        return not any(finding.is_grave for finding in self.findings)

    def as_json(self) -> str:
        """The report as one JSON object."""
        findings = [finding._asdict() for finding in self.findings]
        return json.dumps({"works": self.works, **asdict(self), "findings": findings}, indent=2)


def examine() -> Report:
    """Look at everything; nothing is changed or made."""
    packages = {name: installed_version(name) for name in _PACKAGES}
    probe = _probed() if packages["pygame-ce"] else {}
    screen = probe.get("display")
    if screen in _UNSEEN_SCREENS and not os.environ.get("SDL_VIDEODRIVER"):
        screen = None
    places = _places()
    records, troubles = _examined() if "records" in places else (None, [])
    return Report(
        version=installed_version("gastgeber") or _("unknown"),
        python=f"{sys.version.split()[0]} ({sys.executable})",
        places={name: str(place) for name, place in places.items()},
        scenarios={name: _count(places[name]) for name in ("shipped_scenarios", "own_scenarios") if name in places},
        packages=packages,
        screen=screen,
        sound=probe.get("mixer"),
        kept=None if records is None else _kept(records),
        findings=(
            *_missing(packages),
            *_pygame(packages, probe),
            *_limits(packages, screen),
            *_closed(places),
            *_pictures(places),
            *_managed(places),
            *troubles,
        ),
        removal=_removal(),
    )


def printed(report: Report) -> str:
    """The report in plain lines."""
    named = _place_words()
    places = {named[name]: _counted(place, report.scenarios.get(name)) for name, place in report.places.items()}
    installed = {name: version or _("missing") for name, version in report.packages.items()}
    installed |= {
        _("screen"): report.screen or _("not found"),
        _("sound"): report.sound or _("not found"),
    }
    wrong = [line for finding in report.findings for line in (f"- {finding.message}", *_indented(finding.mend))]
    parts = [
        [_("Gastgeber {version}, Python {python}", version=report.version, python=report.python)],
        [_("Where everything lies"), *_table(places)],
        [_("What is kept"), *_table(_kept_words(report.kept))] if report.kept else [],
        [_("What is installed"), *_table(installed)],
        [_("What is to be mended or known"), *_indented("\n".join(wrong))] if wrong else [],
        [_("How to remove it all, your records and your own scenarios too"), *_indented("\n".join(report.removal))],
        [_("The game can be played.") if report.works else _("The game cannot be played before this is mended.")],
    ]
    return "\n\n".join("\n".join(part) for part in parts if part)


def _kept_words(kept: dict[str, str | int | bool]) -> dict[str, str]:
    condition = _("in order") if kept["sound"] else _("damaged")
    if kept["condition"] == "missing":
        condition = _("not made yet")
    return {
        _("database"): str(kept["database"]),
        _("people"): str(kept["people"]),
        _("results"): str(kept["results"]),
        _("condition"): condition,
    }


def _place_words() -> dict[str, str]:
    """What the places are called."""
    return {
        "program": _("program"),
        "environment": _("environment"),
        "shipped_scenarios": _("shipped scenarios"),
        "assets": _("assets"),
        "own_scenarios": _("own scenarios"),
        "records": _("records"),
        "log": _("log"),
        "managed": _("set for everybody"),
    }


def _table(rows: dict[str, str]) -> list[str]:
    return [f"  {name:<22}{value}" for name, value in rows.items()]


def _indented(text: str) -> list[str]:
    return [f"  {line}" for line in text.splitlines()]


def _counted(place: str, count: int | None) -> str:
    return place if count is None else f"{place} ({count})"


def _places() -> dict[str, Path]:
    """Everything's place; without platformdirs those of the user are not known."""
    places = {
        "program": paths.program(),
        "environment": Path(sys.prefix),
        "shipped_scenarios": paths.shipped_scenarios(),
        "assets": paths.assets(),
    }
    try:
        places |= {"own_scenarios": paths.own_scenarios(), "records": paths.records(), "log": paths.log_file()}
        places |= {"managed": paths.managed_file()}
    except ModuleNotFoundError:
        return places
    return places


def _count(folder: Path) -> int:
    """How many scenarios lie in a folder."""
    if not paths.is_folder(folder):
        return 0
    return sum(path.name not in ("curriculum.yaml", "habits.yaml") for path in folder.glob("*.yaml"))


def installed_version(package: str) -> str | None:
    """The version of an installed package, or nothing."""
    try:
        return metadata.version(package)
    except metadata.PackageNotFoundError:
        return None


def _probed() -> dict[str, str | None]:
    """What pygame finds on this computer; nothing where it does not even start."""
    settings = {**os.environ, "PYGAME_HIDE_SUPPORT_PROMPT": "1"}
    command = [sys.executable, "-P", "-c", _PROBE]
    try:
        asked = subprocess.run(command, env=settings, capture_output=True, timeout=_SECONDS, check=True)
        found: dict[str, str | None] = json.loads(asked.stdout)
    except (subprocess.SubprocessError, ValueError):
        return {}
    return found


def _missing(packages: dict[str, str | None]) -> list[Finding]:
    return [
        Finding(name not in _DISPENSABLE, _("The package {name} is not installed.", name=name), _pip("install", name))
        for name, version in packages.items()
        if version is None
    ]


def _pygame(packages: dict[str, str | None], probe: dict[str, str | None]) -> list[Finding]:
    """Whether pygame-ce works; the older pygame overwrites it where both are installed."""
    if packages["pygame-ce"] is None or (probe.get("is_ce") and installed_version("pygame") is None):
        return []
    message = _("pygame-ce is installed, but does not work.")
    if installed_version("pygame"):
        message = _("pygame and pygame-ce are both installed and overwrite each other's files.")
    mend = [_pip("uninstall --yes", "pygame", "pygame-ce"), _pip("install", f"pygame-ce=={packages['pygame-ce']}")]
    return [Finding(is_grave=True, message=message, mend="\n".join(mend))]


def _limits(packages: dict[str, str | None], screen: str | None) -> list[Finding]:
    """What the game does without."""
    found = []
    if packages["pygame-ce"] and screen is None:
        found.append(_("There is no screen to open a window on; the game plays in the terminal."))
    if packages["pyyaml"] and not _has_libyaml():
        found.append(_("PyYAML came without libyaml; scenarios are read with its slower reader."))
    return [Finding(is_grave=False, message=message, mend="") for message in found]


def _has_libyaml() -> bool:
    try:
        import yaml
    except ImportError:
        return False
    return bool(yaml.__with_libyaml__)


def _pictures(places: dict[str, Path]) -> list[Finding]:
    """Which of the pictures beside the user's own cases cannot be shown."""
    from game.trainer.pictures import flawed_pictures  # late: where something is broken it is asked last

    flawed = flawed_pictures(places["own_scenarios"]) if "own_scenarios" in places else ()
    return [Finding(is_grave=False, message=each.words, mend="") for each in flawed]


def _closed(places: dict[str, Path]) -> list[Finding]:
    """What cannot be read or written."""
    found = []
    if not _count(places["shipped_scenarios"]):
        message = _("There is no scenario in {folder}.", folder=places["shipped_scenarios"])
        found.append(Finding(is_grave=True, message=message, mend=_("Get the program again; this copy is incomplete.")))
    for name in ("records", "log"):
        if name in places and not _can_be_written(places[name]):
            message = _("{place} cannot be written.", place=places[name])
            mend = _("Make it yours, or name another folder in the variable {name}.", name=paths.HOME_VARIABLE)
            found.append(Finding(is_grave=name == "records", message=message, mend=mend))
    return found


def _managed(places: dict[str, Path]) -> list[Finding]:
    """What is wrong with what is set for everybody on this computer."""
    if "managed" not in places:
        return []
    from game.managed import managed

    mend = _("What is wrong in it counts for nothing; docs/operating.md shows what may stand there.")
    return [Finding(is_grave=False, message=fault, mend=mend) for fault in managed().faults]


def _examined() -> tuple[Examined | None, list[Finding]]:
    """What is kept, and what is wrong with it; nothing is known where the packages for it are missing."""
    try:
        from game.records.examining import examine_records
        from game.records.trouble import Trouble
    except ImportError:
        return None, []
    try:
        found = examine_records()
    except Trouble as trouble:
        return None, [Finding(is_grave=False, message=str(trouble), mend="")]
    if found.condition == "damaged" or found.faults:
        message = _("The database {path} is damaged.", path=found.database)
        if found.condition == "damaged":
            mend = _("Start the game: it is made anew from your journals.")
        else:
            mend = _("Move it away and start the game: it is made anew from your journals.")
        return found, [Finding(is_grave=False, message=message, mend=mend)]
    if found.condition == "newer":
        message = _("The database {path} was written by a newer version of the game.", path=found.database)
        mend = _("Use that version. What you play meanwhile is kept, and it will find it.")
        return found, [Finding(is_grave=False, message=message, mend=mend)]
    return found, []


def _kept(records: Examined) -> dict[str, str | int | bool]:
    return {
        "database": str(records.database),
        "condition": records.condition,
        "people": records.people,
        "results": records.results,
        "sound": records.condition in ("newest", "older", "newer") and not records.faults,
    }


def _can_be_written(place: Path) -> bool:
    existing = next(folder for folder in (place, *place.parents) if os.path.lexists(folder))
    return os.access(existing, os.W_OK)


def _removal() -> tuple[str, ...]:
    """What to type: first for the program, then for what it wrote."""
    lines, environment, bundle = [], Path(sys.prefix), paths.bundle()
    if bundle is not None:
        lines.append(_remove(bundle))
    elif (paths.program() / "main.py").exists():
        lines.append(_remove(paths.program()))
        if (environment / "gastgeber-stamp.txt").exists() and not environment.is_relative_to(paths.program()):
            lines.append(_remove(environment))
    elif "pipx" in environment.parts:
        lines.append("pipx uninstall gastgeber")
    else:
        lines.append(_pip("uninstall", "gastgeber"))
    try:
        lines += [_remove(folder) for folder in paths.user_folders() if os.path.lexists(folder)]
    except ModuleNotFoundError:
        return tuple(lines)
    return tuple(lines)


def _remove(folder: Path) -> str:
    return f'rmdir /s /q "{folder}"' if os.name == "nt" else f"rm -rf {shlex.quote(str(folder))}"


def _pip(doing: str, *packages: str) -> str:
    if paths.bundle() is not None:
        return _("Get the program again; this copy is incomplete.")
    python = f'"{sys.executable}"' if os.name == "nt" else shlex.quote(sys.executable)
    return f"{python} -m pip {doing} {' '.join(packages)}"
