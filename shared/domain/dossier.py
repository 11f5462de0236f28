"""A dossier (hồ sơ): from its receipt at the counter to the result in the citizen's hand.

Two things are kept apart. Its *progress*: received, result ready, returned. Its *custody* (ai đang giữ): the unit that
holds the paper, or a transit between two units in which the giver has signed and the receiver has not yet. What people
call its stage (`stage`) is derived from both.

    received at one-stop -> handed over -> with the department -> result ready -> back at one-stop -> returned
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime
from typing import Literal, get_args

from shared.domain.fact import Conflict, Data, Fact, Recorded, with_conflict
from shared.failures import Refusal

ONE_STOP = "one_stop"
"""The unit that receives and returns: the one-stop office itself (Bộ phận Một cửa)."""

Channel = Literal["in_person", "post", "online"]
"""Kênh thực hiện: trực tiếp, bưu chính công ích, trực tuyến (Decree 118/2025 Art. 15)."""

ReturnWay = Literal["one_stop", "post", "online"]
Outcome = Literal["granted", "refused"]
Collector = Literal["applicant", "authorised"]
Stage = Literal["received", "in_transit", "processing", "result_ready", "result_at_counter", "returned"]


@dataclass(frozen=True, slots=True)
class GivenDocument:
    """One paper that was handed in (giấy tờ đã nộp), with the number of originals (bản chính) and copies (bản sao)."""

    name: str
    originals: int
    copies: int


@dataclass(frozen=True, slots=True)
class Transit:
    """On the way (đang bàn giao): `giver` has signed in `handover`, `receiver` has not yet."""

    handover: str
    giver: str
    receiver: str
    since: datetime


@dataclass(frozen=True, slots=True)
class Dossier:
    """A dossier (hồ sơ). `code` is the mã số hồ sơ, `applicant` the SHA-256 of the personal record.

    `due_at` is the promised time printed on Form 01, None where the law sets none; `promise` explains it in Vietnamese.
    """

    id: str
    code: str
    token: str
    procedure: str
    procedure_name: str
    field: str
    channel: Channel
    documents: tuple[GivenDocument, ...]
    sets: int
    fee_vnd: int | None
    return_way: ReturnWay
    received_at: datetime
    due_at: datetime | None
    time_limit_text: str
    promise: str
    form_number: int
    form_version: str
    counter: str
    received_by: str
    ticket: str | None
    applicant: str | None
    holder: str = ONE_STOP
    held_since: datetime | None = None
    transit: Transit | None = None
    outcome: Outcome | None = None
    result_ready_at: datetime | None = None
    returned_at: datetime | None = None
    returned_by: str | None = None
    conflicts: tuple[Conflict, ...] = ()

    @property
    def stage(self) -> Stage:
        """Where it stands, as people say it."""
        if self.returned_at is not None:
            return "returned"
        if self.transit is not None:
            return "in_transit"
        if self.result_ready_at is not None:
            return "result_at_counter" if self.holder == ONE_STOP else "result_ready"
        return "received" if self.holder == ONE_STOP else "processing"


@dataclass(frozen=True, slots=True)
class Receive:
    """Receive (tiếp nhận) a dossier that is complete; `applicant` is personal and never enters the fact's data."""

    id: str
    code: str
    token: str
    procedure: str
    procedure_name: str
    field: str
    channel: Channel
    documents: tuple[GivenDocument, ...]
    sets: int
    fee_vnd: int | None
    return_way: ReturnWay
    received_at: datetime
    due_at: datetime | None
    time_limit_text: str
    promise: str
    form_number: int
    form_version: str
    counter: str
    ticket: str | None
    applicant: Data


@dataclass(frozen=True, slots=True)
class MarkResultReady:
    """The deciding unit has the result (có kết quả)."""

    unit: str
    outcome: Outcome


@dataclass(frozen=True, slots=True)
class Return:
    """Return the result (trả kết quả) to the applicant or to a person with a written authorisation.

    Decree 118/2025 Art. 6(2)(b): the citizen brings Form 01, an authorised person the authorisation as well.
    """

    collector: Collector


Command = Receive | MarkResultReady | Return


