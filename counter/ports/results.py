"""What the room of results asks of the office."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from counter.ports.handover import DossierRow
from counter.ports.reception import AuthorisedCollector
from shared.domain.dossier import Collector, GivenDocument, Outcome


@dataclass(frozen=True, slots=True)
class ResultCard:
    """A dossier at the moment of returning (trả kết quả). `may_return` is False with the reason in words.

    `collectors`: whom the applicant authorised when the dossier was received. `fee_open_vnd`: what is still to be paid.
    """

    row: DossierRow
    may_return: bool
    reason_vi: str
    reason_en: str
    outcome: Outcome | None
    documents: tuple[GivenDocument, ...]
    collectors: tuple[AuthorisedCollector, ...] = ()
    fee_open_vnd: int = 0


@dataclass(frozen=True, slots=True)
class ReturnProof:
    """What shows that the result goes to the right person (giấy tờ của người nhận).

    `authorised`: the person, when it is not the applicant. `receipt_lost`: the receipt was not brought, and
    `identity_seen`: an identity paper was seen instead (Decree 118/2025 Art. 6(2)(b)(c)). `originals_back`: the
    originals go back with it.
    """

    authorised: AuthorisedCollector | None = None
    receipt_lost: bool = False
    identity_seen: bool = False
    originals_back: bool = False


NO_PROOF = ReturnProof()
"""The applicant with the receipt, and nothing to give back."""


@dataclass(frozen=True, slots=True)
class Returned:
    """A result that has been returned and committed; `rating_url` is the address in the QR shown to the citizen."""

    code: str
    rating_url: str


class ResultsPort(Protocol):
    """Returning results."""

    def result_card(self, text: str) -> ResultCard:
        """The dossier of a scanned receipt at the moment of returning."""
        ...

    def ready_results(self) -> tuple[DossierRow, ...]:
        """Results that wait at the counter to be collected, sorted by due time."""
        ...

    def return_result(self, dossier: str, collector: Collector, proof: ReturnProof = NO_PROOF) -> Returned:
        """Returns the result. Refusals `not_ready`, `already_returned`, `identity_not_seen`, and what is missing."""
        ...
