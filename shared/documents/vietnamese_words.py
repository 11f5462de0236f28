"""Dates, times and numbers in the words of Vietnamese papers."""

from __future__ import annotations

from datetime import date, datetime

from shared.clock import local

_DIGITS = ("không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín")
_SCALES = ("", "nghìn", "triệu", "tỷ")
_LARGEST = 10**12 - 1


def date_in_words(day: date) -> str:
    """ "ngày 08 tháng 9 năm 2026": days below 10 and months below 3 take a zero (Decree 30/2020, Appendix I)."""
    month = f"{day.month:02d}" if day.month < 3 else str(day.month)
    return f"ngày {day.day:02d} tháng {month} năm {day.year}"


def date_in_figures(day: date) -> str:
    """ "08/9/2026": the short writing of the same date."""
    month = f"{day.month:02d}" if day.month < 3 else str(day.month)
    return f"{day.day:02d}/{month}/{day.year}"


def time_in_words(instant: datetime) -> str:
    """ "08 giờ 05 phút, ngày 08 tháng 9 năm 2026" on the clocks of Viet Nam. ValueError for a naive `instant`."""
    there = local_or_refuse(instant)
    return f"{there.hour:02d} giờ {there.minute:02d} phút, {date_in_words(there.date())}"


def local_or_refuse(instant: datetime) -> datetime:
    """`instant` on the clocks of Viet Nam; ValueError when it does not say its offset."""
    if instant.utcoffset() is None:
        raise ValueError("an instant on paper must say its offset from UTC")
    return local(instant)


def counted(number: int) -> str:
    """ "03": a count as papers write it, two figures at least."""
    return f"{number:02d}"


def number_in_words(number: int) -> str:
    """How a whole number from 0 to 999 999 999 999 is read: 105 is "một trăm linh năm". ValueError outside."""
    if not 0 <= number <= _LARGEST:
        raise ValueError(f"no words for {number}")
    if number == 0:
        return _DIGITS[0]
    words: list[str] = []
    for position in reversed(range(len(_SCALES))):
        group = number // 1000**position % 1000
        if group:
            words += _group_in_words(group, follows_another=bool(words))
            words += [_SCALES[position]] if position else []
    return " ".join(words)


def _group_in_words(group: int, *, follows_another: bool) -> list[str]:
    hundreds, tens, units = group // 100, group // 10 % 10, group % 10
    words = [_DIGITS[hundreds], "trăm"] if hundreds or follows_another else []
    if tens == 0:
        if units == 0:
            return words
        return [*words, *(["linh"] if words else []), _DIGITS[units]]
    words += ["mười"] if tens == 1 else [_DIGITS[tens], "mươi"]
    return [*words, _unit_after_ten(tens, units)] if units else words


def _unit_after_ten(tens: int, units: int) -> str:
    if units == 5:
        return "lăm"
    return "mốt" if units == 1 and tens > 1 else _DIGITS[units]


def money_in_words(amount: int) -> str:
    """ "Tám nghìn đồng": an amount as papers write it out. ValueError below 0 or from a thousand billion on."""
    words = number_in_words(amount)
    return f"{words[0].upper()}{words[1:]} đồng"


def money_in_figures(amount: int) -> str:
    """ "28.000": đồng with points between the thousands, a minus before what went back."""
    return f"{amount:,}".replace(",", ".")
