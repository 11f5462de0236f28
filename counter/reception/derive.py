"""The words of the reception room, worked out from its state."""

from __future__ import annotations

from dataclasses import dataclass

from counter.ports import PromiseShown, Received
from counter.reception.checklist import DocumentRow
from counter.reception.state import ReceptionState
from counter.words import moment_words, money_words, translate
from shared.domain.fee import FeeChoice, fee_due
from shared.domain.procedure import Procedure
from shared.domain.ticket import Ticket


@dataclass(frozen=True, slots=True)
class SummaryProps:
    """What is shown after a dossier has been received (kết quả tiếp nhận). `pay`: the button's, "" for no fee."""

    code: str
    due: str
    applicant: str
    procedure: str
    hint: str
    print_words: str
    pay: str = ""
    paid: str = ""


def derive_nothing_found(query: str) -> str:
    """That no procedure answers `query`, and what one can try; "" for ""."""
    if not query:
        return ""
    words = translate("Reception", "Không có thủ tục nào khớp “{query}”. Xin thử ít chữ hơn, hoặc mã thủ tục.")
    return words.format(query=query[:40])


def derive_procedure_detail(procedure: Procedure | None) -> str:
    """Code, field and time limit of the chosen procedure in one line."""
    if procedure is None:
        return ""
    return " · ".join(part for part in (procedure.code, procedure.field, procedure.time_limit_text) if part)


def derive_promise(state: ReceptionState, language: str) -> tuple[str, str]:
    """The promised time and how it came about; a hint before a procedure is chosen."""
    if state.procedure is None:
        return "", translate("Reception", "Chọn thủ tục để thấy ngày hẹn trả.")
    if state.promise is None:
        return "", translate("Reception", "Đang tính ngày hẹn…")
    if state.competent is not None:
        return _no_date_words(), _counts_words(state.competent.name)
    return due_words(state.promise, language), (
        state.promise.explanation_en if language == "en" else state.promise.explanation_vi
    )


def due_words(promise: PromiseShown, language: str) -> str:
    """When the result is promised, in words."""
    if promise.due_at is None:
        return translate("Reception", "Không quy định thời hạn")
    return moment_words(promise.due_at, language)


def derive_fee_hint(procedure: Procedure | None, language: str, fee: FeeChoice | None = None) -> str:
    """What the catalogue says of the fee, and the reduction for everybody that the field begins with."""
    if procedure is None:
        return ""
    due = fee_due(fee) if fee is not None else None
    reduced = ""
    if due is not None and due.applied is not None:
        reduced = due.applied.name_en if language == "en" else due.applied.name_vi
    ordinary = procedure.fee_text
    if procedure.fee_vnd is not None and procedure.fee_per:
        amount = money_words(procedure.fee_vnd, language)
        ordinary = translate("Reception", "{amount} mỗi {unit}").format(amount=amount, unit=procedure.fee_per)
    return " · ".join(part for part in (reduced, ordinary) if part)


def derive_row_tag(row: DocumentRow) -> str:
    """What stands in place of the numbers for papers that are not handed in."""
    if row.kind == "shown_only":
        return translate("Reception", "Chỉ xuất trình")
    return translate("Reception", "Không yêu cầu nộp") if row.kind == "replaced" else ""


def derive_row_note(row: DocumentRow) -> str:
    """The catalogue's note; for a replaced paper, the database that holds it."""
    if row.kind == "replaced":
        held = translate("Reception", "Đã có trong {database}").format(database=row.database)
        return f"{held} ({row.owner})" if row.owner else held
    return row.note


def derive_row_source(row: DocumentRow) -> str:
    """Where it is said that this paper is not to be asked for; "" for any other row."""
    return translate("Reception", "Nguồn: {source}").format(source=row.source) if row.source else ""


def derive_missing(missing: tuple[str, ...]) -> str:
    """The sentence that points out what is missing; "" when nothing is."""
    if not missing:
        return ""
    words = {
        "procedure": translate("Reception", "thủ tục"),
        "name": translate("Reception", "họ tên người nộp"),
        "birth": translate("Reception", "ngày sinh đúng dạng 31/12/1990"),
        "submitter_name": translate("Reception", "họ tên người được ủy quyền"),
        "submitter_paper": translate("Reception", "giấy ủy quyền"),
        "documents": translate("Reception", "giấy tờ đã nộp"),
        "fee": translate("Reception", "lệ phí bằng số"),
        "guidance_rows": translate("Reception", "giấy tờ cần bổ sung"),
        "guidance_reason": translate("Reception", "lý do"),
    }
    listed = ", ".join(words[name] for name in missing)
    return translate("Reception", "Còn thiếu: {listed}.").format(listed=listed)


def derive_for_ticket(ticket: Ticket | None) -> str:
    """Whose dossier this is, by the number being served."""
    return translate("Reception", "Cho số {label}").format(label=ticket.label) if ticket else ""


def derive_summary(state: ReceptionState, language: str) -> SummaryProps:
    """The words after a dossier has been received."""
    received = state.received
    if received is None:
        return SummaryProps("", "", "", "", "", "")
    for_request_only = not received.prints_form_01 and not state.printed
    account = state.account
    return SummaryProps(
        code=received.code,
        due=due_words(PromiseShown(received.due_at, "", ""), language)
        if not received.competent_name
        else _no_date_words(),
        applicant=_applicant_words(state),
        procedure=state.procedure.name if state.procedure else "",
        hint=_hint_words(for_request_only, received),
        print_words=translate("Reception", "In Giấy tiếp nhận")
        if for_request_only
        else translate("Reception", "In lại"),
        pay=_amount_in(translate("Reception", "Thu phí {amount}"), account.open_vnd, language) if account else "",
        paid=_amount_in(translate("Reception", "Đã thu {amount}"), account.paid_vnd, language) if account else "",
    )


def _hint_words(for_request_only: bool, received: Received) -> str:  # noqa: FBT001
    if received.competent_name:
        words = translate("Reception", "Chuyển hồ sơ đến {agency} trong một ngày làm việc. {counts}")
        return words.format(agency=received.competent_name, counts=_counts_words(received.competent_name))
    if for_request_only:
        return translate("Reception", "Thủ tục trả kết quả ngay: không cần Giấy tiếp nhận, trừ khi người dân yêu cầu.")
    return translate("Reception", "Trao Giấy tiếp nhận cho người nộp; mã QR trên giấy dùng để tra cứu và nhận kết quả.")


def _no_date_words() -> str:
    return translate("Reception", "Chưa có ngày hẹn")


def _counts_words(agency: str) -> str:
    return translate("Reception", "Thời hạn tính từ khi {agency} nhận hồ sơ.").format(agency=agency)


def _amount_in(pattern: str, amount: int, language: str) -> str:
    return pattern.format(amount=money_words(amount, language)) if amount else ""


def _applicant_words(state: ReceptionState) -> str:
    if not state.typed.authorised:
        return state.applicant_name
    return translate("Reception", "{name}; người nộp: {submitter}").format(
        name=state.applicant_name, submitter=state.typed.submitter_name
    )
