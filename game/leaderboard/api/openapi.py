"""The description of the API (OpenAPI 3.1), made from the very routes that are answered."""

from __future__ import annotations

from http import HTTPStatus
from typing import TYPE_CHECKING, Any

import msgspec

from game.leaderboard.api.forms import FORMS, PARAMETER
from game.leaderboard.api.route import Raw
from game.leaderboard.problems import PROBLEM_TYPE, status_of
from game.online.messages import ProblemDetails

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from game.leaderboard.api.route import Route

__all__ = ["document", "refusals"]

_REFERENCE = "#/components/schemas/{name}"
_SECURITY: dict[str, list[dict[str, list[str]]]] = {
    "player": [{"player": []}, {"playerCookie": []}],
    "trainer": [{"trainer": []}, {"trainerCookie": []}],
}
_SCHEMES = {
    "player": {"type": "http", "scheme": "bearer", "description": "A player's token, as joining a team gives it."},
    "trainer": {"type": "http", "scheme": "bearer", "description": "A trainer's token, as signing in gives it."},
    "playerCookie": {"type": "apiKey", "in": "cookie", "name": "gastgeber"},
    "trainerCookie": {"type": "apiKey", "in": "cookie", "name": "gastgeber-desk"},
}


def document(root: str, routes: Sequence[Route]) -> bytes:
    """The whole description, as JSON."""
    schemas, components = msgspec.json.schema_components(_kinds(routes), ref_template=_REFERENCE)
    known = dict(zip(_kinds(routes), schemas, strict=True))
    paths: dict[str, dict[str, Any]] = {}
    for route in routes:
        paths.setdefault(root + route.path, {})[route.method.lower()] = _operation(route, known)
    return msgspec.json.encode(
        {
            "openapi": "3.1.0",
            "info": {
                "title": "Gastgeber's leaderboard",
                "version": "1",
                "description": "Ranked sessions, boards, teams. Moments are milliseconds since 1970. What goes "
                "wrong is told as problem+json (RFC 9457), whose `code` stays the same in every language.",
            },
            "paths": paths,
            "components": {"schemas": components, "securitySchemes": _SCHEMES},
        }
    )


def refusals(route: Route) -> dict[int, tuple[str, ...]]:
    """What a route may refuse, by status."""
    codes = list(route.refuses)
    codes += ["bad-request", "not-understood", "failure", "database-not-reachable", "too-large", "too-slow"]
    if route.method != "GET":
        codes.append("foreign-origin")
    if route.who != "anyone":
        codes.append("not-signed-in")
    if route.body is not None:
        codes.append("other-kind")
    if PARAMETER.search(route.path):
        codes.append("not-found")
    found: dict[int, tuple[str, ...]] = {}
    for code in codes:
        status = status_of(code)
        found[status] = (*found.get(status, ()), code)
    return dict(sorted(found.items()))


def _kinds(routes: Iterable[Route]) -> list[type[msgspec.Struct]]:
    kinds: dict[type[msgspec.Struct], None] = {ProblemDetails: None}
    for route in routes:
        for kind in (route.body, route.answer):
            if isinstance(kind, type):
                kinds[kind] = None
    return list(kinds)


def _operation(route: Route, known: dict[type[msgspec.Struct], dict[str, Any]]) -> dict[str, Any]:
    operation: dict[str, Any] = {
        "operationId": _operation_id(route),
        "summary": route.summary,
        "parameters": [*_path_parameters(route), *_query_parameters(route)],
        "responses": {
            str(route.status): {"description": HTTPStatus(route.status).phrase, **_content(route.answer, known)},
            **{str(status): _problem(codes, known) for status, codes in refusals(route).items()},
        },
    }
    if route.who != "anyone":
        kinds = ("player", "trainer") if route.who == "member" else (route.who,)
        operation["security"] = [way for kind in kinds for way in _SECURITY[kind]]
    if route.body is not None:
        operation["requestBody"] = {"required": True, **_content(route.body, known)}
    return operation


def _operation_id(route: Route) -> str:
    words = [route.method.lower(), *route.path.replace("{", "").replace("}", "").replace("-", "/").split("/")]
    return words[0] + "".join(word.capitalize() for word in words[1:])


def _content(
    kind: type[msgspec.Struct] | Raw | None, known: dict[type[msgspec.Struct], dict[str, Any]]
) -> dict[str, Any]:
    if kind is None:
        return {}
    if isinstance(kind, Raw):
        return {"content": {kind.kind: {"schema": {} if kind.kind == "application/json" else {"type": "string"}}}}
    return {"content": {"application/json": {"schema": known[kind]}}}


def _problem(codes: tuple[str, ...], known: dict[type[msgspec.Struct], dict[str, Any]]) -> dict[str, Any]:
    return {
        "description": "Codes: " + ", ".join(codes),
        "content": {PROBLEM_TYPE: {"schema": known[ProblemDetails]}},
    }


def _path_parameters(route: Route) -> list[dict[str, Any]]:
    return [
        {"name": name, "in": "path", "required": True, "schema": {"type": "string", "pattern": FORMS[name]}}
        for name in PARAMETER.findall(route.path)
    ]


def _query_parameters(route: Route) -> list[dict[str, Any]]:
    _schema, components = msgspec.json.schema_components([route.query], ref_template=_REFERENCE)
    described = components[route.query.__name__]
    required = described.get("required", [])
    return [
        {"name": name, "in": "query", "required": name in required, "schema": schema}
        for name, schema in described.get("properties", {}).items()
    ]
