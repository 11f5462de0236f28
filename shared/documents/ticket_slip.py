"""The ticket slip (phiếu số thứ tự): 80 mm of thermal paper, black on white, as long as it needs to be."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.platypus import Flowable, Paragraph, Spacer, Table, TableStyle

from shared.documents.fonts import Family, cap_height, slip_family
from shared.documents.paper_text import balanced, centred, markup, plain, style
from shared.documents.slip_paper import (
    WIDTH,
    Cut,
    centred_code,
    centred_text,
    checklist,
    office_heading,
    own_face,
    render_strip,
)
from shared.documents.vietnamese_words import date_in_figures, local_or_refuse

_LARGEST_NUMBER = 92.0


@dataclass(frozen=True, slots=True, kw_only=True)
class TicketSlip:
    """What a ticket slip says (phiếu số thứ tự).

    `label` is the number as it is called ("A012"); `wait_text_vi` and `wait_text_en` are ranges ("15–25 phút");
    `issued_at` is shown on the clocks of Viet Nam; `follow_url` is the QR's text ("" prints none);
    `priority_note` (with its English), `procedure_name` and `documents_to_bring` may be missing. `appointment_at`: when
    its holder was expected. `then`: the names (Vietnamese, English) of the lines that follow with the same number.
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
    priority_note_en: str | None = None
    appointment_at: datetime | None = None
    then: tuple[tuple[str, str], ...] = ()
    procedure_name: str | None = None
    documents_to_bring: tuple[str, ...] = ()


class _Number(Flowable):
    """The number itself, as large as the paper is wide."""

    def __init__(self, label: str, face: str) -> None:
        super().__init__()
        self._label = label
        self._face = face
        self._size = min(_LARGEST_NUMBER, WIDTH / stringWidth(label, face, 1))

    def wrap(self, _available_width: float, _available_height: float) -> tuple[float, float]:
        """The paper's width, and the height of a capital letter without the white around it."""
        return WIDTH, cap_height(self._face) * self._size

    def draw(self) -> None:
        """Draws the number centred on its base line."""
        self.canv.setFont(self._face, self._size)
        self.canv.drawCentredString(WIDTH / 2, 0, self._label)


def render_ticket_slip(slip: TicketSlip) -> bytes:
    """The slip as a PDF of one page, 80 mm wide."""
    family = slip_family()
    parts = [
        *_heading(slip, family),
        *_number_and_line(slip, family),
        _queue(slip, family),
        *_then(slip, family),
        *_what_to_do(family),
        *_follow(slip, family),
        *_papers(slip, family),
        *_footer(slip, family),
    ]
    return render_strip(parts, f"Phiếu số thứ tự {slip.label}", "Phiếu số thứ tự", family)


def _heading(slip: TicketSlip, family: Family) -> list[Flowable]:
    return [
        office_heading(slip.office_name, family),
        Spacer(1, 5),
        Cut(),
        Spacer(1, 8),
    ]


def _number_and_line(slip: TicketSlip, family: Family) -> list[Flowable]:
    parts: list[Flowable] = [
        centred_text("Số thứ tự của Ông/Bà", family.bold, 12),
        centred_text("Your number", family.regular, 9),
        Spacer(1, 9),
        _Number(plain(slip.label), family.heavy),
        Spacer(1, 11),
        balanced(markup(slip.line_name_vi, family), centred(style(family.bold, 15, 18.5)), WIDTH),
        balanced(markup(slip.line_name_en, family), centred(style(family.regular, 9.5, 12)), WIDTH),
        Spacer(1, 6),
    ]
    if slip.priority_note:
        english = f"Priority: {slip.priority_note_en}" if slip.priority_note_en else ""
        parts += [_framed(f"Ưu tiên: {slip.priority_note}", english, family), Spacer(1, 6)]
    if slip.appointment_at:
        there = local_or_refuse(slip.appointment_at)
        time = f"{there.hour:02d} giờ {there.minute:02d}"
        parts += [_framed(f"Lịch hẹn: {time}", f"Appointment: {there:%H:%M}", family), Spacer(1, 6)]
    return parts


