"""The catalogue of procedures: found by any word, edited from a day on, ended after a day."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any

from fastapi import APIRouter, Request
from fastapi.responses import Response

from server.administration.catalogue import (
    open_dossiers,
    version_on,
    versions_of,
    with_procedure,
    without_procedure,
)
from server.administration.dated import refuse_past
from server.administration.desk import At, Desk, done, no_such_part
from server.administration.difference_view import ChangedPart, differences_in_words
from server.administration.differences import difference_of
from server.administration.fields import Field, blank, document_of, in_known_order, mark_of, typed
from server.administration.form_view import NONE_WRONG, FormWords, Mistakes, mistakes_of, view_form
from server.administration.procedure_form import PROCEDURE_FIELDS, procedure_document, procedure_values
from server.administration.section_pages import FROM_DAY, LAST_DAY, ChangedMeanwhile
from server.signed_in.form import Form
from shared.domain.office import Office, procedures_on
from shared.domain.procedures import (
    Procedure,
    normalise_procedure_code,
    procedure_from_document,
    procedure_to_document,
    search_procedures,
)
from shared.failures import Refusal

_PER_PAGE = 30
_LONGEST_QUERY = 100


@dataclass(frozen=True, slots=True)
class ProcedureRow:
    """One procedure in the list; `next_from` is the day on which another version begins, if there is one."""

    procedure: Procedure
    next_from: date | None


class ProcedurePages:
    """The pages of the catalogue."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def router(self) -> APIRouter:
        """The routes."""
        router = APIRouter(include_in_schema=False)
        base = "/administration/procedures"
        for path, method, handler in (
            ("", "GET", self.list),
            ("/new", "GET", self.new),
            ("/new", "POST", self.add),
            ("/part/{code}", "GET", self.edit),
            ("/part/{code}", "POST", self.save),
            ("/part/{code}/end", "GET", self.ask_end),
            ("/part/{code}/end", "POST", self.end),
        ):
            router.add_api_route(base + path, handler, methods=[method])
        return router

    async def list(self, request: Request) -> Response:
        """The procedures in force that hold what was typed, a page of them."""
        at = await self._desk.at(request)
        today = self._desk.today()
        wanted = request.query_params.get("q", "").strip()[:_LONGEST_QUERY]
        later = self._later(at.known)
        present = procedures_on(at.known, today)
        codes = {each.code for each in present}
        found = search_procedures((*present, *(each for each in later if each.code not in codes)), wanted)
        asked = request.query_params.get("page", "1")
        pages = max(1, -(-len(found) // _PER_PAGE))
        page = max(1, min(int(asked) if asked.isascii() and asked.isdigit() and len(asked) < 7 else 1, pages))
        begins = {each.code: each.valid_from for each in reversed(later)}
        rows = [ProcedureRow(each, begins.get(each.code)) for each in found[(page - 1) * _PER_PAGE : page * _PER_PAGE]]
        return self._desk.page(
            "procedures", at, request, rows=rows, found=len(found), wanted=wanted, number=page, pages=pages
        )

    async def new(self, request: Request) -> Response:
        """An empty form."""
        at = await self._desk.at(request)
        return await self._form(at, None, blank(_fields(None)), NONE_WRONG)

    async def add(self, request: Request) -> Response:
        """Adds a procedure from a day on."""
        at, form = await self._desk.form(request)
        return await self._take(at, None, form)

    async def edit(self, request: Request, code: str) -> Response:
        """The form of the version in force today or next, or of the one that begins on the query's day."""
        at = await self._desk.at(request)
        procedure = self._version(at, code, request.query_params.get("version", ""))
        begins = max(self._desk.today() + timedelta(days=1), procedure.valid_from or date.min)
        values = {**procedure_values(procedure), "valid_from": begins.isoformat()}
        return await self._form(at, procedure, values, NONE_WRONG)

    async def save(self, request: Request, code: str) -> Response:
        """Changes a procedure from a day on, after a look at what will change."""
        at, form = await self._desk.form(request)
        return await self._take(at, self._version(at, code, form.text("version")), form)

    def _version(self, at: At, code: str, begins: str = "") -> Procedure:
        """The version of `code` that begins on that day; of today or next without such a one."""
        later = {str(each.valid_from): each for each in self._later(at.known) if each.code == code}
        return later.get(begins) or _version_on(at.known, code, self._desk.today())

    def _later(self, known: Office) -> tuple[Procedure, ...]:
        today = self._desk.today()
        return tuple(each for each in known.procedures if each.valid_from is not None and each.valid_from > today)

    async def _take(self, at: At, procedure: Procedure | None, form: Form) -> Response:
        fields = _fields(procedure)
        values = typed(fields, form)
        document, problems = document_of(fields, values)
        if problems:
            return await self._form(at, procedure, values, Mistakes(problems), status=422)
        day = date.fromisoformat(document.pop("valid_from"))
        try:
            code = procedure.code if procedure else normalise_procedure_code(document["code"])
            if procedure is not None:
                document = in_known_order(fields, document, {"applicant": procedure.applicants})
            new = procedure_from_document(procedure_document(document, code))
            refuse_past(day, self._desk.today())
            if procedure is None:
                _refuse_known(at.known, code)
            elif form.text("step") != "do":
                return await self._form(at, procedure, values, NONE_WRONG, preview=(new, day))
            seen = form.text("seen")
            changed = await self._desk.change(
                at,
                "procedure_added" if procedure is None else "procedure_changed",
                lambda known: self._edited(known, procedure, new, day, seen),
            )
        except ChangedMeanwhile as meanwhile:
            return await self._form(at, meanwhile.part, values, NONE_WRONG, status=409, theirs=meanwhile.part)
        except Refusal as refusal:
            wrong = mistakes_of(refusal, fields, self._desk.words(at.visitor))
            return await self._form(at, procedure, values, wrong, status=409)
        return done(at, "procedures", "added" if procedure is None else "saved", changed)

    def _edited(self, known: Office, procedure: Procedure | None, new: Procedure, day: date, seen: str) -> Office:
        if procedure is None:
            _refuse_known(known, new.code)
        else:
            begins = procedure.valid_from or date.min
            now = _version_on(known, new.code, max(begins, self._desk.today()))
            if _mark(now) != seen:
                raise ChangedMeanwhile(now)
        return _with_procedures(known, with_procedure(known.procedures, new, day))

    async def ask_end(self, request: Request, code: str) -> Response:
        """What ending a procedure would mean."""
        at = await self._desk.at(request)
        return await self._end_page(at, code, NONE_WRONG, self._desk.today().isoformat())

    async def end(self, request: Request, code: str) -> Response:
        """Ends a procedure after a day."""
        at, form = await self._desk.form(request)
        document, problems = document_of([LAST_DAY], typed([LAST_DAY], form))
        if problems:
            return await self._end_page(at, code, Mistakes(problems), form.text("valid_to"))
        last_day = date.fromisoformat(document["valid_to"])
        try:
            refuse_past(last_day + timedelta(days=1), self._desk.today())
            changed = await self._desk.change(
                at,
                "procedure_ended",
                lambda known: _with_procedures(known, without_procedure(known.procedures, code, last_day)),
            )
        except Refusal as refusal:
            wrong = Mistakes({}, self._desk.words(at.visitor).of(refusal.sentence))
            return await self._end_page(at, code, wrong, form.text("valid_to"))
        return done(at, "procedures", "removed", changed)

    async def _end_page(self, at: At, code: str, wrong: Mistakes, day: str) -> Response:
        procedure = self._version(at, code)
        said = self._said(at)
        still = await self._desk.read(at.office, lambda reader: open_dossiers(reader, [code]))
        field = view_form([LAST_DAY], {"valid_to": day}, wrong, said, at.known)[0]
        return self._desk.page(
            "procedure_end",
            at,
            status=409 if wrong else 200,
            procedure=procedure,
            field=field,
            wrong=wrong,
            still=still,
        )

    def _said(self, at: At) -> FormWords:
        return FormWords(self._desk.words(at.visitor), "procedures")

    async def _form(
        self,
        at: At,
        procedure: Procedure | None,
        values: dict[str, Any],
        wrong: Mistakes,
        *,
        status: int = 200,
        preview: tuple[Procedure, date] | None = None,
        theirs: Procedure | None = None,
    ) -> Response:
        words = self._desk.words(at.visitor)
        code = procedure.code if procedure else ""
        changes: tuple[ChangedPart, ...] | None = None
        still = 0
        if preview is not None and procedure is not None:
            replaced = version_on(at.known.procedures, code, preview[1]) or procedure
            difference = difference_of("procedures", code, _undated(replaced), _undated(preview[0]))
            changes = differences_in_words([difference] if difference else [], at.known, words)
            still = await self._desk.read(at.office, lambda reader: open_dossiers(reader, [code]))
        if not values.get("valid_from"):
            values = {**values, "valid_from": (self._desk.today() + timedelta(days=1)).isoformat()}
        return self._desk.page(
            "procedure",
            at,
            status=status,
            procedure=procedure,
            versions=versions_of(at.known.procedures, code),
            today=self._desk.today(),
            fields=view_form(_fields(procedure), values, wrong, self._said(at), at.known),
            wrong=wrong,
            seen=_mark(procedure) if procedure else "",
            changes=changes,
            from_day=preview[1] if preview else None,
            still=still,
            theirs=theirs,
        )


def _fields(procedure: Procedure | None) -> tuple[Field, ...]:
    asked = PROCEDURE_FIELDS if procedure is None else PROCEDURE_FIELDS[1:]
    return (FROM_DAY, *asked)


def _undated(procedure: Procedure) -> dict[str, Any]:
    document = procedure_to_document(procedure)
    return {name: value for name, value in document.items() if name not in ("valid_from", "valid_to")}


def _version_on(office: Office, code: str, day: date) -> Procedure:
    procedure = version_on(office.procedures, code, day)
    if procedure is None:
        raise no_such_part()
    return procedure


def _mark(procedure: Procedure) -> str:
    return mark_of(procedure_to_document(procedure))


def _refuse_known(office: Office, code: str) -> None:
    if any(each.code == code for each in office.procedures):
        raise Refusal(
            "procedure_known",
            f"Danh mục đã có thủ tục {code}. Hãy mở thủ tục đó để sửa.",
            f"The catalogue has the procedure {code} already. Open it to change it.",
        )


def _with_procedures(office: Office, procedures: tuple[Procedure, ...]) -> Office:
    return replace(office, procedures=procedures)
