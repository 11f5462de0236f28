"""Sees every request come and its answer go: the number, the safe headers, what is counted, the line in the log."""

from __future__ import annotations

import logging
from time import perf_counter

from starlette.types import ASGIApp, Message, Receive, Scope, Send

from server.callers import CALLER_KEY
from server.operation.measures import Measures
from server.operation.request_number import begin_request
from server.operation.safe_headers import with_safe_headers
from shared.replication.signing import Caller

TEMPLATE_KEY = "motcua.route"
"""Where an answer that is made before the routes says in the scope which address it stands for."""

_log = logging.getLogger("motcua.requests")


class Watch:
    """The outermost layer of the application."""

    def __init__(self, app: ASGIApp, measures: Measures) -> None:
        self._app = app
        self._measures = measures

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Passes the request on under a number of its own."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        number = begin_request()
        began = perf_counter()
        status = 0

        async def sending(message: Message) -> None:
            nonlocal status
            if message["type"] == "http.response.start":
                status = message["status"]
                message["headers"] = with_safe_headers(message.get("headers", ()), number)
            await send(message)

        self._measures.running.inc()
        try:
            await self._app(scope, receive, sending)
        finally:
            self._measures.running.dec()
            self._answered(scope, status, perf_counter() - began)

    def _answered(self, scope: Scope, status: int, seconds: float) -> None:
        route = template_of(scope)
        self._measures.answered(route, scope["method"], status, seconds)
        level = logging.WARNING if status >= 500 else logging.INFO
        if _log.isEnabledFor(level):
            about = {"method": scope["method"][:10], "route": route, "status": status, "ms": round(seconds * 1000, 1)}
            if 200 <= status < 300:
                about |= _caller_of(scope)
            _log.log(level, "answered", extra={"about": about})


def template_of(scope: Scope) -> str:
    """The address as its route declares it, "unknown" for one that no route has: never what was asked for itself."""
    said = scope.get(TEMPLATE_KEY) or getattr(scope.get("route"), "path", None)
    return str(said) if said else "unknown"


def _caller_of(scope: Scope) -> dict[str, str]:
    """Which device of which office has called; asked only of requests whose signature, if they had one, was right."""
    caller: Caller | None = scope.get(CALLER_KEY)
    return {"office": caller.office, "device": caller.device} if caller else {}
