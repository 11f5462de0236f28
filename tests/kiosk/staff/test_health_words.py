"""How the machine is, in words and with how much it matters."""

from __future__ import annotations

from dataclasses import replace
from typing import get_args

import pytest

from kiosk.language import Words, words_of
from kiosk.ports import KioskHealth
from kiosk.sample_staff import SampleStaffRoom
from kiosk.staff.health_words import FactProps, derive_facts, printer_text
from shared.domain.machine import NEEDS_HANDS, PrinterState

VIETNAMESE = words_of("vi")
WELL = SampleStaffRoom().health()
TROUBLE = SampleStaffRoom(trouble=True).health()


def fact(health: KioskHealth, name: str, words: Words = VIETNAMESE) -> FactProps:
    return next(each for each in derive_facts(health, words) if each.name == name)


def test_a_machine_that_is_well_says_so() -> None:
    assert [(each.name, each.tone) for each in derive_facts(WELL, VIETNAMESE)] == [
        ("printer", "good"),
        ("slips", "good"),
        ("network", "good"),
        ("unsent", "good"),
        ("today", "plain"),
        ("machine", "plain"),
    ]
    assert fact(WELL, "network").value == "Trực tuyến, máy chủ trả lời lúc 08:04 ngày 23/11/2026"
    assert fact(WELL, "today").value == "27 số đã cấp, 5 lượt đánh giá"


def test_a_machine_in_trouble_says_what_is_the_matter() -> None:
    assert (fact(TROUBLE, "printer").value, fact(TROUBLE, "printer").tone) == ("Hết giấy", "trouble")
    assert fact(TROUBLE, "slips").value == "3 phiếu chờ in; 1 phiếu chưa rõ đã in hay chưa"
    assert fact(TROUBLE, "network").value == "Ngoại tuyến từ 07:40 ngày 23/11/2026"
    assert fact(TROUBLE, "unsent").value == "38 sự kiện chỉ có trên máy này"


def test_what_is_about_to_be_sent_is_no_trouble() -> None:
    assert fact(replace(WELL, unsent=2), "unsent").tone == "good"
    assert fact(replace(WELL, unsent=2, online=False), "unsent").tone == "care"


def test_below_an_office_server_it_says_what_the_province_has() -> None:
    waiting, whole = replace(WELL, not_in_province=12), replace(WELL, not_in_province=0)
    assert fact(waiting, "unsent").value == "An toàn tại bộ phận, tỉnh chưa nhận 12 sự kiện"
    assert fact(waiting, "unsent", words_of("en")).value == "Safe in the office, 12 events not yet in the province"
    assert fact(whole, "unsent").value == "An toàn tại bộ phận, tỉnh đã nhận đủ"
    assert fact(replace(waiting, unsent=3), "unsent").value == "3 sự kiện chỉ có trên máy này"


def test_a_machine_that_never_reached_the_server_says_that() -> None:
    never = replace(WELL, online=False, last_contact=None)
    assert fact(never, "network").value == "Chưa liên lạc được từ khi khởi động"
    assert fact(replace(never, online=True), "network").value == "Trực tuyến"


@pytest.mark.parametrize("state", get_args(PrinterState))
def test_every_state_of_a_printer_has_words_and_a_weight(state: PrinterState) -> None:
    tone = fact(replace(WELL, printer=state), "printer").tone
    assert printer_text(state, VIETNAMESE)
    assert (tone == "good") == (state == "ready")
    assert state not in NEEDS_HANDS or tone in ("care", "trouble")
