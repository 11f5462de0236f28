"""Who calls: the signature of a device's request, its revocation, and that no request is ever played back."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from fastapi import Request
from sqlalchemy import Connection, Engine, bindparam, select, update
from starlette.concurrency import run_in_threadpool

from server.refusals import HttpRefusal
from shared.journal import tables
from shared.journal.asking import ask
from shared.journal.engine import failures_in_words
from shared.journal.inserting import insert_new, upsert
from shared.journal.journal import Writer
from shared.replication.signing import (
    COUNTER_HEADER,
    DEVICE_HEADER,
    HIGHEST_COUNTER,
    LANE_HEADER,
    OFFICE_HEADER,
    SIGNATURE_HEADER,
    Caller,
    Lane,
    PublicKey,
    Signable,
)

CALLER_KEY = "motcua.caller"
"""Where the scope of a request on a signed address says who claims to call; in an answer without a failure it is so."""


@dataclass(frozen=True, slots=True)
class Known:
    """A device as it was enrolled (thiết bị đã đăng ký); neither its key nor its kind ever changes."""

    key: PublicKey
    kind: str


@dataclass(frozen=True, slots=True)
class Identified:
    """A request that the named device has signed. Whether it may act now is said by `admit`."""

    caller: Caller
    kind: str


_REVOKED_AT = select(tables.device.c.revoked_at).where(
    tables.device.c.office == bindparam("office"), tables.device.c.device == bindparam("device")
)
_LAST_COUNTER = select(tables.request_counter.c.last).where(
    tables.request_counter.c.office == bindparam("office"),
    tables.request_counter.c.device == bindparam("device"),
    tables.request_counter.c.lane == bindparam("lane"),
)
_OF_DEVICES = (
    select(tables.device.c.device, tables.device.c.revoked_at, tables.request_counter.c.last)
    .select_from(
        tables.device.outerjoin(
            tables.request_counter,
            (tables.request_counter.c.office == tables.device.c.office)
            & (tables.request_counter.c.device == tables.device.c.device)
            & (tables.request_counter.c.lane == bindparam("lane")),
        )
    )
    .where(
        tables.device.c.office == bindparam("office"),
        tables.device.c.device.in_(bindparam("devices", expanding=True)),
    )
)
_RAISE_COUNTER = (
    update(tables.request_counter)
    .where(
        tables.request_counter.c.office == bindparam("of_office"),
        tables.request_counter.c.device == bindparam("of_device"),
        tables.request_counter.c.lane == bindparam("of_lane"),
        tables.request_counter.c.last < bindparam("counter"),
    )
    .values(last=bindparam("counter"))
)


class Callers:
    """Identifies the devices of this server's offices. Used from one event loop."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._known: dict[tuple[str, str], Known] = {}

    async def identify(self, signable: Signable, signature: str) -> Identified:
        """Who signed `signable`. 401 `unknown_device`, `signature_wrong`."""
        key = (signable.caller.office, signable.caller.device)
        known = self._known.get(key)
        if known is None:
            known = self._known[key] = await run_in_threadpool(self._read, signable.caller)
        if not known.key.has_signed(signable, signature):
            raise _signature_wrong()
        return Identified(signable.caller, known.kind)

    def _read(self, caller: Caller) -> Known:
        table = tables.device
        query = select(table.c.public_key, table.c.kind).where(
            table.c.office == caller.office, table.c.device == caller.device
        )
        with failures_in_words(), self._engine.begin() as connection:
            row = connection.execute(query).one_or_none()
        if row is None:
            raise HttpRefusal(
                401,
                "unknown_device",
                "Thiết bị này chưa được đăng ký với máy chủ. Hãy đăng ký lại bằng mã mới.",
                "This device is not enrolled with the server. Enrol it again with a new code.",
            )
        return Known(PublicKey(str(row[0])), str(row[1]))


