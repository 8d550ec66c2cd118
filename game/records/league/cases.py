"""Publishing: a case is looked through, then kept whole and for ever, so that old journals replay.

Looking through takes seconds and no database; what does the checking is handed in, for it lies above the records.
Whoever publishes a case that no player's disk holds never sends it anywhere: it is told line by line.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from sqlalchemy import delete, select, update

from game import paths
from game.loader.catalogues import every_catalogue
from game.loader.habits import HABITS_FILE
from game.loader.po import read_po_text
from game.loader.reading import read_habits, read_habits_text, read_text
from game.loader.shelf import find_scenarios
from game.records.database.tables import ENGINE, SCENARIOS, TRANSLATIONS
from game.records.database.upserting import put_new
from game.records.league.audit import OPERATOR, note
from game.records.league.casebook import habits_to
from game.records.league.refused import Refused, shortened
from game.scenario.names import is_name
from game.scenario.revision import revision
from game.session.compiler import compile_scenario
from game.solver import TooManyStates, solve

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from sqlalchemy import Connection

    from game.diagnostics import Diagnostic
    from game.loader import Reading
    from game.scenario.model import Habit, Scenario

__all__ = [
    "CaseRow",
    "Draft",
    "Published",
    "cases",
    "look_through",
    "publish",
    "publish_shipped",
    "shipped",
    "withdraw",
]

_LONGEST_ID = 64


class Draft(NamedTuple):
    """A case that was looked through, and is published or not."""

    scenario: str
    """Its id."""
    reading: Reading
    findings: tuple[Diagnostic, ...]
    """Of the case, its habits and its translations, errors and warnings."""
    sources: Mapping[str, str]
    """The texts they stand in, by the name of the file."""
    habits: Mapping[str, Habit]
    """Those it names."""
    translations: Mapping[str, str]
    """Catalogues, by the tag of their language."""
    has_scores: bool
    """Whether it has few enough states for its best play to be found, and an ending."""

    @property
    def is_fit(self) -> bool:
        """Whether it may be published: warnings are the author's to weigh."""
        return self.reading.scenario is not None and not any(each.is_error for each in self.findings)


class Published(NamedTuple):
    """A case that is there to be played."""

    scenario: str
    revision: str


class CaseRow(NamedTuple):
    """A case of the league, in a list."""

    scenario: str
    revision: str
    title: str
    language: str
    is_open_book: bool
    published_ms: int
    withdrawn_ms: int | None


def look_through(
    scenario: str,
    text: str | bytes,
    examine: Callable[[Reading], tuple[Diagnostic, ...]],
    *,
    habits: str | bytes | None = None,
    translations: Mapping[str, str] | None = None,
) -> Draft:
    """Look a case through before it is published; it may take seconds, and asks no database.

    Args:
        scenario: its id.
        text: its YAML.
        examine: `game.trainer.check.examine`.
        habits: the YAML of habits it names beside the shipped ones.
        translations: catalogues of its words (PO), by the tag of their language.

    Raises:
        Refused: the id is none.
    """
    if not is_name(scenario) or len(scenario) > _LONGEST_ID:
        raise Refused(
            "bad-case-id",
            "“{name}” cannot be a case's id: it begins with a letter, in lower case, its words joined by hyphens.",
            name=shortened(scenario),
        )
    known = dict(read_habits(paths.shipped_scenarios() / HABITS_FILE).habits)
    found: list[Diagnostic] = []
    sources: dict[str, str] = {}
    if habits is not None:
        own = read_habits_text(habits, HABITS_FILE)
        known = {**own.habits, **known}
        found += own.diagnostics
        sources[HABITS_FILE] = own.source
    reading = read_text(text, f"{scenario}.yaml", known)
    sources[reading.name] = reading.source
    for tag, po in (translations or {}).items():
        catalogue = read_po_text(po, f"{tag}.po")
        found += catalogue.diagnostics
        sources[f"{tag}.po"] = catalogue.source
    findings = (*examine(reading), *found)
    is_at_fault = reading.scenario is None or any(each.is_error for each in findings)
    named = {} if reading.scenario is None else {key: known[key] for key in _habits(reading.scenario) if key in known}
    has_scores = not is_at_fault and reading.scenario is not None and _has_scores(reading.scenario)
    return Draft(scenario, reading, findings, sources, named, dict(translations or {}), has_scores)


def publish(c: Connection, draft: Draft, *, actor: str, now_ms: int) -> Published:
    """Keep a case, or bring back one that was withdrawn; no player's disk holds it.

    Args:
        c: a connection that may write.
        draft: what was looked through.
        actor: who does it, as the audit trail names them.
        now_ms: the time.

    Raises:
        Refused: the checker found errors, it has no scores, or it is here already under another id.
    """
    scenario = draft.reading.scenario
    if scenario is None or not draft.is_fit:
        raise Refused("case-at-fault", "The case has errors, so it was not published. Mend them and send it again.")
    if not draft.has_scores:
        raise Refused(
            "case-without-scores",
            "The case cannot be scored: it can stand in too many ways, or no play comes to an ending.",
        )
    key = revision(scenario)
    there = c.execute(select(SCENARIOS.c.scenario, SCENARIOS.c.yaml).where(SCENARIOS.c.revision == key)).one_or_none()
    if there is not None and there.yaml is not None and there.scenario != draft.scenario:
        raise Refused("case-here-already", "This case is here already, as “{name}”.", name=there.scenario)
    _keep(c, draft, scenario, key, is_open_book=False, now_ms=now_ms)
    note(c, actor, "publish-case", None, key, now_ms)
    return Published(draft.scenario, key)


