"""Questions about consignment notes of the post, answered from their read table."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import ColumnElement, exists, func, or_, select

from shared.domain.consignment import Consignment
from shared.domain.handover import Handover
from shared.domain.payment import Receipt
from shared.journal.event import Event
from shared.journal.journal import Journal, Reader
from shared.journal.read_model import CONSIGNMENTS, HANDOVERS, events_of, milliseconds
from shared.journal.tables import consignment, event, form, handover

_NOT_OVER = ("made", "in_transit", "refused", "submitted")
_WAITED_FOR = timedelta(days=30)
"""So long a list is looked at whose notes have not come: a post point without a network has had its day by then."""

_LATEST = 100
"""So many of a machine's latest notes are looked at for the book of receipts in use."""

_SUBMITTING = ("consignment.taken", "consignment.moved")


def notes_of_post(reader: Reader, post: str, since_milliseconds: int) -> tuple[Consignment, ...]:
    """The notes that `post` made since then, and its earlier ones that are not over; the last one first."""
    open_or_new = or_(consignment.c.state.in_(_NOT_OVER), consignment.c.made_at >= since_milliseconds)
    return _notes(reader, (consignment.c.post == post) & open_or_new, newest_first=True)


def note_by_number(reader: Reader, number: str) -> Consignment | None:
    """The note with this number, or None."""
    return next(iter(_notes(reader, consignment.c.number == number)), None)


def is_note_number_taken(reader: Reader, number: str) -> bool:
    """Whether a note has this number."""
    where = (consignment.c.office == reader.office) & (consignment.c.number == number)
    return bool(reader.connection.execute(select(exists().where(where))).scalar())


def notes_with_receipt(reader: Reader, receipt: Receipt) -> tuple[Consignment, ...]:
    """The notes on which this receipt is recorded, those withdrawn included: a number is given out once."""
    return _notes(reader, consignment.c.receipt == receipt.key)


def last_series_of(reader: Reader, device: str) -> str:
    """The series of the receipt on the last note that `device` made and that has one, among its latest notes."""
    made = (
        select(event.c.subject)
        .where(event.c.office == reader.office, event.c.device == device, event.c.kind == "consignment.made")
        .order_by(event.c.epoch.desc(), event.c.seq.desc())
        .limit(_LATEST)
    )
    latest = [str(each) for each in reader.connection.execute(made).scalars()]
    notes = {each.id: each for each in _notes(reader, consignment.c.subject.in_(latest))}
    receipts = (notes[each].receipt for each in latest if each in notes)
    return next((receipt[0] for receipt in receipts if receipt is not None), "")


def notes_for_dossier(reader: Reader, dossier: str) -> tuple[Consignment, ...]:
    """The notes that brought a dossier or are to complete it, oldest first."""
    return _notes(reader, consignment.c.dossier == dossier)


def submitted_notes(reader: Reader, units: Collection[str]) -> tuple[Consignment, ...]:
    """The notes that were signed for at one of `units` and are not entered yet (chờ vào sổ), oldest first."""
    return _notes(reader, (consignment.c.state == "submitted") & consignment.c.holder.in_(list(units)))


def notes_not_here(reader: Reader, units: Collection[str], now: datetime) -> tuple[tuple[str, Handover], ...]:
    """The ids of notes that one of `units` has signed for and that this machine has not heard of, with the handover.

    What was entered from its paper is left out.
    """
    unknown = _taken_unheard(reader, units, now)
    entered = _entered(reader, tuple(unknown))
    return tuple((item, record) for item, record in unknown.items() if item not in entered)


def dossiers_without_receipt(reader: Reader, units: Collection[str], now: datetime) -> tuple[str, ...]:
    """The ids of dossiers that the post brought to one of `units` lately, or completed, and that may want a Form 01.

    It was never printed, or not since the note was submitted. Oldest first; those entered from paper, of whose note
    nothing else has come, are last.
    """
    since = milliseconds(now - _WAITED_FOR)
    heard = (
        select(consignment.c.dossier, consignment.c.submitted_at)
        .where(
            consignment.c.office == reader.office,
            consignment.c.made_at >= since,
            consignment.c.state == "registered",
            consignment.c.holder.in_(list(units)),
        )
        .order_by(consignment.c.submitted_at)
    )
    found = {str(about): at or 0 for about, at in reader.connection.execute(heard) if about is not None}
    for item in _entered(reader, tuple(_taken_unheard(reader, units, now))):
        events = events_of(reader.connection, reader.office, item)
        signed = [each.recorded().device_time for each in events if each.kind in _SUBMITTING]
        at = max((milliseconds(each) for each in signed), default=0)
        found |= {str(each.data.get("dossier")): at for each in events if each.kind == "consignment.registered"}
    printed = _receipts_printed(reader, tuple(found))
    return tuple(each for each, submitted_at in found.items() if printed.get(each, -1) < submitted_at)


