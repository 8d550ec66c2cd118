"""What every answer has, and what becomes of requests that go wrong."""

from __future__ import annotations

import asyncio
import json
import logging
from typing import TYPE_CHECKING, Any

import pytest

from game.leaderboard import limits
from game.leaderboard.languages import wished
from game.leaderboard.logging import LOGGER, JsonLines
from game.records.trouble import Trouble
from tests.leaderboard.served import Served

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Iterator

pytestmark = pytest.mark.parametrize("league_url", ["sqlite"], indirect=True)

SECRET = "Zwentibold"


class _Kept(logging.Handler):
    """Keeps what is logged."""

    def __init__(self, records: list[logging.LogRecord]) -> None:
        super().__init__()
        self._records = records

    def emit(self, record: logging.LogRecord) -> None:
        """Keep it."""
        self._records.append(record)


@pytest.fixture
def log() -> Iterator[list[logging.LogRecord]]:
    """What is written to the server's log meanwhile."""
    records: list[logging.LogRecord] = []
    handler = _Kept(records)
    LOGGER.addHandler(handler)
    LOGGER.setLevel(logging.INFO)
    yield records
    LOGGER.removeHandler(handler)


@pytest.mark.parametrize(
    "path", ["/", "/api/v1/me", "/nowhere", "/openapi.json", "/health/live", "/static/nothing.css"]
)
def test_every_answer_has_its_security_headers(served: Served, path: str) -> None:
    """Nothing inline, nothing from elsewhere, in no frame, guessed by nobody; strict transport over https alone."""
    answered = served.send("GET", path)
    policy = dict(each.partition(" ")[::2] for each in answered.headers["content-security-policy"].split("; "))
    assert policy["default-src"] == policy["frame-ancestors"] == policy["base-uri"] == "'none'"
    assert policy["script-src"] == policy["style-src"] == policy["form-action"] == "'self'"
    assert "unsafe" not in answered.headers["content-security-policy"]
    assert "http" not in answered.headers["content-security-policy"]
    assert answered.headers["x-content-type-options"] == "nosniff"
    assert answered.headers["referrer-policy"] == "same-origin"
    assert "camera=()" in answered.headers["permissions-policy"]
    assert "server" not in answered.headers
    assert "strict-transport-security" not in answered.headers
    assert "strict-transport-security" in served.send("GET", f"https://gastgeber.test{path}").headers


def test_no_other_site_may_read_an_answer(served: Served) -> None:
    """No CORS at all: a preflight is not answered, and no answer allows another origin."""
    asked = {"Origin": "https://evil.test", "Access-Control-Request-Method": "POST"}
    for method in ("OPTIONS", "GET"):
        answered = served.send(method, "/api/v1/me", headers=asked)
        assert not [name for name in answered.headers if name.startswith("access-control")]
    assert answered.headers["cross-origin-resource-policy"] == "same-origin"


def test_what_nobody_foresaw_is_told_without_a_word_of_it(
    served: Served, monkeypatch: pytest.MonkeyPatch, log: list[logging.LogRecord]
) -> None:
    """The answer is a problem of the server's, and the log has the place it was raised at, not what it quotes."""

    async def fail(_ask: object) -> None:
        raise KeyError(SECRET)

    monkeypatch.setattr(served.site, "read", lambda ask, **_more: fail(ask))
    answered = served.ask("GET", "/me", "token")
    assert (answered.status_code, answered.json()["code"]) == (500, "failure")
    assert SECRET not in answered.text
    lines = [JsonLines().format(record) for record in log]
    assert not any(SECRET in line for line in lines)
    (failure,) = (told for line in lines if (told := json.loads(line))["event"] == "a request failed")
    assert failure["error"] == "KeyError"
    assert failure["raised"][-1].endswith(" fail")


def test_a_database_that_is_away_is_told_and_ready_says_so(served: Served, monkeypatch: pytest.MonkeyPatch) -> None:
    """503, and when to ask again; the process itself lives."""

    async def away(*_asked: Any, **_more: Any) -> None:
        raise Trouble("gone")

    assert served.send("GET", "/health/ready").json() == {"status": "ready"}
    monkeypatch.setattr(served.site, "read", away)
    answered = served.ask("GET", "/me", "token")
    assert (answered.status_code, answered.json()["code"]) == (503, "database-not-reachable")
    assert answered.headers["retry-after"]
    assert served.send("GET", "/health/ready").status_code == 503
    assert served.send("GET", "/health/live").status_code == 200


def test_who_is_about_to_stop_says_that_it_is_not_ready(served: Served) -> None:
    """And goes on answering."""
    served.site.is_draining = True
    assert (served.send("GET", "/health/ready").status_code, served.send("GET", "/health/live").status_code) == (
        503,
        200,
    )
    assert served.ask("GET", "/me", served.join()).status_code == 200


