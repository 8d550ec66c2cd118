"""What went wrong, for programs (RFC 9457) and for people: a status, a code that stays, a sentence."""

from __future__ import annotations

from http import HTTPStatus
from typing import TYPE_CHECKING

import msgspec
from starlette.responses import Response

from game.online.messages import Finding, ProblemDetails
from game.texts import _

if TYPE_CHECKING:
    from collections.abc import Mapping

    from game.records.league.refused import Refused

__all__ = ["PROBLEM_TYPE", "STATUSES", "Problem", "as_json", "missing", "not_signed_in", "of_refusal", "status_of"]

PROBLEM_TYPE = "application/problem+json"

STATUSES: Mapping[str, int] = {
    "not-understood": 422,
    "bad-request": 400,
    "not-signed-in": 401,
    "wrong-passphrase": 401,
    "unknown-identity": 403,
    "foreign-origin": 403,
    "form-too-old": 403,
    "step-differs": 422,
    "not-on-offer": 422,
    "not-yours": 403,
    "not-found": 404,
    "method-not-allowed": 405,
    "too-slow": 408,
    "too-large": 413,
    "other-kind": 415,
    "journal-too-large": 413,
    "journal-damaged": 422,
    "journal-not-allowed": 422,
    "journal-unfinished": 422,
    "too-many-journals": 429,
    "case-at-fault": 422,
    "case-without-scores": 422,
    "case-twice": 422,
    "no-cases": 422,
    "too-many-cases": 422,
    "passphrase-too-short": 422,
    "passphrase-too-long": 422,
    "code-lives-too-long": 422,
    "code-used-too-often": 422,
    "unknown-zone": 422,
    "unknown-look": 422,
    "too-many-guesses": 429,
    "failure": 500,
    "database-not-reachable": 503,
    "too-many-streams": 503,
}
"""What a code means over HTTP, where its beginning (below) does not say it."""
_BEGINNINGS = {"unknown-": 404, "name-": 422, "bad-": 422, "unfit-": 422}
"""Somebody named what is not there; something sent does not fit."""
_CONFLICT = 409
"""Any other: as things stand, it cannot be done."""


class Problem(Exception):
    """A request that is not carried out: its status, its code, its sentence in the language of whoever asked."""

    def __init__(self, status: int, code: str, sentence: str, headers: Mapping[str, str] | None = None) -> None:
        super().__init__(code)
        self.status = status
        self.code = code
        self.sentence = sentence
        self.headers = dict(headers or {})
        self.findings: tuple[Finding, ...] = ()
        """Of a case that was not published."""


def as_json(problem: Problem) -> Response:
    """The problem for a program."""
    details = ProblemDetails(
        type=f"urn:gastgeber:problem:{problem.code}",
        title=HTTPStatus(problem.status).phrase,
        status=problem.status,
        code=problem.code,
        detail=problem.sentence,
        findings=problem.findings,
    )
    return Response(msgspec.json.encode(details), problem.status, problem.headers, PROBLEM_TYPE)


def of_refusal(refused: Refused) -> Problem:
    """What the league refused, as an answer."""
    status = status_of(refused.code)
    wait = refused.values.get("retry_after_s")
    return Problem(status, refused.code, refused.sentence, None if wait is None else {"Retry-After": str(wait)})


def status_of(code: str) -> int:
    """What a code means over HTTP."""
    known = STATUSES.get(code)
    if known is not None:
        return known
    return next((status for beginning, status in _BEGINNINGS.items() if code.startswith(beginning)), _CONFLICT)


def missing() -> Problem:
    """There is nothing here."""
    return Problem(404, "not-found", _("There is nothing here."))


def not_signed_in() -> Problem:
    """Whoever asks is not known."""
    sentence = _("You are not signed in here. Join a team with a code, or sign in again.")
    return Problem(401, "not-signed-in", sentence, {"WWW-Authenticate": "Bearer"})
