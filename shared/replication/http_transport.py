"""Carries requests over HTTP with `requests`, and believes an answer only when it is whole and says what it should.

No answer, a cut answer and another's answer (the log-in page of a wireless network) each become an EnvironmentFailure.
"""

from __future__ import annotations

import contextlib
import io
import threading
import weakref
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from socket import SHUT_RDWR, socket
from typing import Any

import requests
import urllib3
from requests.adapters import HTTPAdapter

from shared.failures import EnvironmentFailure
from shared.replication.refusals import ServerRefused, answer_unreadable, server_unreachable
from shared.replication.wire import read_fields

LONGEST_ANSWER_BYTES = 64 * 1024 * 1024
JSON = "application/json"
_LONG_BODY_BYTES = 64 * 1024
"""A longer body goes out in blocks: the time to be silent is then that of a block, not of the whole body."""
_CONNECT_SECONDS = 3.05


@dataclass(frozen=True, slots=True)
class Outgoing:
    """A request. `target` is the path with its query; `read_seconds` how long the server may be silent.

    `kind` is the media type of the body, `answer` that of a good answer; refusals are always JSON.
    """

    method: str
    target: str
    body: bytes = b""
    headers: Mapping[str, str] = field(default_factory=dict)
    read_seconds: float = 20.0
    connect_seconds: float = _CONNECT_SECONDS
    kind: str = JSON
    answer: str = JSON


@dataclass(frozen=True, slots=True)
class Incoming:
    """A whole answer of the kind and with one of the statuses that were expected."""

    status: int
    body: bytes


class HttpTransport:
    """One conversation with the server at `base_url`, one request at a time. `ca`: the office's own authority (PEM)."""

    def __init__(self, base_url: str, ca: Path | None = None) -> None:
        self._base = base_url.rstrip("/")
        self._adapter = _InterruptibleAdapter()
        self._session = requests.Session()
        self._session.mount("http://", self._adapter)
        self._session.mount("https://", self._adapter)
        self._session.auth = _as_it_is
        self._session.headers.update({"Accept": "application/json", "Accept-Encoding": "identity"})
        if ca:
            self._session.verify = str(ca)

    def exchange(self, outgoing: Outgoing, accepted: frozenset[int] = frozenset({200})) -> Incoming:
        """Sends `outgoing` and answers what came back whole with an `accepted` status.

        EnvironmentFailure `server_unreachable`, `server_answer_unreadable`, or `server_refused` (a `ServerRefused`).
        """
        try:
            with self._session.request(
                outgoing.method,
                self._base + outgoing.target,
                data=io.BytesIO(outgoing.body) if len(outgoing.body) > _LONG_BODY_BYTES else outgoing.body,
                headers=_headers(outgoing),
                timeout=(outgoing.connect_seconds, outgoing.read_seconds),
                allow_redirects=False,
                stream=True,
            ) as response:
                good = response.status_code in accepted
                body = _whole_body(response, outgoing.answer if good else JSON)
        except requests.exceptions.RequestException as problem:
            raise _failure_of(problem) from problem
        if good:
            return Incoming(response.status_code, body)
        raise _refusal(response.status_code, body)

    def interrupt(self) -> None:
        """Ends the request under way, from another thread, and every later one: they fail with `server_unreachable`."""
        self._adapter.interrupt()

    def close(self) -> None:
        """Gives the connection back."""
        self._session.close()


def _headers(outgoing: Outgoing) -> dict[str, str]:
    content = {"Content-Type": outgoing.kind} if outgoing.body else {}
    return {**outgoing.headers, **content}


def _whole_body(response: requests.Response, wanted: str) -> bytes:
    """The body, if the headers announce the kind `wanted` and a length, and exactly that came."""
    announced = response.headers.get("Content-Length", "")
    kind = response.headers.get("Content-Type", "").partition(";")[0].strip().lower()
    if kind != wanted or not announced.isascii() or not announced.isdigit():
        raise answer_unreadable()
    if "Content-Encoding" in response.headers or int(announced) > LONGEST_ANSWER_BYTES:
        raise answer_unreadable()
    body = response.content
    if len(body) != int(announced):
        raise answer_unreadable()
    return body


def _failure_of(problem: requests.exceptions.RequestException) -> EnvironmentFailure:
    cut = (
        requests.exceptions.ChunkedEncodingError,
        requests.exceptions.ContentDecodingError,
        requests.exceptions.InvalidHeader,
    )
    return answer_unreadable() if isinstance(problem, cut) else server_unreachable()


def _refusal(status: int, body: bytes) -> EnvironmentFailure:
    try:
        fields = read_fields(body)
        reason, vi, en = fields.text("code"), fields.text("vi"), fields.text("en")
        last = fields.natural("last") if reason == "request_replayed" else None
    except ValueError:
        return answer_unreadable()
    return ServerRefused(status, reason, vi, en, last)


def _as_it_is(request: requests.PreparedRequest) -> requests.PreparedRequest:
    """Keeps `requests` from adding a password it finds in a .netrc file."""
    return request


class _InterruptibleAdapter(HTTPAdapter):
    """Knows the sockets of its connections, so that a long wait can be ended from another thread."""

    def __init__(self) -> None:
        self._sockets: weakref.WeakSet[socket] = weakref.WeakSet()
        self._lock = threading.Lock()
        self._interrupted = False
        super().__init__(max_retries=0)

    def init_poolmanager(self, *args: Any, **kwargs: Any) -> None:
        """Makes connections that tell this adapter their sockets."""
        super().init_poolmanager(*args, **kwargs)
        adapter = self

        class Plain(urllib3.connection.HTTPConnection):
            def connect(self) -> None:
                super().connect()
                adapter.remember(self.sock)

        class Secure(urllib3.connection.HTTPSConnection):
            def connect(self) -> None:
                super().connect()
                adapter.remember(self.sock)

        class PlainPool(urllib3.HTTPConnectionPool):
            ConnectionCls = Plain

        class SecurePool(urllib3.HTTPSConnectionPool):
            ConnectionCls = Secure

        self.poolmanager.pool_classes_by_scheme = {"http": PlainPool, "https": SecurePool}

    def remember(self, connected: Any) -> None:
        """Notes the socket of a new connection."""
        if isinstance(connected, socket):
            with self._lock:
                self._sockets.add(connected)
                if self._interrupted:
                    _shut_down(connected)

    def interrupt(self) -> None:
        """Shuts every connection down, now and as soon as it is made."""
        with self._lock:
            self._interrupted = True
            for connected in list(self._sockets):
                _shut_down(connected)


def _shut_down(connected: socket) -> None:
    """Wakes whoever waits on the socket. Not `SSLSocket.shutdown`, which is unsafe while another thread reads."""
    with contextlib.suppress(OSError):
        socket.shutdown(connected, SHUT_RDWR)
