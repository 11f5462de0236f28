"""Every kind of subject that is folded: by which function, into which type, and the row its state is kept in."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from typing import Any, Generic, TypeVar

from pydantic import TypeAdapter
from sqlalchemy import Table

from shared.domain import (
    appointment,
    attachment,
    calendar_day,
    consignment,
    delivery,
    desk,
    dossier,
    handover,
    issued_form,
    machine,
    payment,
    rating,
    ticket,
)
from shared.domain.custody import Held
from shared.domain.fact import Evolve, Order
from shared.domain.kept_wait import kept_promise, seconds_waited
from shared.domain.solving import report_channel, solving, supplement_requests, terms
from shared.journal import tables

S = TypeVar("S")
Row = dict[str, object]


_EARLIEST, _LATEST = -(2**41), 2**43
"""In 1900 and in 2248, as milliseconds: beyond them no office has worked, and a little further no calendar goes on."""


def milliseconds(instant: datetime) -> int:
    """Unix milliseconds of an instant: how instants stand in the tables.

    An event may name any instant, by a broken clock or a hostile hand; the tables hold only those that can be shown in
    every time zone and reckoned with.
    """
    return min(max(round(instant.timestamp() * 1000), _EARLIEST), _LATEST)


def _optional_milliseconds(instant: datetime | None) -> int | None:
    return None if instant is None else milliseconds(instant)


_KEYS = ("office", "subject")
_NOTHING = object()


@dataclass(frozen=True)
class Projection(Generic[S]):
    """How the subjects of one prefix ("ticket.…") are folded and where their state is kept."""

    prefix: str
    table: Table
    evolve: Evolve[S]
    kind: type[S]
    columns: Callable[[S], Row]

    @cached_property
    def adapter(self) -> TypeAdapter[S]:
        """Writes and reads the state as JSON; made when it is first wanted, because making it costs time and room."""
        return TypeAdapter(self.kind)

    @cached_property
    def tells_older(self) -> bool:
        """Whether its rows show by which release they were written last (`shared.journal.older_rows`)."""
        return "counted_through" in self.table.c

    def row(self, office: str, subject: str, state: S, through: Order) -> Row:
        """The whole row of a subject."""
        order = json.dumps(through)
        row = {
            "office": office,
            "subject": subject,
            "document": self.adapter.dump_json(state),
            "through": order,
            **self.columns(state),
        }
        return row | {"counted_through": order} if self.tells_older else row

    def changed(self, before: S, row: Row) -> tuple[str, ...]:
        """The columns of `row` that are other than those of the state `before` of the same subject."""
        stood = self.columns(before)
        return tuple(name for name, value in row.items() if name not in _KEYS and stood.get(name, _NOTHING) != value)

    def state(self, document: bytes) -> S:
        """The state that a row's document holds."""
        return self.adapter.validate_json(document)


def _ticket_columns(state: ticket.Ticket) -> Row:
    return {
        "date": state.date,
        "line": state.line,
        "state": state.state,
        "priority": state.priority,
        "counter": state.counter,
        "target_counter": state.target_counter,
        "issued_at": milliseconds(state.issued_at),
        "called_at": _optional_milliseconds(state.called_at),
        "ended_at": _optional_milliseconds(state.ended_at),
        "label": state.label,
        "token": state.token,
        "holder": state.holder,
        "served": _served(state.services),
        "served_at": milliseconds(state.services[-1].ended_at) if state.services else None,
        "waited": seconds_waited(state),
        "kept": kept_promise(state),
    }


def _served(services: Sequence[ticket.Service]) -> str | None:
    if not services:
        return None
    minutes = ((each.ended_at - each.called_at).total_seconds() / 60 for each in services)
    return json.dumps([[each.line, round(took, 3)] for each, took in zip(services, minutes, strict=True)])


def _desk_columns(state: desk.Desk) -> Row:
    return {"counter": state.counter, "state": state.state, "opened_at": milliseconds(state.opened_at)}


def _dossier_columns(state: dossier.Dossier) -> Row:
    return {
        "code": state.code,
        "token": state.token,
        "procedure": state.procedure,
        "stage": state.stage,
        "holder": state.holder,
        "received_at": milliseconds(state.received_at),
        "due_at": _optional_milliseconds(state.due_at),
        "form_number": state.form_number,
        "field": state.field,
        "open": int(state.is_open),
        "last_step_at": milliseconds(state.last_step_at or state.received_at),
        "answer_by": milliseconds(state.supplement.answer_by) if state.supplement and state.awaits_supplement else None,
        "returned_at": _optional_milliseconds(state.returned_at),
        **_custody_columns(state, state.received_at),
        "agency_by": _optional_milliseconds(state.agency_by),
        **_solving_columns(state),
    }


def _solving_columns(state: dossier.Dossier) -> Row:
    solved = solving(state)
    limits = terms(state)
    several = [(milliseconds(term.since), _optional_milliseconds(term.due)) for term in limits]
    return {
        "channel": report_channel(state),
        "solved_at": None if solved is None else milliseconds(solved.at),
        "solved": None if solved is None else solved.how,
        "terms": json.dumps(several, separators=(",", ":")) if len(several) > 1 else None,
        "limit_at": several[-1][1],
        "supplements": supplement_requests(state),
    }


