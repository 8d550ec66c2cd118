"""From a text or a file to a scenario."""

from __future__ import annotations

from pathlib import Path

import pytest

from game.loader import read_file, read_habits, read_text
from game.scenario.model import Habit
from game.scenario.revision import revision
from tests.diagnostics.pages import HABITS, completed
from tests.loader.told import read, scenario_of, told

WHOLE = completed("")


def test_a_good_text_is_a_scenario() -> None:
    """Nothing is told of it."""
    reading = read_text(WHOLE, "case.yaml", HABITS)
    assert reading.scenario is not None
    assert reading.scenario.title == "A case"
    assert reading.diagnostics == ()
    assert reading.source == WHOLE


def test_bytes_and_files_are_read_like_texts(tmp_path: Path) -> None:
    """However they come, the same words are the same scenario."""
    file = tmp_path / "case.yaml"
    file.write_bytes(WHOLE.encode())
    readings = [
        read_text(WHOLE, "case.yaml"),
        read_text(WHOLE.encode(), "case.yaml"),
        read_file(file),
        read_file(str(file)),
    ]
    assert len({revision(reading.scenario) for reading in readings if reading.scenario}) == 1
    assert all(reading.scenario for reading in readings)


def test_comment_line_ending_mark_and_order_of_keys_change_no_revision() -> None:
    """A word does."""
    first = read_text(WHOLE, "a").scenario
    turned = "".join(reversed([f"{piece}\n" for piece in ("channel: phone", "language: en", "title: A case")]))
    same = [
        "# a comment\n" + WHOLE,
        WHOLE.replace("phone", "phone   # a comment"),
        WHOLE.replace("\n", "\r\n"),
        WHOLE.replace("\n", "\r"),
        "\ufeff" + WHOLE,
        completed(turned),
        WHOLE.replace("title: A case", 'title: "A case"'),
    ]
    assert first is not None
    for text in same:
        scenario = read_text(text, "b").scenario
        assert scenario is not None
        assert revision(scenario) == revision(first)
    other = read_text(WHOLE.replace("Goodbye", "Bye"), "c").scenario
    assert other is not None
    assert revision(other) != revision(first)


def test_an_error_keeps_a_file_from_being_a_scenario_and_a_warning_does_not() -> None:
    """What is only doubtful can be played."""
    doubtful = read("scenes:\n  hello:\n    says: [Good morning, what is it?]\n    goto: bye\n")
    assert [finding.severity for finding in doubtful.diagnostics] == ["warning"]
    assert doubtful.scenario is not None
    assert read("level: 9\n").scenario is None


def test_all_faults_are_told_at_once_in_the_order_of_their_places() -> None:
    """Faults of syntax, of keys, of values and of names, each where it stands."""
    assert told(
        "level: nine\n"
        "colour: red\n"
        "scenes:\n"
        "  hello:\n"
        "    says: One thing: I will.\n"
        "    choices:\n"
        "      - say: 'tis fine.\n"
        "        when: mood > \n"
        "        goto: by\n"
        "      - do: nothing\n"
        "        say: nothing\n"
        "        goto: bye # a comment\n"
    ) == [
        ("not-a-number", "nine"),
        ("unknown-key", "colour"),
        ("colon-in-speech", ":"),
        ("unclosed-quote", "'"),
        ("bad-condition", "mood >"),
        ("unknown-scene", "by"),
        ("keys-exclude", "say"),
    ]


def test_without_habits_their_names_are_not_looked_at() -> None:
    """A missing habits.yaml makes no scenario faulty."""
    text = completed("scenes:\n  hello:\n    choices:\n      - say: Hello.\n        habit: any\n        goto: bye\n")
    assert read_text(text, "a.yaml").scenario is not None
    assert [finding.code for finding in read_text(text, "a.yaml", ()).diagnostics] == ["unknown-habit"]


def test_speech_is_never_data() -> None:
    """Every scalar is the text that stands in the file."""
    words = ["no", "12:30", "1e3", "0x1f", "~", "null", "2024-01-01", "1_000", "yes", ".inf", "<<", "="]
    lines = "".join(f"      - {word}\n" for word in words)
    scenario = scenario_of(f"scenes:\n  hello:\n    says:\n{lines}    goto: bye\n")
    assert [line.text for line in scenario.scenes["hello"].says] == words


def test_numbers_are_read_where_the_format_asks_for_one() -> None:
    """With a sign or without, in quotes or without."""
    for number in ("+2", "2", '"2"', "02"):
        assert scenario_of(f"customer:\n  name: Reto\n  mood: {number}\n").customer.mood == 2


def test_what_is_no_scenario_is_told_in_one_sentence() -> None:
    """Nobody wants fifty findings on a shopping list."""
    for text in ("milk\nbread: two\n", "- a\n- b\n", "services:\n  web: *x\n", "[1, 2]: x\n"):
        assert [finding.code for finding in read_text(text, "list.yaml").diagnostics] == ["not-a-scenario"]


HABITS_FILE = """
listening:
  name: Listening
  kind: virtue
  text: You hear it before you answer.
  from: [party, mirror]
excuses:
  name: Excuses
  kind: vice
  text: Somebody else did it.
"""


def test_habits_are_read_by_key(tmp_path: Path) -> None:
    """With the same care as scenarios."""
    file = tmp_path / "habits.yaml"
    file.write_text(HABITS_FILE, encoding="utf-8")
    reading = read_habits(file)
    assert reading.diagnostics == ()
    assert list(reading.habits) == ["listening", "excuses"]
    assert reading.habits["listening"] == Habit(
        name=reading.habits["listening"].name,
        kind="virtue",
        text=reading.habits["listening"].text,
        sources=reading.habits["listening"].sources,
    )
    assert reading.habits["listening"].sources == ("party", "mirror")


def test_faulty_habits_are_told_and_left_out(tmp_path: Path) -> None:
    """And a missing file is told like any other."""
    file = tmp_path / "habits.yaml"
    file.write_text(HABITS_FILE.replace("vice", "vise"), encoding="utf-8")
    assert [finding.code for finding in read_habits(file).diagnostics] == ["unknown-word"]
    assert read_habits(file).habits == {}
    missing = read_habits(tmp_path / "no.yaml")
    assert [finding.code for finding in missing.diagnostics] == ["file-missing"]
    assert missing.habits == {}


@pytest.mark.parametrize("text", ["", "\n\n", "# nothing\n", "---\n"])
def test_an_empty_file_is_told(text: str) -> None:
    """Blank lines and comments are nothing."""
    assert [finding.code for finding in read_text(text, "a.yaml").diagnostics] == ["empty-file"]
