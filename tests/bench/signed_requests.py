"""Requests of enrolled devices, made and signed beforehand, and the lightest of clients that sends them.

A client that costs much would be measured instead of the server: on one machine both share the processors.
"""

from __future__ import annotations

import json
import socket
import threading
import time
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType, TracebackType
from typing import Any, Self

from sqlalchemy import Engine, insert

from shared.clock import Clock
from shared.journal import tables
from shared.journal.read_model import milliseconds
from shared.replication.signing import Caller, Lane, Signable, Signer, new_private_key, public_key_of

_FIRST_COUNTER = 1 << 32


class EnrolledDevice:
    """A device of `office` that a server knows; signs its requests with the project's own signatures."""

    def __init__(self, office: str, device: str, kind: str) -> None:
        self.office = office
        self.device = device
        self.kind = kind
        self._private_key = new_private_key()
        self._signer = Signer(self._private_key)
        self._counter = _FIRST_COUNTER

    @property
    def public_key(self) -> str:
        """Its public key, in hex."""
        return public_key_of(self._private_key)

    def post(self, target: str, body: bytes, lane: Lane) -> bytes:
        """The bytes of a signed request that posts `body` to `target`."""
        self._counter += 1
        caller = Caller(self.office, self.device, lane, self._counter)
        headers = self._signer.headers(Signable("POST", target, body, caller))
        return _request("POST", target, {**headers, "Content-Type": "application/json"}, body)


def get(target: str, headers: Mapping[str, str] = MappingProxyType({})) -> bytes:
    """The bytes of an unsigned request for `target`."""
    return _request("GET", target, headers, b"")


def _request(method: str, target: str, headers: Mapping[str, str], body: bytes) -> bytes:
    lines = [f"{method} {target} HTTP/1.1", "Host: 127.0.0.1", "Accept: application/json"]
    lines += [f"{name}: {value}" for name, value in headers.items()]
    if body:
        lines.append(f"Content-Length: {len(body)}")
    return "\r\n".join([*lines, "", ""]).encode() + body


def enrol_all(engine: Engine, devices: Sequence[EnrolledDevice], clock: Clock) -> None:
    """Lets the server on `engine` know `devices`, as if each had come with its one-time code."""
    rows = [
        {
            "office": each.office,
            "device": each.device,
            "kind": each.kind,
            "name": each.device,
            "public_key": each.public_key,
            "index": index,
            "kiosk_index": None,
            "enrolled_at": milliseconds(clock.now()),
        }
        for index, each in enumerate(devices, start=1)
    ]
    with engine.begin() as connection:
        connection.execute(insert(tables.device), rows)


@dataclass(frozen=True, slots=True)
class Answer:
    """The status and body of an answer."""

    status: int
    body: bytes

    def json(self) -> Any:
        """The JSON in the body; RuntimeError when the server has refused."""
        if self.status != 200:
            raise RuntimeError(f"the server answered {self.status}: {self.body[:300]!r}")
        return json.loads(self.body)


class KeptConnection:
    """One connection that is kept: a request out, its answer in, with as little work as can be."""

    def __init__(self, port: int) -> None:
        self._socket = socket.create_connection(("127.0.0.1", port))
        self._socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._socket.close()

    def ask(self, request: bytes) -> Answer:
        """Sends `request` and waits for the whole answer, which must state its length."""
        self._socket.sendall(request)
        received = self._more()
        while (end := received.find(b"\r\n\r\n")) < 0:
            received += self._more()
        head = received[:end].lower()
        at = head.index(b"content-length:") + 15
        stated = head[at:].split(b"\r\n", 1)[0]
        total = end + 4 + int(stated)
        while len(received) < total:
            received += self._more()
        return Answer(int(received[9:12]), received[end + 4 : total])

    def ask_all(self, requests: Iterable[bytes]) -> list[Answer]:
        """One after the other."""
        return [self.ask(request) for request in requests]

    def _more(self) -> bytes:
        block = self._socket.recv(65536)
        if not block:
            raise ConnectionError("the server has closed the connection")
        return block


class Clients:
    """One thread a client, each with a connection to the server at its port; they begin together."""

    def __init__(self, ports: Sequence[int]) -> None:
        self._ports = ports

    def send(self, requests: Sequence[Sequence[bytes]]) -> tuple[float, list[Answer]]:
        """Seconds from the beginning until the last has its last answer, and the answers."""
        answers: list[list[Answer]] = [[] for _ in requests]
        ready = threading.Barrier(len(requests) + 1)

        def work(number: int) -> None:
            with KeptConnection(self._ports[number]) as connection:
                ready.wait()
                answers[number] = connection.ask_all(requests[number])

        threads = [threading.Thread(target=work, args=(number,)) for number in range(len(requests))]
        for thread in threads:
            thread.start()
        ready.wait()
        began = time.perf_counter()
        for thread in threads:
            thread.join()
        return time.perf_counter() - began, [answer for each in answers for answer in each]
