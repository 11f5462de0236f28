"""What may be done about planned appointments: the first one is met, and the citizen shows that the duty is done.

Land registration: "Hẹn lần 1: không quá 05 ngày làm việc. Hẹn lần 2: không quá 03 ngày làm việc", the tax stage in
between not counted; the financial duty must be proven before the result is given. The state code of the national
portal for the stage in between is 6 (yêu cầu thực hiện nghĩa vụ tài chính).
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from shared.domain.custody import ONE_STOP
from shared.domain.dossier_appointment import current_place
from shared.domain.dossier_guards import (
    require_held_by,
    require_no_result,
    require_not_awaiting,
    require_one_stop,
    words_or_refusal,
)
from shared.domain.dossier_state import Dossier
from shared.domain.fact import Fact
from shared.failures import Refusal


@dataclass(frozen=True, slots=True)
class MeetAppointment:
    """The appointment that comes next is met (hoàn thành lần hẹn): the notice of tax is with the citizen."""

    unit: str
    at: datetime


@dataclass(frozen=True, slots=True)
class ShowDuty:
    """The citizen shows that the financial duty is done (nộp chứng từ nghĩa vụ tài chính).

    `proof`: the number of the paper that shows it, personal. `due_at` and `promise`: the next appointment, counted
    from zero from `at`.
    """

    unit: str
    proof: str
    at: datetime
    due_at: datetime | None
    promise: str


DutyStep = MeetAppointment | ShowDuty


def decide_duty(dossier: Dossier, step: DutyStep) -> Fact:
    """The fact that `step` brings about on an open dossier, or a Refusal that says why not."""
    if isinstance(step, MeetAppointment):
        return meet_appointment(dossier, step)
    return show_duty(dossier, step)


def meet_appointment(dossier: Dossier, command: MeetAppointment) -> Fact:
    """By the unit that holds the dossier, or the one-stop for it; the last appointment is the result itself.

    A late one is kept as it is: it shows by its times.
    """
    require_no_result(dossier)
    require_not_awaiting(dossier)
    place = current_place(dossier.appointments)
    if place is None or place == len(dossier.appointments) - 1:
        if place is not None and dossier.awaits_duty:
            raise awaiting_duty(dossier)
        raise Refusal(
            "no_appointment_to_meet",
            f"Hồ sơ {dossier.code} chỉ còn hẹn trả kết quả; hãy ghi “có kết quả”.",
            f"Dossier {dossier.code} has only the appointment for its result left; mark the result as ready.",
        )
    if command.unit not in (ONE_STOP, dossier.home):
        require_held_by(dossier, command.unit)
    return Fact(dossier.id, "dossier.appointment_met", {"unit": command.unit, "appointment": place})


def show_duty(dossier: Dossier, command: ShowDuty) -> Fact:
    """Only at the one-stop, with the proof; the next appointment then counts from zero."""
    require_no_result(dossier)
    if not dossier.awaits_duty:
        raise Refusal(
            "duty_not_awaited",
            f"Hồ sơ {dossier.code} không chờ nghĩa vụ tài chính.",
            f"Dossier {dossier.code} is not waiting for a financial duty.",
        )
    require_one_stop(dossier, command.unit)
    proof = words_or_refusal(
        command.proof,
        "Chưa ghi chứng từ hoàn thành nghĩa vụ tài chính.",
        "The paper that shows the financial duty to be done is missing.",
    )
    return Fact(
        dossier.id,
        "dossier.duty_shown",
        {
            "unit": command.unit,
            "shown_at": command.at.isoformat(),
            "due_at": command.due_at.isoformat() if command.due_at else None,
            "promise": command.promise,
        },
        {"proof": proof},
    )


def require_appointments_met(dossier: Dossier) -> None:
    """Refuses the result while an earlier appointment is open or the financial duty has not been shown."""
    place = current_place(dossier.appointments)
    if place is None:
        return
    if dossier.awaits_duty:
        raise awaiting_duty(dossier)
    if place < len(dossier.appointments) - 1:
        name = dossier.appointments[place]
        raise Refusal(
            "appointment_not_met",
            f"Hồ sơ {dossier.code}: {name.name_vi} chưa hoàn thành nên chưa thể có kết quả.",
            f"Dossier {dossier.code}: {name.name_en} has not been met yet, so there can be no result.",
        )


def awaiting_duty(dossier: Dossier) -> Refusal:
    """The Refusal of what is not possible while the citizen's financial duty is waited for."""
    return Refusal(
        "awaiting_duty",
        f"Hồ sơ {dossier.code} đang chờ công dân hoàn thành nghĩa vụ tài chính.",
        f"Dossier {dossier.code} is waiting for the citizen's financial duty.",
    )
