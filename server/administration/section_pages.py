"""Lines, counters, units, fees, forms and the other lists: one list each, a form to add and edit, a way out of use."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any

from fastapi import APIRouter, Request
from fastapi.responses import Response

from server.administration.dated import ended, refuse_past, with_version
from server.administration.desk import At, Desk, done, no_such_part
from server.administration.fields import (
    Field,
    blank,
    document_of,
    in_known_order,
    mark_of,
    part_as_document,
    shown,
    typed,
)
from server.administration.form_view import NONE_WRONG, FormWords, Mistakes, cell, mistakes_of, view_form
from server.administration.retiring import without
from server.administration.sections import BY_ADDRESS, Section
from server.signed_in.form import Form
from shared.domain.office import Counter, Department, Line, Office, OtherUnit, part_from_document
from shared.failures import Refusal

FROM_DAY = Field("valid_from", "day")
LAST_DAY = Field("valid_to", "day")


class ChangedMeanwhile(Exception):  # noqa: N818  # no fault: somebody else was faster
    """Somebody else has changed the same part since the form was made; `part` is what it is now."""

    def __init__(self, part: Any) -> None:
        super().__init__("changed meanwhile")
        self.part = part


@dataclass(frozen=True, slots=True)
class Row:
    """One part as the list shows it; `state`: "now", "later" or "over" of dated ones."""

    key: str
    cells: tuple[str, ...]
    state: str
    valid_from: date | None
    valid_to: date | None


class SectionPages:
    """The pages of all lists."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def router(self) -> APIRouter:
        """The routes."""
        router = APIRouter(include_in_schema=False)
        base = "/administration/lists/{section}"
        for path, method, handler in (
            ("", "GET", self.list),
            ("/new", "GET", self.new),
            ("/new", "POST", self.add),
            ("/part/{key}", "GET", self.edit),
            ("/part/{key}", "POST", self.save),
            ("/part/{key}/end", "GET", self.ask_end),
            ("/part/{key}/end", "POST", self.end),
        ):
            router.add_api_route(base + path, handler, methods=[method])
        return router

    async def list(self, request: Request, section: str) -> Response:
        """All parts of a list."""
        at = await self._desk.at(request)
        of = _section(section)
        said = self._said(at, of)
        fields = {field.name: field for field in of.fields}
        rows = [
            Row(
                of.key(part),
                tuple(cell(fields[name], _value(of.split(part_as_document(part)), name), said) for name in of.columns),
                _state(part, self._desk.today()) if of.dated else "",
                getattr(part, "valid_from", None),
                getattr(part, "valid_to", None),
            )
            for part in of.parts(at.known)
        ]
        return self._desk.page(
            "list",
            at,
            request,
            section=of,
            headings=[said.label(name) for name in of.columns],
            rows=[row for row in rows if row.state != "over"],
            over=[row for row in rows if row.state == "over"],
        )

    async def new(self, request: Request, section: str) -> Response:
        """An empty form."""
        at = await self._desk.at(request)
        of = _section(section)
        return self._form(at, of, None, blank(self._fields(of, None)), NONE_WRONG)

    async def add(self, request: Request, section: str) -> Response:
        """Adds a part."""
        at, form = await self._desk.form(request)
        return await self._take(at, _section(section), None, form)

    async def edit(self, request: Request, section: str, key: str) -> Response:
        """The form of a part."""
        at = await self._desk.at(request)
        of = _section(section)
        part = of.find(at.known, key)
        if part is None:
            raise no_such_part()
        values = shown(of.fields, of.split(part_as_document(part)))
        if of.dated:
            values["valid_from"] = max(self._desk.today() + timedelta(days=1), part.valid_from or date.min).isoformat()
        return self._form(at, of, key, values, NONE_WRONG, seen=part)

    async def save(self, request: Request, section: str, key: str) -> Response:
        """Changes a part; a dated one from a day on."""
        at, form = await self._desk.form(request)
        return await self._take(at, _section(section), key, form)

    async def _take(self, at: At, of: Section, key: str | None, form: Form) -> Response:
        fields = self._fields(of, key)
        values = {**typed(fields, form)}
        part = of.find(at.known, key) if key is not None else None
        if key is not None and part is None:
            raise no_such_part()
        if part is not None:
            fixed = [field for field in of.fields if field.fixed]
            values |= shown(fixed, of.split(part_as_document(part)))
        document, problems = document_of(fields, values)
        if problems:
            return self._form(at, of, key, values, Mistakes(problems), seen=part, status=422)
        try:
            what = f"{of.address.replace('-', '_')}_{'added' if key is None else 'changed'}"
            changed = await self._desk.change(
                at, what, lambda known: self._edited(known, of, key, document, form.text("seen"))
            )
        except ChangedMeanwhile as meanwhile:
            return self._form(at, of, key, values, NONE_WRONG, seen=meanwhile.part, status=409, theirs=meanwhile.part)
        except Refusal as refusal:
            wrong = mistakes_of(refusal, fields, self._desk.words(at.visitor))
            return self._form(at, of, key, values, wrong, seen=part, status=409)
        return done(at, f"lists/{of.address}", "added" if key is None else "saved", changed)

    def _edited(self, known: Office, of: Section, key: str | None, document: dict[str, Any], seen: str) -> Office:
        """The office with the part. ChangedMeanwhile, `OfficeInvalid`, Refusal `past_day`, `already_there`."""
        today = self._desk.today()
        part = of.find(known, key) if key is not None else None
        if key is not None and part is None:
            raise no_such_part()
        if part is not None and mark_of(part_as_document(part)) != seen:
            raise ChangedMeanwhile(part)
        before = None if part is None else part_as_document(part)
        full = of.completed(known, in_known_order(of.fields, document, before or {}), before)
        new: Any = part_from_document(of.kind, full)
        parts = of.parts(known)
        if part is None:
            _refuse_again(parts, new)
        if of.dated:
            refuse_past(new.valid_from, today)
            new = replace(new, valid_to=None)
            return of.with_parts(known, with_version(parts, new, new.valid_from, _same(of, part or new)))
        if part is None:
            return of.with_parts(known, (*parts, new))
        return of.with_parts(known, [new if each is part else each for each in parts])

    async def ask_end(self, request: Request, section: str, key: str) -> Response:
        """What taking a part out of use would mean."""
        at = await self._desk.at(request)
        return await self._end_page(at, _section(section), key, NONE_WRONG)

    async def end(self, request: Request, section: str, key: str) -> Response:
        """Takes a part out of use, a dated one after a day."""
        at, form = await self._desk.form(request)
        of, today = _section(section), self._desk.today()
        last_day: date | None = None
        if of.dated:
            document, problems = document_of([LAST_DAY], typed([LAST_DAY], form))
            if problems:
                return await self._end_page(at, of, key, Mistakes(problems), form.text("valid_to"))
            last_day = date.fromisoformat(document["valid_to"])
        try:
            what = f"{of.address.replace('-', '_')}_ended"
            changed = await self._desk.change(at, what, lambda known: _ended(known, of, key, today, last_day))
        except Refusal as refusal:
            wrong = Mistakes({}, self._desk.words(at.visitor).of(refusal.sentence))
            return await self._end_page(at, of, key, wrong, form.text("valid_to"))
        return done(at, f"lists/{of.address}", "removed", changed)

    async def _end_page(self, at: At, of: Section, key: str, wrong: Mistakes, typed_day: str = "") -> Response:
        part = of.find(at.known, key)
        if part is None:
            raise no_such_part()
        said = self._said(at, of)
        day = typed_day or self._desk.today().isoformat()
        field = view_form([LAST_DAY], {"valid_to": day}, wrong, said, at.known)[0] if of.dated else None
        return self._desk.page(
            "end",
            at,
            status=409 if wrong else 200,
            section=of,
            key=key,
            facts=_facts(of, part, said),
            field=field,
            wrong=wrong,
        )

    def _fields(self, of: Section, key: str | None) -> tuple[Field, ...]:
        """The fields that the form asks for: what is fixed only of a new part, the first day of a dated one."""
        asked = tuple(field for field in of.fields if key is None or not field.fixed)
        return (*asked, FROM_DAY) if of.dated else asked

    def _said(self, at: At, of: Section) -> FormWords:
        return FormWords(self._desk.words(at.visitor), of.address)

    def _form(
        self,
        at: At,
        of: Section,
        key: str | None,
        values: dict[str, Any],
        wrong: Mistakes,
        *,
        seen: Any = None,
        status: int = 200,
        theirs: Any = None,
    ) -> Response:
        said = self._said(at, of)
        fields = self._fields(of, key)
        if of.dated and not values.get("valid_from"):
            values = {**values, "valid_from": (self._desk.today() + timedelta(days=1)).isoformat()}
        fixed = [field for field in of.fields if field.fixed] if key is not None else []
        known = {} if seen is None else of.split(part_as_document(seen))
        return self._desk.page(
            "edit",
            at,
            status=status,
            section=of,
            key=key,
            fields=view_form(fields, values, wrong, said, at.known),
            fixed=[(said.label(field.name), cell(field, known.get(field.name), said)) for field in fixed],
            wrong=wrong,
            seen=mark_of(part_as_document(seen)) if seen is not None else "",
            theirs=_facts(of, theirs, said) if theirs is not None else (),
        )


