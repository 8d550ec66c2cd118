"""Screens as players meet them, ready to be looked at: each a stage of a given size, theme and text size."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from game.debrief import mirror, review
from game.diagnostics import Diagnostic, Span
from game.loader import Found, find_scenarios, read_file, read_text, scenario_folders
from game.records.shelf import Damaged, Shelf, Unfinished
from game.scenario.model import Scenario
from game.session.compiler import compile_scenario
from game.session.journal import Head, Journal
from game.session.session import LocalSession
from game.solver import solve
from game.trainer.preview import Preview, Saved
from game.window.input import Action, Back, Digit, FunctionKey
from game.window.screens.conversation import Conversation
from game.window.screens.debrief import Debriefing
from game.window.screens.mirror import Mirroring
from game.window.screens.preview import Rehearsal, Waiting
from game.window.screens.scenarios import Scenarios
from game.window.screens.screen import Screen
from game.window.settings import Settings
from game.window.stage import Stage

__all__ = [
    "SCREENS",
    "conversation",
    "lost_reservation",
    "mirroring",
    "nothing",
    "on_stage",
    "play_on",
    "rehearsal",
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


def session(mode: str = "practice", keep: Callable[[Any], None] = nothing) -> LocalSession:
    """A session of that case, its choices in an order that does not change."""
    book = compile_scenario(lost_reservation())
    head = Head(scenario="lost-reservation", revision=book.revision, seed=SEED, mode=mode, started="", timers=True)  # type: ignore[arg-type]
    return LocalSession(book, head, keep)


def conversation(mode: str = "practice", **ways: Any) -> Conversation:
    """The conversation screen over such a session."""
    return Conversation(session(mode), **{"on_end": nothing, "on_leave": nothing, "on_unkept": nothing, **ways})


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


def _cases(*look: Any) -> Stage:
    unfinished = (
        Unfinished(Path("one.jsonl"), "a", "The lost reservation", "practice", "2026-03-02T09:30:00+00:00", 3, False),
    )
    damaged = (Damaged(Path("two.jsonl"), "Its first line is damaged."),)
    screen = Scenarios(
        found_cases(),
        look=lambda: Shelf(unfinished, damaged),
        on_play=nothing,
        on_resume=nothing,
        on_quit=nothing,
    )
    stage = on_stage(screen, *look)
    while screen.is_reading:
        stage.tick(0.0)
    return stage


def _briefed(*look: Any) -> Stage:
    stage = _cases(*look)
    card = next(widget for widget in stage.tree.walk() if widget.key == "case-lost-reservation")
    card.on_press()  # type: ignore[attr-defined]
    stage.tick(0.0)
    return stage


def debriefing(*choices: str) -> Debriefing:
    """The debrief of a play of those choices."""
    played = session("graded")
    for choice in choices:
        played.take(choice, 0) if choice else played.fall_silent(0)
    book = compile_scenario(lost_reservation())
    debrief = review(book, solve(book), Journal(played.journal.head, played.journal.records))
    return Debriefing(debrief, find_scenarios([SCENARIOS]).habits, on_again=nothing, on_done=nothing)


def _debrief(*look: Any) -> Stage:
    return play_on(on_stage(debriefing("lobby/deposit", "", "search/kitchen-room"), *look))


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
    found = mirror(compile_scenario(lost_reservation()), played.journal)
    return Mirroring(found, **{"on_done": nothing, "on_keep": nothing, **ways})


_MIRRORED = ("lobby/listen", "", "search/honest")


def _mirror(*look: Any) -> Stage:
    return play_on(on_stage(mirroring(*_MIRRORED), *look))


def _mirror_guessed(*look: Any) -> Stage:
    return play_on(on_stage(mirroring(*_MIRRORED), *look), Digit(5))


def _mirror_closing(*look: Any) -> Stage:
    return play_on(on_stage(mirroring(*_MIRRORED), *look), *(Digit(each) for each in (4, 1, 2, 1, 6, 1)))


SCREENS: dict[str, Callable[..., Stage]] = {
    "cases": _cases,
    "briefing": _briefed,
    "opening": _opening,
    "timed": _timed,
    "ended": _ended,
    "pause": _paused,
    "debrief": _debrief,
    "mirror": _mirror,
    "mirror-guessed": _mirror_guessed,
    "mirror-closing": _mirror_closing,
    "preview": _previewed,
    "preview-findings": _previewed_findings,
    "preview-scenes": _previewed_scenes,
    "preview-facts": _previewed_facts,
    "preview-saved": _told_of_a_save,
    "preview-waiting": _waiting,
}
"""By name, what makes the stage from size, palette and text size."""


def shown(stage: Stage) -> str:
    """All that the stage has to read, a widget a line."""
    return "\n".join(widget.name for widget in stage.tree.walk())
