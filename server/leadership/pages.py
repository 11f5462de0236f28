"""The leaders' page and the lists behind its numbers, for whoever may see the figures of an office or the province."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from urllib.parse import urlencode

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse, Response
from starlette.concurrency import run_in_threadpool

from server.leadership.drawings import Drawings
from server.leadership.ledger import OLDEST_SHOWN, SOON, Counting, Ledger
from server.leadership.lists import PER_PAGE, Asked, DossierList, Listed, What, dossier_list, what_of
from server.leadership.periods import CHOICES, Choice, chosen_period
from server.leadership.stuck import stuck_dossiers
from server.leadership.view import ORDERS, Order, order_of, overview, short_names
from server.offices import Offices
from server.signed_in.accounts_pages import page_number
from server.signed_in.door import Door
from server.signed_in.pages import Pages
from server.signed_in.visitor import Visitor
from server.signed_in.words import RoomWords
from server.writing_lane import WritingLane
from shared.clock import business_date
from shared.domain.office_names import office_names
from shared.domain.reports.sheet import Share, cell_text
from shared.journal.engine import one_view

PATH = "/leadership"
LIST_PATH = "/leadership/dossiers"

LOOK_AGAIN_SECONDS = 2
"""After which the page that says that figures are being counted asks for them again."""


@dataclass(frozen=True, slots=True)
class _Look:
    """What an address asks for."""

    office: str
    choice: Choice
    order: Order = "late"

    def address(self, **other: str) -> str:
        """The page with something changed: `office`, `period`, `sort`."""
        asked = {"office": self.office, "period": self.choice, "sort": self.order} | other
        return f"{PATH}?{urlencode({name: value for name, value in asked.items() if value})}"

    def behind(self, what: What, office: str = "", field: str = "", period: str = "", page: int = 1) -> str:
        """The list of the dossiers that are counted as `what`."""
        asked = {"office": office or self.office, "period": period or self.choice, "what": what, "field": field}
        numbered = asked | ({"page": str(page)} if page > 1 else {})
        return f"{LIST_PATH}?{urlencode({name: value for name, value in numbered.items() if value})}"


class Leadership:
    """`/leadership` and what belongs to it."""

    def __init__(self, offices: Offices, lane: WritingLane, door: Door) -> None:
        self._offices = offices
        self._door = door
        self._pages = Pages(__package__)
        self._ledger = Ledger(offices, lane)
        self.looked_after = self._ledger.looked_after

    def router(self) -> APIRouter:
        """The addresses."""
        router = APIRouter(include_in_schema=False, default_response_class=HTMLResponse)
        router.add_api_route(PATH, self.show, methods=["GET"])
        router.add_api_route(LIST_PATH, self.look_behind, methods=["GET"])
        return router

    async def show(self, request: Request) -> Response:
        """How the office does, or the province with all its offices. 202 while the figures are being counted."""
        visitor, office = await self._door.at_office(request, "see_figures")
        query, now = request.query_params, self._offices.clock.now()
        choice, period = chosen_period(query.get("period", ""), business_date(now))
        names = _names(visitor, office)
        words, look = self._pages.words(visitor.language), _Look(office, choice, order_of(query.get("sort", "")))
        oldest = SOON if "update" in query else OLDEST_SHOWN
        shown = await self._ledger.shown_soon(list(names), period.so_far(now), oldest)
        if isinstance(shown, Counting):
            return self._being_counted(visitor, look, shown, list(names))
        return await run_in_threadpool(
            lambda: self._pages.page(
                "leadership",
                visitor,
                office=office,
                keep=("period", "sort"),
                view=overview(shown, names, look.order, now),
                period=period,
                counted_at=shown.oldest,
                is_over=shown.period.until is None,
                look=look,
                periods=[(look.address(period=each), words(f"period_{each}"), each == choice) for each in CHOICES],
                orders=[
                    (f"{look.address(sort=each)}#offices", words(f"order_{each}"), each == look.order)
                    for each in ORDERS
                ],
                draw=Drawings(words),
                share=partial(_share, words),
                share_of=lambda part, whole: _share(words, part / whole if whole else None),
                heard=partial(_heard, words, now),
                minutes=lambda span: round(span.total_seconds() / 60),
            )
        )

    def _being_counted(self, visitor: Visitor, look: _Look, counting: Counting, names: Sequence[str]) -> Response:
        """The page for as long as the figures are being counted; it asks for them again by itself, without a script."""
        share = 100 * counting.ready // counting.wanted
        answer = self._pages.page(
            "counting", visitor, office=look.office, status=202, offices=names, share=share, look=look
        )
        answer.headers["Refresh"] = f"{LOOK_AGAIN_SECONDS}; url={look.address()}"
        return answer

    async def look_behind(self, request: Request) -> Response:
        """The dossiers behind a number."""
        visitor, office = await self._door.at_office(request, "see_figures")
        query, now = request.query_params, self._offices.clock.now()
        choice, period = chosen_period(query.get("period", ""), business_date(now))
        what, page = what_of(query.get("what", "")), page_number(query.get("page", ""))
        field = query.get("field") or None
        names = _names(visitor, office)

        def read() -> tuple[DossierList, list[tuple[Listed, str, str]]]:
            stuck = [(name, each) for name in names for each in self._stuck(name)] if what == "stuck" else []
            asked = Asked(list(names), what, period.so_far(now), field, stuck)
            with one_view(self._offices.engine) as connection:
                found = dossier_list(connection, asked, page, now)
            return found, self._with_places(found, words)

        words, look = self._pages.words(visitor.language), _Look(office, choice)
        found, rows = await run_in_threadpool(read)
        behind = partial(look.behind, what, field=field or "")
        return self._pages.page(
            "dossiers",
            visitor,
            office=office,
            found=found,
            rows=rows,
            what=what,
            field=field,
            names=short_names(names) if len(names) > 1 else {},
            period=period.so_far(now),
            first=(page - 1) * PER_PAGE + 1,
            number=Drawings(words).number,
            newer=behind(page=page - 1) if page > 1 else "",
            older=behind(page=page + 1) if page * PER_PAGE < found.total else "",
            back=look.address(),
        )

    def _stuck(self, office: str) -> tuple[str, ...]:
        with self._offices.journal(office).reading() as reader:
            known = self._offices.reference(office).read(reader.connection)
            return stuck_dossiers(reader, known, self._offices.clock.now())

    def _with_places(self, found: DossierList, words: RoomWords) -> list[tuple[Listed, str, str]]:
        """Each with its stage and with where the paper is, in words."""
        units = {}
        for office in {each.office for each in found.dossiers}:
            with self._offices.journal(office).reading() as reader:
                units[office] = office_names(self._offices.reference(office).read(reader.connection))
        rows = []
        for each in found.dossiers:
            holder, receiver = each.holder, each.transit_to
            unit = words.of(units[each.office].unit(receiver or holder))
            place = words("on_way_to", unit=unit) if receiver else unit
            rows.append((each, words(f"stage_{each.stage}"), place[:1].upper() + place[1:]))
        return rows


def _names(visitor: Visitor, office: str) -> dict[str, str]:
    """The offices that the page is about, with their names."""
    ids = [office] if office else [each.id for each in visitor.choices]
    return {each: visitor.office_name(each) for each in ids}


def _heard(words: RoomWords, now: datetime, instant: datetime | None) -> str:
    """When an office was last heard of: the time of today, or the day."""
    if instant is None:
        return words("never")
    today = business_date(instant) == business_date(now)
    return words.clock(instant) if today else words.short(instant)


def _share(words: RoomWords, value: float | None) -> str:
    return cell_text(None if value is None else Share(value), words.language)
