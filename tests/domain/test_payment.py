"""Payments: what may be taken, receipts that are never invented, money that goes back."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from shared.domain import payment
from shared.domain.cash_up import cash_up
from shared.domain.fact import Fact
from shared.domain.payment import (
    Collect,
    FeePart,
    Payment,
    Receipt,
    RecordReceipt,
    Withdraw,
    carried_fact,
    read_receipt,
)
from shared.failures import Refusal
from tests.domain.stories import Story

COLLECT = Collect(
    id="payment-1",
    dossier="dossier-1",
    dossier_code="H99.99.01-261123-1002",
    procedure="2.000815",
    procedure_name="Chứng thực bản sao",
    amount_vnd=28_000,
    due_vnd=28_000,
    paid_vnd=0,
    parts=(FeePart("Phí chứng thực bản sao", 28_000),),
    way="cash",
    counter="quay-1",
)
RECEIPT = Receipt("01AB-26E", "0000012")


@pytest.fixture
def way() -> Story:
    return Story(payment.decide, payment.evolve)


def refused(way: Story, command: payment.Command) -> str:
    with pytest.raises(Refusal) as refusal:
        way.do(command)
    return refusal.value.code


def test_a_payment_without_a_receipt_says_so_until_its_number_is_recorded(way: Story) -> None:
    way.do(COLLECT)
    assert way.state.lacks_receipt
    way.do(RecordReceipt(RECEIPT))
    assert (way.state.receipt, way.state.lacks_receipt) == (RECEIPT, False)


def test_the_dossier_is_told_of_every_payment_and_of_what_went_back(way: Story) -> None:
    _, told = payment.decide(None, COLLECT)
    assert (told.subject, told.kind) == ("dossier-1", "dossier.fee_taken")
    way.do(COLLECT)
    _, back = payment.decide(way.state, Withdraw("Thu nhầm"))
    assert (back.kind, back.data["amount_vnd"]) == ("dossier.fee_given_back", 28_000)


@pytest.mark.parametrize("amount", [0, -1000])
def test_nothing_and_less_than_nothing_are_not_taken(way: Story, amount: int) -> None:
    parts = (FeePart("Phí", amount),)
    assert refused(way, replace(COLLECT, amount_vnd=amount, parts=parts)) == "no_amount"


def test_the_parts_add_up(way: Story) -> None:
    assert refused(way, replace(COLLECT, amount_vnd=20_000)) == "parts_differ"
    assert refused(way, replace(COLLECT, parts=())) == "parts_differ"


def test_more_than_what_remains_needs_a_reason_which_is_personal(way: Story) -> None:
    again = replace(COLLECT, id="payment-2", paid_vnd=20_000)
    with pytest.raises(Refusal, match="Only") as refusal:
        way.do(again)
    assert "8.000 đ" in refusal.value.sentence.vi
    collected, _ = payment.decide(None, replace(again, over_reason="Ông A nộp hộ cả năm"))
    assert collected.personal == {"over_reason": "Ông A nộp hộ cả năm"}
    assert "Ông A" not in str(collected.data)


def test_a_waiver_is_recorded_with_its_rule_and_has_no_receipt(way: Story) -> None:
    part = FeePart("Lệ phí (miễn)", 0, "Thông tư 117/2026/TT-BTC")
    way.do(replace(COLLECT, amount_vnd=0, due_vnd=0, parts=(part,), way="waived"))
    assert not way.state.lacks_receipt
    assert refused(way, RecordReceipt(RECEIPT)) == "nothing_collected"


def test_money_goes_back_only_with_a_reason_and_only_once(way: Story) -> None:
    way.do(COLLECT)
    assert refused(way, Withdraw("  ")) == "no_reason"
    way.do(Withdraw("Công dân đổi ý"))
    assert (way.state.state, way.state.reason, way.state.withdrawn_by) == ("withdrawn", "hash", "staff-1")
    assert refused(way, Withdraw("Lần nữa")) == "payment_withdrawn"
    assert refused(way, RecordReceipt(RECEIPT)) == "payment_withdrawn"


def test_a_mistyped_receipt_is_corrected(way: Story) -> None:
    way.do(COLLECT)
    way.do(RecordReceipt(RECEIPT))
    assert refused(way, RecordReceipt(RECEIPT)) == "receipt_known"
    way.do(RecordReceipt(Receipt("01AB-26E", "0000021")))
    assert way.state.receipt.number == "0000021"
    assert way.state.conflicts == ()


def test_two_machines_that_record_different_receipts_leave_a_conflict(way: Story) -> None:
    way.do(COLLECT)
    way.do(RecordReceipt(RECEIPT))
    other = {"receipt": ["01AB-26E", "0000099"], "replaces": None}
    way.happens(Fact("payment-1", "payment.receipt_recorded", other))
    assert way.state.receipt == RECEIPT
    assert [each.code for each in way.state.conflicts] == ["receipts_differ"]


def test_money_given_back_twice_is_a_conflict(way: Story) -> None:
    way.do(COLLECT)
    way.do(Withdraw("Thu nhầm"))
    way.happens(Fact("payment-1", "payment.withdrawn", {}, {"reason": "x"}))
    assert [each.code for each in way.state.conflicts] == ["given_back_twice"]


@pytest.mark.parametrize(
    "data",
    [
        {"receipt": ["a"]},
        {"receipt": "ab"},
        {"receipt": [1, 2]},
        {"receipt": ["A", "x"]},
        {},
    ],
)
def test_an_unreadable_receipt_changes_nothing(way: Story, data: dict[str, object]) -> None:
    way.do(COLLECT)
    way.happens(Fact("payment-1", "payment.receipt_recorded", data))
    assert way.state.receipt is None
    assert [each.code for each in way.state.conflicts] == ["unreadable"]


@pytest.mark.parametrize(
    ("series", "number", "wanted"),
    [
        ("", "", None),
        (" 01ab-26e ", "0000012", RECEIPT),
        ("01AB-26E", "12", Receipt("01AB-26E", "12")),
    ],
)
def test_a_typed_receipt_is_read(series: str, number: str, wanted: Receipt | None) -> None:
    assert read_receipt(series, number) == wanted


def test_leading_noughts_do_not_make_another_receipt() -> None:
    assert RECEIPT.key == Receipt("01AB-26E", "12").key


@pytest.mark.parametrize(
    ("series", "number"), [("", "12"), ("01AB", ""), ("01AB", "12345678"), ("01AB", "0"), ("ký", "1")]
)
def test_a_number_that_no_receipt_has_is_refused(series: str, number: str) -> None:
    with pytest.raises(Refusal, match="7"):
        read_receipt(series, number)


def paid(**changes: object) -> Payment:
    begun = Story(payment.decide, payment.evolve)
    begun.do(replace(COLLECT, **changes))  # type: ignore[arg-type]
    state: Payment = begun.state
    return state


def test_a_day_is_added_up_by_way_procedure_and_receipt_book() -> None:
    cash = paid(receipt=RECEIPT)
    part = (FeePart("Phí", 8000),)
    transfer = paid(id="payment-2", amount_vnd=8000, due_vnd=8000, parts=part, way="transfer")
    shown = cash_up(date(2026, 11, 23), (cash, transfer), (cash,))
    assert shown.total_vnd == 8000
    assert shown.cash_vnd == 0
    assert [(each.key, each.count, each.amount_vnd) for each in shown.by_way] == [("cash", 1, 0), ("transfer", 1, 8000)]
    assert [(each.key, each.amount_vnd) for each in shown.by_book] == [("", 8000), ("01AB-26E", 0)]
    assert shown.by_procedure[0].amount_vnd == 8000
    assert shown.lacking == (transfer,)


def test_a_waiver_is_counted_and_is_no_money() -> None:
    waived = paid(amount_vnd=0, due_vnd=0, parts=(FeePart("Lệ phí", 0),), way="waived")
    shown = cash_up(date(2026, 11, 23), (waived,), ())
    assert (shown.entries, shown.waived, shown.lacking) == ((), 1, ())


BY_POST = replace(COLLECT, way="post", counter="buu-dien-mau")


def test_what_the_post_collected_is_with_the_post_until_a_handover_brings_it(way: Story) -> None:
    way.do(BY_POST)
    assert way.state.is_with_post
    way.happens(carried_fact("payment-1", "handover-1"))
    way.happens(carried_fact("payment-1", "handover-1"))
    assert (way.state.carried_in, way.state.is_with_post, way.state.conflicts) == ("handover-1", False, ())


def test_the_office_gives_nothing_back_that_the_post_still_has(way: Story) -> None:
    way.do(BY_POST)
    assert refused(way, Withdraw("Thu nhầm", "one_stop")) == "money_with_post"
    assert payment.decide(way.state, Withdraw("Thu nhầm", "buu-dien-mau"))
    way.happens(carried_fact("payment-1", "handover-1"))
    assert payment.decide(way.state, Withdraw("Thu nhầm", "one_stop"))


def test_one_fee_that_two_handovers_brought_is_a_conflict(way: Story) -> None:
    way.do(BY_POST)
    way.happens(carried_fact("payment-1", "handover-1"))
    way.happens(carried_fact("payment-1", "handover-2"))
    assert way.state.carried_in == "handover-1"
    assert [each.code for each in way.state.conflicts] == ["carried_twice"]


def test_money_that_was_brought_with_its_note_is_recorded_as_it_is_even_above_what_is_due(way: Story) -> None:
    assert refused(way, replace(BY_POST, paid_vnd=20_000)) == "above_due"
    way.do(replace(BY_POST, paid_vnd=20_000, consignment="note-1", carried_in="handover-1"))
    assert (way.state.consignment, way.state.carried_in, way.state.is_with_post) == ("note-1", "handover-1", False)


def test_money_of_the_post_is_in_the_books_and_only_by_record_in_the_drawer() -> None:
    monday = date(2026, 11, 23)
    shown = cash_up(monday, (paid(way="post", counter="buu-dien-mau"), paid()), (), brought_vnd=27_000)
    assert (shown.total_vnd, shown.cash_vnd, shown.drawer_vnd) == (56_000, 28_000, 55_000)
    brought = paid(way="post", carried_in="handover-1")
    back = cash_up(monday, (), (brought,))
    assert (back.cash_vnd, back.by_way[0].key) == (-28_000, "cash")
    still_there = cash_up(monday, (), (paid(way="post"),))
    assert (still_there.cash_vnd, still_there.by_way[0].key) == (0, "post")
