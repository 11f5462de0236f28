"""Replication of one device: two loops that never stop trying, and one value that says where the data is safe.

`push_once` and `pull_once` do one exchange and answer how long to wait, so that everything can be tested without a
thread; `start` runs them on two. All work on the database goes through the program's own database lane.
"""

from __future__ import annotations

import logging
import threading
import time
import traceback
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Literal, TypeVar

from shared.failures import EnvironmentFailure, Failure, Sentence
from shared.journal.journal import Journal
from shared.journal.node import read_value, write_value
from shared.replication import log_marks, log_store
from shared.replication.database_lane import Database
from shared.replication.pulling import Pulling
from shared.replication.pushing import Pushing
from shared.replication.refusals import ServerRefused
from shared.replication.request_counters import RequestCounters, starts_after
from shared.replication.sender import OwnLog, Pace
from shared.replication.server_line import Line

LONG_POLL_SECONDS = 25
_SHORT_POLL_SECONDS = 1
_LOOK_AGAIN_SECONDS = 30.0
_CLOCK_WARNING = timedelta(minutes=2)
_STOP_SECONDS = 5.0
_CONTACT = "last_contact"
_KEEP_CONTACT_EVERY = timedelta(minutes=1)

Direction = Literal["push", "pull"]
T = TypeVar("T")
_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class SyncProgress:
    """Where the data is safe (tình trạng đồng bộ). `unsent`: events that only this machine has.

    `not_in_province`: events of this machine that the central server has not, as far as the office server has said;
    None when its server is the central one.
    `problem` is the sentence for people while something is wrong, None while all is well.
    """

    online: bool
    unsent: int
    last_contact: datetime | None
    problem: Sentence | None
    not_in_province: int | None = None


