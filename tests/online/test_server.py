"""A server, asked: what is sent, what is answered, and each way in which it fails in a sentence of its own."""

from __future__ import annotations

import socket
import ssl
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from game.online.faults import Fault, Foreign, NoAnswer, Refusal
from game.online.league import League
from game.online.messages import SeasonRow, Seasons, StepBody
from game.online.server import PAUSES, Server
from game.texts import speaking
from tests.online.answering import Answer, Asked, answering, problem, told

NO_SEASONS = told(Seasons(seasons=()))


def seasons(url: str, token: str = "") -> tuple[SeasonRow, ...]:
    """Ask for the seasons, and wait for nobody in between."""
    with Server(url, token, wait=lambda _seconds: None) as server:
        return League(server).seasons()


def fault(answer: Answer) -> Fault:
    """What a server that always answers so is told as."""
    with answering(lambda _asked: answer) as other, pytest.raises(Fault) as raised:
        seasons(other.url)
    return raised.value


def test_a_request_says_who_asks_and_in_which_language() -> None:
    """The token goes to this server alone, and sentences come back as the program speaks."""
    with answering(lambda _asked: NO_SEASONS) as other, speaking("de"):
        assert seasons(other.url, "secret") == ()
        (asked,) = other.asked
    assert (asked.method, asked.path) == ("GET", "/api/v1/seasons")
    assert asked.headers["Authorization"] == "Bearer secret"
    assert asked.headers["Accept-Language"] == "de"


def test_a_request_without_an_answer_is_sent_again_the_very_same() -> None:
    """Broken connections, and a proxy whose server is just not there."""
    answers = [Answer(None), Answer(502, b"<html>", "text/html"), problem(409, "gone-on", "It goes on.")]
    waited: list[float] = []
    with answering(lambda _asked: answers.pop(0)) as other, Server(other.url, wait=waited.append) as server:
        with pytest.raises(Refusal):
            League(server).step("a b/c", 3, StepBody(token="t"))
        assert len({(asked.method, asked.path, asked.body) for asked in other.asked}) == 1
        assert other.asked[0].path == "/api/v1/sessions/a%20b%2Fc/steps/3"
    assert len(other.asked) == 3
    assert waited == list(PAUSES)


def test_a_twin_in_flight_is_waited_for() -> None:
    """The server is just answering the very same request."""
    answers = [problem(409, "step-in-flight", "One moment."), NO_SEASONS]
    with answering(lambda _asked: answers.pop(0)) as other:
        assert seasons(other.url) == ()


def test_a_code_is_not_sent_twice() -> None:
    """Each use of a code counts, and a guess too."""
    with answering(lambda _asked: Answer(None)) as other, Server(other.url) as server, pytest.raises(NoAnswer):
        League(server).join("ABCD-EFGH", "Kim")
    assert len(other.asked) == 1


def test_what_the_server_refuses_is_told_in_its_words() -> None:
    """With the code that programs go by; whether it is about who asks can be asked."""
    refused = fault(problem(403, "season-closed", "The season is over."))
    assert isinstance(refused, Refusal)
    assert (str(refused), refused.code, refused.is_unknown) == ("The season is over.", "season-closed", False)
    assert fault(problem(401, "not-signed-in", "Who are you?")).is_unknown


def test_a_servers_words_can_do_no_harm() -> None:
    """No line of its own, nothing that steers a terminal, and not without end."""
    words = str(fault(problem(400, "odd", "One\nline \x1b[2J\u202e" + "x" * 10_000)))
    assert words.startswith("One line [2J x")
    assert len(words) == 400


@pytest.mark.parametrize(
    ("answer", "kind", "words"),
    [
        (Answer(200, b"<html>", "text/html"), Foreign, "is no leaderboard server of Gastgeber"),
        (Answer(200, b"{", "application/json"), Foreign, "is no leaderboard server of Gastgeber"),
        (Answer(404, b"{}", "application/json"), Foreign, "is no leaderboard server of Gastgeber"),
        (Answer(404, b'{"type": "about:blank"}', "application/problem+json"), Foreign, "is no leaderboard server"),
        (told({"seasons": "none"}), Foreign, "is of another version than this game"),
        (
            Answer(302, b"", "text/html", (("Location", "https://login.example/"),)),
            Foreign,
            "sends on to https://login",
        ),
        (Answer(503, b"", "text/plain"), NoAnswer, "is just not there"),
        (problem(503, "database-not-reachable", "No database."), NoAnswer, "cannot answer now. No database."),
        (Answer(None), NoAnswer, "cannot be reached"),
    ],
)
def test_every_other_answer_has_a_sentence(answer: Answer, kind: type[Fault], words: str) -> None:
    """Whether to try again, to check the address or to update the game."""
    found = fault(answer)
    assert type(found) is kind
    assert words in str(found)