def withdraw(c: Connection, key: str, *, actor: str, now_ms: int) -> None:
    """Let nobody begin or go on with a revision; what was played on it stays, and so does the case itself.

    Raises:
        Refused: there is no such case.
    """
    changed = update(SCENARIOS).where(SCENARIOS.c.revision == key, SCENARIOS.c.yaml.is_not(None))
    if not c.execute(changed.values(withdrawn_ms=now_ms)).rowcount:
        raise Refused("unknown-case", "There is no such case on this server.")
    note(c, actor, "withdraw-case", None, key, now_ms)


def shipped() -> tuple[Draft, ...]:
    """The cases that come with the program, read; those that could not be are left out, and `check` tells why."""
    found = find_scenarios((paths.shipped_scenarios(),))
    return tuple(_shipped(name, found.reading(name), found.habits) for name in found.paths)


def publish_shipped(c: Connection, drafts: tuple[Draft, ...], *, now_ms: int) -> tuple[Published, ...]:
    """Keep the cases that lie on every player's disk; call it when the server starts.

    Those that are here already stay as they are, withdrawn ones too.
    """
    told = []
    for draft in drafts:
        scenario = draft.reading.scenario
        if scenario is None:
            continue
        key = revision(scenario)
        asked = select(SCENARIOS.c.is_open_book, SCENARIOS.c.engine).where(SCENARIOS.c.revision == key)
        there = c.execute(asked).one_or_none()
        if there is None or not there.is_open_book or there.engine != ENGINE:
            _keep(c, draft, scenario, key, is_open_book=True, now_ms=now_ms)
            note(c, OPERATOR, "publish-case", None, key, now_ms)
        else:
            _keep_translations(c, draft, key)  # a newer version of the program may bring more
        told.append(Published(draft.scenario, key))
    return tuple(told)


def cases(c: Connection, *, with_withdrawn: bool = False) -> tuple[CaseRow, ...]:
    """The cases that can be played, by id, the newest revision first."""
    columns = SCENARIOS.c
    found = select(
        columns.scenario,
        columns.revision,
        columns.title,
        columns.language,
        columns.is_open_book,
        columns.published_ms,
        columns.withdrawn_ms,
    ).where(columns.yaml.is_not(None))
    if not with_withdrawn:
        found = found.where(columns.withdrawn_ms.is_(None))
    found = found.order_by(columns.scenario, columns.published_ms.desc(), columns.revision)
    return tuple(CaseRow(*row) for row in c.execute(found))


def _shipped(name: str, reading: Reading, habits: Mapping[str, Habit]) -> Draft:
    scenario = reading.scenario
    named = {} if scenario is None else {key: habits[key] for key in _habits(scenario) if key in habits}
    path = paths.shipped_scenarios() / f"{name}.yaml"
    kept = {each.language: each.reading.source for each in every_catalogue(path) if each.reading.file is not None}
    return Draft(name, reading, reading.diagnostics, {}, named, kept, has_scores=True)


def _keep(c: Connection, draft: Draft, scenario: Scenario, key: str, *, is_open_book: bool, now_ms: int) -> None:
    row = {
        "engine": ENGINE,
        "scenario": draft.scenario,
        "title": scenario.title,
        "language": scenario.language,
        "yaml": draft.reading.source,
        "habits": habits_to(draft.habits),
        "is_open_book": is_open_book,
        "published_ms": now_ms,
        "withdrawn_ms": None,
    }
    if not put_new(c, SCENARIOS, {"revision": key, **row}, keys=("revision",)):
        if not is_open_book:
            del row["is_open_book"]  # what lies on every disk does not come back from there
        c.execute(update(SCENARIOS).where(SCENARIOS.c.revision == key).values(row))
    _keep_translations(c, draft, key)


def _keep_translations(c: Connection, draft: Draft, key: str) -> None:
    columns = TRANSLATIONS.c
    there = {
        row.language: row.po for row in c.execute(select(columns.language, columns.po).where(columns.revision == key))
    }
    if there == draft.translations:
        return
    c.execute(delete(TRANSLATIONS).where(columns.revision == key))
    for tag, po in draft.translations.items():
        put_new(c, TRANSLATIONS, {"revision": key, "language": tag, "po": po}, keys=("revision", "language"))


def _has_scores(scenario: Scenario) -> bool:
    try:
        return solve(compile_scenario(scenario)).best is not None
    except TooManyStates:
        return False


def _habits(scenario: Scenario) -> Iterator[str]:
    """The habits a case names, in order."""
    for scene in scenario.scenes.values():
        for move in (*scene.choices, *filter(None, (scene.silence,))):
            yield from move.habit
    for promise in scenario.promises.values():
        for effects in filter(None, (promise.kept, promise.broken)):
            yield from effects.habit
