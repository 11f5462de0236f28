"""What the rooms of handover and decision ask of the office."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Literal, Protocol

from counter.ports.people import Officer
from shared.domain.carried_list import CarriedList
from shared.domain.dossier import Outcome, Stage
from shared.domain.handover import Carried, DiscrepancyKind, PaperKind, RefusalReason, SettledAs
from shared.domain.handover_count import Count
from shared.domain.handover_due import Proposal
from shared.domain.handover_fit import Fit
from shared.domain.office import UnitKind
from shared.failures import Sentence


@dataclass(frozen=True, slots=True)
class DossierRow:
    """A dossier in a list (dòng hồ sơ). `applicant_name` is personal and stays on the counter's screen."""

    id: str
    code: str
    procedure_name: str
    applicant_name: str
    stage: Stage
    holder_name: str
    received_at: datetime
    due_at: datetime | None
    late: bool


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit that dossiers are handed to (đơn vị)."""

    id: str
    name: str


@dataclass(frozen=True, slots=True)
class PaperRow:
    """A paper that changes hands, in a list (dòng giấy tờ): a dossier, a consignment note, a letter.

    `person` is personal and stays on the counter's screen. `proposal`: when the law wants it handed over. `goes_to`:
    the unit that it is most likely for, "" where nothing speaks for any. `fit` and `why`: whether it suits the receiver
    that was asked about. `fee_vnd` is the money carried for it. `known`: whether this machine knows more than its code.
    `here`: whether the unit that asks holds it. `waits_on`: the unsigned handover that it is on its way with, "" for
    none. `dossier` and `dossier_code`: what a note has been entered as, "" before.
    """

    kind: PaperKind
    id: str
    code: str
    title: str
    person: str
    holder_name: str
    due_at: datetime | None = None
    late: bool = False
    proposal: Proposal = "now"
    goes_to: str = ""
    fit: Fit = "fits"
    why: Sentence | None = None
    fee_vnd: int = 0
    known: bool = True
    here: bool = True
    waits_on: str = ""
    dossier: str = ""
    dossier_code: str = ""


@dataclass(frozen=True, slots=True)
class HandoverRow:
    """A handover in a list (biên bản bàn giao). `giver` and `receiver` are the ids of the units, if they are known.

    `differences`: how many differences between list and count wait to be settled.
    """

    id: str
    number: str
    giver_name: str
    receiver_name: str
    count: int
    offered_at: datetime
    state: Literal["offered", "accepted", "cancelled"]
    giver: str = ""
    receiver: str = ""
    differences: int = 0
    receiver_kind: UnitKind = "one_stop"


@dataclass(frozen=True, slots=True)
class Difference:
    """A difference between list and count (chênh lệch): a missing paper, an extra code, or the money.

    `amount_vnd` is the money's difference, below 0 when too little was counted. `settled_as` None: it waits to be
    settled; else `settled_by` (a name), `settled_at` and, personal, `note` say how it was.
    """

    kind: DiscrepancyKind
    item: str
    code: str
    amount_vnd: int = 0
    settled_as: SettledAs | None = None
    settled_by: str = ""
    settled_at: datetime | None = None
    settled_vnd: int = 0
    note: str = ""


@dataclass(frozen=True, slots=True)
class CountedPaper:
    """What the receiver has written about one paper (ghi nhận khi kiểm đếm); `words` is personal."""

    id: str
    mark: Literal["missing", "refused", "damaged"]
    reason: RefusalReason | None = None
    words: str = ""


@dataclass(frozen=True, slots=True)
class OpenedHandover:
    """A handover with everything on it (biên bản được mở). `given_by` and `taken_by` are names, "" before signing.

    `fees` travel with the list; `counted_vnd` is what the receiver counted. `heard`: the list as the giver's codes on
    paper tell it, where this machine has not heard of it otherwise.
    """

    row: HandoverRow
    papers: tuple[PaperRow, ...]
    given_by: str = ""
    taken_by: str = ""
    taken_at: datetime | None = None
    counted: tuple[CountedPaper, ...] = ()
    extra: tuple[str, ...] = ()
    fees: tuple[Carried, ...] = ()
    counted_vnd: int | None = None
    differences: tuple[Difference, ...] = ()
    heard: CarriedList | None = None


@dataclass(frozen=True, slots=True)
class Signer:
    """Somebody who may sign for a unit (người ký thay mặt đơn vị)."""

    id: str
    name: str
    has_pin: bool


@dataclass(frozen=True, slots=True)
class Settling:
    """How a difference is settled (cách xử lý chênh lệch); `note` is personal."""

    kind: DiscrepancyKind
    item: str
    settled_as: SettledAs
    amount_vnd: int = 0
    note: str = ""


class HandoverPort(Protocol):
    """Dossiers that change hands, and decisions."""

    def units(self) -> tuple[Unit, ...]:
        """The units that a handover can go to, without the officer's own."""
        ...

    def held_here(self) -> tuple[DossierRow, ...]:
        """The dossiers that the officer's unit holds and can hand over, oldest first."""
        ...

    def find_dossier(self, text: str) -> DossierRow:
        """The dossier of a scanned QR address or a typed code. Refusal `no_such_dossier`."""
        ...

    def papers_here(self, receiver: str | None) -> tuple[PaperRow, ...]:
        """Every paper that the officer's unit holds, the most pressing first, with how it suits `receiver`."""
        ...

    def fees_besides(self, receiver: str | None) -> int:
        """The đồng that go along with any list for `receiver` besides the fees of what is on it."""
        ...

    def find_paper(self, text: str, receiver: str | None) -> PaperRow:
        """The paper of a scanned or typed text: a dossier's, a note's, the post's label. Refusal `no_such_dossier`."""
        ...

    def offer(
        self, receiver: str, dossiers: tuple[str, ...], besides: tuple[tuple[PaperKind, str], ...] = ()
    ) -> HandoverRow:
        """The giver signs: these dossiers, and other papers `besides`, go to `receiver`."""
        ...

    def handovers(self) -> tuple[HandoverRow, ...]:
        """Handovers of the officer's unit: open ones, those with a difference, and those of today, newest first."""
        ...

    def open_handover(self, handover: str) -> OpenedHandover:
        """A handover with everything on it. Refusal `no_such_handover`."""
        ...

    def handover_numbered(self, number: str) -> OpenedHandover:
        """The same by the number on the printed record. Refusal `no_such_handover`."""
        ...

    def heard_list(self, heard: CarriedList) -> OpenedHandover:
        """The list that the codes on paper carry, as this machine knows it, or from the paper alone."""
        ...

    def signers(self, unit: str) -> tuple[Signer, ...]:
        """Who may sign for `unit` on this screen, without the officer signed in."""
        ...

    def prove(self, signer: str, secret: str, by: Literal["pin", "password"]) -> Officer:
        """Who has shown with PIN or password that they are `signer`. Refusals as of `unlock` and `verify`."""
        ...

    def accept(self, handover: str, count: Count, signer: Officer | None) -> HandoverRow:
        """The receiver signs for what was counted: the officer signed in, or `signer` who was proved on this screen."""
        ...

    def accept_on_paper(self, handover: str, count: Count, name: str) -> HandoverRow:
        """The giver records that `name` of an agency without a machine has signed the printed record."""
        ...

    def settle_difference(self, handover: str, settling: Settling) -> OpenedHandover:
        """One of both sides writes down how a difference was settled."""
        ...

    def cancel_handover(self, handover: str) -> None:
        """The giver takes the list back before the second signature."""
        ...

    def handover_record(self, handover: str) -> bytes:
        """The Biên bản giao nhận as PDF."""
        ...

    def handover_list(self, receiver: str, papers: tuple[tuple[PaperKind, str], ...]) -> bytes:
        """The list before anybody has signed, as PDF."""
        ...

    def not_handed_over(self) -> tuple[DossierRow, ...]:
        """What was received at this counter and should be handed over by the end of today; not what may wait."""
        ...

    def mark_result_ready(self, dossier: str, outcome: Outcome) -> None:
        """The deciding unit has the result."""
        ...
