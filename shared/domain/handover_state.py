"""What a handover is after all that has happened to it: the list, the signatures, what was counted, what differs."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from shared.domain.fact import Conflict
from shared.domain.office_record import UnitKind

HandoverState = Literal["offered", "accepted", "cancelled"]

PaperKind = Literal["dossier", "consignment", "delivery"]
"""What is on a list: dossiers, consignment notes of the post, letters to be delivered. Facts begin with these words."""

RefusalReason = Literal["incomplete", "wrong_unit", "seal_broken", "damaged", "other"]
"""Thành phần không đủ, không thuộc đơn vị này, niêm phong rách, hư hỏng, lý do khác."""

DiscrepancyKind = Literal["missing", "extra", "money"]
SettledAs = Literal["found_at_giver", "found_at_receiver", "lost", "receiver_keeps", "given_back", "paid", "explained"]
"""How a difference was settled. Missing: found at one of both, or lost. Extra: kept or given back. Money: paid, or the
reason written down."""


@dataclass(frozen=True, slots=True)
class Carried:
    """Fees that travel with a list (tiền thu hộ kèm theo): of which consignment or payment, how much in đồng."""

    id: str
    amount_vnd: int


@dataclass(frozen=True, slots=True)
class OutsideSignature:
    """A signature on paper by somebody of a unit without a machine (ký nhận trên giấy), recorded by the other side.

    `record` is the SHA-256 of the personal record whose `signer` is the name; `at`: when they signed.
    """

    at: datetime
    record: str | None


@dataclass(frozen=True, slots=True)
class Settlement:
    """A difference that was settled (xử lý chênh lệch). `item`: the paper's id, an extra code, "" for money.

    `note` is the SHA-256 of the personal record with what they wrote about it, None when nothing.
    """

    kind: DiscrepancyKind
    item: str
    settled_as: SettledAs
    amount_vnd: int
    at: datetime
    by: str
    note: str | None


@dataclass(frozen=True, slots=True)
class Handover:
    """A handover (bàn giao). `giver` and `receiver` are units; `dossiers`, `consignments`, `letters` the ids on it.

    `missing`, `refused` (with the reason) and `damaged` are ids of papers on the list, `extra` the codes of papers that
    were there and not on it. `fees` travel with the papers; `counted_vnd` is what the receiver counted. `notes` is the
    SHA-256 of the personal record with the receiver's words. `on_paper`: the receiver signed for a list that its
    machine knew from the giver's code only; `codes` are what that code called each of them by.
    """

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
    consignments: tuple[str, ...] = ()
    letters: tuple[str, ...] = ()
    giver_kind: UnitKind = "one_stop"
    receiver_kind: UnitKind = "one_stop"
    refused: tuple[tuple[str, RefusalReason], ...] = ()
    damaged: tuple[str, ...] = ()
    fees: tuple[Carried, ...] = ()
    counted_vnd: int | None = None
    notes: str | None = None
    settlements: tuple[Settlement, ...] = ()
    on_paper: bool = False
    codes: tuple[tuple[str, str], ...] = ()
    cancelled_by: str | None = None
    giver_outside: OutsideSignature | None = None
    receiver_outside: OutsideSignature | None = None

    @property
    def papers(self) -> tuple[tuple[PaperKind, str], ...]:
        """Everything on the list with its kind, dossiers first."""
        return (
            *(("dossier", each) for each in self.dossiers),
            *(("consignment", each) for each in self.consignments),
            *(("delivery", each) for each in self.letters),
        )

    @property
    def left_behind(self) -> frozenset[str]:
        """The ids that the receiver did not take: missing or refused."""
        return frozenset((*self.missing, *(item for item, _ in self.refused)))

    @property
    def taken(self) -> tuple[str, ...]:
        """The dossiers that the receiver found and took."""
        return tuple(dossier for dossier in self.dossiers if dossier not in self.left_behind)

    @property
    def taken_papers(self) -> tuple[tuple[PaperKind, str], ...]:
        """Everything that the receiver took, with its kind."""
        return tuple((kind, item) for kind, item in self.papers if item not in self.left_behind)

    @property
    def due_vnd(self) -> int:
        """The fees that go with what was taken: an item left behind keeps its fee with the giver."""
        return sum(each.amount_vnd for each in self.fees if each.id not in self.left_behind)

    @property
    def money_difference_vnd(self) -> int:
        """What was counted above (below: negative) what is due, after what was paid since; 0 while nobody counted."""
        if self.counted_vnd is None:
            return 0
        paid = sum(each.amount_vnd for each in self.settlements if each.kind == "money")
        return self.counted_vnd + paid - self.due_vnd

    @property
    def open_discrepancies(self) -> tuple[tuple[DiscrepancyKind, str], ...]:
        """What differs and has not been settled: each missing paper, each extra code, the money."""
        done = {(each.kind, each.item) for each in self.settlements}
        money_done = any(each.kind == "money" and each.settled_as == "explained" for each in self.settlements)
        found: list[tuple[DiscrepancyKind, str]] = [("missing", each) for each in self.missing]
        found += [("extra", each) for each in self.extra]
        found = [each for each in found if each not in done]
        if self.money_difference_vnd and not money_done:
            found.append(("money", ""))
        return tuple(found)
