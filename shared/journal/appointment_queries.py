"""Questions about appointments, answered from the read table."""

from __future__ import annotations

from sqlalchemy import select

from shared.domain.appointment import Appointment
from shared.journal.journal import Reader
from shared.journal.read_model import APPOINTMENTS
from shared.journal.tables import appointment


def appointment_by_code(reader: Reader, code: str) -> Appointment | None:
    """The latest appointment with this code, or None."""
    query = (
        select(appointment.c.document)
        .where(appointment.c.office == reader.office, appointment.c.code == code)
        .order_by(appointment.c.at.desc())
        .limit(1)
    )
    document = reader.connection.execute(query).scalar()
    return None if document is None else APPOINTMENTS.state(document)


def appointments_between(reader: Reader, begins: int, ends: int) -> tuple[Appointment, ...]:
    """The appointments at or after `begins` and before `ends` (Unix milliseconds), earliest first."""
    query = (
        select(appointment.c.document)
        .where(appointment.c.office == reader.office, appointment.c.at >= begins, appointment.c.at < ends)
        .order_by(appointment.c.at, appointment.c.code)
    )
    return tuple(APPOINTMENTS.state(document) for document in reader.connection.execute(query).scalars())
