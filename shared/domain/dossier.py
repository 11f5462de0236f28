"""A dossier (hồ sơ): from its receipt at the counter to the result in the citizen's hand, or to an end without one.

What may be done to it stands here and, for what comes between receipt and result, in `dossier_rules`; the state in
`dossier_state`, its fold in `dossier_fold`. All public names can be had from here.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from shared.domain import dossier_rules
from shared.domain.dossier_fold import evolve
from shared.domain.dossier_guards import require_held_by, require_not_awaiting, require_open
from shared.domain.dossier_rules import (
    ANSWER_DAYS,
    CloseUnanswered,
    Refuse,
    RequestSupplement,
    SendApology,
    Stop,
    TakeSupplement,
)
from shared.domain.dossier_state import (
    ONE_STOP,
    Apology,
    AskedBy,
    Channel,
    Collector,
    Dossier,
    Ending,
    EndingKind,
    GivenDocument,
    Interval,
    Outcome,
    Requester,
    ReturnWay,
    Stage,
    StopRequest,
    Supplement,
    Transit,
)
from shared.domain.fact import Data, Fact
from shared.failures import Refusal

__all__ = [
    "ANSWER_DAYS",
    "ONE_STOP",
    "Apology",
    "AskedBy",
    "Channel",
    "CloseUnanswered",
    "Collector",
    "Command",
    "Dossier",
    "Ending",
    "EndingKind",
    "GivenDocument",
    "Interval",
    "MarkResultReady",
    "Outcome",
    "Receive",
    "Refuse",
    "RequestSupplement",
    "Requester",
    "Return",
    "ReturnWay",
    "SendApology",
    "Stage",
    "Stop",
    "StopRequest",
    "Supplement",
    "TakeSupplement",
    "Transit",
    "decide",
    "evolve",
]


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
    """The deciding unit has the result (có kết quả); a decision that says no is a result too, Form 03 is `Refuse`."""

    unit: str
    outcome: Outcome


@dataclass(frozen=True, slots=True)
class Return:
    """Return the result (trả kết quả) to the applicant or to a person with a written authorisation.

    Decree 118/2025 Art. 6(2)(b): the citizen brings Form 01, an authorised person the authorisation as well.
    """

    collector: Collector


Command = Receive | MarkResultReady | Return | dossier_rules.Step


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
    require_open(dossier)
    if isinstance(command, MarkResultReady):
        return (_result_ready(dossier, command),)
    if not isinstance(command, Return):
        return (dossier_rules.decide_step(dossier, command),)
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
    require_held_by(dossier, command.unit)
    if dossier.result_ready_at is not None:
        raise Refusal(
            "already_ready",
            f"Hồ sơ {dossier.code} đã có kết quả.",
            f"Dossier {dossier.code} has a result already.",
        )
    require_not_awaiting(dossier)
    return Fact(dossier.id, "dossier.result_ready", {"unit": command.unit, "outcome": command.outcome})
