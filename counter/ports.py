"""What the counter asks of the office: all that its presenters know of the journal and the server.

`wiring.py` fills these ports. Calls of `CounterOffice` may touch the disk and run on the database lane; the one call of
`QueueLine` asks the server and runs on the line lane. Answers are frozen values; Refusals and environment failures come
as `shared.failures`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal, Protocol

from counter.queue_desk.situation import Situation
from shared.domain.dossier import Channel, Collector, GivenDocument, Outcome, ReturnWay, Stage
from shared.domain.procedure import Procedure
from shared.domain.ticket import Ticket

Role = Literal["officer", "team_leader", "postal", "department", "administrator"]
SubjectKind = Literal["applicant", "organisation"]


@dataclass(frozen=True, slots=True)
class Officer:
    """Who has signed in (cán bộ). `unit` is the unit whose custody this person signs for ("one_stop", "post", …).

    `has_pin`: whether the person may unlock the screen by PIN.
    """

    id: str
    name: str
    role: Role
    unit: str
    unit_name: str
    has_pin: bool = False


@dataclass(frozen=True, slots=True)
class CounterChoice:
    """A counter that can be opened (quầy) with the lines it serves."""

    id: str
    number: str
    name: str
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SyncState:
    """Where the data is safe (tình trạng đồng bộ). `unsent`: events that only this machine has."""

    online: bool
    unsent: int
    last_contact: datetime | None
    problem_vi: str
    problem_en: str


@dataclass(frozen=True, slots=True)
class Claimed:
    """The server's answer to a call (kết quả gọi số): the ticket, or None when nobody waits."""

    ticket: Ticket | None


@dataclass(frozen=True, slots=True)
class PromiseShown:
    """The promised time while typing (ngày hẹn trả): None where the law sets no limit."""

    due_at: datetime | None
    explanation_vi: str
    explanation_en: str


@dataclass(frozen=True, slots=True)
class Applicant:
    """The applicant (người nộp hồ sơ): personal data, which only the form and the personal record hold."""

    name: str
    identity_number: str
    birth_date: date | None
    address: str
    phone: str
    email: str
    kind: SubjectKind = "applicant"


@dataclass(frozen=True, slots=True)
class ReceptionForm:
    """The whole form of reception, as typed (phiếu tiếp nhận)."""

    procedure: str
    applicant: Applicant
    channel: Channel
    documents: tuple[GivenDocument, ...]
    sets: int
    fee_vnd: int | None
    return_way: ReturnWay
    ticket: str | None


@dataclass(frozen=True, slots=True)
class Received:
    """A dossier that has been received and committed (đã tiếp nhận), with its Form 01 as PDF."""

    id: str
    code: str
    due_at: datetime | None
    form_01: bytes


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
class HandoverRow:
    """A handover in a list (biên bản bàn giao). `giver` and `receiver` are the ids of the units, if they are known."""

    id: str
    number: str
    giver_name: str
    receiver_name: str
    count: int
    offered_at: datetime
    state: Literal["offered", "accepted", "cancelled"]
    giver: str = ""
    receiver: str = ""


@dataclass(frozen=True, slots=True)
class ResultCard:
    """A dossier at the moment of returning (trả kết quả). `may_return` is False with the reason in words."""

    row: DossierRow
    may_return: bool
    reason_vi: str
    reason_en: str
    outcome: Outcome | None
    documents: tuple[GivenDocument, ...]


@dataclass(frozen=True, slots=True)
class Returned:
    """A result that has been returned and committed; `rating_url` is the address in the QR shown to the citizen."""

    code: str
    rating_url: str


