"""What is promised for a procedure with several planned appointments (hẹn nhiều lần), in dates and in words."""

from __future__ import annotations

from datetime import datetime, time

from shared.domain.dossier_appointment import Appointment
from shared.domain.dossier_state import Dossier
from shared.domain.procedure import PlannedAppointment, Procedure
from shared.domain.replacing import replace
from shared.domain.working_time import Promise, TimeLimit, WorkingCalendar, promised

_UNITS = {"working_day": "ngày làm việc", "day": "ngày", "hour": "giờ làm việc"}
_UNITS_EN = {"working_day": "working days", "day": "days", "hour": "working hours"}


def receipt_promise(calendar: WorkingCalendar, procedure: Procedure, received_at: datetime) -> Promise | None:
    """What is promised at the receipt: the result, or of several planned appointments the first.

    None where the law sets no limit. Refusal `calendar_empty` where the calendar ends before.
    """
    if procedure.appointments:
        return _with_names(
            promised(calendar, received_at, procedure.appointments[0].limit, procedure.cut_off), procedure, 0
        )
    return _promised(calendar, received_at, procedure.time_limit, procedure.cut_off)


def appointments_at_receipt(
    procedure: Procedure, received_at: datetime | None, due_at: datetime | None
) -> tuple[Appointment, ...]:
    """The planned appointments of a dossier received at `received_at`, the first of them due at `due_at`.

    None: no clock runs yet, the dossier has still to reach the agency that decides it.
    """
    planned = tuple(
        Appointment(each.name_vi, each.name_en, each.starts, limit_words(each.limit)) for each in procedure.appointments
    )
    if not planned:
        return ()
    return (replace(planned[0], started_at=received_at, due_at=due_at), *planned[1:])


def promise_of_next(calendar: WorkingCalendar, dossier: Dossier, procedure: Procedure, at: datetime) -> Promise | None:
    """The promise of `dossier` whose clock begins (again) at `at`: of the appointment that comes next, or the result.

    After a supplement the present appointment begins anew; after the financial duty is shown, the next one begins.
    """
    place = next((n for n, each in enumerate(dossier.appointments) if each.met_at is None), None)
    if not procedure.appointments or place is None or place >= len(procedure.appointments):
        return _promised(calendar, at, procedure.time_limit, procedure.cut_off)
    return _with_names(promised(calendar, at, procedure.appointments[place].limit), procedure, place)


def limit_words(limit: TimeLimit) -> str:
    """A limit as Form 01 says it: "05 ngày làm việc"."""
    if limit.unit == "same_day":
        return "trong ngày làm việc"
    return f"{limit.value:02} {_UNITS[limit.unit]}"


def procedure_limit_words(procedure: Procedure) -> str:
    """The time limit of a procedure as Form 01 says it, with every planned appointment."""
    if procedure.appointments:
        return "; ".join(
            f"{each.name_vi}: {limit_words(each.limit)}{_since_vi(each)}" for each in procedure.appointments
        )
    return procedure.time_limit_text if procedure.time_limit is None else limit_words(procedure.time_limit)


def _promised(calendar: WorkingCalendar, at: datetime, limit: TimeLimit | None, cut_off: time | None) -> Promise | None:
    return None if limit is None else promised(calendar, at, limit, cut_off)


def _with_names(promise: Promise, procedure: Procedure, place: int) -> Promise:
    """`promise` of the appointment at `place`, explained under its name, and what comes after it."""
    present, later = procedure.appointments[place], procedure.appointments[place + 1 :]
    vi = [f"{present.name_vi}: {promise.explanation_vi}"]
    en = [f"{present.name_en}: {promise.explanation_en}"]
    vi += [f"{each.name_vi}: {each.limit.value} {_UNITS[each.limit.unit]}{_since_vi(each)}" for each in later]
    en += [
        f"{each.name_en}: {each.limit.value} {_UNITS_EN[each.limit.unit]} after the financial duty is shown to be done"
        for each in later
    ]
    return replace(promise, explanation_vi="; ".join(vi), explanation_en="; ".join(en))


def _since_vi(planned: PlannedAppointment) -> str:
    return " kể từ khi hoàn thành nghĩa vụ tài chính" if planned.starts == "duty_done" else ""
