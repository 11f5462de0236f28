"""What a procedure costs on a day."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from resources.sample_ward.load import sample_office_document
from shared.domain.fee import FeeChoice, FeeScale, FeeStep, fee_due, fees_of
from shared.domain.office import Office, office_from_document, office_to_document
from shared.failures import Refusal

WARD = office_from_document(sample_office_document())
MONDAY = date(2026, 11, 23)
PAGES = FeeScale("trang", "pages", "bản", "copies", (FeeStep(1, 2000), FeeStep(3, 1000)), 200_000)


def choice(code: str, day: date = MONDAY) -> FeeChoice:
    procedure = next(each for each in WARD.procedures if each.code == code)
    return fees_of(procedure, WARD.fee_rules, day)


@pytest.mark.parametrize(
    ("pages", "fee"), [(1, 2000), (2, 4000), (3, 5000), (12, 14_000), (198, 200_000), (199, 200_000), (1000, 200_000)]
)
def test_a_certified_copy_costs_by_its_pages_and_never_more_than_the_bound(pages: int, fee: int) -> None:
    assert PAGES.of_piece(pages) == fee


@given(st.integers(1, 2000))
def test_a_further_page_never_makes_a_copy_cheaper(pages: int) -> None:
    assert PAGES.of_piece(pages) <= PAGES.of_piece(pages + 1) <= 200_000


def test_two_copies_of_twelve_pages_cost_twice_one() -> None:
    due = fee_due(choice("2.000815"), units=12, pieces=2)
    assert due is not None
    assert (due.full_vnd, due.due_vnd, due.applied) == (28_000, 28_000, None)
    assert choice("2.000815").basis == "Thông tư 226/2016/TT-BTC, Điều 4"


def test_a_fixed_fee_is_taken_for_each_piece() -> None:
    due = fee_due(choice("2.000635"), pieces=3)
    assert due is not None
    assert due.due_vnd == 24_000
    assert choice("2.000635").unit == "bản"


def test_where_the_province_sets_the_amount_nobody_invents_one() -> None:
    assert not choice("1.004873").is_known
    assert fee_due(choice("1.004873")) is None


@pytest.mark.parametrize(
    ("day", "asked"),
    [
        (date(2026, 8, 14), False),
        (date(2026, 8, 15), True),
        (date(2027, 2, 28), True),
        (date(2027, 3, 1), False),
    ],
)
def test_the_waiver_of_2026_is_a_question_only_while_it_is_in_force(day: date, *, asked: bool) -> None:
    assert ("dinh-danh-muc-2" in [rule.id for rule in choice("1.004222", day).questions]) is asked


def test_a_condition_counts_only_when_the_officer_ticks_it() -> None:
    residence = choice("1.004222")
    untouched, ticked = fee_due(residence), fee_due(residence, frozenset({"dinh-danh-muc-2"}))
    assert untouched is not None
    assert ticked is not None
    assert (untouched.due_vnd, ticked.due_vnd) == (20_000, 0)
    assert ticked.applied is not None
    assert ticked.applied.basis.startswith("Thông tư 117/2026/TT-BTC")


def test_of_two_rights_the_better_one_counts_and_they_do_not_add_up() -> None:
    both = frozenset({"dinh-danh-muc-2", "thuong-tru-truc-tuyen"})
    online, either = (
        fee_due(choice("1.004222"), frozenset({"thuong-tru-truc-tuyen"})),
        fee_due(choice("1.004222"), both),
    )
    assert online is not None
    assert either is not None
    assert (online.due_vnd, either.due_vnd) == (10_000, 0)


def test_half_a_fee_is_for_everybody_until_its_last_day() -> None:
    for day, fee in ((date(2026, 12, 31), 35_000), (date(2027, 1, 1), 70_000)):
        due = fee_due(choice("1.014064", day))
        assert due is not None
        assert due.due_vnd == fee


def test_the_later_of_two_rules_that_set_a_fee_wins() -> None:
    procedure = next(each for each in WARD.procedures if each.code == "2.000635")
    first = replace(WARD.fee_rules[0], id="a", procedures=("2.000635",), scale=None, amount_vnd=9000)
    second = replace(first, id="b", amount_vnd=10_000, valid_from=date(2026, 11, 1))
    assert fees_of(procedure, (second, first), MONDAY).amount_vnd == 10_000
    assert fees_of(procedure, (second, first), date(2026, 10, 31)).amount_vnd == 9000


def test_rules_and_account_come_back_from_the_document_equal() -> None:
    assert office_from_document(office_to_document(WARD)) == WARD


def test_an_office_may_have_neither_rules_nor_an_account() -> None:
    document = {key: value for key, value in sample_office_document().items() if key not in ("fee_rules", "bank")}
    office: Office = office_from_document(document)
    assert (office.fee_rules, office.bank) == ((), None)


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"percent_off": 101}, "fee_rules[1].percent_off"),
        ({"percent_off": 0}, "fee_rules[1].percent_off"),
        ({"amount_vnd": 5}, "fee_rules[1]"),
        ({"percent_off": None}, "fee_rules[1]"),
        ({"percent_off": None, "amount_vnd": -1}, "fee_rules[1].amount_vnd"),
        ({"basis": " "}, "fee_rules[1].basis"),
        ({"procedures": []}, "fee_rules[1].procedures"),
        ({"id": "chung-thuc-ban-sao"}, "fee_rules[0].id"),
        ({"valid_to": "2025-01-01"}, "fee_rules[1].valid_to"),
    ],
)
def test_a_rule_that_cannot_be_is_refused_with_its_place(change: dict[str, Any], field: str) -> None:
    document = sample_office_document()
    document["fee_rules"][1] = {**document["fee_rules"][1], **change}
    with pytest.raises(Refusal) as refused:
        office_from_document(document)
    assert f"{field}:" in refused.value.sentence.en


@pytest.mark.parametrize("steps", [[], [{"from_unit": 2, "amount_vnd": 1}], [{"from_unit": 1, "amount_vnd": -1}]])
def test_a_scale_begins_with_one_and_is_never_negative(steps: list[dict[str, int]]) -> None:
    document = sample_office_document()
    document["fee_rules"][0]["scale"]["steps"] = steps
    with pytest.raises(Refusal, match=r"fee_rules\[0\].scale"):
        office_from_document(document)


@pytest.mark.parametrize("change", [{"bin": "12"}, {"account": "có dấu"}, {"holder": " "}])
def test_an_account_that_no_code_can_hold_is_refused(change: dict[str, str]) -> None:
    document = sample_office_document()
    document["bank"] = {**document["bank"], **change}
    with pytest.raises(Refusal, match="bank"):
        office_from_document(document)
