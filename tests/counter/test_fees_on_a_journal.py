"""Fees and results against real journals: one counter, and two that were apart."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot
from sqlalchemy import select

from counter.cash.state import FeeTyped, to_fee_form
from counter.ports import AuthorisedCollector, Count, FeeForm, ReturnProof, SlipForm
from counter.wiring.office import JournalCounterOffice
from shared.domain.payment import FeePart
from shared.failures import Refusal
from shared.journal import tables
from shared.journal.dossier_queries import personal_records
from shared.journal.read_model import DOSSIERS
from shared.journal.reference import store_reference
from tests.counter.counters import CERTIFIED_COPY, STAFF, WARD, counter_at, everything_to
from tests.documents.reading import codes_of, text_of
from tests.staffed import staffed_document

MONDAY = date(2026, 11, 23)
COLLECTOR = AuthorisedCollector("Lý Thử Mỵ", "000190000031", "Giấy ủy quyền 12/2026")
FORM = replace(CERTIFIED_COPY, collectors=(COLLECTOR,))

OpenCounter = Callable[[int], JournalCounterOffice]


@pytest.fixture
def open_counter(qtbot: QtBot, tmp_path: Path) -> Iterator[OpenCounter]:
    with ExitStack() as at_the_end:
        yield lambda index: at_the_end.enter_context(counter_at(tmp_path, index, sign_in="thu"))


@pytest.fixture
def counter(open_counter: OpenCounter) -> JournalCounterOffice:
    return open_counter(1)


def certify(counter: JournalCounterOffice, code: str, **typed: object) -> FeeForm:
    form = to_fee_form(counter.fee_card(code), FeeTyped(units=12, pieces=2, counted=True, **typed))  # type: ignore[arg-type]
    assert form is not None
    return form


def bring_result(counter: JournalCounterOffice, dossier: str) -> None:
    there = counter.offer("van-phong", (dossier,))
    counter.accept(there.id, Count(), STAFF["tuphap"])
    counter.officer = STAFF["tuphap"]
    counter.mark_result_ready(dossier, "granted")
    back = counter.offer("one_stop", (dossier,))
    counter.officer = STAFF["thu"]
    counter.accept(back.id, Count(), None)


def test_a_fee_is_worked_out_taken_recorded_and_cashed_up(counter: JournalCounterOffice) -> None:
    code = counter.receive(FORM).code
    card = counter.fee_card(code)
    assert card.choice is not None
    assert card.choice.scale is not None
    taken = counter.collect(certify(counter, code))
    assert (taken.amount_vnd, taken.officer_name, taken.lacks_receipt) == (28_000, STAFF["thu"].name, True)
    assert counter.day_takings(None, everybody=False).cash_up.cash_vnd == 28_000
    counter.record_receipt(taken.id, "01AB-26E", "0000012")
    assert [each.receipt for each in counter.payments_of(card.row.id)] == ["01AB-26E số 0000012"]
    text = text_of(counter.cash_up_sheet(MONDAY, 28_000, everybody=True))
    assert "Kèm theo biên lai ký hiệu 01AB-26E số 0000012" in text
    assert "khớp với bảng kê" in text
    assert counter.fee_card(code).account.open_vnd == 0


def test_each_officer_has_a_cash_up_of_their_own(counter: JournalCounterOffice) -> None:
    counter.collect(certify(counter, counter.receive(FORM).code))
    counter.officer = STAFF["phutrach"]
    assert counter.day_takings(None, everybody=False).cash_up.total_vnd == 0
    assert counter.day_takings(None, everybody=True).cash_up.total_vnd == 28_000


def test_a_department_takes_no_money(counter: JournalCounterOffice) -> None:
    form = certify(counter, counter.receive(FORM).code)
    counter.officer = STAFF["tuphap"]
    with pytest.raises(Refusal) as refused:
        counter.collect(form)
    assert refused.value.code == "not_allowed"


def test_the_slip_carries_the_code_of_this_amount(counter: JournalCounterOffice) -> None:
    received = counter.receive(FORM)
    form = certify(counter, received.code)
    slip = counter.payment_slip(SlipForm(received.id, (FeePart("Phí", 28_000),), form.amount_vnd, "QR"))
    assert codes_of(slip, 203) == ["QR"]
    assert "Ngân hàng Mẫu" in text_of(slip)


def test_a_receipt_needs_a_number(counter: JournalCounterOffice) -> None:
    taken = counter.collect(certify(counter, counter.receive(FORM).code))
    with pytest.raises(Refusal) as refused:
        counter.record_receipt(taken.id, "", " ")
    assert refused.value.code == "no_receipt"


def test_two_counters_that_collected_apart_see_the_conflict_and_the_receipt_used_twice(
    open_counter: OpenCounter,
) -> None:
    here, there = open_counter(1), open_counter(2)
    code = here.receive(FORM).code
    everything_to(here, there)
    here.collect(certify(here, code, series="01AB-26E", number="12"))
    there.collect(certify(there, code, series="01AB-26E", number="0000012"))
    everything_to(there, here)
    card = here.fee_card(code)
    assert card.account.over_vnd == 28_000
    assert "hai nơi cùng thu phí" in card.warnings[0].vi
    (twice,) = here.day_takings(None, everybody=True).twice
    assert twice.startswith("01AB-26E số ")
    assert twice.endswith(f"12: {code}, {code}")


def test_the_result_goes_to_whom_the_applicant_authorised_and_the_register_knows(
    counter: JournalCounterOffice,
) -> None:
    received = counter.receive(FORM)
    bring_result(counter, received.id)
    card = counter.result_card(received.code)
    assert card.collectors == (COLLECTOR,)
    counter.return_result(received.id, "authorised", ReturnProof(authorised=COLLECTOR, originals_back=True))
    with counter.journal.reading() as reader:
        dossier = reader.state(DOSSIERS, received.id)
        assert dossier is not None
        kept = personal_records(reader, [dossier.returned_to or ""])
        bodies = reader.connection.execute(select(tables.event.c.body)).scalars().all()
    assert dossier.collector == "authorised"
    assert [each["name"] for each in kept.values()] == ["Lý Thử Mỵ"]
    assert not any("Lý Thử" in bytes(body).decode() for body in bodies)


def test_an_authorised_person_without_a_paper_gets_nothing(counter: JournalCounterOffice) -> None:
    received = counter.receive(FORM)
    bring_result(counter, received.id)
    person = AuthorisedCollector("Lý Thử Mỵ", "000190000031", " ")
    with pytest.raises(Refusal, match="authorisation"):
        counter.return_result(received.id, "authorised", ReturnProof(authorised=person))
    assert counter.result_card(received.code).may_return


def test_an_open_fee_shows_on_the_result_and_can_still_be_paid_after_the_return(
    counter: JournalCounterOffice,
) -> None:
    received = counter.receive(FORM)
    counter.collect(certify(counter, received.code))
    payment = counter.payments_of(received.id)[0]
    bring_result(counter, received.id)
    counter.return_result(received.id, "applicant")
    counter.give_back(payment.id, "Thu nhầm")
    counter.collect(certify(counter, received.code))
    with counter.journal.reading() as reader:
        dossier = reader.state(DOSSIERS, received.id)
    assert dossier is not None
    assert (dossier.stage, dossier.fee_account.paid_vnd, dossier.conflicts) == ("returned", 28_000, ())


def test_where_the_field_wants_it_the_fee_is_paid_before_the_result(counter: JournalCounterOffice) -> None:
    received = counter.receive(replace(FORM, fee_vnd=28_000))
    bring_result(counter, received.id)
    document = {**staffed_document(), "paid_first": ["Chứng thực"], "version": WARD.version + 1}
    with counter.journal.writing() as writer:
        store_reference(writer.connection, WARD.id, WARD.version + 1, document)
    assert not counter.result_card(received.code).may_return
    with pytest.raises(Refusal) as refused:
        counter.return_result(received.id, "applicant")
    assert refused.value.code == "fee_open"
    counter.collect(certify(counter, received.code))
    assert counter.return_result(received.id, "applicant").code == received.code
