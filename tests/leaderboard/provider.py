"""A provider for tests at which trainers sign in: OpenID Connect, in this process, with a key of its own."""

from __future__ import annotations

import base64
import hashlib
import time
from typing import Any
from urllib.parse import parse_qs, quote_plus, urlsplit

import httpx
from joserfc import jwt
from joserfc.jwk import ECKey, Key
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

__all__ = ["CLIENT", "ISSUER", "SECRET", "FakeProvider"]

ISSUER = "https://sign-in.test"
CLIENT = "gastgeber"
SECRET = "between the two of us"


class FakeProvider:
    """Vouches for whoever is told to it, as truly as it is told to."""

    def __init__(self) -> None:
        self.key = ECKey.generate_key("P-256", parameters={"kid": "one"})
        self.signs_with: Key = self.key
        self.algorithm = "ES256"
        self.claims: dict[str, Any] = {}
        """What it says otherwise than it should."""
        self.calls_itself = ISSUER
        self._asked: dict[str, list[str]] = {}
        app = Starlette(
            routes=[
                Route("/.well-known/openid-configuration", self._tell),
                Route("/keys", self._keys),
                Route("/token", self._token, methods=["POST"]),
            ]
        )
        self.transport = httpx.ASGITransport(app)

    def signed_in(self, url: str) -> dict[str, str]:
        """What the browser brings back after somebody was sent to this address and signed in."""
        self._asked = parse_qs(urlsplit(url).query)
        assert url.startswith(f"{ISSUER}/authorize?")
        assert self._asked["code_challenge_method"] == ["S256"]
        return {"code": "of-this-sign-in", "state": self._asked["state"][0]}

    async def _tell(self, _request: Request) -> Response:
        ways = {"authorization_endpoint": "authorize", "token_endpoint": "token", "jwks_uri": "keys"}
        told = {name: f"{ISSUER}/{path}" for name, path in ways.items()}
        return JSONResponse({"issuer": self.calls_itself, **told})

    async def _keys(self, _request: Request) -> Response:
        return JSONResponse({"keys": [self.key.as_dict(private=False)]})

    async def _token(self, request: Request) -> Response:
        sent = await request.form()
        challenge = base64.urlsafe_b64encode(hashlib.sha256(str(sent["code_verifier"]).encode()).digest()).decode()
        basic = base64.b64encode(f"{CLIENT}:{quote_plus(SECRET)}".encode()).decode()
        is_right = (
            request.headers.get("authorization") == f"Basic {basic}"
            and sent["code"] == "of-this-sign-in"
            and [challenge.rstrip("=")] == self._asked["code_challenge"]
            and [sent["redirect_uri"]] == self._asked["redirect_uri"]
        )
        if not is_right:
            return JSONResponse({"error": "invalid_grant"}, 400)
        return JSONResponse({"access_token": "of no use", "token_type": "Bearer", "id_token": self._vouch()})

    def _vouch(self) -> str:
        now = int(time.time())
        claims = {"iss": ISSUER, "aud": CLIENT, "sub": "kim-42", "iat": now, "exp": now + 60}
        claims |= {"nonce": self._asked["nonce"][0], **self.claims}
        told = {name: value for name, value in claims.items() if value is not None}
        header = {"alg": self.algorithm, "kid": "one"}
        return jwt.encode(header, told, self.signs_with, algorithms=[self.algorithm])
