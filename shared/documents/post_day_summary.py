"""The post's day on one sheet (Bảng tổng hợp trong ngày): papers received and brought, results delivered, fees carried.

Decision 45/2016/QĐ-TTg Art. 7 wants the fees handed over with the dossiers; this sheet says how every đồng went. The
layout is the program's own: no regulation draws one. It holds no data of senders.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import partial

from reportlab.lib.units import mm
from reportlab.platypus import CondPageBreak, Flowable, KeepTogether, LongTable, Paragraph, Spacer

from shared.documents.dispatch_note import SERVICE
from shared.documents.fonts import form_family
from shared.documents.form_fields import Setting, captioned_qr, line, loose, ruled_cells, tight
from shared.documents.handed_over import MANY
from shared.documents.letterhead import Letterhead, Signatory, bare_table, form_title, letterhead, signatures
from shared.documents.paper import TEXT_WIDTH, PageMarks, render_a4
from shared.documents.paper_text import centred, markup, style
from shared.documents.vietnamese_words import (
    date_in_words,
    local_or_refuse,
    money_in_figures,
    money_in_words,
    time_in_words,
)
from shared.domain.post_day import PostFigures, StaffFigures
from shared.domain.post_money import Brought, FeeTaken, PostMoney

TITLE = "BẢNG TỔNG HỢP TRONG NGÀY"
_SIZE, _LEADING = 11.0, 13.5
_QR_MM = 26.0
_GUTTER = 4 * mm


@dataclass(frozen=True, slots=True, kw_only=True)
class PostDaySummary:
    """Everything the sheet says. `number` names the sheet and is its code; `units` are the names of units by id."""

    post_name: str
    place: str
    number: str
    day: date
    figures: PostFigures
    staff: tuple[tuple[str, StaffFigures], ...]
    money: PostMoney
    units: Mapping[str, str]
    made_by: str
    made_at: datetime


def render_post_day_summary(summary: PostDaySummary) -> bytes:
    """The sheet as an A4 PDF."""
    family = form_family()
    marks = PageMarks(
        title=f"{TITLE.capitalize()} {summary.number}",
        subject=TITLE.capitalize(),
        running_head=f"{TITLE.capitalize()} · {summary.post_name}",
        reference=f"Số {summary.number}",
        copy_mark="",
    )
    fees = len(summary.money.taken) + len(summary.money.before)
    settings = (tight(family),) if fees >= MANY else (loose(family), tight(family))
    return render_a4([partial(_story, summary, each) for each in settings], marks)


def _story(summary: PostDaySummary, setting: Setting) -> list[Flowable]:
    made_on = local_or_refuse(summary.made_at).date()
    head = Letterhead(SERVICE, summary.post_name, summary.number, summary.place, made_on)
    under = centred(style(setting.family.italic, 12.5, 16))
    return [
        *letterhead(head, setting.family),
        *form_title(TITLE, setting.family)[:-1],
        Paragraph(date_in_words(summary.day).capitalize(), under),
        Spacer(1, 8),
        _figures_beside_qr(summary, setting),
        *_staff(summary, setting),
        *_money(summary, setting),
        *_brought(summary, setting),
        *_differing(summary, setting),
        *_fees(summary.money, setting),
        KeepTogether(
            [
                line(f"Lập lúc {time_in_words(summary.made_at)}.", setting),
                Spacer(1, 8),
                signatures(
                    Signatory("NGƯỜI LẬP BẢNG", ("(Ký và ghi rõ họ tên)",), summary.made_by, ""),
                    Signatory("PHỤ TRÁCH ĐIỂM BƯU ĐIỆN", ("(Ký và ghi rõ họ tên)",), "", ""),
                    setting.family,
                    setting.signing_room,
                ),
            ]
        ),
    ]


def _figures_beside_qr(summary: PostDaySummary, setting: Setting) -> Flowable:
    figures = summary.figures
    rows = (
        ("Phiếu gửi đã lập", figures.made, "Kết quả, thư đã nhận để phát", figures.taken_out),
        ("Hồ sơ cơ quan đã nhận", figures.handed_over, "Đã phát", figures.delivered),
        ("Cơ quan từ chối", figures.refused, "Phát không thành công (lần)", figures.attempts),
        ("Thiếu khi kiểm đếm", figures.missing, "Đã chuyển hoàn về cơ quan", figures.returned),
        ("Nhận trong tình trạng hư hỏng", figures.damaged, "Còn phải phát", figures.to_deliver),
        ("Phiếu gửi còn giữ", figures.waiting, "", None),
    )
    cells = [[left, str(much), right, "" if other is None else str(other)] for left, much, right, other in rows]
    width = TEXT_WIDTH - _GUTTER - _QR_MM * mm
    table = _table((), cells, [width / 2 - 12 * mm, 12 * mm] * 2, (1, 3), setting)
    code = captioned_qr(summary.number, "Số của bảng", _QR_MM, setting.family)
    return bare_table([[table, "", code]], [width, _GUTTER, _QR_MM * mm], setting.space_after + 4)


def _staff(summary: PostDaySummary, setting: Setting) -> list[Flowable]:
    if not summary.staff:
        return []
    heads = ("Nhân viên", "Phiếu gửi", "Phí thu hộ (đồng)", "Đã phát", "Phát không thành công")
    cells = [
        [name, str(each.made), money_in_figures(each.fees_vnd), str(each.delivered), str(each.attempts)]
        for name, each in summary.staff
    ]
    widths = [0, 22 * mm, 32 * mm, 20 * mm, 34 * mm]
    widths[0] = TEXT_WIDTH - sum(widths)
    head = [CondPageBreak(30 * mm), *_section("Theo nhân viên", setting)]
    return [*head, _table(heads, cells, widths, (1, 2, 3, 4), setting), Spacer(1, 6)]


def _money(summary: PostDaySummary, setting: Setting) -> list[Flowable]:
    money = summary.money
    rows = [
        ("Mang sang từ ngày trước", money.before_vnd, ""),
        ("Đã thu trong ngày", money.taken_vnd, f"{len(money.taken)} khoản"),
        ("Đã trả lại người nộp", -money.back_vnd, f"{len(money.back)} khoản"),
        ("Khai nộp theo biên bản giao nhận", -money.due_vnd, f"{len(money.brought)} biên bản"),
        ("Còn giữ cuối ngày", money.carried_vnd, f"{len(money.carried)} khoản"),
    ]
    if money.unknown_vnd:
        rows.insert(3, ("Khai nộp, máy này chưa rõ khoản thu", money.unknown_vnd, ""))
    cells = [[what, money_in_figures(amount).replace("-", "\u2212"), how] for what, amount, how in rows]
    widths = [0, 36 * mm, 32 * mm]
    widths[0] = TEXT_WIDTH - sum(widths)
    parts: list[Flowable] = [
        *_section("Tiền thu hộ (đồng)", setting),
        _table((), cells, widths, (1,), setting),
        Spacer(1, 3),
        line(
            f"Còn giữ: <b>{money_in_figures(money.carried_vnd)}</b> đồng ({money_in_words(money.carried_vnd)}).",
            setting,
        ),
    ]
    if money.paid_later_vnd:
        said = f"{money_in_figures(money.paid_later_vnd)} đồng"
        parts.append(line(f"Nộp bù trong ngày cho biên bản của ngày trước: {said}.", setting))
    return [KeepTogether(parts)]


def _brought(summary: PostDaySummary, setting: Setting) -> list[Flowable]:
    brought = summary.money.brought
    if not brought:
        return [line("Trong ngày không nộp tiền theo biên bản nào.", setting)]
    heads = ("Biên bản", "Nơi nhận", "Lúc", "Khai nộp", "Đếm được", "Chênh lệch")
    cells = [
        [
            each.number,
            summary.units.get(each.receiver, each.receiver),
            f"{local_or_refuse(each.at):%H:%M}",
            money_in_figures(each.due_vnd),
            money_in_figures(each.counted_vnd),
            difference_words(each.first_difference_vnd),
        ]
        for each in brought
    ]
    widths = [36 * mm, 0, 14 * mm, 24 * mm, 24 * mm, 30 * mm]
    widths[1] = TEXT_WIDTH - sum(widths)
    return [
        CondPageBreak(30 * mm),
        *_section("Nộp theo biên bản giao nhận (đồng)", setting),
        _table(heads, cells, widths, (3, 4, 5), setting),
        Spacer(1, 4),
    ]


def _differing(summary: PostDaySummary, setting: Setting) -> list[Flowable]:
    differing = summary.money.differing
    if not differing:
        return [line("Chênh lệch chưa xử lý: không có.", setting)]
    lines: list[Flowable] = [line("<b>Chênh lệch chưa xử lý</b> (từng biên bản, không bù trừ):", setting)]
    for each in differing:
        when = local_or_refuse(each.at)
        said = f"{each.number}, {when:%H:%M %d/%m/%Y}: <b>{difference_words(each.difference_vnd)}</b> đồng{_paid(each)}"
        lines.append(line(f"&nbsp;&nbsp;&nbsp;– {said}.", setting))
    return [KeepTogether(lines)]


def _paid(brought: Brought) -> str:
    return f" (đã nộp bù {money_in_figures(brought.paid_vnd)} đồng)" if brought.paid_vnd else ""


def difference_words(difference: int) -> str:
    """ "thiếu 5.000", "thừa 5.000", "khớp"."""
    if not difference:
        return "khớp"
    return f"{'thừa' if difference > 0 else 'thiếu'} {money_in_figures(abs(difference))}"


def _fees(money: PostMoney, setting: Setting) -> list[Flowable]:
    carried = {each.id for each in money.carried}
    back = {each.id for each in money.back}
    shown = {each.id: each for each in (*money.before, *money.carried, *money.taken)}
    if not shown:
        return []
    fees = sorted(shown.values(), key=lambda each: (each.at, each.id))

    def fate(fee: FeeTaken) -> str:
        if fee.id in carried:
            return "còn giữ"
        return "đã trả lại" if fee.id in back else money.records.get(fee.id, "")

    heads = ("STT", "Phiếu gửi, hồ sơ", "Lúc thu", "Số tiền (đồng)", "Đã nộp theo")
    cells = [
        [
            str(order),
            f"{each.code} (thu khi phát)" if each.on_delivery else each.code,
            f"{local_or_refuse(each.at):%H:%M %d/%m}",
            money_in_figures(each.amount_vnd),
            fate(each),
        ]
        for order, each in enumerate(fees, start=1)
    ]
    widths = [11 * mm, 0, 28 * mm, 30 * mm, 38 * mm]
    widths[1] = TEXT_WIDTH - sum(widths)
    return [
        CondPageBreak(30 * mm),
        *_section("Từng khoản thu hộ", setting),
        _table(heads, cells, widths, (3,), setting),
        Spacer(1, 6),
    ]


def _section(title: str, setting: Setting) -> list[Flowable]:
    head = style(setting.family.bold, 12.5, 16)
    head.spaceAfter = 2
    return [Paragraph(title, head)]


def _table(
    heads: Sequence[str], cells: Sequence[Sequence[str]], widths: list[float], right: Sequence[int], setting: Setting
) -> LongTable:
    """A ruled table; the columns `right` hold figures and are set at the right."""
    text = style(setting.family.regular, _SIZE, _LEADING)
    figure = style(setting.family.regular, _SIZE, _LEADING)
    figure.alignment = 2
    bold = centred(style(setting.family.bold, _SIZE, _LEADING))
    rows: list[list[object]] = [[Paragraph(each, bold) for each in heads]] if heads else []
    rows += [
        [Paragraph(markup(each, setting.family), figure if at in right else text) for at, each in enumerate(row)]
        for row in cells
    ]
    return LongTable(rows, colWidths=widths, repeatRows=1 if heads else 0, style=ruled_cells(setting))
