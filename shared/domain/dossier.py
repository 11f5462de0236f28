"""A dossier (hồ sơ): from its receipt at the counter to the result in the citizen's hand, or to an end without one.

What may be done to it stands here and, for what comes between receipt and result, in `dossier_rules`; the state in
`dossier_state`, its fold in `dossier_fold`. All public names can be had from here.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from shared.domain import dossier_rules
from shared.domain.custody import CITIZEN, ONE_STOP, Loss, Transit
from shared.domain.dossier_agencies import AgencyAnswered, AgencyDecided, AskAgency, ReachAgency
from shared.domain.dossier_appointment import Appointment, AppointmentStart, appointments_to_data
from shared.domain.dossier_coordination import Competent, Coordination, CoordinationAnswer, CoordinationTopic
from shared.domain.dossier_duty import MeetAppointment, ShowDuty, require_appointments_met
from shared.domain.dossier_fold import evolve
from shared.domain.dossier_guards import require_held_by, require_not_awaiting, require_open, words_or_refusal
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
    Apology,
    AskedBy,
    Channel,
    Collector,
    Dossier,
    Ending,
    EndingKind,
    GivenDocument,
    Interval,
    OnlineService,
    Outcome,
    Requester,
    ReturnWay,
    Stage,
    StopRequest,
    SubmittedBy,
    Supplement,
)
from shared.domain.fact import Data, Fact
from shared.domain.fee import dong
from shared.domain.office_record import UnitKind
from shared.failures import Refusal

__all__ = [
    "ANSWER_DAYS",
    "CITIZEN",
    "ONE_STOP",
    "AgencyAnswered",
    "AgencyDecided",
    "Apology",
    "Appointment",
    "AppointmentStart",
    "AskAgency",
    "AskedBy",
    "Channel",
    "CloseUnanswered",
    "Collector",
    "Command",
    "Competent",
    "Coordination",
    "CoordinationAnswer",
    "CoordinationTopic",
    "Dossier",
    "Ending",
    "EndingKind",
    "GivenDocument",
    "Interval",
    "Loss",
    "MarkResultReady",
    "MeetAppointment",
    "OnlineService",
    "Outcome",
    "ReachAgency",
    "Receive",
    "Refuse",
    "RequestSupplement",
    "Requester",
    "Return",
    "ReturnWay",
    "SendApology",
    "ShowDuty",
    "Stage",
    "Stop",
    "StopRequest",
    "SubmittedBy",
    "Supplement",
    "TakeSupplement",
    "Transit",
    "decide",
    "evolve",
]


@dataclass(frozen=True, slots=True)
class Receive:
    """Receive (tiếp nhận) a dossier that is complete; `applicant` is personal and never enters the fact's data.

    `submitted_by`: who stood at the counter. Of an authorised person the personal record's `submitter` holds the name
    and the paper that says so; the account that is checked is the authorising person's, who stays the applicant
    (Decree 118/2025 Art. 17(1)(a)). `appointments`: those planned, where there are several; the first is
    due at `due_at`. `unit`: where it is received, the one-stop office or a reception point of it. `consignment`: the
    consignment note that brought it by post. `competent`: of a dossier received out of area (Art. 14(4)), the agency
    that decides it and to which it must come by `reach_by`; nothing is promised before (`due_at` None).
    `online_service`: of one that came online, how much of it is done online; None where nobody says.
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
    ticket: str | None
    applicant: Data
    submitted_by: SubmittedBy = "applicant"
    appointments: tuple[Appointment, ...] = ()
    unit: str = ONE_STOP
    unit_kind: UnitKind = "one_stop"
    consignment: str | None = None
    consignment_number: str = ""
    competent: str | None = None
    reach_by: datetime | None = None
    online_service: OnlineService | None = None


@dataclass(frozen=True, slots=True)
class MarkResultReady:
    """The deciding unit has the result (có kết quả); a decision that says no is a result too, Form 03 is `Refuse`."""

    unit: str
    outcome: Outcome


