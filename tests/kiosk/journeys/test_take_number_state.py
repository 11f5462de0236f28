"""The state machine of taking a number, and what it shows."""

from __future__ import annotations

from dataclasses import replace

import pytest

from kiosk.journeys.take_number.missed_appointment import MissedAppointment
from kiosk.journeys.take_number.props import derive_take_number_props, derive_ticket_props
from kiosk.journeys.take_number.state import (
    Offer,
    TakeNumberState,
    begun,
    begun_with_appointment,
    begun_with_procedure,
    confirmed,
    further_lines,
    issued,
    issuing,
    listing_matters,
    may_check_in,
    may_confirm,
    may_print_again,
    not_issued,
    one_back,
    printing_again,
    reading_documents,
    wants_card,
    wish_of,
    with_card,
    with_digit,
    with_digits,
    with_group,
    with_matter,
    with_offer,
    with_procedure,
    without_card,
)
from kiosk.language import words_of
from kiosk.ports import NumberWish
from kiosk.qr_source import text_of_address
from kiosk.sample_office import FOLLOW, SampleOffice
from shared.failures import EnvironmentFailure, Refusal

VI, EN = words_of("vi"), words_of("en")
OFFICE = SampleOffice()
OFFER = Offer(OFFICE.home(), OFFICE.tiles(), OFFICE.groups(), OFFICE.procedures("A"))
CARD_OFFER = replace(OFFER, home=replace(OFFER.home, card_wanted=True))
BEGUN = begun("j1", OFFICE.tiles()[0], OFFICE.groups())
CONFIRM = with_offer(BEGUN, OFFER, "A")
ASKS_CARD = with_offer(BEGUN, CARD_OFFER, "A")
MATTERS = listing_matters(CONFIRM)
ARRIVING = with_digits(begun_with_appointment("j1"), "260017")
READING = reading_documents(CONFIRM, "1.001193")
TICKET = OFFICE.take_number(NumberWish("j1", ("A",)))


def test_a_journey_begins_with_the_confirmation() -> None:
    assert CONFIRM.stage == "confirm"
    assert may_confirm(CONFIRM)


def test_a_resting_journey_cannot_be_confirmed() -> None:
    assert not may_confirm(TakeNumberState())


@pytest.mark.parametrize(
    ("chosen", "touched", "expected"),
    [
        (None, "elderly", "elderly"),
        ("elderly", "elderly", None),
        ("elderly", "pregnant", "pregnant"),
        (None, "no-such-group", None),
        ("elderly", "no-such-group", "elderly"),
    ],
)
def test_at_most_one_group_is_chosen(chosen: str | None, touched: str, expected: str | None) -> None:
    assert with_group(replace(CONFIRM, group=chosen), touched).group == expected


def test_documents_are_read_of_a_procedure_of_the_line_only() -> None:
    assert READING.stage == "documents"
    assert reading_documents(CONFIRM, "no-such-code") == CONFIRM


def test_a_procedure_that_was_read_can_be_chosen() -> None:
    chosen = with_procedure(READING)
    assert chosen.stage == "confirm"
    assert chosen.procedure is READING.reading
    assert with_procedure(CONFIRM) == CONFIRM


@pytest.mark.parametrize(
    ("before", "stage"),
    [
        (READING, "procedures"),
        (replace(CONFIRM, stage="procedures"), "confirm"),
        (CONFIRM, "resting"),
        (MATTERS, "confirm"),
        (confirmed(ASKS_CARD), "confirm"),
        (ARRIVING, "resting"),
        (issuing(ARRIVING), "appointment"),
        (issued(CONFIRM, TICKET), "resting"),
        (issuing(CONFIRM), "confirm"),
    ],
)
def test_back_leads_one_screen_back(before: TakeNumberState, stage: str) -> None:
    assert one_back(before).stage == stage


def test_confirming_from_the_documents_takes_that_procedure() -> None:
    assert confirmed(READING).procedure is READING.reading
    assert confirmed(READING).issuing


def test_while_issuing_nothing_can_be_touched() -> None:
    busy = issuing(CONFIRM)
    assert not may_confirm(busy)
    assert with_group(busy, "elderly") == busy
    assert reading_documents(busy, "1.001193") == busy
    assert one_back(busy) == busy


