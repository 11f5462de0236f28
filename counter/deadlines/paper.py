"""The papers of the room: the morning's list and the register, as values that can be drawn without the office."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from counter.ports.deadlines import (
    MOST_REGISTER_DAYS,
    MOST_REGISTER_ROWS,
    DeadlineRow,
    Deadlines,
    DeadlineScope,
    PaperToPrint,
    RegisterScope,
)
from shared.domain.deadlines import DeadlineGroup
from shared.domain.dossier import ReturnWay
from shared.domain.office import FormVersion, Office
from shared.failures import Refusal

if TYPE_CHECKING:
    from shared.documents.form_07_register import RegisterRow

RETURN_WAYS: dict[ReturnWay, str] = {
    "one_stop": "Trực tiếp tại Bộ phận Một cửa",
    "post": "Qua dịch vụ bưu chính công ích",
    "online": "Trực tuyến",
}
_SCOPES: dict[DeadlineScope, str] = {
    "mine": "Hồ sơ do tôi tiếp nhận",
    "unit": "Hồ sơ đơn vị đang giữ",
    "office": "Hồ sơ của cả cơ quan",
}


def list_paper(office: Office, found: Deadlines, officer: str) -> PaperToPrint:
    """The morning's list of `found`, for `officer` by name; a dossier stands in it once."""
    parts: tuple[tuple[DeadlineGroup, str], ...] = (
        ("overdue", "Đã quá hạn"),
        ("due_today", f"Đến hạn hôm nay, {found.today:%d/%m/%Y}"),
        ("due_tomorrow", f"Đến hạn ngày làm việc tới, {found.tomorrow:%d/%m/%Y}"),
    )

    def render() -> bytes:
        # Imported with the first list: what draws PDFs would slow every start.
        from shared.documents.deadline_list import (
            DeadlineEntry,
            DeadlineList,
            DeadlineSection,
            render_deadline_list,
        )

        def entry(row: DeadlineRow) -> DeadlineEntry:
            return DeadlineEntry(
                dossier_code=row.code,
                applicant_name=row.applicant_name,
                procedure_name=row.procedure_name,
                holder_name=row.holder_name,
                due_at=row.due_at,
                note=_note(row),
            )

        return render_deadline_list(
            DeadlineList(
                office_name=office.name,
                scope=_SCOPES[found.scope],
                at=found.at,
                by=officer,
                sections=tuple(
                    DeadlineSection(title=title, entries=tuple(entry(row) for row in found.of(group)))
                    for group, title in parts
                ),
            )
        )

    return PaperToPrint(f"Ho so den han {found.today:%Y-%m-%d}", render)


def _note(row: DeadlineRow) -> str:
    if row.apologised:
        return "đã hẹn lại"
    return "cần xin lỗi" if "apologise" in row.groups else ""


def register_scopes(office: Office) -> tuple[RegisterScope, ...]:
    """All fields, those that queue in one line together, each field by itself."""
    lines = tuple(
        RegisterScope(f"line:{line.letter}", line.name_vi, line.fields) for line in office.lines if line.fields
    )
    every = sorted({procedure.field for procedure in office.procedures})
    return (
        RegisterScope("all", "Tất cả lĩnh vực", ()),
        *(scope for scope in lines if len(scope.fields) > 1),
        *(RegisterScope(f"field:{field}", field, (field,)) for field in every),
    )


def refuse_period(first: date, last: date) -> None:
    """Refusal `register_period` for a period that is empty or longer than a month."""
    if not 0 <= (last - first).days < MOST_REGISTER_DAYS:
        raise Refusal(
            "register_period",
            f"Sổ theo dõi in được cho tối đa {MOST_REGISTER_DAYS} ngày, từ ngày trước đến ngày sau.",
            f"A register is printed for {MOST_REGISTER_DAYS} days at most, from an earlier day to a later one.",
        )


def refuse_size(count: int) -> None:
    """Refusals `register_empty`, `register_too_long` for a number of dossiers that makes no register."""
    if count == 0:
        raise Refusal(
            "register_empty",
            "Không có hồ sơ nào được tiếp nhận trong thời gian này.",
            "No dossier was received in this period.",
        )
    if count > MOST_REGISTER_ROWS:
        raise Refusal(
            "register_too_long",
            f"Có {count} hồ sơ, nhiều hơn {MOST_REGISTER_ROWS}. Hãy chọn một lĩnh vực hoặc ít ngày hơn.",
            f"There are {count} dossiers, more than {MOST_REGISTER_ROWS}. Choose one field or fewer days.",
        )


def register_title(scope: RegisterScope, first: date, last: date) -> str:
    """What stands under the title: fields and days."""
    fields = scope.name if not scope.fields else f"Lĩnh vực {', '.join(scope.fields)}"
    return f"{fields}, từ ngày {first:%d/%m/%Y} đến ngày {last:%d/%m/%Y}"


def register_paper(
    office: Office, version: FormVersion, number: str, title: str, rows: tuple[RegisterRow, ...], today: date
) -> PaperToPrint:
    """Form 07 of `rows`; `number` is its whole number and symbol, `today` the day it is issued."""

    def render() -> bytes:
        # Imported with the first register: what draws PDFs would slow every start.
        from shared.documents.dated_form import FormHeading
        from shared.documents.form_07_register import Form07, render_form_07

        heading = FormHeading(
            version=version,
            managing_body=office.managing_body,
            office_name=office.name,
            number=number,
            place=office.place,
            issued_on=today,
        )
        return render_form_07(Form07(heading=heading, scope=title, rows=rows))

    return PaperToPrint(f"So theo doi ho so {number.partition('/')[0]}-{today.year}", render)
