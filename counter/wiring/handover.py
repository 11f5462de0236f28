"""Giving papers away, and the result that the deciding unit reports, against the journal of this machine."""

from __future__ import annotations

from datetime import datetime
from typing import Literal

from counter.handover.rows import by_urgency
from counter.ports import DossierRow, HandoverRow, Officer, PaperRow, Signer, Unit
from counter.rows import handover_row
from counter.wiring import handover_papers
from counter.wiring.finding import dossier_of
from counter.wiring.handover_counts import HandoverCounts
from counter.wiring.handover_finding import paper_of, paper_rows
from counter.wiring.work import officer_of
from shared.actions import hand_over
from shared.actions.act import act
from shared.actions.sign_in import sign_in
from shared.actions.unlock import unlock
from shared.domain import dossier
from shared.domain.dossier import ONE_STOP, Dossier, MarkResultReady, Outcome
from shared.domain.handover import Carried, PaperKind
from shared.domain.handover_due import proposal
from shared.domain.office import Office, UnitKind, staff_by_id
from shared.domain.office_names import unit_name
from shared.domain.permission import may
from shared.domain.units import receives_papers, unit_kind, units_of
from shared.failures import Refusal
from shared.journal.dossier_queries import dossiers_held_by
from shared.journal.held_queries import deliveries_of_results, papers_held_by
from shared.journal.journal import Reader
from shared.journal.post_day_queries import fees_to_carry
from shared.journal.read_model import DOSSIERS

_GO_BACK_FROM_A_DEPARTMENT = (
    "processing",
    "result_ready",
    "awaiting_supplement",
    "awaiting_duty",
    "stopped",
    "refused",
    "closed",
)
_HELD_BY_THE_POST = ("with_post", "awaiting_supplement", "awaiting_duty", "stopped", "refused", "closed")


