"""A file to text: whatever is in the way is told in one sentence, and nothing blocks."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from game.loader import read_file, read_text
from game.loader.contents import LARGEST, contents_of_file, contents_of_text


def _codes(path: Path | str) -> list[str]:
    return [finding.code for finding in read_file(path).diagnostics]


def test_a_huge_file_is_told_by_its_size_and_not_read(tmp_path: Path) -> None:
    """A gigabyte takes no longer than a byte."""
    file = tmp_path / "huge.yaml"
    with file.open("wb") as out:
        out.truncate(1024**3)
    assert _codes(file) == ["file-too-large"]
    assert contents_of_file(file, "huge.yaml").source.text == ""


def test_a_text_of_a_mebibyte_is_read_and_one_byte_more_is_not() -> None:
    """The limit counts bytes, not letters."""
    fits = "#" * LARGEST
    assert contents_of_text(fits, "a").found == ()
    assert [finding.code for finding in contents_of_text(fits + "#", "a").found] == ["file-too-large"]
    assert [finding.code for finding in contents_of_text("é" * LARGEST, "a").found] == ["file-too-large"]
    assert [finding.code for finding in contents_of_text(b"#" * (LARGEST + 1), "a").found] == ["file-too-large"]


def test_a_file_that_grows_while_it_is_read_is_too_large(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Its size was looked at before."""
    file = tmp_path / "growing.yaml"
    file.write_bytes(b"#")
    looked_at = file.stat()
    file.write_bytes(b"#" * (LARGEST + 5))
    monkeypatch.setattr(Path, "stat", lambda *_args, **_kwargs: looked_at)
    assert _codes(file) == ["file-too-large"]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no pipes among its files")
def test_pipes_and_devices_are_not_opened(tmp_path: Path) -> None:
    """Reading one could go on for ever."""
    os.mkfifo(tmp_path / "pipe.yaml")
    assert _codes(tmp_path / "pipe.yaml") == ["file-is-special"]
    assert _codes("/dev/zero") == ["file-is-special"]


def test_names_that_cannot_be_files_are_told(tmp_path: Path) -> None:
    """Too long, with a zero byte, behind a file instead of a folder, or up and away."""
    (tmp_path / "a.yaml").write_text("", encoding="utf-8")
    assert _codes(tmp_path / ("x" * 300 + ".yaml")) == ["file-unreadable"]
    assert _codes("zero\0byte.yaml") == ["file-unreadable"]
    assert _codes(tmp_path / "a.yaml" / "b.yaml") == ["file-missing"]
    assert _codes(tmp_path / ".." / ".." / "no" / "such.yaml") == ["file-missing"]
    assert _codes(tmp_path) == ["file-is-folder"]


def test_the_reason_of_the_system_is_told(tmp_path: Path) -> None:
    """So that one can look it up."""
    (finding,) = read_file(tmp_path / ("x" * 300)).diagnostics
    assert str(finding.values["reason"]) in finding.message
    assert len(str(finding.values["reason"])) > 3


def test_a_byte_order_mark_is_passed_over() -> None:
    """Windows puts one in front; places do not count it."""
    for mark in (b"\xef\xbb\xbf", ""):
        text = mark + b"level: 9" if isinstance(mark, bytes) else "\ufefflevel: 9"
        found = [finding for finding in read_text(text, "a").diagnostics if finding.code == "out-of-range"]
        assert [finding.span.column for finding in found] == [8]


def test_the_first_letter_that_is_no_utf8_is_marked_and_the_rest_is_read() -> None:
    """A file in an old encoding gets all its other findings too."""
    found = read_text(b"title: Gr\xfc\xdfe\nlevel: 9\nx: \xff\n", "a").diagnostics
    places = {finding.code: (finding.span.line, finding.span.column) for finding in found}
    assert places["not-utf8"] == (1, 10)
    assert places["out-of-range"] == (2, 8)
    assert places["unknown-key"] == (3, 1)


def test_the_first_invisible_character_of_each_line_is_told() -> None:
    """A line that is full of them needs one sentence."""
    found = contents_of_text("a\x01b\x02\n\u200bc\nd\u2028\x85\ne\ud800", "a")
    assert [(finding.span.line, finding.span.column, finding.values["character"]) for finding in found.found] == [
        (1, 2, "U+0001"),
        (3, 2, "U+2028"),
        (4, 2, "U+D800"),
    ]
    assert found.text == "a b \n\u200bc\nd  \ne "


def test_the_text_for_the_parser_is_as_long_as_the_file() -> None:
    """So that every place is a place in both."""
    text = "a:\tb\t\r\n c\r\td\x00\ue000\n"
    found = contents_of_text(text, "a")
    assert len(found.text) == len(text)
    assert found.text == "a: b \r\n c\n\td \ue000\n"


def test_a_tab_between_words_is_a_space() -> None:
    """In whatever way the sentence is written, and with either parser."""
    reading = read_text("title: A\tB\nsummary: 'C\tD'\n", "a")
    assert {finding.code for finding in reading.diagnostics} == {"missing-key"}


@pytest.mark.parametrize("encoding", ["utf-16", "utf-32", "utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be"])
def test_wide_letters_are_told_as_what_they_are(encoding: str) -> None:
    """With the mark that says so and without, as some editors save them; whatever the language."""
    for text in ("title: A case\nlanguage: en\n", "title: Случай\r\nlanguage: ru\r\n"):
        (finding,) = contents_of_text(text.encode(encoding), "a").found
        assert (finding.code, finding.values) == ("not-utf8", {"variant": "utf-16"})


@pytest.mark.parametrize("data", [b"\0", b"MZ\0\1\0\0", b"title: A\0case\n", b"t\0i\0t\0l\0e\0", b"\0\0\0\0"])
def test_other_zero_bytes_are_no_text(data: bytes) -> None:
    """A program, a picture, a broken disk."""
    assert [finding.code for finding in contents_of_text(data, "a").found] == ["not-text"]


@pytest.mark.skipif(os.name == "nt", reason="names are text on Windows")
def test_a_name_that_is_no_text_is_told(tmp_path: Path) -> None:
    """What is kept of a case names it, so nothing could be."""
    file = Path(os.fsdecode(os.fsencode(tmp_path / "case") + b"\xff.yaml"))
    file.write_text("title: A case\n", encoding="utf-8")
    (told,) = read_file(file).diagnostics
    assert told.code == "file-name"
    assert "letters that cannot be read" in told.message
