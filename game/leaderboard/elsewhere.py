"""Trainers who sign in elsewhere: OpenID Connect, the code flow, with state, nonce and PKCE.

The provider's word is believed when its token is signed by it, meant for this server, about
this very sign-in, and not out of date; then a trainer is looked for by issuer and subject.
"""

from __future__ import annotations

import asyncio
import secrets
import time
from typing import Any, NamedTuple
from urllib.parse import quote_plus, urlsplit

import httpx
import msgspec

__all__ = ["SECONDS_TO_COME_BACK", "START", "Begun", "Doubt", "Elsewhere", "Provider"]

SECONDS_TO_COME_BACK = 600
"""For signing in there."""
START = "/desk/oidc"
"""The address that leads there, and back."""
_ALGORITHMS = ("RS256", "PS256", "ES256", "EdDSA")
"""Those a provider signs with; never `none`, and none by a secret that both share."""
_LEEWAY_SECONDS = 60
_BAD_REQUEST = 400
_SECONDS = 10.0
"""To wait for the provider."""


class Provider(NamedTuple):
    """Who vouches for trainers."""

    issuer: str
    client: str
    """What the provider calls this server."""
    secret: str


class Known(msgspec.Struct, frozen=True):
    """What the provider tells of itself, as far as it is used."""

    issuer: str
    authorization_endpoint: str
    token_endpoint: str
    jwks_uri: str


class _Token(msgspec.Struct, frozen=True):
    """What it gives for a code."""

    id_token: str
    access_token: str = ""


class Begun(msgspec.Struct, frozen=True):
    """A sign-in that was begun, as its cookie has it."""

    state: str
    nonce: str
    verifier: str
    until: float
    connects: str | None = None
    """The trainer with whom the account is to be connected; None to sign in."""


class Doubt(Exception):
    """Why the provider is not believed, or cannot be asked; for the log, in English, quoting nothing."""


class Elsewhere:
    """Signing in at one provider.

    Args:
        provider: which.
        transport: how it is reached; None: over the network.
    """

    def __init__(self, provider: Provider, transport: httpx.AsyncBaseTransport | None = None) -> None:
        self.provider = provider
        self._transport = transport
        self._known: Known | None = None
        self._lock = asyncio.Lock()

    async def begin(self, back: str, connects: str | None = None) -> tuple[str, Begun]:
        """Where to send the browser, and what to know again when it comes back to `back`."""
        from authlib.oauth2.rfc6749.parameters import prepare_grant_uri  # late: few servers have a provider
        from authlib.oauth2.rfc7636 import create_s256_code_challenge

        known = await self._asked_about()
        begun = Begun(
            state=secrets.token_urlsafe(32),
            nonce=secrets.token_urlsafe(32),
            verifier=secrets.token_urlsafe(64),
            until=time.time() + SECONDS_TO_COME_BACK,
            connects=connects,
        )
        url = prepare_grant_uri(
            known.authorization_endpoint,
            self.provider.client,
            "code",
            redirect_uri=back,
            scope="openid",
            state=begun.state,
            nonce=begun.nonce,
            code_challenge=create_s256_code_challenge(begun.verifier),
            code_challenge_method="S256",
        )
        return str(url), begun

    async def subject(self, back: str, code: str, begun: Begun) -> str:
        """Whom the provider vouches for.

        Raises:
            Exception: it does not, or what it says is not to be believed.
        """
        known = await self._asked_about()
        sent = {"grant_type": "authorization_code", "code": code, "redirect_uri": back, "code_verifier": begun.verifier}
        async with self._client() as client:
            secret = (quote_plus(self.provider.client), quote_plus(self.provider.secret))
            token = await client.post(known.token_endpoint, data=sent, auth=secret)
            if token.status_code == _BAD_REQUEST:
                raise Doubt("the provider knows no such sign-in")
            told = msgspec.json.decode(token.raise_for_status().content, type=_Token)
            keys = (await client.get(known.jwks_uri)).raise_for_status().json()
        return self._vouched(told, keys, begun.nonce)

    def _vouched(self, told: _Token, keys: Any, nonce: str) -> str:
        from authlib.oidc.core import CodeIDToken
        from joserfc import jwt
        from joserfc.jwk import KeySet

        read = jwt.decode(told.id_token, KeySet.import_key_set(keys), algorithms=list(_ALGORITHMS))
        wanted = {"iss": self.provider.issuer, "aud": self.provider.client}
        claims = CodeIDToken(
            read.claims,
            read.header,
            {name: {"essential": True, "value": value} for name, value in wanted.items()},
            {"nonce": nonce, "client_id": self.provider.client, "access_token": told.access_token},
        )
        claims.validate(leeway=_LEEWAY_SECONDS)
        return str(claims["sub"])

    async def _asked_about(self) -> Known:
        """What the provider tells of itself, asked once."""
        async with self._lock:
            if self._known is None:
                url = f"{self.provider.issuer.rstrip('/')}/.well-known/openid-configuration"
                async with self._client() as client:
                    answer = (await client.get(url)).raise_for_status()
                known = msgspec.json.decode(answer.content, type=Known)
                if known.issuer != self.provider.issuer:
                    raise Doubt("the provider calls itself otherwise")
                for endpoint in known.authorization_endpoint, known.token_endpoint, known.jwks_uri:
                    _refuse_open_way(endpoint)
                self._known = known
            return self._known

    def _client(self) -> httpx.AsyncClient:
        return httpx.AsyncClient(transport=self._transport, timeout=_SECONDS)


def _refuse_open_way(url: str) -> None:
    """Refuse an address on whose way anybody could listen; on this computer itself nobody can."""
    parts = urlsplit(url)
    if parts.scheme != "https" and parts.hostname not in ("127.0.0.1", "::1", "localhost"):
        raise Doubt("the provider is not asked over https")
