"""Every sentence of the program that is translated, as it stands in the code."""

from __future__ import annotations

import ast
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

from jinja2 import Environment, nodes

from game.commands import COMMANDS
from game.texts import diagnostics, set_up
from game.texts.reasons import REASONS
from game.texts.wording import Wording

__all__ = ["CATALOGUES", "ROOT", "Said", "catalogue_of", "said", "said_through_a_name"]

ROOT = Path(__file__).parents[2]
CATALOGUES = ("players", "trainers", "server")
"""The first is read by every start in another language than English, the others when they are needed."""

_FOR_TRAINERS = (
    "game/diagnostics/",
    "game/solver/",
    "game/terminal/preview/",
    "game/terminal/solving.py",
    "game/texts/",
    "game/trainer/",
    "game/window/preview.py",
    "game/window/screens/preview/",
)
"""Where only trainers' sentences stand; commands are not here, for every start builds the parser of each."""
_FOR_SERVERS = ("game/leaderboard/", "game/records/league/")
"""Where only a server speaks, templates of pages among it."""
_FOR_PLAYERS = ("game/texts/figures.py", "game/texts/moods.py", "game/texts/set_up.py")

_TABLES: Mapping[str, Iterable[str]] = {
    "game/records/league/refused.py": [],  # where each is refused, its sentence stands
    "game/__main__.py": [command.SUMMARY for command in COMMANDS.values()],
    "game/diagnostics/diagnostic.py": [Wording("", "").way, Wording("", "").at_once],
    "game/texts/diagnostics.py": [
        diagnostics._NEAREST,
        diagnostics._LINE,
        diagnostics._LINES,
        *(words for wording in diagnostics._WORDINGS.values() for words in wording),
        *REASONS.values(),
    ],
    "game/texts/set_up.py": [set_up._UNKNOWN, *(words for _pattern, words in set_up._TROUBLES)],
}
"""What is said through a name and not where it stands, by the file that says it."""


class Said(NamedTuple):
    """A sentence, and the file that says it."""

    words: str
    path: str


def said() -> Iterator[Said]:
    """Every sentence, in the order of the files and in that of each file; some more than once."""
    for path, call in _calls():
        words = call.args[0]
        if isinstance(words, ast.Constant) and isinstance(words.value, str):
            yield Said(words.value, path)
        elif path in _TABLES:
            yield from (Said(words, path) for words in _TABLES[path] if words)
    yield from (Said(words, path) for path, _line, words in _refusals() if words is not None)
    yield from (Said(words, page) for page, words in _said_on_pages() if words is not None)


def said_through_a_name() -> Iterator[str]:
    """Places where something is said that no file can be read for, and that is not known either."""
    for path, call in _calls():
        is_read = len(call.args) == 1 and isinstance(call.args[0], ast.Constant) and isinstance(call.args[0].value, str)
        if not is_read and path not in _TABLES:
            yield f"{path}:{call.lineno}"
    yield from (f"{path}:{line}" for path, line, words in _refusals() if words is None)
    yield from (path for path, words in _said_on_pages() if words is None)


def catalogue_of(path: str) -> str:
    """The catalogue in which a file's sentences are translated."""
    if path.startswith(_FOR_SERVERS):
        return "server"
    is_for_trainers = path.startswith(_FOR_TRAINERS) and path not in _FOR_PLAYERS
    return "trainers" if is_for_trainers else "players"


def _refusals() -> Iterator[tuple[str, int, str | None]]:
    """Every sentence of a server's refusal, worded when it is told; its file and line, None where it is no sentence."""
    for path, call in _calls("Refused"):
        if not path.startswith(_FOR_SERVERS):  # others are called so too
            continue
        words = call.args[1] if len(call.args) == 2 else None
        value = words.value if isinstance(words, ast.Constant) else None
        yield path, call.lineno, value if isinstance(value, str) else None


def _calls(name: str = "_") -> Iterator[tuple[str, ast.Call]]:
    """Every call of a function, and its file."""
    for file in (*sorted((ROOT / "game").rglob("*.py")), ROOT / "main.py"):
        path = file.relative_to(ROOT).as_posix()
        calls = [
            node
            for node in ast.walk(ast.parse(file.read_text(encoding="utf-8")))
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == name
        ]
        yield from ((path, call) for call in sorted(calls, key=lambda call: (call.lineno, call.col_offset)))


def _said_on_pages() -> Iterator[tuple[str, str | None]]:
    """Every sentence of a page's template, and its file; None for what is said through a name."""
    for file in sorted((ROOT / "game").rglob("*.html")):
        tree = Environment().parse(file.read_text(encoding="utf-8"))
        for call in tree.find_all(nodes.Call):
            if isinstance(call.node, nodes.Name) and call.node.name == "_":
                words = call.args[0] if len(call.args) == 1 else None
                value = words.value if isinstance(words, nodes.Const) else None
                yield file.relative_to(ROOT).as_posix(), value if isinstance(value, str) else None
