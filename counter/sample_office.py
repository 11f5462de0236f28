"""A whole office in memory with fixed content: the port of the counter for pictures and tests."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from functools import cache

from counter.ports import (
    CounterChoice,
    DossierRow,
    HandoverRow,
    Officer,
    PromiseShown,
    Received,
    ReceptionForm,
    ResultCard,
    Returned,
    SyncState,
    Unit,
)
from counter.sample import papers
from counter.sample.book import SampleBook
from counter.sample.content import fill
from counter.sample.dossier_rows import SampleRows
from counter.sample.pins import SamplePins
from counter.sample.queue import SampleQueue
from resources.sample_ward.load import SampleStaff, sample_office_document, sample_staff
from shared.clock import Clock, business_date
from shared.domain import dossier as dossiers
from shared.domain import handover as handovers
from shared.domain.dossier import ONE_STOP, Collector, MarkResultReady, Outcome, Receive, Return
from shared.domain.handover import Accept, Cancel, Handover, Offer
from shared.domain.numbering import dossier_code
from shared.domain.office import Office, office_from_document, procedure_on, procedures_on
from shared.domain.procedures import Procedure, search_procedures
from shared.domain.working_time import Promise, promised
from shared.failures import EnvironmentFailure, Refusal

_MOST_FOUND = 30


@cache
def _ward() -> Office:
    return office_from_document(sample_office_document())


class SampleOffice(SampleQueue):
    """The sample ward on one morning (đơn vị mẫu).

    Attributes: `sync`, what `sync_state` answers; `drafts`, by name; `received`, the forms that were received;
    `book`, what has happened.
    """

    def __init__(self, clock: Clock) -> None:
        office = _ward()
        self.book = SampleBook(clock)
        super().__init__(self.book, office)
        self._clock, self._ward = clock, office
        self._rows = SampleRows(self.book, office, clock)
        self._person: Officer | None = None
        self._pins = SamplePins()
        fill(self.book, office)
        self.sync = SyncState(online=True, unsent=0, last_contact=clock.now(), problem_vi="", problem_en="")
        self.drafts: dict[str, Mapping[str, object]] = {}
        self.received: list[ReceptionForm] = []

    def sign_in(self, name: str, password: str) -> Officer:
        """Signs in somebody of the sample's staff."""
        self._person = self.verify(name, password)
        self.officer = self._person.id
        return self._person

    def verify(self, name: str, password: str) -> Officer:
        """Somebody of the sample's staff."""
        for member in sample_staff():
            if member.sign_in == name.strip().casefold() and member.password == password:
                self._pins.wrong = 0
                return self._officer_of(member)
        raise Refusal("sign_in_failed", "Tên hoặc mật khẩu chưa đúng.", "The name or the password is not right.")

    def unlock(self, pin: str) -> None:
        """Checks the PIN of the officer signed in."""
        self._pins.check(self._officer_now().id, pin)

    def sign_out(self) -> None:
        """Forgets the officer."""
        self._person, self.counter = None, None

    def open_counter(self, counter: str) -> None:
        """Opens a counter."""
        self.counter: CounterChoice | None = next(each for each in self.counters() if each.id == counter)

    def pause(self) -> None:
        """Pauses."""
        self._open()

    def resume(self) -> None:
        """Goes on."""
        self._open()

    def close_counter(self) -> None:
        """Closes the counter."""
        self.counter = None

    def procedures(self, query: str) -> tuple[Procedure, ...]:
        """The procedures in force that match."""
        today = procedures_on(self._ward, business_date(self._clock.now()))
        return search_procedures(today, query)[:_MOST_FOUND]

    def promise(self, procedure: str) -> PromiseShown:
        """The promised time if received now."""
        chosen = self._procedure(procedure)
        made = self._promise(chosen)
        if made is None:
            return PromiseShown(None, chosen.time_limit_text, chosen.time_limit_text)
        return PromiseShown(made.due, made.explanation_vi, made.explanation_en)

    def receive(self, form: ReceptionForm) -> Received:
        """Receives a dossier."""
        procedure, now = self._procedure(form.procedure), self._clock.now()
        made, ordinal = self._promise(procedure), len(self.received) + 1
        identity = self.book.new_id("dossier")
        command = Receive(
            id=identity,
            code=dossier_code(self._ward.agency_code, business_date(now), 2000 + ordinal),
            token=f"{'TIEPNHAN' * 3}{ordinal:02d}",
            procedure=procedure.code,
            procedure_name=procedure.name,
            field=procedure.field,
            channel=form.channel,
            documents=form.documents,
            sets=form.sets,
            fee_vnd=form.fee_vnd,
            return_way=form.return_way,
            received_at=now,
            due_at=made.due if made else None,
            time_limit_text=procedure.time_limit_text,
            promise=made.explanation_vi if made else "",
            form_number=ordinal,
            form_version="Thông tư 03/2025/TT-VPCP",
            counter=self.counter.id if self.counter else "",
            ticket=form.ticket,
            applicant={"name": form.applicant.name, "identity_number": form.applicant.identity_number},
        )
        self.book.write(dossiers.decide(None, command), self._officer_now().id)
        self.received.append(form)
        dossier = self.book.dossiers[identity]
        paper = papers.receipt(self._ward, dossier, form.applicant, self._officer_now().name)
        return Received(identity, dossier.code, dossier.due_at, paper)

    def save_draft(self, name: str, draft: Mapping[str, object]) -> None:
        """Keeps a draft."""
        self.drafts[name] = dict(draft)

    def load_draft(self, name: str) -> Mapping[str, object] | None:
        """Gives a draft back."""
        return self.drafts.get(name)

    def drop_draft(self, name: str) -> None:
        """Forgets a draft."""
        self.drafts.pop(name, None)

    def units(self) -> tuple[Unit, ...]:
        """The departments and the one-stop office, without the officer's own unit."""
        every = (ONE_STOP, *(each.id for each in self._ward.departments))
        return tuple(Unit(each, self._rows.unit_name(each)) for each in every if each != self._officer_now().unit)

    def held_here(self) -> tuple[DossierRow, ...]:
        """What the officer's unit holds and may hand over."""
        unit = self._officer_now().unit
        held = [each for each in self.book.dossiers.values() if each.holder == unit and each.transit is None]
        return tuple(self._rows.row(each) for each in held if each.stage not in ("returned", "result_at_counter"))

    def find_dossier(self, text: str) -> DossierRow:
        """The dossier of a scanned or typed text."""
        return self._rows.row(self._rows.find(text))

    def offer(self, receiver: str, dossiers: tuple[str, ...]) -> HandoverRow:
        """The giver signs."""
        listed = tuple(self.book.dossiers[each] for each in dossiers)
        identity, number = self.book.new_id("handover"), f"BG-{len(self.book.handovers) + 1:04d}"
        command = Offer(identity, number, self._officer_now().unit, receiver, listed)
        self.book.write(handovers.decide(None, command), self._officer_now().name)
        return self._rows.handover_row(self.book.handovers[identity])

    def handovers(self) -> tuple[HandoverRow, ...]:
        """The handovers of the officer's unit."""
        unit = self._officer_now().unit
        mine = [each for each in self.book.handovers.values() if unit in (each.giver, each.receiver)]
        return tuple(self._rows.handover_row(each) for each in reversed(mine) if each.state != "cancelled")

    def handover_dossiers(self, handover: str) -> tuple[DossierRow, ...]:
        """The dossiers on a list."""
        return tuple(self._rows.row(self.book.dossiers[each]) for each in self._handover(handover).dossiers)

    def accept(
        self, handover: str, missing: tuple[str, ...], extra: tuple[str, ...], receiver: Officer | None
    ) -> HandoverRow:
        """The receiver signs."""
        signer = receiver or self._officer_now()
        facts = handovers.decide(self._handover(handover), Accept(signer.unit, missing, extra))
        self.book.write(facts, signer.name)
        return self._rows.handover_row(self._handover(handover))

    def cancel_handover(self, handover: str) -> None:
        """The giver takes the list back."""
        facts = handovers.decide(self._handover(handover), Cancel(self._officer_now().unit))
        self.book.write(facts, self._officer_now().name)

    def handover_record(self, handover: str) -> bytes:
        """The record as PDF."""
        return papers.record(self._ward, self.book, self._rows, self._handover(handover))

    def mark_result_ready(self, dossier: str, outcome: Outcome) -> None:
        """The unit has decided."""
        command = MarkResultReady(self._officer_now().unit, outcome)
        self.book.write(dossiers.decide(self.book.dossiers[dossier], command), self._officer_now().id)

    def result_card(self, text: str) -> ResultCard:
        """The dossier of a scanned receipt."""
        dossier = self._rows.find(text)
        reason_vi, reason_en = "", ""
        try:
            dossiers.decide(dossier, Return("applicant"))
        except Refusal as refusal:
            reason_vi, reason_en = refusal.sentence.vi, refusal.sentence.en
        row = self._rows.row(dossier)
        return ResultCard(row, not reason_vi, reason_vi, reason_en, dossier.outcome, dossier.documents)

    def ready_results(self) -> tuple[DossierRow, ...]:
        """Results at the counter."""
        ready = [self._rows.row(each) for each in self.book.dossiers.values() if each.stage == "result_at_counter"]
        return tuple(sorted(ready, key=lambda row: row.due_at or row.received_at))

    def return_result(self, dossier: str, collector: Collector) -> Returned:
        """Returns a result."""
        held = self.book.dossiers[dossier]
        self.book.write(dossiers.decide(held, Return(collector)), self._officer_now().id)
        return Returned(held.code, f"{self._ward.public_url}/r/{held.token}")

    def sync_state(self) -> SyncState:
        """What `sync` says."""
        return self.sync

    def lose_contact(self, unsent: int) -> None:
        """From now on the server is silent."""
        self.sync = replace(self.sync, online=False, unsent=unsent)

    def _officer_of(self, member: SampleStaff) -> Officer:
        unit = member.unit or ONE_STOP
        return Officer(member.id, member.name, member.role, unit, self._rows.unit_name(unit), bool(member.pin))

    def _officer_now(self) -> Officer:
        if self._person is None:
            raise Refusal("not_signed_in", "Chưa đăng nhập.", "Nobody has signed in.")
        return self._person

    def _handover(self, handover: str) -> Handover:
        return self.book.handovers[handover]

    def _procedure(self, code: str) -> Procedure:
        found = procedure_on(self._ward, code, business_date(self._clock.now()))
        if found is None:
            raise Refusal("no_such_procedure", "Không có thủ tục này.", "There is no such procedure.")
        return found

    def _promise(self, procedure: Procedure) -> Promise | None:
        if procedure.time_limit is None:
            return None
        return promised(self._ward.calendar, self._clock.now(), procedure.time_limit, procedure.cut_off)


class SampleLine:
    """The line to the sample's server. Attributes: `silent`, whether it answers nothing; `keys`, the claims made."""

    def __init__(self, office: SampleOffice) -> None:
        self._office = office
        self.silent = False
        self.keys: list[str] = []

    def claim(self, key: str) -> bytes | None:
        """Claims the next ticket."""
        self.keys.append(key)
        return None if self.silent else self._office.next_claim(key)


class SamplePrinter:
    """A printer that keeps what it prints. Attributes: `printed`, (name, PDF); `out_of_paper`."""

    def __init__(self) -> None:
        self.printed: list[tuple[str, bytes]] = []
        self.out_of_paper = False

    def print_form(self, name: str, pdf: bytes) -> None:
        """Keeps `pdf`; EnvironmentFailure while there is no paper."""
        if self.out_of_paper:
            raise EnvironmentFailure(
                "no_paper",
                "Máy in hết giấy; hồ sơ đã được lưu. Xin thêm giấy rồi bấm In lại.",
                "The printer is out of paper; the dossier is saved. Add paper, then choose Print again.",
            )
        self.printed.append((name, pdf))
