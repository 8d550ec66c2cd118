"""A screen reader reads every screen, and plays a whole case, over AT-SPI alone: no key, no mouse, no picture."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from functools import partial
from pathlib import Path

import pytest

from game.debrief.transcript import entry_line
from game.session.view import Said
from game.texts import _, use_language
from game.texts.moods import mood_words
from game.window.accessibility.nodes import echoes
from game.window.widgets.textfield import TextField
from game.window.widgets.widget import Role, Widget
from game.window.wrapping import spoken
from tests.window.gallery import SCENARIOS, SCREENS, session
from tests.window.screen_reader.desk import desk, missing_here
from tests.window.screen_reader.leaving import leave
from tests.window.screen_reader.reader import PATIENCE, Node, ScreenReader

ROOT = Path(__file__).parents[2]
CASE = "The lost reservation"
NAMES = {
    Role.WINDOW: "frame",
    Role.GROUP: "panel",
    Role.LABEL: "label",
    Role.HEADING: "heading",
    Role.IMAGE: "image",
    Role.BUTTON: "button",
    Role.LOG: "log",
    Role.LIST: "list",
    Role.ITEM: "list item",
    Role.METER: "level bar",
    Role.TIMER: "timer",
    Role.STATUS: "status bar",
    Role.SCROLL: "panel",
    Role.DIALOG: "dialog",
    Role.OPTIONS: "panel",
    Role.OPTION: "radio button",
    Role.CHECK: "check box",
    Role.SWITCH: "toggle button",
    Role.SLIDER: "slider",
    Role.STEPPER: "spin button",
    Role.FIELD: "entry",
}
"""What AT-SPI calls what."""


@pytest.fixture
def environment(tmp_path: Path) -> Iterator[Mapping[str, str]]:
    """A desk with a screen reader's buses; on a build server it has to be there."""
    if not sys.platform.startswith("linux"):
        pytest.skip("screen readers listen over AT-SPI on Linux alone")
    missing = missing_here()
    if missing and os.environ.get("CI") != "true":
        pytest.skip(f"{', '.join(missing)} is not installed")
    assert not missing, f"a build server needs {', '.join(missing)}"
    with desk(tmp_path) as environment:
        yield {**environment, "GASTGEBER_HOME": str(tmp_path / "home")}


@contextmanager
def program(environment: Mapping[str, str], *words: str) -> Iterator[tuple[subprocess.Popen[str], ScreenReader]]:
    """A program that is started and read."""
    reader = ScreenReader(environment)
    command = [sys.executable, "-P", *words]
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE}  # what went wrong is shown by pytest
    env = {**environment, "PYTHONPATH": str(ROOT)}
    with subprocess.Popen(command, cwd=ROOT, env=env, text=True, **pipes) as child:  # type: ignore[call-overload]
        try:
            reader.find_program()
            yield child, reader
        finally:
            child.terminate()
            reader.close()


def test_every_screen_is_read_as_it_is_painted(environment: Mapping[str, str]) -> None:
    """The same widgets in the same order: roles, names, what can have the focus, values, and where the focus is."""
    with program(environment, "-m", "tests.window.screen_reader.showing") as (child, reader):
        assert child.stdin is not None
        assert child.stdout is not None
        for name, make in SCREENS.items():
            stage = make((1280, 800))
            print(name, file=child.stdin, flush=True)
            while child.stdout.readline().strip() != name:
                assert child.poll() is None, "the gallery stopped"
            unheard = echoes(stage.tree)
            wanted = [
                told(widget)
                for widget in stage.tree.walk()
                if widget.role not in (Role.LAYOUT, Role.WRITTEN) and widget.reader_id not in unheard
            ]
            reader.until(partial(reads, reader, wanted), f"tree of {name}, which is {wanted}")
            focus = [node.name for node in reader.nodes() if "focused" in node.states]
            assert focus == ([] if stage.focus is None else [stage.focus.name]), name


Told = tuple[str, str, bool, float | str | None]


def told(widget: Widget) -> Told:
    """What a widget has to tell."""
    value = str(widget.text) if isinstance(widget, TextField) else widget.value and float(widget.value[0])
    return NAMES[widget.role], widget.name, widget.is_focusable, value


def reads(reader: ScreenReader, wanted: list[Told]) -> bool:
    """Whether that is what the screen reader finds; behind it stand the sentences that were said unasked."""
    nodes = reader.nodes()[: len(wanted)]
    return wanted == [(node.role, node.name, "focusable" in node.states, reader.value(node)) for node in nodes]


def test_a_whole_case_is_played_by_screen_reader_alone(environment: Mapping[str, str]) -> None:
    """From the first screen through list and briefing, all that is said and chosen, to the debrief and back."""
    words = ("-m", "game", "play", "--scenarios", str(SCENARIOS))
    with program(environment, *words) as (child, reader):
        reader.wait_for("heading", "Welcome to Gastgeber")
        reader.press(reader.wait_for("button", "cases"))
        reader.press(reader.wait_for("button", CASE))
        reader.wait_for("heading", "What counts")
        reader.press(reader.wait_for("button", "Time limits: on"))
        reader.wait_for("button", "Time limits: off")
        reader.press(reader.wait_for("button", "Play for a grade"))
        chosen, written = play(reader)
        reader.listen(0.5)  # to what is still on its way
        said = lines_of(chosen)
        assert said == [words for words in reader.heard if words in said]
        assert said == [words for words in written if words in said]
        assert [words for words in reader.heard if words.startswith("Mood: ")]
        reader.wait_for("heading", "Your decisions")
        for role in ("level bar", "image", "heading"):
            assert reader.find(role) is not None, f"the debrief has no {role}"
        reader.press(reader.wait_for("button", "Back"))
        reader.wait_for("heading", "How it went")
        reader.wait_for("button", CASE)  # the result, on the first screen; it opens the debrief again
        leave(reader)
        assert child.wait(PATIENCE) == 0


