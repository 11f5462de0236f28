"""A device's sign of life (tín hiệu thiết bị): once a minute, and at once when its printer's state changes."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import get_args

from shared.domain.machine import PrinterState
from shared.journal.event import to_json
from shared.replication.wire import read_fields

HEARTBEAT_PATH = "/api/heartbeat"
LONGEST_HEARTBEAT_BYTES = 2048
LONGEST_VERSION = 40

_PRINTER_STATES: tuple[PrinterState, ...] = get_args(PrinterState)


@dataclass(frozen=True, slots=True)
class Heartbeat:
    """What a device says of itself (tình trạng thiết bị). Nothing about anybody.

    `at`: by its own clock; `unsent`: events that only it has; `uptime`: seconds since its program started;
    `slips_waiting`: slips accepted and not printed; `events`: how many it has written in its present epoch.
    """

    at: datetime
    version: str
    printer: PrinterState
    unsent: int
    uptime: int
    slips_waiting: int
    events: int


def heartbeat_to_bytes(heartbeat: Heartbeat) -> bytes:
    """The body of the request that tells it."""
    return to_json(
        {
            "at": heartbeat.at.isoformat(),
            "version": heartbeat.version,
            "printer": heartbeat.printer,
            "unsent": heartbeat.unsent,
            "uptime": heartbeat.uptime,
            "slips_waiting": heartbeat.slips_waiting,
            "events": heartbeat.events,
        }
    )


def read_heartbeat(data: bytes) -> Heartbeat:
    """The sign of life that `data` holds; ValueError for anything else, and for a version that is empty or too long."""
    fields = read_fields(data)
    version, said = fields.text("version"), fields.text("printer")
    printer = next((state for state in _PRINTER_STATES if state == said), None)
    if printer is None or not 0 < len(version) <= LONGEST_VERSION or not version.isprintable():
        raise ValueError("no such printer's state, or a version that is none")
    return Heartbeat(
        at=fields.instant("at"),
        version=version,
        printer=printer,
        unsent=fields.natural("unsent"),
        uptime=fields.natural("uptime"),
        slips_waiting=fields.natural("slips_waiting"),
        events=fields.natural("events"),
    )
