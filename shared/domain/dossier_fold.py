"""The fold of a dossier: `evolve`, one step for every kind of fact. The state stands in `dossier_state`.

Nodes that were offline can have written facts that exclude each other. The first in order stands and the other leaves
a conflict, so that everybody sees the same: one supplement, one re-appointment, no stop after a result. Two things are
taken as they physically are: a result that came while a supplement was waited for, and papers that another counter
took in before it knew of the closing.
"""

from __future__ import annotations

from dataclasses import replace
from typing import get_args

from shared.domain import dossier_duty_fold, dossier_steps_fold
from shared.domain.dossier_appointment import appointments_in
from shared.domain.dossier_fees_fold import FEE_FACTS
from shared.domain.dossier_state import Channel, Collector, Dossier, Outcome, ReturnWay, Transit
from shared.domain.dossier_steps_fold import documents_in
from shared.domain.fact import Recorded, with_conflict


def evolve(dossier: Dossier | None, fact: Recorded) -> Dossier | None:
    """`dossier` after `fact`. Unknown kinds change nothing; what does not fit leaves a conflict."""
    if fact.kind in FEE_FACTS:
        return None if dossier is None else FEE_FACTS[fact.kind](dossier, fact)
    evolved = _evolve(dossier, fact)
    if evolved is None or evolved is dossier:
        return evolved
    return replace(evolved, last_step_at=fact.device_time)


def _evolve(dossier: Dossier | None, fact: Recorded) -> Dossier | None:
    if fact.kind == "dossier.received":
        return _evolve_received(dossier, fact)
    if dossier is None or fact.kind not in _STEPS:
        return dossier
    if dossier.returned_at is not None:
        return with_conflict(
            dossier,
            "after_return",
            f"Hồ sơ {dossier.code}: có bước ghi nhận sau khi đã trả kết quả.",
            f"Dossier {dossier.code}: a step was recorded after the result was returned.",
        )
    if dossier.ending is not None and fact.kind not in _AFTER_AN_END:
        return dossier_steps_fold.after_end(dossier)
    return _STEPS[fact.kind](dossier, fact)


def _evolve_received(dossier: Dossier | None, fact: Recorded) -> Dossier:
    if dossier is not None:
        return with_conflict(
            dossier,
            "received_twice",
            f"Hồ sơ {dossier.code} được tiếp nhận hai lần.",
            f"Dossier {dossier.code} was received twice.",
        )
    channel, return_way = fact.text("channel"), fact.text("return_way")
    if channel not in get_args(Channel) or return_way not in get_args(ReturnWay):
        raise ValueError("unknown channel")
    return Dossier(
        id=fact.subject,
        code=fact.text("code"),
        token=fact.text("token"),
        procedure=fact.text("procedure"),
        procedure_name=fact.text("procedure_name"),
        field=fact.text("field"),
        channel=channel,  # type: ignore[arg-type]  # one of the names, as just checked
        documents=documents_in(fact.data["documents"]),
        sets=fact.integer("sets"),
        fee_vnd=fact.optional_integer("fee_vnd"),
        return_way=return_way,  # type: ignore[arg-type]  # one of the names, as just checked
        received_at=fact.instant("received_at"),
        due_at=fact.optional_instant("due_at"),
        time_limit_text=fact.text("time_limit_text"),
        promise=fact.text("promise"),
        form_number=fact.integer("form_number"),
        form_version=fact.text("form_version"),
        counter=fact.text("counter"),
        received_by=fact.actor,
        ticket=fact.optional_text("ticket"),
        applicant=fact.personal,
        held_since=fact.device_time,
        submitted_by="authorised" if fact.optional_text("submitted_by") == "authorised" else "applicant",
        appointments=appointments_in(fact.data.get("appointments", ())),
    )


