"""The state machine of taking a number, and what it shows."""

from __future__ import annotations

from dataclasses import replace

import pytest

from kiosk.journeys.take_number.props import derive_take_number_props, derive_ticket_props
from kiosk.journeys.take_number.state import (
    TakeNumberState,
    begun,
    issued,
    issuing,
    may_confirm,
    not_issued,
    one_back,
    reading_documents,
    with_group,
    with_procedure,
)
from kiosk.language import words_of
from kiosk.qr_source import text_of_address
from kiosk.sample_office import FOLLOW, SampleOffice
from shared.failures import EnvironmentFailure, Refusal

VI, EN = words_of("vi"), words_of("en")
OFFICE = SampleOffice()
CONFIRM = replace(begun("j1", OFFICE.tiles()[0], OFFICE.groups()), procedures=OFFICE.procedures("A"))
READING = reading_documents(CONFIRM, "1.001193")
TICKET = OFFICE.take_number("j1", "A", None, None)


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
        (issued(CONFIRM, TICKET), "resting"),
        (issuing(CONFIRM), "confirm"),
    ],
)
def test_back_leads_one_screen_back(before: TakeNumberState, stage: str) -> None:
    assert one_back(before).stage == stage


def test_confirming_from_the_documents_takes_that_procedure() -> None:
    assert issuing(READING).procedure is READING.reading


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
    address = derive_ticket_props(TICKET, "printed", VI).qr
    assert text_of_address(address.removeprefix("image://qr/")) == FOLLOW


def test_a_ticket_without_address_has_no_code() -> None:
    assert derive_ticket_props(replace(TICKET, follow_url=""), "printed", VI).qr == ""


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
