"""What all pages of administration need: the office they are about, reading and changing it, and the page itself."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any, TypeVar
from urllib.parse import quote, urlencode

from fastapi import Request
from fastapi.responses import HTMLResponse, RedirectResponse, Response
from starlette.concurrency import run_in_threadpool

from server.administration.changes import Edit, change
from server.offices import Offices
from server.refusals import HttpRefusal
from server.signed_in.door import Door, SentElsewhere
from server.signed_in.form import Form
from server.signed_in.pages import Pages
from server.signed_in.rights import Right
from server.signed_in.visitor import Visitor
from server.signed_in.words import RoomWords
from server.writing_lane import WritingLane
from shared.clock import business_date
from shared.domain.office import Office
from shared.journal.journal import Reader, Writer

T = TypeVar("T")
ROOM = "/administration"
DONE = ("saved", "added", "removed", "put_back", "imported", "revoked", "nothing")
"""What a page may be asked to say has just been done: words of this room, never words of the address."""


@dataclass(frozen=True, slots=True)
class At:
    """A page about one office: who looks at it, which office, and the office's document as stored."""

    visitor: Visitor
    office: str
    known: Office

    def address(self, path: str, **query: object) -> str:
        """The address of a page of this room about the same office; `path` without the room ("lists/lines")."""
        values = {"office": self.office, **{name: value for name, value in query.items() if value not in (None, "")}}
        return f"{ROOM}/{quote(path)}?{urlencode(values)}"


@dataclass(frozen=True, slots=True)
class Changed:
    """The versions of the document before and after; the same when there was nothing to change."""

    before: int
    after: int


def done(at: At, path: str, what: str, changed: Changed) -> Response:
    """To the page `path`, which says what was done and offers to take it back."""
    if changed.before == changed.after:
        return go_to(at.address(path, done="nothing"))
    return go_to(at.address(path, done=what, undo=changed.before))


def go_to(address: str) -> Response:
    """To another page of this room, after a form."""
    return RedirectResponse(address, 303, {"Cache-Control": "no-store"})


def no_such_part() -> HttpRefusal:
    """The address names something that the office does not have."""
    return HttpRefusal(
        404,
        "no_such_part",
        "Không có mục này ở đơn vị đang chọn; có thể vừa được ngừng sử dụng. Hãy mở lại danh sách.",
        "The office has no such entry; it may just have been taken out of use. Open the list again.",
    )


class Desk:
    """Reads and changes offices for the pages of this room."""

    def __init__(self, offices: Offices, lane: WritingLane, door: Door) -> None:
        self.offices = offices
        self.door = door
        self._lane = lane
        self._pages = Pages(__package__)

    async def at(self, request: Request, right: Right = "edit_reference") -> At:
        """The office that the page is about. To the list of offices when none is chosen."""
        visitor, office = await self.door.at_office(request, right)
        return await self._at(visitor, office)

    async def form(self, request: Request, right: Right = "edit_reference") -> tuple[At, Form]:
        """The same for a form that was sent."""
        visitor, form, office = await self.door.form_at_office(request, right)
        return await self._at(visitor, office), form

    async def _at(self, visitor: Visitor, office: str) -> At:
        if not office:
            raise SentElsewhere(ROOM)
        known = await self.read(office, lambda reader: self.offices.reference(office).read_stored(reader.connection))
        return At(visitor, office, known)

    async def read(self, office: str, work: Callable[[Reader], T]) -> T:
        """What `work` reads of `office`, off the event loop."""

        def reading() -> T:
            with self.offices.journal(office).reading() as reader:
                return work(reader)

        return await run_in_threadpool(reading)

    async def write(self, office: str, work: Callable[[Writer], T]) -> T:
        """What `work` does to `office`, in one transaction."""

        def writing() -> T:
            with self.offices.journal(office).writing() as writer:
                return work(writer)

        return await self._lane.run(writing)

    async def run(self, work: Callable[[], T]) -> T:
        """What `work` writes in a transaction of its own."""
        return await self._lane.run(work)

    async def change(self, at: At, what: str, edit: Edit) -> Changed:
        """Changes the office by `edit`, under the office's lock."""
        reference = self.offices.reference(at.office)

        def work(writer: Writer) -> tuple[int, Office]:
            known = reference.read_stored(writer.connection)
            return known.version, change(writer, self.offices, at.visitor.actor, what, edit)

        was, later = await self.write(at.office, work)
        reference.remember(later)
        return Changed(was, later.version)

    def today(self) -> date:
        """The business date now."""
        return business_date(self.offices.clock.now())

    def words(self, visitor: Visitor) -> RoomWords:
        """The words of this room in the visitor's language."""
        return self._pages.words(visitor.language)

    def page(
        self, name: str, at: At, request: Request | None = None, *, status: int = 200, **shown: Any
    ) -> HTMLResponse:
        """The page `name` about the office; `request` tells what was just done."""
        said = request.query_params.get("done", "") if request else ""
        undo = request.query_params.get("undo", "") if request else ""
        return self._pages.page(
            name,
            at.visitor,
            office=at.office,
            status=status,
            here=at,
            done=said if said in DONE else "",
            undo=int(undo) if undo.isascii() and undo.isdigit() and len(undo) < 10 else 0,
            **shown,
        )

    def page_of_province(self, name: str, visitor: Visitor, *, status: int = 200, **shown: Any) -> HTMLResponse:
        """The page `name` about no single office."""
        return self._pages.page(name, visitor, status=status, **shown)
