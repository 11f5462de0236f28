"""What every room of the sample office knows: the book, the ward, who has signed in."""

from __future__ import annotations

from counter.ports import Officer
from counter.sample.book import SampleBook
from counter.sample.dossier_rows import SampleRows
from shared.clock import Clock
from shared.domain.office import Office
from shared.failures import Refusal


class SampleRoom:
    """The base of the sample's rooms; `SampleOffice` sets its attributes."""

    book: SampleBook
    _clock: Clock
    _ward: Office
    _rows: SampleRows
    _person: Officer | None

    def _officer_now(self) -> Officer:
        if self._person is None:
            raise Refusal("not_signed_in", "Chưa đăng nhập.", "Nobody has signed in.")
        return self._person
