"""Form 03: Phiếu từ chối tiếp nhận giải quyết hồ sơ, why a dossier is not taken or not settled.

Decree 118/2025 Art. 17(1)(c), 19(3). Wording of the 2025 generation. The layout of the older form (Circular 01/2018)
is not at hand: an older dossier gets this one under the older number and title.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial

from reportlab.platypus import Flowable, KeepTogether, Spacer

from shared.documents.dated_form import BY_HAND, FormHeading, Printing, digital, dossier_qr, opening, render_form
from shared.documents.form_fields import (
    Setting,
    beside_code,
    field,
    fields_abreast,
    line,
    office_line,
    paragraphs,
    strong_field,
)
from shared.documents.letterhead import Signatory, signatures

_REFUSED = (
    "Qua xem xét, Bộ phận Tiếp nhận và Trả kết quả thông báo không tiếp nhận, giải quyết hồ sơ này "
    "với lý do cụ thể như sau:"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Form03:
    """Everything Form 03 says (Phiếu từ chối tiếp nhận giải quyết hồ sơ).

    A field that is "" is printed as dots to write on. `reasons`: one paragraph each. `dossier_code` and `look_up_url`
    are "" when the dossier was never received; the address must hold no personal data.
    """

    heading: FormHeading
    dossier_code: str
    applicant_name: str
    identity_number: str
    address: str
    phone: str
    email: str
    procedure_name: str
    reasons: tuple[str, ...]
    receiver_name: str
    look_up_url: str
    printing: Printing = "original"


def render_form_03(form: Form03) -> bytes:
    """The form as an A4 PDF. ValueError for a version of another form."""
    return render_form("refusal", form.heading, form.dossier_code, form.printing, partial(_story, form))


def _story(form: Form03, setting: Setting) -> list[Flowable]:
    code = dossier_qr(form.look_up_url, form.dossier_code, setting)
    return [
        *opening(form.heading, setting),
        *beside_code(partial(_applicant, form, setting), code, setting),
        line(_REFUSED, setting),
        *paragraphs(form.reasons, setting),
        KeepTogether(
            [
                line("Xin thông báo cho Ông/Bà được biết và thực hiện./.", setting),
                Spacer(1, 8),
                _signatures(form, setting),
            ]
        ),
    ]


def _applicant(form: Form03, setting: Setting, width: float) -> list[list[Flowable]]:
    return [
        [office_line(form.heading.office_name, setting, width)],
        [strong_field("Tiếp nhận hồ sơ của", form.applicant_name, setting, width)],
        [field("Số định danh cá nhân/tổ chức", form.identity_number, setting, width)],
        [field("Địa chỉ", form.address, setting, width)],
        fields_abreast(("Số điện thoại", form.phone), ("Email", form.email), setting, width),
        [field("Mã hồ sơ (nếu có)", form.dossier_code, setting, width)],
        [strong_field("Nội dung yêu cầu giải quyết", form.procedure_name, setting, width)],
    ]


def _signatures(form: Form03, setting: Setting) -> Flowable:
    citizen = Signatory("NGƯỜI NỘP HỒ SƠ", (BY_HAND,), "", "")
    notes = (BY_HAND, digital("Người tiếp nhận hồ sơ"))
    officer = Signatory("NGƯỜI TIẾP NHẬN HỒ SƠ", notes, form.receiver_name, "")
    return signatures(citizen, officer, setting.family, setting.signing_room)
