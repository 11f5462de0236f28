"""How times, money and the terms of the trade are written on the screens."""

from __future__ import annotations

import re
from datetime import date, datetime, timedelta

from PySide6.QtCore import QCoreApplication

from shared.clock import local
from shared.domain.dossier import Stage
from shared.domain.month_names import SHORT_MONTHS
from shared.domain.queue_order import Why
from shared.domain.ticket import APPOINTMENT

translate = QCoreApplication.translate

_DATE = re.compile(r"(\d{1,2})[/.\- ](\d{1,2})[/.\- ](\d{4})")


def time_of_day(instant: datetime) -> str:
    """ "08:05" on the clocks of Viet Nam."""
    return f"{local(instant):%H:%M}"


def day_words(day: date, language: str) -> str:
    """ "23/11/2026" or "23 Nov 2026"."""
    if language == "en":
        return f"{day.day} {SHORT_MONTHS[day.month - 1]} {day.year}"
    return f"{day.day:02d}/{day.month:02d}/{day.year}"


def short_day(day: date, language: str) -> str:
    """ "23/11" or "23 Nov": a day in a list of what is at hand."""
    return f"{day.day} {SHORT_MONTHS[day.month - 1]}" if language == "en" else f"{day.day:02d}/{day.month:02d}"


def weekday_words(day: date) -> str:
    """The day of the week."""
    return (
        translate("Words", "thứ Hai"),
        translate("Words", "thứ Ba"),
        translate("Words", "thứ Tư"),
        translate("Words", "thứ Năm"),
        translate("Words", "thứ Sáu"),
        translate("Words", "thứ Bảy"),
        translate("Words", "Chủ nhật"),
    )[day.weekday()]


def moment_words(instant: datetime, language: str) -> str:
    """ "17:00 thứ Tư, 25/11/2026" or "17:00, Wednesday 25 Nov 2026"."""
    there = local(instant)
    weekday, day = weekday_words(there.date()), day_words(there.date(), language)
    if language == "en":
        return f"{there:%H:%M}, {weekday} {day}"
    return f"{there:%H:%M} {weekday}, {day}"


def short_moment(instant: datetime, language: str) -> str:
    """ "17:00 25/11" or "17:00 25 Nov": a moment in a list."""
    there = local(instant)
    return f"{there:%H:%M} {short_day(there.date(), language)}"


def elapsed_words(elapsed: timedelta) -> str:
    """ "4:05", or "1:04:05" from an hour on; "0:00" for a time that has not begun."""
    seconds = max(int(elapsed.total_seconds()), 0)
    hours, minutes = seconds // 3600, seconds // 60 % 60
    return f"{hours}:{minutes:02d}:{seconds % 60:02d}" if hours else f"{minutes}:{seconds % 60:02d}"


def money_words(amount: int, language: str) -> str:
    """ "8.000 đ" or "8,000 VND"."""
    return f"{amount:,} VND" if language == "en" else f"{amount:,} đ".replace(",", ".")


def read_amount(text: str) -> int | None:
    """The đồng that were typed ("8.000", "8 000 đ"); None for an empty field. ValueError for anything else."""
    digits = re.sub(r"[\s.,đ]|VND", "", text.strip(), flags=re.IGNORECASE)
    if not digits:
        return None
    if not re.fullmatch(r"[0-9]{1,12}", digits):
        raise ValueError("not an amount")
    return int(digits)


def read_day(text: str) -> date | None:
    """The date that was typed as day, month, year ("3/10/1965", "03101965"); None for an empty field.

    ValueError for anything else, and for a day that no calendar has.
    """
    typed = text.strip()
    if not typed:
        return None
    if re.fullmatch(r"[0-9]{8}", typed):
        typed = f"{typed[:2]}/{typed[2:4]}/{typed[4:]}"
    match = _DATE.fullmatch(typed)
    if match is None:
        raise ValueError("not a date")
    return date(int(match[3]), int(match[2]), int(match[1]))


def typed_day(day: date | None) -> str:
    """A date as it stands in the form's field."""
    return "" if day is None else f"{day.day:02d}/{day.month:02d}/{day.year}"


def stage_words(stage: Stage) -> str:
    """Where a dossier stands, as officers say it."""
    return {
        "received": translate("Words", "Đã tiếp nhận"),
        "in_transit": translate("Words", "Đang bàn giao"),
        "processing": translate("Words", "Đang giải quyết"),
        "result_ready": translate("Words", "Có kết quả"),
        "result_at_counter": translate("Words", "Kết quả tại quầy"),
        "with_post": translate("Words", "Bưu điện đang giữ"),
        "returned": translate("Words", "Đã trả"),
        "awaiting_supplement": translate("Words", "Chờ bổ sung"),
        "awaiting_duty": translate("Words", "Chờ nghĩa vụ tài chính"),
        "stopped": translate("Words", "Đã dừng"),
        "refused": translate("Words", "Đã từ chối"),
        "closed": translate("Words", "Đã đóng"),
    }[stage]


def why_words(why: Why, priority: str | None = None) -> str:
    """Why this ticket, whose priority is `priority`, is next."""
    if why == "priority" and priority == APPOINTMENT:
        return translate("Words", "Có lịch hẹn")
    return {
        "transferred": translate("Words", "Được chuyển đến quầy này"),
        "priority": translate("Words", "Thuộc diện ưu tiên"),
        "fair_turn": translate("Words", "Đến lượt thường, xen giữa các số ưu tiên"),
        "oldest": translate("Words", "Đến sớm nhất"),
    }[why]


def joined(*parts: str) -> str:
    """The parts that there are, in one line."""
    return " · ".join(part for part in parts if part)
