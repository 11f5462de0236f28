"""Requests as somebody else might send them: signed by hand, changed on the way, played back."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import requests

from shared.replication.messages import PUSH_PATH, Push, push_to_bytes
from shared.replication.signing import Caller, Lane, Signable, Signer
from tests.server.running import Device


@dataclass(frozen=True, slots=True)
class Answer:
    """What came back."""

    status: int
    headers: Mapping[str, str]
    body: bytes

    def json(self) -> dict[str, Any]:
        """The body, which is JSON."""
        values: dict[str, Any] = json.loads(self.body)
        return values

    @property
    def code(self) -> str:
        """The code of a refusal."""
        return str(self.json()["code"])


def ask(url: str, method: str, target: str, body: bytes = b"", headers: Mapping[str, str] | None = None) -> Answer:
    """Sends a request and answers whatever comes back."""
    with requests.request(method, url + target, data=body, headers=headers, timeout=30, allow_redirects=False) as got:
        return Answer(got.status_code, got.headers, got.content)


def signed(device: Device, lane: Lane, method: str, target: str, body: bytes = b"") -> dict[str, str]:
    """The headers by which `device` signs a request, with its next counter."""
    caller = Caller(device.node.office, device.node.device, lane, device.counters.next(lane))
    return Signer(device.node.private_key).headers(Signable(method, target, body, caller))


def push_raw(url: str, device: Device, push: Push) -> Answer:
    """Pushes `push` as `device`."""
    body = push_to_bytes(push)
    return ask(url, "POST", PUSH_PATH, body, signed(device, "push", "POST", PUSH_PATH, body))
