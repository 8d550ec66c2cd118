"""The commands of the terminal: `play` and `replay`; each answers with its exit code.

0: done, or left with `quit`. 1: the case, a choice or the journal is at fault, and a sentence says how. 2: there is
no such case or journal. 3: the input ended before the case did. 130: stopped with Ctrl-C. A session that was left is
kept, and offered by the next start that names no case; after a case that was picked from the list the list comes
again. Nothing keeps a player from replaying the journal of a graded play that was left, or from reading the case's
file: on a player's own machine both lie open. What is to be compared has to be played on a server.
"""

from __future__ import annotations

import io
import json as json_format
import secrets
import sys
import time
from datetime import datetime
from typing import TYPE_CHECKING

from game import paths
from game.debrief import form
from game.debrief.account import as_text
from game.loader import find_scenarios, scenario_folders
from game.loader.first_steps import FIRST_STEPS, read_first_steps
from game.loader.words import Words
from game.records import Trouble, begin, open_records, resume, shelf, unkept
from game.records.folders import owner_of
from game.records.keepsake import keep_text
from game.records.trying import try_again
from game.session.again import NoSuchDecision
from game.session.compiler import compile_scenario
from game.session.state import Stop
from game.terminal.debriefing import refused_line, tell_debrief
from game.terminal.findings import print_findings, tell_language
from game.terminal.invocation import in_language, invocation
from game.terminal.journals import open_journal
from game.terminal.keyboard import InputEnded, Keyboard
from game.terminal.menu import FirstSteps, NewCase, can_go_on, choose
from game.terminal.page import Page
from game.terminal.scripted import scripted, tell_played
from game.terminal.sitting import INTERRUPTED, Desk, debriefed, sit
from game.terminal.stopwatch import Stopwatch
from game.texts import _
from game.texts import language as spoken

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from pathlib import Path

    from game.debrief import Debrief
    from game.loader import Found
    from game.records import Kept
    from game.scenario.model import Habit, Scenario
    from game.session.journal import Mode
    from game.session.playbook import Playbook
    from game.terminal.menu import Picked

__all__ = ["again", "play", "ranked", "replay"]

_SEEDS = 1 << 31


def play(
    case: str | None,
    *,
    mode: Mode = "practice",
    choices: Sequence[str] | None = None,
    json: bool = False,
    timers: bool = True,
    folders: Iterable[Path] = (),
    language: str = "",
) -> int:
    """Play a case in plain lines.

    Args:
        case: its id or file; None offers what was left unfinished and what was found, and asks.
        mode: practice, or graded.
        choices: full names to play without asking; such a play keeps no journal. Names that run out leave it
            incomplete, a name that is refused stops it.
        json: print the debrief as one JSON object on stdout, and all else on stderr.
        timers: whether the time of timed scenes counts.
        folders: where to look for scenarios, besides the shipped folder and the user's own.
        language: the tag of the language to tell cases in; empty for the language the program speaks.
    """
    page = Page(sys.stderr if json else sys.stdout)
    found = find_scenarios(scenario_folders(folders))
    words = Words(found.paths, language)
    if case is None:
        if choices is not None:
            Page(sys.stderr).say(_("Name the case whose choices are to be played."))
            return 2
        return _play_picked(page, found, words, mode, timers=timers, json=json)
    resolved = found.resolve(case)
    print_findings(resolved)
    if resolved.reading.scenario is None or resolved.path is None:
        return 1 if resolved.is_there else 2
    words.add(resolved.id, resolved.path)
    book = _told(page, words, resolved.id, resolved.reading.scenario)
    habits = words.habits(resolved.habits, resolved.habits_sources)
    if choices is None:
        _tell_unfinished(page, resolved.id, book)
        kept = _begun(page, book, resolved.id, mode, timers=timers)
        return _hold(page, _keyboard(page), kept, habits, json=json)
    journal = scripted(book, resolved.id, mode, choices)
    is_right = tell_played(page, book, journal)
    _tell(page, debriefed(book, journal, page), habits, json=json)
    return 0 if is_right else 1