def test_a_refusal_is_final_and_a_failure_is_not() -> None:
    refused = not_issued(issuing(CONFIRM), Refusal("closed", "Đóng.", "Closed."))
    failed = not_issued(issuing(CONFIRM), EnvironmentFailure("disk", "Đầy.", "Full."))
    assert not may_confirm(refused)
    assert may_confirm(failed)
    assert failed.journey == "j1"
    assert issuing(failed).problem is None


def test_the_number_is_shown_with_what_lies_ahead() -> None:
    props = derive_take_number_props(issued(issuing(CONFIRM), TICKET), VI)
    assert props.stage == "issued"
    assert (props.ticket.label, props.ticket.ahead, props.ticket.wait) == ("A012", "7 người", "20–35 phút")
    assert props.ticket.slip == "printing"


def test_the_qr_code_holds_the_address_that_follows_the_ticket() -> None:
    address = derive_ticket_props(issued(CONFIRM, TICKET), VI).qr
    assert text_of_address(address.removeprefix("image://qr/")) == FOLLOW


def test_a_ticket_without_address_has_no_code() -> None:
    assert derive_ticket_props(issued(CONFIRM, replace(TICKET, follow_url="")), VI).qr == ""


def test_resting_props_are_whole_so_that_a_leaving_screen_finds_them() -> None:
    props = derive_take_number_props(TakeNumberState(), VI)
    assert props.ticket.label == ""
    assert props.documents.documents == ()
    assert props.tile.letter == ""


def test_names_and_problems_follow_the_language() -> None:
    refused = not_issued(CONFIRM, Refusal("closed", "Đóng.", "Closed."))
    assert derive_take_number_props(refused, EN).problem == "Closed."
    assert derive_take_number_props(refused, EN).groups[0].name == "Older person (60 or more)"
    assert derive_take_number_props(refused, VI).groups[0].name == "Người cao tuổi"


def test_an_unknown_group_gets_the_common_icon() -> None:
    groups = (replace(OFFICE.groups()[0], id="veteran"),)
    assert derive_take_number_props(replace(CONFIRM, groups=groups), VI).groups[0].icon == "priority"


def test_long_names_are_shortened_in_the_list_and_whole_on_the_sheet() -> None:
    props = derive_take_number_props(reading_documents(CONFIRM, "2.000815"), VI)
    assert props.procedures[1].name.endswith("…")
    assert props.documents.name == props.procedures[1].full_name


def test_a_line_that_gives_no_numbers_is_told_and_cannot_be_confirmed() -> None:
    full = replace(SampleOffice(full="A").tiles()[0])
    state = with_offer(begun("j1", full, OFFICE.groups()), OFFER, "A")
    assert not may_confirm(state)
    props = derive_take_number_props(state, EN)
    assert (props.not_giving, props.refused) == (True, True)
    assert "07:30" in props.problem


def test_a_procedure_chosen_elsewhere_is_chosen_when_its_line_comes() -> None:
    before = begun_with_procedure("j1", "1.001193")
    assert not may_confirm(before)
    state = with_offer(before, OFFER, "A")
    assert may_confirm(state)
    assert state.tile == OFFICE.tiles()[0]
    assert wish_of(state, OFFICE.tiles()[0]) == NumberWish("j1", ("A",), None, "1.001193", None)


def test_a_line_that_is_gone_is_one_sentence() -> None:
    state = with_offer(begun_with_procedure("j1", "1.001193"), OFFER, "Z")
    assert derive_take_number_props(state, EN).problem == "This line is not served any more."
    assert not may_confirm(state)


def test_further_lines_keep_the_order_of_the_touches_and_can_be_taken_away() -> None:
    state = with_matter(with_matter(MATTERS, "E"), "B")
    assert state.further == ("E", "B")
    assert wish_of(state, OFFICE.tiles()[0]).letters == ("A", "E", "B")
    assert [each.place for each in derive_take_number_props(state, VI).matters.choices] == ["3", "", "", "2", ""]
    assert with_matter(state, "E").further == ("B",)


def test_a_number_holds_no_more_lines_than_the_office_allows() -> None:
    state = with_matter(with_matter(with_matter(MATTERS, "E"), "B"), "C")
    assert state.further == ("E", "B")
    assert [each.letter for each in derive_take_number_props(state, VI).matters.choices if each.enabled] == ["B", "E"]


@pytest.mark.parametrize("letter", ["A", "Z", ""])
def test_the_first_line_and_unknown_ones_do_not_follow(letter: str) -> None:
    assert with_matter(MATTERS, letter).further == ()


