"""An event: one recorded fact, exactly as its device wrote it, chained to that device's previous one.

The body is JSON in UTF-8. Everybody stores and forwards those bytes; a hash is over the bytes. A body never changes,
so that a node can forward kinds that it does not know.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime

from shared.domain.fact import Fact, Recorded

FORMAT = 1
GENESIS = "0" * 64
"""What the first event of an epoch names as its previous one."""


@dataclass(frozen=True, slots=True)
class Event:
    """An event (sự kiện). `seq` is gapless from 1 within (device, epoch); `hash` is the SHA-256 of `body` in hex."""

    office: str
    device: str
    epoch: int
    seq: int
    previous: str
    lamport: int
    time: datetime
    subject: str
    kind: str
    actor: str
    data: Mapping[str, object]
    personal: str | None
    body: bytes
    hash: str

    def recorded(self) -> Recorded:
        """The event as the domain reads it."""
        return Recorded(
            subject=self.subject,
            kind=self.kind,
            data=self.data,
            personal=self.personal,
            actor=self.actor,
            device=self.device,
            device_time=self.time,
            order=(self.lamport, self.device, self.epoch, self.seq),
        )


@dataclass(frozen=True, slots=True)
class Position:
    """Where in its device's log a new event goes."""

    office: str
    device: str
    epoch: int
    seq: int
    previous: str
    lamport: int


def sha256(body: bytes) -> str:
    """The SHA-256 of `body` in hex."""
    return hashlib.sha256(body).hexdigest()


def to_json(value: object) -> bytes:
    """Compact JSON in UTF-8."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()


def write_event(position: Position, time: datetime, actor: str, fact: Fact, personal: str | None) -> Event:
    """Writes the body of `fact` at `position`; `personal` is the hash of its personal record."""
    instant = time.astimezone(UTC)
    body = to_json(
        {
            "format": FORMAT,
            "office": position.office,
            "device": position.device,
            "epoch": position.epoch,
            "seq": position.seq,
            "previous": position.previous,
            "lamport": position.lamport,
            "time": instant.isoformat(timespec="microseconds"),
            "subject": fact.subject,
            "kind": fact.kind,
            "actor": actor,
            "data": fact.data,
            "personal": personal,
        }
    )
    return Event(
        office=position.office,
        device=position.device,
        epoch=position.epoch,
        seq=position.seq,
        previous=position.previous,
        lamport=position.lamport,
        time=instant,
        subject=fact.subject,
        kind=fact.kind,
        actor=actor,
        data=fact.data,
        personal=personal,
        body=body,
        hash=sha256(body),
    )


def read_event(body: bytes) -> Event:
    """The event that `body` holds; ValueError when it is not one. Later formats and unknown kinds are read as well."""
    try:
        fields = json.loads(body)
        time = datetime.fromisoformat(fields["time"])
        event = Event(
            office=fields["office"],
            device=fields["device"],
            epoch=fields["epoch"],
            seq=fields["seq"],
            previous=fields["previous"],
            lamport=fields["lamport"],
            time=time,
            subject=fields["subject"],
            kind=fields["kind"],
            actor=fields["actor"],
            data=fields["data"],
            personal=fields["personal"],
            body=body,
            hash=sha256(body),
        )
    except (ValueError, KeyError, TypeError, RecursionError) as problem:
        raise ValueError("not an event") from problem
    _check(event)
    return event


def _check(event: Event) -> None:
    texts = (event.office, event.device, event.previous, event.subject, event.kind, event.actor)
    numbers = (event.epoch, event.seq, event.lamport)
    if not all(isinstance(text, str) for text in texts) or not isinstance(event.data, dict):
        raise ValueError("not an event")
    if any(type(number) is not int or not 0 < number < 2**62 for number in numbers):
        raise ValueError("not an event")
    if event.time.tzinfo is None or not isinstance(event.personal, str | None):
        raise ValueError("not an event")
