"""Taking a number, driven on the real window."""

from __future__ import annotations

from kiosk.gallery import settle
from kiosk.sample_office import APPOINTMENT, CARD, EARLY_APPOINTMENT, LATE_APPOINTMENT, RECEIPT
from tests.kiosk.citizen import Citizen


def test_a_number_is_two_touches_away(citizen: Citizen) -> None:
    citizen.touch("line_A")
    citizen.touch("confirm_number")
    assert citizen.reads("A012")
    assert citizen.reads("7 người") or citizen.reads("7 people")
    assert citizen.printer.printed == ["A012"]
    assert [wish.letters for wish in citizen.office.issued] == [("A",)]


def test_touching_twice_gives_one_ticket(citizen: Citizen) -> None:
    citizen.touch("line_A")
    citizen.tap("confirm_number")
    citizen.tap("confirm_number")
    while citizen.can_touch("confirm_number"):
        settle()
    citizen.tap("confirm_number")
    citizen.window.journeys.take_number.confirm()
    citizen.look()
    assert len(citizen.office.issued) == 1
    assert citizen.printer.printed == ["A012"]


def test_while_the_number_is_being_issued_nobody_leaves_the_screen(citizen: Citizen) -> None:
    citizen.touch("line_A")
    citizen.tap("confirm_number")
    citizen.tap("go_home")
    citizen.window.journeys.take_number.back()
    assert citizen.sees("confirm_number")
    citizen.look()
    assert citizen.reads("A012")


def test_the_next_citizen_gets_the_next_number(citizen: Citizen) -> None:
    for label in ("A012", "A013"):
        citizen.touch("line_A")
        citizen.touch("confirm_number")
        assert citizen.reads(label)
        citizen.touch("go_home")
    assert len({wish.journey for wish in citizen.office.issued}) == 2


def test_priority_is_chosen_given_up_and_handed_over(citizen: Citizen) -> None:
    citizen.touch("line_B")
    citizen.touch("priority_elderly")
    citizen.touch("priority_elderly")
    citizen.touch("priority_disabled")
    citizen.touch("confirm_number")
    assert [(wish.letters, wish.group) for wish in citizen.office.issued] == [(("B",), "disabled")]


def test_the_documents_to_bring_are_read_before_the_number_is_taken(citizen: Citizen) -> None:
    citizen.touch("line_A")
    citizen.touch("list_procedures")
    citizen.touch("procedure_1.001193")
    assert citizen.reads("Giấy chứng sinh")
    citizen.touch("confirm_number")
    assert [(wish.letters, wish.procedure) for wish in citizen.office.issued] == [(("A",), "1.001193")]


def test_the_list_of_procedures_turns_its_pages(citizen: Citizen) -> None:
    citizen.touch("line_A")
    citizen.touch("list_procedures")
    assert citizen.sees("procedure_1.001193")
    assert not citizen.can_touch("page_before")
    citizen.touch("page_after")
    assert not citizen.sees("procedure_1.001193")
    citizen.touch("page_before")
    assert citizen.sees("procedure_1.001193")


def test_back_always_leads_one_screen_back(citizen: Citizen) -> None:
    citizen.touch("line_A")
    citizen.touch("list_procedures")
    citizen.touch("procedure_1.001193")
    citizen.touch("go_back")
    assert citizen.sees("procedure_1.001193")
    citizen.touch("go_back")
    assert citizen.sees("list_procedures")
    citizen.touch("go_home")
    assert citizen.sees("line_A")
    assert citizen.office.issued == []


def test_without_paper_the_screen_asks_to_remember_the_number(citizen: Citizen) -> None:
    citizen.printer.out_of_paper = True
    citizen.touch("line_C")
    citizen.touch("confirm_number")
    assert citizen.reads("ghi nhớ số C012") or citizen.reads("remember the number C012")


def test_a_refusal_is_a_sentence_and_offers_no_second_try(citizen: Citizen) -> None:
    citizen.office.range_used_up = True
    citizen.touch("line_A")
    citizen.touch("confirm_number")
    assert citizen.reads("phát hết số") or citizen.reads("given out all")
    assert not citizen.sees("confirm_number")
    citizen.touch("go_home")
    assert citizen.sees("line_A")


def test_after_a_failure_the_same_journey_may_try_again(citizen: Citizen) -> None:
    citizen.office.disk_full = True
    citizen.touch("line_A")
    citizen.touch("confirm_number")
    journey = citizen.window.journeys.take_number.state.journey
    assert citizen.reads("Ổ đĩa đã đầy") or citizen.reads("The disk is full")
    citizen.office.disk_full = False
    citizen.touch("confirm_number")
    assert [wish.journey for wish in citizen.office.issued] == [journey]


def test_a_line_without_procedures_shows_no_way_to_documents(citizen: Citizen) -> None:
    citizen.touch("line_F")
    assert not citizen.sees("list_procedures")
    assert citizen.can_touch("confirm_number")


def test_the_language_changes_in_the_middle_of_the_journey(vietnamese: Citizen) -> None:
    vietnamese.touch("line_A")
    assert vietnamese.reads("Hộ tịch – Chứng thực")
    vietnamese.touch("language_en")
    assert vietnamese.reads("Civil status – Certification")
    assert vietnamese.reads("Take a number")
    vietnamese.touch("language_vi")
    assert vietnamese.reads("Lấy số")


def test_a_scan_while_the_number_is_being_issued_is_not_heard(vietnamese: Citizen) -> None:
    vietnamese.touch("line_A")
    vietnamese.tap("confirm_number")
    vietnamese.window.shell.scanned(RECEIPT)
    vietnamese.look()
    assert vietnamese.reads("A012")