def test_a_line_that_gives_no_numbers_does_not_follow() -> None:
    office = SampleOffice(full="B", over="C")
    state = with_offer(BEGUN, replace(OFFER, tiles=office.tiles()), "A")
    assert [tile.letter for tile in further_lines(state)] == ["D", "E", "F"]


def test_an_office_of_one_matter_a_number_offers_no_further_ones() -> None:
    state = with_offer(BEGUN, replace(OFFER, home=replace(OFFER.home, most_matters=1)), "A")
    assert not derive_take_number_props(state, VI).matters.offered
    assert listing_matters(state) == state


def test_where_a_card_is_wanted_the_number_waits_for_it() -> None:
    assert wants_card(ASKS_CARD)
    waiting = confirmed(ASKS_CARD)
    assert (waiting.stage, waiting.issuing) == ("card", False)
    assert wants_card(waiting)
    held = with_card(waiting, "ab")
    assert not wants_card(held)
    assert wish_of(held, OFFICE.tiles()[0]).holder == "ab"


def test_a_card_is_not_wanted_where_none_is_asked_for_or_the_number_is_there() -> None:
    assert not wants_card(CONFIRM)
    assert not wants_card(TakeNumberState())
    assert not wants_card(issued(ASKS_CARD, TICKET))
    assert not wants_card(issuing(ASKS_CARD))


def test_a_card_that_cannot_be_read_may_be_tried_again_and_nothing_speaks_of_typing_it() -> None:
    unread = without_card(confirmed(ASKS_CARD), Refusal("identity_card_broken", "Xin nhập tay.", "Type it."))
    assert wants_card(unread)
    assert (
        derive_take_number_props(unread, EN).problem == "The code on the card could not be read. Please scan it again."
    )


def test_an_office_that_has_just_decided_for_cards_asks_for_one() -> None:
    state = not_issued(issuing(CONFIRM), Refusal("card_wanted", "Quét thẻ.", "Scan."))
    assert (state.stage, state.refused) == ("card", False)
    assert wants_card(state)


def test_an_appointment_is_asked_for_when_its_six_digits_are_there() -> None:
    state = begun_with_appointment("j1")
    for digit in "26001":
        state = with_digit(state, digit)
    assert not may_check_in(state)
    state = with_digit(state, "7")
    assert may_check_in(state)
    assert with_digit(state, "8") == state
    assert with_digit(begun_with_appointment("j1"), "x").digits == ""


def test_a_refused_code_is_not_asked_for_twice_but_may_be_typed_anew() -> None:
    refused = not_issued(issuing(ARRIVING), Refusal("no_such_appointment", "Không.", "None."))
    assert not may_check_in(refused)
    props = derive_take_number_props(refused, EN)
    assert (props.problem, props.appointment.can_take_ordinary) == ("None.", True)
    again = with_digits(refused, "26001")
    assert again.problem is None
    assert may_check_in(with_digit(again, "8"))


def test_a_failed_disk_lets_the_code_be_tried_again() -> None:
    assert may_check_in(not_issued(issuing(ARRIVING), EnvironmentFailure("disk", "Đầy.", "Full.")))


def test_a_missed_appointment_knows_its_line() -> None:
    late = MissedAppointment(Refusal("appointment_late", "Đã qua.", "Passed."), "B")
    assert not_issued(issuing(ARRIVING), late).missed == "B"
    assert with_digits(not_issued(issuing(ARRIVING), late), "").missed == ""


def test_a_used_appointment_says_whom_to_ask() -> None:
    used = not_issued(issuing(ARRIVING), Refusal("appointment_used", "Đã dùng.", "Used."))
    assert "officer" in derive_take_number_props(used, EN).appointment.next_step
    assert not derive_take_number_props(used, EN).appointment.can_take_ordinary


def test_a_slip_that_did_not_come_out_is_tried_once_more() -> None:
    state = replace(issued(CONFIRM, TICKET), slip="not_printed")
    assert may_print_again(state)
    second = replace(printing_again(state), slip="not_printed")
    assert not may_print_again(second)
    assert not may_print_again(replace(state, slip="printed"))


def test_the_ticket_tells_the_lines_that_follow_and_the_priority() -> None:
    ticket = replace(TICKET, then_vi=("Đất đai", "Trả kết quả"), then_en=("Land", "Collect a result"))
    props = derive_take_number_props(issued(with_group(CONFIRM, "elderly"), ticket), EN)
    assert props.ticket.then == "2. Land\n3. Collect a result"
    assert props.ticket.priority == "Older person (60 or more)"
