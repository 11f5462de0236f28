"""The audit in the browser: what was changed by whom, who read personal data, and reading it for a stated reason."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any, TypeVar
from urllib.parse import urlencode

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse, Response
from starlette.concurrency import run_in_threadpool

from server.offices import Offices
from server.signed_in.account import PROVINCE
from server.signed_in.account_store import names_of_accounts
from server.signed_in.accounts_pages import page_number
from server.signed_in.audit import (
    PER_PAGE,
    Applicant,
    Period,
    actors,
    changes,
    names_of_machines,
    personal_reads,
    read_applicant,
    readers_of_personal,
)
from server.signed_in.audit_view import actor_in_words, applicant_view, derive_change
from server.signed_in.door import Door
from server.signed_in.form import Form
from server.signed_in.pages import Pages
from server.signed_in.visitor import Visitor
from server.writing_lane import WritingLane
from shared.clock import FIRST_YEAR, LAST_YEAR
from shared.domain.office_names import office_names
from shared.failures import Refusal
from shared.journal.dossier_queries import is_code_taken
from shared.journal.journal import Reader

T = TypeVar("T")

AUDIT_PATH = "/audit"
READS_PATH = "/audit/reads"
PERSONAL_PATH = "/audit/personal"


class AuditPages:
    """What was done, for those who may see it."""

    def __init__(self, offices: Offices, lane: WritingLane, door: Door) -> None:
        self._offices = offices
        self._lane = lane
        self._door = door
        self._pages = Pages(__package__)

    def router(self) -> APIRouter:
        """The routes."""
        router = APIRouter(include_in_schema=False, default_response_class=HTMLResponse)
        router.add_api_route(AUDIT_PATH, self.show_changes, methods=["GET"])
        router.add_api_route(READS_PATH, self.show_reads, methods=["GET"])
        router.add_api_route(PERSONAL_PATH, self.ask_personal, methods=["GET"])
        router.add_api_route(PERSONAL_PATH, self.show_personal, methods=["POST"])
        return router

    async def show_changes(self, request: Request) -> Response:
        """The changes of the office; without one those of the province itself."""
        visitor, office = await self._door.at_office(request, "see_audit")
        query = request.query_params
        period, who = period_of(query), query.get("who", "")
        before = query.get("before", "")
        below = int(before) if before.isascii() and before.isdigit() and len(before) < 19 else None
        words = self._pages.words(visitor.language)

        def read(reader: Reader) -> Mapping[str, Any]:
            found, further = changes(reader, period, who, below)
            known = self._offices.reference(office).read_stored(reader.connection) if office else None
            staff = office_names(known).staff if known else {}
            names = {**names_of_machines(reader), **staff, **names_of_accounts(reader.connection)}
            older = _address(AUDIT_PATH, office, period, who, before=further) if further else ""
            return {
                "changes": [derive_change(each, names, known, words) for each in found],
                "actors": [(each, actor_in_words(each, names, words)) for each in actors(reader)],
                "older": older,
                "newer": _address(AUDIT_PATH, office, period, who) if below is not None else "",
            }

        shown = await self._read(office, read)
        return self._page("audit", visitor, office, **shown, period=period, who=who)

    async def show_reads(self, request: Request) -> Response:
        """Who has read personal data of the office."""
        visitor, office = await self._door.at_office(request, "see_audit")
        query = request.query_params
        period, who, page = period_of(query), query.get("who", ""), page_number(query.get("page", ""))
        words = self._pages.words(visitor.language)

        def read(reader: Reader) -> Mapping[str, Any]:
            found, more = personal_reads(reader, period, who, (page - 1) * PER_PAGE)
            names = names_of_accounts(reader.connection)
            return {
                "reads": [(each, actor_in_words(each.actor, names, words)) for each in found],
                "actors": [(each, actor_in_words(each, names, words)) for each in readers_of_personal(reader)],
                "older": _address(READS_PATH, office, period, who, page=page + 1) if more else "",
                "newer": _address(READS_PATH, office, period, who, page=page - 1) if page > 1 else "",
            }

        shown = await self._read(office, read)
        return self._page("reads", visitor, office, **shown, period=period, who=who)

    async def ask_personal(self, request: Request) -> Response:
        """The form: which dossier, and why."""
        visitor, office = await self._door.at_office(request, "read_personal")
        return self._personal_page(visitor, office)

    async def show_personal(self, request: Request) -> Response:
        """Writes down who looks at what and why, then shows it. The code comes in the body: addresses are kept."""
        visitor, form, office = await self._door.form_at_office(request, "read_personal")
        code, reason = form.text("code"), form.text("reason")
        at = office or await run_in_threadpool(self._office_of, code)

        def look() -> Applicant:
            id_ = self._offices.identities.subject()
            with self._offices.journal(at).writing() as writer:
                return read_applicant(writer, visitor.actor, code, reason, id_)

        try:
            shown = await self._lane.run(look)
        except Refusal as refusal:
            return self._personal_page(visitor, office, form, refusal)
        words = self._pages.words(visitor.language)
        return self._page("personal", visitor, office, shown=shown, rows=applicant_view(shown, words))

    def _office_of(self, code: str) -> str:
        """The office of a dossier, for people of the province who have not said it; "" when none has it."""
        for name in self._offices.names():
            with self._offices.journal(name).reading() as reader:
                if is_code_taken(reader, code):
                    return name
        return PROVINCE

    async def _read(self, office: str, read: Callable[[Reader], T]) -> T:
        def reading() -> T:
            with self._offices.journal(office).reading() as reader:
                return read(reader)

        return await run_in_threadpool(reading)

    def _personal_page(
        self, visitor: Visitor, office: str, form: Form | None = None, refusal: Refusal | None = None
    ) -> Response:
        failure = refusal.sentence if refusal else None
        return self._page(
            "ask_personal", visitor, office, 422 if refusal else 200, form=form or Form(), failure=failure
        )

    def _page(self, name: str, visitor: Visitor, office: str, status: int = 200, **shown: Any) -> Response:
        tabs = self._tabs(visitor, office)
        return self._pages.page(
            name, visitor, office=office, status=status, tabs=tabs, is_province=office == PROVINCE, **shown
        )

    def _tabs(self, visitor: Visitor, office: str) -> list[tuple[str, str, bool]]:
        words = self._pages.words(visitor.language)
        at = f"?{urlencode({'office': office})}" if office else ""
        paths = [(AUDIT_PATH, "audit_changes"), (READS_PATH, "audit_reads")]
        if visitor.may("read_personal", office or visitor.account.office):
            paths.append((PERSONAL_PATH, "audit_personal"))
        return [(path + at, words(name), path == visitor.path) for path, name in paths]


def period_of(query: Mapping[str, str]) -> Period:
    """The days in an address; what is no day is left open."""
    return Period(_day(query.get("from", "")), _day(query.get("to", "")))


def _day(text: str) -> date | None:
    try:
        day = date.fromisoformat(text)
    except ValueError:
        return None
    return day if FIRST_YEAR <= day.year <= LAST_YEAR else None


def _address(path: str, office: str, period: Period, who: str, **further: object) -> str:
    fields = {
        "office": office,
        "from": period.first.isoformat() if period.first else "",
        "to": period.last.isoformat() if period.last else "",
        "who": who,
        **further,
    }
    return f"{path}?{urlencode({name: value for name, value in fields.items() if value})}"
