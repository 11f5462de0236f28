"""A report on A4 lying across: form number, title, period and units above, the tables, signatures (biểu báo cáo).

The head stands on every sheet; several sheets are numbered.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from reportlab.lib.enums import TA_RIGHT
from reportlab.lib.units import mm
from reportlab.platypus import Flowable, KeepTogether, LongTable, Paragraph, Spacer, TableStyle

from shared.documents.fonts import Family, form_family
from shared.documents.letterhead import bare_table
from shared.documents.paper import ACROSS, PageMarks, render_a4
from shared.documents.paper_text import centred, markup, plain, style
from shared.domain.reports.sheet import Grid, Line, Sheet, cell_text, is_number, placed_heads

_SIZE, _LEADING = 9.5, 11.5
_SMALL, _SMALL_LEADING = 8.5, 10.5
_SIDE = 66 * mm
_Place = tuple[int, int]


def render_report(sheet: Sheet, known: tuple[str, ...]) -> bytes:
    """The report in Vietnamese as PDF, the same input the same bytes. `known`: how fresh it is, at its foot."""
    title, period = plain(sheet.title.vi), _on_one_line(sheet.period.vi)
    marks = PageMarks(
        title=f"{title} – {period}",
        subject=_on_one_line(sheet.mark.vi),
        running_head=f"{title} – {plain(sheet.by)}",
        reference=period,
        copy_mark="",
    )
    return render_a4([partial(_story, sheet, known, form_family())], marks, ACROSS)


def _story(sheet: Sheet, known: tuple[str, ...], family: Family) -> list[Flowable]:
    story = [_opening(sheet, family), Spacer(1, 6), _unit(sheet, family)]
    for place, grid in enumerate(sheet.grids):
        if place:
            story.append(Spacer(1, 12))
        story += _grid(grid, sheet, family)
    small = style(family.regular, _SMALL, _SMALL_LEADING)
    lines: list[Flowable] = [
        Paragraph(markup(text, family), small) for text in (*(note.vi for note in sheet.notes), *known)
    ]
    story += [Spacer(1, 6), KeepTogether(lines)]
    if sheet.signed:
        story += [Spacer(1, 10), KeepTogether([_signatures(family)])]
    return story


def _opening(sheet: Sheet, family: Family) -> Flowable:
    left = style(family.regular, 10, 13)
    number, *basis = sheet.mark.vi.split("\n")
    mark: list[Flowable] = [Paragraph(f"<b>{markup(number, family)}</b>", left)]
    mark += [Paragraph(markup(text, family), left) for text in basis]
    bold = centred(style(family.bold, 12.5, 16))
    middle = centred(style(family.regular, 11, 14.5))
    title: list[Flowable] = [Paragraph(markup(sheet.title.vi.upper(), family), bold), Spacer(1, 3)]
    title += [Paragraph(markup(text, family), middle) for text in sheet.period.vi.split("\n")]
    who: list[Flowable] = [Paragraph(f"Đơn vị báo cáo:<br/><b>{markup(sheet.by, family)}</b>", left)]
    if sheet.to:
        who.append(Paragraph(f"Đơn vị nhận báo cáo:<br/><b>{markup(sheet.to, family)}</b>", left))
    gap = 4 * mm
    return bare_table([[mark, "", title, "", who]], [_SIDE, gap, ACROSS.text_width - 2 * _SIDE - 2 * gap, gap, _SIDE])


def _unit(sheet: Sheet, family: Family) -> Paragraph:
    right = style(family.italic, 10, 13)
    right.alignment = TA_RIGHT
    right.spaceAfter = 3
    return Paragraph(markup(sheet.unit.vi, family), right)


def _grid(grid: Grid, sheet: Sheet, family: Family) -> list[Flowable]:
    widths = [share * ACROSS.text_width / sum(grid.widths) for share in grid.widths]
    head, spans = _heads(grid, family)
    body = [_row(line, family) for line in grid.lines]
    look = TableStyle(
        [
            ("FONTNAME", (0, 0), (-1, -1), family.regular),
            ("GRID", (0, 0), (-1, -1), 0.5, "black"),
            ("VALIGN", (0, 0), (-1, -1), "MIDDLE"),
            ("TOPPADDING", (0, 0), (-1, -1), 2),
            ("BOTTOMPADDING", (0, 0), (-1, -1), 4),
            ("LEFTPADDING", (0, 0), (-1, -1), 3),
            ("RIGHTPADDING", (0, 0), (-1, -1), 3),
            *(("SPAN", first, last) for first, last in spans),
        ]
    )
    table = LongTable([*head, *body], colWidths=widths, repeatRows=len(head), style=look)
    if len(sheet.grids) == 1:
        return [table]
    name = style(family.bold, 11, 14)
    name.spaceAfter = 3
    name.keepWithNext = 1
    return [Paragraph(markup(grid.name.vi, family), name), table]


def _heads(grid: Grid, family: Family) -> tuple[list[list[object]], list[tuple[_Place, _Place]]]:
    """The rows of headings over every column, and the cells that they span."""
    height, width = len(grid.heads), len(grid.widths)
    rows: list[list[object]] = [[""] * width for _ in range(height)]
    spans: list[tuple[_Place, _Place]] = []
    bold = centred(style(family.bold, _SMALL, _SMALL_LEADING))
    thin = centred(style(family.italic, 7.5, 9))
    for row, column, head in placed_heads(grid):
        numbers = row == height - 1 and height > 1
        rows[row][column] = Paragraph(markup(head.text.vi, family), thin if numbers else bold)
        spans.append(((column, row), (column + head.columns - 1, row + head.rows - 1)))
    return rows, spans


def _row(line: Line, family: Family) -> list[object]:
    face = family.regular if line.kind == "row" else family.bold
    return list(_cells(line, face, family))


def _cells(line: Line, face: str, family: Family) -> Iterator[object]:
    left = style(face, _SIZE, _LEADING)
    right = style(face, _SIZE, _LEADING)
    right.alignment = TA_RIGHT
    for cell in line.cells:
        yield Paragraph(markup(cell_text(cell), family), right if is_number(cell) else left)


def _signatures(family: Family) -> Flowable:
    bold, thin = centred(style(family.bold, 11, 15)), centred(style(family.italic, 10.5, 14))
    day = Paragraph("Ngày ........ tháng ........ năm 20.....", thin)
    left = [Spacer(1, 14), Paragraph("Người lập biểu", bold), Paragraph("(Ký và ghi rõ họ tên)", thin)]
    right = [day, Paragraph("Thủ trưởng đơn vị", bold), Paragraph("(Ký, đóng dấu và ghi rõ họ tên)", thin)]
    half = ACROSS.text_width / 2
    return bare_table([[left, right], [Spacer(1, 16 * mm), ""]], [half, half])


def _on_one_line(text: str) -> str:
    return plain(text.replace("\n", " "))
