"""What the room "consign" asks of the office, and what the office is asked about notes that wait to be entered."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from counter.ports.reception import Applicant, ReceptionForm
from shared.domain.consignment import ConsignmentState, Purpose
from shared.domain.dossier import ReturnWay
from shared.domain.paper_code import Gathered
from shared.failures import Sentence


@dataclass(frozen=True, slots=True)
class NoteForm:
    """What is typed at the post point (phiếu gửi đang lập): the form of reception, the receipt, the label.

    `series` and `number` of the receipt for the fees, as typed; `supplements`: the id of the dossier that the papers
    complete, None for a new application. The fee in `form` is what was collected.
    """

    form: ReceptionForm
    series: str = ""
    number: str = ""
    tracking: str = ""
    supplements: str | None = None


@dataclass(frozen=True, slots=True)
class NoteRow:
    """A consignment note in a list (dòng phiếu gửi). `sender` is personal and stays on the counter's screen.

    `papers`: how many, originals and copies. `receipt`: its series and number, "" for none. `dossier_code`: as what it
    was entered, or which dossier it completes. `here`: whether the post point has the papers and may end it.
    """

    id: str
    number: str
    state: ConsignmentState
    purpose: Purpose
    procedure: str
    procedure_name: str
    sender: str
    papers: int
    sets: int
    fee_vnd: int
    receipt: str
    tracking: str
    made_at: datetime
    made_by: str
    dossier_code: str = ""
    refused_for: str | None = None
    here: bool = False


@dataclass(frozen=True, slots=True)
class SupplementCard:
    """A dossier that waits for papers (hồ sơ chờ bổ sung), as the post point needs it; `applicant` is personal."""

    dossier: str
    code: str
    procedure: str
    procedure_name: str
    missing: tuple[str, ...]
    answer_by: datetime
    applicant: Applicant
    return_way: ReturnWay


@dataclass(frozen=True, slots=True)
class WaitingEntry:
    """A note that the office has signed for and that is no dossier yet (phiếu gửi chờ vào sổ).

    `number` is "" while its content is not `here`. `why`: what keeps it from being entered, None when nothing does.
    `dossier`: the dossier that it is to complete.
    """

    id: str
    number: str
    here: bool
    taken_at: datetime
    handover: str
    why: Sentence | None = None
    dossier: str | None = None


@dataclass(frozen=True, slots=True)
class EnteredNote:
    """A note that has become a dossier, or has completed it (đã vào sổ)."""

    note: str
    number: str
    dossier: str
    code: str


@dataclass(frozen=True, slots=True)
class ReceiptToPrint:
    """A dossier that the post brought and whose Form 01 is still to be printed (Giấy tiếp nhận chưa in)."""

    dossier: str
    code: str


class ConsignPort(Protocol):
    """At a point of the post; and at the office, where notes are entered."""

    def make_note(self, form: NoteForm) -> NoteRow:
        """Makes the note and answers after COMMIT. Refusals `receipt_used`, `receipt_unreadable` and the domain's."""
        ...

    def notes_of_today(self) -> tuple[NoteRow, ...]:
        """The notes of the officer's post point: those of today, and earlier ones that are not over; newest first."""
        ...

    def last_receipt_series(self) -> str:
        """The series of the receipt on the last note made on this machine that has one; "" when none has."""
        ...

    def note_paper(self, note: str, *, copy: bool) -> bytes:
        """The Phiếu gửi hồ sơ as PDF, in its two parts; a `copy` is marked as one."""
        ...

    def withdraw_note(self, note: str) -> None:
        """Takes back a note that was made by mistake, while the post has the papers."""
        ...

    def give_note_back(self, note: str) -> None:
        """The papers go back to the sender."""
        ...

    def awaiting_supplement(self, text: str) -> SupplementCard:
        """The dossier of a scanned receipt or a typed code. Refusal `supplement_not_awaited` unless it waits."""
        ...

    def waiting_entries(self) -> tuple[WaitingEntry, ...]:
        """The notes that the officer's unit has signed for and that are no dossiers yet, oldest first."""
        ...

    def enter_note(self, note: str) -> EnteredNote:
        """Enters one. Refusal that says what is in the way."""
        ...

    def enter_arrived(self) -> tuple[EnteredNote, ...]:
        """Enters those that this machine has signed for and whose content has arrived meanwhile."""
        ...

    def enter_paper(self, codes: Gathered) -> EnteredNote:
        """Enters one from the codes on its paper. Refusals `not_submitted`, `consignment_over`, `no_note`."""
        ...

    def receipts_to_print(self) -> tuple[ReceiptToPrint, ...]:
        """What the post brought to the officer's unit, or completed, and whose Form 01 is to be printed, oldest first.

        After a supplement the time limit begins anew, so that a further Form 01 tells the new promise (Art. 19(5)).
        Decision 45/2016 Art. 7: the postal employee asks for it. Not where the result is given at once
        (Decree 118/2025 Art. 17(4)).
        """
        ...
