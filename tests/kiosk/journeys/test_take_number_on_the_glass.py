"""Taking a number, driven on the real window."""

from __future__ import annotations

from kiosk.sample_office import RECEIPT
from tests.kiosk.citizen import Citizen


def test_a_number_is_two_touches_away(citizen: Citizen) -> None:
    citizen.touch("line_A")
    citizen.touch("confirm_number")
    assert citizen.reads("A012")
    assert citizen.reads("7 người") or citizen.reads("7 people")
    assert citizen.printer.printed == ["A012"]
    assert [each[1:] for each in citizen.office.issued] == [("A", None, None)]


def test_touching_twice_gives_one_ticket(citizen: Citizen) -> None:
    citizen.touch("line_A")
    citizen.tap("confirm_number")
    assert not citizen.can_touch("confirm_number")
    citizen.tap("confirm_number")
    citizen.window.take_number.confirm()
    citizen.look()
    assert len(citizen.office.issued) == 1
    assert citizen.printer.printed == ["A012"]


def test_while_the_number_is_being_issued_nobody_leaves_the_screen(citizen: Citizen) -> None:
    citizen.touch("line_A")
    citizen.tap("confirm_number")
    citizen.tap("go_home")
    citizen.window.take_number.back()
    assert citizen.sees("confirm_number")
    citizen.look()
    assert citizen.reads("A012")


def test_the_next_citizen_gets_the_next_number(citizen: Citizen) -> None:
    for label in ("A012", "A013"):
        citizen.touch("line_A")
        citizen.touch("confirm_number")
        assert citizen.reads(label)
        citizen.touch("go_home")
    assert len({each[0] for each in citizen.office.issued}) == 2


def test_priority_is_chosen_given_up_and_handed_over(citizen: Citizen) -> None:
    citizen.touch("line_B")
    citizen.touch("priority_elderly")
    citizen.touch("priority_elderly")
    citizen.touch("priority_disabled")
    citizen.touch("confirm_number")
    assert [each[1:] for each in citizen.office.issued] == [("B", "disabled", None)]


def test_the_documents_to_bring_are_read_before_the_number_is_taken(citizen: Citizen) -> None:
    citizen.touch("line_A")
    citizen.touch("list_procedures")
    citizen.touch("procedure_1.001193")
    assert citizen.reads("Giấy chứng sinh")
    citizen.touch("confirm_number")
    assert [each[1:] for each in citizen.office.issued] == [("A", None, "1.001193")]


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
    journey = citizen.window.take_number.state.journey
    assert citizen.reads("Ổ đĩa đã đầy") or citizen.reads("The disk is full")
    citizen.office.disk_full = False
    citizen.touch("confirm_number")
    assert [each[0] for each in citizen.office.issued] == [journey]


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
    assert vietnamese.window.take_number.state.procedures == ()
