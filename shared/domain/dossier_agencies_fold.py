"""The fold of what other agencies do about a dossier: asked, answered, the competent one has received it.

A part of `dossier_fold`, which tells by what rule facts that exclude each other are settled.
"""

from __future__ import annotations

from typing import get_args

from shared.domain.dossier_appointment import started
from shared.domain.dossier_coordination import (
    Competent,
    Coordination,
    CoordinationAnswer,
    CoordinationTopic,
    answered,
    open_place,
)
from shared.domain.dossier_state import Dossier
from shared.domain.fact import Recorded, with_conflict
from shared.domain.replacing import replace


def competent_in(fact: Recorded) -> Competent | None:
    """The competent agency that the fact of a receipt names, where it was received out of area."""
    agency = fact.optional_text("competent")
    return None if agency is None else Competent(agency, fact.instant("reach_by"))


def coordination_asked(dossier: Dossier, fact: Recorded) -> Dossier:
    """After `dossier.coordination_asked`."""
    agency, topic = fact.text("agency"), fact.text("topic")
    if topic not in get_args(CoordinationTopic):
        raise ValueError("unknown topic")
    if open_place(dossier.coordinations, agency) is not None:
        return with_conflict(
            dossier,
            "coordination_twice",
            f"Hồ sơ {dossier.code}: cùng một cơ quan được hỏi hai lần; chỉ lần đầu có hiệu lực.",
            f"Dossier {dossier.code}: one agency was asked twice; only the first request counts.",
        )
    asked = Coordination(
        unit=fact.text("unit"),
        agency=agency,
        topic=topic,  # type: ignore[arg-type]  # one of the names, as just checked
        words=fact.personal,
        working_days=fact.integer("working_days"),
        answer_by=fact.instant("answer_by"),
        asked_at=fact.device_time,
        asked_by=fact.actor,
    )
    with_it = replace(dossier, coordinations=(*dossier.coordinations, asked))
    if dossier.result_ready_at is None:
        return with_it
    return with_conflict(
        with_it,
        "asked_after_result",
        f"Hồ sơ {dossier.code}: cơ quan phối hợp được hỏi sau khi đã có kết quả.",
        f"Dossier {dossier.code}: an agency was asked after there was a result.",
    )


def coordination_answered(dossier: Dossier, fact: Recorded) -> Dossier:
    """After `dossier.coordination_answered`."""
    answer = fact.text("answer")
    if answer not in get_args(CoordinationAnswer):
        raise ValueError("unknown answer")
    place = open_place(dossier.coordinations, fact.text("agency"))
    if place is None:
        return with_conflict(
            dossier,
            "answer_not_awaited",
            f"Hồ sơ {dossier.code}: trả lời của cơ quan phối hợp được ghi khi không chờ, hoặc ghi hai lần.",
            f"Dossier {dossier.code}: an agency's answer was recorded while it was not awaited, or twice.",
        )
    given: CoordinationAnswer = "given" if answer == "given" else "not_needed"
    late = bool(fact.data.get("late"))
    coordinations = answered(dossier.coordinations, place, fact.device_time, fact.actor, given, late=late)
    return replace(dossier, coordinations=coordinations)


def reached_agency(dossier: Dossier, fact: Recorded) -> Dossier:
    """After `dossier.reached_agency`: the time limit begins, unless the dossier waits for a supplement or has ended."""
    competent = dossier.competent
    if competent is None or competent.reached_at is not None:
        return with_conflict(
            dossier,
            "reached_twice",
            f"Hồ sơ {dossier.code}: cơ quan có thẩm quyền được ghi đã nhận khi không chờ, hoặc ghi hai lần.",
            f"Dossier {dossier.code}: the competent agency's receipt was recorded while not awaited, or twice.",
        )
    reached_at, due_at = fact.instant("reached_at"), fact.optional_instant("due_at")
    reached = replace(
        dossier,
        competent=replace(competent, reached_at=reached_at, recorded_by=fact.actor, late=bool(fact.data.get("late"))),
        appointments=started(dossier.appointments, reached_at, due_at),
    )
    if dossier.ending is not None or dossier.result_ready_at is not None:
        return reached
    if dossier.supplement is not None and dossier.awaits_supplement:
        return replace(reached, supplement=replace(dossier.supplement, due_before=due_at))
    return replace(reached, due_at=due_at, promise=fact.text("promise"))
