"""Each slip once (hàng in): what was accepted is printed, and what may have been printed is not printed again.

A slip waits on the disk until its printing begins. After a power cut at any point, one that waited is printed at the
next start if it is young enough; one that was being printed is reported as unsure; a printed one stays printed. Where
the disk fails the slip is printed all the same: paper matters more than the spool.
"""

from __future__ import annotations

import uuid
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

from shared.clock import Clock, business_date
from shared.devices.printer import Printer
from shared.devices.printer_failures import CAME_OUT_IN_PART
from shared.devices.spool_folder import SlipState, SpoolFolder
from shared.devices.spooled_slip import SpooledSlip
from shared.failures import EnvironmentFailure, Refusal, Sentence

YOUNG = timedelta(minutes=10)
"""Whoever took a number longer ago than this is not standing at the kiosk any more."""

_SPOOL_FAILED = Sentence(
    "Không ghi được hàng in trên đĩa; phiếu vẫn được in trực tiếp. Xin kiểm tra dung lượng đĩa.",
    "The print spool on the disk cannot be written; slips are printed directly. Check the room on the disk.",
)


@dataclass(frozen=True, slots=True)
class SpoolReport:
    """How the spool is (tình trạng hàng in). Slips oldest first; `last_failure` is None after a print that went well.

    `unsure`: a part may have come out; `failed`: nothing came out. Only `reprint` prints either.
    """

    waiting: tuple[SpooledSlip, ...]
    unsure: tuple[SpooledSlip, ...]
    failed: tuple[SpooledSlip, ...]
    last_failure: Sentence | None


