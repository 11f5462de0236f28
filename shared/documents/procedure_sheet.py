"""The guidance of a procedure (hướng dẫn thủ tục) on the paper of the slips: what to bring, to be ticked at home."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from reportlab.platypus import Flowable, Paragraph, Spacer

from shared.documents.fonts import Family, slip_family
from shared.documents.paper_text import balanced, centred, markup, style
from shared.documents.slip_paper import (
    WIDTH,
    Cut,
    centred_code,
    centred_text,
    checklist,
    office_heading,
    render_strip,
)
from shared.documents.vietnamese_words import date_in_figures
from shared.domain.guidance import Guidance, Paper


@dataclass(frozen=True, slots=True)
class ProcedureSheet:
    """What the strip says (tờ hướng dẫn thủ tục).

    `printed_on` is the day for which the guidance holds; `url` is the QR's text; an empty `hotline` is not printed.
    """

    office_name: str
    hotline: str
    guidance: Guidance
    printed_on: date
    url: str


def render_procedure_sheet(sheet: ProcedureSheet) -> bytes:
    """The guidance as a PDF of one page, 80 mm wide. The catalogue is in Vietnamese; its headings are in both."""
    family = slip_family()
    procedure = sheet.guidance.procedure
    parts = [
        *_heading(sheet, family),
        *_papers(sheet.guidance.papers, family),
        *_section("Thời hạn giải quyết", "Time limit", procedure.time_limit_text, family),
        *_section("Phí, lệ phí", "Fees", procedure.fee_text, family),
        *_section("Kết quả", "Result", procedure.result, family),
        *_section("Nơi nộp", "Where", where_in_words(sheet.guidance), family),
        *_footer(sheet, family),
    ]
    return render_strip(parts, f"Hướng dẫn thủ tục {procedure.code}", procedure.name, family)


def where_in_words(guidance: Guidance) -> str:
    """ "Lấy số hàng A – Hộ tịch; quầy 1, 3"; whom to ask where the office has no line for it."""
    if guidance.line is None:
        return "Mời Ông/Bà hỏi cán bộ tại quầy hướng dẫn."
    line = f"Lấy số hàng {guidance.line.letter} ({guidance.line.name_vi})"
    counters = ", ".join(str(counter.number) for counter in guidance.counters)
    return f"{line}; quầy số {counters}" if counters else line


def _heading(sheet: ProcedureSheet, family: Family) -> list[Flowable]:
    procedure = sheet.guidance.procedure
    return [
        office_heading(sheet.office_name, family),
        Spacer(1, 5),
        Cut(),
        Spacer(1, 6),
        centred_text("Hướng dẫn thủ tục", family.bold, 12),
        centred_text("Guide to a procedure", family.regular, 8.5),
        Spacer(1, 5),
        balanced(markup(procedure.name, family), centred(style(family.bold, _name_size(procedure.name))), WIDTH),
        Spacer(1, 3),
        centred_text(f"Mã thủ tục: {markup(procedure.code, family)}", family.regular, 9.5),
        Spacer(1, 6),
        Cut(),
    ]


def _name_size(name: str) -> float:
    return 14 if len(name) <= 80 else 11.5 if len(name) <= 200 else 10


def _papers(papers: tuple[Paper, ...], family: Family) -> list[Flowable]:
    needed = [paper for paper in papers if paper.to_bring]
    kept = [paper for paper in papers if paper.kept_in]
    online = [paper for paper in papers if paper.online]
    parts = _title("Giấy tờ cần mang", "Documents to bring", family)
    if needed:
        parts += [Spacer(1, 3), checklist([_paper(paper, family) for paper in needed], family)]
    else:
        parts.append(_small("Danh mục chưa ghi giấy tờ. Mời Ông/Bà hỏi cán bộ tại quầy hướng dẫn.", family))
    if kept:
        parts += _title("Không phải nộp, đã có trong cơ sở dữ liệu", "Not needed: the state has them", family)
        parts += [_small(f"• {paper.name} ({paper.kept_in})", family) for paper in kept]
    if online:
        parts += _title("Chỉ khi nộp trực tuyến", "Only when applying online", family)
        parts += [_small(f"• {paper.name}", family) for paper in online]
    return parts


def _paper(paper: Paper, family: Family) -> list[Flowable]:
    lines: list[Flowable] = [Paragraph(markup(paper.name, family), style(family.bold, 10.5, 13.5))]
    if paper.how.vi:
        lines.append(_small(paper.how.vi[:1].upper() + paper.how.vi[1:], family))
    if paper.note:
        lines.append(_small(paper.note, family))
    return lines


def _section(vietnamese: str, english: str, text: str, family: Family) -> list[Flowable]:
    """A heading and its text; nothing where there is no text."""
    if not text:
        return []
    return [*_title(vietnamese, english, family), Paragraph(markup(text, family), style(family.regular, 10.5, 13.5))]


def _title(vietnamese: str, english: str, family: Family) -> list[Flowable]:
    both = f'{vietnamese} <font name="{family.regular}" size="8.5">{english}</font>'
    return [Spacer(1, 6), Paragraph(both, style(family.bold, 11, 14))]


def _small(text: str, family: Family) -> Paragraph:
    return Paragraph(markup(text, family), style(family.regular, 9.5, 12.5))


def _footer(sheet: ProcedureSheet, family: Family) -> list[Flowable]:
    parts: list[Flowable] = [
        Spacer(1, 8),
        Cut(),
        centred_code(sheet.url, family),
        centred_text("Quét mã để xem trên điện thoại", family.bold, 10),
        centred_text("Scan to read this on your phone", family.regular, 8.5),
        Spacer(1, 6),
        centred_text(f"Theo quy định tại ngày {date_in_figures(sheet.printed_on)}", family.regular, 9.5),
    ]
    if sheet.hotline:
        parts.append(centred_text(f"Hỏi thêm: {markup(sheet.hotline, family)}", family.regular, 9.5))
    return parts
