"""What devices and their servers say to each other, as descriptions. Read and written by `shared.replication` alone."""

from __future__ import annotations

from typing import Any, Literal

from pydantic import AwareDatetime, BaseModel, Field

from shared.domain.machine import PrinterState
from shared.replication.enrolment_messages import EnrolledKind

_SHA256 = r"^[0-9a-f]{64}$"


class PersonalPart(BaseModel):
    """What is personal about an event, apart from it: the SHA-256 of the body, and the body."""

    hash: str = Field(pattern=_SHA256)
    body: str = Field(description="JSON with a salt; kiosks and boards never receive one")


class PushSent(BaseModel):
    """A stretch of one device's log. Without bodies it asks how far the server has the log."""

    office: str
    device: str
    epoch: int = Field(ge=1, lt=2**31)
    first_seq: int = Field(ge=1)
    previous: str = Field(description="SHA-256 of the event before the first, 64 zeros at the beginning of an epoch")
    bodies: list[str] = Field(description="The events, each the exact text that its device wrote")
    personal: list[PersonalPart]
    run: str | None = Field(None, description="The run of the office server that brings the log of one of its devices")


class SetAside(BaseModel):
    """An event that was not taken, and why; nothing after it was."""

    seq: int
    code: str


class PushTaken(BaseModel):
    """How far the server durably has the log; believe it only when `head` is the hash of your own event there."""

    code: Literal["taken", "gap", "fork"]
    device: str
    epoch: int
    durable_through: int
    head: str
    agrees: bool
    quarantined: list[SetAside]
    province: int | None = Field(None, description="How far the central server has it; null: this is that server")


class PullPage(BaseModel):
    """A page of what others wrote, in the order in which this server heard of it."""

    events: list[str]
    personal: list[PersonalPart]
    next: str = Field(description="The cursor to ask from")
    more: bool
    reference: int | None = Field(description="The version of newer reference data")
    server_time: AwareDatetime
    province: int | None = None


class ReferenceShown(BaseModel):
    """The office's reference data, without the staff for a kiosk or board."""

    version: int
    document: dict[str, Any]


class Press(BaseModel):
    """A press of the key "next". `lines` are the letters that the counter serves."""

    key: str = Field(min_length=1, max_length=200, description="One per press: the same key, the same answer for ever")
    counter: str = Field(min_length=1, max_length=200)
    desk: str = Field(min_length=1, max_length=200)
    officer: str = Field(min_length=1, max_length=200)
    lines: list[str] = Field(max_length=26)
    called_in: int | None = Field(
        None, ge=1, lt=2**31, description="The last call that the counter made by itself: its epoch …"
    )
    called_at: int | None = Field(
        None, ge=0, description="… and its number in the counter's log, so that none is called twice"
    )


class Called(BaseModel):
    """The event of the call as the server wrote it; null: nobody waits."""

    event: str | None
    personal: list[PersonalPart]


class LifeSign(BaseModel):
    """What a device says of itself. Nothing about anybody."""

    at: AwareDatetime
    version: str = Field(min_length=1, max_length=40)
    printer: PrinterState
    unsent: int = Field(ge=0)
    uptime: int = Field(ge=0, description="Seconds")
    slips_waiting: int = Field(ge=0)
    events: int = Field(ge=0)


class Noted(BaseModel):
    """It was kept."""

    code: Literal["taken"]


class ScansAsked(BaseModel):
    """Which files' pieces are asked about."""

    contents: list[str] = Field(max_length=200, description="SHA-256 of each file, in hex")


class ScanShown(BaseModel):
    """What the server has of a file."""

    content: str = Field(pattern=_SHA256)
    known: bool = Field(description="A fact that the server has names it")
    whole: bool = Field(description="Everything is here and verified")
    missing: list[int] = Field(description="Numbers of the pieces that are not here")


class ScansShown(BaseModel):
    """The states of files."""

    code: Literal["states"]
    scans: list[ScanShown]


class Asking(BaseModel):
    """A new device asks to be let in."""

    code: str = Field(description="The one-time code")
    public_key: str = Field(pattern=r"^[0-9a-fA-F]{64}$", description="Ed25519, hex")
    kind: EnrolledKind
    name: str = Field(max_length=100)


class LetIn(BaseModel):
    """Who the device is from now on."""

    office: str
    device: str
    index: int
    kiosk_index: int = Field(description="0 for what gives out no tickets")
    name: str
    reference_version: int


class DeviceShown(BaseModel):
    """A device of the office. Instants are Unix milliseconds."""

    device: str
    kind: str
    name: str
    public_key: str
    index: int
    kiosk_index: int | None
    enrolled_at: int
    revoked_at: int | None
    server: str | None = Field(description="The office server through which it was let in")


class DevicesShown(BaseModel):
    """Every device of the office."""

    devices: list[DeviceShown]


class ReserveAsked(BaseModel):
    """An office server asks for indexes to let devices in with, and tells whom it has let in."""

    epoch: int = Field(ge=0, lt=2**31, description="In which the office server writes")
    let_in: list[DeviceShown] = Field(max_length=200)


class ReservedShown(BaseModel):
    """A numbering index that lets one device in."""

    index: int
    kiosk_index: int | None = Field(description="Null for one that lets in no kiosk")


class ReserveShown(BaseModel):
    """All that is granted to the office server in its epoch and lets nobody in yet."""

    reserve: list[ReservedShown]


class LifeSignOf(BaseModel):
    """A sign of life of a device of the building."""

    device: str
    seconds_ago: int = Field(ge=0)
    heartbeat: str = Field(description="As the device sent it: JSON")


class LifeSigns(BaseModel):
    """Signs of life that an office server passes on."""

    heartbeats: list[LifeSignOf] = Field(max_length=200)


class Health(BaseModel):
    """The state of the server."""

    status: Literal["ok"]
    version: str
    database: str
    offices: int


class Ready(BaseModel):
    """Whether this process takes work."""

    status: Literal["ok", "leaving", "database"]
