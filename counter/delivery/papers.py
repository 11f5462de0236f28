"""The note that goes with what the post delivers: printed once, and from then on as a marked copy."""

from __future__ import annotations

from collections.abc import Callable

from counter.messages import Messages
from counter.ports import CounterOffice, PaperPrinter
from counter.ports.delivery import DeliveryRow
from counter.words import translate
from shared.qt.lanes import Lanes


class DeliveryPapers:
    """Asks the office for the paper and prints it."""

    def __init__(self, office: CounterOffice, printer: PaperPrinter, lanes: Lanes, messages: Messages) -> None:
        self._office, self._printer, self._lanes, self._messages = office, printer, lanes, messages

    def print_first(self, row: DeliveryRow) -> None:
        """Prints the original, on which the addressee signs."""
        self._print(row, lambda: None, copy=False)

    def print_copy(self, row: DeliveryRow) -> None:
        """Prints a copy, marked as one."""

        def words() -> str:
            return translate("Delivery", "Đã in bản sao phiếu gửi của hồ sơ {code}.").format(code=row.code)

        self._print(row, lambda: self._messages.done(words), copy=True)

    def _print(self, row: DeliveryRow, out: Callable[[], None], *, copy: bool) -> None:
        def print_it() -> None:
            self._printer.print_form(f"phieu-gui-{row.code}", self._office.delivery_paper(row.id, copy=copy))

        self._lanes.database.submit(print_it, lambda _: out(), self._messages.failed)
