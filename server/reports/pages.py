"""The pages of the reports: choose, look, look behind a number, take away as a file."""

from __future__ import annotations

from datetime import date, datetime
from functools import partial
from typing import TYPE_CHECKING, TypeVar
from urllib.parse import urlencode

from fastapi import APIRouter, Request, Response
from sqlalchemy import Connection
from starlette.concurrency import run_in_threadpool

from server.offices import Offices
from server.reports.catalogue import REPORT_NAMES, REPORTS, Report, ReportCode, make_report, report_code
from server.reports.drill import MOST, dossiers_behind
from server.reports.files import CONTENT_TYPES, FILE_KINDS, file_kind, file_name, file_of
from server.reports.freshness_words import freshness_sentences
from server.reports.places import Place, Places
from server.signed_in.door import Door
from server.signed_in.pages import HEADERS, Pages
from server.signed_in.visitor import Visitor
from server.signed_in.words import RoomWords
from shared.clock import business_date
from shared.domain.reports.form_07a import COLUMNS, HEADINGS, Column
from shared.domain.reports.period import Period, month_of, period_from, quarter_of, year_of
from shared.domain.reports.sheet import Line, cell_text, is_number
from shared.failures import Refusal
from shared.journal.engine import one_view

if TYPE_CHECKING:
    from collections.abc import Callable

_T = TypeVar("_T")

_FIRST_SOLVED, _FIRST_OPEN = 9, 13
_MONTHS, _QUARTERS, _YEARS = 24, 8, 3
_DRILLS: frozenset[ReportCode] = frozenset({"07a"})
_KEPT = ("report", "period", "first", "last")
"""What stays when somebody looks at another office."""
_FIRST_COUNT = 2
"""The place of column (3) in a row of Biểu 07a, after its number and name."""


class ReportPages:
    """`/reports` and what belongs to it, for whoever may see the reports of an office or of the province."""

    def __init__(self, offices: Offices, door: Door) -> None:
        self._offices = offices
        self._door = door
        self._pages = Pages(__package__)
        self._places = Places()

    def router(self) -> APIRouter:
        """The addresses."""
        router = APIRouter(include_in_schema=False)
        router.add_api_route("/reports", self.show, methods=["GET"])
        router.add_api_route("/reports/file", self.download, methods=["GET"])
        router.add_api_route("/reports/dossiers", self.look_behind, methods=["GET"])
        return router

    async def show(self, request: Request) -> Response:
        """A report on the screen; of this month, and why, when there is none of the period that was asked for."""
        visitor, office = await self._door.at_office(request, "see_reports")
        words = self._pages.words(visitor.language)
        try:
            period, refused = self._period(request), ""
        except Refusal as refusal:
            period, refused = self._period(None), words.of(refusal.sentence)
        report = await run_in_threadpool(self._report, request, visitor, office, period)
        query = urlencode({"office": office, "report": report.code, "period": report.period.code})
        return self._pages.page(
            "report",
            visitor,
            office=office,
            status=409 if refused else 200,
            keep=_KEPT,
            refused=refused,
            report=report,
            names=REPORT_NAMES,
            tabs=_tabs(report, words),
            periods=_periods(report, words, business_date(report.fresh.made_at)),
            earlier=_earlier(words, business_date(report.fresh.made_at)),
            due=_due(report, words),
            fresh=freshness_sentences(report.fresh, report.place.names, report.period),
            kinds=FILE_KINDS,
            query=query,
            drills=report.code in _DRILLS,
            drill=partial(_drill, report),
            name_column=0 if report.code in ("waits", "satisfaction") else 1,
            cell_text=cell_text,
            is_number=is_number,
        )

    async def download(self, request: Request) -> Response:
        """A report as a file."""
        visitor, office = await self._door.at_office(request, "see_reports")
        kind = file_kind(request.query_params.get("kind", "pdf"))
        report = await run_in_threadpool(self._report, request, visitor, office, self._period(request))
        content = await run_in_threadpool(file_of, report, kind)
        name = f'attachment; filename="{file_name(report, kind)}"'
        headers = {**HEADERS, "Content-Disposition": name}
        return Response(content, media_type=CONTENT_TYPES[kind], headers=headers)

    async def look_behind(self, request: Request) -> Response:
        """The dossiers behind a cell of Biểu 07a."""
        visitor, office = await self._door.at_office(request, "see_reports")
        asked = request.query_params
        column, field = _column(asked.get("column", "")), asked.get("field")

        def read(connection: Connection, place: Place, period: Period, _: datetime) -> Response:
            found = dossiers_behind(connection, place.offices, period, field, column)
            return self._pages.page(
                "dossiers",
                visitor,
                office=office,
                found=found,
                most=MOST,
                column=column,
                heading=HEADINGS[column],
                group=_group(column),
                field=field,
                period=period,
                of_many=not place.id,
                offices=place.names,
                back=_address(office, "07a", period),
            )

        return await run_in_threadpool(self._reading, self._period(request), visitor, office, read)

    def _period(self, request: Request | None) -> Period:
        """The period that `request` asks for, as far as it has gone; this month without a request."""
        now = self._offices.clock.now()
        today = business_date(now)
        return (_wanted_period(request, today) if request else month_of(today)).so_far(now)

    def _report(self, request: Request, visitor: Visitor, office: str, period: Period) -> Report:
        wanted = request.query_params.get("report")
        code = report_code(wanted) if wanted else "07a"
        if code == "07b" and office:
            code = "07a"
        return self._reading(
            period,
            visitor,
            office,
            lambda connection, place, period, now: make_report(connection, code, place, period, now),
        )

    def _reading(
        self,
        period: Period,
        visitor: Visitor,
        office: str,
        read: Callable[[Connection, Place, Period, datetime], _T],
    ) -> _T:
        now = self._offices.clock.now()
        names = visitor.offices(self._offices.names())
        with one_view(self._offices.engine) as connection:
            return read(connection, self._places.place(connection, office, names), period, now)


