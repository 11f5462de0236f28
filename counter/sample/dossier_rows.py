"""The dossiers of the sample office as rows, and found by what was scanned."""

from __future__ import annotations

from counter.ports import DossierRow, HandoverRow
from counter.sample.book import SampleBook
from shared.clock import Clock
from shared.domain.dossier import ONE_STOP, Dossier
from shared.domain.handover import Handover
from shared.domain.office import Office
from shared.failures import Refusal


class SampleRows:
    """Turns what the book holds into the rows of the screens."""

    def __init__(self, book: SampleBook, office: Office, clock: Clock) -> None:
        self._book, self._office, self._clock = book, office, clock

    def unit_name(self, unit: str) -> str:
        """The name of a unit."""
        if unit == ONE_STOP:
            return "Bộ phận Một cửa"
        return next((each.name for each in self._office.departments if each.id == unit), unit)

    def row(self, dossier: Dossier) -> DossierRow:
        """A dossier in a list."""
        person = self._book.people.get(dossier.applicant or "", {})
        return DossierRow(
            id=dossier.id,
            code=dossier.code,
            procedure_name=dossier.procedure_name,
            applicant_name=str(person.get("name", "")),
            stage=dossier.stage,
            holder_name=self.unit_name(dossier.holder),
            received_at=dossier.received_at,
            due_at=dossier.due_at,
            late=dossier.due_at is not None and dossier.returned_at is None and dossier.due_at < self._clock.now(),
        )

    def handover_row(self, handover: Handover) -> HandoverRow:
        """A handover in a list."""
        return HandoverRow(
            id=handover.id,
            number=handover.number,
            giver_name=self.unit_name(handover.giver),
            receiver_name=self.unit_name(handover.receiver),
            count=len(handover.dossiers),
            offered_at=handover.offered_at,
            state=handover.state,
            giver=handover.giver,
            receiver=handover.receiver,
        )

    def find(self, text: str) -> Dossier:
        """The dossier of an address or a code. Refusal `no_such_dossier`."""
        wanted = text.strip().upper()
        token = wanted.rsplit("/D/", 1)[-1]
        for dossier in self._book.dossiers.values():
            if wanted == dossier.code or token == dossier.token or dossier.code.endswith(f"-{wanted}"):
                return dossier
        raise Refusal("no_such_dossier", "Không tìm thấy hồ sơ này.", "There is no such dossier.")
