"""Serves the application with uvicorn, says when it is ready, and ends at once when it is told to."""

from __future__ import annotations

import asyncio
import gc
import signal
import socket
from collections.abc import Callable
from types import FrameType

import uvicorn
from fastapi import FastAPI

from server.operation.bounded_protocol import BoundedProtocol
from server.settings import Listen, ServeSettings
from shared.failures import EnvironmentFailure

_LAST_ANSWERS_SECONDS = 10

QUIET_CONNECTION_SECONDS = 75
"""How long a connection without a request is kept: longer than the proxy keeps its own, so that it never asks on one
that is just being closed."""

_A_SMALL_OFFICE = ServeSettings()
_YOUNG = 20_000


class Server(uvicorn.Server):
    """A server that lets its long polls go before it waits for its last answers."""

    def __init__(self, app: FastAPI, settings: ServeSettings = _A_SMALL_OFFICE) -> None:
        super().__init__(
            uvicorn.Config(
                app,
                loop="auto",
                http=BoundedProtocol,
                ws="none",
                access_log=False,  # addresses hold tokens
                log_config=None,
                log_level="warning",
                server_header=False,
                timeout_keep_alive=QUIET_CONNECTION_SECONDS,
                proxy_headers=bool(settings.behind),
                forwarded_allow_ips=list(settings.behind),
                timeout_graceful_shutdown=_LAST_ANSWERS_SECONDS,
            )
        )
        self._app = app
        self._leaving = settings.leaving

    def handle_exit(self, sig: int, frame: FrameType | None) -> None:
        """Told to end: no longer ready, from this moment on."""
        self._app.state.readiness.leave()
        super().handle_exit(sig, frame)

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        """Lets whoever asks see that it ends, then ends what waits, then what answers."""
        self._app.state.readiness.leave()
        await asyncio.sleep(self._leaving)
        self._app.state.arrivals.close()
        await super().shutdown(sockets)


def serve(
    app: FastAPI, listen: Listen, ready: Callable[[str], None], settings: ServeSettings = _A_SMALL_OFFICE
) -> None:
    """Serves until a signal comes; `ready` is told the address, with the real port, once connections are taken."""
    listening = bound_socket(listen)
    host, port = listening.getsockname()[:2]
    shown = f"[{host}]" if ":" in host else host
    _end_quietly()
    _forget_what_stays()
    with listening:
        ready(f"http://{shown}:{port}")
        Server(app, settings).run(sockets=[listening])


def _end_quietly() -> None:
    """Lets the signals that end the server, and that it raises again once it has ended, end in an exit status of 0."""
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, lambda _number, _frame: None)


def _forget_what_stays() -> None:
    """The modules, routes and statements that are here before the first request are never garbage, and many.

    Looking through them again and again, as the collector would, costs a fifteenth of what a server does. What a push
    brings is thousands of objects, which go as one when it has been answered: it looks among the young less often too.
    """
    gc.collect()
    gc.freeze()
    gc.set_threshold(_YOUNG)


def bound_socket(listen: Listen) -> socket.socket:
    """A socket that takes connections already. EnvironmentFailure `address_in_use`."""
    family = socket.AF_INET6 if ":" in listen.host else socket.AF_INET
    listening = socket.socket(family, socket.SOCK_STREAM)
    listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listening.bind((listen.host, listen.port))
        listening.listen(2048)
    except OSError as problem:
        listening.close()
        raise EnvironmentFailure(
            "address_in_use",
            f"Không mở được địa chỉ {listen.host}:{listen.port}; có thể chương trình khác đang dùng.",
            f"The address {listen.host}:{listen.port} cannot be opened; another program may be using it.",
        ) from problem
    return listening
