"""The note on paper: printed once as the original, in its two parts, and from then on as a marked copy."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import QObject, Signal

from counter.messages import Messages
from counter.ports import CounterOffice, PaperPrinter
from counter.ports.consign import NoteRow
from counter.words import translate
from shared.qt.lanes import Lanes

T = TypeVar("T")


class NotePapers(QObject):
    """Asks the office for the paper and prints it.

    Signals: `printed` with the id of a note whose original came out of the printer.
    """

    printed = Signal(str)

    def __init__(self, office: CounterOffice, printer: PaperPrinter, lanes: Lanes, messages: Messages) -> None:
        super().__init__()
        self._office, self._printer, self._lanes, self._messages = office, printer, lanes, messages

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
        def print_it() -> None:
            self._printer.print_form(note.number, self._office.note_paper(note.id, copy=copy))

        self._submit(print_it, lambda _: out())

    def _submit(self, work: Callable[[], T], done: Callable[[T], None]) -> None:
        self._lanes.database.submit(work, done, self._messages.failed)
