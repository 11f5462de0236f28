"""The papers of reception: Form 01 after a dossier has been received, Forms 02 and 03 before."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import QObject, Signal

from counter.messages import Messages
from counter.ports import CounterOffice, GuidanceForm, PaperPrinter, PrintedForm, Received
from counter.words import translate
from shared.qt.lanes import Lanes

T = TypeVar("T")


class ReceptionPapers(QObject):
    """Asks the office for papers and prints them; nothing is asked for twice because a printer stood still.

    Signals: `printed` with the id of a dossier whose Form 01 came out of the printer.
    """

    printed = Signal(str)

    def __init__(self, office: CounterOffice, printer: PaperPrinter, lanes: Lanes, messages: Messages) -> None:
        super().__init__()
        self._office, self._printer, self._lanes, self._messages = office, printer, lanes, messages
        self._waiting: tuple[str, PrintedForm] | None = None

    def print_form_01(self, received: Received) -> None:
        """Prints Form 01; one that the printer did not take is printed as it was, not as a copy."""
        if self._waiting is not None and self._waiting[0] == received.id:
            self._print_receipt(received, self._waiting[1])
        else:
            self._submit(lambda: self._office.form_01(received.id), lambda form: self._print_receipt(received, form))

    def print_guidance(self, form: GuidanceForm) -> None:
        """Prints a Form 02 or 03 before a dossier is accepted."""
        self._submit(lambda: self._office.guidance_form(form), self._print_guidance)

    def _print_receipt(self, received: Received, form: PrintedForm) -> None:
        self._waiting = (received.id, form)

        def out() -> None:
            self._waiting = None
            self.printed.emit(received.id)
            self._messages.done(
                lambda: translate("Reception", "Đã in Giấy tiếp nhận hồ sơ {code}.").format(code=received.code)
            )

        self._submit(lambda: self._printer.print_form(form.name, form.pdf), lambda _: out())

    def _print_guidance(self, form: PrintedForm) -> None:
        words = (
            translate("Reception", "Đã in Phiếu từ chối; nội dung đang nhập vẫn còn.")
            if form.form == "refusal"
            else translate("Reception", "Đã in Phiếu yêu cầu bổ sung; nội dung đang nhập vẫn còn.")
        )
        self._submit(
            lambda: self._printer.print_form(form.name, form.pdf), lambda _: self._messages.done(lambda: words)
        )

    def _submit(self, work: Callable[[], T], done: Callable[[T], None]) -> None:
        self._lanes.database.submit(work, done, self._messages.failed)
