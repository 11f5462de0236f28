"""The ticket slip (phiếu số thứ tự): 80 mm of thermal paper, black on white, as long as it needs to be."""

from __future__ import annotations

import io
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from reportlab.lib.units import mm
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable, Paragraph, Spacer, Table, TableStyle

from shared.documents.fonts import Family, cap_height, slip_family
from shared.documents.paper import LANGUAGE, PRODUCER
from shared.documents.paper_text import balanced, centred, markup, plain, style, unbroken_terms
from shared.documents.qr import qr_flowable, whole_dots_size_mm
from shared.documents.vietnamese_words import date_in_figures, local_or_refuse

PAPER_WIDTH_MM = 80.0
PRINTABLE_WIDTH_MM = 72.0
PRINTER_DOTS_PER_MM = 8.0
"""Thermal heads of 203 dots per inch print 8 dots on a millimetre."""

_WIDTH = PRINTABLE_WIDTH_MM * mm
_SIDE = (PAPER_WIDTH_MM - PRINTABLE_WIDTH_MM) / 2 * mm
_TOP, _BOTTOM = 3 * mm, 5 * mm
_LARGEST_NUMBER = 92.0
_LARGEST_QR_MM = 38.0
_ENDLESS = 1e6


@dataclass(frozen=True, slots=True, kw_only=True)
class TicketSlip:
    """What a ticket slip says (phiếu số thứ tự).

    `label` is the number as it is called ("A012"); `wait_text_vi` and `wait_text_en` are ranges ("15–25 phút");
    `issued_at` is shown on the clocks of Viet Nam; `follow_url` is the QR's text ("" prints none);
    `priority_note`, `procedure_name` and `documents_to_bring` may be missing.
    """

    office_name: str
    label: str
    line_name_vi: str
    line_name_en: str
    people_ahead: int
    wait_text_vi: str
    wait_text_en: str
    issued_at: datetime
    follow_url: str
    priority_note: str | None = None
    procedure_name: str | None = None
    documents_to_bring: tuple[str, ...] = ()


class _Number(Flowable):
    """The number itself, as large as the paper is wide."""

    def __init__(self, label: str, face: str) -> None:
        super().__init__()
        self._label = label
        self._face = face
        self._size = min(_LARGEST_NUMBER, _WIDTH / stringWidth(label, face, 1))

    def wrap(self, _available_width: float, _available_height: float) -> tuple[float, float]:
        """The paper's width, and the height of a capital letter without the white around it."""
        return _WIDTH, cap_height(self._face) * self._size

    def draw(self) -> None:
        """Draws the number centred on its base line."""
        self.canv.setFont(self._face, self._size)
        self.canv.drawCentredString(_WIDTH / 2, 0, self._label)


class _TickBox(Flowable):
    """An empty box to tick, drawn: no face of ours has one."""

    def __init__(self, side: float) -> None:
        super().__init__()
        self._side = side

    def wrap(self, _available_width: float, _available_height: float) -> tuple[float, float]:
        """The box and the little room above it that sets it on the first line of its text."""
        return self._side, self._side + 3

    def draw(self) -> None:
        """Draws the four sides."""
        self.canv.setLineWidth(1)
        self.canv.rect(0, 0, self._side, self._side)


def render_ticket_slip(slip: TicketSlip) -> bytes:
    """The slip as a PDF of one page, 80 mm wide."""
    family = slip_family()
    parts = [
        *_heading(slip, family),
        *_number_and_line(slip, family),
        _queue(slip, family),
        *_what_to_do(family),
        *_follow(slip, family),
        *_papers(slip, family),
        *_footer(slip, family),
    ]
    heights = [part.wrap(_WIDTH, _ENDLESS)[1] for part in parts]
    page_height = sum(heights) + _TOP + _BOTTOM
    out = io.BytesIO()
    canvas = _canvas(out, page_height, family)
    canvas.setTitle(f"Phiếu số thứ tự {plain(slip.label)}")
    y = page_height - _TOP
    for part, height in zip(parts, heights, strict=True):
        y -= height
        part.drawOn(canvas, _SIDE, y)
    canvas.showPage()
    canvas.save()
    return out.getvalue()


