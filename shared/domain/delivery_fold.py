"""The fold of a delivery: `evolve`. The state stands in `delivery_state`, what may be done in `delivery`.

Machines that were apart can disagree about how it ended. The first in order stands; a delivery that was recorded after
it had come back, or after it was delivered already, leaves a conflict that names both persons. That the post has taken
it stands over a withdrawal: it is on its way, whatever was written down.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import get_args

from shared.domain import custody
from shared.domain.custody import ONE_STOP
from shared.domain.delivery_state import Attempt, AttemptOutcome, Content, Delivery, IdentityPaper, Recipient
from shared.domain.fact import Recorded, with_conflict
from shared.domain.office_record import PostalScope
from shared.domain.replacing import replace


def evolve(delivery: Delivery | None, fact: Recorded) -> Delivery | None:
    """`delivery` after `fact`. Unknown kinds change nothing; what does not fit leaves a conflict."""
    if fact.kind == "delivery.prepared":
        if delivery is not None:
            return with_conflict(delivery, "prepared_twice", "Bưu gửi được lập hai lần.", "It was prepared twice.")
        return _begun(fact)
    if delivery is None or fact.kind not in _STEPS:
        return delivery
    return _STEPS[fact.kind](delivery, fact)


def _begun(fact: Recorded) -> Delivery:
    content, scope = fact.text("content"), fact.text("scope")
    if content not in get_args(Content) or scope not in get_args(PostalScope):
        raise ValueError("unknown content or scope")
    unit = fact.optional_text("unit") or ONE_STOP
    return Delivery(
        id=fact.subject,
        dossier=fact.text("dossier"),
        dossier_code=fact.text("dossier_code"),
        content=content,  # type: ignore[arg-type]  # one of the names, as just checked
        scope=scope,  # type: ignore[arg-type]  # one of the names, as just checked
        addressee=fact.personal,
        tracking=fact.optional_text("tracking") or "",
        fee_vnd=fact.integer("fee_vnd"),
        prepared_by=fact.actor,
        prepared_at=fact.device_time,
        holder=unit,
        holder_kind=custody.kind_in(fact, "unit_kind", unit),
        held_since=fact.device_time,
        held_by=fact.actor,
    )


def _handed_to_post(delivery: Delivery, fact: Recorded) -> Delivery:
    """A prepared one that was withdrawn on another machine meanwhile is with the post all the same."""
    if delivery.handed_over_at is not None:
        return delivery
    handed = replace(
        delivery,
        post=fact.text("post"),
        handed_over_at=fact.optional_instant("at") or fact.device_time,
        due_at=fact.optional_instant("due_at"),
        withdrawn_at=None,
    )
    if delivery.withdrawn_at is None:
        return handed
    return with_conflict(
        handed,
        "posted_and_withdrawn",
        f"Phiếu chuyển phát của hồ sơ {delivery.dossier_code} đã hủy nhưng bưu điện đã nhận bưu gửi.",
        f"The delivery of dossier {delivery.dossier_code} was withdrawn, but the post has taken it.",
        (fact.actor,),
    )


def _tracked(delivery: Delivery, fact: Recorded) -> Delivery:
    return replace(delivery, tracking=fact.text("tracking"))


def _attempted(delivery: Delivery, fact: Recorded) -> Delivery:
    outcome = fact.text("outcome")
    if outcome not in get_args(AttemptOutcome):
        raise ValueError("unknown outcome")
    attempt = Attempt(
        fact.device_time,
        fact.actor,
        outcome,  # type: ignore[arg-type]  # one of the names, as just checked
        fact.optional_instant("again_from"),
    )
    return replace(delivery, attempts=(*delivery.attempts, attempt))


def _delivered(delivery: Delivery, fact: Recorded) -> Delivery:
    recipient, paper = fact.text("recipient"), fact.text("identity_paper")
    if recipient not in get_args(Recipient) or paper not in get_args(IdentityPaper):
        raise ValueError("unknown recipient or paper")
    if delivery.delivered_at is not None or delivery.back_at is not None:
        return with_conflict(
            delivery,
            "delivered_twice",
            f"Bưu gửi của hồ sơ {delivery.dossier_code} được ghi phát sau khi đã kết thúc.",
            f"The delivery of dossier {delivery.dossier_code} was recorded after it was over.",
            tuple(each for each in (delivery.delivered_by, fact.actor) if each),
        )
    letter = custody.given_to_citizen(delivery, fact) if delivery.is_letter else delivery
    return replace(
        letter,
        delivered_at=fact.device_time,
        delivered_by=fact.actor,
        recipient=recipient,  # type: ignore[arg-type]  # one of the names, as just checked
        identity_paper=paper,  # type: ignore[arg-type]  # one of the names, as just checked
        received_by=fact.personal,
    )


def _given_up(delivery: Delivery, fact: Recorded) -> Delivery:
    return delivery if delivery.is_over else replace(delivery, given_up_at=fact.device_time)


def _came_back(delivery: Delivery, fact: Recorded) -> Delivery:
    if delivery.delivered_at is not None:
        return with_conflict(
            delivery,
            "back_after_delivery",
            f"Bưu gửi của hồ sơ {delivery.dossier_code} được ghi hoàn về sau khi đã phát.",
            f"The delivery of dossier {delivery.dossier_code} came back after it was delivered.",
            tuple(each for each in (delivery.delivered_by, fact.actor) if each),
        )
    return replace(delivery, back_at=fact.device_time)


def _withdrawn(delivery: Delivery, fact: Recorded) -> Delivery:
    if delivery.handed_over_at is None:
        return replace(delivery, withdrawn_at=fact.device_time)
    return with_conflict(
        delivery,
        "posted_and_withdrawn",
        f"Phiếu chuyển phát của hồ sơ {delivery.dossier_code} đã hủy nhưng bưu điện đã nhận bưu gửi.",
        f"The delivery of dossier {delivery.dossier_code} was withdrawn, but the post has taken it.",
        (fact.actor,),
    )


_STEPS: Mapping[str, Callable[[Delivery, Recorded], Delivery]] = {
    "delivery.sent": custody.sent,
    "delivery.taken": custody.taken,
    "delivery.not_taken": custody.not_taken,
    "delivery.moved": custody.moved,
    "delivery.lost": custody.lost,
    "delivery.conflict_settled": custody.settled,
    "delivery.handed_to_post": _handed_to_post,
    "delivery.tracked": _tracked,
    "delivery.attempted": _attempted,
    "delivery.delivered": _delivered,
    "delivery.given_up": _given_up,
    "delivery.came_back": _came_back,
    "delivery.withdrawn": _withdrawn,
}
