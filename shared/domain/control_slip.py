"""The hands that a dossier went through (quá trình giao nhận), as its control slip, Form 06, lists them.

Read from the facts of the papers themselves: of the consignment note while the post carried it (before there was a
dossier), then of the dossier. Each change is told once, as it went: taken by the other side, left behind as missing or
refused, settled afterwards, lost, given to the citizen. What was cancelled before the second signature did not happen.
Decree 118/2025 Art. 18, 20; Decision 45/2016/QĐ-TTg Art. 6, 7.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Literal

from shared.domain.custody import CITIZEN
from shared.domain.dossier_state import Dossier
from shared.domain.fact import Evolve, Order, Recorded, step

HandKind = Literal["sent_off", "taken", "on_the_way", "not_taken", "settled", "lost", "given_out"]
"""Gửi tại bưu điện, đã giao nhận, đang bàn giao, bên nhận không nhận, xử lý chênh lệch, thất lạc, trả người dân."""


@dataclass(frozen=True, slots=True)
class Hand:
    """One change of hands (một lần giao nhận) between the units `giver` and `receiver`, at `at`.

    `given_by`, `taken_by`: staff by id, "" where nobody of the staff did. `handover`: its record. `before`: the dossier
    just before, None while there was none. `why`: of what was not taken. `note`: the consignment note it travelled by.
    """

    kind: HandKind
    giver: str
    receiver: str
    at: datetime
    given_by: str
    taken_by: str
    order: Order
    handover: str | None = None
    before: Dossier | None = None
    why: str = ""
    damaged: bool = False
    note: str = ""


def hands_through(evolve: Evolve[Any], facts: Iterable[Recorded], note: str = "") -> tuple[Hand, ...]:
    """The changes of hands that the `facts` of one paper tell, in their order; `note` is the number of a note."""
    found: list[Hand] = []
    state: Any = None
    last: Recorded | None = None
    for fact in sorted(facts, key=lambda each: each.order):
        before, state = state, step(evolve, state, fact)
        last = fact
        hand = _hand(before, state, fact, note)
        if hand is not None:
            found.append(hand)
    if state is not None and state.transit is not None and last is not None:
        found.append(_on_the_way(state, last.order, note))
    return tuple(found)


def _hand(before: Any, state: Any, fact: Recorded, note: str) -> Hand | None:
    deed = fact.kind.partition(".")[2]
    if before is None:
        return _sent_off(state, fact, note) if fact.kind == "consignment.made" and state is not None else None
    if deed == "taken" and state.held_against == fact.data.get("handover") != before.held_against:
        return _taken(before, state, fact, note)
    if deed == "not_taken" and before.transit is not None and state.transit is None:
        return _not_taken(before, fact, note)
    if deed == "moved" and state.holder != before.holder:
        return _moved(before, state, fact, note)
    if deed == "lost" and state.lost is not None and before.lost is None:
        return _between("lost", before, before.holder, "", fact, note)
    if deed in ("returned", "given_back") and _is_out(before) != _is_out(state):
        return _between("given_out", before, before.holder, CITIZEN, fact, note)
    return None


def _is_out(state: Any) -> bool:
    return state.holder == CITIZEN or getattr(state, "ended", None) is not None


def _sent_off(state: Any, fact: Recorded, note: str) -> Hand:
    return Hand("sent_off", CITIZEN, state.holder, fact.device_time, "", fact.actor, fact.order, note=note)


def _taken(before: Any, state: Any, fact: Recorded, note: str) -> Hand:
    transit = before.transit
    here = transit is not None and transit.handover == fact.data.get("handover")
    return Hand(
        kind="taken",
        giver=transit.giver if here else before.holder,
        receiver=state.holder,
        at=fact.device_time,
        given_by=transit.by if here else "",
        taken_by=fact.actor,
        order=fact.order,
        handover=fact.optional_text("handover"),
        before=_dossier(before),
        damaged=bool(fact.data.get("damaged")),
        note=note,
    )


def _not_taken(before: Any, fact: Recorded, note: str) -> Hand | None:
    why = fact.optional_text("why") or "missing"
    if why == "cancelled":
        return None
    transit = before.transit
    return Hand(
        kind="not_taken",
        giver=transit.giver,
        receiver=transit.receiver,
        at=fact.device_time,
        given_by=transit.by,
        taken_by=fact.actor,
        order=fact.order,
        handover=transit.handover,
        before=_dossier(before),
        why=why,
        note=note,
    )


def _moved(before: Any, state: Any, fact: Recorded, note: str) -> Hand:
    return _between("settled", before, before.holder, state.holder, fact, note)


def _between(kind: HandKind, before: Any, giver: str, receiver: str, fact: Recorded, note: str) -> Hand:
    return Hand(
        kind=kind,
        giver=giver,
        receiver=receiver,
        at=fact.device_time,
        given_by=fact.actor,
        taken_by="",
        order=fact.order,
        handover=fact.optional_text("handover"),
        before=_dossier(before),
        note=note,
    )


def _on_the_way(state: Any, order: Order, note: str) -> Hand:
    transit = state.transit
    return Hand(
        kind="on_the_way",
        giver=transit.giver,
        receiver=transit.receiver,
        at=transit.since,
        given_by=transit.by,
        taken_by="",
        order=order,
        handover=transit.handover,
        before=_dossier(state),
        note=note,
    )


def _dossier(state: Any) -> Dossier | None:
    return state if isinstance(state, Dossier) else None