def decide(dossier: Dossier | None, command: Command) -> tuple[Fact, ...]:
    """The facts that `command` brings about on `dossier`, or a Refusal that says why not."""
    if isinstance(command, Receive):
        return (_received(dossier, command),)
    if dossier is None:
        raise Refusal("no_such_dossier", "Không tìm thấy hồ sơ này.", "There is no such dossier.")
    if dossier.returned_at is not None:
        raise Refusal(
            "already_returned",
            f"Hồ sơ {dossier.code} đã được trả kết quả.",
            f"The result of dossier {dossier.code} has been returned already.",
        )
    if isinstance(command, MarkResultReady):
        return (_result_ready(dossier, command),)
    if dossier.stage != "result_at_counter":
        raise Refusal(
            "not_ready",
            f"Hồ sơ {dossier.code} chưa có kết quả tại quầy nên chưa thể trả.",
            f"The result of dossier {dossier.code} is not at the counter yet, so it cannot be returned.",
        )
    return (Fact(dossier.id, "dossier.returned", {"collector": command.collector}),)


def _received(dossier: Dossier | None, command: Receive) -> Fact:
    if dossier is not None:
        raise Refusal("already_received", "Hồ sơ này đã được tiếp nhận.", "This dossier has been received already.")
    if not str(command.applicant.get("name", "")).strip():
        raise Refusal("no_applicant", "Chưa có họ tên người nộp hồ sơ.", "The applicant's name is missing.")
    if command.sets < 1:
        raise Refusal("no_sets", "Số bộ hồ sơ phải từ 1 trở lên.", "There must be at least one set.")
    if not command.documents:
        raise Refusal("no_documents", "Chưa đánh dấu giấy tờ nào đã nộp.", "No document has been ticked as handed in.")
    return Fact(
        command.id,
        "dossier.received",
        {
            "code": command.code,
            "token": command.token,
            "procedure": command.procedure,
            "procedure_name": command.procedure_name,
            "field": command.field,
            "channel": command.channel,
            "documents": [[document.name, document.originals, document.copies] for document in command.documents],
            "sets": command.sets,
            "fee_vnd": command.fee_vnd,
            "return_way": command.return_way,
            "received_at": command.received_at.isoformat(),
            "due_at": command.due_at.isoformat() if command.due_at else None,
            "time_limit_text": command.time_limit_text,
            "promise": command.promise,
            "form_number": command.form_number,
            "form_version": command.form_version,
            "counter": command.counter,
            "ticket": command.ticket,
        },
        command.applicant,
    )


def _result_ready(dossier: Dossier, command: MarkResultReady) -> Fact:
    if dossier.transit is not None or dossier.holder != command.unit:
        raise Refusal(
            "not_held_here",
            f"Hồ sơ {dossier.code} hiện không do đơn vị này giữ.",
            f"Dossier {dossier.code} is not held by this unit.",
        )
    if dossier.result_ready_at is not None:
        raise Refusal(
            "already_ready",
            f"Hồ sơ {dossier.code} đã có kết quả.",
            f"Dossier {dossier.code} has a result already.",
        )
    return Fact(dossier.id, "dossier.result_ready", {"unit": command.unit, "outcome": command.outcome})


def evolve(dossier: Dossier | None, fact: Recorded) -> Dossier | None:
    """`dossier` after `fact`. Unknown kinds change nothing; what does not fit leaves a conflict."""
    if fact.kind == "dossier.received":
        return _evolve_received(dossier, fact)
    if dossier is None or fact.kind not in _STEPS:
        return dossier
    if dossier.returned_at is not None:
        return with_conflict(
            dossier,
            "after_return",
            f"Hồ sơ {dossier.code}: có bước ghi nhận sau khi đã trả kết quả.",
            f"Dossier {dossier.code}: a step was recorded after the result was returned.",
        )
    return _STEPS[fact.kind](dossier, fact)


