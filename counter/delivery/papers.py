"""The note that goes with what the post delivers: printed once, and from then on as a marked copy."""

from __future__ import annotations

from collections.abc import Callable

from counter.messages import Messages
from counter.ports import CounterOffice, PaperPrinter
from counter.ports.delivery import DeliveryRow
from counter.words import translate
from shared.failures import Failure
from shared.qt.lanes import Lanes


class DeliveryPapers:
    """Asks the office for the paper and prints it."""

    def __init__(self, office: CounterOffice, printer: PaperPrinter, lanes: Lanes, messages: Messages) -> None:
        self._office, self._printer, self._lanes, self._messages = office, printer, lanes, messages
        self._under_way: set[str] = set()

    def print_first(self, row: DeliveryRow) -> None:
        """Prints the original, on which the addressee signs."""
        self._print(row, lambda: None, copy=False)

    def print_copy(self, row: DeliveryRow) -> None:
        """Prints a copy, marked as one."""

        def words() -> str:
            return translate("Delivery", "Đã in bản sao phiếu gửi của hồ sơ {code}.").format(code=row.code)

        self._print(row, lambda: self._messages.done(words), copy=True)

    def _print(self, row: DeliveryRow, out: Callable[[], None], *, copy: bool) -> None:
        """Prints it, once however often the key is pressed meanwhile."""
        if row.id in self._under_way:
            return
        self._under_way.add(row.id)

        def print_it() -> None:
            self._printer.print_form(f"phieu-gui-{row.code}", self._office.delivery_paper(row.id, copy=copy))

        def printed(_: None) -> None:
            self._under_way.discard(row.id)
            out()

        def failed(failure: Failure) -> None:
            self._under_way.discard(row.id)
            self._messages.failed(failure)

        self._lanes.database.submit(print_it, printed, failed)
