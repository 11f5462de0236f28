"""Checking a dossier, driven on the real window."""

from __future__ import annotations

import pytest

from kiosk.sample_office import LATE_RECEIPT, RECEIPT, RETURNED_RECEIPT, SLIP
from tests.kiosk.citizen import Citizen

WAYS_TO_SCREENS = {
    "home": (),
    "confirm": ("line_A",),
    "procedures": ("line_A", "list_procedures"),
    "documents": ("line_A", "list_procedures", "procedure_1.001193"),
    "issued": ("line_A", "confirm_number"),
    "pad": ("check_dossier",),
    "help": ("help",),
}


def type_code(citizen: Citizen, digits: str) -> None:
    for digit in digits:
        citizen.touch(f"pad_{digit}")


@pytest.mark.parametrize("way", WAYS_TO_SCREENS.values(), ids=WAYS_TO_SCREENS.keys())
def test_the_scanner_is_heard_from_every_screen(vietnamese: Citizen, way: tuple[str, ...]) -> None:
    for name in way:
        vietnamese.touch(name)
    vietnamese.scan(RECEIPT)
    assert vietnamese.reads("H99.99.01-261118-0007")
    assert vietnamese.reads("16 giờ 30, thứ Năm, ngày 26 tháng 11 năm 2026")


def test_the_code_is_typed_after_the_offices_own_prefix(citizen: Citizen) -> None:
    citizen.touch("check_dossier")
    assert citizen.reads("H99.99.01-")
    type_code(citizen, "2611180")
    assert not citizen.can_touch("find_dossier")
    type_code(citizen, "007")
    assert citizen.thing("typed").property("text") == "261118-0007"
    citizen.touch("find_dossier")
    assert citizen.reads("Đang ở bước này") or citizen.reads("Now at this step")


def test_mistyped_digits_are_erased_one_by_one_or_all(citizen: Citizen) -> None:
    citizen.touch("check_dossier")
    type_code(citizen, "26")
    citizen.touch("pad_erase")
    assert citizen.window.check_dossier.state.digits == "2"
    citizen.touch("pad_clear")
    assert citizen.window.check_dossier.state.digits == ""


def test_an_unknown_code_is_said_in_a_sentence_and_can_be_corrected(citizen: Citizen) -> None:
    citizen.touch("check_dossier")
    type_code(citizen, "2611189999")
    citizen.touch("find_dossier")
    assert citizen.reads("Không tìm thấy hồ sơ") or citizen.reads("No such dossier")
    citizen.touch("pad_erase")
    assert not citizen.reads("Không tìm thấy hồ sơ")
    assert not citizen.reads("No such dossier")


def test_a_late_dossier_is_apologised_for_and_says_how_old_the_data_is(citizen: Citizen) -> None:
    citizen.scan(LATE_RECEIPT)
    assert citizen.reads("xin lỗi") or citizen.reads("apologise")
    assert citizen.reads("0900 000 000")
    assert citizen.reads("07:05")


def test_a_returned_dossier_promises_nothing_any_more(citizen: Citizen) -> None:
    citizen.scan(RETURNED_RECEIPT)
    assert not citizen.reads("Hẹn trả kết quả")
    assert not citizen.reads("Result promised")


def test_a_slip_held_under_the_scanner_here_is_told_apart(citizen: Citizen) -> None:
    citizen.touch("check_dossier")
    citizen.scan(SLIP)
    assert citizen.reads("không phải của hồ sơ") or citizen.reads("not of a dossier")


def test_back_leads_to_an_empty_pad_and_home(citizen: Citizen) -> None:
    citizen.scan(RECEIPT)
    citizen.touch("go_back")
    assert citizen.window.check_dossier.state.digits == ""
    citizen.touch("go_home")
    assert citizen.sees("line_A")


def test_an_answer_that_comes_too_late_shows_nothing(vietnamese: Citizen) -> None:
    vietnamese.touch("check_dossier")
    vietnamese.window.shell.scanned(RECEIPT)
    vietnamese.tap("go_home")
    vietnamese.look()
    assert vietnamese.sees("line_A")
    assert vietnamese.window.check_dossier.state.progress is None
