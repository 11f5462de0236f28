"""What several rooms say of the money that the post brings with a handover (tiền bưu điện nộp)."""

from __future__ import annotations

from counter.parts.rows import Row
from counter.ports.post_day import BroughtRow
from counter.words import money_words, time_of_day, translate
from shared.domain.post_money import Brought


def brought_row(row: BroughtRow, language: str) -> Row:
    """The money of one handover: its number, what was declared and counted, what differs."""
    money = row.money
    counted = translate("PostDay", "khai {due} · đếm được {counted}").format(
        due=money_words(money.due_vnd, language), counted=money_words(money.counted_vnd, language)
    )
    subtitle = f"{time_of_day(money.at)} · {row.receiver_name} · {counted}"
    return Row(money.number, subtitle, difference_words(money, language), urgent=money.is_open)


def difference_words(money: Brought, language: str) -> str:
    """What differs about the money of one handover, as a shape and a word, exact to the đồng."""
    if not money.first_difference_vnd and not money.difference_vnd:
        return translate("PostDay", "✓ Khớp")
    if not money.difference_vnd:
        return translate("PostDay", "✓ Đã nộp bù đủ")
    amount = money_words(abs(money.difference_vnd), language)
    if money.explained:
        return translate("PostDay", "✓ Đã giải trình {amount}").format(amount=amount)
    if money.difference_vnd < 0:
        return translate("PostDay", "▼ Thiếu {amount}").format(amount=amount)
    return translate("PostDay", "▲ Thừa {amount}").format(amount=amount)
