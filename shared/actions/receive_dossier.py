"""Receive a dossier (tiếp nhận hồ sơ): its code from this device's range, the promise, the number of its Form 01."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from shared.clock import business_date
from shared.domain import dossier
from shared.domain.fact import Data
from shared.domain.numbering import dossier_code, next_dossier_ordinal
from shared.domain.office import Office, form_on, procedure_on
from shared.domain.office_record import UnitKind
from shared.domain.planned_promise import appointments_at_receipt, procedure_limit_words, receipt_promise
from shared.domain.procedures import Procedure
from shared.domain.step_days import reach_by
from shared.domain.units import competent_agency
from shared.domain.working_time import Promise
from shared.failures import Refusal
from shared.identities import Identities
from shared.journal.dossier_queries import is_code_taken, is_form_number_taken
from shared.journal.journal import Journal, Writer
from shared.journal.node import Node
from shared.journal.read_model import DOSSIERS

from .act import act_within

_FORMS_OF_A_DEVICE = 100_000
"""Forms are numbered per year; each device has a range of its own, as with dossier codes."""


Promising = Callable[[Office, Procedure, datetime], Promise | None]
"""What is promised of a procedure's dossier that is complete at an instant; see `promise_for`."""


@dataclass(frozen=True, slots=True)
class Reception:
    """What the officer has entered; `applicant` is personal, the `submitter` and `collectors` in it included.

    `unit`: where it is received. What came by post names its `consignment` note, and `received_at`: the second
    signature under the record that brought it (Decision 45/2016/QĐ-TTg Art. 7(4)); None: now. `competent`: the agency
    that decides it, of a dossier received out of its area; its time limit counts from when that agency receives it.
    `online_service`: of one that came online, None where nobody said how much of it is done online.
    """

    procedure: str
    channel: dossier.Channel
    documents: tuple[dossier.GivenDocument, ...]
    sets: int
    fee_vnd: int | None
    return_way: dossier.ReturnWay
    counter: str
    ticket: str | None
    applicant: Data
    submitted_by: dossier.SubmittedBy = "applicant"
    unit: str = dossier.ONE_STOP
    unit_kind: UnitKind = "one_stop"
    received_at: datetime | None = None
    consignment: str | None = None
    consignment_number: str = ""
    competent: str | None = None
    online_service: dossier.OnlineService | None = None


def promise_for(office: Office, procedure: Procedure, received_at: datetime) -> Promise | None:
    """The promised time of a dossier complete at `received_at`; None where the law sets no limit.

    Refusal `calendar_empty` when the office's calendar does not reach that far.
    """
    return receipt_promise(office.calendar, procedure, received_at)


def procedure_in_force(office: Office, code: str, at: datetime) -> Procedure:
    """The procedure `code` as it is in force at `at`, or Refusal `no_such_procedure`."""
    found = procedure_on(office, code, business_date(at))
    if found is None:
        raise Refusal(
            "no_such_procedure",
            f"Thủ tục {code} không có trong danh mục đang áp dụng.",
            f"Procedure {code} is not in the catalogue in force.",
        )
    return found


def receive_dossier(
    journal: Journal, office: Office, node: Node, reception: Reception, officer: str
) -> dossier.Dossier:
    """Receives the dossier; answers it after COMMIT."""
    with journal.writing() as writer:
        return receive_within(writer, journal.identities, office, node, reception, officer)


def receive_within(
    writer: Writer, identities: Identities, office: Office, node: Node, reception: Reception, officer: str
) -> dossier.Dossier:
    """The same within a transaction that does more."""
    command = to_receive(writer, identities, office, node, reception)
    return act_within(writer, DOSSIERS, dossier.decide, command.id, command, officer)


def to_receive(
    writer: Writer,
    identities: Identities,
    office: Office,
    node: Node,
    reception: Reception,
    promising: Promising = promise_for,
) -> dossier.Receive:
    """The command that receives it, with the numbers that it uses; nothing else is written yet."""
    now = reception.received_at or writer.now
    today = business_date(now)
    procedure = procedure_in_force(office, reception.procedure, now)
    promise = None if reception.competent else promising(office, procedure, now)
    form = form_on(office, "receipt", today)
    ordinal = writer.next_number(
        f"dossier/{today.isoformat()}",
        lambda last: next_dossier_ordinal(last, (node.index,)),
        lambda number: is_code_taken(writer, dossier_code(office.agency_code, today, number)),
    )
    form_number = writer.next_number(
        f"receipt/{today.year}/{node.index}",
        lambda last: (last or node.index * _FORMS_OF_A_DEVICE) + 1,
        lambda number: is_form_number_taken(writer, number, today.year),
    )
    return dossier.Receive(
        id=identities.subject(),
        code=dossier_code(office.agency_code, today, ordinal),
        token=identities.token(),
        procedure=procedure.code,
        procedure_name=procedure.name,
        field=procedure.field,
        channel=reception.channel,
        documents=reception.documents,
        sets=reception.sets,
        fee_vnd=reception.fee_vnd,
        return_way=reception.return_way,
        received_at=now,
        due_at=promise.due if promise else None,
        time_limit_text=_limit_words(office, procedure, reception.competent),
        promise=promise.explanation_vi if promise else "",
        form_number=form_number,
        form_version=form.basis if form else "",
        counter=reception.counter,
        ticket=reception.ticket,
        applicant=reception.applicant,
        submitted_by=reception.submitted_by,
        appointments=appointments_at_receipt(
            procedure, None if reception.competent else now, promise.due if promise else None
        ),
        unit=reception.unit,
        unit_kind=reception.unit_kind,
        consignment=reception.consignment,
        consignment_number=reception.consignment_number,
        competent=reception.competent,
        reach_by=reach_by(office.calendar, now) if reception.competent else None,
        online_service=_online_service(reception, procedure),
    )


def _online_service(reception: Reception, procedure: Procedure) -> dossier.OnlineService | None:
    """What the portal said of this dossier, or else what the procedure's source says of all."""
    return (reception.online_service or procedure.channels.online_service) if reception.channel == "online" else None


def _limit_words(office: Office, procedure: Procedure, competent: str | None) -> str:
    """The time limit as Form 01 says it; of a dossier received out of area, from when it counts (Art. 17(3)).

    Refusal `not_competent` when `competent` does not decide dossiers of this field.
    """
    words = procedure_limit_words(procedure)
    if competent is None:
        return words
    agency = competent_agency(office, competent, procedure.field)
    return f"{words}, tính từ khi {agency.name} nhận được hồ sơ" if words else words
