"""The fold of a dossier: `evolve`, one step for every kind of fact. The state stands in `dossier_state`.

Nodes that were offline can have written facts that exclude each other. The first in order stands and the other leaves
a conflict, so that everybody sees the same: one supplement, one re-appointment, no stop after a result. Two things are
taken as they physically are: a result that came while a supplement was waited for, and papers that another counter
took in before it knew of the closing.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import get_args

from shared.domain import custody, dossier_agencies_fold, dossier_duty_fold, dossier_steps_fold
from shared.domain.custody import ONE_STOP
from shared.domain.dossier_appointment import appointments_in
from shared.domain.dossier_fees_fold import FEE_FACTS
from shared.domain.dossier_state import Channel, Collector, Dossier, OnlineService, Outcome, ReturnWay
from shared.domain.dossier_steps_fold import documents_in
from shared.domain.fact import Recorded, with_conflict
from shared.domain.replacing import replace
from shared.failures import Sentence


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
    if dossier is not None and fact.kind == "dossier.conflict_settled":
        return custody.settled(dossier, fact)
    if dossier is None or fact.kind not in _STEPS:
        return dossier
    if dossier.returned_at is not None and fact.kind != "dossier.not_taken":
        return _after_return(dossier, fact)
    if dossier.ending is not None and fact.kind not in _AFTER_AN_END:
        return dossier_steps_fold.after_end(dossier)
    return _STEPS[fact.kind](dossier, fact)


def _after_return(dossier: Dossier, fact: Recorded) -> Dossier:
    """A step of somebody who had not heard of the return; whoever has signed for the paper may have it after all."""
    receiver = fact.optional_text("receiver") if fact.kind == "dossier.taken" else None
    return custody.disputed(
        dossier,
        "after_return",
        Sentence(
            f"Hồ sơ {dossier.code}: có bước ghi nhận sau khi đã trả kết quả.",
            f"Dossier {dossier.code}: a step was recorded after the result was returned.",
        ),
        (dossier.returned_by or "", fact.actor),
        receiver,
        custody.kind_in(fact, "receiver_kind", receiver or ""),
    )


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
    home = fact.optional_text("unit") or ONE_STOP
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
        holder=home,
        holder_kind=custody.kind_in(fact, "unit_kind", home),
        held_by=fact.actor,
        home=home,
        consignment=fact.optional_text("consignment"),
        consignment_number=fact.optional_text("consignment_number") or "",
        submitted_by="authorised" if fact.optional_text("submitted_by") == "authorised" else "applicant",
        appointments=appointments_in(fact.data.get("appointments", ())),
        competent=dossier_agencies_fold.competent_in(fact),
        online_service=_online_service(fact),
    )


def _online_service(fact: Recorded) -> OnlineService | None:
    level = fact.optional_text("online_service")
    if level is None:
        return None
    return "full" if level == "full" else "partial"


def _what(dossier: Dossier) -> Sentence:
    return Sentence(f"Hồ sơ {dossier.code}", f"Dossier {dossier.code}")


def _sent(dossier: Dossier, fact: Recorded) -> Dossier:
    passed = custody.sent(dossier, fact, _what(dossier))
    if passed.transit is None or passed.transit == dossier.transit or dossier.may_be_sent_to(passed.transit.receiver):
        return passed
    return with_conflict(
        passed,
        "sent_while_not_handled",
        f"Hồ sơ {dossier.code} đang chờ bổ sung hoặc đã kết thúc nhưng vẫn được chuyển đi giải quyết.",
        f"Dossier {dossier.code} awaits a supplement or has ended, and was sent to be handled all the same.",
        _who_stopped_it(dossier, fact.actor),
    )


def _who_stopped_it(dossier: Dossier, sender: str) -> tuple[str, ...]:
    """Whoever asked for the supplement or ended it, and who sent it all the same."""
    stopped = dossier.ending.by if dossier.ending else dossier.supplement.requested_by if dossier.supplement else ""
    return tuple(each for each in (stopped, sender) if each)


def _taken(dossier: Dossier, fact: Recorded) -> Dossier:
    return custody.taken(dossier, fact, _what(dossier))


def _moved(dossier: Dossier, fact: Recorded) -> Dossier:
    return custody.moved(dossier, fact, _what(dossier))


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
        custody.given_to_citizen(dossier, fact),
        returned_at=fact.device_time,
        returned_by=fact.actor,
        collector=collector if collector in get_args(Collector) else None,  # type: ignore[arg-type]  # one of the names
        returned_to=fact.personal,
    )
    if dossier.may_be_returned:
        return returned
    return custody.disputed(
        returned,
        "returned_too_early",
        Sentence(
            f"Hồ sơ {dossier.code} được ghi đã trả khi kết quả chưa có tại quầy.",
            f"Dossier {dossier.code} was returned before its result was at the counter.",
        ),
        (dossier.transit.by if dossier.transit else dossier.held_by or "", fact.actor),
        dossier.holder,
        dossier.holder_kind,
    )


_STEPS: Mapping[str, Callable[[Dossier, Recorded], Dossier]] = {
    "dossier.sent": _sent,
    "dossier.taken": _taken,
    "dossier.not_taken": custody.not_taken,
    "dossier.moved": _moved,
    "dossier.lost": custody.lost,
    "dossier.result_ready": _evolve_result_ready,
    "dossier.returned": _evolve_returned,
    "dossier.supplement_requested": dossier_steps_fold.supplement_requested,
    "dossier.supplement_taken": dossier_steps_fold.supplement_taken,
    "dossier.apologised": dossier_steps_fold.apologised,
    "dossier.appointment_met": dossier_duty_fold.appointment_met,
    "dossier.duty_shown": dossier_duty_fold.duty_shown,
    "dossier.coordination_asked": dossier_agencies_fold.coordination_asked,
    "dossier.coordination_answered": dossier_agencies_fold.coordination_answered,
    "dossier.reached_agency": dossier_agencies_fold.reached_agency,
    "dossier.agency_decided": _evolve_result_ready,
    "dossier.stopped": dossier_steps_fold.stopped,
    "dossier.refused": dossier_steps_fold.refused,
    "dossier.closed_unanswered": dossier_steps_fold.closed_unanswered,
}

_AFTER_AN_END = frozenset(
    {
        "dossier.sent",
        "dossier.taken",
        "dossier.not_taken",
        "dossier.moved",
        "dossier.lost",
        "dossier.returned",
        "dossier.supplement_taken",
        "dossier.coordination_answered",
        "dossier.reached_agency",
    }
)
"""What still happens to a dossier that has ended: its paper goes back, and what people did is kept as they did it."""
