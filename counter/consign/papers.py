"""The note on paper: printed once as the original, in its two parts, and from then on as a marked copy."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from counter.messages import Messages
from counter.ports import CounterOffice, PaperPrinter
from counter.ports.consign import NoteRow
from counter.words import translate
from shared.failures import Failure
from shared.qt.lanes import Lanes


class NotePapers(QObject):
    """Asks the office for the paper and prints it.

    Signals: `printed` with the id of a note whose original came out of the printer.
    """

    printed = Signal(str)

    def __init__(self, office: CounterOffice, printer: PaperPrinter, lanes: Lanes, messages: Messages) -> None:
        super().__init__()
        self._office, self._printer, self._lanes, self._messages = office, printer, lanes, messages
        self._under_way: set[str] = set()

    def print_first(self, note: NoteRow) -> None:
        """Prints the original."""

        def words() -> str:
            pattern = translate("Consign", "Đã in phiếu gửi {number}: một liên giao người gửi, một liên đi cùng hồ sơ.")
            return pattern.format(number=note.number)

        def out() -> None:
            self.printed.emit(note.id)
            self._messages.done(words)

        self._print(note, out, copy=False)

    def print_copy(self, note: NoteRow) -> None:
        """Prints a copy, marked as one."""

        def words() -> str:
            return translate("Consign", "Đã in bản sao phiếu gửi {number}.").format(number=note.number)

        self._print(note, lambda: self._messages.done(words), copy=True)

    def _print(self, note: NoteRow, out: Callable[[], None], *, copy: bool) -> None:
        """Prints it, once however often the key is pressed meanwhile."""
        if note.id in self._under_way:
            return
        self._under_way.add(note.id)

        def print_it() -> None:
            self._printer.print_form(note.number, self._office.note_paper(note.id, copy=copy))

        def printed(_: None) -> None:
            self._under_way.discard(note.id)
            out()

        def failed(failure: Failure) -> None:
            self._under_way.discard(note.id)
            self._messages.failed(failure)

        self._lanes.database.submit(print_it, printed, failed)
