"""The dossiers of the sample office as rows, and found by what was scanned."""

from __future__ import annotations

from counter.ports import DossierRow, HandoverRow
from counter.rows import dossier_row, handover_row
from counter.sample.book import SampleBook
from shared.clock import Clock
from shared.domain.dossier import Dossier
from shared.domain.handover import Handover
from shared.domain.office import Office
from shared.failures import Refusal


class SampleRows:
    """Turns what the book holds into the rows of the screens."""

    def __init__(self, book: SampleBook, office: Office, clock: Clock) -> None:
        self._book, self._office, self._clock = book, office, clock

    def row(self, dossier: Dossier) -> DossierRow:
        """A dossier in a list."""
        person = self._book.people.get(dossier.applicant or "", {})
        return dossier_row(self._office, dossier, str(person.get("name", "")), self._clock.now())

    def handover_row(self, handover: Handover) -> HandoverRow:
        """A handover in a list."""
        return handover_row(self._office, handover)

    def find(self, text: str) -> Dossier:
        """The dossier of an address or a code. Refusal `no_such_dossier`."""
        wanted = text.strip().upper()
        token = wanted.rsplit("/D/", 1)[-1]
        for dossier in self._book.dossiers.values():
            if wanted == dossier.code or token == dossier.token or dossier.code.endswith(f"-{wanted}"):
                return dossier
        raise Refusal("no_such_dossier", "Không tìm thấy hồ sơ này.", "There is no such dossier.")
