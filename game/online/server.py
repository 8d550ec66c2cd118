"""A leaderboard server, asked over HTTP: one request, its answer, and every way in which that fails, in sentences.

httpx is imported when the first request is sent. Certificates are the system's, proxies those of the environment.
"""

from __future__ import annotations

import threading
import time
from contextlib import contextmanager
from typing import TYPE_CHECKING, TypeVar

import msgspec

from game.online.address import is_on_this_machine
from game.online.faults import Fault, Foreign, NoAnswer, Refusal, as_sentence
from game.online.messages import ProblemDetails
from game.texts import _, language

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    import httpx

__all__ = ["API", "PAUSES", "Server"]

API = "/api/v1"
PAUSES = (0.3, 1.0)
"""Seconds before a request that got no answer is sent again."""
_CONNECTING, _READING = 5.0, 20.0
"""Seconds after which nobody waits any longer."""
_JSON, _LINES, _PROBLEM = "application/json", "application/x-ndjson", "application/problem+json"
_TYPES = "urn:gastgeber:problem:"
_BUSY = (502, 503, 504)
"""What a proxy says for a server that is just not there, or the server of its database."""
_FAILED = 500
"""From here on it is the server that cannot."""
_IN_FLIGHT = frozenset(("in-flight", "step-in-flight"))
"""Codes that say that the very same request is just being answered."""

Answer = TypeVar("Answer")


class Server:
    """One server, as one player is known there.

    It may be used from several threads at once. Close it, or leave that to the end of the program.

    Args:
        url: its address, without a slash at its end.
        token: whose requests these are; empty before somebody joined.
        wait: waits some seconds before a request is sent again.
    """

    def __init__(self, url: str, token: str = "", *, wait: Callable[[float], None] = time.sleep) -> None:
        self.url = url
        self._token = token
        self._wait = wait
        self._client: httpx.Client | None = None
        self._users = 0
        self._is_closed = False
        self._lock = threading.Lock()

    def get(self, path: str, kind: type[Answer], **query: str | int | None) -> Answer:
        """Ask for something.

        Raises:
            Fault: there was no answer, or another than was asked for; says why.
        """
        return self.ask("GET", path, kind, query=query)

    def ask(
        self,
        method: str,
        path: str,
        kind: type[Answer],
        body: bytes | msgspec.Struct | None = None,
        *,
        query: Mapping[str, str | int | None] | None = None,
        again: bool = True,
    ) -> Answer:
        """Ask the server something, and once more where no answer comes.

        Args:
            method: of HTTP.
            path: below the API's, as in "seasons".
            kind: of the answer: a message, `bytes` for it as it is, None for one without content.
            body: what is sent, the very same bytes each time.
            query: what stands behind the path; what is None does not.
            again: whether it may be sent again: it does the same as once.

        Raises:
            NoAnswer: the server cannot be reached; what became of the request is not known.
            Refusal: the server said no.
            Foreign: something else answered.
        """
        content = msgspec.json.encode(body) if isinstance(body, msgspec.Struct) else body
        for pause in (*(PAUSES if again else ()), None):
            try:
                return self._answer(method, path, kind, content, query or {})
            except NoAnswer:
                if pause is None:
                    raise
            except Refusal as refusal:
                if pause is None or refusal.code not in _IN_FLIGHT:
                    raise
            self._wait(pause)
        raise AssertionError("the last try answers or raises")

    @contextmanager
    def client(self) -> Iterator[httpx.Client]:
        """The client that requests go through, for as long as one lasts.

        Raises:
            Fault: what is needed for it is missing, or it was closed.
        """
        with self._lock:
            if self._is_closed:  # an errand goes on that nobody waits for any more
                raise Fault(_("The connection to {url} was closed.", url=self.url))
            if self._client is None:
                self._client = _client(self.url, self._token)
            client, self._users = self._client, self._users + 1
        try:
            yield client
        finally:
            with self._lock:
                self._users -= 1
                if self._is_closed:
                    self._let_go()

    def close(self) -> None:
        """Let go of what is open to it, for good, as soon as nobody uses it."""
        with self._lock:
            self._is_closed = True
            self._let_go()

    def _let_go(self) -> None:
        if self._client is not None and not self._users:
            self._client.close()
            self._client = None

    def __enter__(self) -> Server:
        return self

    def __exit__(self, *_error: object) -> None:
        self.close()

    def _answer(
        self, method: str, path: str, kind: type[Answer], content: bytes | None, query: Mapping[str, str | int | None]
    ) -> Answer:
        import httpx

        headers = {"Accept-Language": language()}
        if content is not None:  # a message is one object; a journal is lines of them
            headers["Content-Type"] = _LINES if path == "journals" else _JSON
        params = {name: value for name, value in query.items() if value is not None}
        try:
            with self.client() as client:
                url = f"{self.url}{API}/{path}"
                answer = client.request(method, url, content=content, params=params, headers=headers)
        except httpx.HTTPError as error:
            raise self.fault_of(error) from error
        except (httpx.InvalidURL, UnicodeError, httpx.StreamError) as error:
            raise Fault(_("{url} is no address that can be asked.", url=self.url)) from error
        except (OSError, ValueError, RuntimeError) as error:  # whatever else a network is capable of
            raise NoAnswer(_("The server at {url} could not be asked: {reason}", url=self.url, reason=error)) from error
        return self._read(answer, kind)

    def _read(self, answer: httpx.Response, kind: type[Answer]) -> Answer:
        if answer.is_redirect:
            raise Foreign(
                _(
                    "{url} sends on to {other}. Type that address, if you trust it.",
                    url=self.url,
                    other=as_sentence(answer.headers.get("location", "?")),
                )
            )
        if answer.is_error:
            raise self._refusal(answer)
        if kind is type(None):
            return None
        if kind is bytes:
            return answer.content  # type: ignore[return-value]
        if _media_type(answer) != _JSON:
            raise self._not_ours()
        try:
            return msgspec.json.decode(answer.content, type=kind)
        except msgspec.ValidationError as error:
            raise Foreign(
                _(
                    "The server at {url} is of another version than this game: what it says is not understood here. "
                    "Update the game, or ask who looks after the server.",
                    url=self.url,
                )
            ) from error
        except (msgspec.DecodeError, RecursionError) as error:
            raise self._not_ours() from error

    def _refusal(self, answer: httpx.Response) -> Fault:
        """What an answer that is none says."""
        problem = None
        if _media_type(answer) == _PROBLEM:
            try:
                problem = msgspec.json.decode(answer.content, type=ProblemDetails)
            except (msgspec.MsgspecError, RecursionError):
                problem = None
        if problem is not None and problem.type.startswith(_TYPES):
            sentence = as_sentence(problem.detail) or problem.code
            if answer.status_code >= _FAILED:
                return NoAnswer(_("The server is there, but cannot answer now. {sentence}", sentence=sentence))
            return Refusal(problem.code, sentence)
        if answer.status_code in _BUSY:
            return NoAnswer(_("The server at {url} is just not there. Try again in a moment.", url=self.url))
        return self._not_ours()

    def _not_ours(self) -> Foreign:
        return Foreign(
            _("What answers at {url} is no leaderboard server of Gastgeber. Check its address.", url=self.url)
        )

    def fault_of(self, error: httpx.HTTPError) -> Fault:
        """What kept a request from being answered."""
        import httpx

        reasons = " ".join(str(each) for each in _chain(error))
        if "CERTIFICATE_VERIFY_FAILED" in reasons or "certificate verify failed" in reasons:
            return Foreign(
                _(
                    "The certificate of {url} is not trusted here, so nothing was sent. Have your company's "
                    "certificate installed on this computer, or ask who looks after the server. ({reason})",
                    url=self.url,
                    reason=as_sentence(str(error)),
                )
            )
        if "WRONG_VERSION_NUMBER" in reasons or "record layer failure" in reasons.lower():
            return Foreign(_("{url} does not speak https. Is its address right?", url=self.url))
        if isinstance(error, httpx.ProxyError):
            return NoAnswer(
                _(
                    "The proxy that the environment names did not let the request to {url} through: {reason}",
                    url=self.url,
                    reason=as_sentence(str(error)),
                )
            )
        if isinstance(error, httpx.UnsupportedProtocol):
            return Fault(_("{url} is no address that can be asked.", url=self.url))
        if isinstance(error, httpx.RemoteProtocolError | httpx.DecodingError) and not _is_cut_off(reasons):
            return self._not_ours()
        if isinstance(error, httpx.TimeoutException):
            return NoAnswer(_("The server at {url} does not answer in time.", url=self.url))
        return NoAnswer(
            _(
                "The server at {url} cannot be reached. Is this computer connected, and is the address right?",
                url=self.url,
            )
        )


