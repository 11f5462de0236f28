"""The morning's list (danh sách hồ sơ đến hạn): what is overdue, due today and on the next working day, on A4.

A paper of the office's own, which no regulation draws. It stays in the office and says so on every sheet: names stand
on it, identity numbers, addresses and telephone numbers do not.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from functools import partial

from reportlab.lib.units import mm
from reportlab.platypus import Flowable, LongTable, Paragraph, Spacer

from shared.documents.fonts import form_family
from shared.documents.form_fields import Setting, loose, ruled_cells, tight
from shared.documents.paper import TEXT_WIDTH, PageMarks, render_a4
from shared.documents.paper_text import centred, fitting_block, fitting_size, markup, plain, style
from shared.documents.vietnamese_words import date_in_figures, local_or_refuse

INTERNAL = "LƯU HÀNH NỘI BỘ"
"""The mark of a paper that stays in the office."""

_TITLES = ("STT", "Mã hồ sơ", "Người nộp", "Thủ tục", "Đang giữ", "Hẹn trả")
_WIDTHS = [each * mm for each in (11, 38, 31, 39, 25)]
_WIDTHS.append(TEXT_WIDTH - sum(_WIDTHS))
_SIZE, _LEADING = 10, 12.5
_PADDING = 8
_HIGHEST = 60 * mm


@dataclass(frozen=True, slots=True, kw_only=True)
class DeadlineEntry:
    """One dossier of the list (dòng). `due_at` None prints a dash; `note`: "đã hẹn lại", or ""."""

    dossier_code: str
    applicant_name: str
    procedure_name: str
    holder_name: str
    due_at: datetime | None
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class DeadlineSection:
    """One part of the list (phần): its title and its dossiers."""

    title: str
    entries: tuple[DeadlineEntry, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class DeadlineList:
    """Everything the list says. `scope`: whose dossiers ("Cả cơ quan"); `at`: when it was made, `by`: for whom."""

    office_name: str
    scope: str
    at: datetime
    by: str
    sections: tuple[DeadlineSection, ...]


def render_deadline_list(paper: DeadlineList) -> bytes:
    """The list as an A4 PDF; sections without dossiers are left out, a list without any says so."""
    day = date_in_figures(local_or_refuse(paper.at).date())
    marks = PageMarks(
        title=f"Danh sách hồ sơ đến hạn ngày {day}",
        subject="Theo dõi thời hạn giải quyết hồ sơ",
        running_head=f"Danh sách hồ sơ đến hạn ngày {day}",
        reference=f"Hồ sơ đến hạn {day}",
        copy_mark=INTERNAL,
    )
    family = form_family()
    return render_a4([partial(_story, paper, each) for each in (loose(family), tight(family))], marks)


def _story(paper: DeadlineList, setting: Setting) -> list[Flowable]:
    family = setting.family
    there = local_or_refuse(paper.at)
    small = style(family.regular, 11, 14)
    title = centred(style(family.bold, 15, 20))
    said = f"{plain(paper.scope)} · lập lúc {there:%H:%M} ngày {date_in_figures(there.date())} · {plain(paper.by)}"
    story: list[Flowable] = [
        Paragraph(markup(paper.office_name, family), style(family.bold, 12, 15)),
        Spacer(1, 10),
        Paragraph(f"DANH SÁCH HỒ SƠ ĐẾN HẠN NGÀY {date_in_figures(there.date())}", title),
        Paragraph(markup(said, family), centred(small)),
        Spacer(1, 8),
    ]
    sections = [section for section in paper.sections if section.entries]
    if not sections:
        return [*story, Paragraph("Không có hồ sơ nào quá hạn hoặc đến hạn.", centred(style(family.regular, 13, 17)))]
    for section in sections:
        head = style(family.bold, 12.5, 16)
        head.keepWithNext = 1
        story += [
            Paragraph(f"{markup(section.title, family)} ({len(section.entries)})", head),
            Spacer(1, 3),
            _table(section.entries, setting),
            Spacer(1, 10),
        ]
    return story


def _table(entries: tuple[DeadlineEntry, ...], setting: Setting) -> LongTable:
    head = centred(style(setting.family.bold, _SIZE, _LEADING))
    rows: list[list[object]] = [[Paragraph(title, head) for title in _TITLES]]
    rows += [_row(order, entry, setting) for order, entry in enumerate(entries, start=1)]
    return LongTable(rows, colWidths=_WIDTHS, repeatRows=1, style=ruled_cells(setting))


def _row(order: int, entry: DeadlineEntry, setting: Setting) -> list[object]:
    family = setting.family
    text = style(family.regular, _SIZE, _LEADING)

    def cell(content: str, column: int) -> Paragraph:
        return fitting_block(content, text, _WIDTHS[column] - _PADDING, _HIGHEST)

    code = plain(entry.dossier_code)
    size = fitting_size(code, family.regular, _SIZE, _WIDTHS[1] - _PADDING - 1) if code else _SIZE
    due = "—" if entry.due_at is None else _time(entry.due_at)
    note = f"<br/><i>{markup(entry.note, family)}</i>" if plain(entry.note) else ""
    return [
        Paragraph(str(order), centred(text)),
        Paragraph(markup(code, family), style(family.regular, size, _LEADING)),
        cell(markup(entry.applicant_name, family), 2),
        cell(markup(entry.procedure_name, family), 3),
        cell(markup(entry.holder_name, family), 4),
        cell(due + note, 5),
    ]


def _time(instant: datetime) -> str:
    there = local_or_refuse(instant)
    return f"{there:%H:%M}, {date_in_figures(there.date())}"