def _framed(vietnamese: str, english: str, family: Family) -> Table:
    """Why the number is called before others, in a frame."""
    texts = [Paragraph(markup(vietnamese, family), centred(style(family.bold, 12, 15)))]
    if english:
        texts.append(Paragraph(markup(english, family), centred(style(family.regular, 8.5, 11))))
    frame = ("BOX", (0, 0), (-1, -1), 1.5, "black")
    box = TableStyle([own_face(family), frame, ("BOTTOMPADDING", (0, 0), (-1, -1), 5)])
    return Table([[texts]], colWidths=[WIDTH], style=box)


def _then(slip: TicketSlip, family: Family) -> list[Flowable]:
    """The visit's further matters in their order."""
    if not slip.then:
        return []
    parts: list[Flowable] = [
        Spacer(1, 7),
        centred_text("Sau đó, vẫn với số này", family.bold, 11),
        centred_text("Then, with the same number", family.regular, 8.5),
        Spacer(1, 2),
    ]
    for place, (vietnamese, english) in enumerate(slip.then, 2):
        name = markup(f"{place}. {vietnamese}", family)
        parts.append(balanced(name, centred(style(family.bold, 12, 15)), WIDTH))
        parts.append(balanced(markup(english, family), centred(style(family.regular, 8.5, 11)), WIDTH))
    return [*parts, Spacer(1, 4), Cut()]


def _queue(slip: TicketSlip, family: Family) -> Table:
    """People ahead and expected wait, side by side between two lines."""
    if slip.people_ahead:
        ahead = ("Đang chờ trước", f"{slip.people_ahead} người", f"{slip.people_ahead} ahead of you")
    else:
        ahead = ("Lượt Ông/Bà", "Kế tiếp", "You are next")
    wait = ("Thời gian chờ", slip.wait_text_vi, f"Wait: {slip.wait_text_en}")
    widths = [WIDTH * 0.44, WIDTH * 0.56]
    cells = [_fact(*fact, family, width - 4) for fact, width in zip((ahead, wait), widths, strict=True)]
    lines = TableStyle(
        [
            own_face(family),
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
        centred_text(name, family.regular, 10),
        balanced(markup(value, family), centred(style(family.bold, 16, 20)), width),
        balanced(markup(english, family), centred(style(family.regular, 8.5, 11)), width),
    ]


def _what_to_do(family: Family) -> list[Flowable]:
    vietnamese = "Mời Ông/Bà ngồi chờ. Khi số được gọi, xin mời đến quầy đã gọi."
    english = "Please take a seat. When your number is called, go to the counter that calls it."
    return [
        Spacer(1, 8),
        balanced(vietnamese, centred(style(family.bold, 12, 15.5)), WIDTH),
        Spacer(1, 2),
        balanced(english, centred(style(family.regular, 8.5, 11)), WIDTH),
    ]


def _follow(slip: TicketSlip, family: Family) -> list[Flowable]:
    if not slip.follow_url:
        return []
    return [
        Spacer(1, 2),
        centred_code(slip.follow_url, family),
        centred_text("Quét mã để theo dõi số trên điện thoại", family.bold, 10),
        centred_text("Scan to follow your number on your phone", family.regular, 8.5),
    ]


def _papers(slip: TicketSlip, family: Family) -> list[Flowable]:
    parts: list[Flowable] = []
    if slip.procedure_name:
        parts += [
            Spacer(1, 8),
            Cut(),
            Spacer(1, 5),
            Paragraph(f"Thủ tục: {markup(slip.procedure_name, family)}", style(family.bold, 11, 14)),
        ]
    if slip.documents_to_bring:
        name = style(family.regular, 10.5, 13.5)
        parts += [
            Spacer(1, 4),
            Paragraph("Giấy tờ cần có", style(family.bold, 11, 14)),
            Paragraph("Documents to bring", style(family.regular, 8.5, 11)),
            Spacer(1, 3),
            checklist([[Paragraph(markup(each, family), name)] for each in slip.documents_to_bring], family),
        ]
    return parts


def _footer(slip: TicketSlip, family: Family) -> list[Flowable]:
    there = local_or_refuse(slip.issued_at)
    time = f"Lấy số lúc {there.hour:02d} giờ {there.minute:02d}, ngày {date_in_figures(there.date())}"
    return [Spacer(1, 8), Cut(), Spacer(1, 4), centred_text(time, family.regular, 9.5)]
