"""The handover list (danh sách bàn giao): what is to be handed over, printed before anybody signs, to gather and count.

A paper of the office's own, which no regulation draws. Who gathers the dossiers ticks them off on it.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from functools import partial

from reportlab.platypus import Flowable, KeepTogether, Paragraph, Spacer

from shared.documents.fonts import form_family
from shared.documents.form_fields import Setting, line, loose, tight
from shared.documents.handed_over import MANY, HandedOverDossier, handed_over_table, totals_in_words
from shared.documents.letterhead import Signatory, signatures
from shared.documents.paper import PageMarks, render_a4
from shared.documents.paper_text import centred, markup, plain, style
from shared.documents.vietnamese_words import money_in_figures, money_in_words, time_in_words

_TITLE = "DANH SÁCH BÀN GIAO HỒ SƠ"
_NOT_SIGNED = "Danh sách để chuẩn bị và kiểm đếm, chưa phải biên bản giao nhận."


@dataclass(frozen=True, slots=True, kw_only=True)
class HandoverList:
    """Everything the list says. It holds no data of applicants. `fees_dong`: carried besides those of the rows."""

    office_name: str
    giver_unit: str
    receiver_unit: str
    made_by: str
    made_at: datetime
    dossiers: tuple[HandedOverDossier, ...]
    fees_dong: int = 0


def render_handover_list(paper: HandoverList) -> bytes:
    """The list as an A4 PDF."""
    marks = PageMarks(
        title=_TITLE.capitalize(),
        subject=_TITLE.capitalize(),
        running_head=_TITLE.capitalize(),
        reference=f"{plain(paper.giver_unit)} → {plain(paper.receiver_unit)}",
        copy_mark="",
    )
    family = form_family()
    settings = (tight(family),) if len(paper.dossiers) >= MANY else (loose(family), tight(family))
    return render_a4([partial(_story, paper, setting) for setting in settings], marks)


def _story(paper: HandoverList, setting: Setting) -> list[Flowable]:
    family = setting.family
    small = style(family.italic, 11.5, 15)
    fees = paper.fees_dong + sum(each.fee_dong for each in paper.dossiers)
    money = []
    if fees:
        said = f"Tiền thu hộ giao kèm: <b>{money_in_figures(fees)}</b> đồng ({money_in_words(fees)})."
        money.append(line(said, setting))
    return [
        Paragraph(markup(paper.office_name, family), style(family.bold, 12, 15)),
        Spacer(1, 10),
        Paragraph(_TITLE, centred(style(family.bold, 15, 20))),
        Paragraph(_NOT_SIGNED, centred(small)),
        Spacer(1, 8),
        line(f"Bên giao: <b>{markup(paper.giver_unit, family)}</b>", setting),
        line(f"Bên nhận: <b>{markup(paper.receiver_unit, family)}</b>", setting),
        line(f"Lập lúc {time_in_words(paper.made_at)}, người lập: {markup(paper.made_by, family)}.", setting),
        Spacer(1, 4),
        handed_over_table(paper.dossiers, setting),
        Spacer(1, 6),
        KeepTogether(
            [
                line(f"Tổng cộng: {totals_in_words(paper.dossiers)}.", setting),
                *money,
                Spacer(1, 8),
                signatures(
                    Signatory("NGƯỜI LẬP DANH SÁCH", ("(Ký và ghi rõ họ tên)",), paper.made_by, ""),
                    Signatory("NGƯỜI KIỂM ĐẾM", ("(Ký và ghi rõ họ tên)",), "", ""),
                    family,
                    setting.signing_room,
                ),
            ]
        ),
    ]
