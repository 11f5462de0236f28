"""The staff's room as this kiosk's journal, printer and line to the server know it."""

from __future__ import annotations

from typing import Protocol

from kiosk.ports import KioskHealth, SlipPrinter
from kiosk.wiring.failure_log import FailureLog
from shared.actions.enter_staff_room import enter_staff_room
from shared.clock import business_date, midnight
from shared.devices.print_spool import SpoolReport
from shared.domain.office import Office
from shared.journal.machine_queries import GivenHere, given_here
from shared.qt.device_program import DeviceProgram
from shared.replication.software_version import software_version

SHOWN_FAILURES = 6


class Spool(Protocol):
    """The spool of the printer, as far as staff ask for it."""

    def report(self) -> SpoolReport:
        """What waits, and what came out or perhaps not."""
        ...


class JournalStaffRoom:
    """Lets staff in and says how the machine is. `spool` is None where slips are printed without one."""

    def __init__(
        self, program: DeviceProgram, printer: SlipPrinter, failures: FailureLog, spool: Spool | None = None
    ) -> None:
        self._program = program
        self._journal = program.journal
        self._printer = printer
        self._failures = failures
        self._spool = spool

    def has_pin(self) -> bool:
        """Whether the office has set a PIN for its kiosks. On the database lane."""
        return self._office().kiosks.pin_hash != ""

    def let_in(self, pin: str) -> None:
        """Refusal `wrong_pin`, `pin_locked`, `pin_not_set`. On the database lane."""
        enter_staff_room(self._journal, self._office(), pin)

    def health(self) -> KioskHealth:
        """How this kiosk is, as of now. On the printing lane."""
        self._failures.read()
        progress = self._program.progress
        given = self._program.lanes.database.run_and_wait(self._given_today)
        spooled = self._spool.report() if self._spool else None
        return KioskHealth(
            device_name=self._program.node.name,
            version=software_version(),
            printer=self._printer.condition(),
            online=progress.online,
            unsent=progress.unsent,
            last_contact=progress.last_contact,
            problem=progress.problem,
            slips_waiting=len(spooled.waiting) if spooled else 0,
            slips_unsure=len(spooled.unsure) if spooled else 0,
            numbers_today=given.numbers,
            ratings_today=given.ratings,
            failures=tuple(each.with_time() for each in self._failures.latest(SHOWN_FAILURES)),
            not_in_province=progress.not_in_province,
        )

    def print_test(self) -> None:
        """Prints a test slip with the time on it. EnvironmentFailure when it cannot. On the printing lane."""
        # Imported with the first print: what draws PDFs would slow every start.
        from shared.documents.trial_slip import render_trial_slip

        office = self._program.lanes.database.run_and_wait(self._office)
        slip = render_trial_slip(self._program.node.name, office.name, self._journal.now())
        self._printer.print_slip("in-thu", slip)

    def _given_today(self) -> GivenHere:
        with self._journal.reading() as reader:
            return given_here(reader, self._journal.device, midnight(business_date(self._journal.now())))

    def _office(self) -> Office:
        with self._journal.reading() as reader:
            return self._program.reference.read(reader.connection)
