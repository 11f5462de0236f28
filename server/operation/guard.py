"""Stands before every route: only names this server is called by, and no body longer or slower than its route takes."""

from __future__ import annotations

from starlette.types import ASGIApp, Message, Receive, Scope, Send

from server.answers import answer_to
from server.operation.body_bound import BodyBound
from server.refusals import HttpRefusal

OPEN_TO_ANY_NAME = frozenset({"/healthz", "/api/health", "/metrics"})
"""What watches the server asks it by its address, not by its name."""


class Guard:
    """Lets a request through or refuses it in words. `hosts`: the names by which it may be asked, none means any;
    `silence`: seconds in which some of a body must come."""

    def __init__(self, app: ASGIApp, hosts: tuple[str, ...], silence: float) -> None:
        self._app = app
        self._hosts = frozenset(host.lower() for host in hosts)
        self._silence = silence

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Passes the request on with its body bounded."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        if self._hosts and scope["path"] not in OPEN_TO_ANY_NAME and _host_of(scope) not in self._hosts:
            await answer_to(scope, _wrong_name(), 421)(scope, receive, send)
            return
        bound = BodyBound(scope, receive, self._silence)
        begun = replaced = False

        async def sending(message: Message) -> None:
            nonlocal begun, replaced
            if begun or bound.refused is None:
                begun = True
                await send(message)
            elif not replaced:
                replaced = True
                await answer_to(scope, bound.refused, bound.refused.status)(scope, receive, send)

        await self._app(scope, bound.receive, sending)


def _host_of(scope: Scope) -> str:
    for name, value in scope["headers"]:
        if name == b"host":
            host: str = value.decode("latin-1").lower()
            return host.rpartition(":")[0] if host.rpartition(":")[2].isdigit() and ":" in host else host
    return ""


def _wrong_name() -> HttpRefusal:
    return HttpRefusal(
        421,
        "wrong_name",
        "Máy chủ không phục vụ tên miền này. Hãy kiểm tra lại địa chỉ.",
        "This server does not answer to this name. Check the address.",
    )
