"""The paper of the slips and its parts: 80 mm of thermal paper, black on white, one strip as long as it needs to be."""

from __future__ import annotations

import io
from collections.abc import Sequence
from typing import Any

from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable, Paragraph, Table, TableStyle

from shared.documents.fonts import Family
from shared.documents.paper import LANGUAGE, PRODUCER
from shared.documents.paper_text import balanced, centred, markup, plain, style, unbroken_terms
from shared.documents.qr import qr_flowable, whole_dots_size_mm

PAPER_WIDTH_MM = 80.0
PRINTABLE_WIDTH_MM = 72.0
PRINTER_DOTS_PER_MM = 8.0
"""Thermal heads of 203 dots per inch print 8 dots on a millimetre."""

WIDTH = PRINTABLE_WIDTH_MM * mm
"""The printable width in points."""

_SIDE = (PAPER_WIDTH_MM - PRINTABLE_WIDTH_MM) / 2 * mm
_TOP, _BOTTOM = 3 * mm, 5 * mm
_LARGEST_QR_MM = 38.0
_ENDLESS = 1e6

NO_PADDING = [
    ("LEFTPADDING", (0, 0), (-1, -1), 0),
    ("RIGHTPADDING", (0, 0), (-1, -1), 0),
    ("TOPPADDING", (0, 0), (-1, -1), 0),
    ("BOTTOMPADDING", (0, 0), (-1, -1), 0),
]
"""Commands for a table whose cells have no room around them."""


def render_strip(parts: Sequence[Flowable], title: str, subject: str, family: Family) -> bytes:
    """The parts one below the other as a PDF of one page, 80 mm wide; `title` and `subject` are its metadata."""
    heights = [part.wrap(WIDTH, _ENDLESS)[1] for part in parts]
    page_height = sum(heights) + _TOP + _BOTTOM
    out = io.BytesIO()
    canvas = _canvas(out, page_height, family)
    canvas.setTitle(plain(title))
    canvas.setSubject(plain(subject))
    y = page_height - _TOP
    for part, height in zip(parts, heights, strict=True):
        y -= height
        part.drawOn(canvas, _SIDE, y)
    canvas.showPage()
    canvas.save()
    return out.getvalue()


def _canvas(out: io.BytesIO, page_height: float, family: Family) -> Canvas:
    first_face: dict[str, Any] = {"initialFontName": family.regular}  # the type stubs take it for a number
    canvas = Canvas(
        out,
        pagesize=(PAPER_WIDTH_MM * mm, page_height),
        invariant=1,
        pageCompression=1,
        lang=LANGUAGE,
        **first_face,
    )
    canvas.setAuthor(PRODUCER)
    canvas.setCreator(PRODUCER)
    canvas.setProducer(PRODUCER)
    canvas.setViewerPreference("PrintScaling", "None")
    return canvas


class Cut(Flowable):
    """A line across the slip."""

    def wrap(self, _available_width: float, _available_height: float) -> tuple[float, float]:
        """The paper's width, one point high."""
        return WIDTH, 1.0

    def draw(self) -> None:
        """Draws the line."""
        self.canv.setLineWidth(1)
        self.canv.line(0, 0.5, WIDTH, 0.5)


class TickBox(Flowable):
    """An empty box to tick, drawn: no face of ours has one."""

    def __init__(self, side: float) -> None:
        super().__init__()
        self._side = side

    def wrap(self, _available_width: float, _available_height: float) -> tuple[float, float]:
        """The box and the little room above it that sets it on the first line of its text."""
        return self._side, self._side + 3

    def draw(self) -> None:
        """Draws the four sides."""
        self.canv.setLineWidth(1)
        self.canv.rect(0, 0, self._side, self._side)


def office_heading(office_name: str, family: Family) -> Paragraph:
    """The name of the office, centred."""
    office = centred(style(family.bold, 10.5, 13.5))
    return balanced(markup(unbroken_terms(office_name), family), office, WIDTH)


def centred_text(text: str, face: str, size: float) -> Paragraph:
    """Markup in one face and size, centred."""
    return Paragraph(text, centred(style(face, size)))


def centred_code(text: str, family: Family) -> Table:
    """The QR code of `text` in the middle, every module a whole number of the printer's dots."""
    code = qr_flowable(text, whole_dots_size_mm(text, _LARGEST_QR_MM, PRINTER_DOTS_PER_MM))
    centre = TableStyle([own_face(family), ("ALIGN", (0, 0), (-1, -1), "CENTER"), *NO_PADDING])
    return Table([[code]], colWidths=[WIDTH], style=centre)


def checklist(rows: Sequence[Sequence[Flowable]], family: Family) -> Table:
    """Each row's flowables one below the other beside a box to tick."""
    cells = [[TickBox(8.5), list(row)] for row in rows]
    roomy = TableStyle(
        [own_face(family), ("VALIGN", (0, 0), (-1, -1), "TOP"), *NO_PADDING, ("BOTTOMPADDING", (0, 0), (-1, -1), 3)]
    )
    return Table(cells, colWidths=[14, WIDTH - 14], style=roomy)


def own_face(family: Family) -> tuple[str, tuple[int, int], tuple[int, int], str]:
    """Keeps a table from naming a face of the viewer's for cells that hold no text of their own."""
    return ("FONTNAME", (0, 0), (-1, -1), family.regular)
