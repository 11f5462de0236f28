"""Fills the port of the procedures from the office's reference data and the list of the whole country."""

from __future__ import annotations

from datetime import date
from functools import cache
from importlib.resources import files

from kiosk.ports import ProcedureField, ProcedureHit, ProcedureHits, ProcedurePage
from shared.clock import business_date
from shared.domain.guidance import Guidance, guidance_on
from shared.domain.office import Office, line_of_field, procedures_on
from shared.domain.procedure_search import ProcedureIndex, SearchEntry
from shared.failures import Refusal
from shared.qt.device_program import DeviceProgram

MOST_HITS = 48
NATIONAL_PORTAL = "https://dichvucong.gov.vn"
"""The National Public Service Portal (Cổng Dịch vụ công quốc gia)."""


class JournalProcedureGuide:
    """The procedures as this kiosk's copy of the office's data has them. For one lane only: it keeps its index."""

    def __init__(self, program: DeviceProgram) -> None:
        self._program = program
        self._indexed: tuple[int, date] | None = None
        self._index = ProcedureIndex(())

    def fields(self) -> tuple[ProcedureField, ...]:
        """The fields that have procedures and a line here, in the order of the lines; makes the search ready."""
        office = self._office()
        self._fresh_index(office)
        counts: dict[str, int] = {}
        for procedure in procedures_on(office, self._today()):
            counts[procedure.field] = counts.get(procedure.field, 0) + 1
        return tuple(
            ProcedureField(field, line.letter, line.icon, counts[field])
            for line in office.lines
            for field in line.fields
            if field in counts
        )

    def search(self, text: str, field: str) -> ProcedureHits:
        """What `text` finds; an empty one the whole field, or nothing without a field."""
        if not text.strip() and not field:
            return ProcedureHits((), 0)
        office = self._office()
        found = self._fresh_index(office).search(text, MOST_HITS, field)
        return ProcedureHits(tuple(_hit(office, entry) for entry in found.entries), found.total, found.nearby)

    def page(self, code: str) -> ProcedurePage:
        """The page of one procedure. Refusal `no_such_procedure`."""
        office = self._office()
        guidance = guidance_on(office, code, self._today())
        if guidance is not None:
            return _page(guidance, procedure_url(office, code))
        name = national_names().get(code)
        if name is None:
            raise Refusal(
                "no_such_procedure",
                "Không tìm thấy thủ tục này. Mời Ông/Bà hỏi cán bộ tại quầy hướng dẫn.",
                "This procedure was not found. Please ask an officer at the information counter.",
            )
        return _page_of_another_office(code, name)

    def sheet(self, code: str) -> bytes:
        """The PDF of the guidance. Refusal `not_received_here`."""
        # Imported with the first sheet: what draws PDFs would slow every start.
        from shared.documents.procedure_sheet import ProcedureSheet, render_procedure_sheet

        office, today = self._office(), self._today()
        guidance = guidance_on(office, code, today)
        if guidance is None:
            raise Refusal(
                "not_received_here",
                "Thủ tục này không tiếp nhận tại đây nên không có hướng dẫn để in.",
                "This procedure is not received here, so there is no guidance to print.",
            )
        url = procedure_url(office, code)
        return render_procedure_sheet(ProcedureSheet(office.name, office.hotline, guidance, today, url))

    def _fresh_index(self, office: Office) -> ProcedureIndex:
        today = self._today()
        if self._indexed != (office.version, today):
            self._index = index_of(office, today)
            self._indexed = (office.version, today)
        return self._index

    def _office(self) -> Office:
        with self._program.journal.reading() as reader:
            return self._program.reference.read(reader.connection)

    def _today(self) -> date:
        return business_date(self._program.journal.now())


def index_of(office: Office, day: date) -> ProcedureIndex:
    """The procedures that `office` receives on `day`, and by name all others of the country."""
    here = {each.code: each for each in procedures_on(office, day)}
    received = [SearchEntry(each.code, each.name, each.field, received_here=True) for each in here.values()]
    others = [
        SearchEntry(code, name, "", received_here=False) for code, name in national_names().items() if code not in here
    ]
    return ProcedureIndex([*received, *others])


@cache
def national_names() -> dict[str, str]:
    """The names of all procedures of the country by their codes."""
    table = (files("resources.catalogue") / "national_procedures.tsv").read_text(encoding="utf-8")
    rows = [line.partition("\t") for line in table.splitlines() if not line.startswith("#")]
    return {code: name for code, _, name in rows[1:]}


def procedure_url(office: Office, code: str) -> str:
    """Where a phone reads the same guidance."""
    return f"{office.public_url}/p/{code}"


def _hit(office: Office, entry: SearchEntry) -> ProcedureHit:
    line = line_of_field(office, entry.field) if entry.received_here else None
    return ProcedureHit(entry.code, entry.name, entry.field, line.letter if line else "", entry.received_here)


def _page(guidance: Guidance, url: str) -> ProcedurePage:
    procedure, line = guidance.procedure, guidance.line
    return ProcedurePage(
        code=procedure.code,
        name=procedure.name,
        field=procedure.field,
        received_here=True,
        papers=guidance.papers,
        time_limit_text=procedure.time_limit_text,
        fee_text=procedure.fee_text,
        result=procedure.result,
        letter=line.letter if line else "",
        line_name_vi=line.name_vi if line else "",
        line_name_en=line.name_en if line else "",
        counters=tuple(counter.number for counter in guidance.counters),
        take_along_url=url,
    )


def _page_of_another_office(code: str, name: str) -> ProcedurePage:
    return ProcedurePage(
        code=code,
        name=name,
        field="",
        received_here=False,
        papers=(),
        time_limit_text="",
        fee_text="",
        result="",
        letter="",
        line_name_vi="",
        line_name_en="",
        counters=(),
        take_along_url=NATIONAL_PORTAL,
    )
