"""How the machine is, in words: one fact a line, each with a picture and with how much it matters."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from kiosk.date_words import step_text
from kiosk.language import Words
from kiosk.ports import KioskHealth
from shared.domain.machine import PrinterState

Tone = Literal["good", "care", "trouble", "plain"]
"""All is well (tốt), somebody should look (cần chú ý), it does not work (có sự cố), or neither (thông tin)."""

_PRINTER_TONES: dict[PrinterState, Tone] = {
    "ready": "good",
    "paper_low": "care",
    "paper_out": "trouble",
    "cover_open": "trouble",
    "offline": "trouble",
    "failed": "trouble",
    "unknown": "care",
}


@dataclass(frozen=True, slots=True)
class FactProps:
    """One fact about the machine (một điều về máy): what it is about, what is the case, how much it matters."""

    name: str
    icon: str
    caption: str
    value: str
    tone: Tone


def derive_facts(health: KioskHealth, words: Words) -> tuple[FactProps, ...]:
    """Everything the panel says of the machine, what staff look for first at the top."""
    return (
        _printer(health, words),
        _slips(health, words),
        _network(health, words),
        _unsent(health, words),
        _today(health, words),
        _machine(health, words),
    )


def _printer(health: KioskHealth, words: Words) -> FactProps:
    caption = words.translate("Staff", "Máy in và giấy")
    value = printer_text(health.printer, words)
    return FactProps("printer", "printer", caption, value, _PRINTER_TONES[health.printer])


def printer_text(state: PrinterState, words: Words) -> str:
    """How the printer and its paper are, in words."""
    texts: dict[PrinterState, str] = {
        "ready": words.translate("Staff", "Sẵn sàng, còn giấy"),
        "paper_low": words.translate("Staff", "Sắp hết giấy"),
        "paper_out": words.translate("Staff", "Hết giấy"),
        "cover_open": words.translate("Staff", "Nắp máy in đang mở"),
        "offline": words.translate("Staff", "Không kết nối được máy in"),
        "failed": words.translate("Staff", "Máy in báo lỗi"),
        "unknown": words.translate("Staff", "Máy in không cho biết tình trạng"),
    }
    return texts[state]


def _slips(health: KioskHealth, words: Words) -> FactProps:
    # The extractor of translations understands a plain name as the number, nothing else.
    waiting, unsure = health.slips_waiting, health.slips_unsure
    texts = []
    if waiting:
        texts.append(words.translate("Staff", "%n phiếu chờ in", None, waiting))
    if unsure:
        texts.append(words.translate("Staff", "%n phiếu chưa rõ đã in hay chưa", None, unsure))
    value = "; ".join(texts) or words.translate("Staff", "Không có phiếu chờ in")
    return FactProps("slips", "ticket", words.translate("Staff", "Phiếu"), value, "care" if texts else "good")


def _network(health: KioskHealth, words: Words) -> FactProps:
    at = step_text(health.last_contact, words) if health.last_contact else ""
    if health.online and at:
        value = words.translate("Staff", "Trực tuyến, máy chủ trả lời lúc {at}").format(at=at)
    elif health.online:
        value = words.translate("Staff", "Trực tuyến")
    elif at:
        value = words.translate("Staff", "Ngoại tuyến từ {at}").format(at=at)
    else:
        value = words.translate("Staff", "Chưa liên lạc được từ khi khởi động")
    caption = words.translate("Staff", "Mạng")
    if health.online:
        return FactProps("network", "globe", caption, value, "good")
    return FactProps("network", "offline", caption, value, "care")


def _unsent(health: KioskHealth, words: Words) -> FactProps:
    unsent = health.unsent
    not_in_province = health.not_in_province
    if unsent:
        value = words.translate("Staff", "%n sự kiện chỉ có trên máy này", None, unsent)
    elif not_in_province:
        value = words.translate("Staff", "An toàn tại bộ phận, tỉnh chưa nhận %n sự kiện", None, not_in_province)
    elif not_in_province is not None:
        value = words.translate("Staff", "An toàn tại bộ phận, tỉnh đã nhận đủ")
    else:
        value = words.translate("Staff", "Đã gửi hết lên máy chủ")
    # While the line is there, what is unsent is about to go.
    tone: Tone = "care" if unsent and not health.online else "good"
    return FactProps("unsent", "waiting_to_send", words.translate("Staff", "Chờ gửi"), value, tone)


def _today(health: KioskHealth, words: Words) -> FactProps:
    numbers, ratings = health.numbers_today, health.ratings_today
    given = words.translate("Staff", "%n số đã cấp", None, numbers)
    rated = words.translate("Staff", "%n lượt đánh giá", None, ratings)
    return FactProps("today", "calendar", words.translate("Staff", "Hôm nay"), f"{given}, {rated}", "plain")


def _machine(health: KioskHealth, words: Words) -> FactProps:
    value = words.translate("Staff", "{name}, phiên bản {version}").format(
        name=health.device_name, version=health.version
    )
    return FactProps("machine", "one_stop", words.translate("Staff", "Máy này"), value, "plain")
