"""What whoever looks after the computers set for everybody on one: a file, read and never written."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from game import paths
from game.texts import _

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

__all__ = ["Managed", "managed"]

_LARGEST = 1 << 16
"""Bytes; what is larger is no such file."""


class Managed(NamedTuple):
    """Where nobody chose otherwise, these hold."""

    server: str = ""
    """The address of the leaderboard server; empty for none."""
    scenarios: tuple[str, ...] = ()
    """Folders of cases, besides the shipped one and the user's own."""
    settings: Mapping[str, object] = {}
    """How the window shows the game, by the names of its settings; it says what is wrong with them."""
    faults: tuple[str, ...] = ()
    """What is wrong with the file; there it counts for nothing."""


def managed() -> Managed:
    """What is set for everybody; nothing where there is no such file."""
    path = paths.managed_file()
    try:
        text = path.read_bytes()[:_LARGEST].decode("utf-8-sig") if paths.is_file(path) else ""
    except (OSError, UnicodeDecodeError) as error:
        return Managed(faults=(_("{path} cannot be read: {reason}", path=path, reason=error),))
    if not text:
        return Managed()
    import tomllib  # late: most computers have no such file

    try:
        values = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        return Managed(faults=(_("{path} is no TOML: {reason}", path=path, reason=error),))
    sound = {name: value for name, value in values.items() if not _fault(name, value)}
    return Managed(
        server=str(sound.get("server", "")).rstrip("/"),
        scenarios=tuple(sound.get("scenarios", ())),
        settings=sound.get("settings", {}),
        faults=tuple(f"{path}: {fault}" for fault in _faults(values)),
    )


def _faults(values: Mapping[str, object]) -> Iterator[str]:
    yield from (fault for name, value in values.items() if (fault := _fault(name, value)))


def _fault(name: str, value: object) -> str:
    """What is wrong with one of its values; empty for nothing."""
    match name:
        case "server":
            is_sound = isinstance(value, str) and value.startswith(("https://", "http://"))
            return "" if is_sound else _("server {value!r} is no address that begins with https://", value=value)
        case "scenarios":
            is_sound = isinstance(value, list) and all(isinstance(each, str) for each in value)
            return "" if is_sound else _("scenarios {value!r} is no list of folders", value=value)
        case "settings":
            return "" if isinstance(value, dict) else _("settings {value!r} is no table of settings", value=value)
        case _other:
            return _("{name!r} is none of server, scenarios, settings", name=name)
