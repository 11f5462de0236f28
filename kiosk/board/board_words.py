"""The words of the board: Vietnamese first, English beside it, always both, for nobody can touch a board."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from kiosk.date_words import clock_text
from shared.clock import business_date, local
from shared.failures import Sentence

NOTHING = Sentence("", "")

STARTING = Sentence("Đang mở bảng gọi số", "The board is starting")
ONE_MOMENT = Sentence("Xin chờ trong giây lát.", "One moment, please.")
NOBODY_CALLED_YET = Sentence("Chưa có số nào được gọi", "No number has been called yet")
NEXT_NUMBER_SOON = Sentence("Xin chờ số tiếp theo", "Please wait for the next number")
CLOSED = Sentence("Ngoài giờ làm việc", "The office is closed")
WATCH_AND_LISTEN = Sentence(
    "Mời Ông/Bà theo dõi số của mình trên bảng.",
    "Please watch the board for your number.",
)
TAKE_A_NUMBER = Sentence(
    "Chưa có số? Mời Ông/Bà lấy số tại máy lấy số.",
    "No number yet? Please take one at the kiosk.",
)

COUNTER_STATES: Mapping[str, Sentence] = {
    "serving": Sentence("Đang phục vụ", "Serving"),
    "ready": Sentence("Sẵn sàng", "Ready"),
    "paused": Sentence("Tạm dừng", "Paused"),
    "closed": Sentence("Chưa mở", "Not open"),
}

FIXED: Mapping[str, Sentence] = {
    "number": Sentence("Mời số", "Number"),
    "counter": Sentence("Đến quầy", "Go to counter"),
    "below": Sentence("Số vừa gọi", "Last called"),
    "counters": Sentence("Các quầy", "Counters"),
    "waiting": Sentence("Số người đang chờ", "People waiting"),
    "short_counter": Sentence("Quầy", "Counter"),
    "missed": Sentence("Vắng mặt", "Missed"),
    "spoken": Sentence("Đang gọi", "Calling"),
}
"""The headings and marks that never change, by name."""

_DAYS = (
    Sentence("Thứ Hai", "Monday"),
    Sentence("Thứ Ba", "Tuesday"),
    Sentence("Thứ Tư", "Wednesday"),
    Sentence("Thứ Năm", "Thursday"),
    Sentence("Thứ Sáu", "Friday"),
    Sentence("Thứ Bảy", "Saturday"),
    Sentence("Chủ nhật", "Sunday"),
)


def day(instant: datetime) -> Sentence:
    """ "Thứ Hai, 23/11/2026" / "Monday"."""
    there = local(instant)
    name = _DAYS[there.weekday()]
    return Sentence(f"{name.vi}, {there:%d/%m/%Y}", name.en)


def called_again(times: int) -> Sentence:
    """That a number is called again, for the `times`-th time."""
    if times == 1:
        return Sentence("Gọi lại", "Called again")
    return Sentence(f"Gọi lại lần {times}", f"Called again, {times} times")


def out_of_contact_since(since: datetime, now: datetime) -> Sentence:
    """That the server has not been heard since then."""
    vi, en = _moment(since, now)
    return Sentence(f"Số liệu lúc {vi}, mất kết nối", f"Data as of {en}, connection lost")


def not_in_province(lacking: int) -> Sentence:
    """That so many entries of this board are safe in the office and not yet in the province."""
    return Sentence(f"Tỉnh chưa nhận: {lacking}", f"Not yet in the province: {lacking}")


def not_read_since(since: datetime, now: datetime) -> Sentence:
    """That the board could read nothing newer than this."""
    vi, en = _moment(since, now)
    return Sentence(f"Số liệu lúc {vi}, bảng chưa đọc được số liệu mới", f"Data as of {en}, nothing newer can be read")


def _moment(instant: datetime, now: datetime) -> tuple[str, str]:
    if business_date(instant) == business_date(now):
        return clock_text(instant), clock_text(instant)
    there = local(instant)
    return f"{there:%H:%M} ngày {there:%d/%m}", f"{there:%H:%M} on {there:%d/%m}"
