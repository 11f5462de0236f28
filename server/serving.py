"""Serves the application with uvicorn, says when it is ready, and ends at once when it is told to."""

from __future__ import annotations

import signal
import socket
from collections.abc import Callable

import uvicorn
from fastapi import FastAPI

from server.settings import Listen
from shared.failures import EnvironmentFailure

_LAST_ANSWERS_SECONDS = 10


class Server(uvicorn.Server):
    """A server that lets its long polls go before it waits for its last answers."""

    def __init__(self, app: FastAPI) -> None:
        super().__init__(
            uvicorn.Config(
                app,
                loop="auto",
                http="auto",
                ws="none",
                access_log=False,  # addresses hold tokens
                log_level="warning",
                server_header=False,
                timeout_graceful_shutdown=_LAST_ANSWERS_SECONDS,
            )
        )
        self._app = app

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        """Ends what waits, then what answers."""
        self._app.state.arrivals.close()
        await super().shutdown(sockets)


def serve(app: FastAPI, listen: Listen, ready: Callable[[str], None]) -> None:
    """Serves until a signal comes; `ready` is told the address, with the real port, once connections are taken."""
    listening = bound_socket(listen)
    host, port = listening.getsockname()[:2]
    shown = f"[{host}]" if ":" in host else host
    _end_quietly()
    with listening:
        ready(f"http://{shown}:{port}")
        Server(app).run(sockets=[listening])


def _end_quietly() -> None:
    """Lets the signals that end the server, and that it raises again once it has ended, end in an exit status of 0."""
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, lambda _number, _frame: None)


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
