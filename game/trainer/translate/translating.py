"""What `translate` does: make the catalogues of cases, or bring them up to date, and say how far they are."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple, TextIO

from game.diagnostics import Diagnostic, text
from game.loader import Found, find_scenarios, read_habits
from game.loader.catalogues import catalogue_path
from game.loader.languages import language_name, spelling
from game.loader.po import PoEntry, PoFile, read_po
from game.loader.shelf import CURRICULUM_FILE, HABITS_FILE, Resolved, id_of
from game.paths import is_file, shipped_scenarios
from game.records.durable import make_folder, write_whole
from game.records.trouble import cause
from game.scenario.curriculum import Curriculum
from game.scenario.model import Habits, Scenario
from game.scenario.sentences import sentences
from game.texts import _
from game.trainer.translate.header import header
from game.trainer.translate.merging import Merged, merge
from game.trainer.translate.notes import note
from game.trainer.translate.standing import standing
from game.trainer.translate.writing import po_text

__all__ = ["Outcome", "translate"]

_DONE, _AT_FAULT, _NOT_DONE = 0, 1, 2


@dataclass
class Outcome:
    """How it went."""

    code: int = _DONE
    """0: done; 1: a case or a catalogue is at fault, or in that language already; 2: none such, or not written."""
    unfinished: str = ""
    """The file of the first case that has sentences left to translate; empty where none has."""

    def note(self, code: int) -> None:
        """Remember the worst that happened."""
        self.code = max(self.code, code)


class Piece(NamedTuple):
    """What is to be translated: a case, habits, or the path through the cases."""

    path: Path
    told: Scenario | Habits | Curriculum
    title: str
    own: str = ""
    """The tag of the language it is written in; empty where nothing says it."""


def translate(language: str, names: Sequence[str], folders: Iterable[Path | str], stream: TextIO) -> Outcome:
    """Write the catalogues of cases, by id or file; else of all that are found in folders that can be written.

    A habits.yaml or curriculum.yaml is translated where its file is named, and, as nothing says in which language it
    is written, with all cases only where it has a catalogue of that language already.
    """
    outcome = Outcome()
    found = find_scenarios(folders)
    beside = [name for name in names if Path(name).name in (HABITS_FILE, CURRICULUM_FILE)]
    cases = [name for name in names if name not in beside]
    for resolved in _asked(found, cases, stream) if cases or not names else ():
        scenario = resolved.reading.scenario
        if scenario is None or resolved.path is None:
            _print(resolved.reading.diagnostics, resolved.sources, stream)
            outcome.note(_AT_FAULT if resolved.is_there else _NOT_DONE)
        elif spelling(scenario.language) == language:
            _refuse(resolved.path, language, stream)
            outcome.note(_AT_FAULT if cases else _DONE)
        else:
            _bring_up_to_date(
                Piece(resolved.path, scenario, scenario.title, scenario.language), language, outcome, stream
            )
    for path in map(Path, beside) if names else _begun(found, language):
        piece = _beside(found, path, outcome, stream)
        if piece is not None:
            _bring_up_to_date(piece, language, outcome, stream)
    return outcome


def _asked(found: Found, cases: Sequence[str], stream: TextIO) -> Iterator[Resolved]:
    """The cases that were named; else all but the program's own whose folder can be written, and why others are not."""
    if cases:
        yield from (found.resolve(case) for case in dict.fromkeys(cases))
        return
    locked: dict[Path, None] = {}
    own = {name: path for name, path in found.paths.items() if path.parent != shipped_scenarios()}
    for name, path in own.items():
        if os.access(path.parent, os.W_OK):
            yield found.resolve(name)
        else:
            locked[path.parent] = None
    stream.writelines(
        _("{folder} is left out: you are not allowed to write there.\n", folder=folder) for folder in locked
    )
    if not own:
        stream.write(_("No case of your own was found. To translate one of the program's, name it.\n"))


def _begun(found: Found, language: str) -> list[Path]:
    """The habits and curricula beside one's own cases whose translation was begun."""
    folders = dict.fromkeys(path.parent for path in found.paths.values() if path.parent != shipped_scenarios())
    files = [folder / name for folder in folders for name in (HABITS_FILE, CURRICULUM_FILE)]
    return [file for file in files if is_file(catalogue_path(file, language)) and os.access(file.parent, os.W_OK)]


