"""How a device is doing (tình trạng thiết bị), judged from its last sign of life: for commands and for pages."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import Connection

from server.heartbeats import DeviceSeen, devices_seen
from shared.clock import local
from shared.domain.machine import NEEDS_HANDS
from shared.domain.office import Office

SILENT_AFTER = timedelta(minutes=5)


@dataclass(frozen=True, slots=True)
class DevicesTogether:
    """The devices of one office in all: how many there are, were heard of just now, and what they have not sent.

    `seen_at`: when the last of them was heard of, None when none ever was. `versions`: of their programs, latest first.
    """

    there: int
    alive: int
    unsent: int
    need_hands: int
    seen_at: datetime | None
    versions: tuple[str, ...]


def is_silent(device: DeviceSeen, office: Office, now: datetime) -> bool:
    """Whether nothing was heard of `device` for five minutes of a working session, in which it should be on."""
    if device.revoked or not _is_open(office, now):
        return False
    return device.seen_at is None or now - device.seen_at > SILENT_AFTER


def needs_hands(device: DeviceSeen) -> bool:
    """Whether somebody of the office should go to its printer."""
    return not device.revoked and device.said is not None and device.said.printer in NEEDS_HANDS


def devices_together(connection: Connection, office: str, now: datetime) -> DevicesTogether:
    """The devices of `office` that may speak for it, in all."""
    return together([device for device in devices_seen(connection, office) if not device.revoked], now)


def together(devices: Iterable[DeviceSeen], now: datetime) -> DevicesTogether:
    """The same of devices that are known already."""
    listed = list(devices)
    said = [device.said for device in listed if device.said is not None]
    heard = [device.seen_at for device in listed if device.seen_at is not None]
    return DevicesTogether(
        there=len(listed),
        alive=sum(now - seen_at <= SILENT_AFTER for seen_at in heard),
        unsent=sum(each.unsent for each in said),
        need_hands=sum(needs_hands(device) for device in listed),
        seen_at=max(heard, default=None),
        versions=tuple(sorted({each.version for each in said}, reverse=True)),
    )


def _is_open(office: Office, now: datetime) -> bool:
    """Whether `now` is in a session that began before a device would count as silent."""
    today = local(now).date()
    if not office.calendar.covers_from <= today <= office.calendar.covers_to:
        return False
    sessions = office.calendar.sessions_on(today)
    return any(session.opens(today) + SILENT_AFTER <= now < session.closes(today) for session in sessions)