def ranked(
    case: str | None,
    *,
    server: str = "",
    code: str | None = None,
    timers: bool = True,
    json: bool = False,
    folders: Iterable[Path] = (),
    language: str = "",
) -> int:
    """Play a ranked session on a server.

    Args:
        case: its id; None offers what the open seasons have, and asks.
        server: the server's address; empty for the one that was used last, else the one that is set for everybody.
        code: of a team to join first; empty asks for it.
        timers: whether the time of timed scenes counts.
        json: print the debrief as one JSON object on stdout, and all else on stderr.
        folders: where to look for habits, besides the shipped folder and the user's own.
        language: the tag of the language to tell the case in; empty for the language the program speaks.
    """
    from game.terminal.ranked import Wish, play_ranked  # late: few plays are ranked

    page = Page(sys.stderr if json else sys.stdout)
    found = find_scenarios(scenario_folders(folders))
    wish = Wish(case, server, code, language or spoken(), timers, json)
    return play_ranked(wish, page, _keyboard(page), _habits(found, language))


def replay(
    journal: Path, *, json: bool = False, save: bool = False, folders: Iterable[Path] = (), language: str = ""
) -> int:
    """Print the debrief of a journal's file; save it as text, too, where that is asked for."""
    page = Page(sys.stderr if json else sys.stdout)
    try:
        opened = open_journal(journal, folders, language, Page(sys.stderr))
    except Trouble as trouble:
        Page(sys.stderr).say(str(trouble))
        return 1 if paths.is_file(journal) else 2
    debrief = debriefed(opened.book, opened.journal, page)
    habits = _habits(opened.found, language)
    _tell(page, debrief, habits, json=json)
    if save and not _is_saved(page, debrief, habits):
        return 1
    return 0 if debrief.refused is None else 1


def again(journal: Path, number: int, *, folders: Iterable[Path] = (), language: str = "") -> int:
    """Go on before a decision of a journal's play, counted from 1, in a session of its own."""
    page = Page(sys.stdout)
    try:
        opened = open_journal(journal, folders, language, page)
        kept = try_again(opened.book, opened.journal, number, person=owner_of(journal))
    except Trouble as trouble:
        page.say(str(trouble))
        return 1 if paths.is_file(journal) else 2
    except NoSuchDecision as none:
        page.say(_("The play has no decision {number}; it has {count}.", number=number, count=none.decisions))
        return 1
    page.say(_("You try again from decision {number}; the play itself stays as it is.", number=number))
    return _hold(page, _keyboard(page), kept, _habits(opened.found, language), json=False)


def _habits(found: Found, language: str) -> Mapping[str, Habit]:
    """The habits in the language asked for."""
    return Words(found.paths, language).habits(found.habits, found.sources)


def _play_picked(page: Page, found: Found, words: Words, mode: Mode, *, timers: bool, json: bool) -> int:
    """Play what the player picks from the list, one after the other."""
    keyboard = _keyboard(page)
    while True:
        try:
            picked = choose(page, keyboard, found, words, mode)
        except InputEnded:
            return 0
        except KeyboardInterrupt:
            page.end_line()
            return INTERRUPTED
        if picked is None:
            return 0
        try:
            kept = _picked(page, picked, found, words, timers=timers)
        except Trouble as trouble:
            page.say(str(trouble))
            return 1
        code = _hold(page, keyboard, kept, words.habits(found.habits, found.sources), json=json)
        if json or kept.session.view.stop is not Stop.ENDED:  # one JSON object is one play
            return code


def _picked(page: Page, picked: Picked, found: Found, words: Words, *, timers: bool) -> Kept:
    """The session that was picked, begun or gone on with.

    Raises:
        Trouble: it cannot be gone on with, or not as it was asked for.
    """
    if isinstance(picked, FirstSteps):
        words.add(FIRST_STEPS, paths.first_steps())
        book = _told(page, words, FIRST_STEPS, read_first_steps())
        return unkept(book, FIRST_STEPS, "practice", secrets.randbelow(_SEEDS), timers=timers)
    if isinstance(picked, NewCase):
        scenario = found.reading(picked.scenario).scenario
        if scenario is None:
            raise ValueError(f"{picked.scenario} was offered and cannot be played")
        book = _told(page, words, picked.scenario, scenario)
        return _begun(page, book, picked.scenario, picked.mode, timers=timers)
    kept = resume(picked.path, words.told)
    tell_language(page, words.translation(kept.session.journal.head.scenario, kept.book.original))
    try:
        if not timers:
            kept.switch_timers_off()
    except Trouble:
        kept.close()
        raise
    if picked.mode == "graded" and kept.session.journal.head.mode == "practice":
        page.say(_("This session was begun as practice, and goes on as practice. A graded play begins anew."))
    return kept


