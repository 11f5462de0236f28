"""A handover (bàn giao hồ sơ): one list of dossiers that goes from one unit to another, signed by both sides.

The giver signs first: every dossier on the list is then in transit. The receiver counts and signs: what was there is
held by the receiver from that moment, what was missing stays with the giver, what was there but not listed is recorded.
Until the second signature the giver can cancel. Decree 118/2025 Art. 18; the record is the Biên bản giao nhận.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Literal

from shared.domain.dossier import Dossier
from shared.domain.fact import Conflict, Fact, Recorded, with_conflict
from shared.failures import Refusal

HandoverState = Literal["offered", "accepted", "cancelled"]


@dataclass(frozen=True, slots=True)
class Handover:
    """A handover (bàn giao). `giver` and `receiver` are units, `dossiers` the ids on the list in the order scanned."""

    id: str
    number: str
    giver: str
    receiver: str
    dossiers: tuple[str, ...]
    offered_by: str
    offered_at: datetime
    state: HandoverState = "offered"
    accepted_by: str | None = None
    accepted_at: datetime | None = None
    missing: tuple[str, ...] = ()
    extra: tuple[str, ...] = ()
    conflicts: tuple[Conflict, ...] = ()

    @property
    def taken(self) -> tuple[str, ...]:
        """The dossiers that the receiver found and took."""
        return tuple(dossier for dossier in self.dossiers if dossier not in self.missing)


@dataclass(frozen=True, slots=True)
class Offer:
    """The giver signs (bên giao ký): these dossiers go to `receiver`."""

    id: str
    number: str
    giver: str
    receiver: str
    dossiers: tuple[Dossier, ...]


@dataclass(frozen=True, slots=True)
class Accept:
    """The receiver has counted and signs (bên nhận ký).

    `missing` are ids on the list that were not there, `extra` the codes that were there and not on the list.
    """

    unit: str
    missing: tuple[str, ...] = ()
    extra: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Cancel:
    """The giver takes the list back (hủy bàn giao) before the receiver has signed."""

    unit: str


Command = Offer | Accept | Cancel


def decide(handover: Handover | None, command: Command) -> tuple[Fact, ...]:
    """The facts for the handover and for each dossier on it, or a Refusal that names what is in the way."""
    if isinstance(command, Offer):
        return _offered(handover, command)
    if handover is None:
        raise Refusal("no_such_handover", "Không tìm thấy biên bản bàn giao này.", "There is no such handover.")
    if handover.state != "offered":
        raise Refusal(
            "already_closed",
            f"Biên bản {handover.number} đã được ký nhận hoặc đã hủy.",
            f"Handover {handover.number} was accepted or cancelled already.",
        )
    if isinstance(command, Cancel):
        _only(command.unit, handover.giver, handover)
        cancelled = Fact(handover.id, "handover.cancelled", {})
        return (cancelled, *_not_taken(handover, handover.dossiers))
    _only(command.unit, handover.receiver, handover)
    if not set(command.missing) <= set(handover.dossiers):
        raise Refusal(
            "not_on_the_list",
            "Hồ sơ báo thiếu không có trong danh sách bàn giao.",
            "A dossier reported missing is not on the list.",
        )
    accepted = Fact(
        handover.id,
        "handover.accepted",
        {"missing": list(command.missing), "extra": list(command.extra)},
    )
    taken = tuple(
        Fact(dossier, "dossier.taken", {"handover": handover.id})
        for dossier in handover.dossiers
        if dossier not in command.missing
    )
    return (accepted, *taken, *_not_taken(handover, command.missing))


def _only(unit: str, wanted: str, handover: Handover) -> None:
    if unit != wanted:
        raise Refusal(
            "other_party",
            f"Biên bản {handover.number} phải do đơn vị khác ký.",
            f"Handover {handover.number} is for another unit to sign.",
        )


def _not_taken(handover: Handover, dossiers: Sequence[str]) -> tuple[Fact, ...]:
    return tuple(Fact(dossier, "dossier.not_taken", {"handover": handover.id}) for dossier in dossiers)


def _offered(handover: Handover | None, command: Offer) -> tuple[Fact, ...]:
    if handover is not None:
        raise Refusal("already_offered", "Biên bản này đã được lập.", "This handover exists already.")
    if command.giver == command.receiver:
        raise Refusal("same_unit", "Bên giao và bên nhận phải khác nhau.", "Giver and receiver must differ.")
    if not command.dossiers:
        raise Refusal("empty_list", "Danh sách bàn giao đang trống.", "The handover list is empty.")
    for dossier in command.dossiers:
        if dossier.returned_at is not None or dossier.transit is not None or dossier.holder != command.giver:
            raise Refusal(
                "not_held_here",
                f"Hồ sơ {dossier.code} hiện không do bên giao giữ.",
                f"Dossier {dossier.code} is not held by the giver.",
            )
        if not dossier.may_be_sent_to(command.receiver):
            raise Refusal(
                "not_handled_now",
                f"Hồ sơ {dossier.code} đang chờ bổ sung hoặc đã kết thúc nên không chuyển đi giải quyết.",
                f"Dossier {dossier.code} awaits a supplement or has ended, so it is not sent on to be dealt with.",
            )
    ids = [dossier.id for dossier in command.dossiers]
    if len(set(ids)) != len(ids):
        raise Refusal("listed_twice", "Một hồ sơ được ghi hai lần.", "A dossier is on the list twice.")
    sides = {"giver": command.giver, "receiver": command.receiver}
    offered = Fact(command.id, "handover.offered", {"number": command.number, **sides, "dossiers": ids})
    return (offered, *(Fact(dossier, "dossier.sent", {"handover": command.id, **sides}) for dossier in ids))


def evolve(handover: Handover | None, fact: Recorded) -> Handover | None:
    """`handover` after `fact`."""
    if fact.kind == "handover.offered":
        if handover is not None:
            return with_conflict(handover, "offered_twice", "Biên bản được lập hai lần.", "It was offered twice.")
        return Handover(
            id=fact.subject,
            number=fact.text("number"),
            giver=fact.text("giver"),
            receiver=fact.text("receiver"),
            dossiers=fact.texts("dossiers"),
            offered_by=fact.actor,
            offered_at=fact.device_time,
        )
    if handover is None or fact.kind not in ("handover.accepted", "handover.cancelled"):
        return handover
    if handover.state != "offered":
        return with_conflict(
            handover,
            "closed_twice",
            f"Biên bản {handover.number} vừa được ký nhận vừa bị hủy hoặc ký hai lần.",
            f"Handover {handover.number} was accepted and cancelled, or accepted twice.",
        )
    if fact.kind == "handover.cancelled":
        return replace(handover, state="cancelled")
    return replace(
        handover,
        state="accepted",
        accepted_by=fact.actor,
        accepted_at=fact.device_time,
        missing=fact.texts("missing"),
        extra=fact.texts("extra"),
    )
