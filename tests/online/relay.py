"""A network between a client and a server that a test can cut: before a request, or on the way of its answer."""

from __future__ import annotations

import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress

__all__ = ["Relay", "relayed"]

_PIECE = 1 << 16


class Relay:
    """Passes bytes between who connects and a server on this machine."""

    def __init__(self, port: int, listener: socket.socket) -> None:
        self.url = f"http://127.0.0.1:{listener.getsockname()[1]}"
        self.lost = 0
        """How many answers were lost."""
        self._port = port
        self._listener = listener
        self._is_cut = False
        self._loses = 0
        self._open: set[socket.socket] = set()
        self._lock = threading.Lock()

    def cut(self) -> None:
        """Let nothing through."""
        self._is_cut = True
        self._hang_up()

    def lose_answers(self, count: int) -> None:
        """Let the next requests through, and lose their answers."""
        self._loses = count
        self._hang_up()

    def mend(self) -> None:
        """Let everything through again."""
        self._is_cut, self._loses = False, 0

    def serve(self) -> None:
        """Pass on whatever comes, until the listener is closed."""
        while True:
            try:
                client, _address = self._listener.accept()
            except OSError:
                break
            if self._is_cut:
                client.close()
                continue
            server = socket.create_connection(("127.0.0.1", self._port))
            with self._lock:
                self._open |= {client, server}
            for source, target in ((client, server), (server, client)):
                threading.Thread(target=self._pass, args=(source, target, source is server), daemon=True).start()
        self._hang_up()

    def _pass(self, source: socket.socket, target: socket.socket, is_answer: bool) -> None:
        with suppress(OSError):
            while piece := source.recv(_PIECE):
                if is_answer and self._loses:
                    self._loses -= 1
                    self.lost += 1
                    break
                target.sendall(piece)
        for each in (source, target):
            with suppress(OSError):
                each.shutdown(socket.SHUT_RDWR)
            each.close()
            with self._lock:
                self._open.discard(each)

    def _hang_up(self) -> None:
        with self._lock:
            for each in self._open:
                with suppress(OSError):
                    each.shutdown(socket.SHUT_RDWR)


@contextmanager
def relayed(url: str) -> Iterator[Relay]:
    """A relay before a server."""
    with socket.create_server(("127.0.0.1", 0)) as listener:
        relay = Relay(int(url.rpartition(":")[2]), listener)
        thread = threading.Thread(target=relay.serve, daemon=True)
        thread.start()
        yield relay
        listener.shutdown(socket.SHUT_RDWR)
    thread.join(5)
