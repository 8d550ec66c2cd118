"""What went wrong, for programs (RFC 9457) and for people: a status, a code that stays, a sentence."""

from __future__ import annotations

from http import HTTPStatus
from typing import TYPE_CHECKING

import msgspec
from starlette.responses import Response

from game.online.messages import ProblemDetails
from game.texts import _

if TYPE_CHECKING:
    from collections.abc import Mapping

    from game.records.league.refused import Refused

__all__ = ["PROBLEM_TYPE", "STATUSES", "Problem", "as_json", "missing", "not_signed_in", "of_refusal"]

PROBLEM_TYPE = "application/problem+json"

STATUSES: Mapping[str, int] = {
    "not-yours": 403,
    "unknown-session": 404,
    "unknown-season": 404,
    "unknown-scenario": 404,
    "unknown-team": 404,
    "unknown-assignment": 404,
    "step-differs": 422,
    "too-many-guesses": 429,
}
"""What a refusal's code means over HTTP; any other is a conflict with how things stand."""
_CONFLICT = 409


class Problem(Exception):
    """A request that is not carried out: its status, its code, its sentence in the language of whoever asked."""

    def __init__(self, status: int, code: str, sentence: str, headers: Mapping[str, str] | None = None) -> None:
        super().__init__(code)
        self.status = status
        self.code = code
        self.sentence = sentence
        self.headers = dict(headers or {})


def as_json(problem: Problem) -> Response:
    """The problem for a program."""
    details = ProblemDetails(
        type=f"urn:gastgeber:problem:{problem.code}",
        title=HTTPStatus(problem.status).phrase,
        status=problem.status,
        code=problem.code,
        detail=problem.sentence,
    )
    return Response(msgspec.json.encode(details), problem.status, problem.headers, PROBLEM_TYPE)


def of_refusal(refused: Refused) -> Problem:
    """What the league refused, as an answer."""
    status = STATUSES.get(refused.code, _CONFLICT)
    return Problem(status, refused.code, refused.sentence, {"Retry-After": "60"} if status == 429 else None)


def missing() -> Problem:
    """There is nothing here."""
    return Problem(404, "not-found", _("There is nothing here."))


def not_signed_in() -> Problem:
    """Whoever asks is not known."""
    sentence = _("You are not signed in here. Join a team with a code, or sign in again.")
    return Problem(401, "not-signed-in", sentence, {"WWW-Authenticate": "Bearer"})