def _receipts_printed(reader: Reader, dossiers: Sequence[str]) -> dict[str, int]:
    """When the last Form 01 of each of `dossiers` was issued; one without any is left out."""
    found: dict[str, int] = {}
    for start in range(0, len(dossiers), 500):
        issued = (
            select(form.c.dossier, func.max(form.c.issued_at))
            .where(
                form.c.office == reader.office,
                form.c.form == "receipt",
                form.c.dossier.in_(dossiers[start : start + 500]),
            )
            .group_by(form.c.dossier)
        )
        found |= {str(about): int(at) for about, at in reader.connection.execute(issued)}
    return found


def _taken_unheard(reader: Reader, units: Collection[str], now: datetime) -> dict[str, Handover]:
    since = milliseconds(now - _WAITED_FOR)
    query = (
        select(handover.c.document)
        .where(
            handover.c.office == reader.office,
            handover.c.state == "accepted",
            handover.c.receiver.in_(list(units)),
            handover.c.offered_at >= since,
        )
        .order_by(handover.c.offered_at)
    )
    taken: dict[str, Handover] = {}
    for document in reader.connection.execute(query).scalars():
        found = HANDOVERS.state(document)
        taken |= {item: found for kind, item in found.taken_papers if kind == "consignment"}
    known = _known(reader, tuple(taken))
    return {item: record for item, record in taken.items() if item not in known}


def record_that_took(reader: Reader, note: str) -> Handover | None:
    """The handover under which the office has signed for `note`, also while the note itself is not known here."""
    for each in reversed(tuple(events_of(reader.connection, reader.office, note))):
        if each.kind in _SUBMITTING:
            found = reader.state(HANDOVERS, str(each.data.get("handover", "")))
            if found is not None:
                return found
    return None


def is_entered(reader: Reader, note: str) -> bool:
    """Whether this machine knows that `note` was entered, be it from its paper only."""
    return bool(_entered(reader, [note]))


def submitted_on(reader: Reader, journal: Journal, note: Consignment) -> bool:
    """Whether the signature that submitted `note` was given on this machine, which then enters it by itself."""
    return any(
        each.kind in _SUBMITTING and each.device == journal.device and each.data.get("handover") == note.submitted_in
        for each in events_of(reader.connection, reader.office, note.id)
    )


def made_event(reader: Reader, note: str) -> Event | None:
    """The event by which a note was made."""
    every = events_of(reader.connection, reader.office, note)
    return next((each for each in every if each.kind == "consignment.made"), None)


def _known(reader: Reader, ids: Sequence[str]) -> set[str]:
    return _subjects(reader, ids, consignment.c.subject, consignment.c.office == reader.office)


def _entered(reader: Reader, ids: Sequence[str]) -> set[str]:
    # `office` is asked of the answer only: SQLite would otherwise read the whole office by the primary key.
    registered = (event.c.kind == "consignment.registered") & (event.c.office + "" == reader.office)
    return _subjects(reader, ids, event.c.subject, registered)


def _subjects(reader: Reader, ids: Sequence[str], column: ColumnElement[Any], where: ColumnElement[bool]) -> set[str]:
    found: set[str] = set()
    for start in range(0, len(ids), 500):
        query = select(column).where(where, column.in_(ids[start : start + 500]))
        found |= {str(each) for each in reader.connection.execute(query).scalars()}
    return found


def _notes(reader: Reader, where: ColumnElement[bool], *, newest_first: bool = False) -> tuple[Consignment, ...]:
    query = select(consignment.c.document).where(consignment.c.office == reader.office, where)
    states = (CONSIGNMENTS.state(document) for document in reader.connection.execute(query).scalars())
    return tuple(sorted(states, key=lambda each: (each.made_at, each.number), reverse=newest_first))
