"""A line that misbehaves: a proxy on loopback that cuts answers, swallows them, or answers instead of the server."""

from __future__ import annotations

import socket
import socketserver
import threading
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from urllib.parse import urlsplit

_CHUNK = 65536


@dataclass
class Misbehaviour:
    """What becomes of the next answers. `cut_after`: only so many bytes pass; `instead`: this comes in their place."""

    cut_after: int | None = None
    instead: bytes | None = None
    passed: int = 0
    """How many bytes the last answer had, as far as it passed."""


@dataclass(frozen=True, slots=True)
class BadLine:
    """The proxy at `url`, and what it does."""

    url: str
    misbehaviour: Misbehaviour


@contextmanager
def bad_line(server_url: str) -> Iterator[BadLine]:
    """A proxy before the server at `server_url`, one request a connection."""
    parts = urlsplit(server_url)
    assert parts.hostname is not None
    assert parts.port is not None
    target, misbehaviour = (parts.hostname, parts.port), Misbehaviour()

    class Handler(socketserver.BaseRequestHandler):
        def handle(self) -> None:
            request = _whole_request(self.request)
            if not request:
                return
            with closing(socket.create_connection(target, timeout=30)) as server:
                server.sendall(_one_request_only(request))
                answer = b"".join(iter(lambda: server.recv(_CHUNK), b""))
            misbehaviour.passed = len(answer)
            shown = answer if misbehaviour.instead is None else misbehaviour.instead
            self.request.sendall(shown if misbehaviour.cut_after is None else shown[: misbehaviour.cut_after])

    class Proxy(socketserver.ThreadingTCPServer):
        allow_reuse_address = True
        daemon_threads = False

    with Proxy(("127.0.0.1", 0), Handler) as proxy:
        thread = threading.Thread(target=proxy.serve_forever, kwargs={"poll_interval": 0.02})
        thread.start()
        try:
            yield BadLine(f"http://127.0.0.1:{proxy.server_address[1]}", misbehaviour)
        finally:
            proxy.shutdown()
            thread.join()


def _whole_request(connection: socket.socket) -> bytes:
    """One request with its body."""
    received = b""
    while b"\r\n\r\n" not in received:
        chunk = connection.recv(_CHUNK)
        if not chunk:
            return b""
        received += chunk
    head, _, body = received.partition(b"\r\n\r\n")
    lengths = [line for line in head.split(b"\r\n") if line.lower().startswith(b"content-length:")]
    wanted = int(lengths[0].partition(b":")[2]) if lengths else 0
    while len(body) < wanted:
        body += connection.recv(_CHUNK)
    return head + b"\r\n\r\n" + body


def _one_request_only(request: bytes) -> bytes:
    """The same request on a connection that the server closes after its answer."""
    head, _, body = request.partition(b"\r\n\r\n")
    lines = [line for line in head.split(b"\r\n") if not line.lower().startswith(b"connection:")]
    return b"\r\n".join([*lines, b"Connection: close"]) + b"\r\n\r\n" + body
