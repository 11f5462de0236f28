"""Form 01: Giấy tiếp nhận hồ sơ và hẹn trả kết quả, the paper a citizen goes home with.

Wording of the 2025 generation (Circular 03/2025/TT-VPCP, Appendix I, form 01; Decree 118/2025 Art. 17). An older
dossier gets this layout under the number and title of its own version, and the sheet says so at its top.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from functools import partial

from reportlab.lib.units import mm
from reportlab.platypus import CondPageBreak, Flowable, KeepTogether, Paragraph, Spacer

from shared.documents.dated_form import source_line, version_words
from shared.documents.documents_table import DocumentsTable, SubmittedDocument
from shared.documents.fonts import form_family
from shared.documents.form_fields import (
    CODE_MM,
    Setting,
    beside_code,
    captioned_qr,
    field,
    fields_abreast,
    line,
    loose,
    office_line,
    strong_field,
    tight,
)
from shared.documents.letterhead import Letterhead, Signatory, form_title, letterhead, signatures
from shared.documents.paper import TEXT_WIDTH, PageMarks, render_a4
from shared.documents.paper_text import markup, style
from shared.documents.vietnamese_words import counted, time_in_words
from shared.domain.office_record import FormVersion

TITLE = "GIẤY TIẾP NHẬN HỒ SƠ VÀ HẸN TRẢ KẾT QUẢ"
NOT_PRESCRIBED = "Không quy định"
AUTHORISATION_NOTE = (
    "(Trường hợp ủy quyền thì cung cấp thêm thông tin của người ủy quyền, bao gồm: họ và tên, địa chỉ, "
    "số định danh cá nhân, số điện thoại, email, giấy tờ ủy quyền)."
)
_SUBJECT = "Mẫu số 01, Phụ lục I, Thông tư 03/2025/TT-VPCP"


@dataclass(frozen=True, slots=True, kw_only=True)
class AuthorisingPerson:
    """The person for whom another submits (người ủy quyền), and the paper that says so (giấy tờ ủy quyền)."""

    full_name: str
    address: str
    identity_number: str
    phone: str
    email: str
    authorisation_paper: str


@dataclass(frozen=True, slots=True)
class RegisterEntry:
    """Where the dossier stands in the paper register (Sổ theo dõi hồ sơ): quyển số, số thứ tự."""

    book: str
    order: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Form01:
    """Everything Form 01 says (Giấy tiếp nhận hồ sơ và hẹn trả kết quả).

    A field that is "" is printed as dots to write on. `form_number` follows "Số:" ("12/2026-TTPVHCC");
    `time_limit_text` follows "là:" ("05 ngày làm việc"); `due_at` None prints `no_date_text`; `look_up_url` is the
    text of the QR and must hold no personal data; `copy_mark` is "", `paper.COPY` or `paper.REPRINT`. `version`: the
    regulation's number and title as in force for the dossier, None for Circular 03/2025 without saying so. `note`:
    what the office adds at the foot, "" for nothing.
    """

    managing_body: str
    office_name: str
    form_number: str
    place: str
    issued_on: date
    dossier_code: str
    applicant_name: str
    identity_number: str
    address: str
    phone: str
    email: str
    procedure_name: str
    documents: tuple[SubmittedDocument, ...]
    sets: int
    time_limit_text: str
    received_at: datetime
    due_at: datetime | None
    result_place: str
    receiver_name: str
    look_up_url: str
    authorising_person: AuthorisingPerson | None = None
    register_entry: RegisterEntry | None = None
    copy_mark: str = ""
    version: FormVersion | None = None
    no_date_text: str = NOT_PRESCRIBED
    note: str = ""


def render_form_01(form: Form01) -> bytes:
    """The form as an A4 PDF: one sheet when it can be, more when the list of documents is long."""
    family, version = form_family(), form.version
    title = version.title if version else TITLE.capitalize()
    marks = PageMarks(
        title=f"{title} {form.dossier_code}",
        subject=version_words(version) if version else _SUBJECT,
        running_head=title,
        reference=f"Mã hồ sơ {form.dossier_code}",
        copy_mark=form.copy_mark,
        source=source_line(version) if version else "",
    )
    settings = [partial(_story, form, setting) for setting in (loose(family), tight(family))]
    return render_a4(settings, marks)


def _story(form: Form01, setting: Setting) -> list[Flowable]:
    head = Letterhead(form.managing_body, form.office_name, form.form_number, form.place, form.issued_on)
    return [
        *letterhead(head, setting.family),
        *form_title(form.version.title.upper() if form.version else TITLE, setting.family),
        *_applicant_around_qr(form, setting),
        *_authorisation(form, setting),
        strong_field("Nội dung yêu cầu giải quyết", form.procedure_name, setting, TEXT_WIDTH),
        CondPageBreak(25 * mm),
        line("Thành phần hồ sơ nộp gồm:", setting),
        Spacer(1, 2),
        DocumentsTable(setting, 12.5, 15).listed(form.documents),
        Spacer(1, 6),
        KeepTogether([*_times(form, setting), Spacer(1, 8), _signatures(form, setting), *_foot(form, setting)]),
    ]


def _foot(form: Form01, setting: Setting) -> list[Flowable]:
    if not form.note:
        return []
    note = style(setting.family.italic, 11.5, 14)
    return [Spacer(1, 6), *(Paragraph(markup(each, setting.family), note) for each in form.note.splitlines())]


def _applicant_around_qr(form: Form01, setting: Setting) -> list[Flowable]:
    code = captioned_qr(form.look_up_url, "Quét mã để tra cứu hồ sơ", CODE_MM, setting.family)
    return beside_code(partial(_applicant, form, setting), code, setting)


def _applicant(form: Form01, setting: Setting, width: float) -> list[list[Flowable]]:
    """The lines about the applicant for a column of `width` points, one item for each."""
    return [
        [strong_field("Mã hồ sơ", form.dossier_code, setting, width)],
        [office_line(form.office_name, setting, width)],
        [strong_field("Tiếp nhận hồ sơ của Ông (Bà)/Tổ chức", form.applicant_name, setting, width)],
        [field("Số định danh cá nhân/tổ chức", form.identity_number, setting, width)],
        [field("Địa chỉ", form.address, setting, width)],
        fields_abreast(("Số điện thoại", form.phone), ("Email", form.email), setting, width),
    ]


def _authorisation(form: Form01, setting: Setting) -> list[Flowable]:
    note = style(setting.family.italic, 11.5, 14)
    note.spaceAfter = setting.space_after
    person = form.authorising_person
    if person is None:
        return [Paragraph(AUTHORISATION_NOTE, note)]
    name = ("Họ và tên", person.full_name)
    number = ("Số định danh cá nhân", person.identity_number)
    contact = (("Số điện thoại", person.phone), ("Email", person.email))
    return [
        Paragraph(AUTHORISATION_NOTE, note),
        *fields_abreast(name, number, setting, TEXT_WIDTH),
        field("Địa chỉ", person.address, setting, TEXT_WIDTH),
        *fields_abreast(*contact, setting, TEXT_WIDTH),
        field("Giấy tờ ủy quyền", person.authorisation_paper, setting, TEXT_WIDTH),
    ]


def _times(form: Form01, setting: Setting) -> list[Flowable]:
    due = time_in_words(form.due_at) if form.due_at is not None else form.no_date_text
    limit = "Thời gian giải quyết hồ sơ theo quy định là"
    return [
        line(f"Số lượng hồ sơ: {counted(form.sets)} (bộ)", setting),
        field(limit, form.time_limit_text, setting, TEXT_WIDTH),
        line(f"Thời gian nhận hồ sơ: {time_in_words(form.received_at)}.", setting),
        line(f"Thời gian trả kết quả giải quyết hồ sơ: <b>{due}</b>.", setting),
        field("Đăng ký nhận kết quả tại", form.result_place, setting, TEXT_WIDTH),
        line(_register_line(form.register_entry, setting), setting),
    ]


def _register_line(entry: RegisterEntry | None, setting: Setting) -> str:
    book = markup(entry.book, setting.family) if entry else "." * 12
    order = markup(entry.order, setting.family) if entry else "." * 16
    return f"Vào Sổ theo dõi hồ sơ, Quyển số: {book}&nbsp;&nbsp; Số thứ tự: {order} (nếu có)"


def _signatures(form: Form01, setting: Setting) -> Flowable:
    by_hand = "(Ký và ghi rõ họ tên)"
    digital = "(Chữ ký số của người tiếp nhận hồ sơ nếu là biểu mẫu điện tử)"
    citizen = Signatory("NGƯỜI NỘP HỒ SƠ", (by_hand,), "", "")
    officer = Signatory("NGƯỜI TIẾP NHẬN HỒ SƠ", (by_hand, digital), form.receiver_name, "")
    return signatures(citizen, officer, setting.family, setting.signing_room)
