"""What an office server does for its devices at the central one, beside replication: their list, their signs of life.

The list comes at the start, when something was administered there, and every ten minutes; with it whom this server has
let in by itself is told, and its reserve is filled. Signs of life go up once a minute, together. `run_once` makes one
round, so that everything can be tested without a thread.
"""

from __future__ import annotations

import logging
import threading
import time
import traceback
from collections.abc import Callable, Sequence
from datetime import datetime, timedelta

from sqlalchemy import func, select

from server.heartbeats import devices_seen
from server.upstream.building_reserve import keep_reserve
from server.upstream.device_rows import keep_device_rows, read_device_rows
from server.upstream.province_line import ProvinceLine
from shared.failures import EnvironmentFailure
from shared.journal import tables
from shared.journal.event import Event
from shared.journal.journal import Journal
from shared.replication.database_lane import Database
from shared.replication.heartbeat_messages import Heartbeat
from shared.replication.log_marks import count_unsent
from shared.replication.office_server_messages import MOST_HEARTBEATS, DeviceRow, PassedOn
from shared.replication.reserve_messages import MOST_LET_IN, Reserved, ReserveQuestion
from shared.replication.sender import Pace
from shared.replication.software_version import software_version

ROUND_SECONDS = 60.0
LIST_AGAIN_SECONDS = 600.0
_ADMINISTRATION = "administration."
_STOP_SECONDS = 5.0
_log = logging.getLogger(__name__)


class Errands:
    """Goes to the central server for the devices of `journal`'s office.

    `chance` answers a number in [0, 1); `entered` is told when the central server has entered a device of this one.
    """

    def __init__(
        self,
        journal: Journal,
        line: ProvinceLine,
        database: Database,
        chance: Callable[[], float],
        entered: Callable[[], None] = lambda: None,
    ) -> None:
        self._journal = journal
        self._line = line
        self._database = database
        self._chance = chance
        self._entered = entered
        self._begun = time.monotonic()
        self._listed_at: float | None = None
        self._list_wanted = threading.Event()
        self._passed_on: dict[str, datetime] = {}
        self._pace = Pace()
        self._stopping, self._wake = threading.Event(), threading.Event()
        self._thread: threading.Thread | None = None

    def heard(self, events: Sequence[Event]) -> None:
        """These events have come from the central server: somebody may have revoked a device there."""
        if any(event.kind.startswith(_ADMINISTRATION) for event in events):
            self._list_wanted.set()

    def wake(self) -> None:
        """Something has come from the central server and is committed: a list that is wanted is fetched now."""
        if self._list_wanted.is_set():
            self._wake.set()

    def list_again(self) -> None:
        """The list here and there may differ: a device was let in here, or the central server was restored."""
        self._list_wanted.set()
        self._wake.set()

    def run_once(self) -> float:
        """One round; answers the seconds until the next."""
        try:
            if self._wants_list():
                self._list_wanted.clear()
                self._fetch_list()
            self._pass_on()
        except EnvironmentFailure:
            self._list_wanted.set()
            self._pace = self._pace.after_failure()
            return self._pace.wait_seconds(self._chance())
        self._pace = Pace()
        return ROUND_SECONDS

    def start(self) -> None:
        """Goes round until `stop`."""
        self._thread = threading.Thread(target=self._loop, name="errands", daemon=True)
        self._thread.start()

    def stop(self) -> None:
        """Ends now. Interrupt the line first."""
        self._stopping.set()
        self._wake.set()
        if self._thread is not None:
            self._thread.join(_STOP_SECONDS)

    def _wants_list(self) -> bool:
        listed_at = self._listed_at
        old = listed_at is None or time.monotonic() - listed_at >= LIST_AGAIN_SECONDS
        return old or self._list_wanted.is_set()

    def _fetch_list(self) -> None:
        listed = self._keep_list()
        unlisted, epoch = self._database(lambda: (self._let_in_here(listed), self._journal.epoch))
        reserve = self._line.reserve(ReserveQuestion(epoch, unlisted[:MOST_LET_IN]))
        self._database(lambda: self._keep_reserve(epoch, reserve))
        if unlisted and self._keep_list() & {row.device for row in unlisted}:
            self._entered()
        self._listed_at = time.monotonic()

    def _keep_list(self) -> set[str]:
        rows = self._line.devices()
        self._database(lambda: self._keep(rows))
        return {row.device for row in rows}

    def _keep(self, rows: Sequence[DeviceRow]) -> None:
        with self._journal.writing() as writer:
            keep_device_rows(writer.connection, writer.office, rows)

    def _let_in_here(self, listed: set[str]) -> tuple[DeviceRow, ...]:
        with self._journal.reading() as reader:
            rows = read_device_rows(reader.connection, reader.office)
        return tuple(row for row in rows if row.server == self._journal.device and row.device not in listed)

    def _keep_reserve(self, epoch: int, reserve: Sequence[Reserved]) -> None:
        """An answer to an epoch before says nothing: this database was set back since."""
        if self._journal.epoch == epoch:
            with self._journal.writing() as writer:
                keep_reserve(writer, self._journal.device, epoch, reserve)

    def _pass_on(self) -> None:
        now = self._journal.clock.now()
        seen, own = self._database(lambda: self._said(now))
        news = {device: at for device, (at, _) in seen.items() if self._passed_on.get(device) != at}
        passed_on = [PassedOn(device, _seconds(now - at), seen[device][1]) for device, at in news.items()]
        for start in range(0, len(passed_on) or 1, MOST_HEARTBEATS - 1):
            self._line.pass_on([own, *passed_on[start : start + MOST_HEARTBEATS - 1]])
        self._passed_on.update(news)

    def _said(self, now: datetime) -> tuple[dict[str, tuple[datetime, Heartbeat]], PassedOn]:
        """The last sign of life of each device, with when it came, and this server's own."""
        event, office = tables.event, self._journal.office
        with self._journal.reading() as reader:
            connection = reader.connection
            devices = devices_seen(connection, office)
            own = select(func.max(event.c.seq)).where(
                event.c.office == office, event.c.device == self._journal.device, event.c.epoch == self._journal.epoch
            )
            heartbeat = Heartbeat(
                at=now,
                version=software_version(),
                printer="unknown",
                unsent=count_unsent(connection, office),
                uptime=int(time.monotonic() - self._begun),
                slips_waiting=0,
                events=connection.execute(own).scalar() or 0,
            )
        seen = {device.id: (device.seen_at, device.said) for device in devices if device.seen_at and device.said}
        return seen, PassedOn(self._journal.device, 0, heartbeat)

    def _loop(self) -> None:
        while not self._stopping.is_set():
            try:
                wait = self.run_once()
            except Exception as error:  # noqa: BLE001  # the boundary of the thread: the round must go on
                frames = "".join(traceback.format_tb(error.__traceback__))
                _log.error("errands failed: %s\n%s", type(error).__name__, frames)  # never its message
                wait = ROUND_SECONDS
            self._wake.wait(wait)
            self._wake.clear()


def _seconds(age: timedelta) -> int:
    return max(0, int(age.total_seconds()))
