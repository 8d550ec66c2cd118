"""Where things lie: the program's own folders, in a checkout and installed, and the user's.

Nothing here creates a folder; whoever writes makes the place first.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

__all__ = [
    "HOME_VARIABLE",
    "MANAGED_VARIABLE",
    "assets",
    "bundle",
    "first_steps",
    "is_file",
    "is_folder",
    "league_url",
    "log_file",
    "managed_file",
    "own_scenarios",
    "program",
    "records",
    "shipped_scenarios",
    "user_folders",
]

HOME_VARIABLE = "GASTGEBER_HOME"
"""The environment variable that names one folder for everything that is the user's."""

MANAGED_VARIABLE = "GASTGEBER_MANAGED"
"""The environment variable that names the file of what is set for everybody on this computer."""

_NAME = "gastgeber"
_PACKAGE = Path(__file__).resolve().parent


def program() -> Path:
    """The folder the program lies in: the checkout, or the installed package."""
    return _PACKAGE if _is_installed() else _PACKAGE.parent


def bundle() -> Path | None:
    """The folder that `python3 main.py bundle` made and that is carried about; None for a program that has none."""
    if not getattr(sys, "frozen", False):
        return None
    folder = Path(sys.executable).resolve().parent
    return next((outer for outer in folder.parents if outer.suffix == ".app"), folder)


def shipped_scenarios() -> Path:
    """The folder of the scenarios that come with the program."""
    return program() / "scenarios"


def assets() -> Path:
    """The folder of the icons, pictures and sounds that come with the program."""
    return program() / "assets"


def first_steps() -> Path:
    """The file of the case in which newcomers learn to play."""
    return assets() / "first-steps" / "first-steps.yaml"


def own_scenarios() -> Path:
    """The folder of the user's own scenarios."""
    return _user_data() / "scenarios"


def records() -> Path:
    """The folder of the user's journals and the revisions they were played on."""
    return _user_data() / "records"


def league_url() -> str:
    """The database of a leaderboard server that was not told of another: a file of the user's own."""
    return f"sqlite:///{(_league() / 'league.db').as_posix()}"


def log_file() -> Path:
    """The file in which unexpected errors are noted."""
    home = os.environ.get(HOME_VARIABLE)
    if home:
        return _absolute(home) / "log" / "gastgeber.log"
    from platformdirs import user_log_path  # late: not every start asks

    return user_log_path(_NAME, appauthor=False) / "gastgeber.log"


def managed_file() -> Path:
    """The file of what is set for everybody on this computer, by whoever looks after it."""
    named = os.environ.get(MANAGED_VARIABLE)
    if named:
        return _absolute(named)
    from platformdirs import site_config_path  # late: not every start asks

    return site_config_path(_NAME, appauthor=False) / "gastgeber.toml"


def user_folders() -> tuple[Path, ...]:
    """The folders to delete for good: everything the program ever writes for the user lies in them."""
    log = log_file().parent
    if os.environ.get(HOME_VARIABLE):
        return (own_scenarios(), records(), _league(), log)
    return (_user_data(), next(folder for folder in (log, *log.parents) if folder.name == _NAME))


def is_file(path: Path) -> bool:
    """Whether a file lies there; of a name too long, or behind a closed folder, Python before 3.14 would raise."""
    try:
        return path.is_file()
    except (OSError, ValueError):
        return False


def is_folder(path: Path) -> bool:
    """Whether a folder lies there; the same holds."""
    try:
        return path.is_dir()
    except (OSError, ValueError):
        return False


def _user_data() -> Path:
    home = os.environ.get(HOME_VARIABLE)
    if home:
        return _absolute(home)
    from platformdirs import user_data_path  # late: not every start asks

    return user_data_path(_NAME, appauthor=False)


def _league() -> Path:
    """A folder of its own, for SQLite lays files beside the database."""
    return _user_data() / "league"


def _absolute(folder: str) -> Path:
    return Path(folder).absolute()


def _is_installed() -> bool:
    """Whether the folders of the checkout were packed into the package, as a wheel or a bundle has them."""
    return (_PACKAGE / "scenarios").is_dir()
