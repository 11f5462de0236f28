"""The consignment note (Phiếu gửi hồ sơ): what a citizen hands to the post for the office, signed by both.

Content after Decision 45/2016/QĐ-TTg Art. 6: name and address of the sender, name and address of the agency, the
procedure, the list of documents, what else there is to say; fees against a receipt. The layout is the program's own:
no regulation draws one. One copy goes with the sealed papers, one is the sender's.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from functools import partial

from reportlab.lib.units import mm
from reportlab.platypus import CondPageBreak, Flowable, KeepTogether, Paragraph, Spacer

from shared.documents.documents_table import DocumentsTable, SubmittedDocument
from shared.documents.fonts import form_family
from shared.documents.form_01_receipt import AuthorisingPerson
from shared.documents.form_fields import (
    Setting,
    captioned_qr,
    field,
    fields_abreast,
    line,
    loose,
    strong_field,
    tight,
)
from shared.documents.letterhead import Letterhead, Signatory, bare_table, form_title, letterhead, signatures
from shared.documents.list_codes import CODE_MM, code_sheet, single_code
from shared.documents.paper import TEXT_WIDTH, CopyOf, PageMarks, render_a4_copies
from shared.documents.paper_text import centred, markup, style
from shared.documents.vietnamese_words import (
    counted,
    local_or_refuse,
    money_in_figures,
    money_in_words,
    time_in_words,
)

TITLE = "PHIẾU GỬI HỒ SƠ"
SERVICE = "Dịch vụ bưu chính công ích"
COPIES = ("Liên 1: gửi kèm hồ sơ đến cơ quan", "Liên 2: giao người gửi")
_SUPPLEMENT = "(Nộp giấy tờ bổ sung cho hồ sơ đã có)"
_APPLICATION = "(Nộp hồ sơ thủ tục hành chính qua bưu điện)"
_LEGAL = (
    "Thời điểm nộp hồ sơ là lúc bưu điện và cơ quan cùng ký Biên bản giao nhận hồ sơ "
    "(Quyết định số 45/2016/QĐ-TTg, khoản 4 Điều 7)."
)
_SEALED = (
    "Người gửi và nhân viên bưu điện đã cùng kiểm đếm, đối chiếu giấy tờ theo danh mục trên; "
    "hồ sơ được đóng gói, niêm phong trước mặt người gửi."
)
_QR_MM = 30.0
_GUTTER = 3 * mm


@dataclass(frozen=True, slots=True, kw_only=True)
class Sender:
    """Who sends (người gửi). `submitter`: who came to the post for them, None when they came themselves."""

    name: str
    address: str
    identity_number: str = ""
    phone: str = ""
    submitter: AuthorisingPerson | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class DispatchNote:
    """Everything the note says (Phiếu gửi hồ sơ).

    `number`: số hiệu phiếu gửi; `tracking`: the number on the post's label, or ""; `completes`: the code of the dossier
    that the papers complete, "" for an application. `fee_dong` is what the post collected, `receipt` the receipt it
    gave ("ký hiệu … số …"), or "". `return_way`: how the result comes back, in words. `codes` carry the note to an
    office without a network; they stand on the copy that goes with the papers.
    """

    post_name: str
    post_address: str
    number: str
    place: str
    made_at: datetime
    sender: Sender
    agency_name: str
    agency_address: str
    procedure_name: str
    procedure_code: str
    documents: tuple[SubmittedDocument, ...]
    sets: int
    return_way: str
    employee: str
    fee_dong: int = 0
    receipt: str = ""
    tracking: str = ""
    completes: str = ""
    codes: tuple[str, ...] = ()
    copy_mark: str = ""


def render_dispatch_note(note: DispatchNote) -> bytes:
    """Both copies of the note in one A4 PDF."""
    family = form_family()
    copies = []
    for place, words in enumerate(COPIES):
        marks = PageMarks(
            title=f"{TITLE.capitalize()} {note.number}",
            subject=TITLE.capitalize(),
            running_head=f"{TITLE.capitalize()} · {words}",
            reference=f"Số {note.number}",
            copy_mark=note.copy_mark,
            source=words,
        )
        codes = note.codes if place == 0 else ()
        copies.append(CopyOf([partial(_story, note, codes, each) for each in (loose(family), tight(family))], marks))
    return render_a4_copies(copies)


def _story(note: DispatchNote, codes: tuple[str, ...], setting: Setting) -> list[Flowable]:
    day = local_or_refuse(note.made_at).date()
    head = Letterhead(SERVICE, note.post_name, note.number, note.place, day)
    under = centred(style(setting.family.italic, 12, 15))
    return [
        *letterhead(head, setting.family),
        *form_title(TITLE, setting.family)[:-1],
        Paragraph(_SUPPLEMENT if note.completes else _APPLICATION, under),
        Spacer(1, 6),
        _sender_beside_qr(note, codes, setting),
        CondPageBreak(25 * mm),
        line("Danh mục giấy tờ gửi kèm:", setting),
        Spacer(1, 2),
        DocumentsTable(setting, 12, 14.5).listed_and_summed(note.documents),
        Spacer(1, 6),
        *_besides(note, setting),
        KeepTogether([*_closing(setting), Spacer(1, 6), _signatures(note, setting)]),
        *code_sheet(codes, setting),
    ]


def _sender_beside_qr(note: DispatchNote, codes: tuple[str, ...], setting: Setting) -> Flowable:
    only = single_code(codes)
    size = CODE_MM if only else _QR_MM
    width = TEXT_WIDTH - _GUTTER - size * mm
    sender = note.sender
    text: list[Flowable] = [
        strong_field("Người gửi", sender.name, setting, width),
        field("Địa chỉ", sender.address, setting, width),
        *fields_abreast(("Số định danh", sender.identity_number), ("Điện thoại", sender.phone), setting, width),
    ]
    if sender.submitter is not None:
        text += _submitter(sender.submitter, setting, width)
    text += _about(note, setting, width)
    caption = "Mã dành cho cơ quan nhận hồ sơ" if only else "Số hiệu phiếu gửi"
    code = captioned_qr(only or note.number, caption, size, setting.family)
    return bare_table([[text, "", code]], [width, _GUTTER, size * mm], setting.space_after)


def _submitter(person: AuthorisingPerson, setting: Setting, width: float) -> list[Flowable]:
    return [
        field("Người nộp thay", person.full_name, setting, width),
        *fields_abreast(("Số định danh", person.identity_number), ("Điện thoại", person.phone), setting, width),
        field("Giấy tờ ủy quyền", person.authorisation_paper, setting, width),
    ]


def _about(note: DispatchNote, setting: Setting, width: float) -> list[Flowable]:
    code = f" (mã {note.procedure_code})" if note.procedure_code else ""
    parts: list[Flowable] = [
        strong_field("Gửi cơ quan có thẩm quyền", note.agency_name, setting, width),
        field("Địa chỉ cơ quan", note.agency_address, setting, width),
        strong_field("Thủ tục hành chính", f"{note.procedure_name}{code}", setting, width),
    ]
    if note.completes:
        parts.append(strong_field("Bổ sung cho hồ sơ mã số", note.completes, setting, width))
    return parts


def _besides(note: DispatchNote, setting: Setting) -> list[Flowable]:
    parts: list[Flowable] = [
        *fields_abreast(("Số bộ hồ sơ", counted(note.sets)), ("Nhận kết quả", note.return_way), setting, TEXT_WIDTH)
    ]
    if note.tracking:
        parts.append(field("Số hiệu bưu gửi", note.tracking, setting, TEXT_WIDTH))
    if note.fee_dong:
        receipt = f"; biên lai {markup(note.receipt, setting.family)}" if note.receipt else "; chưa ghi số biên lai"
        said = f"<b>{money_in_figures(note.fee_dong)}</b> đồng ({money_in_words(note.fee_dong)}){receipt}"
        parts.append(line(f"Phí, lệ phí thu hộ: {said}.", setting))
    else:
        parts.append(line("Phí, lệ phí thu hộ: không thu.", setting))
    parts.append(line(f"Lập lúc {time_in_words(note.made_at)}, tại {markup(_where(note), setting.family)}.", setting))
    return parts


def _where(note: DispatchNote) -> str:
    return f"{note.post_name}, {note.post_address}" if note.post_address else note.post_name


def _closing(setting: Setting) -> list[Flowable]:
    note = style(setting.family.italic, 11.5, 14)
    note.spaceAfter = setting.space_after
    return [line(_SEALED, setting), Paragraph(_LEGAL, note)]


def _signatures(note: DispatchNote, setting: Setting) -> Flowable:
    by_hand = "(Ký và ghi rõ họ tên)"
    name = note.sender.submitter.full_name if note.sender.submitter else note.sender.name
    sender = Signatory("NGƯỜI GỬI", (by_hand,), name, "")
    employee = Signatory("NHÂN VIÊN BƯU ĐIỆN", (by_hand,), note.employee, "")
    return signatures(sender, employee, setting.family, setting.signing_room)