def _canvas(out: io.BytesIO, page_height: float, family: Family) -> Canvas:
    first_face: dict[str, Any] = {"initialFontName": family.regular}  # the type stubs take it for a number
    canvas = Canvas(
        out,
        pagesize=(PAPER_WIDTH_MM * mm, page_height),
        invariant=1,
        pageCompression=1,
        lang=LANGUAGE,
        **first_face,
    )
    canvas.setAuthor(PRODUCER)
    canvas.setCreator(PRODUCER)
    canvas.setProducer(PRODUCER)
    canvas.setSubject("Phiếu số thứ tự")
    canvas.setViewerPreference("PrintScaling", "None")
    return canvas


def _heading(slip: TicketSlip, family: Family) -> list[Flowable]:
    office = centred(style(family.bold, 10.5, 13.5))
    return [
        balanced(markup(unbroken_terms(slip.office_name), family), office, _WIDTH),
        Spacer(1, 5),
        _cut(),
        Spacer(1, 8),
    ]


def _number_and_line(slip: TicketSlip, family: Family) -> list[Flowable]:
    parts: list[Flowable] = [
        _text("Số thứ tự của Ông/Bà", family.bold, 12),
        _text("Your number", family.regular, 9),
        Spacer(1, 9),
        _Number(plain(slip.label), family.heavy),
        Spacer(1, 11),
        balanced(markup(slip.line_name_vi, family), centred(style(family.bold, 15, 18.5)), _WIDTH),
        balanced(markup(slip.line_name_en, family), centred(style(family.regular, 9.5, 12)), _WIDTH),
        Spacer(1, 6),
    ]
    if slip.priority_note:
        parts += [_priority(slip.priority_note, family), Spacer(1, 6)]
    return parts


def _priority(note: str, family: Family) -> Table:
    text = Paragraph(f"Ưu tiên: {markup(note, family)}", centred(style(family.bold, 12, 15)))
    box = TableStyle([_face(family), ("BOX", (0, 0), (-1, -1), 1.5, "black"), ("BOTTOMPADDING", (0, 0), (-1, -1), 5)])
    return Table([[text]], colWidths=[_WIDTH], style=box)


def _queue(slip: TicketSlip, family: Family) -> Table:
    """People ahead and expected wait, side by side between two lines."""
    if slip.people_ahead:
        ahead = ("Đang chờ trước", f"{slip.people_ahead} người", f"{slip.people_ahead} ahead of you")
    else:
        ahead = ("Lượt Ông/Bà", "Kế tiếp", "You are next")
    wait = ("Thời gian chờ", slip.wait_text_vi, f"Wait: {slip.wait_text_en}")
    widths = [_WIDTH * 0.44, _WIDTH * 0.56]
    cells = [_fact(*fact, family, width - 4) for fact, width in zip((ahead, wait), widths, strict=True)]
    lines = TableStyle(
        [
            _face(family),
            ("LINEABOVE", (0, 0), (-1, 0), 1, "black"),
            ("LINEBELOW", (0, 0), (-1, -1), 1, "black"),
            ("LINEAFTER", (0, 0), (0, -1), 1, "black"),
            ("VALIGN", (0, 0), (-1, -1), "TOP"),
            ("LEFTPADDING", (0, 0), (-1, -1), 2),
            ("RIGHTPADDING", (0, 0), (-1, -1), 2),
            ("TOPPADDING", (0, 0), (-1, -1), 5),
            ("BOTTOMPADDING", (0, 0), (-1, -1), 7),
        ]
    )
    return Table([cells], colWidths=widths, style=lines)


def _fact(name: str, value: str, english: str, family: Family, width: float) -> list[Flowable]:
    return [
        _text(name, family.regular, 10),
        balanced(markup(value, family), centred(style(family.bold, 16, 20)), width),
        balanced(markup(english, family), centred(style(family.regular, 8.5, 11)), width),
    ]


