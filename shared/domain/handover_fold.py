"""The fold of a handover: `evolve`. The state stands in `handover_state`, what may be done in `handover`."""

from __future__ import annotations

from datetime import datetime
from typing import get_args

from shared.domain import custody
from shared.domain.fact import Data, Recorded, with_conflict
from shared.domain.handover_state import (
    Carried,
    DiscrepancyKind,
    Handover,
    OutsideSignature,
    RefusalReason,
    SettledAs,
    Settlement,
)
from shared.domain.replacing import replace


def evolve(handover: Handover | None, fact: Recorded) -> Handover | None:
    """`handover` after `fact`. A signature for a list known from paper begins the handover by itself."""
    if fact.kind == "handover.offered":
        return _offered(handover, fact)
    if handover is None:
        known = fact.data.get("on_paper") if fact.kind == "handover.accepted" else None
        return None if known is None else _accepted(_from_paper(fact), fact)
    if fact.kind == "handover.difference_settled":
        return _settled(handover, fact)
    if fact.kind == "handover.conflict_settled" and (fact.optional_text("choice") or "").startswith(custody.HOLDS):
        return replace(handover, state="cancelled", missing=(), refused=(), damaged=(), counted_vnd=None)
    if fact.kind not in ("handover.accepted", "handover.cancelled"):
        return handover
    if handover.state != "offered":
        return _closed_twice(handover, fact)
    if fact.kind == "handover.cancelled":
        return replace(handover, state="cancelled", cancelled_by=fact.actor)
    return _accepted(handover, fact)


def _offered(handover: Handover | None, fact: Recorded) -> Handover:
    if handover is None:
        return _listed(fact, fact.data, fact.actor, fact.device_time)
    if handover.on_paper and handover.giver == fact.text("giver"):
        return _carried_before(handover, _listed(fact, fact.data, fact.actor, fact.device_time), fact.actor)
    return with_conflict(
        handover,
        "offered_twice",
        f"Biên bản {handover.number} được lập hai lần.",
        f"Handover {handover.number} was offered twice.",
        (handover.offered_by, fact.actor),
    )


def _carried_before(handover: Handover, listed: Handover, by: str) -> Handover:
    """The giver's list comes, in the order, after it was signed for from paper: the list is what the giver signed."""
    seen = {item for _, item in handover.papers}
    uncounted = tuple(item for _, item in listed.papers if item not in seen)
    whole = replace(
        handover,
        dossiers=listed.dossiers,
        consignments=listed.consignments,
        letters=listed.letters,
        fees=listed.fees,
        missing=(*handover.missing, *uncounted),
    )
    if seen == {item for _, item in listed.papers}:
        return whole
    return with_conflict(
        whole,
        "lists_differ",
        f"Biên bản {handover.number}: danh sách bên nhận đã ký khác danh sách bên giao đã ký.",
        f"Handover {handover.number}: the receiver signed for another list than the giver.",
        (by, handover.accepted_by or ""),
    )


def _from_paper(fact: Recorded) -> Handover:
    known = replace(fact, data=_mapping(fact.data["on_paper"]))
    listed = _listed(known, known.data, known.text("offered_by"), known.instant("offered_at"))
    return replace(listed, on_paper=True, codes=_codes_in(known.data.get("codes", ())))


def _listed(fact: Recorded, data: Data, by: str, at: datetime) -> Handover:
    giver, receiver = fact.text("giver"), fact.text("receiver")
    return Handover(
        id=fact.subject,
        number=fact.text("number"),
        giver=giver,
        receiver=receiver,
        dossiers=fact.texts("dossiers"),
        consignments=fact.texts("consignments"),
        letters=fact.texts("letters"),
        giver_kind=custody.kind_in(fact, "giver_kind", giver),
        receiver_kind=custody.kind_in(fact, "receiver_kind", receiver),
        fees=_fees_in(data.get("fees", ())),
        offered_by=by,
        offered_at=at,
        giver_outside=_outside(fact) if fact.kind == "handover.offered" else None,
    )


def _outside(fact: Recorded) -> OutsideSignature | None:
    at = fact.optional_instant("outside_at")
    return None if at is None else OutsideSignature(at, fact.personal)


def _accepted(handover: Handover, fact: Recorded) -> Handover:
    accepted = replace(
        handover,
        state="accepted",
        accepted_by=fact.actor,
        accepted_at=fact.device_time,
        missing=fact.texts("missing"),
        extra=fact.texts("extra"),
        refused=_refused_in(fact.data.get("refused", ())),
        damaged=fact.texts("damaged"),
        counted_vnd=fact.optional_integer("counted_vnd"),
        notes=fact.personal,
        receiver_outside=_outside(fact),
    )
    return _as_carried(accepted, fact)


