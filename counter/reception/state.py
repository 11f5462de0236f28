"""What the room of reception shows, as a frozen value."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from counter.ports import GivenBefore, PromiseShown, Received
from counter.ports.reception import AgencyChoice
from counter.reception.typed import BLANK, Typed
from shared.domain.dossier_fees import FeeAccount
from shared.domain.fee import FeeChoice
from shared.domain.procedure import Procedure

Phase = Literal["typing", "receiving", "received"]
ScanInto = Literal["applicant", "submitter"]
"""Whose fields the next identity card fills: the applicant's, or those of the authorised person at the counter."""


@dataclass(frozen=True, slots=True)
class FormState:
    """What every form about a person shows (phiếu đang nhập).

    `missing`: fields pointed out at the last attempt. `before`: what this applicant gave when they were here last.
    `fee`: what the procedure costs today. `found_nothing`: a query that no procedure answers, "" otherwise.
    """

    typed: Typed = BLANK
    procedure: Procedure | None = None
    found: tuple[Procedure, ...] = ()
    missing: tuple[str, ...] = ()
    phase: Phase = "typing"
    before: GivenBefore | None = None
    scan_into: ScanInto = "applicant"
    fee: FeeChoice | None = None
    found_nothing: str = ""


@dataclass(frozen=True, slots=True)
class ReceptionState(FormState):
    """What the room shows (phòng tiếp nhận).

    `printed`: whether Form 01 has been printed at least once. `account`: what is due and paid on the dossier received,
    once it is known. `agencies`: those elsewhere that may decide a dossier of the procedure chosen.
    """

    promise: PromiseShown | None = None
    received: Received | None = None
    applicant_name: str = ""
    printed: bool = False
    account: FeeAccount | None = None
    agencies: tuple[AgencyChoice, ...] = ()

    @property
    def competent(self) -> AgencyChoice | None:
        """The agency elsewhere that was chosen to decide it."""
        return next((each for each in self.agencies if each.id == self.typed.competent), None)
