"""An editor with the real yaml-language-server behind it, as trainers have it."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from collections.abc import Sequence
from pathlib import Path
from typing import Any, NamedTuple, Self

__all__ = ["MISSING", "Completion", "Editor", "Squiggle", "server"]

VERSION = "2.0.0"
FOLDER = Path(__file__).parents[2] / "build" / "editor"
"""Where .ci/run puts the server; git does not see it."""
MISSING = (
    "yaml-language-server is not here; Node.js 22.13 or newer gets it: npm install --no-save --no-package-lock "
    f"--prefix build/editor yaml-language-server@{VERSION}"
)

Message = dict[str, Any]


class Squiggle(NamedTuple):
    """A place that the editor underlines."""

    line: int
    """From 1."""
    last_line: int
    message: str


class Completion(NamedTuple):
    """Something the editor proposes."""

    label: str
    text: str
    """What is written, with places to fill in."""
    told: str


def server() -> list[str] | None:
    """The command of the server: in the folder GASTGEBER_YAML_SERVER names, else where .ci/run puts it; or nothing."""
    named = os.environ.get("GASTGEBER_YAML_SERVER")
    package = Path(named) if named else FOLDER / "node_modules" / "yaml-language-server"
    program = package / "bin" / "yaml-language-server"
    node = shutil.which("node", path=FOLDER / "node" / "bin") or shutil.which("node")
    return [node, str(program), "--stdio"] if node and program.is_file() else None


class Editor:
    """One connection to the server."""

    def __init__(self, command: list[str], folder: Path) -> None:
        self._process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        self._asked = 0
        self._found: dict[str, list[Message]] = {}
        known = {
            "workspace": {"configuration": True},
            "textDocument": {
                "completion": {"completionItem": {"snippetSupport": True, "documentationFormat": ["markdown"]}},
                "hover": {"contentFormat": ["markdown"]},
            },
        }
        self._ask("initialize", {"processId": os.getpid(), "rootUri": folder.as_uri(), "capabilities": known})
        self._tell("initialized", {})

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._process.terminate()
        self._process.communicate()

    def open(self, path: Path) -> list[Squiggle]:
        """Show a file; what the server underlines in it."""
        return self.open_all([path])[0]

    def open_all(self, paths: Sequence[Path]) -> list[list[Squiggle]]:
        """Show files; what the server underlines in each. It looks at each a moment later, so all at once is quick."""
        uris = [path.as_uri() for path in paths]
        for uri, path in zip(uris, paths, strict=True):
            text = path.read_text(encoding="utf-8")
            document = {"uri": uri, "languageId": "yaml", "version": 1, "text": text}
            self._tell("textDocument/didOpen", {"textDocument": document})
        while not self._found.keys() >= set(uris):
            self._hear()
        return [[_squiggle(one) for one in self._found.pop(uri)] for uri in uris]

    def complete(self, path: Path, line: int, column: int) -> list[Completion]:
        """What the server proposes at a place, counted from 1."""
        answer = self._ask("textDocument/completion", _place(path, line, column))
        items = answer["items"] if isinstance(answer, dict) else answer
        return [
            Completion(item["label"], item["textEdit"]["newText"], _words(item.get("documentation"))) for item in items
        ]

    def hover(self, path: Path, line: int, column: int) -> str:
        """What the server explains at a place, counted from 1."""
        answer = self._ask("textDocument/hover", _place(path, line, column))
        return _words(answer["contents"]) if answer else ""

    def _ask(self, method: str, params: Message) -> Any:
        self._asked += 1
        number = self._asked
        self._send({"id": number, "method": method, "params": params})
        while True:
            message = self._hear()
            if message.get("id") == number and "method" not in message:
                assert "error" not in message, message
                return message["result"]

    def _tell(self, method: str, params: Message) -> None:
        self._send({"method": method, "params": params})

    def _send(self, message: Message) -> None:
        assert self._process.stdin is not None
        body = json.dumps({"jsonrpc": "2.0", **message}).encode()
        self._process.stdin.write(b"Content-Length: %d\r\n\r\n" % len(body) + body)
        self._process.stdin.flush()

    def _hear(self) -> Message:
        """The server's next message; what it asks of the editor is answered."""
        assert self._process.stdout is not None
        length = 0
        while (line := self._process.stdout.readline()) != b"\r\n":
            assert line, "the server has stopped"
            name, _, value = line.partition(b":")
            length = int(value) if name.lower() == b"content-length" else length
        message: Message = json.loads(self._process.stdout.read(length))
        if "method" in message and "id" in message:
            self._send({"id": message["id"], "result": _settings(message)})
        elif message.get("method") == "textDocument/publishDiagnostics":
            self._found[message["params"]["uri"]] = message["params"]["diagnostics"]
        return message


def _squiggle(told: Message) -> Squiggle:
    first, last = told["range"]["start"], told["range"]["end"]
    return Squiggle(first["line"] + 1, last["line"] + 1, told["message"])


def _settings(asked: Message) -> list[Message | None] | None:
    """An editor's settings as they come, but for the catalogue of schemas, which the server would have to fetch."""
    if asked["method"] != "workspace/configuration":
        return None
    known = {"yaml": {"schemaStore": {"enable": False}, "validate": True, "hover": True, "completion": True}}
    return [known.get(item["section"]) for item in asked["params"]["items"]]


def _place(path: Path, line: int, column: int) -> Message:
    return {"textDocument": {"uri": path.as_uri()}, "position": {"line": line - 1, "character": column - 1}}


def _words(told: str | Message | None) -> str:
    return str(told["value"]) if isinstance(told, dict) else told or ""