def _what_to_do(family: Family) -> list[Flowable]:
    vietnamese = "Mời Ông/Bà ngồi chờ. Khi số được gọi, xin mời đến quầy ghi trên bảng."
    english = "Please take a seat. When your number is called, go to the counter shown on the board."
    return [
        Spacer(1, 8),
        balanced(vietnamese, centred(style(family.bold, 12, 15.5)), _WIDTH),
        Spacer(1, 2),
        balanced(english, centred(style(family.regular, 8.5, 11)), _WIDTH),
    ]


def _follow(slip: TicketSlip, family: Family) -> list[Flowable]:
    if not slip.follow_url:
        return []
    size = whole_dots_size_mm(slip.follow_url, _LARGEST_QR_MM, PRINTER_DOTS_PER_MM)
    code = qr_flowable(slip.follow_url, size)
    centre = TableStyle([_face(family), ("ALIGN", (0, 0), (-1, -1), "CENTER"), *_NO_PADDING])
    return [
        Spacer(1, 2),
        Table([[code]], colWidths=[_WIDTH], style=centre),
        _text("Quét mã để theo dõi số trên điện thoại", family.bold, 10),
        _text("Scan to follow your number on your phone", family.regular, 8.5),
    ]


def _papers(slip: TicketSlip, family: Family) -> list[Flowable]:
    parts: list[Flowable] = []
    if slip.procedure_name:
        parts += [
            Spacer(1, 8),
            _cut(),
            Spacer(1, 5),
            Paragraph(f"Thủ tục: {markup(slip.procedure_name, family)}", style(family.bold, 11, 14)),
        ]
    if slip.documents_to_bring:
        parts += [
            Spacer(1, 4),
            Paragraph("Giấy tờ cần có", style(family.bold, 11, 14)),
            Paragraph("Documents to bring", style(family.regular, 8.5, 11)),
            Spacer(1, 3),
            _checklist(slip.documents_to_bring, family),
        ]
    return parts


def _checklist(documents: tuple[str, ...], family: Family) -> Table:
    name = style(family.regular, 10.5, 13.5)
    rows = [[_TickBox(8.5), Paragraph(markup(document, family), name)] for document in documents]
    roomy = TableStyle(
        [_face(family), ("VALIGN", (0, 0), (-1, -1), "TOP"), *_NO_PADDING, ("BOTTOMPADDING", (0, 0), (-1, -1), 3)]
    )
    return Table(rows, colWidths=[14, _WIDTH - 14], style=roomy)


def _footer(slip: TicketSlip, family: Family) -> list[Flowable]:
    there = local_or_refuse(slip.issued_at)
    time = f"Lấy số lúc {there.hour:02d} giờ {there.minute:02d}, ngày {date_in_figures(there.date())}"
    return [Spacer(1, 8), _cut(), Spacer(1, 4), _text(time, family.regular, 9.5)]


def _face(family: Family) -> tuple[str, tuple[int, int], tuple[int, int], str]:
    """Keeps a table from naming a face of the viewer's for cells that hold no text of their own."""
    return ("FONTNAME", (0, 0), (-1, -1), family.regular)


def _text(text: str, face: str, size: float) -> Paragraph:
    return Paragraph(text, centred(style(face, size)))


class _Cut(Flowable):
    """A line across the slip."""

    def wrap(self, _available_width: float, _available_height: float) -> tuple[float, float]:
        """The paper's width, one point high."""
        return _WIDTH, 1.0

    def draw(self) -> None:
        """Draws the line."""
        self.canv.setLineWidth(1)
        self.canv.line(0, 0.5, _WIDTH, 0.5)


def _cut() -> _Cut:
    return _Cut()


_NO_PADDING = [
    ("LEFTPADDING", (0, 0), (-1, -1), 0),
    ("RIGHTPADDING", (0, 0), (-1, -1), 0),
    ("TOPPADDING", (0, 0), (-1, -1), 0),
    ("BOTTOMPADDING", (0, 0), (-1, -1), 0),
]