def _sent(dossier: Dossier, fact: Recorded) -> Dossier:
    transit = Transit(fact.text("handover"), fact.text("giver"), fact.text("receiver"), fact.device_time)
    if dossier.transit is not None or dossier.holder != transit.giver:
        return with_conflict(
            dossier,
            "sent_by_another",
            f"Hồ sơ {dossier.code} được bàn giao bởi đơn vị không giữ nó.",
            f"Dossier {dossier.code} was handed over by a unit that did not hold it.",
        )
    sent = replace(dossier, transit=transit)
    if dossier.may_be_sent_to(transit.receiver):
        return sent
    return with_conflict(
        sent,
        "sent_while_not_handled",
        f"Hồ sơ {dossier.code} đang chờ bổ sung hoặc đã kết thúc nhưng vẫn được chuyển đi giải quyết.",
        f"Dossier {dossier.code} awaits a supplement or has ended, and was sent to be handled all the same.",
    )


def _taken(dossier: Dossier, fact: Recorded) -> Dossier:
    if dossier.transit is None or dossier.transit.handover != fact.text("handover"):
        return with_conflict(
            dossier,
            "taken_without_sending",
            f"Hồ sơ {dossier.code} được ký nhận theo một biên bản chưa có bên giao.",
            f"Dossier {dossier.code} was accepted on a record that no giver has signed.",
        )
    return replace(dossier, holder=dossier.transit.receiver, held_since=fact.device_time, transit=None)


def _not_taken(dossier: Dossier, fact: Recorded) -> Dossier:
    """Counted and not there, or the handover was cancelled: it is still with the giver."""
    if dossier.transit is None or dossier.transit.handover != fact.text("handover"):
        return dossier
    return replace(dossier, transit=None)


def _evolve_result_ready(dossier: Dossier, fact: Recorded) -> Dossier:
    outcome = fact.text("outcome")
    if outcome not in get_args(Outcome):
        raise ValueError("unknown outcome")
    if dossier.result_ready_at is not None:
        return with_conflict(
            dossier,
            "ready_twice",
            f"Hồ sơ {dossier.code} được ghi có kết quả hai lần.",
            f"Dossier {dossier.code} was marked ready twice.",
        )
    ready = replace(dossier, outcome="granted" if outcome == "granted" else "refused", result_ready_at=fact.device_time)
    ready = dossier_duty_fold.result_came(dossier, ready)
    if dossier.supplement is None or not dossier.awaits_supplement:
        return ready
    return with_conflict(
        replace(ready, due_at=dossier.supplement.due_before),
        "ready_while_awaiting",
        f"Hồ sơ {dossier.code} có kết quả trong khi đang chờ công dân bổ sung.",
        f"Dossier {dossier.code} got a result while a supplement was waited for.",
    )


def _evolve_returned(dossier: Dossier, fact: Recorded) -> Dossier:
    collector = fact.text("collector")
    returned = replace(
        dossier,
        returned_at=fact.device_time,
        returned_by=fact.actor,
        collector=collector if collector in get_args(Collector) else None,  # type: ignore[arg-type]  # one of the names
        returned_to=fact.personal,
    )
    if dossier.stage == "result_at_counter":
        return returned
    return with_conflict(
        returned,
        "returned_too_early",
        f"Hồ sơ {dossier.code} được ghi đã trả khi kết quả chưa có tại quầy.",
        f"Dossier {dossier.code} was returned before its result was at the counter.",
    )


_STEPS = {
    "dossier.sent": _sent,
    "dossier.taken": _taken,
    "dossier.not_taken": _not_taken,
    "dossier.result_ready": _evolve_result_ready,
    "dossier.returned": _evolve_returned,
    "dossier.supplement_requested": dossier_steps_fold.supplement_requested,
    "dossier.supplement_taken": dossier_steps_fold.supplement_taken,
    "dossier.apologised": dossier_steps_fold.apologised,
    "dossier.appointment_met": dossier_duty_fold.appointment_met,
    "dossier.duty_shown": dossier_duty_fold.duty_shown,
    "dossier.stopped": dossier_steps_fold.stopped,
    "dossier.refused": dossier_steps_fold.refused,
    "dossier.closed_unanswered": dossier_steps_fold.closed_unanswered,
}

_AFTER_AN_END = frozenset(
    {"dossier.sent", "dossier.taken", "dossier.not_taken", "dossier.returned", "dossier.supplement_taken"}
)
"""What still happens to a dossier that has ended: its paper goes back, and what people did is kept as they did it."""
