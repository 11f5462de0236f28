"""The watch over the printer: asks it how it is, and lets the office know as soon as that changes."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QObject, Qt, QTimer, Signal, Slot

from kiosk.ports import SlipPrinter
from kiosk.wiring.failure_log import FailureLog
from shared.actions.report_machine import report_printer
from shared.domain.machine import NEEDS_HANDS, Machine, PrinterState, printer_in_words
from shared.failures import Failure, Sentence
from shared.qt.device_program import DeviceProgram
from shared.qt.heartbeat import MachineReport

PERIOD_MILLISECONDS = 30_000


@dataclass(frozen=True, slots=True)
class _Look:
    printer: PrinterState
    slips_waiting: int


class PrinterWatch(QObject):
    """Looks every half a minute and after each print; a change becomes an event, a noted failure and a sign of life.

    `slips_waiting` is asked on the lane of the printer, like the printer itself.

    Signals: `changed` when the printer's state or the number of waiting slips is another one.
    """

    changed = Signal()
    _looked_for = Signal()

    def __init__(
        self,
        program: DeviceProgram,
        printer: SlipPrinter,
        failures: FailureLog,
        slips_waiting: Callable[[], int] = lambda: 0,
    ) -> None:
        super().__init__()
        self._program = program
        self._printer = printer
        self._failures = failures
        self._slips_waiting = slips_waiting
        self._report = MachineReport()
        self._told: PrinterState | None = None
        self._asking = False
        self._again = False
        self._timer = QTimer(self)
        self._timer.setInterval(PERIOD_MILLISECONDS)
        self._timer.timeout.connect(self.look)
        self._looked_for.connect(self.look, Qt.ConnectionType.QueuedConnection)

    def report(self) -> MachineReport:
        """What was seen last. May be asked from any thread."""
        return self._report

    def start(self) -> None:
        """Begins to watch."""
        self._timer.start()
        self.look()

    def stop(self) -> None:
        """Ends the watch."""
        self._timer.stop()

    def look_soon(self) -> None:
        """Something was printed, or was not: looks as soon as may be. From any thread."""
        self._looked_for.emit()

    @Slot()
    def look(self) -> None:
        """Asks the printer, unless it is being asked."""
        if self._asking:
            self._again = True
            return
        self._asking = True
        self._program.lanes.printing.submit(self._ask, self._saw, self._saw_nothing)

    def _ask(self) -> _Look:
        self._failures.read()
        return _Look(self._printer.condition(), self._slips_waiting())

    def _saw(self, look: _Look) -> None:
        before, self._report = self._report, MachineReport(look.printer, look.slips_waiting)
        if look.printer != before.printer and look.printer in NEEDS_HANDS:
            self._failures.note(_sentence(self._program.node.name, look.printer, self._program))
        if self._report != before:
            self.changed.emit()
        if look.printer != self._told:
            self._tell(look.printer)
        self._go_on()

    def _saw_nothing(self, failure: Failure) -> None:
        self._failures.note(failure.sentence)
        self._go_on()

    def _go_on(self) -> None:
        self._asking = False
        if self._again:
            self._again = False
            self.look()

    def _tell(self, printer: PrinterState) -> None:
        """Writes the change down; when that fails, the next look tries again."""
        journal, name = self._program.journal, self._program.node.name

        def written(anything: bool) -> None:  # noqa: FBT001  # what the lane brings
            self._told = printer
            if anything:
                self._program.committed()

        self._program.lanes.database.submit(
            lambda: report_printer(journal, name, printer),
            written,
            lambda failure: self._failures.note(failure.sentence),
        )


class WatchedPrinter:
    """The printer, as the journeys use it: after each print the watch looks, and what did not work is noted."""

    def __init__(self, printer: SlipPrinter, watch: PrinterWatch, failures: FailureLog) -> None:
        self._printer = printer
        self._watch = watch
        self._failures = failures

    def print_slip(self, name: str, pdf: bytes) -> None:
        """Prints once; the printer's own failures come through."""
        try:
            self._printer.print_slip(name, pdf)
        except Failure as failure:
            self._failures.note(failure.sentence)
            raise
        finally:
            self._watch.look_soon()

    def condition(self) -> PrinterState:
        """How the printer says it is."""
        return self._printer.condition()


def _sentence(name: str, printer: PrinterState, program: DeviceProgram) -> Sentence:
    return Sentence(*printer_in_words(Machine(program.node.device, name, printer, program.journal.now())))
