"""The page of a procedure (hướng dẫn thủ tục): what to bring, how long, how much, where. Public, so it may be cached.

`/p/CODE` is the page of the office that receives the procedure; where several offices of the server do, it lets people
choose one, whose page is `/p/OFFICE/CODE`.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from fastapi.responses import Response

from server.offices import Offices
from server.public_pages.lookup import only_office
from server.public_pages.rendering import Request, page
from server.public_pages.words import Words
from shared.clock import business_date
from shared.domain.guidance import Guidance, Paper, guidance_on
from shared.domain.office import Office
from shared.domain.procedures import normalise_procedure_code
from shared.failures import Refusal

KEPT_FOR_SECONDS = 600
"""How long phones and proxies may keep a page: reference data change rarely, and never within one visit."""


@dataclass(frozen=True, slots=True)
class PaperView:
    """One paper (giấy tờ): `kind` is bring, online or kept; `detail` says form, number and when it is needed."""

    name: str
    kind: str
    detail: str


@dataclass(frozen=True, slots=True)
class ProcedureView:
    """The page (trang hướng dẫn thủ tục); texts that do not apply are ""."""

    code: str
    name: str
    papers: tuple[PaperView, ...]
    time_limit: str
    fee: str
    result: str
    line: str
    counters: str
    updated: str


@dataclass(frozen=True, slots=True)
class OfficeChoice:
    """One of several offices that receive the procedure."""

    name: str
    address: str
    link: str


def procedure_page(offices: Offices, request: Request, code: str, office: str | None = None) -> Response:
    """The page of the procedure `code` at `office`, or at the one office that receives it; 404 in words for none."""
    names = tuple(name for name in offices.names() if office in (None, name))
    found = list(_receiving(offices, code, names))
    if not found:
        return page("procedure_not_found", request, only_office(offices), 404)
    if len(found) > 1:
        choices = [
            OfficeChoice(
                each.name_en if request.words.language == "en" else each.name,
                each.address,
                request.link(f"/p/{each.id}/{guidance.procedure.code}"),
            )
            for each, guidance in found
        ]
        return _cacheable(page("procedure_offices", request, None, procedure=found[0][1].procedure, choices=choices))
    receiving, guidance = found[0]
    view = derive_procedure_view(guidance, request.words, business_date(offices.clock.now()).isoformat())
    return _cacheable(page("procedure", request, receiving, view=view))


def derive_procedure_view(guidance: Guidance, words: Words, day: str) -> ProcedureView:
    """The page of one procedure as in force on `day` (ISO). The catalogue itself is in Vietnamese only."""
    procedure, line = guidance.procedure, guidance.line
    line_name = "" if line is None else line.name_en if words.language == "en" else line.name_vi
    counters = ", ".join(str(counter.number) for counter in guidance.counters)
    return ProcedureView(
        code=procedure.code,
        name=procedure.name,
        papers=tuple(_paper(each, words) for each in guidance.papers),
        time_limit=procedure.time_limit_text,
        fee=procedure.fee_text,
        result=procedure.result,
        line=words("procedure_line", letter=line.letter, name=line_name) if line else words("procedure_ask"),
        counters=words("counter", number=counters) if counters else "",
        updated=words("procedure_as_of", date=words.date(day)),
    )


def _paper(paper: Paper, words: Words) -> PaperView:
    if paper.kept_in:
        return PaperView(paper.name, "kept", words("procedure_kept", database=paper.kept_in))
    if paper.online:
        return PaperView(paper.name, "online", words("procedure_online"))
    details = (each[:1].upper() + each[1:].rstrip(".") for each in (words.of(paper.how), paper.note) if each)
    return PaperView(paper.name, "bring", ". ".join(details))


def _receiving(offices: Offices, code: str, names: tuple[str, ...]) -> Iterator[tuple[Office, Guidance]]:
    """The offices among `names` that receive the procedure today."""
    try:
        normal = normalise_procedure_code(code)
    except Refusal:
        return
    today = business_date(offices.clock.now())
    for name in names:
        with offices.journal(name).reading() as reader:
            office = offices.reference(name).read(reader.connection)
        guidance = guidance_on(office, normal, today)
        if guidance is not None:
            yield office, guidance


def _cacheable(response: Response) -> Response:
    response.headers["Cache-Control"] = f"public, max-age={KEPT_FOR_SECONDS}"
    return response
