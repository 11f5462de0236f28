"""Form 02: Phiếu yêu cầu bổ sung, hoàn thiện hồ sơ, what is missing and why, said once and completely.

Decree 118/2025 Art. 16(3), 19(5). Wording of the 2025 generation. A real system prints the older form (Circular
01/2018) with a table of papers; whether that is the official layout is not known, so an older dossier gets this one
under the older number and title.
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
    numbered_lines,
    strong_field,
)
from shared.documents.letterhead import Signatory, signature
from shared.documents.paper import TEXT_WIDTH
from shared.documents.paper_text import markup, plain

_BLANK_REQUESTS = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Form02:
    """Everything Form 02 says (Phiếu yêu cầu bổ sung, hoàn thiện hồ sơ).

    A field that is "" is printed as dots to write on. `requests`: what has to be completed, one sentence each;
    `contact_name` and `contact_phone`: whom to ask; `guide_name`: người hướng dẫn, who signs. `dossier_code` and
    `look_up_url` are "" while there is no dossier yet; the address must hold no personal data.
    """

    heading: FormHeading
    dossier_code: str
    applicant_name: str
    procedure_name: str
    address: str
    phone: str
    email: str
    requests: tuple[str, ...]
    reason: str
    contact_name: str
    contact_phone: str
    guide_name: str
    look_up_url: str
    printing: Printing = "original"


def render_form_02(form: Form02) -> bytes:
    """The form as an A4 PDF; many requests flow over numbered pages. ValueError for a version of another form."""
    story = partial(_story, form)
    return render_form("supplement_request", form.heading, form.dossier_code, form.printing, story)


def _story(form: Form02, setting: Setting) -> list[Flowable]:
    code = dossier_qr(form.look_up_url, form.dossier_code, setting)
    guide = Signatory("NGƯỜI HƯỚNG DẪN", (BY_HAND, digital("Người hướng dẫn")), form.guide_name, "")
    return [
        *opening(form.heading, setting),
        *beside_code(partial(_applicant, form, setting), code, setting),
        line("Yêu cầu hoàn thiện hồ sơ gồm những nội dung sau:", setting),
        *numbered_lines(form.requests, _BLANK_REQUESTS, setting),
        field("Lý do", form.reason, setting, TEXT_WIDTH),
        KeepTogether(
            [
                line(_closing(form, setting), setting),
                Spacer(1, 8),
                signature(guide, setting.family, setting.signing_room),
            ]
        ),
    ]


def _applicant(form: Form02, setting: Setting, width: float) -> list[list[Flowable]]:
    return [
        [strong_field("Hồ sơ của", form.applicant_name, setting, width)],
        [strong_field("Nội dung yêu cầu giải quyết", form.procedure_name, setting, width)],
        [field("Địa chỉ", form.address, setting, width)],
        fields_abreast(("Số điện thoại", form.phone), ("Email", form.email), setting, width),
    ]


def _closing(form: Form02, setting: Setting) -> str:
    name = markup(form.contact_name, setting.family) if plain(form.contact_name) else "." * 40
    phone = markup(form.contact_phone, setting.family) if plain(form.contact_phone) else "." * 24
    return (
        "Trong quá trình hoàn thiện hồ sơ nếu có vướng mắc, Ông/Bà liên hệ với "
        f"{name} số điện thoại {phone} để được hướng dẫn./."
    )
