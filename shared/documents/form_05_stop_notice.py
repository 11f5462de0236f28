"""Form 05: Thông báo dừng giải quyết hồ sơ, on the citizen's own request and only on it.

Decree 118/2025 Art. 21, Circular 03/2025/TT-VPCP Art. 7. Of this form only title and number are known: the layout of
the Appendix has not been found. What is drawn here is a neutral draft of the office, and the sheet says so. Circular
01/2018 has no such form.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from functools import partial

from reportlab.platypus import Flowable, KeepTogether, Paragraph, Spacer, Table, TableStyle

from shared.documents.dated_form import BY_HAND, FormHeading, Printing, digital, dossier_qr, opening, render_form
from shared.documents.form_fields import (
    Setting,
    addressed,
    beside_code,
    field,
    fields_abreast,
    line,
    numbered_lines,
    strong_field,
)
from shared.documents.letterhead import Signatory, signatures
from shared.documents.paper import TEXT_WIDTH
from shared.documents.paper_text import centred, markup, style
from shared.documents.vietnamese_words import time_in_words

DRAFT_NOTE = "BẢN DỰ THẢO – cách trình bày trung tính, chưa phải mẫu chính thức của Văn phòng Chính phủ"


@dataclass(frozen=True, slots=True, kw_only=True)
class Form05:
    """Everything the stop notice says (Thông báo dừng giải quyết hồ sơ).

    `request_paper`: what shows that the citizen asked ("Đơn đề nghị của người nộp hồ sơ"); `requested_at`, when;
    `stopped_at`: from when the dossier is stopped. `returned_papers`: what the citizen gets back, () when nothing;
    `fee_text`: what becomes of fees paid, "" refers to the law of the field. Other texts that are "" are dots.
    """

    heading: FormHeading
    dossier_code: str
    applicant_name: str
    identity_number: str
    address: str
    phone: str
    email: str
    procedure_name: str
    received_at: datetime
    requested_at: datetime
    request_paper: str
    stopped_at: datetime
    returned_papers: tuple[str, ...]
    fee_text: str
    officer_name: str
    look_up_url: str
    printing: Printing = "original"


def render_form_05(form: Form05) -> bytes:
    """The notice as an A4 PDF, marked as a draft. ValueError for a version of another form or a time without offset."""
    return render_form("stop_notice", form.heading, form.dossier_code, form.printing, partial(_story, form))


def _story(form: Form05, setting: Setting) -> list[Flowable]:
    code = dossier_qr(form.look_up_url, form.dossier_code, setting)
    return [
        *opening(form.heading, setting),
        _draft_note(setting),
        addressed(form.applicant_name, setting),
        *beside_code(partial(_applicant, form, setting), code, setting),
        *_stopped(form, setting),
        *_returned(form, setting),
        KeepTogether(
            [
                line("Xin thông báo để Ông/Bà/Tổ chức được biết./.", setting),
                Spacer(1, 8),
                _signatures(form, setting),
            ]
        ),
    ]


def _draft_note(setting: Setting) -> Table:
    note = Paragraph(markup(DRAFT_NOTE, setting.family), centred(style(setting.family.italic, 11, 14)))
    frame = TableStyle(
        [
            ("FONTNAME", (0, 0), (-1, -1), setting.family.regular),
            ("BOX", (0, 0), (-1, -1), 0.7, "black"),
            ("BOTTOMPADDING", (0, 0), (-1, -1), 5),
        ]
    )
    return Table([[note]], colWidths=[TEXT_WIDTH], style=frame, spaceAfter=8)


def _applicant(form: Form05, setting: Setting, width: float) -> list[list[Flowable]]:
    return [
        [strong_field("Mã hồ sơ", form.dossier_code, setting, width)],
        [field("Số định danh cá nhân/tổ chức", form.identity_number, setting, width)],
        [field("Địa chỉ", form.address, setting, width)],
        fields_abreast(("Số điện thoại", form.phone), ("Email", form.email), setting, width),
        [strong_field("Nội dung yêu cầu giải quyết", form.procedure_name, setting, width)],
        [line(f"Thời gian nhận hồ sơ: {time_in_words(form.received_at)}.", setting)],
    ]


def _stopped(form: Form05, setting: Setting) -> list[Flowable]:
    office = markup(form.heading.office_name, setting.family)
    basis = markup(form.heading.version.basis, setting.family)
    return [
        line(f"Thời gian yêu cầu dừng: {time_in_words(form.requested_at)}.", setting),
        field("Văn bản, hình thức yêu cầu dừng", form.request_paper, setting, TEXT_WIDTH),
        line(
            f"Căn cứ Điều 21 Nghị định 118/2025/NĐ-CP, {basis} và theo yêu cầu nêu trên của Ông/Bà/Tổ chức, {office} "
            f"thông báo dừng giải quyết hồ sơ này kể từ <b>{time_in_words(form.stopped_at)}</b>.",
            setting,
        ),
    ]


def _returned(form: Form05, setting: Setting) -> list[Flowable]:
    fees = form.fee_text or "Theo quy định của pháp luật chuyên ngành."
    if form.returned_papers:
        heading = line("Giấy tờ trả lại người nộp hồ sơ:", setting)
        papers = [heading, *numbered_lines(form.returned_papers, 0, setting)]
    else:
        papers = [line("Giấy tờ trả lại người nộp hồ sơ: không có.", setting)]
    return [*papers, field("Phí, lệ phí đã nộp", fees, setting, TEXT_WIDTH)]


def _signatures(form: Form05, setting: Setting) -> Flowable:
    citizen = Signatory("NGƯỜI NHẬN THÔNG BÁO", (BY_HAND,), "", "")
    officer = Signatory("NGƯỜI LẬP THÔNG BÁO", (BY_HAND, digital("Người lập thông báo")), form.officer_name, "")
    return signatures(citizen, officer, setting.family, setting.signing_room)
