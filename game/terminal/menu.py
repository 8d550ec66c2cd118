"""Without a case named: what was left unfinished, what can be played, and the question which."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from game import paths
from game.debrief.wording import channel_words, decision_count_words, level_words, mode_words
from game.records import Trouble, shelf
from game.terminal.conversation import HELP, QUIT
from game.terminal.findings import tell_findings
from game.terminal.typed import meant
from game.texts import _

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence
    from pathlib import Path

    from game.loader import Found
    from game.loader.words import Words
    from game.records import Unfinished
    from game.scenario.curriculum import Curriculum
    from game.scenario.model import Scenario
    from game.session.journal import Mode
    from game.terminal.keyboard import Keyboard
    from game.terminal.page import Page

__all__ = ["FirstSteps", "NewCase", "OldSession", "Picked", "can_go_on", "choose"]

_OFFERED_AT_ONCE = 5
"""Unfinished sessions; `all` shows the others."""
_ANSWER = re.compile(r"(g\s*)?([0-9]{1,4})[.)]?")


class NewCase(NamedTuple):
    """A case to begin."""

    scenario: str
    mode: Mode


class OldSession(NamedTuple):
    """A session to go on with."""

    path: Path
    mode: Mode
    """What was asked for; it goes on in its own."""


@dataclass(frozen=True)
class FirstSteps:
    """The short case in which newcomers learn to play; nothing of it is kept."""


Numbered = NewCase | OldSession
Picked = Numbered | FirstSteps


def choose(page: Page, keyboard: Keyboard, found: Found, words: Words, mode: Mode) -> Picked | None:
    """List what there is, and ask; None where the player leaves, or nothing can be played.

    Raises:
        InputEnded: nothing more will be typed.
    """
    picks = _list(page, found, words, mode, _OFFERED_AT_ONCE)
    while picks:
        answer = meant(keyboard.ask(_("Which one? Type its number (g and the number for a graded play), or quit:")))
        if answer in QUIT:
            return None
        if answer == "first":
            return FirstSteps()
        if answer == "all":
            picks = _list(page, found, words, mode, None)
            continue
        if answer in HELP:
            _help(page)
            continue
        typed = _ANSWER.fullmatch(answer)
        if typed is None or not 1 <= int(typed[2]) <= len(picks):
            page.say(_("Please type a number from 1 to {last}, or ? for help.", last=len(picks)))
            continue
        picked = picks[int(typed[2]) - 1]
        return picked._replace(mode="graded") if typed[1] else picked
    page.say(_("No case was found that can be played."))
    return None


def can_go_on(session: Unfinished) -> bool:
    """Whether a session leads anywhere; a graded one whose case is stuck does not."""
    return not session.is_stuck or session.mode == "practice"


def _help(page: Page) -> None:
    page.say(_("Type the number of a case, or of a session that is not finished, and press Enter."))
    page.say(_("g and a number, as in g 1: play that case graded, without the coach and without taking back"))
    page.say(_("all: list every session that is not finished"))
    page.say(_("first: the first steps, a short case to learn on; nothing of it is kept"))
    page.say(_("quit, or q: leave"))


def _list(page: Page, found: Found, words: Words, mode: Mode, most: int | None) -> list[Numbered]:
    """Print all that can be picked, numbered; what cannot be picked is told, not hidden."""
    picks: list[Numbered] = []
    page.gap()
    tell_findings(page, found.diagnostics)
    for session in _unfinished(page, most):
        picks.append(OldSession(session.path, mode))
        _item(page, len(picks), _session_line(session, words))
    scenarios = {key: found.reading(key).scenario for key in found.paths}
    playable = {key: scenario for key, scenario in scenarios.items() if scenario is not None}
    tell_findings(page, found.known_curriculum.diagnostics)
    for heading, cases in _chapters(words.curriculum(found.known_curriculum), playable):
        page.gap()
        page.say(heading)
        for key in cases:
            picks.append(NewCase(key, mode))
            _item(page, len(picks), _case_line(words.told(key, playable[key])))
    for key in (key for key in scenarios if key not in playable):
        page.say(_("{case} cannot be played:", case=key))
        tell_findings(page, [each for each in found.reading(key).diagnostics if each.is_error][:1])
    page.gap()
    if picks and not paths.is_folder(paths.records()):
        page.say(_("New here? Type first: three minutes with a first guest show you what you need."))
        page.gap()
    return picks


def _chapters(curriculum: Curriculum, cases: Collection[str]) -> Iterator[tuple[str, Sequence[str]]]:
    """Headings with the cases below them, in the order of the path; those that are not on it come last."""
    chapters, others = curriculum.divided(cases)
    for chapter, here in chapters:
        yield chapter.title, here
    if others or not chapters:
        yield _("Further cases") if chapters else _("Cases"), others


def _unfinished(page: Page, most: int | None) -> Iterator[Unfinished]:
    """The sessions to go on with."""
    try:
        journals = shelf()
    except Trouble as trouble:
        page.say(str(trouble))
        return
    offered = [each for each in journals.unfinished if can_go_on(each)]
    if offered or journals.damaged:
        page.say(_("Not finished yet"))
    yield from offered[:most]
    if len(offered) > len(offered[:most]):
        page.say(_("There are {count} older ones; type all to see them.", count=len(offered) - len(offered[:most])))
    for journal in journals.damaged:
        page.say(_("Cannot be gone on with: {path}. {reason}", path=journal.path, reason=journal.reason))


def _item(page: Page, number: int, line: str) -> None:
    page.say(f"{number}. {line}", indent=len(f"{number}. "))


def _session_line(session: Unfinished, words: Words) -> str:
    mode, decided = mode_words(session.mode), decision_count_words(session.decisions)
    title = words.title(session.scenario, session.title)
    line = _("{title}: {mode}, {decided}", title=title, mode=mode, decided=decided)
    began = session.began
    return _("{line}, begun {began}.", line=line, began=began) if began else f"{line}."


def _case_line(scenario: Scenario) -> str:
    level = level_words(scenario.level)
    where = channel_words(scenario.channel)
    line = _("{title} ({where}, {level}).", title=scenario.title, where=where, level=level)
    if scenario.minutes is not None:
        minutes = scenario.minutes
        values = {"title": scenario.title, "where": where, "level": level, "minutes": minutes}
        line = _("{title} ({where}, {level}, about {minutes} min).", **values)
    return f"{line} {scenario.summary}" if scenario.summary else line
