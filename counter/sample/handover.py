"""Handovers of the sample office."""

from __future__ import annotations

from dataclasses import replace
from typing import Literal

from counter.handover.rows import by_urgency, heard_handover, opened_handover, paper_row
from counter.ports import (
    Count,
    DossierRow,
    HandoverRow,
    Officer,
    OpenedHandover,
    PaperRow,
    Settling,
    Signer,
    Unit,
)
from counter.sample import papers
from counter.sample.pins import SamplePins
from counter.sample.room import SampleRoom
from resources.sample_ward.load import sample_staff
from shared.domain import dossier as dossiers
from shared.domain import handover as handovers
from shared.domain.carried_list import CarriedList
from shared.domain.consignment import Consignment
from shared.domain.custody import ONE_STOP
from shared.domain.delivery import Delivery, DeliveryState
from shared.domain.dossier import Dossier, MarkResultReady, Outcome
from shared.domain.handover import Cancel, Handover, Listed, Offer, PaperKind, Settle
from shared.domain.handover_commands import OutsideSigner
from shared.domain.handover_due import proposal
from shared.domain.office import Office, StaffMember
from shared.domain.office_names import unit_name
from shared.domain.permission import may
from shared.domain.units import receives_papers, unit_kind, units_of
from shared.failures import Refusal


