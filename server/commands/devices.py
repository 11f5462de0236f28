"""`devices`: the office's devices, when each was last heard of, and what it said of itself."""

from __future__ import annotations

import argparse
import json
from collections.abc import Sequence
from datetime import datetime
from typing import TYPE_CHECKING

from server.administration.changes import COMMAND
from server.administration.devices import REASONS, revoke
from server.commands.options import add_command, add_office, opened_office
from server.device_state import is_silent, needs_hands
from server.heartbeats import DeviceSeen, devices_seen
from shared.clock import local
from shared.domain.machine import PrinterState
from shared.domain.office import Office

if TYPE_CHECKING:
    from server.commands.options import Subcommands

_HEADINGS = (
    "",
    "LOẠI / KIND",
    "TÊN / NAME",
    "LẦN CUỐI / LAST SEEN",
    "MÁY IN / PRINTER",
    "CHƯA GỬI / UNSENT",
    "VERSION",
)
_PRINTERS: dict[PrinterState, str] = {
    "ready": "sẵn sàng / ready",
    "paper_low": "sắp hết giấy / paper low",
    "paper_out": "hết giấy / out of paper",
    "cover_open": "mở nắp / cover open",
    "offline": "không kết nối / offline",
    "failed": "báo lỗi / failed",
    "unknown": "-",
}


def add_to(commands: Subcommands) -> None:
    """Adds the command."""
    command = add_command(
        commands,
        "devices",
        "các thiết bị và tín hiệu cuối; dấu ! là cần xem / the devices and their last sign of life; ! needs a look",
        run,
    )
    add_office(command)
    revoking = add_command(
        command.add_subparsers(metavar="PART"),
        "revoke",
        "thu hồi một thiết bị, không hoàn tác được / revoke a device for good",
        run_revoke,
    )
    add_office(revoking)
    revoking.add_argument("device", metavar="ID", help="mã thiết bị / id of the device")
    revoking.add_argument("--reason", choices=REASONS, required=True, help="lý do / why")
    revoking.add_argument("--by", required=True, help="ai yêu cầu / who asks for it")
    command.add_argument("--json", action="store_true", help="cho chương trình khác đọc / for other programs")


def run(chosen: argparse.Namespace) -> int:
    """Prints a line a device, or the same as JSON."""
    with opened_office(chosen) as (offices, office), offices.journal(office).reading() as reader:
        devices = devices_seen(reader.connection, office)
        known = offices.reference(office).read(reader.connection)
        now = offices.clock.now()
    if chosen.json:
        print(json.dumps([_json(device, known, now) for device in devices], ensure_ascii=False, indent=1))
    else:
        _print_table([_HEADINGS, *(_row(device, known, now) for device in devices)])
    return 0


def run_revoke(chosen: argparse.Namespace) -> int:
    """Revokes the device. Refusals `no_such_device`, `at_the_province`."""
    with opened_office(chosen) as (offices, office), offices.journal(office).writing() as writer:
        revoke(writer, offices, COMMAND, chosen.device, chosen.reason, chosen.by.strip())
    print(f"{chosen.device}: đã thu hồi / revoked")
    return 0


def seen_in_words(seen_at: datetime | None, now: datetime) -> str:
    """When a device was last heard of, as people say it."""
    if seen_at is None:
        return "chưa bao giờ / never"
    minutes = int((now - seen_at).total_seconds() // 60)
    if minutes < 1:
        return "vừa xong / just now"
    if minutes < 60:
        return f"{minutes} phút trước / min ago"
    if minutes < 24 * 60:
        return f"{minutes // 60} giờ trước / h ago"
    return f"{local(seen_at):%d/%m/%Y %H:%M}"


def _row(device: DeviceSeen, office: Office, now: datetime) -> tuple[str, ...]:
    said = device.said
    printer = said.printer if said else "unknown"
    mark = "!" if is_silent(device, office, now) or needs_hands(device) else ""
    return (
        mark,
        device.kind,
        device.name,
        "đã thu hồi / revoked" if device.revoked else seen_in_words(device.seen_at, now),
        _PRINTERS[printer],
        str(said.unsent) if said else "-",
        said.version if said else "-",
    )


def _json(device: DeviceSeen, office: Office, now: datetime) -> dict[str, object]:
    said = device.said
    return {
        "id": device.id,
        "kind": device.kind,
        "name": device.name,
        "index": device.index,
        "revoked": device.revoked,
        "last_seen": device.seen_at.isoformat() if device.seen_at else None,
        "silent": is_silent(device, office, now),
        "printer": said.printer if said else None,
        "unsent": said.unsent if said else None,
        "slips_waiting": said.slips_waiting if said else None,
        "events": said.events if said else None,
        "uptime": said.uptime if said else None,
        "version": said.version if said else None,
    }


def _print_table(rows: Sequence[Sequence[str]]) -> None:
    widths = [max(len(row[column]) for row in rows) for column in range(len(_HEADINGS))]
    for row in rows:
        print("  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip())