class CounterOffice(Protocol):
    """The office, as the counter may see it. `officer` is set by `sign_in` and named as the actor of every act."""

    def sign_in(self, name: str, password: str) -> Officer:
        """Signs in, without a network. Refusal `sign_in_failed`, `locked_out` (after five)."""
        ...

    def verify(self, name: str, password: str) -> Officer:
        """Checks another person who signs on this screen, without signing that person in."""
        ...

    def unlock(self, pin: str) -> None:
        """Checks the PIN of the officer signed in. Refusals `wrong_pin`, `pin_locked` (after five), `pin_not_set`."""
        ...

    def sign_out(self) -> None:
        """Closes the counter if it is open and forgets the officer."""
        ...

    def counters(self) -> tuple[CounterChoice, ...]:
        """The counters of the office."""
        ...

    def open_counter(self, counter: str) -> None:
        """Opens a counter for the officer signed in."""
        ...

    def pause(self) -> None:
        """Pauses the counter."""
        ...

    def resume(self) -> None:
        """Goes on after a pause."""
        ...

    def close_counter(self) -> None:
        """Closes the counter."""
        ...

    def situation(self) -> Situation:
        """The queue for this counter."""
        ...

    def take_claim(self, claimed: bytes) -> Claimed:
        """Takes the server's answer to a call into the journal."""
        ...

    def call_offline(self, key: str) -> Claimed:
        """Calls the next from what this machine knows; the event says so."""
        ...

    def recall(self) -> None:
        """Calls the ticket being served once more."""
        ...

    def absent(self) -> str:
        """The citizen did not come. Refusal before the minimum of calls and seconds.

        Like all that ends or interrupts a service it answers the name of the step, by which `undo` takes it back.
        """
        ...

    def park(self) -> str:
        """Puts the ticket being served aside; answers the name of the step."""
        ...

    def call_parked(self, ticket: str) -> None:
        """Calls a parked ticket back to this counter."""
        ...

    def transfer(self, line: str) -> str:
        """Sends the ticket being served on to another line; answers the name of the step."""
        ...

    def transfer_and_return(self, line: str) -> str:
        """The same; when it is done there it comes back to this counter, before all others."""
        ...

    def finish(self) -> str:
        """The service is over; the ticket goes back or on if it must. Answers the name of the step."""
        ...

    def undo_call(self) -> None:
        """Takes the call of the ticket being served back."""
        ...

    def undo(self, ticket: str, step: str) -> None:
        """Takes a step of a ticket back. Refusal when something has followed it, or somebody else is served here."""
        ...

    def procedures(self, query: str) -> tuple[Procedure, ...]:
        """The procedures that match, without diacritics, words in any order, codes too; the best first, at most 30."""
        ...

    def promise(self, procedure: str) -> PromiseShown:
        """The promised time if received now. Refusal `calendar_empty`."""
        ...

    def receive(self, form: ReceptionForm) -> Received:
        """Receives the dossier and answers after COMMIT with its Form 01."""
        ...

    def save_draft(self, name: str, draft: Mapping[str, object]) -> None:
        """Keeps a half-typed form."""
        ...

    def load_draft(self, name: str) -> Mapping[str, object] | None:
        """Gives a half-typed form back, or None."""
        ...

    def drop_draft(self, name: str) -> None:
        """Forgets a draft that has become a dossier."""
        ...

    def units(self) -> tuple[Unit, ...]:
        """The units that a handover can go to, without the officer's own."""
        ...

    def held_here(self) -> tuple[DossierRow, ...]:
        """The dossiers that the officer's unit holds and can hand over, oldest first."""
        ...

    def find_dossier(self, text: str) -> DossierRow:
        """The dossier of a scanned QR address or a typed code. Refusal `no_such_dossier`."""
        ...

    def offer(self, receiver: str, dossiers: tuple[str, ...]) -> HandoverRow:
        """The giver signs: these dossiers go to `receiver`."""
        ...

    def handovers(self) -> tuple[HandoverRow, ...]:
        """Open handovers that the officer's unit gives or receives, and those closed today."""
        ...

    def handover_dossiers(self, handover: str) -> tuple[DossierRow, ...]:
        """The dossiers on the list of a handover."""
        ...

    def accept(
        self, handover: str, missing: tuple[str, ...], extra: tuple[str, ...], receiver: Officer | None
    ) -> HandoverRow:
        """The receiver signs: the officer signed in, or `receiver` who was verified on this screen."""
        ...

    def cancel_handover(self, handover: str) -> None:
        """The giver takes the list back before the second signature."""
        ...

    def handover_record(self, handover: str) -> bytes:
        """The Biên bản giao nhận as PDF."""
        ...

    def mark_result_ready(self, dossier: str, outcome: Outcome) -> None:
        """The deciding unit has the result."""
        ...

    def result_card(self, text: str) -> ResultCard:
        """The dossier of a scanned receipt at the moment of returning."""
        ...

    def ready_results(self) -> tuple[DossierRow, ...]:
        """Results that wait at the counter to be collected, sorted by due time."""
        ...

    def return_result(self, dossier: str, collector: Collector) -> Returned:
        """Returns the result."""
        ...

    def sync_state(self) -> SyncState:
        """Where the data is safe."""
        ...


class QueueLine(Protocol):
    """The line to the server, for the one act that several counters race for."""

    def claim(self, key: str) -> bytes | None:
        """Claims the next ticket; None when the server does not answer in 1.5 s. `key` is one per key press."""
        ...


class PaperPrinter(Protocol):
    """The printer of forms."""

    def print_form(self, name: str, pdf: bytes) -> None:
        """Prints, or saves where the office keeps its PDFs; EnvironmentFailure when it cannot."""
        ...
