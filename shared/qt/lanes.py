"""The lanes of a desktop program: the GUI thread never waits for a disk or a network.

Work goes in as a callable and runs on the lane's one worker; its frozen result comes back on the GUI thread. There are
four: `database` (every read and write of this process), `line` (questions to the server that a person waits for),
`printing` (a printer that is jammed holds up nobody but itself) and `files` (reading, sealing and painting scans, which
may lie in a folder of the network).
Tests hand in an executor that they drain by hand.
"""

from __future__ import annotations

import logging
import traceback
import uuid
from collections.abc import Callable
from concurrent.futures import Executor, ThreadPoolExecutor
from typing import Any, TypeVar

from PySide6.QtCore import QObject, Qt, Signal, Slot

from shared.failures import Failure, ProgrammingFault, Refusal

T = TypeVar("T")
Failed = Callable[[Failure], None]

_log = logging.getLogger(__name__)


def fault_of(error: BaseException) -> ProgrammingFault:
    """A bug as people are told about it: a number to quote, while the stack (never the message) goes to the log."""
    number = uuid.uuid4().hex[:6].upper()
    frames = "".join(traceback.format_tb(error.__traceback__))
    _log.error("fault %s: %s\n%s", number, type(error).__name__, frames)
    return ProgrammingFault(
        number,
        f"Chương trình gặp lỗi (mã {number}). Những gì đã lưu vẫn an toàn; xin thử lại hoặc báo người quản trị.",
        f"The program made a mistake (number {number}). What was saved is safe; try again or tell the administrator.",
    )


class Lane(QObject):
    """One worker; `submit` hands it work and brings the answer back to the GUI thread.

    Signals: `troubled` with the Failure when something did not work that no rule forbade; `_arrived` carries a finished
    piece of work from the worker to the GUI thread.
    """

    troubled = Signal(object)
    _arrived = Signal(object)

    def __init__(self, name: str, executor: Executor | None = None) -> None:
        super().__init__()
        self._executor = executor or ThreadPoolExecutor(max_workers=1, thread_name_prefix=name)
        self._open = True
        self._arrived.connect(self._deliver, Qt.ConnectionType.QueuedConnection)

    def submit(self, work: Callable[[], T], done: Callable[[T], None], failed: Failed) -> None:
        """Runs `work` on this lane, then `done` with its answer, or `failed`, on the GUI thread."""
        if self._open:
            self._executor.submit(self._run, work, done, failed)

    def run_and_wait(self, work: Callable[[], T]) -> T:
        """Runs `work` on this lane and waits for it: for other lanes, never for the GUI thread."""
        return self._executor.submit(work).result()

    def close(self) -> None:
        """Finishes what was begun and takes no more."""
        self._open = False
        self._executor.shutdown(wait=True, cancel_futures=True)

    def _run(self, work: Callable[[], Any], done: Callable[[Any], None], failed: Failed) -> None:
        try:
            answer = work()
        except Refusal as refusal:
            self._hand_over(lambda refusal=refusal: failed(refusal))  # type: ignore[misc]
        except Failure as failure:
            self._hand_over(lambda failure=failure: self._fail(failed, failure))  # type: ignore[misc]
        except Exception as error:  # noqa: BLE001  # the boundary where our bugs become a number to quote
            fault = fault_of(error)
            self._hand_over(lambda: self._fail(failed, fault))
        else:
            self._hand_over(lambda: done(answer))

    def _fail(self, failed: Failed, failure: Failure) -> None:
        self.troubled.emit(failure)
        failed(failure)

    def _hand_over(self, delivery: Callable[[], None]) -> None:
        if self._open:
            self._arrived.emit(delivery)

    @Slot(object)
    def _deliver(self, delivery: Callable[[], None]) -> None:
        if self._open:
            delivery()


class Lanes:
    """The lanes of one program."""

    def __init__(
        self,
        database: Lane | None = None,
        line: Lane | None = None,
        printing: Lane | None = None,
        files: Lane | None = None,
    ) -> None:
        self.database = database or Lane("database")
        self.line = line or Lane("line")
        self.printing = printing or Lane("printing")
        self.files = files or Lane("files")

    def close(self) -> None:
        """Closes all, the database last."""
        self.line.close()
        self.printing.close()
        self.files.close()
        self.database.close()