class PrintSpool:
    """The durable spool of one printer. One worker thread of one process calls it; the disk is first touched there."""

    def __init__(
        self, folder: Path, printer: Printer, clock: Clock, new_id: Callable[[], str] = lambda: uuid.uuid4().hex
    ) -> None:
        self._slips = SpoolFolder(folder)
        self._printer = printer
        self._clock = clock
        self._new_id = new_id
        self._unspooled: dict[str, tuple[str, bytes]] = {}
        self._beside_the_disk: set[str] = set()
        self._swept: date | None = None
        self._last_failure: Sentence | None = None

    def accept(self, job_id: str, name: str, pdf: bytes) -> bool:
        """Takes a slip to be printed; durable when this returns. False when this job was accepted before (that day).

        Never fails: where the disk does, the slip is kept in memory until `run` or `print_next` and that is reported.
        """
        self._tidy_once_a_day()
        if job_id in self._beside_the_disk:
            return False
        try:
            return self._slips.put(SpooledSlip(job_id, name, self._clock.now()), pdf)
        except OSError:
            self._last_failure = _SPOOL_FAILED
            self._unspooled[job_id] = (name, pdf)
            self._beside_the_disk.add(job_id)
            return True

    def run(self, job_id: str) -> bool:
        """Prints the accepted slip; False when it is not waiting (printed, tried or unknown).

        The printer's EnvironmentFailure comes through; then the slip waits no more, and only `reprint` prints it.
        """
        self._tidy_once_a_day()
        if job_id in self._unspooled:
            name, pdf = self._unspooled.pop(job_id)
            self._print(name, pdf)
            self._last_failure = _SPOOL_FAILED
            return True
        slip = next((each for each in self._waiting() if each.job_id == job_id), None)
        return slip is not None and self._run_waiting(slip)

    def print_next(self) -> str | None:
        """Prints the oldest waiting slip that is young enough and answers its job; None when none waits.

        A program calls this at its start until nothing waits: those are the slips that a power cut held up. Those
        older than ten minutes are set aside as failed. The printer's EnvironmentFailure comes through.
        """
        self._tidy_once_a_day()
        unspooled = next(iter(self._unspooled), None)
        if unspooled is not None and self.run(unspooled):
            return unspooled
        for slip in self._waiting():
            if abs(self._clock.now() - slip.accepted_at) >= YOUNG:
                self._move(slip.job_id, "waiting", "failed")
            elif self._run_waiting(slip):
                return slip.job_id
        return None

    def reprint(self, job_id: str) -> str:
        """Accepts the slip of `job_id` once more as a new job and answers that, for `run`. Refusal `no_such_slip`."""
        self._tidy_once_a_day()
        for state in ("unsure", "failed", "printed"):
            slip = next((each for each in self._listed(state) if each.job_id == job_id), None)
            if slip is not None:
                return self._accept_again(slip, state)
        raise _no_such_slip()

    def forget_unsure(self, job_id: str) -> None:
        """Staff have looked: the slip is in somebody's hand, it counts as printed. Nothing when it is not unsure."""
        if any(slip.job_id == job_id for slip in self._listed("unsure")):
            self._move(job_id, "unsure", "printed")

    def report(self) -> SpoolReport:
        """What waits, what did not come out or perhaps not whole, and what went wrong last."""
        self._tidy_once_a_day()
        waiting, unsure, failed = self._waiting(), self._listed("unsure"), self._listed("failed")
        return SpoolReport(waiting, unsure, failed, self._last_failure)

    def _accept_again(self, slip: SpooledSlip, state: SlipState) -> str:
        job_id = self._new_id()
        try:
            pdf = self._slips.pdf_of(slip.job_id, state)
        except OSError as problem:
            self._last_failure = _SPOOL_FAILED
            raise _no_such_slip() from problem
        self.accept(job_id, slip.name, pdf)
        if state == "unsure":
            self._move(slip.job_id, "unsure", "printed")
        return job_id

    def _run_waiting(self, slip: SpooledSlip) -> bool:
        try:
            pdf = self._slips.pdf_of(slip.job_id, "waiting")
        except OSError:
            self._last_failure = _SPOOL_FAILED
            return False
        spooled = self._move(slip.job_id, "waiting", "printing")
        if not spooled:
            self._beside_the_disk.add(slip.job_id)
        try:
            self._print(slip.name, pdf)
        except EnvironmentFailure as failure:
            self._move(slip.job_id, "printing", "unsure" if failure.code == CAME_OUT_IN_PART else "failed")
            raise
        if not (self._move(slip.job_id, "printing", "printed") and spooled):
            self._last_failure = _SPOOL_FAILED
        return True

    def _print(self, name: str, pdf: bytes) -> None:
        try:
            self._printer.print_slip(name, pdf)
        except EnvironmentFailure as failure:
            self._last_failure = failure.sentence
            raise
        self._last_failure = None

    def _tidy_once_a_day(self) -> None:
        """At the first call and on every new day: what an ended process was printing becomes unsure, old files go."""
        today = business_date(self._clock.now())
        if self._swept == today:
            return
        self._swept = today
        for slip in self._listed("printing"):
            self._move(slip.job_id, "printing", "unsure")
        try:
            self._slips.sweep(self._clock.now())
        except OSError:
            self._last_failure = _SPOOL_FAILED

    def _waiting(self) -> tuple[SpooledSlip, ...]:
        """Those that really wait: a slip that the disk would not move on was printed where it lay."""
        return tuple(slip for slip in self._listed("waiting") if slip.job_id not in self._beside_the_disk)

    def _listed(self, state: SlipState) -> tuple[SpooledSlip, ...]:
        try:
            slips = self._slips.slips(state)
        except OSError:
            self._last_failure = _SPOOL_FAILED
            return ()
        return slips

    def _move(self, job_id: str, before: SlipState, after: SlipState) -> bool:
        try:
            self._slips.move(job_id, before, after)
        except OSError:
            self._last_failure = _SPOOL_FAILED
            return False
        return True


def _no_such_slip() -> Refusal:
    return Refusal(
        "no_such_slip",
        "Phiếu này không còn trong hàng in nên không in lại được. Xin lấy số mới.",
        "This slip is no longer in the print spool and cannot be printed again. Please take a new number.",
    )
