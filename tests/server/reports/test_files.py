"""Reports as files: the PDF says what the form says, and no cell of the XLSX can run as a formula."""

from __future__ import annotations

import io
import re
import zipfile
from datetime import UTC, datetime
from xml.etree import ElementTree

import pypdfium2
import pytest

from server.reports.form_07_sheets import sheet_07a
from server.reports.workbook import workbook
from shared.documents.report_sheet import render_report
from shared.domain.reports.form_07a import DossierCounts
from shared.domain.reports.period import period_from
from shared.domain.reports.sheet import Sheet

MADE_AT = datetime(2026, 10, 16, 2, 0, tzinfo=UTC)
KNOWN = ("Lập lúc 09:00 16/10/2026.", "Đã tính mọi sự việc gửi về đến 08:59 16/10/2026.")
ROW = DossierCounts(online_full=1200, post=30, carried_over=4, solved_early=1000, solved_late=34, open_in_time=200)
MALICIOUS = ('=HYPERLINK("http://x.example";"y")', "+84", "-1+1", "@SUM(A1)", "\t=1+1", "\r=1+1", "\n@x", "  =2")
SPREADSHEET = {"x": "http://schemas.openxmlformats.org/spreadsheetml/2006/main"}


def sheet(*fields: str, by: str = "Trung tâm Phục vụ hành chính công phường Mẫu") -> Sheet:
    return sheet_07a(dict.fromkeys(fields, ROW), by, "UBND cấp tỉnh", period_from("2026-10"))


def parts(content: bytes) -> dict[str, ElementTree.Element]:
    with zipfile.ZipFile(io.BytesIO(content)) as book:
        return {name: ElementTree.fromstring(book.read(name)) for name in book.namelist() if name.endswith(".xml")}


def test_no_cell_runs_as_a_formula() -> None:
    found = parts(workbook(sheet(*MALICIOUS, by="=cmd|' /C calc'!A0"), ("=1+1", *KNOWN), MADE_AT))
    page, styles = found["xl/worksheets/sheet1.xml"], found["xl/styles.xml"]
    assert page.findall(".//x:f", SPREADSHEET) == []
    quoting = [each.get("quotePrefix") == "1" for each in styles.findall("x:cellXfs/x:xf", SPREADSHEET)]
    dangerous = 0
    for cell in page.iterfind(".//x:c", SPREADSHEET):
        if cell.get("t") == "inlineStr":
            text = "".join(cell.itertext())
            assert text.startswith(("=", "+", "-", "@")) == quoting[int(cell.get("s", "0"))], text
            assert text == text.strip()
            dangerous += text.startswith(("=", "+", "-", "@"))
        elif (value := cell.findtext("x:v", None, SPREADSHEET)) is not None:
            assert cell.get("t") in (None, "n")
            float(value)
    assert dangerous == len(MALICIOUS) + 1


def test_counts_are_numbers_and_the_head_stays_in_sight() -> None:
    page = parts(workbook(sheet("Hộ tịch", "Đất đai"), KNOWN, MADE_AT))["xl/worksheets/sheet1.xml"]
    numbers = [
        int(each.findtext("x:v", "", SPREADSHEET))
        for each in page.iterfind(".//x:c", SPREADSHEET)
        if each.get("t") in (None, "n") and each.find("x:v", SPREADSHEET) is not None
    ]
    row = [1234, 1200, 0, 30, 0, 4, 1034, 1000, 0, 34, 200, 200, 0]
    assert numbers == [*row, *row, *(2 * each for each in row)]
    pane = page.find(".//x:pane", SPREADSHEET)
    assert pane is not None
    assert (pane.get("state"), pane.get("topLeftCell")) == ("frozen", "C12")


def pages_of(content: bytes) -> list[str]:
    with pypdfium2.PdfDocument(content) as paper:
        return [paper[place].get_textpage().get_text_range() for place in range(len(paper))]


def test_the_pdf_says_what_the_form_says() -> None:
    (page,) = pages_of(render_report(sheet("Hộ tịch"), KNOWN))
    said = " ".join(page.split())
    for words in (
        "Biểu số: 07a/BTP/KSTT",
        "Thông tư số 09/2026/TT-BTP",
        "Kỳ báo cáo: Tháng 10 năm 2026",
        "Từ ngày 15/09/2026 đến ngày 14/10/2026",
        "Đơn vị tính: Số hồ sơ TTHC",
        "phường Mẫu",
        "TỔNG CỘNG",
        "1.234",
        "Thủ trưởng đơn vị",
        *KNOWN,
        *(f"({number})" for number in range(1, 16)),
    ):
        assert words in said, words


def test_many_fields_go_on_over_numbered_sheets_under_the_same_head() -> None:
    pages = pages_of(render_report(sheet(*(f"Lĩnh vực {number:02d}" for number in range(60))), KNOWN))
    assert len(pages) > 1
    for order, page in enumerate(pages, start=1):
        assert f"Trang {order}/{len(pages)}" in page
    assert all("Lĩnh vực giải quyết" in page for page in pages[:-1])


def test_the_faces_are_in_the_file_and_it_lies_across() -> None:
    content = render_report(sheet("Hộ tịch"), KNOWN)
    with pypdfium2.PdfDocument(content) as paper:
        width, height = paper[0].get_size()
    assert width > height
    assert len(re.findall(rb"/FontFile2", content)) >= 3
    assert content == render_report(sheet("Hộ tịch"), KNOWN)


@pytest.mark.parametrize("field", MALICIOUS)
def test_names_that_are_no_words_do_not_break_the_pdf(field: str) -> None:
    assert "TỔNG CỘNG" in pages_of(render_report(sheet(field + "<b>&"), KNOWN))[0]