class SampleHandover(SampleRoom):
    """Lists that go from one unit to another.

    Attributes: `reminds`, whether closing the counter lists what was not handed over.
    """

    _pins: SamplePins
    reminds = False

    def verify(self, name: str, password: str) -> Officer:
        """Somebody of the sample's staff; `SampleOffice` answers."""
        raise NotImplementedError

    def units(self) -> tuple[Unit, ...]:
        """Every unit without the officer's own."""
        own = self._officer_now().unit
        return tuple(Unit(each, unit_name(self._ward, each)) for each in units_of(self._ward) if each != own)

    def held_here(self) -> tuple[DossierRow, ...]:
        """What the officer's unit holds and may hand over."""
        held = (each for each in self._held_dossiers() if each.stage not in ("returned", "result_at_counter"))
        return tuple(self._rows.row(each) for each in held)

    def find_dossier(self, text: str) -> DossierRow:
        """The dossier of a scanned or typed text."""
        return self._rows.row(self._rows.find(text))

    def papers_here(self, receiver: str | None) -> tuple[PaperRow, ...]:
        """Every paper that the officer's unit holds."""
        unit = self._officer_now().unit
        listed = (
            *(Listed("dossier", each) for each in self._held_dossiers()),
            *(Listed("consignment", each, each.fee_vnd) for each in self._held_notes(unit)),
            *(Listed("delivery", each) for each in self._held_letters(unit)),
        )
        return by_urgency(self._paper(each, receiver) for each in listed)

    def fees_besides(self, receiver: str | None) -> int:
        """Nothing besides the fees of the notes."""
        del receiver
        return 0

    def find_paper(self, text: str, receiver: str | None) -> PaperRow:
        """The paper of a scanned or typed text."""
        wanted = text.strip().upper()
        for note in self.book.consignments.values():
            if note.number == wanted:
                return self._paper(Listed("consignment", note, note.fee_vnd), receiver)
        return self._paper(Listed("dossier", self._rows.find(text)), receiver)

    def offer(
        self, receiver: str, dossiers: tuple[str, ...], besides: tuple[tuple[PaperKind, str], ...] = ()
    ) -> HandoverRow:
        """The giver signs."""
        officer = self._officer_now()
        wanted: tuple[tuple[PaperKind, str], ...] = (*(("dossier", each) for each in dossiers), *besides)
        listed = tuple(self._listed(kind, each) for kind, each in wanted)
        identity, number = self.book.new_id("handover"), f"BG-{len(self.book.handovers) + 1:04d}"
        command = Offer(
            identity,
            number,
            officer.unit,
            receiver,
            listed,
            unit_kind(self._ward, officer.unit),
            unit_kind(self._ward, receiver),
        )
        self.book.write(handovers.decide(None, command), officer.id)
        return self._rows.handover_row(self.book.handovers[identity])

    def handovers(self) -> tuple[HandoverRow, ...]:
        """The handovers of the officer's unit."""
        unit = self._officer_now().unit
        mine = [each for each in self.book.handovers.values() if unit in (each.giver, each.receiver)]
        return tuple(self._rows.handover_row(each) for each in reversed(mine) if each.state != "cancelled")

    def open_handover(self, handover: str) -> OpenedHandover:
        """A handover with everything on it."""
        return self._opened(self._handover(handover))

    def handover_numbered(self, number: str) -> OpenedHandover:
        """The same by its number."""
        found = next((each for each in self.book.handovers.values() if each.number == number.strip().upper()), None)
        if found is None:
            raise Refusal("no_such_handover", "Máy này chưa có biên bản đó.", "There is no such handover.")
        return self._opened(found)

    def heard_list(self, heard: CarriedList) -> OpenedHandover:
        """A list from its codes."""
        if heard.id in self.book.handovers:
            return self.open_handover(heard.id)
        known = {each.id: self.book.dossiers[each.id] for each in heard.papers if each.id in self.book.dossiers}
        rows = {identity: self._paper(Listed("dossier", each), None) for identity, each in known.items()}
        return heard_handover(_staffed(self._ward), heard, rows)

    def signers(self, unit: str) -> tuple[Signer, ...]:
        """Who may sign for `unit`."""
        own = self._officer_now().id
        members = (each for each in sample_staff() if (each.unit or ONE_STOP) == unit and each.id != own)
        return tuple(Signer(each.id, each.name, bool(each.pin)) for each in members if may(each.role, "hand_over"))

    def prove(self, signer: str, secret: str, by: Literal["pin", "password"]) -> Officer:
        """Who has shown who they are."""
        member = next(each for each in sample_staff() if each.id == signer)
        if by == "password":
            return self.verify(member.sign_in, secret)
        self._pins.check(signer, secret)
        return self.verify(member.sign_in, member.password)

    def accept(self, handover: str, count: Count, signer: Officer | None) -> HandoverRow:
        """The receiver signs."""
        who = signer or self._officer_now()
        known = self.book.handovers.get(handover)
        self.book.write(handovers.decide(known, count.signed(who.unit, handover)), who.id)
        return self._rows.handover_row(self._handover(handover))

    def accept_on_paper(self, handover: str, count: Count, name: str) -> HandoverRow:
        """The giver records a signature on paper."""
        found = self._handover(handover)
        command = count.signed_outside(found.receiver, found.id, OutsideSigner(name, self._clock.now()))
        self.book.write(handovers.decide(found, command), self._officer_now().id)
        return self._rows.handover_row(self._handover(handover))

    def settle_difference(self, handover: str, settling: Settling) -> OpenedHandover:
        """A difference is settled."""
        officer = self._officer_now()
        command = Settle(
            officer.unit, settling.kind, settling.item, settling.settled_as, settling.amount_vnd, settling.note
        )
        self.book.write(handovers.decide(self._handover(handover), command), officer.id)
        return self.open_handover(handover)

    def cancel_handover(self, handover: str) -> None:
        """The giver takes the list back."""
        facts = handovers.decide(self._handover(handover), Cancel(self._officer_now().unit))
        self.book.write(facts, self._officer_now().id)

    def handover_record(self, handover: str) -> bytes:
        """The record as PDF."""
        return papers.record(self._ward, self.book, self._handover(handover))

    def handover_list(self, receiver: str, papers_: tuple[tuple[PaperKind, str], ...]) -> bytes:
        """The list as PDF."""
        unit = self._officer_now().unit
        wanted = tuple(each for kind, each in papers_ if kind == "dossier")
        unsigned = Handover("list", "", unit, receiver, wanted, self._officer_now().name, self._clock.now())
        return papers.record(self._ward, self.book, unsigned)

    def not_handed_over(self) -> tuple[DossierRow, ...]:
        """What was received here and should go today, where the sample is to remind of it."""
        if not self.reminds or not receives_papers(self._officer_now().unit_kind):
            return ()
        now, calendar = self._clock.now(), self._ward.calendar
        waiting = (each for each in self._held_dossiers() if each.stage == "received")
        must_go = (each for each in waiting if proposal(calendar, each.received_at, now) != "next_morning")
        return tuple(self._rows.row(each) for each in must_go)

    def mark_result_ready(self, dossier: str, outcome: Outcome) -> None:
        """The unit has decided."""
        command = MarkResultReady(self._officer_now().unit, outcome)
        self.book.write(dossiers.decide(self.book.dossiers[dossier], command), self._officer_now().id)

    def _held_dossiers(self) -> tuple[Dossier, ...]:
        unit = self._officer_now().unit
        held = (each for each in self.book.dossiers.values() if each.holder == unit and each.transit is None)
        return tuple(each for each in held if each.lost is None and each.stage != "returned")

    def _held_notes(self, unit: str) -> tuple[Consignment, ...]:
        held = (each for each in self.book.consignments.values() if each.holder == unit and each.transit is None)
        return tuple(each for each in held if each.state in ("made", "refused", "submitted"))

    def _held_letters(self, unit: str) -> tuple[Delivery, ...]:
        held = (each for each in self.book.deliveries.values() if each.holder == unit and each.transit is None)
        return tuple(each for each in held if each.content != "result" and each.delivered_at is None)

    def _listed(self, kind: PaperKind, identity: str) -> Listed:
        if kind == "consignment":
            note = self.book.consignments[identity]
            return Listed(kind, note, note.fee_vnd)
        return Listed(kind, self.book.dossiers[identity] if kind == "dossier" else self.book.deliveries[identity])

    def _paper(self, listed: Listed, receiver: str | None) -> PaperRow:
        paper = listed.paper
        person = paper.applicant if isinstance(paper, Dossier | Consignment) else None
        if isinstance(paper, Delivery):
            person = paper.addressee
        deliveries: dict[str, DeliveryState] = {
            each.dossier: each.state for each in self.book.deliveries.values() if each.content == "result"
        }
        return paper_row(
            self._ward,
            listed,
            str(self.book.people.get(person or "", {}).get("name", "")),
            self._clock.now(),
            giver=self._officer_now().unit,
            receiver=receiver,
            deliveries=deliveries,
        )

    def _opened(self, handover: Handover) -> OpenedHandover:
        listed = (self._listed(kind, each) for kind, each in handover.papers)
        rows = {each.paper.id: replace(self._paper(each, None), fit="fits", why=None) for each in listed}
        return opened_handover(_staffed(self._ward), handover, rows, self.book.people)

    def _handover(self, handover: str) -> Handover:
        return self.book.handovers[handover]


def _staffed(office: Office) -> Office:
    """`office` with the names of the sample's staff."""
    staff = tuple(StaffMember(each.id, each.sign_in, each.name, each.role, "", "") for each in sample_staff())
    return replace(office, staff=staff)
