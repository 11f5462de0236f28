"""An appointment (lịch hẹn): a time at which a citizen is expected in a line, booked before, checked in at the kiosk.

    booked -> arrived
       |---> cancelled

It names nobody: who holds the code is expected. Two kiosks that were both offline can check the same appointment in;
the first in order stands and the other leaves a conflict.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Literal

from shared.clock import local
from shared.domain.fact import Conflict, Fact, Recorded, with_conflict
from shared.domain.replacing import replace
from shared.failures import Refusal

AppointmentState = Literal["booked", "arrived", "cancelled"]

_CODE = re.compile(r"LH[0-9]{6}")


@dataclass(frozen=True, slots=True)
class Appointment:
    """An appointment (lịch hẹn) at the instant `at` in `line`; `ticket` is the number given at its check-in."""

    id: str
    code: str
    line: str
    at: datetime
    procedure: str | None
    state: AppointmentState = "booked"
    ticket: str | None = None
    conflicts: tuple[Conflict, ...] = ()


@dataclass(frozen=True, slots=True)
class Book:
    """Book (đặt lịch hẹn); `code` is what its holder shows or types on the pad: "LH" and six digits."""

    id: str
    code: str
    line: str
    at: datetime
    procedure: str | None = None


@dataclass(frozen=True, slots=True)
class CheckIn:
    """Check in (xác nhận đã đến) at `now` and take the number `ticket`; the office's rule says how early and late."""

    ticket: str
    now: datetime
    early_minutes: int
    late_minutes: int


@dataclass(frozen=True, slots=True)
class Cancel:
    """Cancel (hủy lịch hẹn)."""


Command = Book | CheckIn | Cancel


def appointment_code(text: str) -> str | None:
    """The code in what was scanned or typed: small letters, spaces and dashes are forgiven; None for anything else."""
    code = "".join(text.upper().split()).replace("-", "")
    return code if _CODE.fullmatch(code) else None


def decide(appointment: Appointment | None, command: Command) -> tuple[Fact, ...]:
    """The facts that `command` brings about, or a Refusal that says when to come or what to do instead."""
    if isinstance(command, Book):
        return (_booked(appointment, command),)
    if appointment is None or appointment.state == "cancelled":
        raise Refusal(
            "no_such_appointment",
            "Không tìm thấy lịch hẹn với mã này. Mời Ông/Bà lấy số thứ tự hoặc hỏi cán bộ.",
            "No appointment was found for this code. Please take a number or ask an officer.",
        )
    if appointment.state == "arrived":
        raise Refusal(
            "appointment_used", "Lịch hẹn này đã được dùng để lấy số.", "This appointment has been checked in already."
        )
    if isinstance(command, Cancel):
        return (Fact(appointment.id, "appointment.cancelled", {}),)
    _refuse_out_of_time(appointment, command)
    return (Fact(appointment.id, "appointment.arrived", {"ticket": command.ticket}),)


def evolve(appointment: Appointment | None, fact: Recorded) -> Appointment | None:
    """`appointment` after `fact`."""
    if fact.kind == "appointment.booked":
        if appointment is not None:
            return with_conflict(
                appointment, "booked_twice", "Lịch hẹn được đặt hai lần.", "The appointment was booked twice."
            )
        return Appointment(
            id=fact.subject,
            code=fact.text("code"),
            line=fact.text("line"),
            at=fact.instant("at"),
            procedure=fact.optional_text("procedure"),
        )
    if appointment is None:
        return None
    if fact.kind == "appointment.cancelled":
        return replace(appointment, state="cancelled") if appointment.state == "booked" else appointment
    if fact.kind != "appointment.arrived":
        return appointment
    if appointment.state == "arrived":
        return with_conflict(
            appointment,
            "arrived_twice",
            f"Lịch hẹn {appointment.code} được hai máy nhận khi mất kết nối.",
            f"Appointment {appointment.code} was checked in by two machines while offline.",
        )
    return replace(appointment, state="arrived", ticket=fact.text("ticket"))


def _booked(appointment: Appointment | None, command: Book) -> Fact:
    if appointment is not None:
        raise Refusal("already_booked", "Lịch hẹn này đã có.", "This appointment exists already.")
    if appointment_code(command.code) != command.code:
        raise Refusal(
            "appointment_code_invalid", "Mã lịch hẹn không đúng mẫu.", "The appointment's code is not of the form."
        )
    return Fact(
        command.id,
        "appointment.booked",
        {"code": command.code, "line": command.line, "at": command.at.isoformat(), "procedure": command.procedure},
    )


def _refuse_out_of_time(appointment: Appointment, command: CheckIn) -> None:
    at = local(appointment.at)
    opens = appointment.at - timedelta(minutes=command.early_minutes)
    if command.now < opens:
        day = "" if at.date() == local(command.now).date() else f" ngày {at:%d/%m/%Y}"
        day_en = day.replace("ngày", "on")
        raise Refusal(
            "appointment_early",
            f"Lịch hẹn của Ông/Bà lúc {at:%H:%M}{day}. Mời Ông/Bà trở lại từ {local(opens):%H:%M}.",
            f"Your appointment is at {at:%H:%M}{day_en}. Please come back from {local(opens):%H:%M}.",
        )
    if command.now > appointment.at + timedelta(minutes=command.late_minutes):
        raise Refusal(
            "appointment_late",
            f"Lịch hẹn lúc {at:%H:%M} ngày {at:%d/%m/%Y} đã qua. Mời Ông/Bà lấy số thứ tự như bình thường.",
            f"The appointment at {at:%H:%M} on {at:%d/%m/%Y} has passed. Please take an ordinary number.",
        )
