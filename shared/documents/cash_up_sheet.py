"""The cash-up sheet (Bảng kê thu phí, lệ phí trong ngày): every payment of a day, its receipt, the totals in words.

That a list says "kèm theo biên lai số … ngày … tháng … năm" is asked for by Decree 123/2020 Art. 32(2) as amended by
Decree 70/2025. The layout is the office's own: no regulation gives one.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from functools import partial

from reportlab.lib.units import mm
from reportlab.platypus import CondPageBreak, Flowable, KeepTogether, LongTable, Paragraph, Spacer, TableStyle

from shared.documents.fonts import form_family
from shared.documents.form_fields import Setting, line, loose, ruled_cells, tight
from shared.documents.letterhead import Letterhead, Signatory, form_title, letterhead, signatures
from shared.documents.paper import TEXT_WIDTH, PageMarks, render_a4
from shared.documents.paper_text import centred, markup, style
from shared.documents.vietnamese_words import (
    date_in_words,
    local_or_refuse,
    money_in_figures,
    money_in_words,
    time_in_words,
)
from shared.domain.cash_up import CashEntry, CashUp
from shared.domain.post_money import Brought

TITLE = "BẢNG KÊ THU PHÍ, LỆ PHÍ TRONG NGÀY"
WAYS = {"cash": "Tiền mặt", "transfer": "Chuyển khoản", "waived": "Miễn", "post": "Bưu điện thu hộ"}
_SIZE, _LEADING = 10.5, 13.0


@dataclass(frozen=True, slots=True, kw_only=True)
class CashUpSheet:
    """Everything the sheet says. It holds no data of applicants.

    `scope`: whose payments ("Toàn bộ phận" or a name); `counted_vnd`: the cash that was counted, None when it was not;
    `made_by` signs at the left; `made_at` is when the sheet was made.
    `brought`: the money that the post brought by handover records, each with the name of the post point.
    """

    managing_body: str
    office_name: str
    place: str
    scope: str
    cash_up: CashUp
    counted_vnd: int | None
    made_by: str
    made_at: datetime
    brought: tuple[tuple[str, Brought], ...] = ()


def render_cash_up_sheet(sheet: CashUpSheet) -> bytes:
    """The sheet as an A4 PDF; its table goes on over as many sheets as it needs."""
    family = form_family()
    day = sheet.cash_up.day
    marks = PageMarks(
        title=f"Bảng kê thu phí, lệ phí {date_in_words(day)}",
        subject="Bảng kê thu phí, lệ phí trong ngày",
        running_head="Bảng kê thu phí, lệ phí trong ngày",
        reference=date_in_words(day).capitalize(),
        copy_mark="",
    )
    return render_a4([partial(_story, sheet, setting) for setting in (loose(family), tight(family))], marks)


def _story(sheet: CashUpSheet, setting: Setting) -> list[Flowable]:
    made_on = local_or_refuse(sheet.made_at).date()
    head = Letterhead(sheet.managing_body, sheet.office_name, "......", sheet.place, made_on)
    italic = centred(style(setting.family.italic, 12.5, 16))
    said = f"{date_in_words(sheet.cash_up.day).capitalize()} · {markup(sheet.scope, setting.family)}"
    return [
        *letterhead(head, setting.family),
        *form_title(TITLE, setting.family),
        Paragraph(said, italic),
        Spacer(1, 6),
        *_table(sheet.cash_up, setting),
        Spacer(1, 6),
        CondPageBreak(40 * mm),
        *_totals(sheet.cash_up, setting),
        *_receipts(sheet.cash_up, setting),
        *_brought(sheet, setting),
        *_counted(sheet, setting),
        line(f"Lập lúc {time_in_words(sheet.made_at)}.", setting),
        KeepTogether([Spacer(1, 8), _signatures(sheet, setting)]),
    ]


def _table(cash_up: CashUp, setting: Setting) -> list[Flowable]:
    if not cash_up.entries:
        return [line("Trong ngày không phát sinh khoản thu nào.", setting)]
    head = centred(style(setting.family.bold, _SIZE, _LEADING))
    titles = ("STT", "Mã hồ sơ", "Nội dung thu", "Hình thức", "Biên lai", "Số tiền (đồng)")
    rows: list[list[object]] = [[Paragraph(title, head) for title in titles]]
    rows += [_row(order, entry, setting) for order, entry in enumerate(cash_up.entries, start=1)]
    bold = style(setting.family.bold, _SIZE, _LEADING)
    total = style(setting.family.bold, _SIZE, _LEADING)
    total.alignment = 2
    rows.append([Paragraph("Cộng", bold), "", "", "", "", Paragraph(money_in_figures(cash_up.total_vnd), total)])
    widths = [each * mm for each in (10, 42, 0, 19, 27, 23)]
    widths[2] = TEXT_WIDTH - sum(widths)
    table = LongTable(rows, colWidths=widths, repeatRows=1, style=ruled_cells(setting))
    table.setStyle(TableStyle([("SPAN", (0, -1), (4, -1))]))
    return [table]


def _row(order: int, entry: CashEntry, setting: Setting) -> list[object]:
    family, payment = setting.family, entry.payment
    text = style(family.regular, _SIZE, _LEADING)
    amount = style(family.regular, _SIZE, _LEADING)
    amount.alignment = 2
    at = payment.withdrawn_at if entry.given_back and payment.withdrawn_at else payment.at
    what = "; ".join(part.name for part in payment.parts) or payment.procedure_name
    receipt = f"{payment.receipt.series} số {payment.receipt.number}" if payment.receipt else "Chưa có"
    return [
        Paragraph(str(order), centred(text)),
        Paragraph(f"{markup(payment.dossier_code, family)}<br/>{local_or_refuse(at):%H:%M}", text),
        Paragraph(markup(f"Hoàn trả: {what}" if entry.given_back else what, family), text),
        Paragraph(WAYS[payment.way], centred(text)),
        Paragraph(markup(receipt, family), centred(text)),
        Paragraph(money_in_figures(entry.amount_vnd), amount),
    ]


def _totals(cash_up: CashUp, setting: Setting) -> list[Flowable]:
    total = cash_up.total_vnd
    words = money_in_words(total) if total >= 0 else f"Âm {money_in_words(-total).lower()}"
    lines = [line(f"Tổng cộng: <b>{money_in_figures(total)}</b> đồng (<i>{words}</i>).", setting)]
    ways = [f"{WAYS[way.key].lower()} {money_in_figures(way.amount_vnd)} đồng" for way in cash_up.by_way]
    if ways:
        lines.append(line(f"Trong đó: {'; '.join(ways)}.", setting))
    lines += [
        line(f"- {markup(each.key, setting.family)}: {money_in_figures(each.amount_vnd)} đồng.", setting)
        for each in cash_up.by_procedure
    ]
    if cash_up.waived:
        lines.append(line(f"Số khoản được miễn: {cash_up.waived}.", setting))
    return [*lines]


def _receipts(cash_up: CashUp, setting: Setting) -> list[Flowable]:
    day = date_in_words(cash_up.day)
    lines = []
    for book in cash_up.by_book:
        numbers = _numbers_of(cash_up, book.key)
        if numbers:
            series = markup(book.key, setting.family)
            lines.append(line(f"Kèm theo biên lai ký hiệu {series} số {', '.join(numbers)} {day}.", setting))
    if cash_up.lacking:
        codes = ", ".join(payment.dossier_code for payment in cash_up.lacking)
        lines.append(line(f"<b>Chưa ghi số biên lai</b>: {markup(codes, setting.family)}.", setting))
    return [*lines]


def _numbers_of(cash_up: CashUp, series: str) -> list[str]:
    """The numbers of the receipts of one book, in their order."""
    receipts = [entry.payment.receipt for entry in cash_up.entries if not entry.given_back]
    return sorted((each.number for each in receipts if each is not None and each.series == series), key=int)


def _brought(sheet: CashUpSheet, setting: Setting) -> list[Flowable]:
    """What the post brought, record by record; differences stand with their record and are not set off."""
    if not sheet.brought:
        return []
    lines: list[Flowable] = [line("Tiền bưu điện nộp theo biên bản giao nhận:", setting)]
    for name, money in sheet.brought:
        said = f"{money.number} ({markup(name, setting.family)})"
        amounts = f"khai {money_in_figures(money.due_vnd)} đồng, đếm được {money_in_figures(money.counted_vnd)} đồng"
        lines.append(line(f"- {said}: {amounts}, {_differs(money)}.", setting))
    cash_up = sheet.cash_up
    sums = (
        f"tiền mặt thu tại quầy {money_in_figures(cash_up.cash_vnd)} đồng, "
        f"bưu điện nộp {money_in_figures(cash_up.brought_vnd)} đồng"
    )
    drawer = f"<b>{money_in_figures(cash_up.drawer_vnd)}</b> đồng"
    return [*lines, line(f"Phải có trong ngăn tiền: {drawer} ({sums}).", setting)]


def _differs(money: Brought) -> str:
    difference = money.first_difference_vnd
    if not difference:
        return "khớp"
    first = f"{'thừa' if difference > 0 else 'thiếu'} {money_in_figures(abs(difference))} đồng"
    paid = f", đã nộp bù {money_in_figures(money.paid_vnd)} đồng" if money.paid_vnd else ""
    return f"<b>{first}</b>{paid}{', đã giải trình' if money.explained else ''}"


def _counted(sheet: CashUpSheet, setting: Setting) -> list[Flowable]:
    if sheet.counted_vnd is None:
        return [
            line(
                "Tiền mặt đếm được: ........................ đồng. Chênh lệch: ........................ đồng.", setting
            )
        ]
    difference = sheet.counted_vnd - sheet.cash_up.drawer_vnd
    said = "khớp với bảng kê"
    if difference:
        said = f"{'thừa' if difference > 0 else 'thiếu'} {money_in_figures(abs(difference))} đồng"
    return [line(f"Tiền mặt đếm được: <b>{money_in_figures(sheet.counted_vnd)}</b> đồng, {said}.", setting)]


def _signatures(sheet: CashUpSheet, setting: Setting) -> Flowable:
    maker = Signatory("NGƯỜI LẬP BẢNG KÊ", ("(Ký và ghi rõ họ tên)",), sheet.made_by, "")
    taker = Signatory("NGƯỜI NHẬN TIỀN", ("(Ký và ghi rõ họ tên)",), "", "")
    return signatures(maker, taker, setting.family, setting.signing_room)
