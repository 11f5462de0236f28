"""Several planned appointments of one dossier (hẹn nhiều lần): what was promised for each, and which one runs.

Land registration promises twice: "Hẹn lần 1" for the notice of tax, "Hẹn lần 2" for the certificate, counted from the
citizen's proof that the financial duty (nghĩa vụ tài chính) is done; the stage in between is not counted. A planned
appointment is no extension: the one re-appointment of Decree 118/2025 Art. 19(6) stays free beside it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Literal, get_args

from shared.domain.replacing import replace

AppointmentStart = Literal["receipt", "duty_done"]
"""What an appointment is counted from: the receipt, or the moment the financial duty is shown to be done."""


@dataclass(frozen=True, slots=True)
class Appointment:
    """One planned appointment of a dossier (một lần hẹn).

    `limit_text`: how long it takes, in Vietnamese ("05 ngày làm việc"). `started_at`: when its clock began, None while
    it has not. `due_at`: its promise, None where none runs. `met_at`: when it was done; the last one is done when the
    result is there. `begun_at`: when the clock of one that waits for the duty first began, once it has begun anew.
    """

    name_vi: str
    name_en: str
    starts: AppointmentStart
    limit_text: str
    started_at: datetime | None = None
    due_at: datetime | None = None
    met_at: datetime | None = None
    begun_at: datetime | None = None


Appointments = tuple[Appointment, ...]


def current_place(appointments: Appointments) -> int | None:
    """The place (0 is the first) of the appointment that comes next, None when all are met or none is planned."""
    return next((place for place, each in enumerate(appointments) if each.met_at is None), None)


def awaits_duty(appointments: Appointments) -> bool:
    """Whether the appointment that comes next is waiting for the citizen's financial duty."""
    place = current_place(appointments)
    return place is not None and appointments[place].starts == "duty_done" and appointments[place].started_at is None


def met(appointments: Appointments, place: int, at: datetime) -> Appointments:
    """With the appointment at `place` done at `at`."""
    return _changed(appointments, place, replace(appointments[place], met_at=at))


def started(appointments: Appointments, at: datetime, due_at: datetime | None) -> Appointments:
    """With the clock of the appointment that comes next beginning (again) at `at`, promised for `due_at`."""
    place = current_place(appointments)
    if place is None:
        return appointments
    before = appointments[place]
    begun_at = before.begun_at or before.started_at if before.starts == "duty_done" else None
    return _changed(appointments, place, replace(before, started_at=at, due_at=due_at, begun_at=begun_at))


def moved(appointments: Appointments, due_at: datetime) -> Appointments:
    """With the appointment that comes next put off to `due_at`."""
    place = current_place(appointments)
    if place is None:
        return appointments
    return _changed(appointments, place, replace(appointments[place], due_at=due_at))


def _changed(appointments: Appointments, place: int, appointment: Appointment) -> Appointments:
    return (*appointments[:place], appointment, *appointments[place + 1 :])


def appointments_to_data(appointments: Appointments) -> list[dict[str, object]]:
    """The planned appointments as a fact's data holds them."""
    return [
        {
            "name_vi": each.name_vi,
            "name_en": each.name_en,
            "starts": each.starts,
            "limit_text": each.limit_text,
            "started_at": each.started_at.isoformat() if each.started_at else None,
            "due_at": each.due_at.isoformat() if each.due_at else None,
        }
        for each in appointments
    ]


def appointments_in(value: object) -> Appointments:
    """The appointments that a fact's data holds; ValueError, KeyError or TypeError when it holds something else."""
    if not isinstance(value, list | tuple):
        raise TypeError("appointments is not a list")
    return tuple(_appointment_in(each) for each in value)


def _appointment_in(value: object) -> Appointment:
    if not isinstance(value, Mapping) or value["starts"] not in get_args(AppointmentStart):
        raise ValueError("not an appointment")
    texts = [value[name] for name in ("name_vi", "name_en", "limit_text")]
    if not all(isinstance(text, str) for text in texts):
        raise TypeError("not text")
    name_vi, name_en, limit_text = texts
    return Appointment(
        name_vi, name_en, value["starts"], limit_text, _instant(value["started_at"]), _instant(value["due_at"])
    )


def _instant(value: object) -> datetime | None:
    if value is None:
        return None
    instant = datetime.fromisoformat(str(value))
    if instant.tzinfo is None:
        raise ValueError("no offset")
    return instant
