"""The A4 sheet of official papers: margins of Decree 30/2020, page marks, metadata.

The same input gives the same bytes.
"""

from __future__ import annotations

import io
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

from reportlab.lib.pagesizes import A4
from reportlab.lib.units import mm
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import BaseDocTemplate, Flowable, Frame, PageTemplate

from shared.documents.fonts import Family, form_family
from shared.documents.paper_text import plain

PRODUCER = "Một cửa"
LANGUAGE = "vi"
REPRINT = "BẢN IN LẠI"
"""The copy mark of a paper that was printed before."""

PAGE_WIDTH, PAGE_HEIGHT = A4
LEFT_MARGIN, RIGHT_MARGIN = 30 * mm, 15 * mm
TOP_MARGIN, BOTTOM_MARGIN = 20 * mm, 20 * mm
TEXT_WIDTH = PAGE_WIDTH - LEFT_MARGIN - RIGHT_MARGIN

Story = Callable[[], list[Flowable]]
"""Makes the flowables of a paper afresh: they are consumed by being laid out."""


@dataclass(frozen=True, slots=True)
class PageMarks:
    """What stands on the sheet around the text.

    `title` and `subject` are for the file's metadata; `running_head` heads the pages from the second on; `reference`
    opens the foot of each page when there are several; `copy_mark` is boxed at the top of each page, or "".
    """

    title: str
    subject: str
    running_head: str
    reference: str
    copy_mark: str


def render_a4(settings: Sequence[Story], marks: PageMarks) -> bytes:
    """The paper as PDF, in that of its `settings` (looser before tighter) that takes the fewest sheets.

    The first of those that take as few wins, and one sheet is never bettered. Several sheets are numbered.
    """
    counts: list[int] = []
    for story in settings:
        count, content = _lay_out(story(), marks, 1)
        if count == 1:
            return content
        counts.append(count)
    fewest = min(counts)
    return _lay_out(settings[counts.index(fewest)](), marks, fewest)[1]


def _lay_out(flowables: list[Flowable], marks: PageMarks, pages: int) -> tuple[int, bytes]:
    out = io.BytesIO()
    sheet = BaseDocTemplate(
        out,
        pagesize=A4,
        title=plain(marks.title),
        subject=plain(marks.subject),
        author=PRODUCER,
        creator=PRODUCER,
        producer=PRODUCER,
        lang=LANGUAGE,
        invariant=1,
        initialFontName=form_family().regular,
        pageCompression=1,
    )
    frame = Frame(
        LEFT_MARGIN,
        BOTTOM_MARGIN,
        TEXT_WIDTH,
        PAGE_HEIGHT - TOP_MARGIN - BOTTOM_MARGIN,
        leftPadding=0,
        rightPadding=0,
        topPadding=0,
        bottomPadding=0,
    )
    draw_marks = partial(_draw_marks, marks=marks, pages=pages)
    sheet.addPageTemplates(PageTemplate(frames=[frame], onPage=draw_marks))
    sheet.build(flowables)
    return sheet.page, out.getvalue()


def _draw_marks(canvas: Canvas, sheet: BaseDocTemplate, marks: PageMarks, pages: int) -> None:
    family = form_family()
    page = sheet.page
    canvas.saveState()
    canvas.setLineWidth(0.5)
    if page == 1:
        canvas.setViewerPreference("DisplayDocTitle", "true")
    if marks.copy_mark:
        _draw_copy_mark(canvas, family, plain(marks.copy_mark))
    if page > 1:
        y = PAGE_HEIGHT - 14 * mm
        canvas.setFont(family.italic, 10.5)
        canvas.drawString(LEFT_MARGIN, y, plain(marks.running_head))
    if pages > 1:
        y = 12 * mm
        canvas.line(LEFT_MARGIN, y + 13, PAGE_WIDTH - RIGHT_MARGIN, y + 13)
        canvas.setFont(family.regular, 10.5)
        foot = f"{plain(marks.reference)} · Trang {page}/{pages}"
        canvas.drawRightString(PAGE_WIDTH - RIGHT_MARGIN, y, foot)
    canvas.restoreState()


def _draw_copy_mark(canvas: Canvas, family: Family, mark: str) -> None:
    size = 11.0
    width = stringWidth(mark, family.bold, size)
    right = PAGE_WIDTH - RIGHT_MARGIN
    y = PAGE_HEIGHT - 14 * mm
    canvas.setLineWidth(0.9)
    canvas.rect(right - width - 12, y - 5, width + 12, size + 6.5)
    canvas.setFont(family.bold, size)
    canvas.drawRightString(right - 6, y, mark)