def _told(page: Page, words: Words, case: str, scenario: Scenario) -> Playbook:
    """A case, ready to be played in the language asked for; where that is not so in all of it, that is said."""
    translation = words.translation(case, scenario)
    tell_language(page, translation)
    return compile_scenario(scenario, translation.scenario)


def _begun(page: Page, book: Playbook, case: str, mode: Mode, *, timers: bool) -> Kept:
    """A new session, unkept where nothing can be kept."""
    seed = secrets.randbelow(_SEEDS)
    try:
        return begin(book, case, mode, seed, timers=timers)
    except Trouble as trouble:
        page.say(str(trouble))
        page.say(_("You can play, but nothing of this session will be kept."))
        return unkept(book, case, mode, seed, timers=timers)


def _tell_unfinished(page: Page, case: str, book: Playbook) -> None:
    """Say that there is a session of a case to go on with, before another is begun."""
    try:
        unfinished = shelf().unfinished
    except Trouble:
        return  # who begins a session is told what keeps it from being kept
    if any(each.scenario == case for each in unfinished if can_go_on(each)):
        page.say(
            _(
                "A session of this case is not finished; this is another one. To go on with the first: {command}",
                command=invocation("--terminal", *in_language(book)),
            )
        )


def _hold(page: Page, keyboard: Keyboard, kept: Kept, habits: Mapping[str, Habit], *, json: bool) -> int:
    with kept:
        watch = Stopwatch(time.monotonic, kept.played_ms)
        code = sit(kept, Desk(page, keyboard, watch))
        has_ended = kept.session.view.stop is Stop.ENDED
        # One who left is not told the best choices: who goes on should not know better than who stayed.
        if has_ended or (json and code != INTERRUPTED):
            debrief = debriefed(kept.book, kept.session.journal, page)
            _tell(page, debrief, habits, json=json, is_ending_told=True)
            if kept.is_kept and kept.path is not None and debrief.is_complete:
                _keep_result(page, debrief, kept.path)
        if has_ended and kept.is_kept:
            _tell_path(page, kept.path, kept.book)
    return code


def _keep_result(page: Page, debrief: Debrief, journal: Path) -> None:
    """Keep what a play brought, for who plays."""
    try:
        records = open_records(catches_up=False)
        records.keep(owner_of(journal) or records.current().id, debrief, journal)
    except Trouble as trouble:
        page.gap()
        page.say(str(trouble))
        page.say(_("Its journal is kept, so the result of this play is found at the next start."))


def _is_saved(page: Page, debrief: Debrief, habits: Mapping[str, Habit]) -> bool:
    """Save a debrief as text and tell where; whether that went well."""
    page.gap()
    try:
        path = keep_text(as_text(debrief, habits), debrief.head.scenario, datetime.now().astimezone())
    except Trouble as trouble:
        page.say(_("The text could not be saved: {reason}", reason=trouble))
        return False
    page.say(_("Saved as {path}", path=path))
    return True


def _tell_path(page: Page, journal: Path | None, book: Playbook) -> None:
    page.gap()
    page.say(_("This session is kept in {path}.", path=journal))
    page.say(_("To read its debrief again: {command}", command=invocation("replay", journal, *in_language(book))))
    page.say(_("To save it as text: {command}", command=invocation("replay", "--save", journal, *in_language(book))))
    words = _("To try again from a decision, such as the first: {command}")
    page.say(words.format(command=invocation("replay", "--again-from", "1", journal, *in_language(book))))
    page.say(_("To look into the mirror: {command}", command=invocation("mirror", journal, *in_language(book))))
    page.flush()


def _keyboard(page: Page) -> Keyboard:
    stream = sys.stdin or io.StringIO()  # none where the program was started without
    if isinstance(stream, io.TextIOWrapper):
        stream.reconfigure(errors="replace")
    return Keyboard(stream, page)


def _tell(
    page: Page, debrief: Debrief, habits: Mapping[str, Habit], *, json: bool, is_ending_told: bool = False
) -> None:
    if json:
        if debrief.refused is not None:
            page.gap()
            page.say(refused_line(debrief.refused))
            page.flush()
        _print_json(debrief)
    else:
        tell_debrief(page, debrief, habits, is_ending_told=is_ending_told)
        page.flush()


def _print_json(debrief: Debrief) -> None:
    """One object on stdout; letters beyond ASCII are escaped, so that no terminal can spoil it."""
    print(json_format.dumps(form(debrief), indent=2), flush=True)