def _beside(found: Found, path: Path, outcome: Outcome, stream: TextIO) -> Piece | None:
    """The habits or the curriculum of a file; nothing where it is at fault, which is told."""
    told: Habits | Curriculum
    if path.name == HABITS_FILE:
        habits = read_habits(path)
        told, title, diagnostics, source = Habits(habits=habits.habits), _("Habits"), habits.diagnostics, habits.source
    else:
        known = found.curriculum_of(path)
        told, title, diagnostics = known.curriculum, _("Curriculum"), known.diagnostics
        source = known.sources[str(path)]
    if any(finding.is_error for finding in diagnostics):
        _print(diagnostics, {str(path): source}, stream)
        outcome.note(_AT_FAULT if is_file(path) else _NOT_DONE)
        return None
    return Piece(path, told, title)


def _refuse(path: Path, language: str, stream: TextIO) -> None:
    sentence = _(
        "{file}: written in {language} already (its `language:` says {tag}), so there is nothing to translate.\n",
        file=path,
        language=language_name(language),
        tag=language,
    )
    stream.write(sentence)


def _bring_up_to_date(piece: Piece, language: str, outcome: Outcome, stream: TextIO) -> None:
    path = catalogue_path(piece.path, language)
    old = PoFile(None, ())
    is_new = not os.path.lexists(path)
    if not is_new:
        reading = read_po(path)
        if reading.file is None:
            _print(reading.diagnostics, {str(path): reading.source}, stream)
            stream.write(_("{file}: left as it is, until that is mended.\n", file=path))
            outcome.note(_AT_FAULT)
            return
        old = reading.file
    merged = merge(tuple(_wanted(piece)), old.entries)
    file = PoFile(
        header(id_of(piece.path), piece.title, piece.own, language, old.header), merged.entries, old.tail, old.newline
    )
    if _plain(file) != _plain(old):
        try:
            make_folder(path.parent)
            write_whole(path.resolve(), po_text(file).encode("utf-8"))
        except OSError as error:
            stream.write(_("{file}: not written. {reason}\n", file=path, reason=cause(error, path)))
            outcome.note(_NOT_DONE)
            return
    _report(path, merged, stream, is_new=is_new)
    state = standing(merged.entries)
    if isinstance(piece.told, Scenario) and state.translated < state.sentences and not outcome.unfinished:
        outcome.unfinished = str(piece.path)


def _wanted(piece: Piece) -> Iterator[PoEntry]:
    """The sentences as entries without a translation."""
    references = () if any(letter.isspace() for letter in piece.path.name) else (piece.path.name,)
    for sentence in sentences(piece.told):
        told = " ".join(note(piece.told, sentence).split())
        yield PoEntry(sentence.context, sentence.text, "", notes=(told,), references=references)


def _plain(file: PoFile) -> PoFile:
    """A catalogue without the lines it stands in: what two must have in common to be the same."""
    header = None if file.header is None else file.header._replace(line=0)
    return file._replace(header=header, entries=tuple(entry._replace(line=0) for entry in file.entries))


def _report(path: Path, merged: Merged, stream: TextIO, *, is_new: bool) -> None:
    state = standing(merged.entries)
    line = _(
        "{file}: {percent} % translated ({translated} of {sentences} sentences), {fuzzy} to look at again (fuzzy), "
        "{missing} missing.",
        file=path,
        percent=state.percent,
        sentences=state.sentences,
        **state._asdict(),
    )
    changes = [] if is_new else _changes(merged)
    if changes:
        line += " " + _("Since last time: {changes}.", changes=", ".join(changes))
    stream.write(line + "\n")


def _changes(merged: Merged) -> list[str]:
    counts = (
        (merged.new, _("{count} new", count=merged.new)),
        (merged.reworded, _("{count} reworded", count=merged.reworded)),
        (merged.moved, _("{count} moved or renamed", count=merged.moved)),
        (merged.removed, _("{count} removed", count=merged.removed)),
    )
    return [words for count, words in counts if count]


def _print(found: Iterable[Diagnostic], sources: Mapping[str, str], stream: TextIO) -> None:
    stream.write(text.render(found, sources, text.style_for(stream, os.environ)))
