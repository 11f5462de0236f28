"""An event: one recorded fact, exactly as its device wrote it, chained to that device's previous one.

The body is JSON in UTF-8. Everybody stores and forwards those bytes; a hash is over the bytes. A body never changes,
so that a node can forward kinds that it does not know. What some node could not store (text with NUL or half of a
surrogate pair, whole numbers over 64 bits, floats that are no numbers) is not written and not read.
"""

from __future__ import annotations

import hashlib
import json
import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime

from pydantic_core import from_json

from shared.domain.fact import Fact, Recorded
from shared.failures import Refusal

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


_TO_JSON = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), allow_nan=False)
"""Made once: `json.dumps` makes one for every event."""


def to_json(value: object) -> bytes:
    """Compact JSON in UTF-8. ValueError for what JSON has no word for, Refusal `text_unwritable` for broken letters."""
    text = _TO_JSON.encode(value)
    try:
        return text.encode()
    except UnicodeEncodeError:
        # Not as its cause: the error holds the whole text, which may be somebody's name.
        raise text_unwritable() from None


def text_unwritable() -> Refusal:
    """The Refusal of text with a character that no database here can keep: a NUL, half of a pair."""
    return Refusal(
        "text_unwritable",
        "Nội dung có ký tự không lưu được nên chưa ghi gì. Xin xóa ký tự lạ (thường do dán vào) rồi thử lại.",
        "The text has a character that cannot be kept; nothing was written. Delete it (often pasted) and try again.",
    )


def write_event(position: Position, time: datetime, actor: str, fact: Fact, personal: str | None) -> Event:
    """Writes the body of `fact` at `position`; `personal` is the hash of its personal record.

    ValueError when nobody could read what it would write, Refusal `text_unwritable` when a typed character is why.
    """
    body = to_json(
        {
            "format": FORMAT,
            "office": position.office,
            "device": position.device,
            "epoch": position.epoch,
            "seq": position.seq,
            "previous": position.previous,
            "lamport": position.lamport,
            "time": time.astimezone(UTC).isoformat(timespec="microseconds"),
            "subject": fact.subject,
            "kind": fact.kind,
            "actor": actor,
            "data": fact.data,
            "personal": personal,
        }
    )
    try:
        return read_event(body)
    except ValueError:
        if b"\\u0000" in body:
            raise text_unwritable() from None
        raise


def read_event(body: bytes) -> Event:
    """The event that `body` holds; ValueError when it is not one. Later formats and unknown kinds are read as well."""
    try:
        fields = from_json(body, allow_inf_nan=False)
        event = Event(
            office=fields["office"],
            device=fields["device"],
            epoch=fields["epoch"],
            seq=fields["seq"],
            previous=fields["previous"],
            lamport=fields["lamport"],
            time=datetime.fromisoformat(fields["time"]),
            subject=fields["subject"],
            kind=fields["kind"],
            actor=fields["actor"],
            data=fields["data"],
            personal=fields["personal"],
            body=body,
            hash=sha256(body),
        )
        _check_numbers(fields.values())
        if b"\\u" in body:
            _check_texts(fields)
    except (ValueError, KeyError, TypeError, RecursionError) as problem:
        raise ValueError("not an event") from problem
    _check(event)
    return event


def _check_numbers(values: Iterable[object]) -> None:
    """ValueError when a number among `values`, at any depth, is not one that every node can store."""
    for value in values:
        kind = type(value)
        if kind is str or value is None:
            continue
        if kind is int:
            if not -(2**63) <= value < 2**63:  # type: ignore[operator]  # it is one, as just asked
                raise ValueError("over 64 bits")
        elif isinstance(value, dict):
            _check_numbers(value.values())
        elif isinstance(value, list):
            _check_numbers(value)
        elif kind is float and not math.isfinite(value):  # type: ignore[arg-type]  # it is one, as just asked
            raise ValueError("not a number")


def _check_texts(value: object) -> None:
    """ValueError for a NUL, which only an escape can bring in: no database keeps it as text."""
    if isinstance(value, str):
        if "\0" in value:
            raise ValueError("NUL in a text")
    elif isinstance(value, dict):
        for name, each in value.items():
            _check_texts(name)
            _check_texts(each)
    elif isinstance(value, list):
        for each in value:
            _check_texts(each)


def _check(event: Event) -> None:
    # Written out because every event that arrives passes here.
    of_right_type = (
        type(event.office) is str
        and type(event.device) is str
        and type(event.previous) is str
        and type(event.subject) is str
        and type(event.kind) is str
        and type(event.actor) is str
        and type(event.data) is dict
        and (event.personal is None or type(event.personal) is str)
        and type(event.epoch) is int
        and type(event.seq) is int
        and type(event.lamport) is int
        and event.time.tzinfo is not None
    )
    if not (of_right_type and 0 < event.epoch < 2**31 and 0 < event.seq < 2**62 and 0 < event.lamport < 2**62):
        raise ValueError("not an event")