class Replicator:
    """Replicates `journal` over `line`.

    `report` is told the progress and `changed` that new data was committed, both on threads of the replicator.
    `chance` answers a number in [0, 1). An office server brings its own `pushing` and `pulling`.
    """

    def __init__(
        self,
        *,
        journal: Journal,
        line: Line,
        counters: RequestCounters,
        database: Database,
        chance: Callable[[], float],
        report: Callable[[SyncProgress], None],
        changed: Callable[[], None],
        pushing: Pushing | None = None,
        pulling: Pulling | None = None,
    ) -> None:
        self._journal = journal
        self._line = line
        self._counters = counters
        self._database = database
        self._chance = chance
        self._report = report
        self._changed = changed
        self._pushing = pushing or Pushing(journal, line.push, database)
        self._pulling = pulling or Pulling(journal, line, database)
        self._lock = threading.Lock()
        self._paces: dict[Direction, Pace] = self._database(self._read_paces)
        self._problems: dict[Direction, Sentence | None] = {"push": None, "pull": None}
        self._heard = False
        self._last_contact: datetime | None = self._database(self._read_contact)
        self._kept_contact = self._last_contact
        self._stopping = threading.Event()
        self._wake = threading.Event()
        self._hurry, self._all_sent, self._ask_now = threading.Event(), threading.Event(), threading.Event()
        self._threads: list[threading.Thread] = []

    def push_once(self) -> float | None:
        """One exchange upwards; answers the seconds to wait before the next, None to wait until there is something."""
        more = self._attempt("push", lambda: self._pushing.step(self._paces["push"]))
        if more is None:
            return self._paces["push"].wait_seconds(self._chance())
        return 0.0 if more else None

    def pull_once(self, wait_seconds: int = LONG_POLL_SECONDS) -> float:
        """One exchange downwards; answers the seconds to wait before the next."""
        pulled = self._attempt("pull", lambda: self._pulling.step(wait_seconds))
        if pulled is None:
            return self._paces["pull"].wait_seconds(self._chance())
        if pulled.restored:
            self._pushing.ask_again()
            self.wake()
        if pulled.changed:
            self._changed()
        return 0.0

    def start(self) -> None:
        """Runs both directions until `stop`."""
        for name, loop in (("push", self._push_loop), ("pull", self._pull_loop)):
            thread = threading.Thread(target=loop, name=f"replication-{name}", daemon=True)
            self._threads.append(thread)
            thread.start()

    def wake(self) -> None:
        """Says that something was committed here. May be called from any thread."""
        self._wake.set()

    def hurry(self, seconds: float) -> bool:
        """The server answers, as another question has shown: what is unsent goes now, however long it was to wait.

        Answers whether all of it has gone within `seconds`. From any thread but those of the lanes it needs.
        """
        self._all_sent.clear()
        self._hurry.set()
        self._wake.set()
        return self._all_sent.wait(seconds)

    def stop(self) -> None:
        """Ends both directions now, a long wait at the server too. Call it before the database lane is closed."""
        self._stopping.set()
        self._wake.set()
        self._ask_now.set()
        self._line.interrupt()
        for thread in self._threads:
            thread.join(_STOP_SECONDS)

    def progress(self) -> SyncProgress:
        """Where the data is safe, as of now."""
        unsent, not_in_province = self._database(self._count_unsent)
        with self._lock:
            failing = any(pace.failures for pace in self._paces.values())
            problem = self._problems["push"] or self._problems["pull"] or self._clock_problem()
            online = self._heard and not failing
            return SyncProgress(online, unsent, self._last_contact, problem, not_in_province)

    def _attempt(self, direction: Direction, step: Callable[[], T]) -> T | None:
        """`step`'s answer, or None after a failure, which sets the pace and the sentence."""
        try:
            answer = step()
        except Failure as failure:
            self._failed(direction, failure)
            return None
        except Exception as error:  # noqa: BLE001  # the boundary of the thread: replication must go on
            self._failed(direction, _fault(error))
            return None
        self._succeeded(direction)
        return answer

    def _succeeded(self, direction: Direction) -> None:
        with self._lock:
            failed_before = self._paces[direction].failures
            self._paces[direction] = self._paces[direction].after_success()
            self._problems[direction] = None
            self._heard = True
            self._last_contact = self._journal.now()
        if failed_before:
            self._keep_pace(direction)
            self._hurry_the_other(direction)
        self._keep_contact()
        self._tell()

    def _hurry_the_other(self, direction: Direction) -> None:
        """The line is back: the other direction need not wait out its time."""
        if direction == "push":
            self._ask_now.set()
        elif self._paces["push"].failures:
            self._hurry.set()
            self._wake.set()

    def _failed(self, direction: Direction, failure: Failure) -> None:
        if self._stopping.is_set():
            return
        if isinstance(failure, ServerRefused) and failure.last is not None:
            self._pass_counter(failure.last)
        with self._lock:
            self._paces[direction] = self._paces[direction].after_failure()
            self._problems[direction] = failure.sentence
        self._keep_pace(direction)
        self._tell()

    def _tell(self) -> None:
        if not self._stopping.is_set():
            with suppress(EnvironmentFailure):
                self._report(self.progress())

    def _clock_problem(self) -> Sentence | None:
        offset = self._journal.clock_offset
        if abs(offset) < _CLOCK_WARNING:
            return None
        return Sentence(
            "Đồng hồ của máy này sai so với máy chủ; giờ hẹn vẫn tính theo máy chủ. Hãy chỉnh lại đồng hồ.",
            "This machine's clock differs from the server's; promises follow the server. Please set the clock.",
        )

    def _count_unsent(self) -> tuple[int, int | None]:
        log = OwnLog(self._journal.office, self._journal.device, self._journal.epoch)
        with self._journal.reading() as reader:
            return log_store.unsent(reader.connection, log), log_marks.not_in_province(reader.connection, log)

    def _read_paces(self) -> dict[Direction, Pace]:
        with self._journal.reading() as reader:
            return {
                "push": Pace(failures=int(read_value(reader.connection, "push_failures") or "0")),
                "pull": Pace(failures=int(read_value(reader.connection, "pull_failures") or "0")),
            }

    def _keep_pace(self, direction: Direction) -> None:
        failures = self._paces[direction].failures

        def write() -> None:
            with self._journal.writing() as writer:
                write_value(writer.connection, f"{direction}_failures", str(failures))

        with suppress(EnvironmentFailure):
            self._database(write)

    def _read_contact(self) -> datetime | None:
        with self._journal.reading() as reader:
            kept = read_value(reader.connection, _CONTACT)
        return datetime.fromisoformat(kept) if kept else None

    def _keep_contact(self) -> None:
        """Remembers over a restart, to the minute, how old the data of this machine is."""
        now = self._last_contact
        if now is None or (self._kept_contact is not None and abs(now - self._kept_contact) < _KEEP_CONTACT_EVERY):
            return
        self._kept_contact = now

        def write() -> None:
            with self._journal.writing() as writer:
                write_value(writer.connection, _CONTACT, now.isoformat())

        with suppress(EnvironmentFailure):
            self._database(write)

    def _pass_counter(self, last_counter: int) -> None:
        """Goes on with higher request counters: those of this database are older than what the server has seen."""

        def write() -> int:
            with self._journal.writing() as writer:
                return starts_after(writer.connection, last_counter)

        with suppress(EnvironmentFailure):
            self._counters.raise_to(self._database(write))

    def _push_loop(self) -> None:
        self._wait_for_more(self._paces["push"].wait_seconds(self._chance()))
        while not self._stopping.is_set():
            wait = self.push_once()
            if wait is None:
                self._all_sent.set()
                self._wake.wait(_LOOK_AGAIN_SECONDS)
                self._wake.clear()
            else:
                self._wait_for_more(wait)

    def _wait_for_more(self, seconds: float) -> None:
        """Waits out the whole time, and tells meanwhile how much is waiting here."""
        until = time.monotonic() + seconds
        while (left := until - time.monotonic()) > 0 and not self._stopping.is_set() and not self._hurry.is_set():
            if self._wake.wait(left):
                self._wake.clear()
                self._tell()
        self._hurry.clear()

    def _pull_loop(self) -> None:
        wait = self._paces["pull"].wait_seconds(self._chance())
        while not self._stopping.is_set():
            if wait:
                self._ask_now.wait(wait)
                if self._stopping.is_set():
                    return
            self._ask_now.clear()
            # Until both sides agree about this device's log, it may turn out that it must ask for its own events.
            wait = self.pull_once(LONG_POLL_SECONDS if self._pushing.is_in_step else _SHORT_POLL_SECONDS)


def _fault(error: Exception) -> Failure:
    """A bug of ours, for the log without its message, which could hold data; people are told to call somebody."""
    frames = "".join(traceback.format_tb(error.__traceback__))
    _log.error("replication failed: %s\n%s", type(error).__name__, frames)
    return EnvironmentFailure(
        "replication_failed",
        "Việc đồng bộ gặp lỗi. Dữ liệu vẫn an toàn trên máy này và máy sẽ thử lại; hãy báo người quản trị.",
        "Replication failed. The data is safe on this machine and it will be tried again; tell the administrator.",
    )
