"""What a consignment note (phiếu gửi hồ sơ) is after all that has happened to it: the papers, the fees, where it is."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from shared.domain import custody
from shared.domain.custody import NO_TRAIL, Loss, Trail, Transit
from shared.domain.dossier_state import GivenDocument, ReturnWay, SubmittedBy
from shared.domain.fact import Conflict
from shared.domain.office_record import UnitKind
from shared.domain.payment import Receipt

Purpose = Literal["application", "supplement"]
"""Nộp hồ sơ mới, hoặc nộp giấy tờ bổ sung cho hồ sơ đã có."""

ConsignmentState = Literal["made", "in_transit", "refused", "submitted", "registered", "given_back", "withdrawn"]
ConsignmentEnd = Literal["given_back", "withdrawn"]


@dataclass(frozen=True, slots=True)
class Consignment:
    """A consignment note (phiếu gửi hồ sơ). `post`: the post point that made it; `receiver`: the unit it is for.

    `fee_vnd`: the fees that the post has collected for the agency and carries, `receipt` (series, number) what it gave
    the citizen for them; `tracking`: the number on the post's own label. `applicant` is the SHA-256 of the personal
    record. A supplement names the `dossier` it is for. `submitted_at`: the second signature at the office.
    `registered_as`: the dossier that was entered from it (or completed by it), `registered_by` whom. Custody as in
    `custody.Held`.
    """

    id: str
    number: str
    purpose: Purpose
    post: str
    receiver: str
    procedure: str
    procedure_name: str
    field: str
    documents: tuple[GivenDocument, ...]
    sets: int
    return_way: ReturnWay
    fee_vnd: int
    receipt: tuple[str, str] | None
    tracking: str
    submitted_by: SubmittedBy
    applicant: str | None
    dossier: str | None
    dossier_code: str
    made_by: str
    made_at: datetime
    holder: str
    holder_kind: UnitKind
    held_since: datetime | None = None
    held_by: str | None = None
    held_against: str | None = None
    transit: Transit | None = None
    lost: Loss | None = None
    trail: Trail = NO_TRAIL
    submitted_at: datetime | None = None
    submitted_in: str | None = None
    registered_as: str | None = None
    registered_code: str = ""
    registered_by: str = ""
    refused_for: str | None = None
    ended: ConsignmentEnd | None = None
    conflicts: tuple[Conflict, ...] = ()

    @property
    def code(self) -> str:
        """The number that names it on lists."""
        return self.number

    @property
    def state(self) -> ConsignmentState:
        """Where it stands, as people say it."""
        if self.ended is not None:
            return self.ended
        if self.registered_as is not None:
            return "registered"
        if self.transit is not None:
            return "in_transit"
        if self.submitted_at is not None:
            return "submitted"
        return "refused" if self.refused_for is not None else "made"

    @property
    def receipt_key(self) -> str | None:
        """What tells the receipt for its fees from others; None where no fee was collected."""
        return Receipt(*self.receipt).key if self.receipt else None

    def may_be_sent_to(self, unit: str) -> bool:
        """Whether custody may pass to `unit`: nothing that was given back or entered as a dossier goes on."""
        return self.ended is None and self.registered_as is None and unit != custody.CITIZEN
