"""An office server's side towards the central one: what it writes and carries goes up, what others wrote comes down.

It is a device to the central server and a server to its building; both ways are those of every device. Only one process
of an office server may run this.
"""

from __future__ import annotations

import asyncio
import logging
import random
import secrets
from collections.abc import Callable, Sequence

from server.arrivals import Arrivals
from server.limits import Allowance, Limit
from server.offices import Offices
from server.refusals import HttpRefusal
from server.scans import Scans
from server.upstream.carried_scans import CarriedScans
from server.upstream.device_rows import keep_device_rows
from server.upstream.errands import Errands
from server.upstream.province_line import ProvinceLine
from server.writing_lane import WritingLane
from shared.failures import EnvironmentFailure
from shared.journal.event import Event
from shared.journal.journal import Writer, log_head
from shared.journal.node import LONGEST_LEAP
from shared.journal.read_model import milliseconds
from shared.replication.carried_logs import CarriedLogs
from shared.replication.enrolment_messages import EnrolmentAnswer, EnrolmentQuestion
from shared.replication.log_marks import follow_logs
from shared.replication.office_server_messages import DeviceRow
from shared.replication.pulling import Pulling
from shared.replication.pushing import Pushing
from shared.replication.refusals import ServerRefused
from shared.replication.replicator import Replicator, SyncProgress
from shared.replication.request_counters import begin_run
from shared.replication.server_line import ServerLine

_SET_BACK = Allowance(at_once=1, per_second=1 / 600)
_SELF = "self"
_log = logging.getLogger(__name__)
_PASSED_THROUGH = (403, 429)
"""What the central server says of a code is for the person at the new device."""


class Upstream:
    """Replicates the office of `offices` with the central server.

    Attributes: `progress`, where the data is safe; `scans`, the scans on their way, None without a place for them.
    """

    def __init__(
        self,
        offices: Offices,
        lane: WritingLane,
        arrivals: Arrivals,
        scans: Scans | None = None,
        chance: Callable[[], float] = random.random,
    ) -> None:
        node = offices.node
        self._journal = offices.journal(node.office)
        self._lane = lane
        self._arrivals = arrivals
        self._loop: asyncio.AbstractEventLoop | None = None
        with self._journal.writing() as writer:
            counters = begin_run(writer.connection)
            self._written_before, _ = log_head(writer.connection, node.office, node.device, node.epoch)
        self._set_back = Limit(_SET_BACK)
        self.line = ServerLine(node, counters)
        self._province = ProvinceLine(self.line)
        database = lane.run_and_wait
        self.scans = CarriedScans(self._journal, scans, self.line, database, chance) if scans else None
        run = secrets.token_hex(16)
        self._carried = CarriedLogs(self._journal, self.line.push, database, run, self._unknown_there)
        self.errands = Errands(self._journal, self._province, database, chance, self._entered)
        self._pushing = Pushing(self._journal, self.line.push, database, self._carried)
        self.replicator = Replicator(
            journal=self._journal,
            line=self.line,
            counters=counters,
            database=database,
            chance=chance,
            report=self._report,
            changed=self._changed,
            pushing=self._pushing,
            pulling=Pulling(self._journal, self.line, database, self._taken, run),
        )
        self.progress: SyncProgress = self.replicator.progress()
        arrivals.listen(self.replicator.wake)

    def start(self) -> None:
        """Begins to replicate; called in the event loop."""
        self._loop = asyncio.get_running_loop()
        self.replicator.start()
        self.errands.start()
        if self.scans:
            self.scans.start()

    def stop(self) -> None:
        """Ends both directions now. Call it before the writing lane is closed, and not in the event loop."""
        self._loop = None
        self.replicator.stop()
        self.errands.stop()
        if self.scans:
            self.scans.stop()
        self.line.close()

    def enrol(self, question: EnrolmentQuestion) -> EnrolmentAnswer:
        """Lets a device of the building in through the central server. 403, 429 from it; 503 `province_unreachable`."""
        try:
            answer = self._province.enrol(question)
        except ServerRefused as refused:
            if refused.status not in _PASSED_THROUGH:
                raise _no_enrolment_now() from refused
            sentence = refused.sentence
            raise HttpRefusal(refused.status, refused.reason, sentence.vi, sentence.en) from refused
        except EnvironmentFailure as failure:
            raise _no_enrolment_now() from failure
        self._lane.run_and_wait(lambda: self._keep(question, answer))
        return answer

    def set_back(self) -> None:
        """A device has read what this server has not: its database was set back, and it goes on as after a restore.

        At most once in ten minutes, for a device that is not honest could say so all the time. Not in the event loop.
        """
        if self._set_back.wait_for(_SELF):
            return
        _log.error("this server's database was set back, and not by the command restore; a new epoch begins")
        self._pushing.begin_anew(self._written_before, 1 + secrets.randbelow(LONGEST_LEAP))
        self._written_before = 0
        self.errands.list_again()
        self.replicator.wake()
        self._notice()

    def _keep(self, question: EnrolmentQuestion, answer: EnrolmentAnswer) -> None:
        with self._journal.writing() as writer:
            row = DeviceRow(
                device=answer.device,
                kind=question.kind,
                name=answer.name,
                public_key=question.public_key,
                index=answer.index,
                kiosk_index=answer.kiosk_index or None,
                enrolled_at=milliseconds(writer.now),
                revoked_at=None,
                server=self._journal.device,
            )
            keep_device_rows(writer.connection, writer.office, [row])

    def _taken(self, writer: Writer, events: Sequence[Event]) -> None:
        follow_logs(writer, events)
        self.errands.heard(events)

    def _unknown_there(self) -> None:
        """The central server may not know a device of this building: it was restored, or has not been told."""
        self.errands.list_again()

    def _entered(self) -> None:
        """The central server knows more devices of this building: their logs go up."""
        self._carried.ask_about_all()
        self.replicator.wake()

    def _changed(self) -> None:
        self.errands.wake()
        self._notice()

    def _report(self, progress: SyncProgress) -> None:
        self.progress = progress
        if self.scans:
            self.scans.copying.wake()
        self._notice()

    def _notice(self) -> None:
        """Wakes the building's long polls: something is new, or more is safe in the province."""
        loop = self._loop
        if loop is not None and not loop.is_closed():
            loop.call_soon_threadsafe(self._arrivals.look_again)


def upstream_of(offices: Offices, lane: WritingLane, arrivals: Arrivals, scans: Scans | None) -> Upstream | None:
    """The way to the central server, None when this is the central server itself."""
    return Upstream(offices, lane, arrivals, scans) if offices.node.server_url else None


def _no_enrolment_now() -> HttpRefusal:
    return HttpRefusal(
        503,
        "province_unreachable",
        "Chưa kết nối được máy chủ của tỉnh nên chưa đăng ký được thiết bị mới. Các máy đã đăng ký vẫn làm việc bình "
        "thường. Mã vẫn dùng được khi có mạng lại; nếu cần ngay, hãy xin một mã tạo tại máy chủ của bộ phận.",
        "The province's server cannot be reached, so its codes let nobody in now. The machines that are enrolled go on "
        "as usual. The code holds when the line is back; for a machine that is needed now, ask for a code made at the "
        "office server.",
    )
