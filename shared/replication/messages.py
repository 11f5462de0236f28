"""What a device and its server say to each other, as values; `…_to_bytes` writes them, `read_…` reads them strictly.

Reading raises ValueError for everything that is cut off or off: a message is understood whole or not at all. Events
and personal records travel as the exact text their device wrote.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Literal
from urllib.parse import urlencode

from shared.journal.event import sha256, to_json
from shared.journal.journal import PersonalRecord
from shared.replication.wire import Fields, read_fields

PUSH_PATH = "/api/replication/push"
PULL_PATH = "/api/replication/pull"
REFERENCE_PATH = "/api/reference"
LONGEST_RUN = 64

PushOutcome = Literal["taken", "gap", "fork"]


@dataclass(frozen=True, slots=True)
class Push:
    """A stretch of one device's log (gửi lên): `bodies` are the events from `first_seq` on.

    `previous` is the hash of the event before them. Without bodies it is a question: how far do you have this log, and
    is your event before `first_seq` the same as mine? `run`: the run of the office server that brings the log of one
    of its devices.
    """

    office: str
    device: str
    epoch: int
    first_seq: int
    previous: str
    bodies: tuple[bytes, ...] = ()
    personal: tuple[PersonalRecord, ...] = ()
    run: str | None = None


@dataclass(frozen=True, slots=True)
class Quarantined:
    """An event that was refused, and why; nothing after it was taken."""

    seq: int
    code: str


@dataclass(frozen=True, slots=True)
class PushAnswer:
    """How far the receiver durably has a log (đã lưu an toàn đến đâu).

    `head` is the hash of its event at `durable_through`. `agrees`: its event before the push's `first_seq` has the hash
    that the push named. `province`: how far the central server has it, from an office server only.
    """

    outcome: PushOutcome
    device: str
    epoch: int
    durable_through: int
    head: str
    agrees: bool
    quarantined: tuple[Quarantined, ...] = ()
    province: int | None = None


@dataclass(frozen=True, slots=True)
class PullQuestion:
    """What is new after `after` (nhận về)? `wait`: seconds to wait for something; `have`: the reference version here.

    `epoch` is the one in which the device writes: its own events of that epoch it has, those of others it may not
    (a restored database has lost some, and a clone has never had the original's). `province`: how far the central
    server has this device's log, as it knows; an office server that knows better need not wait. `run`: that of an
    office server, which has whatever it has carried in it.
    """

    after: str
    wait: int
    have: int
    epoch: int
    province: int | None = None
    run: str | None = None

    def target(self) -> str:
        """The address with its query."""
        query: dict[str, object] = {"after": self.after, "wait": self.wait, "have": self.have, "epoch": self.epoch}
        if self.province is not None:
            query["province"] = self.province
        if self.run is not None:
            query["run"] = self.run
        return f"{PULL_PATH}?{urlencode(query)}"


@dataclass(frozen=True, slots=True)
class PullAnswer:
    """A page of what is new. `next` is where the next page begins, `reference` the newer version, if there is one.

    `province`: how far the central server has the asking device's own log, from an office server only.
    """

    events: tuple[bytes, ...]
    personal: tuple[PersonalRecord, ...]
    next: str
    more: bool
    reference: int | None
    server_time: datetime
    province: int | None = None


@dataclass(frozen=True, slots=True)
class ReferenceAnswer:
    """The office's reference data (dữ liệu danh mục): the JSON of its document, in UTF-8."""

    version: int
    document: bytes


def push_to_bytes(push: Push) -> bytes:
    """The body of the request that pushes."""
    return to_json(
        {
            "office": push.office,
            "device": push.device,
            "epoch": push.epoch,
            "first_seq": push.first_seq,
            "previous": push.previous,
            "bodies": [body.decode() for body in push.bodies],
            "personal": personal_to_json(push.personal),
            "run": push.run,
        }
    )


def read_push(data: bytes) -> Push:
    """The push that `data` holds. A personal record whose hash is not that of its bytes is left out."""
    fields = read_fields(data)
    first_seq, epoch = fields.natural("first_seq"), fields.natural("epoch")
    if first_seq < 1 or not 1 <= epoch < 2**31:
        raise ValueError("a log begins at 1")
    records = read_personal(fields)
    return Push(
        office=fields.text("office"),
        device=fields.text("device"),
        epoch=epoch,
        first_seq=first_seq,
        previous=fields.text("previous"),
        bodies=fields.bodies("bodies"),
        personal=tuple(record for record in records if sha256(record.body) == record.hash),
        run=_run(fields),
    )


def push_answer_to_json(answer: PushAnswer) -> dict[str, object]:
    """The answer to a push as JSON values; `code` says which refusal it is ("gap", "fork"), "taken" that it is none."""
    return {
        "code": answer.outcome,
        "device": answer.device,
        "epoch": answer.epoch,
        "durable_through": answer.durable_through,
        "head": answer.head,
        "agrees": answer.agrees,
        "quarantined": [{"seq": each.seq, "code": each.code} for each in answer.quarantined],
        "province": answer.province,
    }


def read_push_answer(data: bytes) -> PushAnswer:
    """The answer to a push."""
    fields = read_fields(data)
    return PushAnswer(
        outcome=_outcome(fields.text("code")),
        device=fields.text("device"),
        epoch=fields.natural("epoch"),
        durable_through=fields.natural("durable_through"),
        head=fields.text("head"),
        agrees=fields.truth("agrees"),
        quarantined=tuple(
            Quarantined(each.natural("seq"), each.text("code")) for each in fields.objects("quarantined")
        ),
        province=fields.natural_if_told("province"),
    )


def pull_answer_to_bytes(answer: PullAnswer) -> bytes:
    """The body of the answer to a pull."""
    return to_json(
        {
            "events": [body.decode() for body in answer.events],
            "personal": personal_to_json(answer.personal),
            "next": answer.next,
            "more": answer.more,
            "reference": answer.reference,
            "server_time": answer.server_time.isoformat(),
            "province": answer.province,
        }
    )


def read_pull_answer(data: bytes) -> PullAnswer:
    """The answer to a pull; a personal record whose hash is not that of its bytes makes it unreadable."""
    fields = read_fields(data)
    records = read_personal(fields)
    if any(sha256(record.body) != record.hash for record in records):
        raise ValueError("a personal record is not what its hash says")
    return PullAnswer(
        events=fields.bodies("events"),
        personal=records,
        next=fields.text("next"),
        more=fields.truth("more"),
        reference=fields.optional_natural("reference"),
        server_time=fields.instant("server_time"),
        province=fields.natural_if_told("province"),
    )


def read_reference_answer(data: bytes) -> ReferenceAnswer:
    """The answer to the question for the reference data."""
    fields = read_fields(data)
    return ReferenceAnswer(fields.natural("version"), to_json(fields.object("document")))


def personal_to_json(records: Sequence[PersonalRecord]) -> list[dict[str, str]]:
    """Personal records as JSON values."""
    return [{"hash": record.hash, "body": record.body.decode()} for record in records]


def read_personal(fields: Fields) -> tuple[PersonalRecord, ...]:
    """The personal records in field `personal`, as they came."""
    return tuple(
        PersonalRecord(record.text("hash"), record.text("body").encode()) for record in fields.objects("personal")
    )


def _run(fields: Fields) -> str | None:
    run = fields.text_if_told("run")
    if run is not None and not 0 < len(run) <= LONGEST_RUN:
        raise ValueError("no run")
    return run


def _outcome(code: str) -> PushOutcome:
    if code == "taken":
        return "taken"
    if code == "gap":
        return "gap"
    if code == "fork":
        return "fork"
    raise ValueError("no such outcome")
