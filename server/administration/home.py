"""Where administration begins: the offices of the province, and what there is to do in one of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Protocol

from fastapi import APIRouter, Request
from fastapi.responses import Response
from starlette.concurrency import run_in_threadpool

from server.administration.desk import ROOM, Desk
from server.device_state import DevicesTogether, devices_together
from server.signed_in.visitor import Visitor
from shared.domain.office import Office, procedures_on

_PER_PAGE = 50
TASKS = (
    ("staff", "people"),
    ("devices", "ticket"),
    ("lists/counters", "reception"),
    ("procedures", "document"),
    ("calendar", "calendar"),
    ("history", "clock"),
)
"""What people come for on most days, each with its picture."""
GROUPS = (
    ("group_lines", ("lists/lines", "office/tickets", "lists/priority-groups", "office/board", "lists/notices")),
    ("group_fees", ("lists/fees", "office/bank", "lists/forms", "lists/form-texts")),
    ("group_units", ("lists/departments", "lists/units", "lists/postal-times")),
    ("group_office", ("office/identity", "office/deadlines", "office/handovers")),
)
"""What is set up once, by what belongs together; each page is named by the words `page_<address>`."""


@dataclass(frozen=True, slots=True)
class OfficeRow:
    """One office in the list (đơn vị): its devices, what they have not sent, and when one was last heard of."""

    id: str
    name: str
    version: int
    devices: DevicesTogether


class Home:
    """The first pages of the room."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def router(self) -> APIRouter:
        """The route."""
        router = APIRouter(include_in_schema=False)
        router.add_api_route(ROOM, self.begin, methods=["GET"])
        return router

    async def begin(self, request: Request) -> Response:
        """The office's menu; the list of offices when none is chosen."""
        visitor, office = await self._desk.door.at_office(request, "edit_reference")
        if not office:
            return await self._offices(visitor, request)
        at = await self._desk.at(request)
        counts = _counts(at.known, self._desk.today())
        return self._desk.page("office", at, request, tasks=TASKS, groups=GROUPS, counts=counts)

    async def _offices(self, visitor: Visitor, request: Request) -> Response:
        names = await run_in_threadpool(self._desk.offices.names)
        wanted = request.query_params.get("q", "").strip()[:80]
        found = [name for name in visitor.offices(names) if _fits(visitor, name, wanted)]
        page = max(1, min(_number(request.query_params.get("page", "1")), -(-len(found) // _PER_PAGE) or 1))
        shown = found[(page - 1) * _PER_PAGE : page * _PER_PAGE]
        rows = await run_in_threadpool(self._rows, visitor, shown)
        return self._desk.page_of_province(
            "offices",
            visitor,
            rows=rows,
            found=len(found),
            wanted=wanted,
            page=page,
            pages=-(-len(found) // _PER_PAGE) or 1,
            may_add=visitor.may("edit_offices"),
        )

    def _rows(self, visitor: Visitor, names: list[str]) -> list[OfficeRow]:
        marks, now = self._desk.offices.marks(), self._desk.offices.clock.now()
        return [
            OfficeRow(name, visitor.office_name(name), marks[name].reference, self._together(name, now))
            for name in names
        ]

    def _together(self, office: str, now: datetime) -> DevicesTogether:
        with self._desk.offices.journal(office).reading() as reader:
            return devices_together(reader.connection, office, now)


class _Dated(Protocol):
    @property
    def valid_to(self) -> date | None: ...


def _not_over(parts: Sequence[_Dated], today: date) -> int:
    return sum(each.valid_to is None or each.valid_to >= today for each in parts)


def _fits(visitor: Visitor, office: str, wanted: str) -> bool:
    return not wanted or wanted.casefold() in f"{office} {visitor.office_name(office)}".casefold()


def _number(text: str) -> int:
    return int(text) if text.isascii() and text.isdigit() and len(text) < 7 else 1


def _counts(known: Office, today: date) -> dict[str, int]:
    """How many there are today of what has a list; of dated parts those that are not over."""
    return {
        "lists/lines": len(known.lines),
        "lists/counters": len(known.counters),
        "lists/priority-groups": len(known.priority_groups),
        "lists/notices": _not_over(known.board.notices, today),
        "lists/departments": len(known.departments),
        "lists/units": len(known.other_units),
        "lists/postal-times": _not_over(known.postal_times, today),
        "lists/fees": _not_over(known.fee_rules, today),
        "lists/forms": _not_over(known.form_versions, today),
        "lists/form-texts": _not_over(known.form_texts, today),
        "procedures": len(procedures_on(known, today)),
        "staff": len(known.staff),
        "devices": len(known.devices),
    }