def _section(address: str) -> Section:
    section = BY_ADDRESS.get(address)
    if section is None:
        raise no_such_part()
    return section


def _refuse_again(parts: Sequence[Any], new: Any) -> None:
    """Refusal `already_there`: a button that was pressed twice sends one thing twice, which gets an id each time."""
    wanted = _without_id(new)
    if any(_without_id(each) == wanted for each in parts):
        raise Refusal(
            "already_there",
            "Danh sách đã có một mục giống hệt, có lẽ vừa được thêm (nút bấm hai lần). Không thêm lần nữa.",
            "The list has the very same entry, perhaps added just now (button pressed twice). It was not added twice.",
        )


def _without_id(part: Any) -> dict[str, Any]:
    return {name: value for name, value in part_as_document(part).items() if name != "id"}


def _same(of: Section, part: Any) -> Any:
    return lambda each: of.is_same(each, part)


def _ended(known: Office, of: Section, key: str, today: date, last_day: date | None) -> Office:
    part = of.find(known, key)
    if part is None:
        raise no_such_part()
    if last_day is not None:
        refuse_past(last_day + timedelta(days=1), today)
        return of.with_parts(known, ended(of.parts(known), last_day, _same(of, part)))
    if isinstance(part, Line | Counter | Department | OtherUnit):
        return without(known, part, today)
    return of.with_parts(known, [each for each in of.parts(known) if each is not part])


def _state(part: Any, today: date) -> str:
    if part.valid_from is not None and part.valid_from > today:
        return "later"
    return "over" if part.valid_to is not None and part.valid_to < today else "now"


def _value(document: dict[str, Any], name: str) -> Any:
    value: Any = document
    for part in name.split("."):
        value = value.get(part) if isinstance(value, dict) else None
    return value


def _facts(of: Section, part: Any, said: FormWords) -> Sequence[tuple[str, str]]:
    document = of.split(part_as_document(part))
    return [(said.label(field.name), cell(field, _value(document, field.name), said)) for field in of.fields]