def signable_of(request: Request, body: bytes, lane: Lane) -> tuple[Signable, str]:
    """What the headers of `request` say was signed, and the signature. 401 `signature_wrong` if they are incomplete."""
    headers = request.headers
    counter = headers.get(COUNTER_HEADER, "")
    digits = counter.isascii() and counter.isdigit() and len(counter) <= 19
    if not digits or int(counter) > HIGHEST_COUNTER or headers.get(LANE_HEADER) != lane:
        raise _signature_wrong()
    caller = Caller(headers.get(OFFICE_HEADER, ""), headers.get(DEVICE_HEADER, ""), lane, int(counter))
    request.scope[CALLER_KEY] = caller
    path: bytes = request.scope["raw_path"] or b""
    query: bytes = request.scope["query_string"]
    target = (path + b"?" + query if query else path).decode("latin-1")
    return Signable(request.method, target, body, caller), headers.get(SIGNATURE_HEADER, "")


def admit(connection: Connection, caller: Caller) -> None:
    """Counts the request, in the transaction of its effect. 401 `device_revoked`, `request_replayed`."""
    refusal = refusal_of(connection, caller)
    if refusal is not None:
        raise refusal


def refuse_revoked(connection: Connection, caller: Caller) -> None:
    """401 `device_revoked`, also for a request that was let in and has waited since."""
    if connection.execute(_REVOKED_AT, {"office": caller.office, "device": caller.device}).scalar() is not None:
        raise _device_revoked()


def refusal_of(connection: Connection, caller: Caller) -> HttpRefusal | None:
    """Counts the request; answers why it may not act, None when it may."""
    where = {"office": caller.office, "device": caller.device}
    if connection.execute(_REVOKED_AT, where).scalar() is not None:
        return _device_revoked()
    if _count(connection, caller):
        return None
    return _request_replayed(connection.execute(_LAST_COUNTER, {**where, "lane": caller.lane}).scalar() or 0)


def refusals_of(writer: Writer, callers: Sequence[Caller]) -> list[HttpRefusal | None]:
    """The same for several requests of one office on one lane: under the office's lock it reads, then writes."""
    where = {
        "office": callers[0].office,
        "devices": list({caller.device for caller in callers}),
        "lane": callers[0].lane,
    }
    revoked: set[str] = set()
    last: dict[str, int] = {}
    for device, revoked_at, counter in ask(writer.connection, _OF_DEVICES, where):
        if revoked_at is not None:
            revoked.add(device)
        last[device] = counter or 0
    refusals: list[HttpRefusal | None] = []
    for caller in callers:
        if caller.device in revoked:
            refusals.append(_device_revoked())
        elif caller.counter <= last.get(caller.device, 0):
            refusals.append(_request_replayed(last[caller.device]))
        else:
            last[caller.device] = caller.counter
            refusals.append(None)
    counted = {caller.device: caller for caller, refusal in zip(callers, refusals, strict=True) if refusal is None}
    if counted:
        rows = [_row(caller) for caller in counted.values()]
        writer.before_commit(lambda connection: upsert(connection, tables.request_counter, rows))
    return refusals


def _row(caller: Caller) -> dict[str, object]:
    return {"office": caller.office, "device": caller.device, "lane": caller.lane, "last": caller.counter}


def _device_revoked() -> HttpRefusal:
    return HttpRefusal(
        401,
        "device_revoked",
        "Thiết bị này đã bị thu hồi quyền kết nối. Hãy liên hệ người quản trị.",
        "This device has been revoked. Please contact the administrator.",
    )


def _request_replayed(last: int) -> HttpRefusal:
    return HttpRefusal(
        401,
        "request_replayed",
        "Máy chủ đã nhận yêu cầu này trước đó.",
        "The server has seen this request before.",
        last=last,
    )


def _count(connection: Connection, caller: Caller) -> bool:
    """Raises the highest counter seen to the caller's; False when it is not higher."""
    row = {
        "of_office": caller.office,
        "of_device": caller.device,
        "of_lane": caller.lane,
        "counter": caller.counter,
    }
    if connection.execute(_RAISE_COUNTER, row).rowcount == 1:
        return True
    insert_new(connection, tables.request_counter, [{**_row(caller), "last": 0}])
    return connection.execute(_RAISE_COUNTER, row).rowcount == 1


def _signature_wrong() -> HttpRefusal:
    return HttpRefusal(
        401,
        "signature_wrong",
        "Chữ ký của yêu cầu không đúng.",
        "The signature of the request is wrong.",
    )
