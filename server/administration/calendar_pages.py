"""The working calendar of an office: a year as a picture, its weekly sessions and holidays, and single days."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from typing import Any, cast

from fastapi import APIRouter, Request
from fastapi.responses import Response

from server.administration.desk import At, Desk, done, go_to, no_such_part
from server.administration.fields import Field, Problem, Typed, document_of, mark_of, shown, typed
from server.administration.form_view import NONE_WRONG, FormWords, Mistakes, view_form
from server.administration.history_pages import who_in_words
from server.administration.section_pages import ChangedMeanwhile
from server.signed_in.account_store import names_of_accounts
from server.upstream.gate import refuse_below_province
from shared.actions.edit_calendar import DayEntry, set_day, withdraw_day
from shared.clock import FIRST_YEAR, LAST_YEAR
from shared.domain.calendar_day import CalendarDay, SetKind
from shared.domain.calendar_document import calendar_from_document, calendar_to_document, sessions_from_document
from shared.domain.calendar_month import covers, weeks_of, worked
from shared.domain.office import Office
from shared.domain.working_calendar import WorkingCalendar
from shared.failures import Refusal
from shared.journal.calendar_queries import promised_on
from shared.journal.reference import calendar_days

WEEKDAYS = ("0", "1", "2", "3", "4", "5", "6")
DAY_FIELDS = (
    Field("kind", "choice", values=("closed", "hours", "make_up")),
    Field("sessions", "sessions", empty=True),
    Field("reason"),
    Field("basis", empty=True),
)
CALENDAR_FIELDS = (
    *(Field(f"weekly_{day}", "sessions", empty=True) for day in WEEKDAYS),
    Field("working_weekdays", "choices", values=WEEKDAYS),
    Field("covers_from", "day"),
    Field("covers_to", "day"),
    Field("closed", "rows", empty=True, parts=(Field("day", "day"), Field("name"))),
    Field("make_up", "rows", empty=True, parts=(Field("day", "day"), Field("sessions", "sessions"), Field("note"))),
)


@dataclass(frozen=True, slots=True)
class DayCell:
    """One day of the picture; `name` is the holiday or the announcement, `own` an entry of the office itself."""

    day: date
    kind: str
    name: str
    own: bool
    past: bool


@dataclass(frozen=True, slots=True)
class Month:
    """A month of the picture, a row of seven for each week; None for days of other months."""

    first: date
    weeks: tuple[tuple[DayCell | None, ...], ...]


class CalendarPages:
    """The pages of the calendar."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def router(self) -> APIRouter:
        """The routes."""
        router = APIRouter(include_in_schema=False)
        base = "/administration/calendar"
        for path, method, handler in (
            ("", "GET", self.year),
            ("/reference", "GET", self.edit),
            ("/reference", "POST", self.save),
            ("/day/{day}", "GET", self.ask_day),
            ("/day/{day}", "POST", self.set_day),
            ("/day/{day}/withdraw", "POST", self.withdraw),
        ):
            router.add_api_route(base + path, handler, methods=[method])
        return router

    async def year(self, request: Request) -> Response:
        """A year of days."""
        at = await self._desk.at(request)
        today = self._desk.today()
        asked = request.query_params.get("year", "")
        is_year = len(asked) == 4 and asked.isascii() and asked.isdigit() and FIRST_YEAR <= int(asked) <= LAST_YEAR
        year = int(asked) if is_year else today.year
        office, entries = await self._read(at)
        months = [_month(office.calendar, entries, date(year, month, 1), today) for month in range(1, 13)]
        return self._desk.page(
            "calendar",
            at,
            request,
            year=year,
            today=today,
            months=months,
            calendar=at.known.calendar,
            uncovered=not covers(at.known.calendar, date(year, 12, 31)),
        )

    async def edit(self, request: Request) -> Response:
        """The form of the calendar itself: weekly sessions, holidays, make-up days, the span it holds for."""
        at = await self._desk.at(request)
        return self._form(at, _values(at.known.calendar), NONE_WRONG)

    async def save(self, request: Request) -> Response:
        """Changes the calendar; dates that were promised stay."""
        at, form = await self._desk.form(request)
        values = typed(CALENDAR_FIELDS, form)
        document, problems = document_of(CALENDAR_FIELDS, values)
        if problems:
            return self._form(at, values, Mistakes(problems), status=422)
        try:
            calendar = _calendar(document, at.known.calendar)
            changed = await self._desk.change(
                at, "calendar_changed", lambda known: _edited(known, calendar, form.text("seen"))
            )
        except ChangedMeanwhile as meanwhile:
            return self._form(at, values, NONE_WRONG, status=409, theirs=meanwhile.part)
        except Refusal as refusal:
            wrong = Mistakes({}, self._desk.words(at.visitor).of(refusal.sentence))
            return self._form(at, values, wrong, status=409)
        return done(at, "calendar", "saved", changed)

    async def ask_day(self, request: Request, day: str) -> Response:
        """The form of one day."""
        at = await self._desk.at(request)
        which = _date(day)
        _, entries = await self._read(at)
        entry = entries.get(which)
        mine = entry if entry is not None and entry.kind != "normal" else None
        values = shown(
            DAY_FIELDS,
            {
                "kind": mine.kind if mine else "closed",
                "sessions": [(f"{each.start:%H:%M}", f"{each.end:%H:%M}") for each in mine.sessions] if mine else [],
                "reason": mine.reason if mine else "",
                "basis": mine.basis if mine else "",
            },
        )
        return await self._day_form(at, which, values, NONE_WRONG)

    async def set_day(self, request: Request, day: str) -> Response:
        """Enters a day."""
        at, form = await self._desk.form(request)
        which, values = _date(day), typed(DAY_FIELDS, form)
        document, problems = document_of(DAY_FIELDS, values)
        if problems:
            return await self._day_form(at, which, values, Mistakes(problems), status=422)
        offices, actor = self._desk.offices, at.visitor.actor
        entry = DayEntry(
            cast(SetKind, document["kind"]),
            sessions_from_document(document["sessions"]),
            document["reason"],
            document["basis"],
        )

        def work() -> None:
            refuse_below_province(offices.node)
            set_day(offices.journal(at.office), at.known.calendar, which, entry, actor)

        try:
            await self._desk.run(work)
        except Refusal as refusal:
            wrong = _day_mistakes(refusal, self._desk.words(at.visitor).of(refusal.sentence))
            return await self._day_form(at, which, values, wrong, status=409)
        return go_to(at.address("calendar", year=which.year, done="saved"))

    async def withdraw(self, request: Request, day: str) -> Response:
        """Withdraws the office's entry of a day."""
        at, _ = await self._desk.form(request)
        which, offices, actor = _date(day), self._desk.offices, at.visitor.actor

        def work() -> None:
            refuse_below_province(offices.node)
            withdraw_day(offices.journal(at.office), which, actor)

        await self._desk.run(work)
        return go_to(at.address("calendar", year=which.year, done="saved"))

    async def _read(self, at: At) -> tuple[Office, dict[date, CalendarDay]]:
        def read(reader: Any) -> tuple[Office, dict[date, CalendarDay]]:
            office = self._desk.offices.reference(at.office).read(reader.connection)
            return office, {each.day: each for each in calendar_days(reader.connection, at.office)}

        return await self._desk.read(at.office, read)

    async def _day_form(self, at: At, day: date, values: Typed, wrong: Mistakes, *, status: int = 200) -> Response:
        office, entries = await self._read(at)
        promised = await self._desk.read(at.office, lambda reader: promised_on(reader, day, day))
        entry = entries.get(day)
        kind, sessions, name = worked(at.known.calendar, day)
        mine = entry if entry is not None and entry.kind != "normal" else None
        said = FormWords(self._desk.words(at.visitor), "calendar")
        return self._desk.page(
            "calendar_day",
            at,
            status=status,
            day=day,
            usual=kind,
            usual_sessions=sessions,
            usual_name=name,
            entered=mine,
            entered_by=await self._who(at, mine.set_by) if mine else "",
            promised=promised.get(day, 0),
            past=day < self._desk.today(),
            fields=view_form(DAY_FIELDS, values, wrong, said, office),
            wrong=wrong,
        )

    async def _who(self, at: At, actor: str) -> str:
        accounts = await self._desk.read(at.office, lambda reader: names_of_accounts(reader.connection))
        names = accounts | {each.id: each.name for each in at.known.staff}
        return who_in_words(actor, names, self._desk.words(at.visitor))

    def _form(
        self,
        at: At,
        values: Typed,
        wrong: Mistakes,
        *,
        status: int = 200,
        theirs: WorkingCalendar | None = None,
    ) -> Response:
        said = FormWords(self._desk.words(at.visitor), "calendar")
        return self._desk.page(
            "calendar_reference",
            at,
            status=status,
            fields=view_form(CALENDAR_FIELDS, values, wrong, said, at.known),
            wrong=wrong,
            seen=_mark(theirs or at.known.calendar),
            theirs=theirs,
        )


