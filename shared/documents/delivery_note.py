"""The note of a delivery (Phiếu gửi trả kết quả): a result or a letter that the post brings to the citizen.

Decision 45/2016/QĐ-TTg Art. 9, 10: office and post count and both sign; who receives signs here and shows an identity
paper. Circular 17/2017/TT-BTTTT: at least two invitations, two working days apart. The layout is the program's own.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from functools import partial

from reportlab.lib.units import mm
from reportlab.platypus import CondPageBreak, Flowable, KeepTogether, Paragraph, Spacer, Table

from shared.documents.fonts import form_family
from shared.documents.form_fields import (
    Setting,
    captioned_qr,
    field,
    fields_abreast,
    line,
    loose,
    ruled_cells,
    strong_field,
    tight,
)
from shared.documents.letterhead import Letterhead, Signatory, bare_table, form_title, letterhead, signatures_abreast
from shared.documents.paper import TEXT_WIDTH, PageMarks, render_a4
from shared.documents.paper_text import centred, markup, style
from shared.documents.vietnamese_words import local_or_refuse, money_in_figures, money_in_words, time_in_words

TITLE = "PHIẾU GỬI"
_QR_MM = 30.0
_GUTTER = 3 * mm
_BY_HAND = "(Ký và ghi rõ họ tên)"
_BLANK_ATTEMPTS = 2


@dataclass(frozen=True, slots=True)
class AttemptLine:
    """An attempt to deliver (một lần phát): when, how it ended, who tried."""

    at: datetime
    outcome: str
    employee: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ReceivedBy:
    """Who signed for it (người nhận): in what part ("người nhận", "người được ủy quyền"), with which identity paper."""

    name: str
    part: str
    paper: str
    paper_number: str
    at: datetime
    authorisation: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class DeliveryNote:
    """Everything the note says (Phiếu gửi trả kết quả).

    `what`: "Trả kết quả giải quyết", "Thư: Phiếu yêu cầu bổ sung…"; `recipients`: who else may receive, one line each;
    `due_at`: by when it should be delivered, None before the post has it; `received` None before it was delivered.
    """

    managing_body: str
    office_name: str
    office_address: str
    place: str
    prepared_at: datetime
    officer: str
    what: str
    dossier_code: str
    procedure_name: str
    addressee: str
    address: str
    phone: str
    recipients: tuple[str, ...] = ()
    tracking: str = ""
    fee_dong: int = 0
    post_name: str = ""
    employee: str = ""
    handed_over_at: datetime | None = None
    due_at: datetime | None = None
    attempts: tuple[AttemptLine, ...] = ()
    received: ReceivedBy | None = None
    copy_mark: str = ""


def render_delivery_note(note: DeliveryNote) -> bytes:
    """The note as an A4 PDF; what is not known yet is left to be written by hand."""
    family = form_family()
    marks = PageMarks(
        title=f"{TITLE.capitalize()} {note.dossier_code}",
        subject="Phiếu gửi trả kết quả qua bưu điện",
        running_head=f"{TITLE.capitalize()} hồ sơ {note.dossier_code}",
        reference=f"Mã hồ sơ {note.dossier_code}",
        copy_mark=note.copy_mark,
    )
    return render_a4([partial(_story, note, each) for each in (loose(family), tight(family))], marks)


def _story(note: DeliveryNote, setting: Setting) -> list[Flowable]:
    day = local_or_refuse(note.prepared_at).date()
    head = Letterhead(note.managing_body, note.office_name, note.tracking or "......", note.place, day)
    under = centred(style(setting.family.italic, 12, 15))
    return [
        *letterhead(head, setting.family),
        *form_title(TITLE, setting.family)[:-1],
        Paragraph("(Trả kết quả giải quyết thủ tục hành chính qua bưu điện)", under),
        Spacer(1, 6),
        _addressee_beside_qr(note, setting),
        *_content(note, setting),
        CondPageBreak(30 * mm),
        line("Các lần phát (mời nhận ít nhất 02 lần, cách nhau 02 ngày làm việc):", setting),
        Spacer(1, 2),
        _attempts(note, setting),
        Spacer(1, 6),
        KeepTogether([*_received(note, setting), Spacer(1, 8), _signatures(note, setting)]),
    ]


def _addressee_beside_qr(note: DeliveryNote, setting: Setting) -> Flowable:
    width = TEXT_WIDTH - _GUTTER - _QR_MM * mm
    others = "; ".join(note.recipients)
    text: list[Flowable] = [
        strong_field("Người nhận", note.addressee, setting, width),
        strong_field("Địa chỉ", note.address, setting, width),
        field("Điện thoại", note.phone, setting, width),
        *([field("Người được ủy quyền nhận", others, setting, width)] if others else []),
    ]
    caption = "Số hiệu bưu gửi" if note.tracking else "Mã hồ sơ"
    code = captioned_qr(note.tracking or note.dossier_code, caption, _QR_MM, setting.family)
    return bare_table([[text, "", code]], [width, _GUTTER, _QR_MM * mm], setting.space_after)


def _content(note: DeliveryNote, setting: Setting) -> list[Flowable]:
    parts: list[Flowable] = [
        strong_field("Nội dung", note.what, setting, TEXT_WIDTH),
        *fields_abreast(("Mã hồ sơ", note.dossier_code), ("Số hiệu bưu gửi", note.tracking), setting, TEXT_WIDTH),
        field("Thủ tục hành chính", note.procedure_name, setting, TEXT_WIDTH),
        field("Cơ quan gửi", ", ".join(filter(None, (note.office_name, note.office_address))), setting, TEXT_WIDTH),
        field("Bưu điện nhận phát", note.post_name, setting, TEXT_WIDTH),
    ]
    if note.due_at is not None:
        parts.append(line(f"Phát chậm nhất: <b>{time_in_words(note.due_at)}</b>.", setting))
    if note.fee_dong:
        said = f"<b>{money_in_figures(note.fee_dong)}</b> đồng ({money_in_words(note.fee_dong)})"
        parts.append(line(f"Phí, lệ phí thu hộ khi phát: {said}.", setting))
    return parts


def _attempts(note: DeliveryNote, setting: Setting) -> Table:
    text = style(setting.family.regular, 12, 14.5)
    head = centred(style(setting.family.bold, 12, 14.5))
    rows: list[list[object]] = [[Paragraph(each, head) for each in ("Lần", "Thời gian", "Kết quả", "Nhân viên")]]
    for order, each in enumerate(note.attempts, start=1):
        cells = (_moment(each.at), markup(each.outcome, setting.family), markup(each.employee, setting.family))
        rows.append([Paragraph(str(order), centred(text)), *(Paragraph(cell, text) for cell in cells)])
    if note.received is None:
        begun = len(note.attempts)
        blank = max(_BLANK_ATTEMPTS - begun, 1)
        rows += [[Paragraph(str(begun + at), centred(text)), "", "", ""] for at in range(1, blank + 1)]
    elif not note.attempts:
        rows.append([Paragraph("–", centred(text)), Paragraph("Phát được ngay lần đầu", text), "", ""])
    widths = [12 * mm, 48 * mm, 60 * mm, TEXT_WIDTH - 120 * mm]
    return Table(rows, colWidths=widths, style=ruled_cells(setting))


def _moment(instant: datetime) -> str:
    there = local_or_refuse(instant)
    return f"{there:%H} giờ {there:%M}, {there:%d/%m/%Y}"


def _received(note: DeliveryNote, setting: Setting) -> list[Flowable]:
    received = note.received
    if received is None:
        return [
            field("Người ký nhận", "", setting, TEXT_WIDTH),
            *fields_abreast(("Giấy tờ tùy thân đã xem", ""), ("Số", ""), setting, TEXT_WIDTH),
            line("Nhận lúc ...... giờ ...... phút, ngày ...... tháng ...... năm ..........", setting),
        ]
    parts: list[Flowable] = [
        strong_field("Người ký nhận", f"{received.name} ({received.part})", setting, TEXT_WIDTH),
        *fields_abreast(
            ("Giấy tờ tùy thân đã xem", received.paper), ("Số", received.paper_number), setting, TEXT_WIDTH
        ),
    ]
    if received.authorisation:
        parts.append(field("Giấy ủy quyền", received.authorisation, setting, TEXT_WIDTH))
    return [*parts, line(f"Nhận lúc {time_in_words(received.at)}.", setting)]


def _signatures(note: DeliveryNote, setting: Setting) -> Flowable:
    when = (
        "" if note.handed_over_at is None else f"Nhận lúc {time_in_words(note.handed_over_at)}".replace(", ", ",<br/>")
    )
    office = Signatory("CÔNG CHỨC GIAO", (_BY_HAND,), note.officer, "")
    post = Signatory("NHÂN VIÊN BƯU ĐIỆN", (_BY_HAND,), note.employee, when)
    receiver = Signatory("NGƯỜI NHẬN", (_BY_HAND,), note.received.name if note.received else "", "")
    return signatures_abreast((office, post, receiver), setting.family, setting.signing_room)
