"""A report as XLSX: real numbers, a head that stays in sight, and no text that a spreadsheet could run as a formula."""

from __future__ import annotations

import io
from collections.abc import Sequence
from datetime import UTC, datetime

from openpyxl import Workbook
from openpyxl.cell import Cell as XlsxCell
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from shared.documents.paper_text import plain
from shared.domain.reports.sheet import Cell, Decimal, Grid, Line, Share, Sheet, cell_text, placed_heads

_RUNS_AS_FORMULA = ("=", "+", "-", "@")
_EDGE = Side("thin", "FF75828F")
_THIN = Border(left=_EDGE, right=_EDGE, top=_EDGE, bottom=_EDGE)
_GROUND = PatternFill("solid", "FFF1F1EC")
_SHEET_WIDTH = 150.0
_NOT_IN_A_NAME = str.maketrans(dict.fromkeys("[]:*?/\\", " "))


def workbook(sheet: Sheet, known: Sequence[str], made_at: datetime) -> bytes:
    """The report in Vietnamese, a worksheet for each of its tables. `known`: how fresh it is, in lines below."""
    book = Workbook()
    book.remove(book.worksheets[0])
    book.properties.creator = "Một cửa"
    book.properties.title = plain(sheet.title.vi)
    book.properties.created = book.properties.modified = made_at.astimezone(UTC).replace(tzinfo=None)
    for grid in sheet.grids:
        name = plain(f"{sheet.code} {grid.name.vi}".translate(_NOT_IN_A_NAME))[:31]
        _fill(book.create_sheet(name), sheet, grid, known)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def _fill(page: Worksheet, sheet: Sheet, grid: Grid, known: Sequence[str]) -> None:
    columns = len(grid.widths)
    row = 0
    above = (*sheet.mark.vi.split("\n"), sheet.title.vi, *sheet.period.vi.split("\n"))
    for text in (*above, f"Đơn vị báo cáo: {sheet.by}", sheet.unit.vi):
        row += 1
        cell = _write(page, row, 1, text)
        cell.font = Font(bold=text == sheet.title.vi, size=13 if text == sheet.title.vi else 11)
        page.merge_cells(start_row=row, end_row=row, start_column=1, end_column=columns)
    top = row + 1
    _heads(page, grid, top)
    row = top + len(grid.heads) - 1
    page.freeze_panes = f"{'C' if len(grid.heads) > 1 else 'B'}{row + 1}"
    for line in grid.lines:
        row += 1
        _line(page, line, row)
    for text in ("", *(note.vi for note in sheet.notes), *known):
        row += 1
        _write(page, row, 1, text)
    for place, share in enumerate(grid.widths, start=1):
        page.column_dimensions[get_column_letter(place)].width = max(share * _SHEET_WIDTH / sum(grid.widths), 6)
    page.page_setup.orientation = "landscape"
    page.page_setup.paperSize = 9
    page.page_setup.fitToHeight = 0
    page.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    page.print_title_rows = f"{top}:{top + len(grid.heads) - 1}"


def _heads(page: Worksheet, grid: Grid, top: int) -> None:
    for down, right, head in placed_heads(grid):
        row, column = top + down, 1 + right
        cell = _write(page, row, column, head.text.vi)
        last = row + head.rows - 1, column + head.columns - 1
        for each in (each for line in page.iter_rows(row, last[0], column, last[1]) for each in line):
            each.border, each.fill = _THIN, _GROUND
        cell.font = Font(bold=True)
        cell.alignment = Alignment("center", "center", wrap_text=True)
        if (row, column) != last:
            page.merge_cells(start_row=row, end_row=last[0], start_column=column, end_column=last[1])


def _line(page: Worksheet, line: Line, row: int) -> None:
    for column, value in enumerate(line.cells, start=1):
        cell = _write(page, row, column, value)
        cell.border = _THIN
        cell.font = Font(bold=line.kind != "row")
        if isinstance(value, str) or cell.data_type == "s":
            cell.alignment = Alignment(vertical="top", wrap_text=True)


def _write(page: Worksheet, row: int, column: int, value: Cell) -> XlsxCell:
    """A number as a number; words as words, whatever they begin with."""
    cell = page.cell(row, column)
    assert isinstance(cell, XlsxCell)  # nothing is written where cells are merged
    match value:
        case None:
            return cell
        case int():
            cell.value, cell.number_format = value, "#,##0"
        case Share():
            cell.value, cell.number_format = value.value, "0.0%"
        case Decimal():
            cell.value, cell.number_format = round(value.value, 6), f"0.{'0' * value.places}"
        case _:
            text = plain(cell_text(value))
            cell.value = text
            cell.data_type = "s"
            cell.quotePrefix = text.startswith(_RUNS_AS_FORMULA)
    return cell
