"""A printer that the operating system knows (máy in của hệ thống), reached through QPrinter.

The rule of threads: Qt lets a painter work on a QPrinter in any one thread at a time as long as a QGuiApplication is
there and only images are painted (text needs fonts, pixmaps need the GUI thread). That is all that happens here, so
`print_slip` belongs on the printing lane: spoolers may take seconds. PDFium, which draws the pages, is not thread-safe:
one thread of a program draws PDFs.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QRectF, QSizeF
from PySide6.QtGui import QImage, QPageLayout, QPageSize, QPainter

from shared.domain.machine import PrinterState
from shared.failures import EnvironmentFailure

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter, QPrinterInfo

_POINTS_PER_INCH = 72
_MM_PER_POINT = 25.4 / 72
_FINEST_DPI = 600
"""Thermal heads have 203 or 300 dots per inch, office printers gain nothing beyond this."""

MakePrinter = Callable[[], "QPrinter"]


class SystemPrinter:
    """Prints on the printer called `name`, or on the default one (""). Pages keep their own size, nothing is scaled.

    `make_printer` replaces the choice by name: for prints into a file.
    """

    def __init__(self, name: str = "", make_printer: MakePrinter | None = None) -> None:
        self._name = name
        self._make_printer = make_printer

    def print_slip(self, name: str, pdf: bytes) -> None:
        """Prints once. EnvironmentFailure `printer_offline` (no such printer), `printer_failed`, `printer_unfinished`.

        What happens after the system has taken the job (no paper, cover open) Qt does not tell.
        """
        # Loaded with the first print: it would slow down every start.
        import pypdfium2

        printer = self._printer()
        printer.setDocName(name)
        try:
            with pypdfium2.PdfDocument(pdf) as document:
                _paint(printer, [document[index] for index in range(len(document))])
        except pypdfium2.PdfiumError as problem:
            raise _failed() from problem
        if printer.printerState() in (printer.PrinterState.Aborted, printer.PrinterState.Error):
            raise _unfinished()

    def print_form(self, name: str, pdf: bytes) -> None:
        """Prints a form, the same way."""
        self.print_slip(name, pdf)

    def condition(self) -> PrinterState:
        """ "offline" when the printer is not there, "failed" when the system has stopped it, else "ready".

        Paper and covers are not known to Qt. A print server in the network may take longer than a second to answer.
        """
        if self._make_printer is not None:
            return "ready"
        info = self._info()
        if info.isNull():
            return "offline"
        from PySide6.QtPrintSupport import QPrinter

        stopped = (QPrinter.PrinterState.Aborted, QPrinter.PrinterState.Error)
        return "failed" if info.state() in stopped else "ready"

    def _info(self) -> QPrinterInfo:
        from PySide6.QtPrintSupport import QPrinterInfo

        return QPrinterInfo.printerInfo(self._name) if self._name else QPrinterInfo.defaultPrinter()

    def _printer(self) -> QPrinter:
        """A QPrinter is made for each job: it remembers the pages of the job before. Without the printer it would
        silently write a PDF somewhere."""
        if self._make_printer is not None:
            return self._make_printer()
        info = self._info()
        if info.isNull():
            raise _offline(self._name)
        from PySide6.QtPrintSupport import QPrinter

        return QPrinter(info, QPrinter.PrinterMode.HighResolution)


def _paint(printer: QPrinter, pages: list[Any]) -> None:
    painter = QPainter()
    whole = False
    try:
        for number, page in enumerate(pages):
            _set_paper(printer, page)
            if number == 0 and not painter.begin(printer):
                raise _failed()
            if number > 0 and not printer.newPage():
                raise _unfinished()
            painter.drawImage(_place(printer, page), _image(page, min(printer.resolution(), _FINEST_DPI)))
        whole = True
    finally:
        if not whole:
            printer.abort()
        ended = painter.end() if painter.isActive() else not whole
    if not ended:
        raise _unfinished()


def _set_paper(printer: QPrinter, page: Any) -> None:
    """The paper is the page: a slip of 80 mm is not laid on A4. A driver that does not know the size keeps its own,
    and the page lies at its upper left corner in true size."""
    size = QSizeF(page.get_width() * _MM_PER_POINT, page.get_height() * _MM_PER_POINT)
    match = QPageSize.SizeMatchPolicy.FuzzyMatch
    printer.setPageSize(QPageSize(size, QPageSize.Unit.Millimeter, "", match))
    printer.setPageOrientation(QPageLayout.Orientation.Portrait)
    printer.setFullPage(True)


def _place(printer: QPrinter, page: Any) -> QRectF:
    dots_per_point = printer.resolution() / _POINTS_PER_INCH
    return QRectF(0, 0, page.get_width() * dots_per_point, page.get_height() * dots_per_point)


def _image(page: Any, dpi: int) -> QImage:
    bitmap = page.render(scale=dpi / _POINTS_PER_INCH, grayscale=True)
    drawn = QImage(bytes(bitmap.buffer), bitmap.width, bitmap.height, bitmap.stride, QImage.Format.Format_Grayscale8)
    return drawn.copy()  # the bytes above live no longer than this call


def _offline(name: str) -> EnvironmentFailure:
    which_vi, which_en = (
        (f"máy in “{name}”", f"the printer “{name}”") if name else ("máy in mặc định", "a default printer")
    )
    return EnvironmentFailure(
        "printer_offline",
        f"Hệ thống không có {which_vi} nên chưa in được. Dữ liệu đã lưu an toàn; xin kiểm tra máy in trong cài đặt.",
        f"Nothing was printed: the system does not know {which_en}. The data is safe; check the printer settings.",
    )


def _failed() -> EnvironmentFailure:
    return EnvironmentFailure(
        "printer_failed",
        "Máy in không nhận được bản in nên chưa in được. Dữ liệu đã lưu an toàn; xin kiểm tra máy in rồi in lại.",
        "Nothing was printed: the printer did not take the print. The data is safe; check it and print again.",
    )


def _unfinished() -> EnvironmentFailure:
    return EnvironmentFailure(
        "printer_unfinished",
        "Máy in dừng giữa chừng, bản in có thể chưa đủ. Dữ liệu đã lưu an toàn; xin xem bản in và báo nhân viên.",
        "The printer stopped in the middle; the print may be incomplete. The data is safe; tell the staff.",
    )
