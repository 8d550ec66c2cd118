"""A server that says what a test wants it to, and notes what it was asked."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import NamedTuple

import msgspec

__all__ = ["Answer", "Asked", "Other", "answering", "problem", "told"]


class Asked(NamedTuple):
    """A request as it came."""

    method: str
    path: str
    body: bytes
    headers: dict[str, str]


class Answer(NamedTuple):
    """What is said to it; without a status the connection is broken off."""

    status: int | None
    body: bytes = b""
    kind: str = "application/json"
    headers: tuple[tuple[str, str], ...] = ()


class Other(NamedTuple):
    """A server on loopback."""

    url: str
    asked: list[Asked]


def told(value: object) -> Answer:
    """A message."""
    return Answer(200, msgspec.json.encode(value))


def problem(status: int, code: str, detail: str) -> Answer:
    """A refusal."""
    body = {"type": f"urn:gastgeber:problem:{code}", "title": "", "status": status, "code": code, "detail": detail}
    return Answer(status, msgspec.json.encode(body), "application/problem+json")


@contextmanager
def answering(answer: Callable[[Asked], Answer]) -> Iterator[Other]:
    """A server for a while."""
    asked: list[Asked] = []

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def _answer(self) -> None:
            body = self.rfile.read(int(self.headers.get("Content-Length", "0")))
            asked.append(Asked(self.command, self.path, body, dict(self.headers)))
            said = answer(asked[-1])
            if said.status is None:
                self.close_connection = True
                self.connection.close()
                return
            self.send_response(said.status)
            for name, value in (("Content-Type", said.kind), *said.headers):
                self.send_header(name, value)
            self.send_header("Content-Length", str(len(said.body)))
            self.end_headers()
            self.wfile.write(said.body)

        do_GET = do_POST = do_PUT = do_PATCH = do_DELETE = _answer  # noqa: N815  # as the library calls them

        def log_message(self, format: str, *_values: object) -> None:  # noqa: A002  # as the library calls it
            """Say nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    thread = threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True)
    thread.start()
    try:
        yield Other(f"http://127.0.0.1:{server.server_address[1]}", asked)
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
