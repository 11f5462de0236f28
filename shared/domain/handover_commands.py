"""What people command about a handover (lệnh bàn giao): offer, accept, cancel, settle; see `handover`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Protocol

from shared.domain.custody import Transit
from shared.domain.handover_state import Carried, DiscrepancyKind, PaperKind, RefusalReason, SettledAs
from shared.domain.office_record import UnitKind


class Paper(Protocol):
    """What can be on a list: a dossier, a consignment note, a letter."""

    @property
    def id(self) -> str:
        """Its subject."""
        ...

    @property
    def code(self) -> str:
        """What people call it by."""
        ...

    @property
    def holder(self) -> str:
        """The unit that holds it."""
        ...

    @property
    def transit(self) -> Transit | None:
        """The transit it is in."""
        ...

    def may_be_sent_to(self, unit: str) -> bool:
        """Whether custody may pass to `unit`."""
        ...


@dataclass(frozen=True, slots=True)
class Listed:
    """A paper on the list (giấy tờ trong danh sách), and the fees that the giver carries along for it."""

    kind: PaperKind
    paper: Paper
    fee_vnd: int = 0


@dataclass(frozen=True, slots=True)
class OutsideSigner:
    """Who of a unit without a machine signed on paper, and when (người ký trên giấy); `name` is personal."""

    name: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Offer:
    """The giver signs (bên giao ký): these papers go to `receiver`, with `fees` besides those of the papers.

    `outside`: who of a giver without a machine signed on paper; the receiver records it.
    """

    id: str
    number: str
    giver: str
    receiver: str
    papers: tuple[Listed, ...]
    giver_kind: UnitKind = "one_stop"
    receiver_kind: UnitKind = "one_stop"
    fees: tuple[Carried, ...] = ()
    outside: OutsideSigner | None = None


@dataclass(frozen=True, slots=True)
class OnPaper:
    """A list as the giver's printed code tells it (danh sách trên giấy), for a machine that has not heard of it.

    `codes`: what people call each paper by, for the time until this machine hears of the papers themselves.
    """

    number: str
    giver: str
    receiver: str
    giver_kind: UnitKind
    receiver_kind: UnitKind
    papers: tuple[tuple[PaperKind, str], ...]
    fees: tuple[Carried, ...]
    offered_by: str
    offered_at: datetime
    codes: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Accept:
    """The receiver has counted and signs (bên nhận ký).

    `missing` are ids on the list that were not there, `refused` ids that the receiver does not take, with the reason,
    `damaged` ids that it takes in a bad state, `extra` the codes that were there and not on the list. `counted_vnd`:
    the money that was counted, None where no money travels. `notes`: words about papers by id, personal. `on_paper`:
    what the giver's code says, for a list that this machine does not know. `outside`: who signed on paper, of a unit
    without a machine; the giver records it.
    """

    unit: str
    missing: tuple[str, ...] = ()
    extra: tuple[str, ...] = ()
    refused: Mapping[str, RefusalReason] = field(default_factory=dict)
    damaged: tuple[str, ...] = ()
    counted_vnd: int | None = None
    notes: Mapping[str, str] = field(default_factory=dict)
    on_paper: OnPaper | None = None
    id: str = ""
    outside: OutsideSigner | None = None


@dataclass(frozen=True, slots=True)
class Cancel:
    """The giver takes the list back (hủy bàn giao) before the receiver has signed."""

    unit: str


@dataclass(frozen=True, slots=True)
class Settle:
    """Settle a difference (xử lý chênh lệch). `item` as in `Settlement`; `paper`: the extra paper, where it is known.

    `amount_vnd`: what was paid now, below 0 what was given back. `note` is personal.
    """

    unit: str
    kind: DiscrepancyKind
    item: str
    settled_as: SettledAs
    amount_vnd: int = 0
    note: str = ""
    paper: Listed | None = None


Command = Offer | Accept | Cancel | Settle
