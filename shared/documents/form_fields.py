"""The lines of a form: a label with its value, or with dots to write on when there is none."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from reportlab.lib.units import mm
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.platypus import Flowable, Paragraph, TableStyle

from shared.documents.fonts import Family
from shared.documents.letterhead import bare_table
from shared.documents.paper import PAGE_HEIGHT, TEXT_WIDTH
from shared.documents.paper_text import centred, fitting_size, markup, plain, style
from shared.documents.qr import qr_flowable

FIELD_SIZE = 13.0
CODE_MM = 34.0
_GAP = 6 * mm
_GUTTER = 3 * mm
Rows = Callable[[float], list[list[Flowable]]]
"""Makes the rows of a column of so many points, one item for each row."""

_OFFICE_KINDS = ("Trung tâm Phục vụ hành chính công", "Bộ phận Tiếp nhận và Trả kết quả")


@dataclass(frozen=True, slots=True)
class Setting:
    """How closely a form is set, in points: distance of lines, space after a field, padding of cells, room to sign."""

    family: Family
    leading: float
    space_after: float
    cell_padding: float
    signing_room: float


def loose(family: Family) -> Setting:
    """The setting of a form with room to spare."""
    return Setting(family, leading=17.5, space_after=3.0, cell_padding=2.5, signing_room=22 * mm)


def tight(family: Family) -> Setting:
    """The setting that brings a fuller form on one sheet: single line distance, still 13 points."""
    return Setting(family, leading=15.8, space_after=1.8, cell_padding=1.0, signing_room=16 * mm)


def line(content: str, setting: Setting) -> Paragraph:
    """One line of body text, given as markup."""
    base = style(setting.family.regular, FIELD_SIZE, setting.leading)
    base.spaceAfter = setting.space_after
    return Paragraph(content, base)


def field(label: str, value: str, setting: Setting, width: float) -> Paragraph:
    """`label: value`; dots up to `width` points where there is no value."""
    if plain(value):
        return line(f"{label}: {markup(value, setting.family)}", setting)
    return line(f"{label}: {_dots(label, setting.family, width)}", setting)


def strong_field(label: str, value: str, setting: Setting, width: float) -> Paragraph:
    """A field whose value the reader looks for first, in bold."""
    if plain(value):
        return line(f"{label}: <b>{markup(value, setting.family)}</b>", setting)
    return field(label, value, setting, width)


def fields_abreast(first: tuple[str, str], second: tuple[str, str], setting: Setting, width: float) -> list[Flowable]:
    """Two fields on one line where both fit into `width` points, one below the other where they do not."""
    needs = [_needed(label, value, setting.family) for label, value in (first, second)]
    if sum(needs) + _GAP > width:
        return [field(label, value, setting, width) for label, value in (first, second)]
    left = _left_width(needs[0], needs[1], width)
    right = width - _GAP - left
    row: list[object] = [field(*first, setting, left), "", field(*second, setting, right)]
    return [bare_table([row], [left, _GAP, right], setting.space_after)]


def _left_width(left_need: float, right_need: float, width: float) -> float:
    """Half of what there is, moved only as far as the longer of the two needs."""
    half = (width - _GAP) / 2
    if left_need > half:
        return left_need
    return min(half, width - _GAP - right_need)


def office_line(office_name: str, setting: Setting, width: float) -> Paragraph:
    """The forms offer two kinds of office: the one the office's own name opens with is kept, else both are."""
    name = plain(office_name)
    if name.casefold().startswith(tuple(kind.casefold() for kind in _OFFICE_KINDS)):
        return line(markup(name, setting.family), setting)
    return field("/".join(_OFFICE_KINDS), name, setting, width)


def beside_code(rows: Rows, code: list[Flowable], setting: Setting) -> list[Flowable]:
    """`rows` of a column so many points wide: those that begin at the height of `code` beside it, the rest below.

    `code` is `CODE_MM` wide, at the right; an empty one leaves the rows the whole width.
    """
    if not code:
        return [part for row in rows(TEXT_WIDTH) for part in row]
    height = sum(part.wrap(CODE_MM * mm, PAGE_HEIGHT)[1] for part in code)
    width = TEXT_WIDTH - _GUTTER - CODE_MM * mm
    beside: list[Flowable] = []
    taken = 0.0
    below: list[Flowable] = []
    for narrow, wide in zip(rows(width), rows(TEXT_WIDTH), strict=True):
        if below or taken + setting.leading > height:
            below += wide
            continue
        beside += narrow
        taken += sum(part.wrap(width, PAGE_HEIGHT)[1] + setting.space_after for part in narrow)
    return [bare_table([[beside, "", code]], [width, _GUTTER, CODE_MM * mm], setting.space_after), *below]


def captioned_qr(text: str, caption: str, size_mm: float, family: Family) -> list[Flowable]:
    """The QR of `text`, `size_mm` wide, over one small line that says what it is for."""
    size = fitting_size(caption, family.italic, 9, size_mm * mm)
    return [qr_flowable(text, size_mm), Paragraph(caption, centred(style(family.italic, size, 11)))]


def numbered_lines(texts: Sequence[str], blank: int, setting: Setting) -> list[Flowable]:
    """Each text after its number; where there is none, `blank` numbers with dots to write on."""
    if texts:
        return [line(f"{order}. {markup(text, setting.family)}", setting) for order, text in enumerate(texts, start=1)]
    return [line(f"{order}. {_dots('', setting.family, TEXT_WIDTH - 16)}", setting) for order in range(1, blank + 1)]


def paragraphs(texts: Sequence[str], setting: Setting) -> list[Flowable]:
    """Each text as a paragraph of its own; a line of dots where there is none."""
    said = [line(markup(text, setting.family), setting) for text in texts if plain(text)]
    return [*said] or [line(_dots("", setting.family, TEXT_WIDTH), setting)]


def addressed(name: str, setting: Setting) -> Paragraph:
    """To whom a paper is written (Kính gửi), in the middle."""
    text = markup(name, setting.family) if plain(name) else "." * 50
    base = centred(style(setting.family.regular, FIELD_SIZE + 1, setting.leading + 1))
    base.spaceAfter = 6
    return Paragraph(f"Kính gửi: <b>{text}</b>", base)


def ruled_cells(setting: Setting) -> TableStyle:
    """Thin lines around every cell, the text in its middle."""
    return TableStyle(
        [
            ("FONTNAME", (0, 0), (-1, -1), setting.family.regular),
            ("GRID", (0, 0), (-1, -1), 0.5, "black"),
            ("VALIGN", (0, 0), (-1, -1), "MIDDLE"),
            ("TOPPADDING", (0, 0), (-1, -1), setting.cell_padding),
            ("BOTTOMPADDING", (0, 0), (-1, -1), setting.cell_padding + 2),
            ("LEFTPADDING", (0, 0), (-1, -1), 4),
            ("RIGHTPADDING", (0, 0), (-1, -1), 4),
        ]
    )


def _needed(label: str, value: str, family: Family) -> float:
    text = f"{label}: {plain(value) or '.' * 12}"
    return stringWidth(text, family.regular, FIELD_SIZE) + 1


def _dots(label: str, family: Family, width: float) -> str:
    taken = stringWidth(f"{label}: ", family.regular, FIELD_SIZE)
    dot = stringWidth(".", family.regular, FIELD_SIZE)
    return "." * max(6, int((width - taken) / dot) - 1)
