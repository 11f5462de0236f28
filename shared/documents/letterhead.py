"""What opens and closes every official form: the two-column heading, number and date, title, signatures."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from reportlab.lib.units import mm
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.platypus import Flowable, Paragraph, Spacer, Table, TableStyle

from shared.documents.fonts import Family, form_family
from shared.documents.paper import TEXT_WIDTH
from shared.documents.paper_text import balanced, centred, fitting_size, markup, style, unbroken_terms
from shared.documents.vietnamese_words import date_in_words

NATION = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
MOTTO = "Độc lập - Tự do - Hạnh phúc"

_LEFT = 71 * mm
_BARE = [
    ("VALIGN", (0, 0), (-1, -1), "TOP"),
    ("LEFTPADDING", (0, 0), (-1, -1), 0),
    ("RIGHTPADDING", (0, 0), (-1, -1), 0),
    ("TOPPADDING", (0, 0), (-1, -1), 0),
    ("BOTTOMPADDING", (0, 0), (-1, -1), 0),
]


@dataclass(frozen=True, slots=True)
class Letterhead:
    """The heading (phần mở đầu) of a form.

    `managing_body`: cơ quan chủ quản; `office_name`: the office itself; `number`: what follows "Số:";
    `place`, `issued_on`: địa danh và thời gian ban hành.
    """

    managing_body: str
    office_name: str
    number: str
    place: str
    issued_on: date


@dataclass(frozen=True, slots=True)
class Signatory:
    """One signature column (ô chữ ký): the role, the notes under it in brackets, what stands under the signature."""

    role: str
    notes: tuple[str, ...]
    name: str
    under_name: str


class Rule(Flowable):
    """A thin line `length` points long, centred in the width it is given."""

    def __init__(self, length: float) -> None:
        super().__init__()
        self._length = length
        self._room = length

    def wrap(self, available_width: float, _available_height: float) -> tuple[float, float]:
        """The whole width, 6 points high."""
        self._room = available_width
        return available_width, 6.0

    def draw(self) -> None:
        """Draws the line in the middle."""
        start = (self._room - self._length) / 2
        self.canv.setLineWidth(0.7)
        self.canv.line(start, 2.0, start + self._length, 2.0)


def bare_table(rows: list[list[object]], widths: list[float], space_after: float = 0.0) -> Table:
    """A table without lines or padding: columns only."""
    return Table(
        rows,
        colWidths=widths,
        style=TableStyle([*_BARE, ("FONTNAME", (0, 0), (-1, -1), form_family().regular)]),
        spaceAfter=space_after,
    )


def letterhead(head: Letterhead, family: Family, width: float = TEXT_WIDTH) -> list[Flowable]:
    """The two columns: body and office at the left, nation and motto at the right; then number, place and date.

    `width`: of both columns together, in points; the left one takes the same share of a wider sheet.
    """
    left_width = _LEFT * (width / TEXT_WIDTH)
    right_width = width - left_width
    body = centred(style(family.regular, 12, 15))
    office = centred(style(family.bold, 12, 15))
    nation = centred(style(family.bold, fitting_size(NATION, family.bold, 12, right_width), 15))
    motto = centred(style(family.bold, 13, 16))
    italic = centred(style(family.italic, 13, 17))
    inner = left_width - 4 * mm
    motto_length = stringWidth(MOTTO, family.bold, 13)
    left = [
        balanced(markup(unbroken_terms(head.managing_body).upper(), family), body, inner),
        balanced(markup(unbroken_terms(head.office_name).upper(), family), office, inner),
        Rule((_LEFT - 4 * mm) * 0.36),
    ]
    right = [Paragraph(NATION, nation), Paragraph(MOTTO, motto), Rule(motto_length)]
    number = Paragraph(f"Số: {markup(head.number, family)}", centred(style(family.regular, 13, 17)))
    day = Paragraph(f"{markup(head.place, family)}, {date_in_words(head.issued_on)}", italic)
    return [
        bare_table([[left, right]], [left_width, right_width]),
        Spacer(1, 4),
        bare_table([[number, day]], [left_width, right_width]),
    ]


def form_title(title: str, family: Family, width: float = TEXT_WIDTH) -> list[Flowable]:
    """The title, in bold capitals across `width` points."""
    return [Spacer(1, 12), balanced(title, centred(style(family.bold, 15, 20)), width), Spacer(1, 8)]


def signatures(left: Signatory, right: Signatory, family: Family, room: float) -> Table:
    """Two signature columns with `room` points of blank paper for the hand."""
    return signatures_abreast((left, right), family, room)


def signatures_abreast(signatories: Sequence[Signatory], family: Family, room: float) -> Table:
    """So many signature columns of one width, with `room` points of blank paper for the hand."""
    width = TEXT_WIDTH / len(signatories)
    heads: list[object] = [_signature_head(each, family, width) for each in signatories]
    gaps: list[object] = [Spacer(1, room) for _ in signatories]
    feet: list[object] = [_signature_foot(each, family) for each in signatories]
    return bare_table([heads, gaps, feet], [width] * len(signatories))


def signature(right: Signatory, family: Family, room: float) -> Table:
    """The one signature of a paper that nobody else signs, in the right half."""
    return beside_signature([], right, family, room)


def beside_signature(left: list[Flowable], right: Signatory, family: Family, room: float) -> Table:
    """One signature in the right half, and what has its place at the left edge beside it."""
    half = TEXT_WIDTH / 2
    edge = _LEFT / 2
    hand = [*_signature_head(right, family), Spacer(1, room), *_signature_foot(right, family)]
    return bare_table([[left or "", "", hand]], [edge, half - edge, half])


def _signature_head(signatory: Signatory, family: Family, width: float = TEXT_WIDTH / 2) -> list[Flowable]:
    notes = centred(style(family.italic, 12, 15))
    return [
        Paragraph(signatory.role, centred(style(family.bold, 13, 17))),
        *(balanced(note, notes, width - 4 * mm) for note in signatory.notes),
    ]


def _signature_foot(signatory: Signatory, family: Family) -> list[Flowable]:
    lines: list[Flowable] = []
    if signatory.name:
        lines.append(Paragraph(markup(signatory.name, family), centred(style(family.bold, 13, 17))))
    if signatory.under_name:
        lines.append(Paragraph(signatory.under_name, centred(style(family.italic, 11.5, 15))))
    return lines or [Spacer(1, 1)]