@pytest.mark.parametrize(
    ("sent", "status", "code"),
    [
        ({"content": b"{"}, 422, "not-understood"),
        ({"content": b'{"code": "a\\u0000b", "pseudonym": "Lea"}'}, 422, "not-understood"),
        ({"content": b'{"code": "\xff"}'}, 422, "not-understood"),
        ({"content": b'{"code": "\\ud800"}'}, 422, "not-understood"),
        ({"content": b"[" * 100_000}, 413, "too-large"),
        ({"content": b"[" * 10_000}, 422, "not-understood"),
        ({"content": b"{}", "headers": {"Content-Type": "text/plain"}}, 415, "other-kind"),
        ({"content": b"", "headers": {"Content-Length": "99999999999999999999"}}, 413, "too-large"),
    ],
)
def test_a_body_that_cannot_be_understood_is_a_problem(
    served: Served, sent: dict[str, Any], status: int, code: str
) -> None:
    """Of the one who sent it."""
    headers = {"Content-Type": "application/json", **sent.get("headers", {})}
    answered = served.send("POST", "/api/v1/join", **{**sent, "headers": headers})
    assert (answered.status_code, answered.json()["code"]) == (status, code)
    assert answered.headers["content-type"] == "application/problem+json"


def test_a_body_that_says_nothing_of_its_size_is_cut_too(served: Served) -> None:
    """It comes in pieces, on and on."""

    async def pieces() -> AsyncIterator[bytes]:
        for _each in range(10_000):
            yield b" " * 1000

    answered = served.send("POST", "/api/v1/join", content=pieces(), headers={"Content-Type": "application/json"})
    assert (answered.status_code, answered.json()["code"]) == (413, "too-large")


@pytest.mark.parametrize(
    ("path", "kind", "told"),
    [
        ("/api/v1/join", "application/json", "too-slow"),
        ("/join", "application/x-www-form-urlencoded", "too long to arrive"),
        ("/join", "multipart/form-data; boundary=x", "too long to arrive"),
    ],
)
def test_a_body_that_does_not_come_is_not_waited_for(
    served: Served, monkeypatch: pytest.MonkeyPatch, path: str, kind: str, told: str
) -> None:
    """Or who sends a letter a minute would keep the server busy; a page's form no less."""
    monkeypatch.setattr(limits, "_SECONDS_TO_SEND", 0.01)

    async def pieces() -> AsyncIterator[bytes]:
        yield b"-"
        await asyncio.sleep(60)

    answered = served.send("POST", path, content=pieces(), headers={"Content-Type": kind})
    assert answered.status_code == 408
    assert told in answered.text


@pytest.mark.parametrize(
    ("headers", "tag"),
    [
        ([], "en"),
        ([(b"accept-language", b"de-CH,de;q=0.9,en;q=0.5")], "de"),
        ([(b"accept-language", b"fr, en;q=0.2, de;q=0.8")], "de"),
        ([(b"accept-language", b"de;q=0, en")], "en"),
        ([(b"accept-language", b"de;q=x, ,;;,*")], "en"),
        ([(b"accept-language", b"fr," * 5000 + b"de")], "en"),
        ([(b"accept-language", b"de"), (b"cookie", b"a=b; gastgeber-language=en")], "en"),
        ([(b"accept-language", b"en"), (b"cookie", b"gastgeber-language=de")], "de"),
        ([(b"cookie", b"gastgeber-language=../../x")], "en"),
    ],
)
def test_the_language_is_the_one_that_is_wished(headers: list[tuple[bytes, bytes]], tag: str, league_url: str) -> None:
    """The cookie's before the browser's, as far as the program speaks it."""
    assert league_url
    assert wished(headers) == tag


def test_two_languages_at_once_do_not_meet(served: Served) -> None:
    """Each answer is in the language of whoever asked, also where a thread found the words."""
    tags = ["de", "en"] * 4
    asked = [("GET", "/nowhere-at-all", {"headers": {"Accept-Language": tag}}) for tag in tags]
    told = [f'lang="{tag}"' in answer.text for tag, answer in zip(tags, served.send_at_once(asked), strict=True)]
    assert all(told)


def test_metrics_count_by_route_and_never_by_person(served: Served) -> None:
    """Keys and codes in addresses are not counted, nor what anybody makes up."""
    token = served.join()
    played = served.begin(token)
    served.ask("GET", f"/sessions/{played['session']}", token)
    served.send("GET", "/api/v1/made-up/12345")
    served.send("GET", "/join?code=ABCD-EFGH")
    told = served.send("GET", "/metrics").text
    assert 'gastgeber_requests_total{method="GET",route="/api/v1/sessions/{session}",status="200"} 1.0' in told
    assert 'gastgeber_refusals_total{code="not-found"} 1.0' in told
    for secret in (played["session"], "12345", "made-up", "ABCD-EFGH"):
        assert secret not in told


def test_whoever_goes_away_is_no_failure_of_the_servers(served: Served) -> None:
    """Or anybody could have the operator woken, by forms that break off."""
    scope = {
        "type": "http",
        "http_version": "1.1",
        "method": "POST",
        "scheme": "http",
        "path": "/join",
        "query_string": b"",
        "headers": [(b"content-type", b"application/x-www-form-urlencoded"), (b"content-length", b"100")],
    }
    sent: list[Any] = []

    async def receive() -> dict[str, Any]:
        return {"type": "http.disconnect"}

    async def send(message: Any) -> None:
        sent.append(message)

    asyncio.run(served.app(scope, receive, send))
    assert sent == []
    told = served.send("GET", "/metrics").text
    assert 'gastgeber_requests_total{method="POST",route="/join",status="499"} 1.0' in told
    assert 'status="500"' not in told
