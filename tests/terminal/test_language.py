"""Cases are told in the terminal in the language asked for."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from game.scenario.revision import revision
from game.scenario.sentences import sentences
from game.session.journal import read_journal
from tests.callback import CALLBACK
from tests.terminal.conftest import CALLBACK as FILE
from tests.terminal.conftest import Run

ROOT = FILE.parents[1]
WAY = ("call/listen", "plan/promise", "next-day/call")


@pytest.fixture
def case(tmp_path: Path) -> Path:
    """The small case, with a whole catalogue beside it."""
    path = tmp_path / "cases" / "callback.yaml"
    catalogue = path.parent / "locale" / "de" / "callback.po"
    catalogue.parent.mkdir(parents=True)
    shutil.copy(FILE, path)
    entries = [
        f'msgctxt "{each.context}"\nmsgid "{each.text}"\nmsgstr "[{each.text}]"\n' for each in sentences(CALLBACK)
    ]
    catalogue.write_text("\n".join(entries), encoding="utf-8")
    return path


def test_a_play_and_its_debrief_are_told_in_the_language(run_play: Run, case: Path) -> None:
    """From the first line to the last reason."""
    ran = run_play(case=str(case), choices=WAY, language="de")
    assert ran.code == 0
    assert "[Reto Brunner]: [My line is dead again.]" in ran.out
    assert "[Lea]: [Tell me all of it.]" in ran.out
    assert "[He has waited long enough to be heard.]" in ran.out
    assert "[He stays]" in ran.out
    assert not [line for line in ran.out.splitlines() if "waited long enough" in line and "[He" not in line]


def test_the_scores_are_those_of_the_original(run_play: Run, case: Path) -> None:
    """What programs read of a play is the same in every language."""
    one, other = (
        json.loads(run_play(case=str(case), choices=WAY, json=True, language=language).out) for language in ("", "de")
    )
    assert one == other


def test_a_language_without_a_catalogue_is_told_before_the_case_begins(run_play: Run, case: Path) -> None:
    """One sentence, and the case is played in its own."""
    ran = run_play("quit", case=str(case), language="fr")
    assert ran.code == 0
    assert "This case has no translation into French, so it is told in English. It has translations" in ran.out
    assert "into: German (de)." in ran.out
    assert "Reto Brunner: My line is dead again." in ran.out


def test_a_catalogue_at_fault_is_told_with_its_place(run_play: Run, case: Path) -> None:
    """Like what is wrong with a case; it is played all the same."""
    path = case.parent / "locale" / "de" / "callback.po"
    path.write_text('msgid "Yes.\n', encoding="utf-8")
    ran = run_play("quit", case=str(case), language="de")
    assert ran.code == 0
    assert f"{path}:1:1" in ran.err
    assert "[bad-catalogue]" in ran.err
    assert "Reto Brunner: My line is dead again." in ran.out


def test_the_list_shows_cases_and_sessions_in_the_language(run_play: Run, case: Path) -> None:
    """And what is picked from it is told so, begun or taken up."""
    left = run_play("1", "quit", case=str(case), language="")
    assert left.code == 0
    folder = [case.parent]
    listed = run_play("quit", case=None, folders=folder, language="de")
    assert "1. [The callback]: practice, 1 decision" in listed.out
    assert "[The callback] (on the phone, easy)" in listed.out
    taken_up = run_play("1", "quit", "quit", case=None, folders=folder, language="de")
    assert "[Reto Brunner]" in taken_up.out


def test_a_journal_kept_in_one_language_is_replayed_in_another(
    run_play: Run, run_replay: Run, case: Path, journals: Callable[[], list[Path]]
) -> None:
    """It names the revision of the original, so that both are one play."""
    ran = run_play("1", "1", "quit", case=str(case), language="de")
    assert ran.code == 0
    (journal,) = journals()
    reading = read_journal(journal.read_bytes())
    assert reading.journal is not None
    assert reading.journal.head.revision == revision(CALLBACK)
    plain = run_replay(journal, folders=[case.parent])
    told = run_replay(journal, folders=[case.parent], language="de")
    assert "[The callback]" not in plain.out
    assert "[The callback]" in told.out
    assert (plain.code, plain.err) == (told.code, told.err)
    assert "no translation into French" in run_replay(journal, folders=[case.parent], language="fr").err


def test_what_is_to_be_typed_next_names_the_language(run_play: Run, case: Path) -> None:
    """Who goes on, or reads the debrief again, reads the same words."""
    left = run_play("1", "quit", case=str(case), language="de")
    assert re.search(r"To go on with it: .*--terminal --lang de$", left.out, re.MULTILINE)
    ended = run_play("1", "2", case=str(case), language="de")
    assert "This session is kept" in ended.out, ended.out
    assert re.search(r"To read its debrief again: .* replay \S+ --lang de$", ended.out, re.MULTILINE)
    assert "--lang" not in run_play("1", "quit", case=str(case)).out


def test_who_asks_for_no_language_does_not_wait_for_babel() -> None:
    """It is read in when a language is asked for, and not before."""
    code = "import sys; from game.__main__ import main; main(sys.argv[1:]); print('babel' in sys.modules)"
    command = [sys.executable, "-c", code, "play", str(FILE), "--choices", ",".join(WAY)]
    plain = subprocess.run(command, capture_output=True, text=True, check=True, cwd=ROOT)
    asked = subprocess.run([*command, "--lang", "en"], capture_output=True, text=True, check=True, cwd=ROOT)
    assert plain.stdout.splitlines()[-1] == "False"
    assert asked.stdout.splitlines()[-1] == "True"