def test_procedures_that_come_after_the_citizen_has_gone_are_dropped(vietnamese: Citizen) -> None:
    vietnamese.tap("line_A")
    vietnamese.tap("go_home")
    vietnamese.look()
    assert vietnamese.window.journeys.take_number.state.procedures == ()


def test_several_matters_are_one_number_with_the_lines_in_the_order_touched(citizen: Citizen) -> None:
    citizen.touch("line_A")
    citizen.touch("list_matters")
    citizen.touch("matter_E")
    citizen.touch("matter_C")
    assert not citizen.can_touch("matter_B")
    citizen.touch("matter_E")
    citizen.touch("matter_B")
    citizen.touch("matters_done")
    citizen.touch("confirm_number")
    assert [wish.letters for wish in citizen.office.issued] == [("A", "C", "B")]
    assert citizen.reads("2. Cư trú – Căn cước") or citizen.reads("2. Residence – Identity card")


def test_the_card_is_scanned_after_the_touch_and_the_number_comes_at_once(citizen: Citizen) -> None:
    citizen.office.card_wanted = True
    citizen.touch("line_A")
    citizen.touch("confirm_number")
    assert citizen.reads("Quét thẻ căn cước") or citizen.reads("Scan your identity card")
    assert citizen.office.issued == []
    citizen.window.shell.scanned("00109901|x")
    citizen.look()
    assert citizen.reads("Chưa đọc được") or citizen.reads("could not be read")
    citizen.window.shell.scanned(CARD)
    citizen.look()
    assert citizen.reads("A012")
    assert [wish.holder for wish in citizen.office.issued] == ["0" * 32]
    citizen.touch("go_home")
    assert citizen.window.journeys.take_number.state.holder is None


def test_a_card_scanned_before_the_touch_is_enough(vietnamese: Citizen) -> None:
    vietnamese.office.card_wanted = True
    vietnamese.touch("line_A")
    vietnamese.window.shell.scanned(CARD)
    vietnamese.look()
    assert vietnamese.office.issued == []
    vietnamese.touch("confirm_number")
    assert vietnamese.reads("A012")


def test_nothing_of_the_card_is_kept_by_the_journey(vietnamese: Citizen) -> None:
    vietnamese.office.card_wanted = True
    vietnamese.touch("line_A")
    vietnamese.window.shell.scanned(CARD)
    vietnamese.look()
    kept = repr(vietnamese.window.journeys.take_number.state) + repr(vietnamese.window.journeys.take_number.view)
    assert "001099012345" not in kept
    assert "Nguyễn Thị Mẫu" not in kept


def test_an_appointment_is_typed_and_its_number_comes_with_one_touch(citizen: Citizen) -> None:
    citizen.touch("appointment")
    assert not citizen.can_touch("check_in")
    for digit in "260017":
        citizen.touch(f"pad_{digit}")
    citizen.touch("check_in")
    assert citizen.reads("B040")
    assert len(citizen.office.arrived) == 1


def test_a_scanned_appointment_needs_no_touch(citizen: Citizen) -> None:
    citizen.window.shell.scanned(APPOINTMENT)
    citizen.look()
    assert citizen.reads("B040")


def test_a_missed_appointment_goes_on_with_an_ordinary_number_of_its_line(citizen: Citizen) -> None:
    citizen.window.shell.scanned(LATE_APPOINTMENT)
    citizen.look()
    assert citizen.reads("đã qua") or citizen.reads("has passed")
    citizen.touch("take_ordinary")
    citizen.touch("confirm_number")
    assert [wish.letters for wish in citizen.office.issued] == [("B",)]
    assert citizen.reads("B012")


def test_an_early_appointment_says_when_to_come_back(citizen: Citizen) -> None:
    citizen.window.shell.scanned(EARLY_APPOINTMENT)
    citizen.look()
    assert citizen.reads("09:30")
    assert not citizen.sees("take_ordinary")


def test_an_unknown_code_leads_to_the_lines(citizen: Citizen) -> None:
    citizen.touch("appointment")
    for digit in "999999":
        citizen.touch(f"pad_{digit}")
    citizen.touch("check_in")
    citizen.touch("take_ordinary")
    assert citizen.sees("line_A")


def test_a_procedure_chosen_elsewhere_comes_with_its_line(vietnamese: Citizen) -> None:
    vietnamese.window.journeys.procedures.queue_wanted.emit("A", "1.001193")
    vietnamese.look()
    assert vietnamese.reads("Thủ tục đăng ký khai sinh")
    vietnamese.touch("confirm_number")
    assert [(wish.letters, wish.procedure) for wish in vietnamese.office.issued] == [(("A",), "1.001193")]


def test_the_slip_is_tried_once_more_without_another_number(citizen: Citizen) -> None:
    citizen.printer.out_of_paper = True
    citizen.touch("line_A")
    citizen.touch("confirm_number")
    citizen.printer.out_of_paper = False
    citizen.touch("print_again")
    assert citizen.printer.printed == ["A012"]
    assert len(citizen.office.issued) == 1
    assert not citizen.sees("print_again")


def test_a_line_that_closes_between_two_touches_says_when_it_opens(vietnamese: Citizen) -> None:
    vietnamese.office.over = "B"
    vietnamese.window.journeys.procedures.queue_wanted.emit("B", "1.001193")
    vietnamese.look()
    assert vietnamese.reads("13:30")
    assert not vietnamese.sees("confirm_number")
