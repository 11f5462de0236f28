"""Form 07: Sổ theo dõi hồ sơ, the register: every dossier a row, over as many sheets as it takes.

Decree 118/2025; wording of the 2025 generation (its number 07; 06 in Circular 01/2018). The older register is said to
have had columns for the number of sets and for notes; that is not verified, so they are not drawn. The sheet lies
across, for its eleven columns.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from functools import partial

from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.platypus import Flowable, KeepTogether, LongTable, Paragraph, Spacer, TableStyle

from shared.documents.dated_form import FormHeading, Printing, opening, render_form
from shared.documents.form_fields import Setting, line, ruled_cells
from shared.documents.paper import ACROSS
from shared.documents.paper_text import centred, fitting_block, fitting_size, markup, plain, style
from shared.documents.vietnamese_words import date_in_figures, local_or_refuse

NOTES = (
    "- Sổ theo dõi hồ sơ được lập theo từng lĩnh vực hoặc nhóm lĩnh vực tại Bộ phận Một cửa.",
    "- Trường hợp áp dụng Sổ theo dõi hồ sơ điện tử thì theo dõi trực tiếp trên Hệ thống thông tin giải quyết thủ tục "
    "hành chính, không cần thực hiện in sổ giấy nhưng phải đảm bảo đầy đủ thông tin theo quy định.",
)
_TITLES = ("STT", "Mã hồ sơ", "Tên TTHC", "Tên tổ chức, cá nhân", "Địa chỉ/SĐT", "Cơ quan chủ trì giải quyết")
_RETURN_TITLES = ("Nhận hồ sơ", "Hẹn trả kết quả", "Trả kết quả", "Phương thức nhận kết quả", "Ký nhận")
_SIZE, _LEADING = 9.5, 11.5
_WIDTHS = [each * mm for each in (10, 33, 35, 28, 31, 26, 17.5, 17.5, 17.5, 18)]
_WIDTHS.append(ACROSS.text_width - sum(_WIDTHS))
_PADDING = 6
_CODE_ROOM = _WIDTHS[1] - _PADDING - 2
_HIGHEST = 120 * mm


@dataclass(frozen=True, slots=True, kw_only=True)
class RegisterRow:
    """One dossier in the register.

    `due_at` None prints "Không quy định", `returned_at` None leaves room; `return_way`: phương thức nhận kết quả;
    `collected_by`: who signed for the result, "" leaves room to sign.
    """

    dossier_code: str
    procedure_name: str
    applicant_name: str
    address: str
    phone: str
    agency: str
    received_at: datetime
    due_at: datetime | None
    returned_at: datetime | None
    return_way: str
    collected_by: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Form07:
    """Everything the register says (Sổ theo dõi hồ sơ).

    `scope` stands under the title: field, book, days ("Lĩnh vực Hộ tịch, từ ngày 01/9/2026 đến ngày 30/9/2026"), or "".
    """

    heading: FormHeading
    scope: str
    rows: tuple[RegisterRow, ...]
    printing: Printing = "original"


def render_form_07(form: Form07) -> bytes:
    """The register as an A4 PDF, lying across, its head on every sheet. ValueError for a version of another form."""
    return render_form("register", form.heading, "", form.printing, partial(_story, form), ACROSS)


def _story(form: Form07, setting: Setting) -> list[Flowable]:
    scope = centred(style(setting.family.italic, 12.5, 16))
    under = [Paragraph(markup(form.scope, setting.family), scope), Spacer(1, 6)] if plain(form.scope) else []
    return [
        *opening(form.heading, setting, ACROSS.text_width),
        *under,
        _table(form.rows, setting),
        Spacer(1, 6),
        KeepTogether([line("<i>Ghi chú:</i>", setting), *(line(note, setting) for note in NOTES)]),
    ]


def _table(entries: tuple[RegisterRow, ...], setting: Setting) -> LongTable:
    head = centred(style(setting.family.bold, _SIZE, _LEADING))
    upper = [Paragraph(title, head) for title in (*_TITLES, "Nhận và trả kết quả")]
    lower = [Paragraph(title, head) for title in _RETURN_TITLES]
    blank = [""] * (len(_RETURN_TITLES) - 1)
    rows: list[list[object]] = [[*upper, *blank], [*[""] * len(_TITLES), *lower]]
    rows += [_row(order, entry, setting) for order, entry in enumerate(entries, start=1)]
    table = LongTable(rows, colWidths=_WIDTHS, repeatRows=2, style=ruled_cells(setting))
    spans = [("SPAN", (column, 0), (column, 1)) for column in range(len(_TITLES))]
    table.setStyle(
        TableStyle(
            [
                *spans,
                ("SPAN", (len(_TITLES), 0), (-1, 0)),
                ("LEFTPADDING", (0, 0), (-1, -1), _PADDING / 2),
                ("RIGHTPADDING", (0, 0), (-1, -1), _PADDING / 2),
            ]
        )
    )
    return table


def _row(order: int, entry: RegisterRow, setting: Setting) -> list[object]:
    family = setting.family
    text = style(family.regular, _SIZE, _LEADING)
    middle = centred(text)
    code = plain(entry.dossier_code)
    small = style(family.regular, fitting_size(code, family.regular, _SIZE, _CODE_ROOM) if code else _SIZE, _LEADING)
    fitting = partial(_cell, base=text)
    reached = [markup(each, family) for each in (entry.address, entry.phone) if plain(each)]
    return [
        Paragraph(str(order), middle),
        Paragraph(markup(code, family), small),
        fitting(markup(entry.procedure_name, family), 2),
        fitting(markup(entry.applicant_name, family), 3),
        fitting("<br/>".join(reached), 4),
        fitting(markup(entry.agency, family), 5),
        Paragraph(_time(entry.received_at), middle),
        Paragraph("Không quy định" if entry.due_at is None else _time(entry.due_at), middle),
        Paragraph("" if entry.returned_at is None else _time(entry.returned_at), middle),
        fitting(markup(entry.return_way, family), 9),
        fitting(markup(entry.collected_by, family), 10),
    ]


def _cell(content: str, column: int, base: ParagraphStyle) -> Paragraph:
    """A text of that column, set smaller where the row would be higher than a sheet."""
    return fitting_block(content, base, _WIDTHS[column] - _PADDING, _HIGHEST)


def _time(instant: datetime) -> str:
    there = local_or_refuse(instant)
    return f"{there.hour:02d} giờ {there.minute:02d},<br/>{date_in_figures(there.date())}"
