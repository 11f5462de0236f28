"""What the room of reception shows, as a frozen value."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from counter.ports import GivenBefore, PromiseShown, Received
from counter.reception.typed import BLANK, Typed
from shared.domain.dossier_fees import FeeAccount
from shared.domain.fee import FeeChoice
from shared.domain.procedure import Procedure

Phase = Literal["typing", "receiving", "received"]
ScanInto = Literal["applicant", "submitter"]
"""Whose fields the next identity card fills: the applicant's, or those of the authorised person at the counter."""


@dataclass(frozen=True, slots=True)
class ReceptionState:
    """What the room shows (phòng tiếp nhận).

    `missing`: fields pointed out at the last attempt to receive, or to print a guidance paper. `before`: what this
    applicant gave when they were here last. `printed`: whether Form 01 has been printed at least once. `fee`: what the
    procedure costs today; `account`: what is due and paid on the dossier received, once it is known. `found_nothing`: a
    query that no procedure answers, "" otherwise.
    """

    typed: Typed = BLANK
    procedure: Procedure | None = None
    found: tuple[Procedure, ...] = ()
    promise: PromiseShown | None = None
    missing: tuple[str, ...] = ()
    phase: Phase = "typing"
    received: Received | None = None
    applicant_name: str = ""
    before: GivenBefore | None = None
    scan_into: ScanInto = "applicant"
    printed: bool = False
    fee: FeeChoice | None = None
    account: FeeAccount | None = None
    found_nothing: str = ""