def _evolve_received(dossier: Dossier | None, fact: Recorded) -> Dossier:
    if dossier is not None:
        return with_conflict(
            dossier,
            "received_twice",
            f"Hồ sơ {dossier.code} được tiếp nhận hai lần.",
            f"Dossier {dossier.code} was received twice.",
        )
    channel, return_way = fact.text("channel"), fact.text("return_way")
    if channel not in get_args(Channel) or return_way not in get_args(ReturnWay):
        raise ValueError("unknown channel")
    return Dossier(
        id=fact.subject,
        code=fact.text("code"),
        token=fact.text("token"),
        procedure=fact.text("procedure"),
        procedure_name=fact.text("procedure_name"),
        field=fact.text("field"),
        channel=channel,  # type: ignore[arg-type]  # one of the names, as just checked
        documents=_documents(fact.data["documents"]),
        sets=fact.integer("sets"),
        fee_vnd=fact.optional_integer("fee_vnd"),
        return_way=return_way,  # type: ignore[arg-type]  # one of the names, as just checked
        received_at=fact.instant("received_at"),
        due_at=fact.optional_instant("due_at"),
        time_limit_text=fact.text("time_limit_text"),
        promise=fact.text("promise"),
        form_number=fact.integer("form_number"),
        form_version=fact.text("form_version"),
        counter=fact.text("counter"),
        received_by=fact.actor,
        ticket=fact.optional_text("ticket"),
        applicant=fact.personal,
        held_since=fact.device_time,
    )


def _documents(value: object) -> tuple[GivenDocument, ...]:
    if not isinstance(value, list):
        raise TypeError("documents is not a list")
    return tuple(GivenDocument(str(name), int(originals), int(copies)) for name, originals, copies in value)


def _sent(dossier: Dossier, fact: Recorded) -> Dossier:
    transit = Transit(fact.text("handover"), fact.text("giver"), fact.text("receiver"), fact.device_time)
    if dossier.transit is not None or dossier.holder != transit.giver:
        return with_conflict(
            dossier,
            "sent_by_another",
            f"Hồ sơ {dossier.code} được bàn giao bởi đơn vị không giữ nó.",
            f"Dossier {dossier.code} was handed over by a unit that did not hold it.",
        )
    return replace(dossier, transit=transit)


def _taken(dossier: Dossier, fact: Recorded) -> Dossier:
    if dossier.transit is None or dossier.transit.handover != fact.text("handover"):
        return with_conflict(
            dossier,
            "taken_without_sending",
            f"Hồ sơ {dossier.code} được ký nhận theo một biên bản chưa có bên giao.",
            f"Dossier {dossier.code} was accepted on a record that no giver has signed.",
        )
    return replace(dossier, holder=dossier.transit.receiver, held_since=fact.device_time, transit=None)


def _not_taken(dossier: Dossier, fact: Recorded) -> Dossier:
    """Counted and not there, or the handover was cancelled: it is still with the giver."""
    if dossier.transit is None or dossier.transit.handover != fact.text("handover"):
        return dossier
    return replace(dossier, transit=None)


def _evolve_result_ready(dossier: Dossier, fact: Recorded) -> Dossier:
    outcome = fact.text("outcome")
    if outcome not in get_args(Outcome):
        raise ValueError("unknown outcome")
    if dossier.result_ready_at is not None:
        return with_conflict(
            dossier,
            "ready_twice",
            f"Hồ sơ {dossier.code} được ghi có kết quả hai lần.",
            f"Dossier {dossier.code} was marked ready twice.",
        )
    return replace(
        dossier,
        outcome="granted" if outcome == "granted" else "refused",
        result_ready_at=fact.device_time,
    )


def _evolve_returned(dossier: Dossier, fact: Recorded) -> Dossier:
    returned = replace(dossier, returned_at=fact.device_time, returned_by=fact.actor)
    if dossier.stage == "result_at_counter":
        return returned
    return with_conflict(
        returned,
        "returned_too_early",
        f"Hồ sơ {dossier.code} được ghi đã trả khi kết quả chưa có tại quầy.",
        f"Dossier {dossier.code} was returned before its result was at the counter.",
    )


_STEPS = {
    "dossier.sent": _sent,
    "dossier.taken": _taken,
    "dossier.not_taken": _not_taken,
    "dossier.result_ready": _evolve_result_ready,
    "dossier.returned": _evolve_returned,
}
