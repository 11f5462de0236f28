"""The fold of what comes between receipt and result: supplement, apology, stop, refusal, closing.

A part of `dossier_fold`, which tells by what rule facts that exclude each other are settled.
"""

from __future__ import annotations

from typing import get_args

from shared.domain.dossier_appointment import awaits_duty, moved, started
from shared.domain.dossier_state import (
    Apology,
    AskedBy,
    Dossier,
    Ending,
    EndingKind,
    GivenDocument,
    Requester,
    StopRequest,
    Supplement,
)
from shared.domain.fact import Recorded, with_conflict
from shared.domain.replacing import replace


def documents_in(value: object) -> tuple[GivenDocument, ...]:
    """The papers that a fact's data lists; TypeError or ValueError when it lists something else."""
    if not isinstance(value, list):
        raise TypeError("documents is not a list")
    return tuple(GivenDocument(str(name), int(originals), int(copies)) for name, originals, copies in value)


def supplement_requested(dossier: Dossier, fact: Recorded) -> Dossier:
    """After `dossier.supplement_requested`."""
    if dossier.supplement is not None:
        return with_conflict(
            replace(dossier, supplement=replace(dossier.supplement, requests=dossier.supplement.requests + 1)),
            "supplement_twice",
            f"Hồ sơ {dossier.code} bị yêu cầu bổ sung hai lần; chỉ lần đầu có hiệu lực.",
            f"A supplement to dossier {dossier.code} was asked for twice; only the first request counts.",
        )
    if dossier.result_ready_at is not None:
        return _after_result(dossier)
    supplement = Supplement(
        unit=fact.text("unit"),
        missing=fact.texts("missing"),
        reason=fact.personal,
        requested_at=fact.device_time,
        requested_by=fact.actor,
        answer_by=fact.instant("answer_by"),
        late=bool(fact.data.get("late")),
        due_before=dossier.due_at,
    )
    return replace(dossier, supplement=supplement, due_at=None)


def supplement_taken(dossier: Dossier, fact: Recorded) -> Dossier:
    """After `dossier.supplement_taken`."""
    supplement, ending = dossier.supplement, dossier.ending
    closed = ending is not None and ending.kind == "closed"
    if supplement is None or not (dossier.awaits_supplement or closed):
        return with_conflict(
            dossier,
            "supplement_not_awaited",
            f"Hồ sơ {dossier.code} được bổ sung khi không chờ bổ sung.",
            f"A supplement to dossier {dossier.code} was taken while none was waited for.",
        )
    apology = replace(dossier.apology, stands=False) if dossier.apology else None
    taken = replace(
        dossier,
        supplement=replace(supplement, completed_at=fact.instant("received_at")),
        documents=(*dossier.documents, *documents_in(fact.data["documents"])),
        due_at=fact.optional_instant("due_at"),
        promise=fact.text("promise"),
        apology=apology,
        ending=None,
        appointments=started(dossier.appointments, fact.instant("received_at"), fact.optional_instant("due_at")),
    )
    unreached = dossier.competent is not None and dossier.competent.reached_at is None
    if awaits_duty(dossier.appointments) or unreached:
        taken = replace(taken, due_at=None, promise="", appointments=dossier.appointments)
    if not closed:
        return taken
    return with_conflict(
        taken,
        "closed_and_taken",
        f"Hồ sơ {dossier.code} bị đóng ở một máy khi giấy tờ bổ sung đã được nhận ở máy khác; hồ sơ được mở lại.",
        f"Dossier {dossier.code} was closed on one machine and its supplement taken on another; it is open again.",
    )


def apologised(dossier: Dossier, fact: Recorded) -> Dossier:
    """After `dossier.apologised`."""
    if dossier.apology is not None:
        return with_conflict(
            dossier,
            "apologised_twice",
            f"Hồ sơ {dossier.code} được hẹn lại hai lần; chỉ lần đầu có hiệu lực.",
            f"Dossier {dossier.code} was given a new date twice; only the first one counts.",
        )
    if dossier.result_ready_at is not None:
        return _after_result(dossier)
    if dossier.due_at is None:
        return with_conflict(
            dossier,
            "nothing_to_put_off",
            f"Hồ sơ {dossier.code} được hẹn lại khi không có thời hạn nào đang tính.",
            f"Dossier {dossier.code} was given a new date while no time limit was running.",
        )
    new_due_at = fact.instant("new_due_at")
    apology = Apology(
        unit=fact.text("unit"),
        reason=fact.personal,
        sent_at=fact.device_time,
        sent_by=fact.actor,
        due_before=dossier.due_at,
        new_due_at=new_due_at,
        late_notice=bool(fact.data.get("late_notice")),
    )
    return replace(dossier, apology=apology, due_at=new_due_at, appointments=moved(dossier.appointments, new_due_at))


def stopped(dossier: Dossier, fact: Recorded) -> Dossier:
    """After `dossier.stopped`."""
    requester, asked_by = fact.text("requester"), fact.text("asked_by")
    if requester not in get_args(Requester) or asked_by not in get_args(AskedBy):
        raise ValueError("unknown request")
    request = StopRequest(
        requester=requester,  # type: ignore[arg-type]  # one of the names, as just checked
        asked_by=asked_by,  # type: ignore[arg-type]  # one of the names, as just checked
        asked_at=fact.instant("asked_at"),
    )
    return _ended(dossier, fact, "stopped", request)


def refused(dossier: Dossier, fact: Recorded) -> Dossier:
    """After `dossier.refused`."""
    return _ended(dossier, fact, "refused")


def closed_unanswered(dossier: Dossier, fact: Recorded) -> Dossier:
    """After `dossier.closed_unanswered`."""
    if dossier.awaits_supplement:
        return _ended(dossier, fact, "closed")
    return with_conflict(
        dossier,
        "closed_without_waiting",
        f"Hồ sơ {dossier.code} bị đóng khi không chờ bổ sung; hồ sơ vẫn mở.",
        f"Dossier {dossier.code} was closed while no supplement was waited for; it stays open.",
    )


def _ended(dossier: Dossier, fact: Recorded, kind: EndingKind, request: StopRequest | None = None) -> Dossier:
    if dossier.result_ready_at is not None:
        return _after_result(dossier)
    due_before = dossier.legal_due_at
    ending = Ending(
        kind=kind,
        unit=fact.text("unit"),
        at=fact.device_time,
        by=fact.actor,
        personal=fact.personal,
        late=bool(fact.data.get("late")),
        due_before=due_before,
        request=request,
    )
    return replace(dossier, ending=ending, due_at=None)


def _after_result(dossier: Dossier) -> Dossier:
    return with_conflict(
        dossier,
        "after_result",
        f"Hồ sơ {dossier.code}: có bước ghi nhận chỉ được làm khi chưa có kết quả.",
        f"Dossier {dossier.code}: a step was recorded that is possible only before there is a result.",
    )


def after_end(dossier: Dossier) -> Dossier:
    """With the conflict of a step that came after the end."""
    return with_conflict(
        dossier,
        "after_end",
        f"Hồ sơ {dossier.code}: có bước ghi nhận sau khi hồ sơ đã dừng, bị từ chối hoặc đã đóng.",
        f"Dossier {dossier.code}: a step was recorded after it was stopped, refused or closed.",
    )