def _month(calendar: WorkingCalendar, entries: dict[date, CalendarDay], first: date, today: date) -> Month:
    days = [_cell(calendar, entries, day, today) if day.month == first.month else None for day in weeks_of(first)]
    return Month(first, tuple(tuple(days[at : at + 7]) for at in range(0, len(days), 7)))


def _cell(calendar: WorkingCalendar, entries: dict[date, CalendarDay], day: date, today: date) -> DayCell:
    kind, _, name = worked(calendar, day)
    entry = entries.get(day)
    own = entry is not None and entry.kind != "normal"
    return DayCell(day, kind, entry.reason if own and entry else name, own, day < today)


def _values(calendar: WorkingCalendar) -> dict[str, Any]:
    document = calendar_to_document(calendar)
    return shown(
        CALENDAR_FIELDS,
        {
            **{f"weekly_{day}": sessions for day, sessions in zip(WEEKDAYS, document["weekly"], strict=True)},
            "working_weekdays": document["working_weekdays"],
            "covers_from": document["covers_from"],
            "covers_to": document["covers_to"],
            "closed": [{"day": day, "name": name} for day, name in document["closed"].items()],
            "make_up": [{"day": day, **worked_day} for day, worked_day in document["make_up"].items()],
        },
    )


def _calendar(document: dict[str, Any], known: WorkingCalendar) -> WorkingCalendar:
    """The calendar that was typed. Refusals `calendar_contradiction`, `calendar_unreadable`."""
    return calendar_from_document(
        {
            **calendar_to_document(known),
            "weekly": [document[f"weekly_{day}"] for day in WEEKDAYS],
            "working_weekdays": sorted(int(day) for day in document["working_weekdays"] if day in WEEKDAYS),
            "covers_from": document["covers_from"],
            "covers_to": document["covers_to"],
            "closed": {each["day"]: each["name"] for each in document["closed"]},
            "make_up": {
                each["day"]: {"sessions": each["sessions"], "note": each["note"]} for each in document["make_up"]
            },
        }
    )


def _edited(known: Office, calendar: WorkingCalendar, seen: str) -> Office:
    if _mark(known.calendar) != seen:
        raise ChangedMeanwhile(known.calendar)
    return replace(known, calendar=calendar)


def _mark(calendar: WorkingCalendar) -> str:
    return mark_of(calendar_to_document(calendar))


def _date(text: str) -> date:
    try:
        day = date.fromisoformat(text)
    except ValueError:
        raise no_such_part() from None
    if not FIRST_YEAR <= day.year <= LAST_YEAR:
        raise no_such_part()
    return day


def _day_mistakes(refusal: Refusal, sentence: str) -> Mistakes:
    field = {"no_reason": "reason", "no_basis": "basis", "no_sessions": "sessions"}.get(refusal.code)
    return Mistakes({field: Problem("said", sentence)}) if field else Mistakes({}, sentence)