def test_a_server_that_is_not_there_cannot_be_reached() -> None:
    """Nothing listens."""
    with socket.create_server(("127.0.0.1", 0)) as closed:
        url = f"http://127.0.0.1:{closed.getsockname()[1]}"
    with pytest.raises(NoAnswer, match="cannot be reached"):
        seasons(url)


@pytest.mark.parametrize("url", ["http://[::1", "http://a b/", "http://\udcff/", "ftp://127.0.0.1"])
def test_an_address_that_is_none_is_told(url: str) -> None:
    """However it came to be kept."""
    with pytest.raises(Fault, match=r"is no address|cannot be reached"):
        seasons(url)


def test_a_certificate_that_is_not_trusted_is_told(tmp_path: Path) -> None:
    """And nothing is sent."""
    with _tls(tmp_path) as port, pytest.raises(Foreign, match="is not trusted here, so nothing was sent"):
        seasons(f"https://127.0.0.1:{port}")


def test_a_server_that_speaks_no_https_is_told() -> None:
    """Where only the scheme was wrong."""
    with answering(lambda _asked: NO_SEASONS) as other, pytest.raises(Fault, match="does not speak https"):
        seasons(other.url.replace("http:", "https:"))


def test_what_speaks_something_else_is_told() -> None:
    """Another service at the same port."""
    with socket.create_server(("127.0.0.1", 0)) as other:

        def greet() -> None:
            connection, _address = other.accept()
            with connection:
                connection.sendall(b"SSH-2.0-OpenSSH_9.9\r\n\r\n")
                connection.recv(1000)

        thread = threading.Thread(target=greet, daemon=True)
        thread.start()
        with pytest.raises(Foreign, match="is no leaderboard server of Gastgeber"):
            seasons(f"http://127.0.0.1:{other.getsockname()[1]}")
        thread.join()


def test_a_proxy_of_the_environment_is_used_but_for_this_machine(monkeypatch: pytest.MonkeyPatch) -> None:
    """What it does not let through is told as that."""

    def refuse(asked: Asked) -> Answer:
        return NO_SEASONS if asked.path.startswith("http://games.example/") else Answer(500, b"", "text/plain")

    with answering(refuse) as proxy, answering(lambda _asked: NO_SEASONS) as other:
        monkeypatch.setenv("HTTP_PROXY", proxy.url)
        monkeypatch.setenv("http_proxy", proxy.url)
        for name in ("NO_PROXY", "no_proxy"):
            monkeypatch.delenv(name, raising=False)
        assert seasons("http://games.example") == ()
        assert len(proxy.asked) == 1
        assert seasons(other.url) == ()
        assert len(proxy.asked) == 1
        monkeypatch.setenv("HTTP_PROXY", "gopher://proxy.example")
        monkeypatch.setenv("http_proxy", "gopher://proxy.example")
        with pytest.raises(Fault, match="The environment names a proxy"):
            seasons("http://games.example")


def test_httpx_is_not_imported_before_it_is_needed() -> None:
    """Nor what only it needs: the first picture of the window does not wait for it."""
    code = (
        "import sys, game.window.playing, game.terminal.commands, game.online.session, game.online.joining\n"
        "from game.online.server import Server\n"
        "Server('http://127.0.0.1:9')\n"
        "assert not {'httpx', 'httpcore', 'anyio', 'h11'} & set(sys.modules)\n"
    )
    subprocess.run([sys.executable, "-c", code], check=True, timeout=60)


class _tls:  # noqa: N801  # used as a function
    """A server with a certificate of its own making."""

    def __init__(self, folder: Path) -> None:
        self._files = folder / "key.pem", folder / "certificate.pem"

    def __enter__(self) -> int:
        key, certificate = self._files
        command = ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", "/CN=127.0.0.1"]
        subprocess.run([*command, "-keyout", key, "-out", certificate], check=True, capture_output=True)
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(certificate, key)
        self._socket = socket.create_server(("127.0.0.1", 0))
        self._thread = threading.Thread(target=self._serve, args=(context,), daemon=True)
        self._thread.start()
        port: int = self._socket.getsockname()[1]
        return port

    def __exit__(self, *_error: object) -> None:
        self._socket.shutdown(socket.SHUT_RDWR)
        self._socket.close()
        self._thread.join(5)

    def _serve(self, context: ssl.SSLContext) -> None:
        while True:
            try:
                connection, _address = self._socket.accept()
            except OSError:
                return
            try:
                context.wrap_socket(connection, server_side=True).close()
            except OSError:
                pass
            finally:
                connection.close()
