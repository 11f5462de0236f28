"""Adding an office to the province: from its own document, or as a copy of another with its own name and address."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from fastapi import APIRouter, Request
from fastapi.responses import Response

from server.administration.changes import note
from server.administration.desk import ROOM, Desk, go_to
from server.administration.fields import Field, Typed, blank, document_of, typed
from server.administration.form_view import NONE_WRONG, FormWords, Mistakes, mistakes_of, view_form
from server.administration.office_parts import IDENTITY
from server.administration.sent_documents import read_document
from server.reference_changes import add_reference
from server.signed_in.form import Form
from server.signed_in.visitor import Visitor
from server.upstream.gate import refuse_below_province
from shared.domain.office import KioskRules, Office, office_from_document, office_to_document
from shared.failures import Refusal
from shared.journal.journal import Writer

COPY_FIELDS = (
    Field("id"),
    *IDENTITY,
)


class OfficePages:
    """The page for a new office."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def router(self) -> APIRouter:
        """The routes."""
        router = APIRouter(include_in_schema=False)
        router.add_api_route(f"{ROOM}/offices/new", self.new, methods=["GET"])
        router.add_api_route(f"{ROOM}/offices/new", self.add, methods=["POST"])
        return router

    async def new(self, request: Request) -> Response:
        """Both ways."""
        visitor = await self._desk.door.visitor(request, "edit_offices")
        return self._page(visitor, blank(COPY_FIELDS), NONE_WRONG, "")

    async def add(self, request: Request) -> Response:
        """Adds the office."""
        visitor, form = await self._desk.door.form(request, "edit_offices")
        values = typed(COPY_FIELDS, form)
        source = form.text("source")
        try:
            refuse_below_province(self._desk.offices.node)
            if form.text("way") == "file":
                office = replace(office_from_document(_document(form)), version=1)
            else:
                document, problems = document_of(COPY_FIELDS, values)
                if problems:
                    return self._page(visitor, values, Mistakes(problems), source, status=422)
                office = await self._copy(visitor, source, document)
            await self._desk.write(office.id, lambda writer: _add(writer, visitor.actor, office))
        except Refusal as refusal:
            wrong = mistakes_of(refusal, COPY_FIELDS, self._desk.words(visitor))
            return self._page(visitor, values, wrong, source, status=409)
        return go_to(f"{ROOM}?office={office.id}&done=added")

    async def _copy(self, visitor: Visitor, source: str, document: dict[str, Any]) -> Office:
        """The office `source` under another name, without its people, machines, account and secrets."""
        if source not in {each.id for each in visitor.choices}:
            raise Refusal("no_source", "Chưa chọn đơn vị để sao chép.", "Choose the office to copy.")
        reference = self._desk.offices.reference(source)
        known = await self._desk.read(source, lambda reader: reference.read_stored(reader.connection))
        copy = replace(
            known,
            **document,
            version=1,
            staff=(),
            devices=(),
            retired=(),
            form_texts=(),
            bank=None,
            kiosks=KioskRules(),
            tickets=replace(known.tickets, one_number_per_card=False, card_key=""),
            other_units=tuple(each for each in known.other_units if each.kind == "agency"),
        )
        return office_from_document(office_to_document(copy))

    def _page(self, visitor: Visitor, values: Typed, wrong: Mistakes, source: str, *, status: int = 200) -> Response:
        said = FormWords(self._desk.words(visitor), "identity")
        english = visitor.language == "en"
        return self._desk.page_of_province(
            "office_new",
            visitor,
            status=status,
            fields=view_form(COPY_FIELDS, values, wrong, said, None),
            sources=[(each.id, each.name_en if english else each.name) for each in visitor.choices],
            source=source,
            wrong=wrong,
        )


def _add(writer: Writer, actor: str, office: Office) -> None:
    add_reference(writer, office)
    note(writer, actor, "office_added", {"office": office.id, "version": office.version})


def _document(form: Form) -> object:
    file = form.file("file")
    try:
        return read_document(file.content) if file else None
    except ValueError as problem:
        raise Refusal(
            "file_unreadable",
            "Không đọc được tệp: không phải tài liệu JSON. Chưa có gì thay đổi.",
            "The file cannot be read: it is no JSON document. Nothing was changed.",
        ) from problem