def _custody_columns(state: Held, begun: datetime) -> Row:
    since = state.held_since or begun if state.transit is None else state.transit.since
    return {
        "transit_to": None if state.transit is None else state.transit.receiver,
        "custody_since": milliseconds(since),
        "lost": int(state.lost is not None),
    }


def _handover_columns(state: handover.Handover) -> Row:
    return {
        "number": state.number,
        "giver": state.giver,
        "receiver": state.receiver,
        "state": state.state,
        "offered_at": milliseconds(state.offered_at),
        "differs": int(bool(state.open_discrepancies)),
    }


def _rating_columns(state: rating.Rating) -> Row:
    return {
        "about": state.about,
        "about_id": state.about_id,
        "score": state.score,
        "at": milliseconds(state.at),
    }


def _appointment_columns(state: appointment.Appointment) -> Row:
    return {"code": state.code, "line": state.line, "state": state.state, "at": milliseconds(state.at)}


def _calendar_day_columns(state: calendar_day.CalendarDay) -> Row:
    return {"date": state.day.isoformat(), "edition": state.edition}


def _machine_columns(state: machine.Machine) -> Row:
    return {"printer": state.printer}


def _attachment_columns(state: attachment.Attachment) -> Row:
    return {"dossier": state.dossier, "content": state.content, "state": state.state, "size": state.size}


def _form_columns(state: issued_form.IssuedForm) -> Row:
    return {
        "dossier": state.dossier,
        "form": state.form,
        "year": state.year,
        "number": state.order,
        "issued_at": milliseconds(state.issued_at),
    }


def _payment_columns(state: payment.Payment) -> Row:
    return {
        "dossier": state.dossier,
        "at": milliseconds(state.at),
        "officer": state.officer,
        "receipt": None if state.lacks_receipt else state.receipt.key if state.receipt else "",
        "withdrawn_at": _optional_milliseconds(state.withdrawn_at),
        "counter": state.counter,
        "carried_in": state.carried_in,
    }


def _consignment_columns(state: consignment.Consignment) -> Row:
    return {
        "number": state.number,
        "post": state.post,
        "state": state.state,
        "holder": state.holder,
        "made_at": milliseconds(state.made_at),
        "submitted_at": _optional_milliseconds(state.submitted_at),
        "dossier": state.registered_as or state.dossier,
        "receipt": state.receipt_key,
        **_custody_columns(state, state.made_at),
    }


def _delivery_columns(state: delivery.Delivery) -> Row:
    return {
        "dossier": state.dossier,
        "content": state.content,
        "state": state.state,
        "post": state.post,
        "holder": state.holder,
        "prepared_at": milliseconds(state.prepared_at),
        "due_at": _optional_milliseconds(state.due_at),
        "over_at": _optional_milliseconds(state.delivered_at or state.back_at),
        "tracking": state.tracking,
        **_custody_columns(state, state.prepared_at),
    }


TICKETS = Projection("ticket", tables.ticket, ticket.evolve, ticket.Ticket, _ticket_columns)
DESKS = Projection("desk", tables.desk, desk.evolve, desk.Desk, _desk_columns)
DOSSIERS = Projection("dossier", tables.dossier, dossier.evolve, dossier.Dossier, _dossier_columns)
HANDOVERS = Projection("handover", tables.handover, handover.evolve, handover.Handover, _handover_columns)
RATINGS = Projection("rating", tables.rating, rating.evolve, rating.Rating, _rating_columns)
APPOINTMENTS = Projection(
    "appointment",
    tables.appointment,
    appointment.evolve,
    appointment.Appointment,
    _appointment_columns,
)
PAYMENTS = Projection("payment", tables.payment, payment.evolve, payment.Payment, _payment_columns)
MACHINES = Projection("machine", tables.machine, machine.evolve, machine.Machine, _machine_columns)
ATTACHMENTS = Projection("attachment", tables.attachment, attachment.evolve, attachment.Attachment, _attachment_columns)
CALENDAR_DAYS = Projection(
    "calendar_day", tables.calendar_day, calendar_day.evolve, calendar_day.CalendarDay, _calendar_day_columns
)
CONSIGNMENTS = Projection(
    "consignment", tables.consignment, consignment.evolve, consignment.Consignment, _consignment_columns
)
DELIVERIES = Projection("delivery", tables.delivery, delivery.evolve, delivery.Delivery, _delivery_columns)
FORMS = Projection("form", tables.form, issued_form.evolve, issued_form.IssuedForm, _form_columns)

PROJECTIONS: Mapping[str, Projection[Any]] = {
    projection.prefix: projection
    for projection in (
        TICKETS,
        DESKS,
        DOSSIERS,
        HANDOVERS,
        RATINGS,
        APPOINTMENTS,
        PAYMENTS,
        MACHINES,
        CALENDAR_DAYS,
        ATTACHMENTS,
        FORMS,
        CONSIGNMENTS,
        DELIVERIES,
    )
}
"""Every kind of subject that this version folds. Events of other kinds are kept and forwarded, not folded."""


def projection_of(kind: str) -> Projection[Any] | None:
    """The projection that folds events of `kind`, or None for a kind that this version does not know."""
    return PROJECTIONS.get(kind.partition(".")[0])
