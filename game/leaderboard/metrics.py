"""What is counted for Prometheus, in one process, about requests and never about persons."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram, generate_latest
from prometheus_client.exposition import CONTENT_TYPE_LATEST
from starlette.responses import Response

from game.leaderboard.logging import LOGGER

if TYPE_CHECKING:
    from starlette.requests import Request
    from starlette.types import ASGIApp, Message, Receive, Scope, Send

__all__ = ["Metrics", "Observed"]

_NOWHERE = "none"
"""The route of what leads nowhere: paths are not counted, for anybody may invent them."""
_NOBODY_WAITED = 499
"""Of whoever went away before there was an answer; it is no failure of the server's."""
_FAILED = 500
_SECONDS = (0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5, 10)
_METHODS = frozenset(("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"))


class Metrics:
    """The counters of one process; where a server has several, each tells of itself."""

    def __init__(self) -> None:
        self.registry = CollectorRegistry()
        self.requests = Counter(
            "gastgeber_requests", "Requests answered.", ("route", "method", "status"), registry=self.registry
        )
        self.seconds = Histogram(
            "gastgeber_request_seconds",
            "Time to the last byte of an answer, streams left out.",
            ("route",),
            buckets=_SECONDS,
            registry=self.registry,
        )
        self.streams = Gauge("gastgeber_streams", "Boards that are being followed live.", registry=self.registry)
        self.snapshots = Counter(
            "gastgeber_snapshots", "Boards read anew and sent to all who follow them.", registry=self.registry
        )
        self.write_seconds = Histogram(
            "gastgeber_write_seconds",
            "Time until what was to be written was kept, the wait for others included.",
            buckets=_SECONDS,
            registry=self.registry,
        )
        self.refusals = Counter("gastgeber_refusals", "Requests refused, by code.", ("code",), registry=self.registry)

    async def answer(self, _request: Request) -> Response:
        """All of them, as Prometheus reads them."""
        return Response(generate_latest(self.registry), headers={"Content-Type": CONTENT_TYPE_LATEST})


class Observed:
    """Counts each request and tells the log of it: its route, its status, how long it took."""

    def __init__(self, app: ASGIApp, metrics: Metrics, *, with_addresses: bool = False) -> None:
        self._app = app
        self._metrics = metrics
        self._with_addresses = with_addresses

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        status = _NOBODY_WAITED
        kind = b""
        began = time.perf_counter()

        async def sent(message: Message) -> None:
            nonlocal status, kind
            if message["type"] == "http.response.start":
                status = message["status"]
                kind = next((value for name, value in message["headers"] if name == b"content-type"), b"")
            await send(message)

        try:
            await self._app(scope, receive, sent)
        except Exception:
            if status == _NOBODY_WAITED:
                status = _FAILED
            raise
        finally:
            took = time.perf_counter() - began
            self._count(scope, status, took, is_stream=kind.startswith(b"text/event-stream"))

    def _count(self, scope: Scope, status: int, took: float, *, is_stream: bool) -> None:
        route = _route(scope)
        method = scope["method"] if scope["method"] in _METHODS else "other"
        self._metrics.requests.labels(route, method, status).inc()
        if not is_stream:
            self._metrics.seconds.labels(route).observe(took)
        told = {"route": route, "method": method, "status": status, "ms": round(took * 1000, 1)}
        if self._with_addresses and scope.get("client"):
            told["address"] = scope["client"][0]
        LOGGER.info("request", extra=told)


def _route(scope: Scope) -> str:
    """The route a request went to, as it is declared: no keys, no codes."""
    route = scope.get("route")
    return str(getattr(route, "path", _NOWHERE)) if "endpoint" in scope else _NOWHERE
