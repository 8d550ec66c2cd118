"""What `check --fix` mends."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.loader import Reading, read_file, read_text
from game.scenario.names import is_name
from game.trainer.check.fixing import fix, with_ids
from game.trainer.check.ids import new_ids
from tests.diagnostics.pages import completed

CASE = completed(
    """\
scenes:
  hello:   # the first
    says: Good morning.
    choices:
      # one
      - say: I will read the five notes.{blanks}
        goto: bye
      -   do: Put him through.
          when: not taken hello/1
          goto: bye
      - id: own
        say: Ähnlich wie du!
        goto:
          - when: taken hello/1 and (taken hello/2 or taken hello/own) or taken hello/1
            to: bye
          - bye
      - {say: Yes, goto: bye}
""".replace("{blanks}", "   ")
)


def reading_of(text: str) -> Reading:
    """A reading that holds a scenario."""
    reading = read_text(text, "a.yaml")
    assert reading.scenario is not None, reading.diagnostics
    return reading


def test_ids_are_written_and_nothing_else_is_touched() -> None:
    """Comments, blanks and quotes stay; where a choice is asked for by its number, its new name is asked for."""
    after = with_ids(reading_of(CASE))
    assert after == (
        CASE.replace("- say: I will", "- id: read-five-notes\n        say: I will")
        .replace("-   do: Put", "-   id: put-him-through\n          do: Put")
        .replace("hello/1", "hello/read-five-notes")
        .replace("hello/2", "hello/put-him-through")
        .replace("{say: Yes", "{id: yes, say: Yes")
    )


@pytest.mark.parametrize("line_break", ["\n", "\r\n"])
@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
def test_line_breaks_and_the_byte_order_mark_stay(tmp_path: Path, line_break: str, mark: bytes) -> None:
    """A file from another system stays one."""
    path = tmp_path / "a.yaml"
    path.write_bytes(mark + CASE.replace("\n", line_break).encode())
    assert fix(path, read_file(path)) == "3 ids written."
    expected = with_ids(reading_of(CASE))
    assert expected is not None
    assert path.read_bytes() == mark + expected.replace("\n", line_break).encode()
    assert fix(path, read_file(path)) is None


def test_a_file_that_has_just_changed_is_left_alone(tmp_path: Path) -> None:
    """What somebody saved meanwhile is not lost."""
    path = tmp_path / "a.yaml"
    path.write_text(CASE, encoding="utf-8")
    reading = read_file(path)
    path.write_text("title: another\n", encoding="utf-8")
    told = fix(path, reading)
    assert told is not None
    assert "just changed" in told
    assert path.read_text(encoding="utf-8") == "title: another\n"


def test_a_file_that_cannot_be_written_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """With the system's reason, and as it was."""
    path = tmp_path / "a.yaml"
    path.write_text(CASE, encoding="utf-8")

    def refuse(_descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", refuse)
    assert fix(path, read_file(path)) == "no ids could be written: No space left on device."
    assert path.read_text(encoding="utf-8") == CASE
    assert list(tmp_path.iterdir()) == [path]


def test_a_faulty_case_is_left_alone(tmp_path: Path) -> None:
    """What cannot be read cannot be mended with certainty."""
    path = tmp_path / "a.yaml"
    path.write_text(CASE + "levle: 2\n", encoding="utf-8")
    assert fix(path, read_file(path)) is None


LETTERS = st.characters(codec="utf-8", exclude_categories=["Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"])


@given(st.lists(st.text(LETTERS, min_size=1).filter(str.strip), min_size=1, max_size=5))
def test_whatever_is_said_gives_names_of_its_own(said: list[str]) -> None:
    """Well spelt, no two alike, and the case is the same but for them."""
    lines = "".join(f"      - say: '{words.replace(chr(39), chr(39) * 2)}'\n        goto: bye\n" for words in said)
    reading = read_text(completed(f"scenes:\n  hello:\n    says: Hi.\n    choices:\n{lines}"), "a.yaml")
    if reading.scenario is None:
        return  # words the format has other things to say about
    ids = new_ids(reading.scenario)
    assert len(set(ids.values())) == len(said)
    assert all(map(is_name, ids.values()))
    after = with_ids(reading)
    assert after is not None
    assert not new_ids(reading_of(after).scenario)  # type: ignore[arg-type]
