"""Catalogues of translations are read strictly, and nothing in them is lost."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.loader.po import PoEntry, read_po, read_po_text
from tests.diagnostics.pages import Example, Place, examples

WHOLE = """\
# German, by hand.
msgid ""
msgstr ""
"Language: de\\n"
"X-Of-A-Tool: kept\\n"

#  Two words, or three?
#
#  Two words, or three?
#. Reto says this.
#: mine.yaml:3 mine.yaml:9
#, fuzzy, no-wrap
#| msgctxt "hello/says"
#| msgid ""
#| "Good "
#| "day."
msgctxt "hello/says"
msgid "Good morning."
msgstr ""
"Guten \\"Morgen\\",\\n"
"\\\\o/\\t."

# Once it was said.
#~ msgctxt "hello/says"
#~ msgid "Bye."
#~ msgstr "Tschüss."

# The end.
"""


def only(text: str) -> PoEntry:
    """The only entry of a catalogue."""
    file = read_po_text(text, "de.po").file
    assert file is not None
    (entry,) = file.entries
    return entry


def test_all_that_stands_in_a_catalogue_is_read() -> None:
    """Comments that repeat themselves, fields of other tools, previous and obsolete sentences."""
    file = read_po_text(WHOLE, "de.po").file
    assert file is not None
    assert file.header is not None
    assert file.header.comments == (" German, by hand.",)
    assert file.header.translation == "Language: de\nX-Of-A-Tool: kept\n"
    assert file.tail == (" The end.",)
    assert file.entries == (
        PoEntry(
            "hello/says",
            "Good morning.",
            'Guten "Morgen",\n\\o/\t.',
            ("  Two words, or three?", "", "  Two words, or three?"),
            ("Reto says this.",),
            ("mine.yaml:3", "mine.yaml:9"),
            ("fuzzy", "no-wrap"),
            "Good day.",
            line=18,
        ),
        PoEntry("hello/says", "Bye.", "Tschüss.", (" Once it was said.",), is_obsolete=True, line=25),
    )


@pytest.mark.parametrize("newline", ["\r\n", "\r"])
def test_other_line_ends_change_nothing(newline: str) -> None:
    """Windows and old editors are welcome; places stay right."""
    one, other = read_po_text(WHOLE, "de.po").file, read_po_text(WHOLE.replace("\n", newline), "de.po").file
    assert one is not None
    assert other is not None
    assert one.entries == other.entries


def test_a_sentence_without_a_name_is_read() -> None:
    """Not every tool writes a context."""
    assert only('msgid "Yes."\nmsgstr "Ja."\n').key == ("", "Yes.")


def test_a_previous_obsolete_sentence_is_read() -> None:
    """Tools write `#~|` above an obsolete sentence that was reworded before."""
    entry = only('#~| msgid "Bye bye."\n#~ msgctxt "a"\n#~ msgid "Bye."\n#~ msgstr "Tschüss."\n')
    assert (entry.previous, entry.original, entry.is_obsolete) == ("Bye bye.", "Bye.", True)


def test_only_what_is_translated_and_certain_is_usable() -> None:
    """Fuzzy, obsolete and empty translations are for translators only."""
    usable = PoEntry("", "Yes.", "Ja.")
    assert usable.is_usable
    assert not usable._replace(translation="").is_usable
    assert not usable._replace(flags=("fuzzy",)).is_usable
    assert not usable._replace(is_obsolete=True).is_usable


OWN = [example for example in examples("po") if example.code == "bad-catalogue"]


@pytest.mark.parametrize("example", OWN, ids=str)
def test_an_example_of_a_page_gives_what_the_page_says(example: Example) -> None:
    """The wrong example gives the finding of its page at the marked place, the right one gives nothing."""
    reading = read_po_text(example.text, "de.po")
    told = [(each.code, Place(each.span.line, each.span.column, each.span.end_column)) for each in reading.diagnostics]
    assert told == ([(example.code, example.place)] if example.is_wrong else [])
    assert (reading.file is None) == example.is_wrong


def test_every_fault_is_told_and_what_comes_of_one_is_not() -> None:
    """After a line that cannot be read, the next sentence is read as if nothing had been."""
    text = 'msgid Yes.\nmsgstr "Ja."\n\nmsgid "No."\nmsgstr "Nein."\n\nmsgid "Well.\nmsgstr "Nun ja."\n'
    assert [each.span.line for each in read_po_text(text, "de.po").diagnostics] == [1, 7]


def test_a_file_that_is_no_catalogue_is_not_told_to_its_end() -> None:
    """Twenty faults are enough for anybody."""
    assert len(read_po_text("Not a catalogue.\n" * 10_000, "de.po").diagnostics) == 20


@pytest.mark.parametrize(
    ("text", "code"),
    [
        (b'msgid "Caf\xe9"\nmsgstr "x"\n', "not-utf8"),
        (b"\xff\xfem\0s\0", "not-utf8"),
        (b"\0\0", "not-text"),
        (b'msgid "\x1b[1m"\nmsgstr "x"\n', "control-character"),
        (b"#" * 8 * 1024 * 1024 + b"#", "file-too-large"),
    ],
)
def test_what_is_wrong_with_the_file_is_told_like_that_of_a_scenario(text: bytes, code: str) -> None:
    """One way to say that a file is not UTF-8."""
    reading = read_po_text(text, "de.po")
    assert [each.code for each in reading.diagnostics] == [code]
    assert all(each.message and each.hint for each in reading.diagnostics)
    assert reading.file is None


def test_a_file_that_is_not_there_is_told(tmp_path: Path) -> None:
    """Nothing is raised, whatever lies at the place."""
    (told,) = read_po(tmp_path / "de.po").diagnostics
    assert told.code == "file-missing"
    (told,) = read_po(tmp_path).diagnostics
    assert told.code == "file-is-folder"


@given(st.lists(st.sampled_from(WHOLE.splitlines()), max_size=30))
def test_lines_in_any_order_raise_nothing(lines: list[str]) -> None:
    """A file edited by hand can be wrong in every way, and each is told with a place in it."""
    text = "\n".join(lines)
    reading = read_po_text(text, "de.po")
    assert all(1 <= each.span.line <= max(1, len(lines)) for each in reading.diagnostics)
    assert (reading.file is None) == bool(reading.diagnostics)
    assert all(each.message and each.hint for each in reading.diagnostics)
