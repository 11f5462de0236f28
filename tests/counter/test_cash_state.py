"""What a payment comes to, as a pure function of what was typed."""

from __future__ import annotations

from dataclasses import replace

import pytest

from counter.cash.derive import derive_due
from counter.cash.state import FeeTyped, qr_text_of, to_fee_form, work_out
from counter.ports import FeeCard
from counter.sample.content import MORNING
from counter.sample_office import SampleOffice
from resources.sample_ward.load import sample_office_document
from shared.clock import SetClock
from shared.domain.dossier_fees import FeeAccount
from shared.domain.fee import fees_of
from shared.domain.office import office_from_document, procedure_on
from shared.domain.vietqr import read_vietqr

WARD = office_from_document(sample_office_document())
CERTIFIED, EXTRACT = "H99.99.01-261123-1002", "H99.99.01-261120-1004"


@pytest.fixture
def office() -> SampleOffice:
    return SampleOffice(SetClock(MORNING))


def of_procedure(office: SampleOffice, code: str, agreed: int | None = None) -> FeeCard:
    procedure = procedure_on(WARD, code, MORNING.date())
    assert procedure is not None
    choice = fees_of(procedure, WARD.fee_rules, MORNING.date())
    return replace(office.fee_card(EXTRACT), choice=choice, account=FeeAccount(agreed, 0))


def test_pages_and_copies_give_the_amount(office: SampleOffice) -> None:
    card = office.fee_card(CERTIFIED)
    typed = FeeTyped(units=12, pieces=2, counted=True, given="50.000")
    money = work_out(card, typed)
    assert (money.due_vnd, money.amount_vnd, money.change_vnd) == (28_000, 28_000, 22_000)
    form = to_fee_form(card, typed)
    assert form is not None
    assert form.parts[0].name == "Phí chứng thực bản sao từ bản chính: 2 bản, mỗi bản 12 trang"


def test_what_was_agreed_at_reception_stands_until_somebody_counts_anew(office: SampleOffice) -> None:
    card = replace(office.fee_card(CERTIFIED), account=FeeAccount(17_000, 0))
    assert work_out(card, FeeTyped()).due_vnd == 17_000
    assert work_out(card, FeeTyped(units=2, counted=True)).due_vnd == 4000


def test_a_rule_that_halves_the_catalogue_amount_applies_without_being_asked(office: SampleOffice) -> None:
    card = of_procedure(office, "1.014064", 70_000)
    assert work_out(card, FeeTyped()).due_vnd == 35_000
    lines = derive_due(card, FeeTyped(), "vi").lines
    assert lines == (("Mức thu", "70.000 đ"), ("Được giảm", "−35.000 đ"), ("Phải thu", "35.000 đ"))


def test_a_waived_fee_is_recorded_as_such(office: SampleOffice) -> None:
    card = of_procedure(office, "1.004222", 20_000)
    typed = FeeTyped(ticked=frozenset({"dinh-danh-muc-2"}), counted=True)
    form = to_fee_form(card, typed)
    assert form is not None
    assert (form.way, form.amount_vnd, form.due_vnd) == ("waived", 0, 0)
    assert "Thông tư 117/2026" in form.parts[0].basis
    assert derive_due(card, typed, "vi").deed == "Ghi miễn phí"


def test_what_is_free_leaves_nothing_to_take(office: SampleOffice) -> None:
    card = of_procedure(office, "1.001193", 0)
    assert to_fee_form(card, FeeTyped()) is None
    props = derive_due(card, FeeTyped(), "vi")
    assert (props.deed, props.may_take) == ("Không có gì phải thu", False)


def test_where_nobody_knows_the_fee_the_typed_amount_is_what_is_due(office: SampleOffice) -> None:
    card = of_procedure(office, "1.004873")
    assert to_fee_form(card, FeeTyped()) is None
    form = to_fee_form(card, FeeTyped(amount="15.000"))
    assert form is not None
    assert (form.amount_vnd, form.due_vnd) == (15_000, 15_000)


def test_more_than_what_remains_asks_why(office: SampleOffice) -> None:
    card = office.fee_card(EXTRACT)
    assert derive_due(card, FeeTyped(amount="9000"), "vi").asks_why
    assert not derive_due(card, FeeTyped(amount="8000"), "vi").asks_why


@pytest.mark.parametrize(
    ("given", "short", "change"), [("5000", "Còn thiếu 3.000 đ", ""), ("8000", "", "0 đ"), ("", "", "")]
)
def test_the_change_is_worked_out_while_typing(office: SampleOffice, given: str, short: str, change: str) -> None:
    props = derive_due(office.fee_card(EXTRACT), FeeTyped(given=given), "vi")
    assert (props.short, props.change) == (short, change)


def test_an_unreadable_amount_is_not_taken(office: SampleOffice) -> None:
    card = office.fee_card(EXTRACT)
    for typed in (FeeTyped(amount="tám nghìn"), FeeTyped(given="x")):
        assert work_out(card, typed).wrong
        assert to_fee_form(card, typed) is None


def test_the_code_asks_for_what_is_typed_under_the_dossiers_code(office: SampleOffice) -> None:
    transfer = read_vietqr(qr_text_of(office.fee_card(EXTRACT), FeeTyped(amount="5.000")))
    assert (transfer.amount_vnd, transfer.purpose) == (5000, EXTRACT)
    assert qr_text_of(replace(office.fee_card(EXTRACT), bank=None), FeeTyped()) == ""
