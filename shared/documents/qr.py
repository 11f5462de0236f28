"""QR codes (mã QR): squares on paper, PNG for screens. Error correction M, quiet zone of four modules included."""

from __future__ import annotations

import io
from functools import lru_cache

import qrcode
from PIL import Image
from qrcode.constants import ERROR_CORRECT_M
from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas
from reportlab.pdfgen.pathobject import PDFPathObject
from reportlab.platypus import Flowable

_QUIET_MODULES = 4


_LONG = 400
"""From so many letters on the mask is not searched for: trying all eight takes five times as long, and packed data
looks like noise under any of them."""


@lru_cache(maxsize=64)
def qr_modules(text: str) -> tuple[tuple[bool, ...], ...]:
    """The rows of the code for `text`, top first, True is dark; the quiet zone is part of it. ValueError when empty."""
    if not text:
        raise ValueError("a QR code needs a text")
    mask = 2 if len(text) >= _LONG else None
    code = qrcode.QRCode(error_correction=ERROR_CORRECT_M, border=_QUIET_MODULES, mask_pattern=mask)
    code.add_data(text)
    code.make(fit=True)
    return tuple(tuple(bool(module) for module in row) for row in code.get_matrix())


def whole_dots_size_mm(text: str, largest_mm: float, dots_per_mm: float) -> float:
    """The largest size up to `largest_mm` at which every module of `text`'s code is a whole number of printer dots.

    `largest_mm` itself when even one dot a module does not fit.
    """
    modules = len(qr_modules(text))
    dots = int(largest_mm * dots_per_mm / modules)
    return modules * dots / dots_per_mm if dots else largest_mm


def draw_qr(canvas: Canvas, text: str, x: float, y: float, size_mm: float) -> None:
    """Draws the code of `text` in black with its lower left corner at (`x`, `y`) points, `size_mm` wide and high.

    One path of vector squares, so that neither printers nor viewers leave seams between them.
    """
    module = size_mm * mm / len(qr_modules(text))
    canvas.saveState()
    canvas.translate(x, y)
    canvas.scale(module, module)
    canvas.setFillGray(0)
    canvas.drawPath(_squares(text), stroke=0, fill=1)
    canvas.restoreState()


@lru_cache(maxsize=64)
def _squares(text: str) -> PDFPathObject:
    """The dark squares, each 1 by 1, from the lower left corner. A paper is laid out more than once."""
    rows = qr_modules(text)
    path = PDFPathObject()
    for index, row in enumerate(rows):
        for start, length in _dark_runs(row):
            path.rect(start, len(rows) - 1 - index, length, 1)
    return path


def _dark_runs(row: tuple[bool, ...]) -> list[tuple[int, int]]:
    runs: list[tuple[int, int]] = []
    start: int | None = None
    for index, dark in enumerate((*row, False)):
        if dark and start is None:
            start = index
        elif not dark and start is not None:
            runs.append((start, index - start))
            start = None
    return runs


class QrFlowable(Flowable):
    """A QR code that takes its place among paragraphs."""

    def __init__(self, text: str, size_mm: float) -> None:
        super().__init__()
        self._text = text
        self._size_mm = size_mm
        self.width = size_mm * mm
        self.height = size_mm * mm

    def wrap(self, _available_width: float, _available_height: float) -> tuple[float, float]:
        """Its size in points, whatever room there is."""
        return self.width, self.height

    def draw(self) -> None:
        """Draws the squares at the flowable's own origin."""
        draw_qr(self.canv, self._text, 0, 0, self._size_mm)


def qr_flowable(text: str, size_mm: float) -> QrFlowable:
    """The code of `text` as a flowable `size_mm` wide and high, quiet zone included."""
    return QrFlowable(text, size_mm)


def qr_png(text: str, pixels: int) -> bytes:
    """The code of `text` as a PNG of exactly `pixels` by `pixels`, in whole pixels per module, centred on white.

    ValueError when `pixels` is less than one per module.
    """
    rows = qr_modules(text)
    scale = pixels // len(rows)
    if scale < 1:
        raise ValueError(f"{pixels} pixels are too few for {len(rows)} modules")
    code = Image.new("L", (len(rows), len(rows)), 255)
    code.putdata([0 if dark else 255 for row in rows for dark in row])
    code = code.resize((len(rows) * scale, len(rows) * scale), Image.Resampling.NEAREST)
    sheet = Image.new("L", (pixels, pixels), 255)
    offset = (pixels - code.width) // 2
    sheet.paste(code, (offset, offset))
    out = io.BytesIO()
    sheet.save(out, format="PNG", optimize=True)
    return out.getvalue()
