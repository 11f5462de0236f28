"""The payment slip (phiếu đề nghị nộp phí): 80 mm of paper with what is to be paid and its VietQR code.

It asks for money and is no receipt: the official receipt is issued elsewhere, and the slip says so.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from reportlab.platypus import Flowable, Paragraph, Spacer, Table, TableStyle

from shared.documents.fonts import Family, slip_family
from shared.documents.paper_text import balanced, centred, markup, style
from shared.documents.slip_paper import (
    NO_PADDING,
    WIDTH,
    Cut,
    centred_code,
    centred_text,
    office_heading,
    own_face,
    render_strip,
)
from shared.documents.vietnamese_words import date_in_figures, local_or_refuse, money_in_figures, money_in_words

TITLE = "PHIẾU ĐỀ NGHỊ NỘP PHÍ, LỆ PHÍ"


@dataclass(frozen=True, slots=True, kw_only=True)
class PaymentSlip:
    """What a payment slip says. `parts`: what for and how much; `qr_text`: the VietQR code, "" prints none.

    `account`: the lines that say where to, for who types it. The slip holds no data of the applicant.
    """

    office_name: str
    dossier_code: str
    procedure_name: str
    parts: tuple[tuple[str, int], ...]
    amount_vnd: int
    qr_text: str
    account: tuple[str, ...]
    issued_at: datetime


def render_payment_slip(slip: PaymentSlip) -> bytes:
    """The slip as a PDF of one page, 80 mm wide."""
    family = slip_family()
    there = local_or_refuse(slip.issued_at)
    small = centred(style(family.regular, 9, 11.5))
    parts: list[Flowable] = [
        office_heading(slip.office_name, family),
        Spacer(1, 5),
        Cut(),
        Spacer(1, 7),
        centred_text(TITLE, family.bold, 11),
        Spacer(1, 4),
        centred_text(markup(slip.dossier_code, family), family.heavy, 14),
        balanced(markup(slip.procedure_name, family), centred(style(family.regular, 10, 12.5)), WIDTH),
        Spacer(1, 7),
        *[_part(name, amount, family) for name, amount in slip.parts],
        Spacer(1, 4),
        Cut(),
        Spacer(1, 4),
        centred_text(f"{money_in_figures(slip.amount_vnd)} đồng", family.heavy, 22),
        balanced(markup(f"({money_in_words(slip.amount_vnd)})", family), small, WIDTH),
        Spacer(1, 4),
    ]
    if slip.qr_text:
        parts += [
            centred_code(slip.qr_text, family),
            centred_text("Quét mã bằng ứng dụng ngân hàng", family.bold, 10.5),
            *[balanced(markup(each, family), small, WIDTH) for each in slip.account],
            Spacer(1, 5),
        ]
    parts += [
        Cut(),
        Spacer(1, 4),
        balanced("Phiếu này không thay cho biên lai thu phí, lệ phí.", small, WIDTH),
        centred_text(f"{there:%H:%M} {date_in_figures(there.date())}", family.regular, 9),
    ]
    return render_strip(parts, f"Phiếu nộp phí {slip.dossier_code}", "Phiếu đề nghị nộp phí, lệ phí", family)


def _part(name: str, amount: int, family: Family) -> Table:
    right = centred(style(family.regular, 10, 12.5))
    right.alignment = 2
    cells = [
        Paragraph(markup(name, family), style(family.regular, 10, 12.5)),
        Paragraph(f"{money_in_figures(amount)} đ", right),
    ]
    plain = TableStyle([own_face(family), ("VALIGN", (0, 0), (-1, -1), "TOP"), *NO_PADDING])
    return Table([cells], colWidths=[WIDTH * 0.7, WIDTH * 0.3], style=plain)
