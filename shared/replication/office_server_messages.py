"""What an office server and the central server say to each other about the devices of the building."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from shared.journal.event import to_json
from shared.replication.heartbeat_messages import Heartbeat, heartbeat_to_bytes, read_heartbeat
from shared.replication.signing import is_public_key
from shared.replication.wire import Fields, read_fields

OFFICE_SERVER_ENROLMENT_PATH = "/api/office-server/enrolment"
DEVICES_PATH = "/api/office-server/devices"
HEARTBEATS_PATH = "/api/office-server/heartbeats"
MOST_HEARTBEATS = 200
LONGEST_HEARTBEATS_BYTES = 512 * 1024


@dataclass(frozen=True, slots=True)
class DeviceRow:
    """A device as the central server keeps it (thiết bị). Instants are Unix milliseconds; `server`: the office server
    through which it was let in, None when it speaks to the central one itself."""

    device: str
    kind: str
    name: str
    public_key: str
    index: int
    kiosk_index: int | None
    enrolled_at: int
    revoked_at: int | None
    server: str | None


@dataclass(frozen=True, slots=True)
class PassedOn:
    """A sign of life that an office server passes on (tín hiệu chuyển tiếp): of which device, how many seconds ago."""

    device: str
    seconds_ago: int
    heartbeat: Heartbeat


def devices_to_bytes(devices: Sequence[DeviceRow]) -> bytes:
    """The body of the answer with every device of the office."""
    return to_json({"devices": [device_to_json(device) for device in devices]})


def read_devices(data: bytes) -> tuple[DeviceRow, ...]:
    """The devices in an answer."""
    return tuple(read_device(fields) for fields in read_fields(data).objects("devices"))


def heartbeats_to_bytes(passed_on: Sequence[PassedOn]) -> bytes:
    """The body of the request that passes signs of life on."""
    return to_json(
        {
            "heartbeats": [
                {
                    "device": each.device,
                    "seconds_ago": each.seconds_ago,
                    "heartbeat": heartbeat_to_bytes(each.heartbeat).decode(),
                }
                for each in passed_on
            ]
        }
    )


def read_heartbeats(data: bytes) -> tuple[PassedOn, ...]:
    """The signs of life that `data` holds; ValueError when one is none, or there are too many."""
    found = read_fields(data).objects("heartbeats")
    if len(found) > MOST_HEARTBEATS:
        raise ValueError("too many signs of life")
    return tuple(
        PassedOn(each.text("device"), each.natural("seconds_ago"), read_heartbeat(each.text("heartbeat").encode()))
        for each in found
    )


def device_to_json(device: DeviceRow) -> dict[str, object]:
    """A device as it stands in a message."""
    return {
        "device": device.device,
        "kind": device.kind,
        "name": device.name,
        "public_key": device.public_key,
        "index": device.index,
        "kiosk_index": device.kiosk_index,
        "enrolled_at": device.enrolled_at,
        "revoked_at": device.revoked_at,
        "server": device.server,
    }


def read_device(fields: Fields) -> DeviceRow:
    """The device in a message; ValueError when it is none."""
    public_key = fields.text("public_key")
    if not is_public_key(public_key):
        raise ValueError("no key")
    return DeviceRow(
        device=fields.text("device"),
        kind=fields.text("kind"),
        name=fields.text("name"),
        public_key=public_key,
        index=fields.natural("index"),
        kiosk_index=fields.optional_natural("kiosk_index"),
        enrolled_at=fields.natural("enrolled_at"),
        revoked_at=fields.optional_natural("revoked_at"),
        server=fields.optional_text("server"),
    )
