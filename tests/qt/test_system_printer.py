"""Prints on a printer of the system: here Qt's own, which writes a PDF that is read again."""

from __future__ import annotations

import io
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pypdfium2
import pytest
import zxingcpp
from PIL import ImageChops
from PySide6.QtPrintSupport import QPrinter
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

from shared.documents.ticket_slip import TicketSlip, render_ticket_slip
from shared.failures import EnvironmentFailure
from shared.qt.system_printer import SystemPrinter

FOLLOW_URL = "https://motcua.example.vn/t/7Kq2xV9bTn4M"
_MM = 25.4 / 72

pytestmark = pytest.mark.usefixtures("qtbot")


@pytest.fixture
def slip_pdf() -> bytes:
    """A ticket slip of everyday length."""
    return render_ticket_slip(
        TicketSlip(
            office_name="Trung tâm Phục vụ hành chính công phường Hải Châu",
            label="A012",
            line_name_vi="Hộ tịch, chứng thực",
            line_name_en="Civil status, certification",
            people_ahead=7,
            wait_text_vi="15–25 phút",
            wait_text_en="15–25 min",
            issued_at=datetime(2026, 9, 8, 1, 5, tzinfo=UTC),
            follow_url=FOLLOW_URL,
        )
    )


def into(path: Path) -> SystemPrinter:
    """A printer whose paper is the file at `path`."""

    def make() -> QPrinter:
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        printer.setOutputFileName(str(path))
        return printer

    return SystemPrinter(make_printer=make)


def sizes_mm(pdf: bytes) -> list[tuple[float, float]]:
    with pypdfium2.PdfDocument(pdf) as document:
        return [(page.get_width() * _MM, page.get_height() * _MM) for page in document]


def picture_of(pdf: bytes, dpi: int = 203) -> Any:
    with pypdfium2.PdfDocument(pdf) as document:
        return document[0].render(scale=dpi / 72, grayscale=True).to_pil()


def test_a_slip_keeps_its_paper_and_its_place_on_it(tmp_path: Path, slip_pdf: bytes) -> None:
    into(tmp_path / "paper.pdf").print_slip("A012", slip_pdf)
    printed = (tmp_path / "paper.pdf").read_bytes()
    ((width, height),) = sizes_mm(printed)
    ((_, wanted_height),) = sizes_mm(slip_pdf)
    assert width == pytest.approx(80, abs=0.3)
    assert height == pytest.approx(wanted_height, abs=0.3)
    before, after = (ImageChops.invert(picture_of(pdf)).getbbox() for pdf in (slip_pdf, printed))
    assert before == pytest.approx(after, abs=3)


def test_the_code_on_the_slip_can_be_read(tmp_path: Path, slip_pdf: bytes) -> None:
    into(tmp_path / "paper.pdf").print_slip("A012", slip_pdf)
    (code,) = zxingcpp.read_barcodes(picture_of((tmp_path / "paper.pdf").read_bytes()))
    assert code.text == FOLLOW_URL


def test_a_form_of_two_pages_stays_on_two_sheets_of_a4(tmp_path: Path) -> None:
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=A4)
    for text in ("first", "second"):
        canvas.drawString(100, 700, text)
        canvas.showPage()
    canvas.save()
    into(tmp_path / "paper.pdf").print_form("form", out.getvalue())
    sizes = sizes_mm((tmp_path / "paper.pdf").read_bytes())
    assert len(sizes) == 2
    assert all(size == pytest.approx((210, 297), abs=0.5) for size in sizes)


def test_the_printing_lane_prints_as_well_as_the_window(tmp_path: Path, slip_pdf: bytes) -> None:
    with ThreadPoolExecutor(1) as lane:
        lane.submit(into(tmp_path / "paper.pdf").print_slip, "A012", slip_pdf).result()
        assert lane.submit(SystemPrinter("Máy in không có thật").condition).result() == "offline"
    assert zxingcpp.read_barcodes(picture_of((tmp_path / "paper.pdf").read_bytes()))


@pytest.mark.parametrize("name", ["Máy in không có thật", ""])
def test_a_printer_that_the_system_does_not_know_is_refused_in_words(name: str, slip_pdf: bytes) -> None:
    printer = SystemPrinter(name)
    assert printer.condition() == "offline"
    with pytest.raises(EnvironmentFailure) as told:
        printer.print_slip("A012", slip_pdf)
    assert told.value.code == "printer_offline"
    assert name in told.value.sentence.vi


@pytest.mark.qt_log_ignore("QPainter::begin")
def test_a_paper_that_cannot_be_written_fails_in_words(tmp_path: Path, slip_pdf: bytes) -> None:
    printer = into(tmp_path / "missing" / "paper.pdf")
    assert printer.condition() == "ready"
    with pytest.raises(EnvironmentFailure) as told:
        printer.print_slip("A012", slip_pdf)
    assert told.value.code == "printer_failed"


def test_what_is_not_a_pdf_fails_in_words(tmp_path: Path) -> None:
    with pytest.raises(EnvironmentFailure) as told:
        into(tmp_path / "paper.pdf").print_slip("A012", b"not a PDF")
    assert told.value.code == "printer_failed"
