"""What the screens of the procedures show, derived from the state of the journey."""

from __future__ import annotations

from dataclasses import dataclass

from kiosk.journeys.procedures.state import ProceduresState
from kiosk.language import Words
from kiosk.ports import ProcedureField, ProcedureHit, ProcedureHits, ProcedurePage
from kiosk.qr_source import qr_source
from kiosk.text_words import in_language, shortened
from shared.domain.guidance import Paper

LONGEST_NAME_IN_A_LIST = 90
LONGEST_TITLE = 200


@dataclass(frozen=True, slots=True)
class FieldProps:
    """A field (lĩnh vực) as a tile."""

    name: str
    letter: str
    icon: str
    count: str


@dataclass(frozen=True, slots=True)
class HitProps:
    """A procedure in the list; `name` may be shortened, `full_name` is not; `where` is said below it."""

    code: str
    name: str
    full_name: str
    letter: str
    where: str
    received_here: bool


@dataclass(frozen=True, slots=True)
class PaperProps:
    """One paper: `kind` is bring, online or kept; `detail` says form, number and when it is needed."""

    kind: str
    name: str
    detail: str


@dataclass(frozen=True, slots=True)
class PageProps:
    """The page of one procedure; texts that do not apply are "". `name` may be shortened, `qr` is an image address."""

    code: str
    name: str
    full_name: str
    received_here: bool
    papers: tuple[PaperProps, ...]
    time_limit: str
    fee: str
    result: str
    letter: str
    line_name: str
    counters: str
    not_here: str
    qr: str
    can_queue: bool
    slip: str


_NO_PAGE = PageProps(
    code="",
    name="",
    full_name="",
    received_here=False,
    papers=(),
    time_limit="",
    fee="",
    result="",
    letter="",
    line_name="",
    counters="",
    not_here="",
    qr="",
    can_queue=False,
    slip="",
)


@dataclass(frozen=True, slots=True)
class ProceduresProps:
    """All screens of the journey. `said` is the sentence above the hits: how many, only similar ones, none."""

    stage: str
    ready: bool
    fields: tuple[FieldProps, ...]
    fields_from: int
    field: str
    typed: str
    keyboard: bool
    searching: bool
    hits: tuple[HitProps, ...]
    hits_from: int
    said: str
    nothing: bool
    page: PageProps
    problem: str


def derive_procedures_props(state: ProceduresState, words: Words) -> ProceduresProps:
    """The screens of the journey in the language of `words`. The catalogue itself is in Vietnamese only."""
    searching = state.answered < state.asked
    wanted = bool(state.typed.strip() or state.field)
    return ProceduresProps(
        stage=state.stage,
        ready=bool(state.fields),
        fields=tuple(derive_field_props(each, words) for each in state.fields),
        fields_from=state.fields_from,
        field=state.field,
        typed=state.typed,
        keyboard=state.keyboard,
        searching=searching,
        hits=tuple(derive_hit_props(each, words) for each in state.hits.hits) if wanted else (),
        hits_from=state.hits_from,
        said=found_text(state.hits, words) if wanted and not (searching and not state.hits.total) else "",
        nothing=wanted and not searching and state.hits.total == 0,
        page=derive_page_props(state.page, state.slip, words),
        problem=state.problem.in_language(words.language) if state.problem else "",
    )


def derive_field_props(field: ProcedureField, words: Words) -> FieldProps:
    """The tile of one field."""
    number = field.procedures
    count = words.translate("Procedures", "%n thủ tục", None, number)
    return FieldProps(field.name, field.letter, field.icon, count)


def derive_hit_props(hit: ProcedureHit, words: Words) -> HitProps:
    """One line of the list."""
    if not hit.received_here:
        where = words.translate("Procedures", "Không tiếp nhận tại đây")
    elif hit.letter:
        where = words.translate("Procedures", "Hàng %1").replace("%1", hit.letter)
    else:
        where = words.translate("Procedures", "Hỏi quầy hướng dẫn")
    name = shortened(hit.name, LONGEST_NAME_IN_A_LIST)
    return HitProps(hit.code, name, hit.name, hit.letter, where, hit.received_here)


def found_text(hits: ProcedureHits, words: Words) -> str:
    """How many were found, and what to do when there are too many, only similar ones, or none."""
    total = hits.total
    if total == 0:
        return words.translate(
            "Procedures", "Không tìm thấy thủ tục nào. Mời Ông/Bà thử từ khác, hoặc xem theo lĩnh vực."
        )
    if hits.nearby:
        return words.translate("Procedures", "Không có đúng từ này. Gần giống: %n thủ tục", None, total)
    if total > len(hits.hits):
        return words.translate("Procedures", "Có %n thủ tục. Gõ thêm để thu hẹp.", None, total)
    return words.translate("Procedures", "Tìm thấy %n thủ tục", None, total)


def derive_page_props(page: ProcedurePage | None, slip: str, words: Words) -> PageProps:
    """The page of a procedure; empty for none."""
    if page is None:
        return _NO_PAGE
    counters = ", ".join(str(number) for number in page.counters)
    return PageProps(
        code=page.code,
        name=shortened(page.name, LONGEST_TITLE),
        full_name=page.name,
        received_here=page.received_here,
        papers=tuple(derive_paper_props(each, words) for each in sorted(page.papers, key=_place_in_the_list)),
        time_limit=page.time_limit_text,
        fee=page.fee_text,
        result=page.result,
        letter=page.letter,
        line_name=in_language(page.line_name_vi, page.line_name_en, words),
        counters=words.translate("Procedures", "Quầy số %1").replace("%1", counters) if counters else "",
        not_here="" if page.received_here else not_here_text(words),
        qr=qr_source(page.take_along_url),
        can_queue=page.received_here and page.letter != "",
        slip=slip,
    )


def not_here_text(words: Words) -> str:
    """What is said of a procedure of another office, which nobody here knows by name."""
    ask = words.translate(
        "Procedures", "Thủ tục này không tiếp nhận tại đây. Mời Ông/Bà hỏi cán bộ tại quầy hướng dẫn."
    )
    look = words.translate("Procedures", "Có thể xem trên Cổng Dịch vụ công quốc gia: dichvucong.gov.vn")
    return f"{ask} {look}"


def derive_paper_props(paper: Paper, words: Words) -> PaperProps:
    """One paper, with what is said below its name."""
    if paper.kept_in:
        detail = words.translate("Procedures", "Không phải nộp, đã có trong: %1").replace("%1", paper.kept_in)
        return PaperProps("kept", paper.name, detail)
    if paper.online:
        return PaperProps("online", paper.name, words.translate("Procedures", "Chỉ khi nộp trực tuyến"))
    how = paper.how.in_language(words.language)
    details = [each[:1].upper() + each[1:] for each in (how, paper.note) if each]
    return PaperProps("bring", paper.name, ". ".join(each.rstrip(".") for each in details))


def _place_in_the_list(paper: Paper) -> int:
    """What must be brought first, then what only some need, then what nobody may ask for."""
    return 2 if paper.kept_in else 1 if paper.online else 0