def _as_carried(handover: Handover, fact: Recorded) -> Handover:
    """What was signed for by a code on paper, against the list itself: a paper that the code lacked was not counted."""
    if "on_paper" not in fact.data or handover.on_paper:
        return handover
    carried = _from_paper(fact)
    seen = {item for _, item in carried.papers}
    uncounted = tuple(item for _, item in handover.papers if item not in seen)
    if not uncounted and len(seen) == len(handover.papers) and carried.giver == handover.giver:
        return handover
    return with_conflict(
        replace(handover, missing=(*handover.missing, *uncounted)),
        "lists_differ",
        f"Biên bản {handover.number}: danh sách bên nhận đã ký khác danh sách bên giao đã ký.",
        f"Handover {handover.number}: the receiver signed for another list than the giver.",
        (handover.offered_by, fact.actor),
    )


def _closed_twice(handover: Handover, fact: Recorded) -> Handover:
    """Signed for on two machines, or cancelled on one and signed for on another: whoever counted the papers has them.

    The signature of the receiver stands over a cancelling, whichever came first. Two counts of one list are put
    together: a paper is left behind only if both left it, as the paper itself is folded. Both persons are named, unless
    the second says what the first said.
    """
    if fact.kind == "handover.cancelled":
        if handover.state == "cancelled":
            return handover
        return _disputed(replace(handover, cancelled_by=fact.actor), handover.accepted_by, fact.actor)
    if handover.state == "cancelled":
        return _accepted(_disputed(handover, handover.cancelled_by, fact.actor), fact)
    again = _accepted(handover, fact)
    if handover.accepted_by == fact.actor and _count(again) == _count(handover):
        return handover
    left = again.left_behind
    together = replace(
        handover,
        missing=tuple(each for each in handover.missing if each in left),
        refused=tuple((each, reason) for each, reason in handover.refused if each in left),
        extra=(*handover.extra, *(each for each in again.extra if each not in handover.extra)),
        damaged=(*handover.damaged, *(each for each in again.damaged if each not in handover.damaged)),
        counted_vnd=again.counted_vnd if handover.counted_vnd is None else handover.counted_vnd,
        conflicts=again.conflicts,
    )
    return with_conflict(
        together,
        "accepted_twice",
        f"Biên bản {handover.number} được hai người ký nhận.",
        f"Handover {handover.number} was accepted by two persons.",
        (handover.accepted_by or "", fact.actor),
    )


def _disputed(handover: Handover, one: str | None, other: str) -> Handover:
    return with_conflict(
        handover,
        "closed_twice",
        f"Biên bản {handover.number} vừa được bên nhận ký nhận vừa bị bên giao hủy.",
        f"Handover {handover.number} was accepted by the receiver and cancelled by the giver.",
        (one or "", other),
        f"{custody.HOLDS}{handover.giver_kind}:{handover.giver}",
    )


def _count(handover: Handover) -> object:
    return (
        frozenset(handover.missing),
        frozenset(handover.refused),
        frozenset(handover.extra),
        frozenset(handover.damaged),
        handover.counted_vnd,
    )


def _settled(handover: Handover, fact: Recorded) -> Handover:
    kind, settled_as = fact.text("kind"), fact.text("settled_as")
    if kind not in get_args(DiscrepancyKind) or settled_as not in get_args(SettledAs):
        raise ValueError("unknown difference")
    item = fact.text("item")
    settlement = Settlement(
        kind=kind,  # type: ignore[arg-type]  # one of the names, as just checked
        item=item,
        settled_as=settled_as,  # type: ignore[arg-type]  # one of the names, as just checked
        amount_vnd=fact.integer("amount_vnd"),
        at=fact.device_time,
        by=fact.actor,
        note=fact.personal,
    )
    before = next((each for each in handover.settlements if (each.kind, each.item) == (kind, item)), None)
    if before is not None and kind != "money":
        if before.settled_as == settled_as:
            return handover
        return with_conflict(
            handover,
            "settled_differently",
            f"Biên bản {handover.number}: một chênh lệch được xử lý theo hai cách khác nhau.",
            f"Handover {handover.number}: one difference was settled in two ways.",
            (before.by, fact.actor),
        )
    return replace(handover, settlements=(*handover.settlements, settlement))


def _mapping(value: object) -> Data:
    if not isinstance(value, dict):
        raise TypeError("not a list from paper")
    return value


def _codes_in(value: object) -> tuple[tuple[str, str], ...]:
    if not isinstance(value, list | tuple):
        raise TypeError("codes is not a list")
    return tuple((str(item), str(code)) for item, code in value)


def _fees_in(value: object) -> tuple[Carried, ...]:
    if not isinstance(value, list | tuple):
        raise TypeError("fees is not a list")
    return tuple(_fee_in(each) for each in value)


def _fee_in(value: object) -> Carried:
    if not isinstance(value, list | tuple) or len(value) != 2:
        raise ValueError("a fee is an id and an amount")
    item, amount = value
    if not isinstance(item, str) or type(amount) is not int:
        raise ValueError("a fee is an id and an amount")
    return Carried(item, amount)


def _refused_in(value: object) -> tuple[tuple[str, RefusalReason], ...]:
    if not isinstance(value, list | tuple):
        raise TypeError("refused is not a list")
    pairs = [(str(item), str(reason)) for item, reason in value]
    if any(reason not in get_args(RefusalReason) for _, reason in pairs):
        raise ValueError("unknown reason")
    return tuple(pairs)  # type: ignore[arg-type]  # the reasons are of the names, as just checked