@dataclass(frozen=True, slots=True)
class Return:
    """Return the result (trả kết quả) to the applicant or to a person with a written authorisation.

    Decree 118/2025 Art. 6(2)(b)(c): the citizen brings Form 01, or shows an identity paper when it is lost
    (`receipt_lost`, `identity_seen`); an authorised person brings the authorisation as well. `name`,
    `identity_number` and `paper` (what shows the authorisation) are of the authorised person, and personal.
    `originals_back`: the originals that were handed in go back with the result (Art. 22). `paid_first`: the law of
    this field wants the fee paid before; elsewhere an open fee does not hold the result back. `unit`: who gives it, the
    office, a reception point of it or a post point that delivers; None: whoever has it at a counter.
    """

    collector: Collector
    name: str = ""
    identity_number: str = ""
    paper: str = ""
    receipt_lost: bool = False
    identity_seen: bool = False
    originals_back: bool = False
    paid_first: bool = False
    unit: str | None = None


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
    here = dossier.stage == "result_at_counter" if command.unit is None else dossier.holder == command.unit
    if not dossier.may_be_returned or not here:
        raise Refusal(
            "not_ready",
            f"Hồ sơ {dossier.code} chưa có kết quả tại quầy nên chưa thể trả.",
            f"The result of dossier {dossier.code} is not at the counter yet, so it cannot be returned.",
        )
    return (_returned(dossier, command),)


def _returned(dossier: Dossier, command: Return) -> Fact:
    if command.paid_first and dossier.fee_account.open_vnd:
        left = dong(dossier.fee_account.open_vnd)
        raise Refusal(
            "fee_open",
            f"Lĩnh vực này phải nộp đủ phí, lệ phí trước khi nhận kết quả: còn {left.vi}.",
            f"In this field the fee is paid before the result is returned: {left.en} are open.",
        )
    if command.receipt_lost and not command.identity_seen:
        raise Refusal(
            "identity_not_seen",
            "Không có Giấy tiếp nhận thì phải xem giấy tờ tùy thân trước khi trả kết quả.",
            "Without the receipt, an identity paper must be seen before the result is returned.",
        )
    data = {
        "collector": command.collector,
        "receipt_lost": command.receipt_lost,
        "originals_back": command.originals_back,
    }
    if command.collector == "applicant":
        return Fact(dossier.id, "dossier.returned", data)
    person = {
        "name": words_or_refusal(
            command.name, "Chưa ghi họ tên người được ủy quyền.", "The name of the authorised person is missing."
        ),
        "identity_number": words_or_refusal(
            command.identity_number,
            "Chưa ghi số giấy tờ tùy thân của người được ủy quyền.",
            "The identity number of the authorised person is missing.",
        ),
        "paper": words_or_refusal(command.paper, "Chưa ghi giấy ủy quyền.", "The authorisation paper is missing."),
    }
    return Fact(dossier.id, "dossier.returned", data, person)


def _received(dossier: Dossier | None, command: Receive) -> Fact:
    if dossier is not None:
        raise Refusal("already_received", "Hồ sơ này đã được tiếp nhận.", "This dossier has been received already.")
    if not str(command.applicant.get("name", "")).strip():
        raise Refusal("no_applicant", "Chưa có họ tên người nộp hồ sơ.", "The applicant's name is missing.")
    if command.sets < 1:
        raise Refusal("no_sets", "Số bộ hồ sơ phải từ 1 trở lên.", "There must be at least one set.")
    if not command.documents:
        raise Refusal("no_documents", "Chưa đánh dấu giấy tờ nào đã nộp.", "No document has been ticked as handed in.")
    if command.submitted_by == "authorised":
        _require_authorisation(command.applicant.get("submitter"))
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
            "submitted_by": command.submitted_by,
            **_where_received(command),
            **({"appointments": appointments_to_data(command.appointments)} if command.appointments else {}),
        },
        command.applicant,
    )


def _where_received(command: Receive) -> Data:
    """What stands in the fact only where it differs from a person at the office's own counter."""
    data: dict[str, object] = {}
    if command.unit != ONE_STOP:
        data |= {"unit": command.unit, "unit_kind": command.unit_kind}
    if command.consignment is not None:
        data |= {"consignment": command.consignment, "consignment_number": command.consignment_number}
    if command.competent is not None and command.reach_by is not None:
        data |= {"competent": command.competent, "reach_by": command.reach_by.isoformat()}
    if command.channel == "online" and command.online_service is not None:
        data |= {"online_service": command.online_service}
    return data


def _require_authorisation(submitter: object) -> None:
    """Refuses an authorised submitter without a name or without the paper that says so."""
    known = submitter if isinstance(submitter, Mapping) else {}
    if not str(known.get("name", "")).strip() or not str(known.get("paper", "")).strip():
        raise Refusal(
            "no_authorisation",
            "Chưa có họ tên người được ủy quyền hoặc giấy ủy quyền.",
            "The authorised person's name or the paper of authorisation is missing.",
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
    require_appointments_met(dossier)
    return Fact(dossier.id, "dossier.result_ready", {"unit": command.unit, "outcome": command.outcome})
