"""Handing over, against the journal of this machine."""

from __future__ import annotations

from counter.ports import DossierRow, HandoverRow, Officer, Unit
from counter.rows import handover_row
from counter.wiring.finding import dossier_of
from counter.wiring.work import CounterWork
from shared.actions import hand_over
from shared.actions.act import act
from shared.actions.as_officer import as_officer
from shared.domain import dossier
from shared.domain.dossier import ONE_STOP, Dossier, MarkResultReady, Outcome
from shared.domain.handover import Handover
from shared.domain.office import Office
from shared.domain.office_names import staff_name, unit_name
from shared.failures import Refusal
from shared.journal.dossier_queries import dossiers_by_id, dossiers_held_by, handovers_of
from shared.journal.journal import Reader
from shared.journal.read_model import DOSSIERS, HANDOVERS

_GO_BACK_FROM_A_DEPARTMENT = (
    "processing",
    "result_ready",
    "awaiting_supplement",
    "awaiting_duty",
    "stopped",
    "refused",
    "closed",
)


class HandoverRoom(CounterWork):
    """Lists that go from one unit to another, and the result that the deciding unit reports."""

    def units(self) -> tuple[Unit, ...]:
        """The units that a handover can go to, without the officer's own."""
        office, own = self.office(), self.signed_in().unit
        every = (ONE_STOP, *(department.id for department in office.departments))
        return tuple(Unit(unit, unit_name(office, unit)) for unit in every if unit != own)

    def held_here(self) -> tuple[DossierRow, ...]:
        """The dossiers that the officer's unit holds and can hand over, oldest first."""
        self.acting("look_up")
        unit = self.signed_in().unit
        stages = ("received",) if unit == ONE_STOP else _GO_BACK_FROM_A_DEPARTMENT
        with self.journal.reading() as reader:
            office = self.program.reference.read(reader.connection)
            return self.rows(reader, dossiers_held_by(reader, unit, stages), office)

    def find_dossier(self, text: str) -> DossierRow:
        """The dossier of a scanned address or a typed code."""
        self.acting("look_up")
        with self.journal.reading() as reader:
            office = self.program.reference.read(reader.connection)
            return self.rows(reader, (dossier_of(reader, office, text),), office)[0]

    def offer(self, receiver: str, dossiers: tuple[str, ...]) -> HandoverRow:
        """The giver signs: these dossiers go to `receiver`."""
        officer = self.acting("hand_over")
        offered = hand_over.offer(
            self.journal,
            self.program.node,
            giver=officer.unit,
            receiver=receiver,
            dossiers=dossiers,
            officer=officer.id,
        )
        self.program.committed()
        return handover_row(self.office(), offered)

    def handovers(self) -> tuple[HandoverRow, ...]:
        """Open handovers that the officer's unit gives or receives, and those of today."""
        self.acting("look_up")
        office, unit = self.office(), self.signed_in().unit
        with self.journal.reading() as reader:
            found = handovers_of(reader, unit, self.start_of_today())
        return tuple(handover_row(office, each) for each in found)

    def handover_dossiers(self, handover: str) -> tuple[DossierRow, ...]:
        """The dossiers on the list of a handover."""
        self.acting("look_up")
        with self.journal.reading() as reader:
            office = self.program.reference.read(reader.connection)
            return self.rows(reader, dossiers_by_id(reader, self._handover(reader, handover).dossiers), office)

    def accept(
        self, handover: str, missing: tuple[str, ...], extra: tuple[str, ...], receiver: Officer | None
    ) -> HandoverRow:
        """The receiver signs: the officer signed in, or `receiver` who was verified on this screen."""
        signer = receiver or self.signed_in()
        as_officer(self.office(), signer.id, "hand_over")
        accepted = hand_over.accept(
            self.journal, handover, unit=signer.unit, missing=missing, extra=extra, officer=signer.id
        )
        self.program.committed()
        return handover_row(self.office(), accepted)

    def cancel_handover(self, handover: str) -> None:
        """The giver takes the list back before the second signature."""
        officer = self.acting("hand_over")
        hand_over.cancel(self.journal, handover, unit=officer.unit, officer=officer.id)
        self.program.committed()

    def handover_record(self, handover: str) -> bytes:
        """The Biên bản giao nhận as PDF."""
        with self.journal.reading() as reader:
            office = self.program.reference.read(reader.connection)
            found = self._handover(reader, handover)
            listed = dossiers_by_id(reader, found.dossiers)
        return _record(office, found, listed)

    def mark_result_ready(self, dossier: str, outcome: Outcome) -> None:
        """The deciding unit has the result."""
        officer = self.acting("decide_result")
        self._act_on_dossier(dossier, officer, MarkResultReady(officer.unit, outcome))

    def _act_on_dossier(self, subject: str, officer: Officer, command: dossier.Command) -> Dossier:
        done = act(self.journal, DOSSIERS, dossier.decide, subject, command, officer.id)
        self.program.committed()
        return done

    def _handover(self, reader: Reader, handover: str) -> Handover:
        found = reader.state(HANDOVERS, handover)
        if found is None:
            raise Refusal("no_such_handover", "Không tìm thấy biên bản này.", "There is no such handover.")
        return found


def _record(office: Office, handover: Handover, listed: tuple[Dossier, ...]) -> bytes:
    # Imported with the first record: what draws PDFs would slow every start.
    from shared.documents.handover_record import (
        DiscrepantDossier,
        HandedOverDossier,
        HandoverRecord,
        Party,
        render_handover_record,
    )

    taken, missing = set(handover.taken), set(handover.missing)
    return render_handover_record(
        HandoverRecord(
            managing_body=office.managing_body,
            office_name=office.name,
            record_number=handover.number,
            place=office.place,
            handed_over_at=handover.accepted_at or handover.offered_at,
            giver=Party(
                name=staff_name(office, handover.offered_by),
                unit=unit_name(office, handover.giver),
                signed_at=handover.offered_at,
            ),
            receiver=Party(
                name=staff_name(office, handover.accepted_by) if handover.accepted_by else "",
                unit=unit_name(office, handover.receiver),
                signed_at=handover.accepted_at,
            ),
            dossiers=tuple(
                HandedOverDossier(
                    dossier_code=each.code,
                    procedure_name=each.procedure_name,
                    sets=each.sets,
                    papers=sum(document.originals + document.copies for document in each.documents),
                )
                for each in listed
                if each.id in taken
            ),
            missing=tuple(
                DiscrepantDossier(each.code, "Có tên, không có giấy") for each in listed if each.id in missing
            ),
            extra=tuple(DiscrepantDossier(code, "Có giấy, không có tên") for code in handover.extra),
            reference=handover.number,
        )
    )
