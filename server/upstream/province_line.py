"""The office server's line to the central one: replication as any device has it, and questions about its devices."""

from __future__ import annotations

import threading
from collections.abc import Sequence

from shared.replication.enrolment_messages import (
    EnrolmentAnswer,
    EnrolmentQuestion,
    enrolment_to_bytes,
    read_enrolment_answer,
)
from shared.replication.http_transport import Outgoing
from shared.replication.office_server_messages import (
    DEVICES_PATH,
    HEARTBEATS_PATH,
    OFFICE_SERVER_ENROLMENT_PATH,
    DeviceRow,
    PassedOn,
    heartbeats_to_bytes,
    read_devices,
)
from shared.replication.refusals import answer_unreadable
from shared.replication.reserve_messages import (
    RESERVE_PATH,
    Reserved,
    ReserveQuestion,
    read_reserve,
    reserve_question_to_bytes,
)
from shared.replication.server_line import ServerLine


class ProvinceLine:
    """The questions about devices, one at a time, from any thread. Every call may raise EnvironmentFailure."""

    def __init__(self, line: ServerLine) -> None:
        self._line = line
        self._lock = threading.Lock()

    def devices(self) -> tuple[DeviceRow, ...]:
        """Every device of the office."""
        body = self._ask(Outgoing("GET", DEVICES_PATH))
        try:
            return read_devices(body)
        except ValueError as problem:
            raise answer_unreadable() from problem

    def enrol(self, question: EnrolmentQuestion) -> EnrolmentAnswer:
        """Lets a device of the building in."""
        body = self._ask(Outgoing("POST", OFFICE_SERVER_ENROLMENT_PATH, enrolment_to_bytes(question)))
        try:
            return read_enrolment_answer(body)
        except ValueError as problem:
            raise answer_unreadable() from problem

    def reserve(self, question: ReserveQuestion) -> tuple[Reserved, ...]:
        """Tells whom this server has let in by itself, and asks for what it has in reserve."""
        body = self._ask(Outgoing("POST", RESERVE_PATH, reserve_question_to_bytes(question)))
        try:
            return read_reserve(body)
        except ValueError as problem:
            raise answer_unreadable() from problem

    def pass_on(self, heartbeats: Sequence[PassedOn]) -> None:
        """Passes signs of life on."""
        self._ask(Outgoing("POST", HEARTBEATS_PATH, heartbeats_to_bytes(heartbeats)))

    def _ask(self, outgoing: Outgoing) -> bytes:
        with self._lock:
            return self._line.ask("line", outgoing).body