def _client(url: str, token: str) -> httpx.Client:
    """A client for one server; no redirect is followed, for the token is for this server alone."""
    try:
        import ssl

        import httpx
    except ModuleNotFoundError as missing:
        raise Fault(
            _(
                "The package {package} is missing, so no server can be asked. Set the game up once more.",
                package=missing.name,
            )
        ) from missing
    headers = {"User-Agent": "gastgeber", "Accept": f"{_JSON}, {_PROBLEM}"}
    if token:
        headers["Authorization"] = f"Bearer {token}"
    is_local = is_on_this_machine(url)
    try:
        return httpx.Client(
            verify=ssl.create_default_context(),
            headers=headers,
            timeout=httpx.Timeout(_READING, connect=_CONNECTING),
            trust_env=not is_local,
            limits=httpx.Limits(max_keepalive_connections=2, keepalive_expiry=30.0),
        )
    except (OSError, ValueError, ImportError) as error:  # a proxy or a certificate file that the environment names
        raise Fault(
            _(
                "The environment names a proxy or certificates that cannot be used: {reason}",
                reason=as_sentence(str(error)),
            )
        ) from error


def _media_type(answer: httpx.Response) -> str:
    return str(answer.headers.get("content-type", "")).partition(";")[0].strip().lower()


def _chain(error: BaseException | None) -> list[BaseException]:
    found: list[BaseException] = []
    while error is not None and error not in found:
        found.append(error)
        error = error.__cause__ or error.__context__
    return found


def _is_cut_off(reasons: str) -> bool:
    """Whether an answer just ended too early; else what came was no HTTP."""
    return "disconnected" in reasons or "closed connection" in reasons
