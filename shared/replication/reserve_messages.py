"""How an office server gets numbering indexes beforehand, and tells whom it has let in with them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from shared.journal.event import to_json
from shared.replication.office_server_messages import DeviceRow, device_to_json, read_device
from shared.replication.wire import read_fields

RESERVE_PATH = "/api/office-server/reserve"
MOST_LET_IN = 200
LONGEST_RESERVE_BYTES = 256 * 1024
HIGHEST_EPOCH = 2**31 - 1


@dataclass(frozen=True, slots=True)
class Reserved:
    """A numbering index of the reserve (số thứ tự để sẵn). `kiosk_index`: None for one that lets in no kiosk."""

    index: int
    kiosk_index: int | None


@dataclass(frozen=True, slots=True)
class ReserveQuestion:
    """An office server in `epoch` asks for its reserve and tells of devices that it let in and that are not listed."""

    epoch: int
    let_in: tuple[DeviceRow, ...]


def reserve_question_to_bytes(question: ReserveQuestion) -> bytes:
    """The body of the request."""
    return to_json({"epoch": question.epoch, "let_in": [device_to_json(row) for row in question.let_in]})


def read_reserve_question(data: bytes) -> ReserveQuestion:
    """The question that `data` holds; ValueError for anything else, or too many devices."""
    fields = read_fields(data)
    epoch, rows = fields.natural("epoch"), fields.objects("let_in")
    if epoch > HIGHEST_EPOCH or len(rows) > MOST_LET_IN:
        raise ValueError("no epoch or too many devices")
    return ReserveQuestion(epoch, tuple(read_device(row) for row in rows))


def reserve_to_bytes(reserve: Sequence[Reserved]) -> bytes:
    """The body of the answer: all that is granted to the office server in its epoch and lets nobody in yet."""
    return to_json({"reserve": [{"index": each.index, "kiosk_index": each.kiosk_index} for each in reserve]})


def read_reserve(data: bytes) -> tuple[Reserved, ...]:
    """The reserve in an answer."""
    return tuple(
        Reserved(each.natural("index"), each.optional_natural("kiosk_index"))
        for each in read_fields(data).objects("reserve")
    )
