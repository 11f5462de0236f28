"""Form 04: Phiếu xin lỗi và đề nghị gia hạn thời gian giải quyết, the apology with the reason and the one new date.

Decree 118/2025 Art. 19(6): at least one day before the promised date, once per dossier. Signed by the head of the
agency that settles the dossier, not at the counter. Wording of the 2025 generation; the layout of the older form
(Circular 01/2018, "Phiếu xin lỗi và hẹn lại ngày trả kết quả") is not at hand: an older dossier gets this one under
the older number and title.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from functools import partial

from reportlab.platypus import Flowable, KeepTogether, Spacer

from shared.documents.dated_form import BY_HAND, FormHeading, Printing, digital, dossier_qr, opening, render_form
from shared.documents.form_fields import Setting, addressed, field, line
from shared.documents.letterhead import Signatory, beside_signature
from shared.documents.paper import TEXT_WIDTH
from shared.documents.paper_text import markup, plain
from shared.documents.vietnamese_words import date_in_words, local_or_refuse


@dataclass(frozen=True, slots=True, kw_only=True)
class Form04:
    """Everything Form 04 says (Phiếu xin lỗi và đề nghị gia hạn thời gian giải quyết).

    `agency_name`: the body that settles the dossier and apologises (tên cơ quan, đơn vị); `promised_at`: the time on
    Form 01; `new_date`: the one new date, the only one (hẹn lại không quá một lần); `head_name`: thủ trưởng, who signs.
    `head_title`: which office they hold, "" for the form's own words. A text that is "" is printed as dots.
    `look_up_url` must hold no personal data, "" prints no code.
    """

    heading: FormHeading
    dossier_code: str
    applicant_name: str
    identity_number: str
    agency_name: str
    procedure_name: str
    received_on: date
    promised_at: datetime
    reason: str
    new_date: date
    head_name: str
    look_up_url: str
    printing: Printing = "original"
    head_title: str = ""


def render_form_04(form: Form04) -> bytes:
    """The form as an A4 PDF. ValueError for a version of another form or a time that does not say its offset."""
    return render_form("apology", form.heading, form.dossier_code, form.printing, partial(_story, form))


def _story(form: Form04, setting: Setting) -> list[Flowable]:
    agency = _filled(form.agency_name, setting)
    code = dossier_qr(form.look_up_url, form.dossier_code, setting)
    notes = (BY_HAND, digital("Thủ trưởng cơ quan, đơn vị"))
    title = markup(form.head_title.upper(), setting.family) if form.head_title else "THỦ TRƯỞNG CƠ QUAN, ĐƠN VỊ"
    head = Signatory(title, notes, form.head_name, "")
    return [
        *opening(form.heading, setting),
        addressed(form.applicant_name, setting),
        line(_received(form, setting), setting),
        line(f"Thời gian hẹn trả kết quả giải quyết hồ sơ: {_promised(form.promised_at)}.", setting),
        line(
            f"Tuy nhiên đến nay, {agency} chưa trả kết quả giải quyết hồ sơ của Ông/Bà/Tổ chức đúng thời hạn quy định "
            "ghi trên Giấy tiếp nhận hồ sơ và hẹn trả kết quả.",
            setting,
        ),
        field("Lý do", form.reason, setting, TEXT_WIDTH),
        *(line(sentence, setting) for sentence in _apology(form, agency)),
        KeepTogether(
            [
                line("Mong nhận được sự thông cảm của Ông/Bà/Tổ chức vì sự chậm trễ này./.", setting),
                Spacer(1, 8),
                beside_signature(code, head, setting.family, setting.signing_room),
            ]
        ),
    ]


def _received(form: Form04, setting: Setting) -> str:
    day = date_in_words(form.received_on)
    return (
        f"{day[0].upper()}{day[1:]}, {_filled(form.agency_name, setting)} tiếp nhận giải quyết hồ sơ đề nghị giải "
        f"quyết thủ tục hành chính {_filled(_bare(form.procedure_name), setting)} của Ông/Bà/Tổ chức "
        f"{_filled(form.applicant_name, setting)}; số định danh: {_filled(form.identity_number, setting)}; "
        f"mã số hồ sơ: <b>{_filled(form.dossier_code, setting)}</b>."
    )


def _apology(form: Form04, agency: str) -> tuple[str, str]:
    opened = f"{agency[0].upper()}{agency[1:]}"
    return (
        f"{opened} xin trân trọng gửi lời xin lỗi đến Ông (Bà)/Tổ chức vì sự chậm trễ trong quá trình giải quyết hồ sơ "
        "có thể gây phiền hà, tốn kém về chi phí, công sức của Ông (Bà)/Tổ chức.",
        f"{opened} xin lỗi Ông/Bà/Tổ chức và sẽ trả kết quả giải quyết hồ sơ cho Ông/Bà/Tổ chức vào "
        f"<b>{date_in_words(form.new_date)}</b>.",
    )


def _promised(instant: datetime) -> str:
    there = local_or_refuse(instant)
    minutes = f" {there.minute:02d} phút" if there.minute else ""
    return f"{there.hour:02d} giờ{minutes}, {date_in_words(there.date())}"


def _bare(procedure: str) -> str:
    """The name of a procedure after the words "thủ tục hành chính", which many names begin with themselves."""
    return procedure.removeprefix("Thủ tục hành chính ").removeprefix("Thủ tục ")


def _filled(text: str, setting: Setting) -> str:
    return markup(text, setting.family) if plain(text) else "." * 30
