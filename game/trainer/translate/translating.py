"""What `translate` does: make the catalogues of cases, or bring them up to date, and say how far they are."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TextIO

from game.diagnostics import Diagnostic, text
from game.loader import Found, find_scenarios
from game.loader.catalogues import catalogue_path
from game.loader.languages import language_name, spelling
from game.loader.po import PoEntry, PoFile, read_po
from game.loader.shelf import Resolved
from game.paths import shipped_scenarios
from game.records.durable import make_folder, write_whole
from game.records.trouble import cause
from game.scenario.model import Scenario
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


def translate(language: str, cases: Sequence[str], folders: Iterable[Path | str], stream: TextIO) -> Outcome:
    """Write the catalogues of cases, by id or file; else of all that are found in folders that can be written."""
    outcome = Outcome()
    found = find_scenarios(folders)
    for resolved in _asked(found, cases, stream):
        scenario = resolved.reading.scenario
        if scenario is None or resolved.path is None:
            _print(resolved.reading.diagnostics, resolved.sources, stream)
            outcome.note(_AT_FAULT if resolved.is_there else _NOT_DONE)
        elif spelling(scenario.language) == language:
            _refuse(resolved.path, language, stream)
            outcome.note(_AT_FAULT if cases else _DONE)
        else:
            _bring_up_to_date(resolved.path, resolved.id, scenario, language, outcome, stream)
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


def _refuse(path: Path, language: str, stream: TextIO) -> None:
    sentence = _(
        "{file}: written in {language} already (its `language:` says {tag}), so there is nothing to translate.\n",
        file=path,
        language=language_name(language),
        tag=language,
    )
    stream.write(sentence)


def _bring_up_to_date(
    scenario_path: Path, case: str, scenario: Scenario, language: str, outcome: Outcome, stream: TextIO
) -> None:
    path = catalogue_path(scenario_path, language)
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
    merged = merge(tuple(_wanted(scenario_path, scenario)), old.entries)
    file = PoFile(header(case, scenario, language, old.header), merged.entries, old.tail, old.newline)
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
    if state.translated < state.sentences and not outcome.unfinished:
        outcome.unfinished = str(scenario_path)


def _wanted(path: Path, scenario: Scenario) -> Iterator[PoEntry]:
    """The sentences of a case as entries without a translation."""
    references = () if any(letter.isspace() for letter in path.name) else (path.name,)
    for sentence in sentences(scenario):
        told = " ".join(note(scenario, sentence).split())
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
