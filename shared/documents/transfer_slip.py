"""The slip to a coordinating agency (Phiếu chuyển xử lý hồ sơ): what is asked of it, and until when.

Decree 118/2025 Art. 20(2)(a): the slip states the work and the time limit of each agency. The layout is the program's
own: no regulation draws one. Both sides keep a copy; the agency signs for having received it.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from functools import partial

from reportlab.lib.units import mm
from reportlab.platypus import Flowable, KeepTogether, Spacer

from shared.documents.fonts import form_family
from shared.documents.form_fields import Setting, beside_code, captioned_qr, field, line, loose, strong_field, tight
from shared.documents.letterhead import Letterhead, Signatory, form_title, letterhead, signatures
from shared.documents.paper import CopyOf, PageMarks, render_a4_copies
from shared.documents.paper_text import markup
from shared.documents.vietnamese_words import counted, local_or_refuse, time_in_words

TITLE = "PHIẾU CHUYỂN XỬ LÝ HỒ SƠ"
SOURCE = "Điểm a khoản 2 Điều 20 Nghị định 118/2025/NĐ-CP"
UNCHANGED = "Thời hạn này là của riêng cơ quan nhận phiếu; ngày hẹn trả kết quả cho người dân không thay đổi."
_CODE_MM = 24.0
_NO_NUMBER = "............"
"""The office numbers its own letters: room to write."""

_HAND_ROOM = 16 * mm


@dataclass(frozen=True, slots=True, kw_only=True)
class TransferSlip:
    """Everything the slip says (Phiếu chuyển xử lý). `work`: what is asked, in words; `due_at`: the citizen's date.

    `documents` are the names of the dossier's papers; `contact` and `phone`: whom the agency asks.
    """

    managing_body: str
    office_name: str
    place: str
    dossier_code: str
    procedure_name: str
    applicant_name: str
    sender: str
    agency: str
    work: str
    working_days: int
    asked_at: datetime
    answer_by: datetime
    due_at: datetime | None
    documents: tuple[str, ...]
    contact: str
    phone: str
    look_up_url: str


def render_transfer_slips(slips: tuple[TransferSlip, ...]) -> bytes:
    """The slips in one A4 PDF, each on a sheet of its own."""
    family = form_family()
    copies = []
    for slip in slips:
        marks = PageMarks(
            title=f"{TITLE.capitalize()} {slip.dossier_code}",
            subject=SOURCE,
            running_head=TITLE.capitalize(),
            reference=f"Mã hồ sơ {slip.dossier_code}",
            copy_mark="",
            source=f"({SOURCE})",
        )
        copies.append(CopyOf([partial(_story, slip, each) for each in (loose(family), tight(family))], marks))
    return render_a4_copies(copies)


def _story(slip: TransferSlip, setting: Setting) -> list[Flowable]:
    day = local_or_refuse(slip.asked_at).date()
    head = Letterhead(slip.managing_body, slip.office_name, _NO_NUMBER, slip.place, day)
    code = captioned_qr(slip.look_up_url, "Quét mã để tra cứu hồ sơ", _CODE_MM, setting.family)
    return [
        *letterhead(head, setting.family),
        *form_title(TITLE, setting.family),
        *beside_code(partial(_dossier, slip, setting), code, setting),
        *_work(slip, setting),
        Spacer(1, 8),
        KeepTogether([_signatures(slip, setting)]),
    ]


def _dossier(slip: TransferSlip, setting: Setting, width: float) -> list[list[Flowable]]:
    return [
        [strong_field("Kính gửi", slip.agency, setting, width)],
        [strong_field("Mã số hồ sơ", slip.dossier_code, setting, width)],
        [field("Hồ sơ của", slip.applicant_name, setting, width)],
        [field("Nội dung yêu cầu giải quyết", slip.procedure_name, setting, width)],
    ]


def _work(slip: TransferSlip, setting: Setting) -> list[Flowable]:
    family = setting.family
    limit = f"{counted(slip.working_days)} ngày làm việc, đến {time_in_words(slip.answer_by)}"
    papers = "; ".join(slip.documents)
    parts: list[Flowable] = [
        line(f"{markup(slip.sender, family)} đề nghị quý cơ quan phối hợp giải quyết hồ sơ nêu trên:", setting),
        line(f"<b>{markup(slip.work, family)}</b>", setting),
        line(f"Thời hạn trả lời: <b>{limit}</b>.", setting),
        line(f"<i>{UNCHANGED}</i>", setting),
    ]
    if slip.due_at is not None:
        parts.append(line(f"Hẹn trả kết quả cho người dân: {time_in_words(slip.due_at)}.", setting))
    if papers:
        parts.append(line(f"Giấy tờ của hồ sơ: {markup(papers, family)}.", setting))
    contact = " · ".join(part for part in (slip.contact, slip.phone) if part)
    parts.append(line(f"Liên hệ: {markup(contact, family)}.", setting))
    return parts


def _signatures(slip: TransferSlip, setting: Setting) -> Flowable:
    left = Signatory("NGƯỜI CHUYỂN", ("Ký và ghi rõ họ tên",), slip.contact, "")
    right = Signatory("NGƯỜI NHẬN", ("Ký, ghi rõ họ tên, ngày giờ nhận",), "", "")
    return signatures(left, right, setting.family, _HAND_ROOM)
