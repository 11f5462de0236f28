"""The ways between reception, the cash room and the page of a dossier, by keys: nothing typed is lost on them."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QLabel, QSpinBox, QWidget

from resources.sample_ward.load import sample_citizens
from tests.counter.conftest import Counter

CITIZEN, KNOWN = sample_citizens()[20], sample_citizens()[5]
"""Somebody new, and somebody who has an open dossier of 1.004873 in the sample."""
ALT = Qt.KeyboardModifier.AltModifier


@pytest.fixture
def desk(counter: Counter) -> Counter:
    counter.open()
    return counter


def choose(desk: Counter, query: str) -> None:
    desk.type(query, "procedure_search")
    desk.key(Qt.Key.Key_Return)


def receive(desk: Counter, procedure: str) -> str:
    """Receives a dossier of `procedure` with its first paper by keys; answers its code."""
    choose(desk, procedure)
    desk.scan(CITIZEN.qr_11)
    rows = desk.window.presenters.reception.rows()
    at = next(at for at, row in enumerate(rows) if row.kind == "demanded")
    desk.window.presenters.reception.set_count(at, 1, 0)
    desk.settle()
    desk.control(Qt.Key.Key_Return)
    return desk.text("received_code")


def shown(desk: Counter, name: str) -> bool:
    return any(each.isVisible() for each in desk.window.findChildren(QWidget, name))


def test_a_fee_is_collected_right_after_receiving_and_the_next_form_is_one_key_away(desk: Counter) -> None:
    code = receive(desk, "2.000635")
    assert desk.text("pay_fee") == "Thu phí 8.000 đ"
    desk.key(Qt.Key.Key_M, ALT)
    assert desk.text("fee_code") == code
    desk.control(Qt.Key.Key_Return)
    assert desk.text("taken_title") == "Đã thu 8.000 đ"
    desk.key(Qt.Key.Key_V, ALT)
    assert desk.find(QWidget, "procedure_search").hasFocus()
    assert desk.window.presenters.reception.state.typed.blank
    assert desk.window.presenters.cash.state.card is None


def test_the_summary_says_once_it_is_seen_again_that_the_fee_was_paid(desk: Counter) -> None:
    receive(desk, "2.000635")
    desk.key(Qt.Key.Key_M, ALT)
    desk.control(Qt.Key.Key_Return)
    desk.control(Qt.Key.Key_1)
    assert desk.text("received_paid") == "Đã thu 8.000 đ"
    assert not shown(desk, "pay_fee")
    desk.control(Qt.Key.Key_N)
    assert desk.find(QWidget, "procedure_search").hasFocus()


def test_a_fee_given_back_is_open_again_on_the_summary(desk: Counter) -> None:
    receive(desk, "2.000635")
    desk.key(Qt.Key.Key_M, ALT)
    desk.control(Qt.Key.Key_Return)
    desk.key(Qt.Key.Key_F9)
    desk.control(Qt.Key.Key_1)
    assert desk.text("pay_fee") == "Thu phí 8.000 đ"


def test_a_dossier_without_a_fee_offers_no_paying(desk: Counter) -> None:
    receive(desk, "1.004884")
    assert not shown(desk, "pay_fee")
    desk.key(Qt.Key.Key_M, ALT)
    assert shown(desk, "received_code")


def test_the_way_from_the_cash_room_keeps_a_form_that_is_half_typed(desk: Counter) -> None:
    code = receive(desk, "2.000635")
    desk.control(Qt.Key.Key_N)
    desk.type("Trần Văn Mẫu", "applicant_name")
    desk.window.presenters.ways.fee_wanted.emit(code)
    desk.settle()
    desk.control(Qt.Key.Key_Return)
    desk.key(Qt.Key.Key_V, ALT)
    assert desk.text("applicant_name") == "Trần Văn Mẫu"
    assert desk.find(QWidget, "applicant_name").hasFocus()


def test_the_fee_begins_with_what_the_rules_of_the_day_leave_and_says_why(desk: Counter) -> None:
    choose(desk, "1.014063")
    assert desk.text("fee") == "25.000"
    fee = desk.window.presenters.reception.state.fee
    assert fee is not None
    assert [rule.id for rule in fee.always] == ["can-cuoc-50"]
    assert shown_words(desk, "Giảm 50% lệ phí căn cước")


def test_an_amount_that_the_officer_has_typed_is_not_written_over(desk: Counter) -> None:
    reception = desk.window.presenters.reception
    desk.type("1.014063", "procedure_search")
    reception.choose(next(each for each in reception.state.found if each.code == "1.014063"))
    reception.set(fee="30.000")
    desk.settle()
    assert desk.text("fee") == "30.000"


def test_a_duplicate_is_looked_at_and_the_form_is_as_it_was_afterwards(desk: Counter) -> None:
    choose(desk, "1.004873")
    desk.scan(KNOWN.qr_11)
    desk.find(QCheckBox, "document_0").click()
    desk.settle()
    desk.find(QSpinBox, "sets").setFocus()
    before = desk.window.presenters.reception.state
    assert before.before is not None
    desk.key(Qt.Key.Key_O, ALT)
    opened = desk.window.presenters.dossiers.state.opened
    assert opened is not None
    assert opened.page.row.code == before.before.open[0].code
    desk.control(Qt.Key.Key_1)
    after = desk.window.presenters.reception.state
    assert (after.typed, after.procedure, after.before) == (before.typed, before.procedure, before.before)
    assert desk.find(QSpinBox, "sets").hasFocus()


@pytest.mark.parametrize(
    ("name", "counter_button", "appraises"), [("thu", "counter_1", True), ("buuchinh", "counter_4", False)]
)
def test_guidance_papers_are_offered_to_those_only_who_may_write_them(
    counter: Counter, name: str, counter_button: str, appraises: bool
) -> None:
    counter.sign_in(name)
    counter.click(counter_button)
    choose(counter, "1.004884")
    assert [shown(counter, each) for each in ("guide_supplement", "guide_refusal")] == [appraises, appraises]
    for key in (Qt.Key.Key_G, Qt.Key.Key_T):
        counter.key(key, ALT)
        assert shown(counter, "guidance_reason") == appraises


def shown_words(desk: Counter, words: str) -> bool:
    return any(words in label.text() for label in desk.window.findChildren(QLabel) if label.isVisible())
