"""Catalogues are written as gettext's tools read them, and nothing is lost on the way."""

from __future__ import annotations

import io
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest
from babel.messages.pofile import read_po as babel_reads
from hypothesis import given
from hypothesis import strategies as st

from game.loader import find_scenarios
from game.loader.po import PoEntry, PoFile, read_po_text
from game.paths import shipped_scenarios
from game.trainer.translate.translating import translate
from game.trainer.translate.writing import po_text

LONG = "It sounds like method, and five people have greeted him with it. The answers stand on your screen, five times."

_TEXT = st.text(st.sampled_from('abc "\\\n\t%{}é–„“日'), min_size=1, max_size=200)
_LINE = st.text(st.sampled_from('ab "#|~,:.é'), max_size=20).map(str.strip)
_ENTRIES = st.lists(
    st.builds(
        PoEntry,
        st.sampled_from(["", "call/says", "call/ask/because"]),
        _TEXT,
        st.one_of(st.just(""), _TEXT),
        comments=st.lists(_LINE.map(lambda line: f" {line}".rstrip()), max_size=3).map(tuple),
        notes=st.lists(_LINE.filter(bool), max_size=2).map(tuple),
        references=st.sampled_from([(), ("mine.yaml",), ("mine.yaml:3", "mine.yaml:9")]),
        flags=st.sampled_from([(), ("fuzzy",), ("fuzzy", "no-wrap")]),
        previous=st.one_of(st.just(""), _TEXT),
        is_obsolete=st.booleans(),
        line=st.just(0),
    ),
    unique_by=lambda entry: entry.key,
    max_size=6,
)


def read(text: str) -> PoFile:
    """A catalogue without the lines it stands in."""
    file = read_po_text(text, "de.po").file
    assert file is not None
    header = None if file.header is None else file.header._replace(line=0)
    return file._replace(header=header, entries=tuple(entry._replace(line=0) for entry in file.entries))


@given(_ENTRIES)
def test_what_is_written_is_read_again(entries: list[PoEntry]) -> None:
    """Every text, comment, flag and previous sentence, however long and whatever its letters."""
    header = PoEntry("", "", "Language: de\n", comments=(" By hand.",))
    file = PoFile(header, tuple(entries), (" The end.",))
    assert read(po_text(file)) == file


@given(_ENTRIES)
def test_babel_reads_the_same(entries: list[PoEntry]) -> None:
    """The sentences and their translations, by another reader."""
    entries = [entry._replace(previous="", is_obsolete=False) for entry in entries]
    catalog = babel_reads(io.StringIO(po_text(PoFile(PoEntry("", "", "Language: de\n"), tuple(entries)))))
    told = {(message.context or "", message.id): message.string for message in catalog if message.id}
    assert told == {entry.key: entry.translation for entry in entries}


def test_an_entry_is_written_as_translators_know_it() -> None:
    """Comments, notes, references, flags, the previous sentence, name, sentence, translation."""
    entry = PoEntry(
        "call/ask",
        LONG,
        "Kurz.",
        (" Sie, nicht du.",),
        ("Lea says this.",),
        ("mine.yaml",),
        ("fuzzy",),
        LONG.upper(),
    )
    assert po_text(PoFile(None, (entry, PoEntry("a", "Bye.", "Tschüss.", is_obsolete=True)))) == (
        "# Sie, nicht du.\n"
        "#. Lea says this.\n"
        "#: mine.yaml\n"
        "#, fuzzy\n"
        '#| msgid ""\n'
        '#| "IT SOUNDS LIKE METHOD, AND FIVE PEOPLE HAVE GREETED HIM WITH IT. THE "\n'
        '#| "ANSWERS STAND ON YOUR SCREEN, FIVE TIMES."\n'
        'msgctxt "call/ask"\n'
        'msgid ""\n'
        '"It sounds like method, and five people have greeted him with it. The answers"\n'
        '" stand on your screen, five times."\n'
        'msgstr "Kurz."\n'
        "\n"
        '#~ msgctxt "a"\n'
        '#~ msgid "Bye."\n'
        '#~ msgstr "Tschüss."\n'
    )


def test_line_ends_stay_as_they_are() -> None:
    """An editor on Windows wrote the file."""
    text = po_text(PoFile(None, (PoEntry("a", "Yes.", "Ja."),), (), "\r\n"))
    assert text.count("\r\n") == text.count("\n") == 3


@pytest.mark.skipif(shutil.which("msgfmt") is None, reason="GNU gettext is not installed: no msgfmt to check with")
def test_gettext_finds_nothing_wrong_with_the_catalogues_of_the_curriculum(tmp_path: Path) -> None:
    """`msgfmt --check` says nothing, neither of new catalogues nor of those with fuzzy and obsolete sentences."""
    for path in find_scenarios([shipped_scenarios()]).paths.values():
        shutil.copy(path, tmp_path)
    shutil.copy(shipped_scenarios() / "habits.yaml", tmp_path)
    translate("de", (), [tmp_path], io.StringIO())
    for path in (tmp_path / "locale" / "de").glob("*.po"):
        file = read(path.read_text(encoding="utf-8"))
        kinds: tuple[dict[str, Any], ...] = (
            {},
            {"flags": ("fuzzy",), "previous": LONG},
            {"is_obsolete": True, "previous": LONG},
        )
        entries = tuple(
            entry._replace(translation=f"{entry.original} 100 % sicher", **kinds[number % 3])
            for number, entry in enumerate(file.entries)
        )
        path.write_text(po_text(file._replace(entries=entries)), encoding="utf-8")
        checked = subprocess.run(
            ["msgfmt", "--check", "--verbose", "--output-file", str(tmp_path / "de.mo"), str(path)],
            capture_output=True,
            text=True,
            check=False,
            env={"LC_ALL": "C.UTF-8", "PATH": str(Path(shutil.which("msgfmt") or "").parent)},
        )
        assert checked.returncode == 0, checked.stderr
        assert len(checked.stderr.splitlines()) == 1, checked.stderr
        assert "fuzzy translation" in checked.stderr
