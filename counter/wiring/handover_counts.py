"""The receiver's side of a handover and what comes after it, against the journal of this machine."""

from __future__ import annotations

from collections.abc import Mapping

from counter.handover.rows import heard_handover, opened_handover
from counter.ports import Count, HandoverRow, Officer, OpenedHandover, PaperRow, Settling
from counter.rows import handover_row
from counter.wiring import handover_papers
from counter.wiring.finding import as_code
from counter.wiring.handover_finding import paper_of, paper_rows
from counter.wiring.work import CounterWork
from shared.actions import hand_over
from shared.actions.agency_receipt import record_receipt
from shared.actions.as_officer import as_officer
from shared.actions.carry_fees import carrying
from shared.actions.deliver import passing
from shared.actions.enter_consignments import Entering, entering
from shared.actions.hand_over import Then
from shared.domain.carried_list import CarriedList
from shared.domain.handover import Handover, Listed, Settle
from shared.domain.office import Office
from shared.failures import Refusal
from shared.journal.dossier_queries import handovers_of, personal_records
from shared.journal.journal import Reader
from shared.journal.paper_queries import handover_by_number, papers_by_id
from shared.journal.read_model import HANDOVERS


class HandoverCounts(CounterWork):
    """Looking at lists, counting and signing for them, settling what differs."""

    def handovers(self) -> tuple[HandoverRow, ...]:
        """Handovers of the officer's unit: open ones, those with a difference, and those of today, newest first."""
        self.acting("look_up")
        unit, since = self.signed_in().unit, self.start_of_today()
        with self.journal.reading() as reader:
            office = self.program.reference.read(reader.connection)
            return self.kept.answer(
                reader,
                office,
                self.journal.now(),
                ("handovers", unit, since),
                lambda: tuple(handover_row(office, each) for each in handovers_of(reader, unit, since)),
            )

    def open_handover(self, handover: str) -> OpenedHandover:
        """A handover with everything on it."""
        self.acting("look_up")
        with self.journal.reading() as reader:
            return self._opened(reader, self._handover(reader, handover))

    def handover_numbered(self, number: str) -> OpenedHandover:
        """The same by the number on the printed record."""
        self.acting("look_up")
        with self.journal.reading() as reader:
            found = handover_by_number(reader, as_code(number))
            if found is None:
                raise Refusal(
                    "no_such_handover",
                    "Máy này chưa có biên bản đó. Hãy quét các mã danh sách in trên biên bản.",
                    "This machine does not have that record yet. Scan the list's codes that are printed on it.",
                )
            return self._opened(reader, found)

    def heard_list(self, heard: CarriedList) -> OpenedHandover:
        """The list that the codes on paper carry, as this machine knows it, or from the paper alone."""
        self.acting("look_up")
        with self.journal.reading() as reader:
            known = reader.state(HANDOVERS, heard.id)
            if known is not None:
                return self._opened(reader, known)
            office = self.program.reference.read(reader.connection)
            listed = papers_by_id(reader, ((each.kind, each.id) for each in heard.papers))
            return heard_handover(office, heard, self._rows_by_id(reader, office, listed))

    def accept(self, handover: str, count: Count, signer: Officer | None) -> HandoverRow:
        """The receiver signs for what was counted: the officer signed in, or `signer` who was proved on this screen."""
        who = signer or self.signed_in()
        office = self.office()
        as_officer(office, who.id, "hand_over")
        accepted = hand_over.accept(
            self.journal,
            handover,
            unit=who.unit,
            officer=who.id,
            count=count,
            then=self._belongs_to_the_signature(office, who, count),
        )
        self.program.committed()
        return handover_row(office, accepted)

    def accept_on_paper(self, handover: str, count: Count, name: str) -> HandoverRow:
        """The giver records that `name` of an agency without a machine has signed the printed record."""
        officer, office = self.acting("hand_over"), self.office()
        accepted = record_receipt(
            self.journal, office, handover, unit=officer.unit, officer=officer.id, name=name, count=count
        )
        self.program.committed()
        return handover_row(office, accepted)

    def settle_difference(self, handover: str, settling: Settling) -> OpenedHandover:
        """One of both sides writes down how a difference was settled."""
        officer = self.acting("hand_over")
        command = Settle(
            unit=officer.unit,
            kind=settling.kind,
            item=settling.item,
            settled_as=settling.settled_as,
            amount_vnd=settling.amount_vnd,
            note=settling.note,
            paper=self._extra_paper(settling),
        )
        hand_over.settle_difference(self.journal, handover, command, officer=officer.id)
        self.program.committed()
        return self.open_handover(handover)

    def handover_record(self, handover: str) -> bytes:
        """The Biên bản giao nhận as PDF."""
        self.acting("look_up")
        with self.journal.reading() as reader:
            office = self.program.reference.read(reader.connection)
            return handover_papers.handover_record(reader, office, self._handover(reader, handover))

    def _belongs_to_the_signature(self, office: Office, signer: Officer, count: Count) -> Then:
        """What is written together with the receiver's signature.

        The notes that the post has brought are entered as dossiers, what the post takes along is with it for delivery,
        and the fees that were brought are the office's.
        """
        at = Entering(self.journal, self.program.node, office, self.desk.counter if self.desk else "")
        return hand_over.together(entering(at, signer.id, count.read), passing(office, signer.id), carrying(signer.id))

    def _extra_paper(self, settling: Settling) -> Listed | None:
        """The paper behind an extra code that the receiver keeps, where this machine knows it."""
        if settling.kind != "extra":
            return None
        with self.journal.reading() as reader:
            try:
                return paper_of(reader, self.program.reference.read(reader.connection), settling.item)
            except Refusal:
                return None

    def _opened(self, reader: Reader, handover: Handover) -> OpenedHandover:
        office = self.program.reference.read(reader.connection)
        listed = papers_by_id(reader, handover.papers)
        outside = (each.record for each in (handover.giver_outside, handover.receiver_outside) if each is not None)
        every = (handover.notes, *outside, *(each.note for each in handover.settlements))
        hashes = [each for each in every if each]
        words = personal_records(reader, hashes) if hashes else {}
        return opened_handover(office, handover, self._rows_by_id(reader, office, listed), words)

    def _rows_by_id(self, reader: Reader, office: Office, listed: tuple[Listed, ...]) -> Mapping[str, PaperRow]:
        return {row.id: row for row in paper_rows(reader, office, listed, self.journal.now())}

    def _handover(self, reader: Reader, handover: str) -> Handover:
        found = reader.state(HANDOVERS, handover)
        if found is None:
            raise Refusal("no_such_handover", "Không tìm thấy biên bản này.", "There is no such handover.")
        return found
