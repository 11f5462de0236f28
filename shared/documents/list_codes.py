"""The codes that carry a list (mã QR mang danh sách): scanned by the other side, they show every paper on it."""

from __future__ import annotations

from collections.abc import Sequence

from reportlab.lib.units import mm
from reportlab.platypus import CondPageBreak, Flowable, Paragraph, Spacer, Table, TableStyle

from shared.documents.form_fields import Setting, line
from shared.documents.paper import TEXT_WIDTH
from shared.documents.paper_text import centred, style
from shared.documents.qr import qr_flowable

CODE_MM = 50.0
"""So wide is a code of about 120 modules a side; a common scanner reads it from a hand's breadth."""

_ABREAST = 3


def single_code(codes: Sequence[str]) -> str:
    """The only code of a short list, which has its place on the first sheet; "" where there are several or none."""
    return codes[0] if len(codes) == 1 else ""


def code_sheet(codes: Sequence[str], setting: Setting) -> list[Flowable]:
    """Several codes in rows of three, each with its place ("Mã 1/5"), under a line that says what they are for."""
    if len(codes) < 2:
        return []
    caption = centred(style(setting.family.italic, 10.5, 13))
    cells: list[object] = [
        [qr_flowable(code, CODE_MM), Paragraph(f"Mã {place}/{len(codes)}", caption)]
        for place, code in enumerate(codes, start=1)
    ]
    cells += [""] * (-len(cells) % _ABREAST)
    rows = [cells[start : start + _ABREAST] for start in range(0, len(cells), _ABREAST)]
    looks = [
        ("FONTNAME", (0, 0), (-1, -1), setting.family.regular),
        ("ALIGN", (0, 0), (-1, -1), "CENTER"),
        ("VALIGN", (0, 0), (-1, -1), "TOP"),
        ("LEFTPADDING", (0, 0), (-1, -1), 0),
        ("RIGHTPADDING", (0, 0), (-1, -1), 0),
        ("BOTTOMPADDING", (0, 0), (-1, -1), 6),
    ]
    said = (
        f"<b>Mã danh sách</b>: máy của bên nhận chưa có danh sách này thì quét lần lượt {len(codes)} mã dưới đây, "
        "thứ tự nào cũng được."
    )
    return [
        CondPageBreak((CODE_MM + 24) * mm),
        Spacer(1, 8),
        line(said, setting),
        Spacer(1, 4),
        Table(rows, colWidths=[TEXT_WIDTH / _ABREAST] * _ABREAST, style=TableStyle(looks)),
    ]
