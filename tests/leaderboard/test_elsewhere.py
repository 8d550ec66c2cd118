"""Trainers sign in elsewhere, and nobody else does."""

from __future__ import annotations

import html
import re
import time
from typing import TYPE_CHECKING, Any

import pytest
from joserfc.jwk import ECKey, OctKey

from game.leaderboard.connecting import BACK
from game.leaderboard.elsewhere import START, Elsewhere, Provider
from game.records.league import trainers
from tests.leaderboard.provider import CLIENT, ISSUER, SECRET, FakeProvider
from tests.leaderboard.served import NOW, Served

if TYPE_CHECKING:
    from collections.abc import Iterator

    import httpx

    from game.records.database.connection import Database


pytestmark = pytest.mark.parametrize("league_url", ["sqlite"], indirect=True)


@pytest.fixture
def provider() -> FakeProvider:
    """One that does as it should."""
    return FakeProvider()


@pytest.fixture
def server(league_database: Database, provider: FakeProvider) -> Iterator[Served]:
    """A server whose trainer Kim is the provider's kim-42."""
    elsewhere = Elsewhere(Provider(ISSUER, CLIENT, SECRET), provider.transport)
    served = Served(league_database, elsewhere=elsewhere)
    with league_database.writing() as c:
        trainers.bind_identity(c, served.trainer, ISSUER, "kim-42", NOW)
    yield served
    served.close()


def begun(server: Served) -> tuple[str, dict[str, str]]:
    """Where the browser is sent, and the cookies it keeps."""
    answered = server.send("GET", START)
    assert answered.status_code == 303
    return answered.headers["location"], _cookies(answered)


def come_back(server: Served, provider: FakeProvider, **otherwise: str) -> httpx.Response:
    """Sign in there and come back, some of what is brought back being otherwise."""
    url, cookies = begun(server)
    brought = {**provider.signed_in(url), **otherwise}
    return server.send("GET", BACK, params=brought, headers={"Cookie": _said(cookies)})


def test_a_trainer_whom_the_provider_vouches_for_is_let_in(server: Served, provider: FakeProvider) -> None:
    """They come to the desk with a cookie, which is as good as one that a passphrase brought."""
    back = come_back(server, provider)
    assert (back.status_code, back.headers["location"]) == (303, "/desk")
    token = _cookies(back)["gastgeber-desk"]
    assert server.ask("GET", "/teams", token).json()["teams"][0]["name"] == "Night desk"


def test_whoever_is_bound_to_no_trainer_is_told_what_to_send(server: Served, provider: FakeProvider) -> None:
    """Nobody becomes a trainer by having an account elsewhere."""
    provider.claims = {"sub": "somebody-else"}
    back = come_back(server, provider)
    assert back.status_code == 403
    assert "somebody-else" in back.text
    assert ISSUER in back.text
    assert "gastgeber-desk" not in _cookies(back)


@pytest.mark.parametrize(
    "claims",
    [
        {"iss": "https://another.test"},
        {"aud": "another"},
        {"aud": [CLIENT, "another"]},
        {"azp": "another"},
        {"exp": int(time.time()) - 3600},
        {"iat": int(time.time()) + 3600},
        {"nonce": "of another sign-in"},
        {"nonce": None},
        {"sub": None},
        {"exp": None},
    ],
    ids=lambda claims: next(iter(claims)),  # no times: every process must find the same names
)
def test_what_is_not_said_of_this_sign_in_is_not_believed(
    server: Served, provider: FakeProvider, claims: dict[str, Any]
) -> None:
    """By another issuer, for another server, of another time or sign-in, or of nobody."""
    provider.claims = claims
    back = come_back(server, provider)
    assert back.status_code == 403
    assert "gastgeber-desk" not in _cookies(back)


@pytest.mark.parametrize("key", ["another key", "the secret", "none"])
def test_what_the_provider_has_not_signed_is_not_believed(server: Served, provider: FakeProvider, key: str) -> None:
    """By another's key, by the secret that it shares, or by nothing."""
    if key == "another key":
        provider.signs_with = ECKey.generate_key("P-256", parameters={"kid": "one"})
    elif key == "the secret":
        provider.signs_with, provider.algorithm = OctKey.import_key(SECRET), "HS256"
    else:
        provider.algorithm = "none"
    assert come_back(server, provider).status_code == 403


def test_a_sign_in_that_another_browser_began_is_refused(server: Served, provider: FakeProvider) -> None:
    """Without its cookie, with another state, with a cookie that was forged."""
    url, cookies = begun(server)
    brought = provider.signed_in(url)
    assert server.send("GET", BACK, params=brought).status_code == 403
    assert come_back(server, provider, state="forged").status_code == 403
    forged = {name: f"{value[:-1]}{'0' if value[-1] != '0' else '1'}" for name, value in cookies.items()}
    assert server.send("GET", BACK, params=brought, headers={"Cookie": _said(forged)}).status_code == 403


def test_a_code_of_another_sign_in_is_refused(server: Served, provider: FakeProvider) -> None:
    """The provider finds that the verifier does not belong to it; so does whoever says no there."""
    assert come_back(server, provider, code="stolen").status_code == 403
    url, cookies = begun(server)
    state = provider.signed_in(url)["state"]
    said_no = {"error": "access_denied", "state": state}
    assert server.send("GET", BACK, params=said_no, headers={"Cookie": _said(cookies)}).status_code == 403


def test_who_is_signed_in_connects_an_account_by_a_form_of_their_own(server: Served, provider: FakeProvider) -> None:
    """From then on it lets them in; a link, or another one's browser coming back, connects nothing."""
    provider.claims = {"sub": "kim-at-home"}
    desk = {"gastgeber-desk": server.let_in()}
    form = {"form_token": server.form_token(desk["gastgeber-desk"])}
    assert server.send("POST", START, data={"form_token": "forged"}, headers={"Cookie": _said(desk)}).status_code == 403
    shown = server.send("POST", START, data=form, headers={"Cookie": _said(desk)})
    assert shown.status_code == 200
    url = html.unescape(re.findall(rf'href="({ISSUER}[^"]+)"', shown.text)[0])
    brought, cookies = provider.signed_in(url), _cookies(shown)
    assert server.send("GET", BACK, params=brought, headers={"Cookie": _said(cookies)}).status_code == 403
    assert server.send("GET", BACK, params=brought, headers={"Cookie": _said(cookies | desk)}).status_code == 303
    assert come_back(server, provider).status_code == 303


def test_a_provider_that_calls_itself_otherwise_is_not_asked(server: Served, provider: FakeProvider) -> None:
    """Its word would be another's."""
    provider.calls_itself = "https://another.test"
    assert server.send("GET", START).status_code == 502


def _cookies(answered: httpx.Response) -> dict[str, str]:
    """What a browser keeps of an answer; none of it is a script's to read."""
    told = answered.headers.get_list("set-cookie")
    assert all("HttpOnly" in each and "SameSite=lax" in each for each in told)
    pairs = (each.partition(";")[0].partition("=") for each in told)
    return {name: value for name, _equals, value in pairs if value not in ("", '""')}


def _said(cookies: dict[str, str]) -> str:
    return "; ".join(f"{name}={value}" for name, value in cookies.items())