class HandoverRoom(HandoverCounts):
    """Lists that go from one unit to another, and the result that the deciding unit reports."""

    def units(self) -> tuple[Unit, ...]:
        """The units that a handover can go to, without the officer's own."""
        office, own = self.office(), self.signed_in().unit
        return tuple(Unit(unit, unit_name(office, unit)) for unit in units_of(office) if unit != own)

    def held_here(self) -> tuple[DossierRow, ...]:
        """The dossiers that the officer's unit holds and can hand over, oldest first."""
        self.acting("look_up")
        unit = self.signed_in().unit
        with self.journal.reading() as reader:
            office = self.program.reference.read(reader.connection)
            stages = _stages(unit_kind(office, unit), None)
            return self.rows(reader, dossiers_held_by(reader, unit, stages), office)

    def find_dossier(self, text: str) -> DossierRow:
        """The dossier of a scanned address or a typed code."""
        self.acting("look_up")
        with self.journal.reading() as reader:
            office = self.program.reference.read(reader.connection)
            return self.rows(reader, (dossier_of(reader, office, text),), office)[0]

    def papers_here(self, receiver: str | None) -> tuple[PaperRow, ...]:
        """Every paper that the officer's unit holds, the most pressing first, with how it suits `receiver`."""
        self.acting("hand_over")
        unit = self.signed_in().unit
        with self.journal.reading() as reader:
            office, now = self.program.reference.read(reader.connection), self.journal.now()
            return self.kept.answer(
                reader,
                office,
                now,
                ("papers_here", unit, receiver),
                lambda: _papers_here(reader, office, now, unit, receiver),
            )

    def fees_besides(self, receiver: str | None) -> int:
        """The đồng that go along with any list for `receiver` besides the fees of what is on it."""
        officer = self.acting("hand_over")
        if receiver is None:
            return 0
        carried = self._fees_to_carry(officer.unit, unit_kind(self.office(), receiver))
        return sum(each.amount_vnd for each in carried)

    def find_paper(self, text: str, receiver: str | None) -> PaperRow:
        """The paper of a scanned or typed text: a dossier's, a note's, the post's label."""
        self.acting("look_up")
        unit = self.signed_in().unit
        with self.journal.reading() as reader:
            office = self.program.reference.read(reader.connection)
            found = paper_of(reader, office, text)
            deliveries = deliveries_of_results(reader, [found.paper.id])
            return paper_rows(reader, office, (found,), self.journal.now(), unit, receiver, deliveries)[0]

    def offer(
        self, receiver: str, dossiers: tuple[str, ...], besides: tuple[tuple[PaperKind, str], ...] = ()
    ) -> HandoverRow:
        """The giver signs: these dossiers, and other papers `besides`, go to `receiver`."""
        officer = self.acting("hand_over")
        office = self.office()
        offered = hand_over.offer(
            self.journal,
            self.program.node,
            giver=officer.unit,
            receiver=receiver,
            dossiers=dossiers,
            papers=besides,
            fees=self._fees_to_carry(officer.unit, unit_kind(office, receiver)),
            office=office,
            officer=officer.id,
        )
        self.program.committed()
        return handover_row(office, offered)

    def cancel_handover(self, handover: str) -> None:
        """The giver takes the list back before the second signature."""
        officer = self.acting("hand_over")
        hand_over.cancel(self.journal, handover, unit=officer.unit, officer=officer.id)
        self.program.committed()

    def handover_list(self, receiver: str, papers: tuple[tuple[PaperKind, str], ...]) -> bytes:
        """The list before anybody has signed, as PDF."""
        officer = self.acting("look_up")
        with self.journal.reading() as reader:
            office = self.program.reference.read(reader.connection)
            return handover_papers.handover_list(
                reader,
                office,
                giver=officer.unit,
                receiver=receiver,
                papers=papers,
                made_by=officer.id,
                made_at=self.journal.now(),
            )

    def signers(self, unit: str) -> tuple[Signer, ...]:
        """Who may sign for `unit` on this screen, without the officer signed in."""
        self.acting("look_up")
        own = self.signed_in().id
        members = (each for each in self.office().staff if (each.unit or ONE_STOP) == unit and each.id != own)
        able = (each for each in members if may(each.role, "hand_over"))
        return tuple(Signer(each.id, each.name, bool(each.pin_hash)) for each in able)

    def prove(self, signer: str, secret: str, by: Literal["pin", "password"]) -> Officer:
        """Who has shown with PIN or password that they are `signer`."""
        office = self.office()
        member = staff_by_id(office, signer)
        if member is None:
            raise Refusal("sign_in_failed", "Không có người ký này.", "There is no such person.")
        if by == "pin":
            unlock(self.journal, office, signer, secret)
            return officer_of(office, member)
        return officer_of(office, sign_in(self.journal, office, member.sign_in, secret))

    def not_handed_over(self) -> tuple[DossierRow, ...]:
        """What was received at this counter and should be handed over by the end of today; not what may wait."""
        officer = self.acting("look_up")
        now = self.journal.now()
        with self.journal.reading() as reader:
            office = self.program.reference.read(reader.connection)
            if not receives_papers(unit_kind(office, officer.unit)):
                return ()
            held = dossiers_held_by(reader, officer.unit, ("received",))
            mine = [each for each in held if self._is_mine(each, officer) and _must_go(office, each, now)]
            return self.rows(reader, tuple(mine), office)

    def mark_result_ready(self, dossier: str, outcome: Outcome) -> None:
        """The deciding unit has the result."""
        officer = self.acting("decide_result")
        self._act_on_dossier(dossier, officer, MarkResultReady(officer.unit, outcome))

    def _act_on_dossier(self, subject: str, officer: Officer, command: dossier.Command) -> Dossier:
        done = act(self.journal, DOSSIERS, dossier.decide, subject, command, officer.id)
        self.program.committed()
        return done

    def _is_mine(self, received: Dossier, officer: Officer) -> bool:
        return received.received_by == officer.id or (self.desk is not None and received.counter == self.desk.counter)

    def _fees_to_carry(self, giver: str, receiver_kind: UnitKind) -> tuple[Carried, ...]:
        """What a point of the post has collected besides the fees of the notes, where it goes to the office."""
        if self.signed_in().unit_kind != "post" or not receives_papers(receiver_kind):
            return ()
        with self.journal.reading() as reader:
            return fees_to_carry(reader, giver, self.journal.now())


def _papers_here(
    reader: Reader, office: Office, now: datetime, unit: str, receiver: str | None
) -> tuple[PaperRow, ...]:
    target = unit_kind(office, receiver) if receiver is not None else None
    held = papers_held_by(reader, unit, _stages(unit_kind(office, unit), target))
    deliveries = deliveries_of_results(reader, [each.paper.id for each in held if each.kind == "dossier"])
    return by_urgency(paper_rows(reader, office, held, now, unit, receiver, deliveries))


def _stages(giver: UnitKind, receiver: UnitKind | None) -> tuple[str, ...]:
    """The stages of dossiers that a unit of kind `giver` may hand to one of kind `receiver`, None: to its usual one."""
    if giver == "post":
        return _HELD_BY_THE_POST
    if not receives_papers(giver):
        return _GO_BACK_FROM_A_DEPARTMENT
    onward = receiver is None or not (receives_papers(receiver) or receiver == "post")
    return ("received",) if onward else ("received", "result_at_counter")


def _must_go(office: Office, received: Dossier, now: datetime) -> bool:
    try:
        return proposal(office.calendar, received.held_since or received.received_at, now) != "next_morning"
    except Refusal:
        return True
