"""The table of what changes hands (danh mục giao nhận), as the handover record and the list before it print it.

A list of several hundred rows is set in plain cells, which take a tenth of the time of paragraphs and look the same.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from reportlab.lib.units import mm
from reportlab.lib.utils import simpleSplit
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.platypus import Flowable, LongTable, Paragraph, TableStyle

from shared.documents.fonts import letters_of
from shared.documents.form_fields import Setting, ruled_cells
from shared.documents.paper import TEXT_WIDTH
from shared.documents.paper_text import centred, markup, plain, style
from shared.documents.vietnamese_words import counted, money_in_figures, number_in_words

MANY = 60
"""From so many rows on the table is set in plain cells, smaller, and long names are cut after three lines."""

_SIZE, _LEADING = 11.0, 13.5
_SMALL, _SMALL_LEADING, _MOST_LINES = 10.0, 12.0, 3
_PADDING = 8
_TITLES = ("STT", "Mã hồ sơ", "Tên thủ tục hành chính", "Số bộ", "Số giấy\u00a0tờ", "Ghi chú")
_TITLES_OF_POST = ("STT", "Mã hồ sơ,<br/>số hiệu phiếu gửi", *_TITLES[2:5], "Thu hộ (đồng)", "Ghi chú")


@dataclass(frozen=True, slots=True, kw_only=True)
class HandedOverDossier:
    """One paper that changes hands (hồ sơ, phiếu gửi, thư giao nhận).

    `dossier_code`: what it is called by: the dossier's code, or the số hiệu phiếu gửi of a note that is no dossier yet.
    `sets` (số bộ) and `papers` (số giấy tờ) are counts; `consignment_number` is the số hiệu phiếu gửi of a dossier
    that came by post, or "". `fee_dong`: what the post carries along for it.
    """

    dossier_code: str
    procedure_name: str
    sets: int
    papers: int
    note: str = ""
    consignment_number: str = ""
    fee_dong: int = 0


def handed_over_table(dossiers: Sequence[HandedOverDossier], setting: Setting) -> LongTable:
    """The table, in the order given; with a column of fees where any is carried."""
    fees = any(each.fee_dong for each in dossiers)
    widths = _widths(with_fees=fees)
    if len(dossiers) >= MANY and _all_letters_here(dossiers, setting):
        return _plain_table(dossiers, widths, setting, with_fees=fees)
    rows = [_row(order, each, setting, with_fees=fees) for order, each in enumerate(dossiers, start=1)]
    return LongTable(
        [_head(setting, with_fees=fees), *rows], colWidths=widths, repeatRows=1, style=ruled_cells(setting)
    )


def totals_in_words(dossiers: Sequence[HandedOverDossier]) -> str:
    """ "03 (ba) hồ sơ; 03 (ba) bộ; 15 (mười lăm) giấy tờ", as markup."""
    parts = (
        (len(dossiers), "hồ sơ"),
        (sum(each.sets for each in dossiers), "bộ"),
        (sum(each.papers for each in dossiers), "giấy tờ"),
    )
    return "; ".join(f"<b>{counted(number)}</b> ({number_in_words(number)}) {unit}" for number, unit in parts)


def _widths(*, with_fees: bool) -> list[float]:
    fixed = [each * mm for each in ((11, 46, 0, 11, 16, 19, 20) if with_fees else (11, 49, 0, 13, 16, 25))]
    fixed[2] = TEXT_WIDTH - sum(fixed)
    return fixed


def _head(setting: Setting, *, with_fees: bool) -> list[object]:
    head = centred(style(setting.family.bold, _SIZE, _LEADING))
    return [Paragraph(title, head) for title in (_TITLES_OF_POST if with_fees else _TITLES)]


def _row(order: int, dossier: HandedOverDossier, setting: Setting, *, with_fees: bool) -> list[object]:
    text = style(setting.family.regular, _SIZE, _LEADING)
    number = centred(text)
    amount = style(setting.family.regular, _SIZE, _LEADING)
    amount.alignment = 2
    fee: list[object] = [Paragraph(_fee(dossier), amount)] if with_fees else []
    return [
        Paragraph(str(order), number),
        _code_cell(dossier, setting),
        Paragraph(markup(dossier.procedure_name, setting.family), text),
        Paragraph(_count(dossier.sets), number),
        Paragraph(_count(dossier.papers), number),
        *fee,
        Paragraph(markup(dossier.note, setting.family), text),
    ]


def _count(number: int) -> str:
    return counted(number) if number else ""


def _fee(dossier: HandedOverDossier) -> str:
    return money_in_figures(dossier.fee_dong) if dossier.fee_dong else ""


def _code_cell(dossier: HandedOverDossier, setting: Setting) -> list[Flowable]:
    text = style(setting.family.regular, _SIZE, _LEADING)
    cell: list[Flowable] = [Paragraph(markup(dossier.dossier_code, setting.family), text)]
    if dossier.consignment_number:
        number = f"Phiếu gửi: {markup(dossier.consignment_number, setting.family)}"
        cell.append(Paragraph(number, style(setting.family.italic, 10, 12.5)))
    return cell


def _plain_table(
    dossiers: Sequence[HandedOverDossier], widths: list[float], setting: Setting, *, with_fees: bool
) -> LongTable:
    face = setting.family.regular
    rows: list[list[object]] = [_head(setting, with_fees=with_fees)]
    heights: list[float | None] = [None]
    for order, each in enumerate(dossiers, start=1):
        code = each.dossier_code + (f" Phiếu gửi: {each.consignment_number}" if each.consignment_number else "")
        texts = (code, each.procedure_name, each.note)
        cells = [_brief(text, face, widths[at] - _PADDING) for text, at in zip(texts, (1, 2, -1), strict=True)]
        fee = [_fee(each)] if with_fees else []
        rows.append([str(order), *cells[:2], _count(each.sets), _count(each.papers), *fee, cells[2]])
        lines = max(1, *(cell.count("\n") + 1 for cell in cells))
        heights.append(lines * _SMALL_LEADING + 2 * setting.cell_padding + 2)
    table = LongTable(rows, colWidths=widths, rowHeights=heights, repeatRows=1, style=ruled_cells(setting))
    table.setStyle(
        TableStyle(
            [
                ("FONTSIZE", (0, 1), (-1, -1), _SMALL),
                ("LEADING", (0, 1), (-1, -1), _SMALL_LEADING),
                ("ALIGN", (0, 1), (0, -1), "CENTER"),
                ("ALIGN", (3, 1), (4, -1), "CENTER"),
            ]
        )
    )
    if with_fees:
        table.setStyle(TableStyle([("ALIGN", (5, 1), (5, -1), "RIGHT")]))
    return table


@lru_cache(maxsize=4096)
def _brief(text: str, face: str, width: float) -> str:
    """`text` in at most three lines of `width` points; what does not fit ends in "…", a long word is broken."""
    lines: list[str] = []
    for each in simpleSplit(plain(text), face, _SMALL, width):
        line = each
        while line:
            head = _fitting(line, face, width)
            lines.append(head)
            line = line[len(head) :]
    if len(lines) > _MOST_LINES:
        lines = [*lines[: _MOST_LINES - 1], _fitting(lines[_MOST_LINES - 1], face, width - 9).rstrip(" ,;") + "…"]
    return "\n".join(lines)


def _fitting(line: str, face: str, width: float) -> str:
    """As much of the beginning of `line` as `width` points hold, one letter at least."""
    if stringWidth(line, face, _SMALL) <= width:
        return line
    return next(line[:at] for at in range(len(line), 0, -1) if at == 1 or stringWidth(line[:at], face, _SMALL) <= width)


def _all_letters_here(dossiers: Sequence[HandedOverDossier], setting: Setting) -> bool:
    """Whether the face has every letter: plain cells know no other face to borrow from."""
    used: set[str] = set()
    for each in dossiers:
        for text in (each.dossier_code, each.procedure_name, each.note, each.consignment_number):
            used.update(plain(text))
    return used <= letters_of(setting.family.regular)