def test_what_can_be_set_is_set_by_screen_reader(environment: Mapping[str, str]) -> None:
    """Options are chosen, a slider gets a figure, and the caret of a field is put between two letters."""
    with program(environment, "-m", "game", "play") as (_child, reader):
        reader.press(reader.wait_for("button", "Settings"))
        reader.press(reader.wait_for("radio button", "dark"))
        reader.until(lambda: "checked" in reader.wait_for("radio button", "dark").states, "dark screen")
        reader.set_value(reader.wait_for("slider", "Volume"), 40)
        reader.until(lambda: reader.value(reader.wait_for("slider", "Volume")) == 40, "volume of 40 %")
        reader.press(reader.wait_for("button", "Back"))
        reader.press(reader.wait_for("button", "Player 1"))
        reader.press(reader.wait_for("button", "Pseudonym and avatar"))
        field = reader.wait_for("entry")
        assert "editable" in field.states
        assert reader.value(field) == "Player 1"
        reader.put_caret(field, 3)
        reader.until(lambda: reader.caret(reader.wait_for("entry")) == 3, "caret at its place")


def test_practice_and_the_mirror_are_played_by_screen_reader_in_german(environment: Mapping[str, str]) -> None:
    """With the coach, a decision taken back, and each sentence met from the other side."""
    use_language("de")
    words = ("-m", "game", "play", "--no-timers", str(SCENARIOS / "lost-reservation.yaml"))
    with program({**environment, "LANGUAGE": "de"}, *words) as (_child, reader):
        first = hurried(reader)
        reader.press(first[0])
        reader.until(lambda: choices(reader) != first, "answer")
        hurried(reader)
        reader.press(reader.wait_for("button", _("Take the last decision back")))
        reader.until(lambda: [node.name for node in choices(reader)] == [node.name for node in first], "way back")
        while len(offered := hurried(reader)) > 1:
            reader.press(next((node for node in offered if "ehrlich" in node.name), offered[0]))
            reader.until(lambda now=offered: choices(reader) != now, "answer")  # type: ignore[misc]
        reader.wait_for("label", _("The coach"))
        reader.press(reader.wait_for("button", _("See the debrief")))
        reader.press(reader.wait_for("button", _("Look in the mirror")))
        onward, last, closing = _("Go on listening"), _("See how close you came"), _("How close you came")
        while (node := reader.until(lambda: reader.find("heading", closing) or face(reader), "face")).role == "button":
            reader.press(node)
            reader.press(reader.until(lambda: reader.find("button", onward) or reader.find("button", last), "way on"))
        reader.press(reader.wait_for("button", _("Back to the debrief")))
        reader.wait_for("heading", _("Your decisions"))
        reader.wait_for("button", _("Look in the mirror"))


def choices(reader: ScreenReader) -> list[Node]:
    """What can be pressed below the conversation, in the language of the program."""
    return [node for node in reader.inside("panel", _("Your answer")) if node.role == "button"]


def hurried(reader: ScreenReader) -> list[Node]:
    """The choices, or the way to the debrief alone, once all lines were made to appear."""

    def settled() -> list[Node]:
        if (later := reader.find("button", _("Show everything (space bar)"))) is not None:
            reader.press(later)
            return []
        end = reader.find("button", _("See the debrief"))
        return choices(reader) if end is None else [end]

    found: list[Node] = reader.until(settled, "choice")
    return found


def face(reader: ScreenReader) -> Node | None:
    """The first of the faces to choose from."""
    return next((node for node in reader.nodes() if node.role == "button" and node.name == mood_words(-3)), None)


def play(reader: ScreenReader) -> tuple[list[str], list[str]]:
    """Take the first of the choices until the case has ended; what was chosen, and what can be read back of it all."""
    chosen: list[str] = []
    while True:
        reader.until(lambda: offers(reader) or reader.find("button", "debrief"), "choice, nor an end")
        offered = offers(reader)
        if not offered:
            written = [node.name for node in reader.inside("log", "The conversation so far")]
            reader.press(reader.wait_for("button", "debrief"))
            return chosen, written
        assert "focusable" in offered[0].states
        reader.focus(offered[0])
        reader.until(lambda: "focused" in offers(reader)[0].states, "focus where it was asked for")
        reader.press(offered[0])
        chosen.append(offered[0].name)
        reader.until(partial(is_answered, reader, offered), "answer")


def offers(reader: ScreenReader) -> list[Node]:
    """The choices on offer: what can be pressed in the group of answers."""
    return [node for node in reader.inside("panel", "Your answer") if node.role == "button"]


def is_answered(reader: ScreenReader, offered: list[Node]) -> bool:
    """Whether something else is on offer by now, or nothing."""
    return [node.name for node in offers(reader)] != [node.name for node in offered]


def lines_of(chosen: list[str]) -> list[str]:
    """What is said in a play of those choices, as the rules have it."""
    twin = session("graded")
    for words in chosen:
        offer = next(offer for offer in twin.view.offers if words.strip("“”") in (offer.words, spoken(offer.words)))
        twin.take(offer.token, 0)
    return [spoken(entry_line(entry, twin.case.you.name)) for entry in twin.view.said if isinstance(entry, Said)]
