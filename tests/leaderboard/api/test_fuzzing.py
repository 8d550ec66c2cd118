"""Whatever is sent to the API, it answers as its description says, and never fails."""

from __future__ import annotations

import os
from typing import Any
from urllib.parse import urlsplit

import requests
import schemathesis
from hypothesis import HealthCheck, Phase, given, settings
from schemathesis import GenerationMode
from schemathesis.checks import not_a_server_error
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    response_headers_conformance,
    response_schema_conformance,
    status_code_conformance,
)

from game.leaderboard.api import ROUTES
from tests.effort import examples
from tests.leaderboard.served import SEASON, Served
from tests.leagues import DIALECTS

CHECKS = [
    not_a_server_error,
    status_code_conformance,
    content_type_conformance,
    response_schema_conformance,
    response_headers_conformance,
]
HOST = "http://gastgeber.test"
STREAM = "/seasons/{slug}/boards/live"
"""It never ends; test_live.py is about it."""
ASKED = [route for route in ROUTES if route.path != STREAM]
BOUNDED = settings(
    examples(2),
    database=None,
    derandomize=True,
    suppress_health_check=list(HealthCheck),
    phases=[Phase.explicit, Phase.generate],
)


@schemathesis.serializer("application/x-ndjson")
def _as_it_is(_context: Any, value: Any) -> bytes:
    """A text of any lines, as what is sent."""
    return value if isinstance(value, bytes) else str(value).encode(errors="replace")


def test_it_answers_as_described(served: Served) -> None:
    """No 5xx, and no status, kind or shape that the description of a route lacks, for those who may ask it.

    Of requests that fit and requests that do not, each route is sent one sort on SQLite and the other on PostgreSQL;
    by hand, where more examples are asked for, both on both.
    """
    schema = schemathesis.openapi.from_dict(served.send("GET", "/openapi.json").json())
    modes = list(GenerationMode)
    for number, route in enumerate(ASKED):
        operation = schema[f"/api/v1{route.path}"][route.method.lower()]
        first = (number + DIALECTS.index(served.database.dialect)) % len(modes)
        for mode in modes if "GASTGEBER_EXAMPLES" in os.environ else [modes[first]]:
            token = served.let_in() if route.who == "trainer" else served.join()
            there = {"session": served.begin(token)["session"]} if "{session}" in route.path else {}
            there |= {"slug": SEASON, "team": served.team, "revision": served.revision, "n": "1"}
            BOUNDED(given(case=operation.as_strategy(generation_mode=mode))(ask))(served, token, there)


def ask(served: Served, token: str, there: dict[str, str], case: Any) -> None:
    """Send a case as it is, and once more to what is there; look at what comes back."""
    asked = requests.Request(**case.as_transport_kwargs(HOST)).prepare()
    headers = {**asked.headers, "Authorization": f"Bearer {token}"}
    for url in {str(asked.url), _there(str(asked.url), case, there)}:
        answered = served.send(str(asked.method), url, headers=headers, content=asked.body)
        case.validate_response(answered, checks=CHECKS)


def _there(url: str, case: Any, there: dict[str, str]) -> str:
    """The same address, but of what is there; the address as it is, where nothing is."""
    path = case.operation.path
    for name, value in there.items():
        path = path.replace(f"{{{name}}}", value)
    return url if "{" in path else f"{HOST}{path}?{urlsplit(url).query}"
