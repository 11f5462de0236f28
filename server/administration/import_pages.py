"""Taking a whole catalogue over from a file: first what it would change, then the change.

Between the two steps the file lies in the database under the hash of its bytes, for a day.
"""

from __future__ import annotations

import hashlib
import re
import zlib
from dataclasses import dataclass, replace
from datetime import date, timedelta

from fastapi import APIRouter, Request
from fastapi.responses import Response
from sqlalchemy import delete, select
from starlette.concurrency import run_in_threadpool

from server.administration.catalogue import Imported, Versions, fields_without_line, open_dossiers, take_over
from server.administration.dated import refuse_past
from server.administration.desk import At, Desk, done
from server.administration.fields import document_of
from server.administration.form_view import NONE_WRONG, FormWords, Mistakes, view_form
from server.administration.section_pages import FROM_DAY
from server.administration.sent_documents import read_document
from shared.domain.office import Office
from shared.domain.procedures import catalogue_from_document
from shared.failures import Refusal
from shared.journal.inserting import upsert
from shared.journal.journal import Reader, Writer
from shared.journal.read_model import milliseconds
from shared.journal.tables import draft

KEPT = timedelta(days=1)
_PREFIX = "catalogue-"
_UPLOAD = re.compile(r"[0-9a-f]{64}")
_SHOWN = 100
_ADDRESS = "/administration/import"


@dataclass(frozen=True, slots=True)
class Preview:
    """What an import would do: `upload` names the file that is kept, `still` counts open dossiers of ended codes."""

    upload: str
    day: date
    imported: Imported
    still: int
    without_line: tuple[str, ...]
    shown: int = _SHOWN


class ImportPages:
    """The two steps."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def router(self) -> APIRouter:
        """The routes."""
        router = APIRouter(include_in_schema=False)
        router.add_api_route(_ADDRESS, self.ask, methods=["GET"])
        router.add_api_route(_ADDRESS, self.preview, methods=["POST"])
        router.add_api_route(f"{_ADDRESS}/do", self.do, methods=["POST"])
        return router

    async def ask(self, request: Request) -> Response:
        """The form for a file."""
        return self._page(await self._desk.at(request), (self._desk.today() + timedelta(days=1)).isoformat())

    async def preview(self, request: Request) -> Response:
        """Keeps the file and shows what it would change."""
        at, form = await self._desk.form(request)
        day, wrong = self._day(form.text("valid_from"))
        file = form.file("file")
        if day is None:
            return self._page(at, form.text("valid_from"), wrong)
        try:
            if file is None or not file.content:
                raise _unreadable()
            content = file.content
            procedures = await run_in_threadpool(_read, content)
            refuse_past(day, self._desk.today())
            upload = hashlib.sha256(content).hexdigest()
            await self._desk.write(at.office, lambda writer: _keep(writer, upload, content))
            shown = await self._preview(at, upload, procedures, day)
        except Refusal as refusal:
            return self._page(at, form.text("valid_from"), self._said(at, refusal))
        return self._page(at, day.isoformat(), preview=shown)

    async def do(self, request: Request) -> Response:
        """Takes the file over that was looked at."""
        at, form = await self._desk.form(request)
        day, wrong = self._day(form.text("valid_from"))
        upload = form.text("upload")
        if day is None:
            return self._page(at, form.text("valid_from"), wrong)
        try:
            content = await self._desk.read(at.office, lambda reader: _kept(reader, upload))
            procedures = await run_in_threadpool(_read, content)
            refuse_past(day, self._desk.today())
            if form.text("version") != str(at.known.version):
                shown = await self._preview(at, upload, procedures, day)
                return self._page(at, day.isoformat(), self._said(at, _changed_meanwhile()), shown)

            def edit(known: Office) -> Office:
                return replace(known, procedures=take_over(known.procedures, procedures, day).procedures)

            changed = await self._desk.change(at, "catalogue_imported", edit)
        except Refusal as refusal:
            return self._page(at, form.text("valid_from"), self._said(at, refusal))
        return done(at, "procedures", "imported", changed)

    async def _preview(self, at: At, upload: str, procedures: Versions, day: date) -> Preview:
        imported = await run_in_threadpool(take_over, at.known.procedures, procedures, day)
        codes = [each.code for each in imported.gone]
        still = await self._desk.read(at.office, lambda reader: open_dossiers(reader, codes))
        return Preview(upload, day, imported, still, fields_without_line(at.known, procedures))

    def _day(self, text: str) -> tuple[date | None, Mistakes]:
        document, problems = document_of([FROM_DAY], {"valid_from": text})
        return (None, Mistakes(problems)) if problems else (date.fromisoformat(document["valid_from"]), NONE_WRONG)

    def _said(self, at: At, refusal: Refusal) -> Mistakes:
        return Mistakes({}, self._desk.words(at.visitor).of(refusal.sentence))

    def _page(self, at: At, day: str, wrong: Mistakes = NONE_WRONG, preview: Preview | None = None) -> Response:
        said = FormWords(self._desk.words(at.visitor), "procedures")
        field = view_form([FROM_DAY], {"valid_from": day}, wrong, said, at.known)[0]
        return self._desk.page("import", at, status=409 if wrong else 200, field=field, wrong=wrong, preview=preview)


def _read(content: bytes) -> Versions:
    """The procedures in a file. Refusals `file_unreadable`, `file_letters`, `catalogue_invalid`."""
    try:
        document = read_document(content)
    except ValueError as problem:
        raise _unreadable() from problem
    procedures = catalogue_from_document(document)
    if not procedures:
        raise _unreadable()
    return procedures


def _keep(writer: Writer, upload: str, content: bytes) -> None:
    old = (
        (draft.c.office == writer.office)
        & draft.c.name.startswith(_PREFIX)
        & (draft.c.saved_at < milliseconds(writer.now - KEPT))
    )
    writer.connection.execute(delete(draft).where(old))
    row = {
        "office": writer.office,
        "name": f"{_PREFIX}{upload}",
        "document": zlib.compress(content),
        "saved_at": milliseconds(writer.now),
    }
    upsert(writer.connection, draft, [row])


def _kept(reader: Reader, upload: str) -> bytes:
    query = select(draft.c.document).where(draft.c.office == reader.office, draft.c.name == f"{_PREFIX}{upload}")
    content = reader.connection.execute(query).scalar() if _UPLOAD.fullmatch(upload) else None
    if content is None:
        raise Refusal(
            "upload_gone",
            "Tệp đã chọn không còn trên máy chủ. Chưa có gì thay đổi; hãy chọn tệp lần nữa.",
            "The server no longer has the file. Nothing was changed; choose it again.",
        )
    return zlib.decompress(bytes(content))


def _unreadable() -> Refusal:
    return Refusal(
        "file_unreadable",
        "Không đọc được tệp: chưa chọn tệp, tệp trống hoặc không phải danh mục JSON. Chưa có gì thay đổi.",
        "The file cannot be read: none was chosen, it is empty or no catalogue in JSON. Nothing was changed.",
    )


def _changed_meanwhile() -> Refusal:
    return Refusal(
        "changed_meanwhile",
        "Dữ liệu của đơn vị vừa được người khác sửa; dưới đây là các thay đổi tính lại. Chưa có gì thay đổi.",
        "Somebody has just changed the office's data; below is what would change now. Nothing was changed yet.",
    )