def _wanted_period(request: Request, today: date) -> Period:
    asked = request.query_params
    if asked.get("period"):
        return period_from(asked["period"])
    if asked.get("first") or asked.get("last"):
        return period_from(f"{asked.get('first', '')}..{asked.get('last', '')}")
    return month_of(today)


def _column(text: str) -> Column:
    for column in COLUMNS:
        if str(column) == text:
            return column
    raise Refusal("no_such_column", "Biểu 07a không có cột này.", "Form 07a has no such column.")


def _group(column: Column) -> str:
    """The word for the dossiers that the columns around `column` count."""
    return "group_received" if column < _FIRST_SOLVED else "group_solved" if column < _FIRST_OPEN else "group_open"


def _address(office: str, code: str, period: Period) -> str:
    return f"/reports?{urlencode({'office': office, 'report': code, 'period': period.code})}"


def _tabs(report: Report, words: RoomWords) -> list[tuple[str, str, bool]]:
    """The reports there are of this place."""
    codes = [code for code in REPORTS if code != "07b" or not report.place.id]
    return [
        (_address(report.place.id, code, report.period), words.of(REPORT_NAMES[code]), code == report.code)
        for code in codes
    ]


def _periods(report: Report, words: RoomWords, today: date) -> list[tuple[str, str, bool]]:
    """The periods that people ask for, by their official days."""
    month, quarter, year = month_of(today), quarter_of(today), year_of(today)
    offered = {
        "this_month": month,
        "last_month": month.before,
        "this_quarter": quarter,
        "last_quarter": quarter.before,
        "half": period_from(f"{year.code}-H1"),
        "this_year": year,
        "last_year": year.before,
    }
    return [
        (_address(report.place.id, report.code, period), words(name), period.code == report.period.code)
        for name, period in offered.items()
    ]


def _earlier(words: RoomWords, today: date) -> list[tuple[str, str]]:
    """The official periods of the last two years to choose from, the latest first."""
    offered: list[Period] = []
    for period, count in ((month_of(today), _MONTHS), (quarter_of(today), _QUARTERS), (year_of(today), _YEARS)):
        for _ in range(count):
            offered.append(period)
            period = period.before
    return [(period.code, f"{words.of(period.name)} ({words.of(period.days)})") for period in offered]


def _due(report: Report, words: RoomWords) -> str:
    """By when it is to be sent, where somebody has to send it."""
    day = report.period.due_from_office if report.place.id else report.period.due_from_province
    if day is None or not report.sheet.to:
        return ""
    return words("due_office" if report.place.id else "due_province", day=f"{day:%d/%m/%Y}")


def _drill(report: Report, line: Line, place: int) -> str:
    """The address of the dossiers behind a cell, "" where there are none to see."""
    if report.code not in _DRILLS or place < _FIRST_COUNT or not line.cells[place]:
        return ""
    asked = {"office": report.place.id, "period": report.period.code, "column": str(COLUMNS[place - _FIRST_COUNT])}
    return f"/reports/dossiers?{urlencode(asked | ({'field': line.key} if line.key else {}))}"
