"""The A4 sheet of official papers: margins of Decree 30/2020, page marks, metadata.

The same input gives the same bytes.
"""

from __future__ import annotations

import io
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

from reportlab.lib.pagesizes import A4, landscape
from reportlab.lib.units import mm
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import (
    BaseDocTemplate,
    Flowable,
    Frame,
    KeepTogether,
    NextPageTemplate,
    PageBreak,
    PageTemplate,
    Table,
)
from reportlab.platypus.doctemplate import LayoutError

from shared.documents.fonts import Family, form_family
from shared.documents.paper_text import fitting_size, plain

PRODUCER = "Một cửa"
LANGUAGE = "vi"
REPRINT = "BẢN IN LẠI"
"""The copy mark of a paper that was printed before."""
COPY = "BẢN SAO"
"""The copy mark of a paper that is not the one signed."""

PAGE_WIDTH, PAGE_HEIGHT = A4
LEFT_MARGIN, RIGHT_MARGIN = 30 * mm, 15 * mm
TOP_MARGIN, BOTTOM_MARGIN = 20 * mm, 20 * mm
_MARK_ROOM = 32 * mm
TEXT_WIDTH = PAGE_WIDTH - LEFT_MARGIN - RIGHT_MARGIN


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet of paper (khổ giấy) as it is held: width and height in points."""

    width: float
    height: float

    @property
    def text_width(self) -> float:
        """The room between the margins, in points."""
        return self.width - LEFT_MARGIN - RIGHT_MARGIN


UPRIGHT = Sheet(*A4)
ACROSS = Sheet(*landscape(A4))
"""A4 turned, as Decree 30/2020, Appendix I, allows for tables that need the width."""

Story = Callable[[], list[Flowable]]
"""Makes the flowables of a paper afresh: they are consumed by being laid out."""


@dataclass(frozen=True, slots=True)
class PageMarks:
    """What stands on the sheet around the text.

    `title` and `subject` are for the file's metadata; `running_head` heads the pages from the second on; `reference`
    opens the foot of each page when there are several; `copy_mark` is boxed at the top of each page, or "";
    `source` says at the top of the first page after which regulation the paper is made, or "".
    """

    title: str
    subject: str
    running_head: str
    reference: str
    copy_mark: str
    source: str = ""


def render_a4(settings: Sequence[Story], marks: PageMarks, sheet: Sheet = UPRIGHT) -> bytes:
    """The paper as PDF, in that of its `settings` (looser before tighter) that takes the fewest sheets.

    The first of those that take as few wins, and one sheet is never bettered. Several sheets are numbered. A row with
    more words than a sheet holds goes on over the next ones.
    """
    try:
        return _on_fewest_sheets(settings, marks, sheet)
    except LayoutError:
        pass
    return _on_fewest_sheets([partial(_with_rows_cut, story) for story in settings], marks, sheet)


@dataclass(frozen=True, slots=True)
class CopyOf:
    """One copy (liên) of a paper of which several are printed at once: its settings and its own marks."""

    settings: Sequence[Story]
    marks: PageMarks


def render_a4_copies(copies: Sequence[CopyOf], sheet: Sheet = UPRIGHT) -> bytes:
    """The copies one after the other in one PDF, each set and numbered as if it stood alone."""
    try:
        return _copies_in_one(copies, sheet)
    except LayoutError:
        pass
    cut = [CopyOf([partial(_with_rows_cut, story) for story in each.settings], each.marks) for each in copies]
    return _copies_in_one(cut, sheet)


def _copies_in_one(copies: Sequence[CopyOf], sheet: Sheet) -> bytes:
    chosen = [_fewest_sheets(each, sheet) for each in copies]
    out = io.BytesIO()
    paper = _template(out, copies[0].marks, sheet)
    flowables: list[Flowable] = []
    first = 1
    for place, (each, (count, story)) in enumerate(zip(copies, chosen, strict=True)):
        draw = partial(_draw_marks, marks=each.marks, sheet=sheet, pages=count, first=first)
        paper.addPageTemplates(PageTemplate(f"copy {place}", frames=[_frame(sheet)], onPage=draw))
        if place:
            flowables += [NextPageTemplate(f"copy {place}"), PageBreak()]
        flowables += story()
        first += count
    paper.build(flowables)
    return out.getvalue()


def _fewest_sheets(copy: CopyOf, sheet: Sheet) -> tuple[int, Story]:
    found: list[tuple[int, Story]] = []
    for story in copy.settings:
        count = _lay_out(story(), copy.marks, sheet, 1)[0]
        if count == 1:
            return count, story
        found.append((count, story))
    return min(found, key=lambda each: each[0])


def _with_rows_cut(story: Story) -> list[Flowable]:
    """What `story` makes, with tables whose rows may be cut at the end of a sheet."""
    flowables = story()
    for each in flowables:
        inner = getattr(each, "_content", ()) if isinstance(each, KeepTogether) else [each]
        for table in inner:
            if isinstance(table, Table):
                table.splitInRow = 1
    return flowables


def _on_fewest_sheets(settings: Sequence[Story], marks: PageMarks, sheet: Sheet) -> bytes:
    counts: list[int] = []
    for story in settings:
        count, content = _lay_out(story(), marks, sheet, 1)
        if count == 1:
            return content
        counts.append(count)
    fewest = min(counts)
    return _lay_out(settings[counts.index(fewest)](), marks, sheet, fewest)[1]


def _lay_out(flowables: list[Flowable], marks: PageMarks, sheet: Sheet, pages: int) -> tuple[int, bytes]:
    out = io.BytesIO()
    paper = _template(out, marks, sheet)
    draw_marks = partial(_draw_marks, marks=marks, sheet=sheet, pages=pages)
    paper.addPageTemplates(PageTemplate(frames=[_frame(sheet)], onPage=draw_marks))
    paper.build(flowables)
    return paper.page, out.getvalue()


def _template(out: io.BytesIO, marks: PageMarks, sheet: Sheet) -> BaseDocTemplate:
    return BaseDocTemplate(
        out,
        pagesize=(sheet.width, sheet.height),
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


def _frame(sheet: Sheet) -> Frame:
    return Frame(
        LEFT_MARGIN,
        BOTTOM_MARGIN,
        sheet.text_width,
        sheet.height - TOP_MARGIN - BOTTOM_MARGIN,
        leftPadding=0,
        rightPadding=0,
        topPadding=0,
        bottomPadding=0,
    )


def _draw_marks(
    canvas: Canvas, paper: BaseDocTemplate, marks: PageMarks, sheet: Sheet, pages: int, first: int = 1
) -> None:
    family = form_family()
    page = paper.page - first + 1
    right = sheet.width - RIGHT_MARGIN
    canvas.saveState()
    canvas.setLineWidth(0.5)
    if paper.page == 1:
        canvas.setViewerPreference("DisplayDocTitle", "true")
    if marks.copy_mark:
        _draw_copy_mark(canvas, family, plain(marks.copy_mark), sheet)
    _draw_head(canvas, family, plain(marks.running_head if page > 1 else marks.source), sheet)
    if pages > 1:
        y = 12 * mm
        canvas.line(LEFT_MARGIN, y + 13, right, y + 13)
        canvas.setFont(family.regular, 10.5)
        foot = f"{plain(marks.reference)} · Trang {page}/{pages}"
        canvas.drawRightString(right, y, foot)
    canvas.restoreState()


def _draw_head(canvas: Canvas, family: Family, head: str, sheet: Sheet) -> None:
    if head:
        canvas.setFont(family.italic, fitting_size(head, family.italic, 10.5, sheet.text_width - _MARK_ROOM))
        canvas.drawString(LEFT_MARGIN, sheet.height - 14 * mm, head)


def _draw_copy_mark(canvas: Canvas, family: Family, mark: str, sheet: Sheet) -> None:
    size = 11.0
    width = stringWidth(mark, family.bold, size)
    right = sheet.width - RIGHT_MARGIN
    y = sheet.height - 14 * mm
    canvas.setLineWidth(0.9)
    canvas.rect(right - width - 12, y - 5, width + 12, size + 6.5)
    canvas.setFont(family.bold, size)
    canvas.drawRightString(right - 6, y, mark)
