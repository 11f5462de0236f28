"""The fold of planned appointments: the first one met, the citizen's financial duty shown, the result there.

A part of `dossier_fold`, which tells by what rule facts that exclude each other are settled.
"""

from __future__ import annotations

from shared.domain.dossier_appointment import current_place, met, started
from shared.domain.dossier_state import Dossier
from shared.domain.fact import Recorded, with_conflict
from shared.domain.replacing import replace


def appointment_met(dossier: Dossier, fact: Recorded) -> Dossier:
    """After `dossier.appointment_met`: the clock stands until the financial duty is shown."""
    place = fact.integer("appointment")
    if not 0 <= place < len(dossier.appointments) - 1:
        raise ValueError("no such appointment")
    if dossier.result_ready_at is not None or current_place(dossier.appointments) != place:
        return with_conflict(
            dossier,
            "appointment_met_twice",
            f"Hồ sơ {dossier.code}: một lần hẹn được ghi hoàn thành khi đã hoàn thành hoặc đã có kết quả.",
            f"Dossier {dossier.code}: an appointment was marked as met that was met already, or after the result.",
        )
    apology = replace(dossier.apology, stands=False) if dossier.apology else None
    done = replace(
        dossier,
        appointments=met(dossier.appointments, place, fact.device_time),
        due_at=None,
        promise="",
        apology=apology,
    )
    if not dossier.awaits_supplement:
        return done
    return with_conflict(
        done,
        "met_while_awaiting",
        f"Hồ sơ {dossier.code}: một lần hẹn được ghi hoàn thành trong khi đang chờ công dân bổ sung.",
        f"Dossier {dossier.code}: an appointment was marked as met while a supplement was waited for.",
    )


def duty_shown(dossier: Dossier, fact: Recorded) -> Dossier:
    """After `dossier.duty_shown`: the next appointment counts from zero."""
    if not dossier.awaits_duty:
        return with_conflict(
            dossier,
            "duty_not_awaited",
            f"Hồ sơ {dossier.code}: chứng từ nghĩa vụ tài chính được ghi khi không chờ, hoặc ghi hai lần.",
            f"Dossier {dossier.code}: proof of the financial duty was recorded while it was not waited for, or twice.",
        )
    due_at = fact.optional_instant("due_at")
    return replace(
        dossier,
        appointments=started(dossier.appointments, fact.instant("shown_at"), due_at),
        due_at=dossier.due_at if dossier.awaits_supplement else due_at,
        promise=fact.text("promise"),
    )


def result_came(dossier: Dossier, ready: Dossier) -> Dossier:
    """`ready`, which is `dossier` with its result: the last appointment is met, or one was passed over."""
    place = current_place(dossier.appointments)
    if place is None or ready.result_ready_at is None:
        return ready
    last = len(dossier.appointments) - 1
    if place == last and not dossier.awaits_duty:
        return replace(ready, appointments=met(dossier.appointments, place, ready.result_ready_at))
    return with_conflict(
        ready,
        "ready_before_duty",
        f"Hồ sơ {dossier.code} có kết quả khi chưa có chứng từ hoàn thành nghĩa vụ tài chính.",
        f"Dossier {dossier.code} got a result before the financial duty was shown to be done.",
    )
