"""What takes long to import is imported when it is needed."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]

_FIRST_FRAME = """
import os, sys
os.environ["SDL_VIDEODRIVER"] = "dummy"
from game.window.app import App
late = ("sqlalchemy", "alembic", "mako")
def once(app, *_arguments, **_more):
    app.paint()
    print([name for name in late if name in sys.modules])
App.run = once
from game.__main__ import main
main(["play", *sys.argv[1:]])
"""
_PLAY = """
import sys
from game.records import begin, current_person, last_settings, resume, shelf, unkept
from tests.callback import CALLBACK
from game.session.compiler import compile_scenario
last_settings()
with begin(compile_scenario(CALLBACK), "callback", "practice", 7) as kept:
    kept.session.take("call/look", 1)
resume(shelf().unfinished[0].path).close()
print([name for name in ("sqlalchemy", "alembic", "sqlite3", "game.solver") if name in sys.modules])
"""
_OPEN = """
import sys
from game.records import open_records
print(open_records().current().name)
print([name for name in ("alembic", "game.solver") if name in sys.modules])
"""


def answered(program: str, *arguments: str) -> list[str]:
    """What a program says, in a process of its own."""
    command = [sys.executable, "-c", program, *arguments]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=120, check=True)
    return done.stdout.splitlines()


def test_the_first_frame_waits_for_no_database() -> None:
    """Neither the window's first screen nor a named case."""
    assert answered(_FIRST_FRAME)[-1] == "[]"
    assert answered(_FIRST_FRAME, "defective-return")[-1] == "[]"


def test_a_session_is_begun_and_taken_up_without_a_database() -> None:
    """Journals and people are files."""
    assert answered(_PLAY) == ["[]"]


def test_opening_the_records_needs_no_migrations() -> None:
    """Alembic is for older databases, and the solver for results that were not kept."""
    assert answered(_OPEN) == ["Player 1", "[]"]
