"""Screens as players meet them, ready to be looked at: each a stage of a given size, theme and text size."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import fields
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from typing import Any

from game.debrief import Debrief, mirror, review
from game.diagnostics import Diagnostic, Span
from game.learning import Proposal
from game.loader import Found, find_scenarios, read_file, read_text, scenario_folders
from game.loader.words import Words
from game.looks.portrait import look_from
from game.paths import shipped_scenarios
from game.records import Best, Damaged, Result, Unfinished
from game.scenario.model import Scenario
from game.session.compiler import compile_scenario
from game.session.journal import Decision, Head, Journal
from game.session.playbook import Playbook
from game.session.rules import choices, play, start
from game.session.session import LocalSession
from game.solver import solve
from game.trainer.preview import Preview, Saved
from game.window.cases import Cases
from game.window.input import Action, Assist, Back, Digit, FunctionKey, Press
from game.window.progress import Progress
from game.window.screens.conversation import Conversation
from game.window.screens.debrief import Debriefing
from game.window.screens.first_steps import FirstSteps
from game.window.screens.home import Home, Reception
from game.window.screens.home.doors import Doors
from game.window.screens.mirror import Mirroring
from game.window.screens.people import People
from game.window.screens.preview import Rehearsal, Waiting
from game.window.screens.scenarios import Briefing, Scenarios, View
from game.window.screens.scenarios.selection import Order, Selection
from game.window.screens.screen import Screen
from game.window.screens.settings import SettingsScreen
from game.window.settings import Settings
from game.window.stage import Stage
from tests.window import canned
from tests.window.register import Kept

__all__ = [
    "NOW",
    "SCENARIOS",
    "SCREENS",
    "briefing",
    "conversation",
    "doors",
    "first_steps",
    "home",
    "lost_reservation",
    "mirroring",
    "nothing",
    "on_stage",
    "play_on",
    "press",
    "progress",
    "read_cases",
    "reception",
    "rehearsal",
    "result",
    "scenarios",
    "session",
    "shown",
]

HERE = Path(__file__).parent
SCENARIOS = HERE / "scenarios"
SEED = 1


def nothing(*_values: Any) -> None:
    """For what a test does not look at."""


def lost_reservation() -> Scenario:
    """The case the window is tested on."""
    reading = read_file(SCENARIOS / "lost-reservation.yaml")
    assert reading.scenario is not None, reading.diagnostics
    return reading.scenario


def playbook() -> Playbook:
    """That case, ready to be played, told in the language the program speaks."""
    scenario = lost_reservation()
    words = Words({"lost-reservation": SCENARIOS / "lost-reservation.yaml"})
    return compile_scenario(scenario, words.told("lost-reservation", scenario))


def session(mode: str = "practice", keep: Callable[[Any], None] = nothing) -> LocalSession:
    """A session of that case, its choices in an order that does not change."""
    book = playbook()
    head = Head(scenario="lost-reservation", revision=book.revision, seed=SEED, mode=mode, started="", timers=True)  # type: ignore[arg-type]
    return LocalSession(book, head, keep)


def conversation(mode: str = "practice", **ways: Any) -> Conversation:
    """The conversation screen over such a session."""
    return Conversation(
        session(mode), **{**dict.fromkeys(("on_end", "on_leave", "on_unkept", "on_anew"), nothing), **ways}
    )


def on_stage(
    screen: Screen,
    size: tuple[int, int] = (1280, 800),
    colours: str = "light",
    text: int = 100,
    *,
    is_still: bool = True,
    density: float = 1.0,
) -> Stage:
    """A screen on a stage; nothing moves, unless asked for."""
    return Stage(screen, Settings(text_size=text, colours=colours, is_still=is_still), size, density)


def play_on(stage: Stage, *actions: Action) -> Stage:
    """Let all lines appear, take the actions, and let lines appear again."""
    for number, action in enumerate((None, *actions)):
        if action is not None:
            stage.act(action)
        stage.tick(float(number))
        stage.tick(float(number))
    return stage


def _opening(*look: Any) -> Stage:
    return play_on(on_stage(conversation(), *look))


def _timed(*look: Any) -> Stage:
    return play_on(on_stage(conversation(), *look), Digit(2))


def _ended(*look: Any) -> Stage:
    return play_on(on_stage(conversation(), *look), Digit(4), Digit(2))


def _paused(*look: Any) -> Stage:
    return play_on(on_stage(conversation(), *look), Digit(2), Back())


def found_cases() -> Found:
    """A sound case, a broken one, and a folder that is missing; their places are the same on every machine."""
    sound, broken = HERE / "scenarios" / "lost-reservation.yaml", HERE / "broken" / "colon.yaml"
    readings = {
        "lost-reservation": read_file(sound),
        "colon": read_text(broken.read_bytes(), "scenarios/colon.yaml"),
    }
    paths = {"lost-reservation": sound, "colon": broken}
    missing = Diagnostic("folder-missing", "error", Span("cases-of-my-team"))
    return Found(paths, {}, (missing,), {}, readings)


NOW = datetime(2026, 3, 4, 18, 30, tzinfo=UTC)
MINUTE, HOUR, DAY = 60_000, 3_600_000, 86_400_000


def read_cases(found: Found | None = None) -> Cases:
    """Cases that were read already; unless said, a sound and a broken one."""
    cases = Cases(found or found_cases())
    while not cases.is_read:
        cases.read_next()
    return cases


def progress() -> Progress:
    """A silver medal in the case the window is tested on."""
    return Progress({"lost-reservation": Best(812, "silver", True, 2, 0, True)}, frozenset({"lost-reservation"}))


def result(mode: str, score: int | None, ago_ms: int, **rest: Any) -> Result:
    """A play of that case, ended some time before NOW."""
    ended = int(NOW.timestamp() * 1000) - ago_ms
    values = {"started_ms": ended - 6 * MINUTE, "ended_ms": ended, "outcome": "kept", "score": score, **rest}
    if mode != "mirror":
        values.setdefault("journal", Path("one.jsonl"))
    return Result("s", "p", "lost-reservation", "r", mode, **values)  # type: ignore[arg-type]


def reception(**values: Any) -> Reception:
    """Somebody who has been here before."""
    unfinished = (
        Unfinished(
            Path("one.jsonl"),
            "lost-reservation",
            "The lost reservation",
            "practice",
            "2026-03-03T08:30:00+00:00",
            3,
            False,
        ),
    )
    history = (
        result("graded", 812, 2 * HOUR),
        result("practice", 640, DAY),
        result("mirror", None, 9 * DAY, closeness=83),
    )
    known: dict[str, Any] = {
        "is_ready": True,
        "name": "Kim",
        "look": look_from(None, "Kim"),
        "unfinished": unfinished,
        "history": history,
        "progress": progress(),
        "proposal": Proposal("lost-reservation", "gain", 188),
        **values,
    }
    return Reception(**known)


def doors(**ways: Any) -> Doors:
    """Every way there is from Home."""
    every = {each.name: nothing for each in fields(Doors)}
    return Doors(**{**every, **ways})


def home(told: Reception, cases: Cases | None = None, **ways: Any) -> Home:
    """Home with nothing left to be done."""
    return Home(cases or read_cases(), told, doors(**ways), work=lambda: False, clock=lambda: NOW)


def _home(*look: Any) -> Stage:
    damaged = (Damaged(Path("two.jsonl"), "Its first line is damaged."),)
    trouble = "The folder of the records may not be read."
    return play_on(on_stage(home(reception(damaged=damaged, trouble=trouble)), *look))


def _first_home(*look: Any) -> Stage:
    return play_on(on_stage(home(Reception(is_ready=True, is_first=True)), *look))


def scenarios(view: View | None = None, **ways: Any) -> Scenarios:
    """The list over a sound case, a broken one and a missing folder."""
    known: dict[str, Any] = {"progress": progress(), "work": lambda: False, "on_case": nothing, "on_back": nothing}
    return Scenarios(read_cases(), view or View(), **{**known, **ways})


def _cases(*look: Any) -> Stage:
    return play_on(on_stage(scenarios(), *look))


def _filtered(*look: Any) -> Stage:
    selection = Selection(words="reserv", channels=frozenset({"counter"}), order=Order.PROPOSED)
    return play_on(on_stage(scenarios(View(selection, is_open=True)), *look))


def briefing(**ways: Any) -> Briefing:
    """Before the case the window is tested on."""
    told = read_cases().told("lost-reservation")
    assert told is not None
    known = {"progress": progress(), "on_begin": nothing, "on_back": nothing, "on_debrief": nothing}
    return Briefing(told, **{**known, "find_play": lambda: result("graded", 812, 2 * HOUR), **ways})


def _briefed(*look: Any) -> Stage:
    return play_on(on_stage(briefing(), *look))


def debriefing(*choices: str, **ways: Any) -> Debriefing:
    """The debrief of a play of those choices."""
    played = session("graded")
    for choice in choices:
        played.take(choice, 0) if choice else played.fall_silent(0)
    book = playbook()
    debrief = review(book, solve(book), Journal(played.journal.head, played.journal.records))
    ways = {"on_again": nothing, "on_done": nothing, **ways}
    return Debriefing(debrief, find_scenarios([SCENARIOS]).habits, **ways)


def _debrief(*look: Any) -> Stage:
    ways = {"on_again_from": nothing, "on_mirror": nothing, "own_best": 640}
    return play_on(on_stage(debriefing("lobby/deposit", "", "search/kitchen-room", **ways), *look))


@cache
def long_debrief() -> Debrief:
    """The debrief of a shipped case, played through: what loses nothing and the first choice, in turn."""
    scenario = read_file(shipped_scenarios() / "party-host.yaml").scenario
    assert scenario is not None
    book = compile_scenario(scenario)
    solution, step, names = solve(book), start(book), list[str]()
    while step.stop is None:
        steps = [play(book, step.after, name) for name in choices(book, step.after)]
        best = max(steps, key=lambda each: each.points.total + (solution.value(each.after) or 0))
        step = steps[0] if len(names) % 3 == 1 else best
        names.append(step.choice)
    head = Head(scenario="party-host", revision=book.revision, seed=SEED, mode="practice", started="", timers=False)
    return review(book, solution, Journal(head, (*(Decision(name, 0) for name in names),)))


def _debrief_long(*look: Any) -> Stage:
    """With all that can stand in one, and no decision closed."""
    habits = find_scenarios([shipped_scenarios()]).habits
    ways: dict[str, Any] = {"on_again": nothing, "on_done": nothing, "on_again_from": nothing, "on_mirror": nothing}
    stage = on_stage(Debriefing(long_debrief(), habits, own_best=900, **ways), *look)
    opens = next(widget for widget in stage.tree.walk() if widget.key == "open-all")
    stage.act(Assist(opens.reader_id, Press()))
    return play_on(stage)


def _debrief_decisions(*look: Any) -> Stage:
    return play_on(on_stage(debriefing("lobby/listen", "search/kitchen-room", on_again_from=nothing), *look), Digit(4))


def rehearsal(path: Path = SCENARIOS / "lost-reservation.yaml", **ways: Any) -> Rehearsal:
    """The preview of a file, with two findings whatever the rules say; the one has a way that leads there."""
    told = (
        Diagnostic("file-missing", "error", Span(str(path), 4, 3)),
        Diagnostic("folder-missing", "warning", Span(str(path), 9), {}, ("lobby/deposit", "search/silence")),
    )
    preview = Preview(str(path), scenario_folders(), examine=lambda _case: told)
    preview.finish_examination()
    assert preview.kept is not None
    return Rehearsal(preview, preview.kept, **{"on_end": nothing, "on_leave": nothing, **ways})


def _previewed(*look: Any) -> Stage:
    return play_on(on_stage(rehearsal(), *look), Digit(2))


def _previewed_findings(*look: Any) -> Stage:
    return play_on(on_stage(rehearsal(), *look), Digit(1), FunctionKey(2))


def _previewed_scenes(*look: Any) -> Stage:
    return play_on(on_stage(rehearsal(), *look), Digit(1), FunctionKey(3))


def _previewed_facts(*look: Any) -> Stage:
    return play_on(on_stage(rehearsal(), *look), Digit(1), FunctionKey(4))


def _told_of_a_save(*look: Any) -> Stage:
    screen = rehearsal()
    stage = play_on(on_stage(screen, *look), Digit(1))
    screen.take_up(Saved(is_playable=False))
    return play_on(stage)


def _waiting(*look: Any) -> Stage:
    preview = Preview(str(HERE / "broken" / "colon.yaml"), ())
    preview.path = Path("scenarios/colon.yaml")
    return play_on(on_stage(Waiting(preview, on_open=nothing, on_leave=nothing), *look))


def mirroring(*choices: str, **ways: Any) -> Mirroring:
    """The mirror of a play of those choices."""
    played = session("graded")
    for choice in choices:
        played.take(choice, 0) if choice else played.fall_silent(0)
    found = mirror(playbook(), played.journal)
    return Mirroring(found, **{"on_done": nothing, "on_keep": nothing, **ways})


_MIRRORED = ("lobby/listen", "", "search/honest")


def _mirror(*look: Any) -> Stage:
    return play_on(on_stage(mirroring(*_MIRRORED), *look))


def _mirror_guessed(*look: Any) -> Stage:
    return play_on(on_stage(mirroring(*_MIRRORED), *look), Digit(5))


def _mirror_closing(*look: Any) -> Stage:
    return play_on(on_stage(mirroring(*_MIRRORED), *look), *(Digit(each) for each in (4, 1, 2, 1, 6, 1)))


def _settings(*look: Any) -> Stage:
    return play_on(on_stage(SettingsScreen(on_done=nothing, can_speak=True), *look))


def _people(*look: Any) -> Stage:
    return play_on(on_stage(People(Kept().register, on_back=nothing), *look))


def _person(*look: Any) -> Stage:
    stage = _people(*look)
    press(stage, "change-a")
    press(stage, "chapter-hair")
    return stage


def _erasing(*look: Any) -> Stage:
    stage = _person(*look)
    press(stage, "erase")
    return stage


def first_steps(*look: Any) -> Stage:
    """The first steps, with the first of their hints."""
    return play_on(on_stage(FirstSteps(on_done=nothing, on_skip=nothing), *look))


def _first_steps_coach(*look: Any) -> Stage:
    stage = first_steps(*look)
    press(stage, "hint-next")
    press(stage, "hint-next")
    return play_on(stage, Digit(2))


def _first_steps_debrief(*look: Any) -> Stage:
    stage = first_steps(*look)
    for _decision in range(5):
        _understand(stage)
        play_on(stage, Digit(3))
    _understand(stage)
    press(stage, "choice-1")
    return play_on(stage)


def _first_steps_mirror(*look: Any) -> Stage:
    stage = _first_steps_debrief(*look)
    _understand(stage)
    press(stage, "hint-next")
    return play_on(stage)


def _understand(stage: Stage) -> None:
    """Close the hints that are shown, one after the other."""
    while any(widget.key == "hint-skip" for widget in stage.tree.walk()):
        press(stage, "hint-next")


def _team_home(*look: Any) -> Stage:
    told = reception(unfinished=(), is_member=True, news=canned.news())
    return play_on(on_stage(home(told), *look))


def _joining(*look: Any) -> Stage:
    return canned.settled(on_stage(canned.boards(is_member=False), *look))


def _boards(*look: Any) -> Stage:
    return canned.settled(on_stage(canned.boards(), *look))


def _boards_teams(*look: Any) -> Stage:
    league = canned.Canned()
    league.is_entered = False
    stage = canned.settled(on_stage(canned.boards(league), *look))
    press(stage, "kind-teams")
    return canned.settled(stage)


def _ranked_briefing(*look: Any) -> Stage:
    return play_on(on_stage(canned.briefing(), *look))


def _ranked_lost(*look: Any) -> Stage:
    league = canned.Led(session("graded"))
    league.faults.append(canned.gone())
    screen = canned.ranked(league)
    stage = play_on(on_stage(screen, *look))
    stage.act(Digit(2))
    return canned.settled(stage, lambda: screen.dialog(stage.theme, stage.size) is None)


def press(stage: Stage, key: str) -> None:
    """Press what has that key, wherever it is."""
    widget = next(widget for widget in stage.tree.walk() if widget.key == key)
    widget.act(Press())
    stage.tick(0.0)


SCREENS: dict[str, Callable[..., Stage]] = {
    "home": _home,
    "home-first": _first_home,
    "first-steps": first_steps,
    "first-steps-coach": _first_steps_coach,
    "first-steps-debrief": _first_steps_debrief,
    "first-steps-mirror": _first_steps_mirror,
    "cases": _cases,
    "cases-filtered": _filtered,
    "briefing": _briefed,
    "opening": _opening,
    "timed": _timed,
    "ended": _ended,
    "pause": _paused,
    "debrief": _debrief,
    "debrief-decisions": _debrief_decisions,
    "debrief-long": _debrief_long,
    "mirror": _mirror,
    "mirror-guessed": _mirror_guessed,
    "mirror-closing": _mirror_closing,
    "people": _people,
    "person": _person,
    "person-erasing": _erasing,
    "preview": _previewed,
    "preview-findings": _previewed_findings,
    "preview-scenes": _previewed_scenes,
    "preview-facts": _previewed_facts,
    "preview-saved": _told_of_a_save,
    "preview-waiting": _waiting,
    "settings": _settings,
    "home-team": _team_home,
    "boards-joining": _joining,
    "boards": _boards,
    "boards-teams": _boards_teams,
    "ranked-briefing": _ranked_briefing,
    "ranked-lost": _ranked_lost,
}
"""By name, what makes the stage from size, palette and text size."""


def shown(stage: Stage) -> str:
    """All that the stage has to read, a widget a line."""
    return "\n".join(widget.name for widget in stage.tree.walk())
