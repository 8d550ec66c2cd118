"""Chosen cases, and all that belongs to them, to the bytes of a pack."""

from __future__ import annotations

import io
import unicodedata
import zipfile
from typing import TYPE_CHECKING, NamedTuple

import msgspec

from game.loader import read_text
from game.records.trouble import cause
from game.scenario.revision import revision
from game.texts import _
from game.trainer.check import examine
from game.trainer.sharing.files import read_file
from game.trainer.sharing.form import (
    FORMAT,
    HABITS,
    MANIFEST,
    Listed,
    Manifest,
    Pack,
    Refused,
    is_id,
    largest,
    member_of,
)
from game.trainer.sharing.habits import shown_in, written
from game.trainer.sharing.opening import opened
from game.trainer.sharing.soundness import look_through

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from pathlib import Path

    from game.diagnostics import Diagnostic
    from game.loader.shelf import Resolved
    from game.scenario.model import Habit, Scenario

__all__ = ["Packed", "gather", "to_bytes"]

_EPOCH = (1980, 1, 1, 0, 0, 0)
"""The first day a zip archive knows: when something was packed is nobody's business, and would change the bytes."""
_RIGHTS = 0o644 << 16


class Packed(NamedTuple):
    """What came of packing."""

    pack: Pack | None
    """None where an error keeps a case from being packed."""
    findings: tuple[Diagnostic, ...]
    sources: Mapping[str, str]
    """The texts the findings lie in, by the names they are told with."""
    left_out: tuple[Path, ...]
    """Files beside the cases that look as if they belonged to them, and cannot travel."""


def gather(
    cases: Sequence[Resolved], shipped: Mapping[str, Habit], program: str, *, author: str = "", terms: str = ""
) -> Packed:
    """Gather cases with their translations, their pictures and the habits that come with no program.

    Args:
        cases: each with a file.
        shipped: the habits that come with the program.
        program: its version.
        author: who wrote them, in words for people.
        terms: what others may do with them: the name of a licence.

    Raises:
        Refused: a file could not be read, or cannot travel; says why.
    """
    files: dict[str, bytes] = {}
    listed: list[Listed] = []
    findings: list[Diagnostic] = []
    sources: dict[str, str] = {}
    habits: dict[str, Habit] = {}
    left_out: list[Path] = []
    for case in cases:
        if case.path is None:
            raise ValueError(f"{case.id} has no file")
        content = read_file(case.path, largest("case"))
        _make_sure_of_name(case, files)
        reading = read_text(content, str(case.path), case.habits)
        findings += (*case.around, *examine(reading, case.path))
        sources |= {**case.sources, str(case.path): reading.source}
        files[f"{case.id}.yaml"] = content
        files |= _beside(case.id, case.path.parent, left_out)
        if reading.scenario is not None:
            listed.append(_listed(case.id, reading.scenario))
            own = shown_in(reading.scenario) - shipped.keys()
            _add_habits(habits, {key: case.habits[key] for key in own if key in case.habits})
    if any(finding.is_error for finding in findings):
        return Packed(None, tuple(dict.fromkeys(findings)), sources, tuple(left_out))
    if habits:
        files[HABITS] = written(habits).encode()
    manifest = Manifest(
        format=FORMAT,
        program=program,
        cases=tuple(sorted(listed, key=lambda case: case.id)),
        author=author,
        license=terms,
    )
    pack = Pack(manifest, dict(sorted(files.items())))
    look = look_through(opened(to_bytes(pack)), shipped, has_rules=False)  # as whoever gets it will
    findings += (finding for finding in look.findings if finding.span.file not in {f"{case.id}.yaml" for case in cases})
    sources |= look.sources
    return Packed(pack if look.is_sound else None, tuple(dict.fromkeys(findings)), sources, tuple(left_out))


def to_bytes(pack: Pack) -> bytes:
    """A pack as it lies in its file; the same pack gives the same bytes."""
    manifest = msgspec.json.format(msgspec.json.encode(pack.manifest, order="sorted"), indent=2) + b"\n"
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_STORED) as archive:
        for name, content in {MANIFEST: manifest, **pack.files}.items():
            entry = zipfile.ZipInfo(name, _EPOCH)
            entry.create_system = 3  # as if written on Unix, wherever it is
            entry.external_attr = _RIGHTS
            archive.writestr(entry, content)
    return buffer.getvalue()


def _add_habits(habits: dict[str, Habit], more: Mapping[str, Habit]) -> None:
    for key, habit in more.items():
        if habits.setdefault(key, habit) != habit:
            raise Refused(
                _("The habit {key} means two things in these cases. Give one of the two another name.", key=key)
            )


def _listed(case: str, scenario: Scenario) -> Listed:
    return Listed(id=case, title=scenario.title, language=scenario.language, revision=revision(scenario))


def _make_sure_of_name(case: Resolved, files: Mapping[str, bytes]) -> None:
    if not is_id(case.id):
        raise Refused(
            _(
                "{path} cannot be packed under this name. Rename the file: lower case letters, words joined by `-`, "
                "not `habits`, and not a name that Windows keeps for itself, such as `con` or `nul`.",
                path=case.path,
            )
        )
    if f"{case.id}.yaml" in files:
        raise Refused(_("Two cases are called {id}. Rename one of the two files.", id=case.id))


def _beside(case: str, folder: Path, left_out: list[Path]) -> dict[str, bytes]:
    """The translations and pictures that lie beside a case."""
    files: dict[str, bytes] = {}
    for path in _entries(folder / "faces" / case):
        _take(f"faces/{case}/{_composed(path)}", path, files, left_out)
    for language in _entries(folder / "locale"):
        for path in _entries(language):
            if _composed(path) == f"{case}.po":
                _take(f"locale/{language.name}/{case}.po", path, files, left_out)
    return files


def _take(name: str, path: Path, files: dict[str, bytes], left_out: list[Path]) -> None:
    member = member_of(name)
    if member is None:
        left_out.append(path)
    else:
        files[name] = read_file(path, largest(member.kind))


def _entries(folder: Path) -> Iterable[Path]:
    """What lies in a folder, by name, hidden files left out; nothing where there is none."""
    try:
        return sorted(_visible(folder))
    except (FileNotFoundError, NotADirectoryError):
        return ()
    except OSError as error:
        raise Refused(cause(error, folder)) from error


def _visible(folder: Path) -> Iterator[Path]:
    return (path for path in folder.iterdir() if not path.name.startswith("."))


def _composed(path: Path) -> str:
    """A file's name in the form in which names are compared; some systems take it apart."""
    return unicodedata.normalize("NFC", path.name)
