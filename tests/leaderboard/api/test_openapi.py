"""The description of the API: made of the routes, true to what the league refuses."""

from __future__ import annotations

import json
import re
from pathlib import Path

import jsonschema
import pytest

import game.records.league
from game.leaderboard.api import ROOT, ROUTES
from game.leaderboard.api.forms import FORMS, is_fit
from game.leaderboard.api.openapi import document, refusals
from game.leaderboard.problems import status_of

SOURCES = "".join(path.read_text() for path in Path(game.records.league.__file__).parent.glob("*.py"))
REFUSED = set(re.findall(r'Refused\(\s*"([a-z-]+)"', SOURCES))
OF_THE_SERVER = {"unfit-cursor", "too-many-streams"}


def test_every_route_is_described() -> None:
    """By path and method, with who may and all that it answers."""
    described = json.loads(document(ROOT, ROUTES))
    assert described["openapi"] == "3.1.0"
    assert len({route.name for route in ROUTES}) == len(ROUTES)
    for route in ROUTES:
        operation = described["paths"][f"{ROOT}{route.path}"][route.method.lower()]
        assert operation["summary"] == route.summary
        assert ("security" in operation) == (route.who != "anyone")
        assert str(route.status) in operation["responses"]
        assert [route.reads, route.writes, route.does_itself].count(None) == 2


def test_what_a_route_may_refuse_is_something_the_league_refuses() -> None:
    """No code is misspelt, or left over."""
    for route in ROUTES:
        assert set(route.refuses) <= REFUSED | OF_THE_SERVER, route.name


def test_refusals_have_a_status_of_the_one_who_asked() -> None:
    """None is the server's fault."""
    for code in REFUSED:
        assert 400 <= status_of(code) < 500, code


def test_all_schemas_are_schemas() -> None:
    """As JSON Schema understands it."""
    for schema in json.loads(document(ROOT, ROUTES))["components"]["schemas"].values():
        jsonschema.Draft202012Validator.check_schema(schema)


def test_statuses_are_told_with_their_codes() -> None:
    """Each of them once."""
    step = next(route for route in ROUTES if route.path.endswith("/steps/{n}"))
    told = refusals(step)
    assert "step-differs" in told[422]
    assert "finished" in told[409]
    assert "not-signed-in" in told[401]


@pytest.mark.parametrize(
    ("name", "said", "fits"),
    [
        ("slug", "spring-2027", True),
        ("slug", "Spring", False),
        ("slug", "spring\n", False),
        ("slug", "a" * 65, False),
        ("n", "1", True),
        ("n", "0", False),
        ("n", "١", False),
        ("session", "01a20238-4867-738f-8946-a30fdf261199", True),
        ("session", "01A20238-4867-738F-8946-A30FDF261199", False),
    ],
)
def test_what_stands_in_an_address_has_its_form(name: str, said: str, fits: bool) -> None:
    """All of it, from its first letter to its last."""
    assert is_fit(name, said) is fits
    assert bool(re.search(FORMS[name], said)) is fits or said.endswith("\n")
