"""Cases told in another language than they were written in."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import NamedTuple

from game.diagnostics import Diagnostic
from game.loader.catalogues import Catalogue, Kept, catalogue_for, catalogues_of, percent
from game.loader.curriculum import KnownCurriculum
from game.loader.languages import fallbacks, language_name
from game.scenario.curriculum import Curriculum
from game.scenario.model import Habit, Habits, Scenario
from game.scenario.sentences import Lookup, sentences, translated
from game.texts import _
from game.texts import language as spoken

__all__ = ["Translation", "Words"]


class Translation(NamedTuple):
    """A case in the language asked for, as far as it goes."""

    scenario: Scenario
    """In other words; the original where there are none."""
    remark: str = ""
    """What the player is told about it, in a sentence; empty where all is as it was asked for."""
    diagnostics: tuple[Diagnostic, ...] = ()
    """What is wrong with the catalogue."""
    sources: Mapping[str, str] = {}
    """The text that was read, by the file's name in the diagnostics."""


class Words:
    """Tells cases in the language asked for; each catalogue is read once.

    Args:
        paths: the files of the cases, by id.
        language: the tag of that language. Empty where none was asked for: then it is the one the program speaks just
            now, and of a case that has no translation into it nothing is said.
    """

    def __init__(self, paths: Mapping[str, Path], language: str = "") -> None:
        self._paths = dict(paths)
        self._language = language or spoken()
        self._is_asked_for = bool(language)
        self._kept: dict[str, Kept | None] = {}
        self._told: dict[str, tuple[Scenario, Translation]] = {}

    def add(self, case: str, path: Path) -> None:
        """Learn where a case lies that was named by its file."""
        self._paths[case] = path

    def told(self, case: str, scenario: Scenario) -> Scenario:
        """A case, or a revision of it, in that language; what has no translation stays as it is."""
        return self.translation(case, scenario).scenario

    def title(self, case: str, title: str) -> str:
        """The title of a case of which nothing else is at hand."""
        kept = self._find(case)
        catalogue = None if kept is None else _catalogue(kept)
        return title if catalogue is None else catalogue.lookup("title", title) or title

    def translation(self, case: str, scenario: Scenario) -> Translation:
        """A case in that language, and what is to be told about it."""
        if not self._is_asked_for and self._language == scenario.language:
            return Translation(scenario)  # as most are, without looking for a file
        known = self._told.get(case)
        if known is None or known[0] is not scenario:
            known = self._told[case] = scenario, self._translation(case, scenario)
        return known[1]

    def habits(self, habits: Mapping[str, Habit], files: Iterable[Path | str]) -> Mapping[str, Habit]:
        """Habits in that language, from the catalogues beside the files they come from."""
        return translated(Habits(habits=habits), self._lookup(files), self._language).habits

    def curriculum(self, known: KnownCurriculum) -> Curriculum:
        """The path through the cases in that language."""
        return translated(known.curriculum, self._lookup(known.sources), self._language)

    def _lookup(self, files: Iterable[Path | str]) -> Lookup:
        """The words of several catalogues, of which the first that has some counts; a faulty one has none."""
        kept = (catalogue_for(Path(file), self._language) for file in files)
        found = [catalogue for each in kept if each is not None and (catalogue := _catalogue(each)) is not None]

        def lookup(context: str, text: str) -> str | None:
            return next((words for each in found if (words := each.lookup(context, text)) is not None), None)

        return lookup

    def _translation(self, case: str, scenario: Scenario) -> Translation:
        kept = self._find(case)
        if kept is None:
            return Translation(scenario, self._without(case, scenario))
        asked, own = language_name(kept.language), language_name(scenario.language)
        catalogue = _catalogue(kept)
        if catalogue is None:
            span = kept.reading.diagnostics[0].span
            remark = _(
                "The catalogue of translations into {asked} is at fault ({file}, line {line}), so this case is told in "
                "{own}.",
                asked=asked,
                own=own,
                file=span.file,
                line=span.line,
            )
            return Translation(scenario, remark, kept.reading.diagnostics, {str(kept.path): kept.reading.source})
        told = translated(scenario, catalogue.lookup, kept.language)
        every = sentences(scenario)
        count = sum(catalogue.lookup(each.context, each.text) is not None for each in every)
        if count == len(every):
            return Translation(told)
        remark = _(
            "{percent} % of this case is translated into {asked}; the rest is told in {own}.",
            percent=percent(count, len(every)),
            asked=asked,
            own=own,
        )
        return Translation(told, remark)

    def _find(self, case: str) -> Kept | None:
        if case not in self._paths:
            return None
        if case not in self._kept:
            self._kept[case] = catalogue_for(self._paths[case], self._language)
        return self._kept[case]

    def _without(self, case: str, scenario: Scenario) -> str:
        """What is said where there is no catalogue: which there are."""
        if not self._is_asked_for or set(fallbacks(self._language)) & set(fallbacks(scenario.language)):
            return ""  # the case is written in that language, or in that of another region
        values = {"asked": language_name(self._language), "own": language_name(scenario.language)}
        others = catalogues_of(self._paths[case]) if case in self._paths else {}
        if not others:
            return _("This case has no translations, so it is told in {own}.", **values)
        named = (_("{language} ({tag})", language=language_name(tag), tag=tag) for tag in others)
        return _(
            "This case has no translation into {asked}, so it is told in {own}. It has translations into: {others}.",
            others=", ".join(named),
            **values,
        )


def _catalogue(kept: Kept) -> Catalogue | None:
    file = kept.reading.file
    return None if file is None else Catalogue(file.entries)
