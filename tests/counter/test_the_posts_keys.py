"""A point of the post with a long line of people: how few keys a note takes, and where the cursor stands next."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from resources.sample_ward.load import sample_citizens
from tests.counter.conftest import Build, Counter

FIRST, SECOND, *_ = sample_citizens()
ENTER = Qt.Key.Key_Return
ALT = Qt.KeyboardModifier.AltModifier
SAME = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def post(counter: Counter) -> Counter:
    counter.sign_in("buutu")
    return counter


def cursor_in() -> str:
    focus = QApplication.focusWidget()
    return focus.objectName() if focus is not None else ""


def tick_all(post: Counter) -> int:
    """Enter in every row of the checklist; answers how often."""
    times = 0
    while cursor_in().startswith("document_"):
        post.key(ENTER)
        times += 1
    return times


def first_note(post: Counter) -> None:
    post.type("2.000635", "procedure_search")
    post.key(ENTER)
    post.scan(FIRST.qr_11)
    tick_all(post)
    post.type("01AB-26E", "note_receipt_series")
    post.type("0000021", "note_receipt_number")
    post.control(ENTER)
    assert post.text("made_number") == "PG-261123-01001"


def test_a_further_note_is_one_key_a_card_a_key_for_each_paper_the_receipt_and_two_keys(post: Counter) -> None:
    first_note(post)
    post.key(Qt.Key.Key_D, SAME)
    assert cursor_in() == "identity_number"
    post.scan(SECOND.qr_11)
    papers = tick_all(post)
    assert papers == 4
    assert cursor_in() == "note_receipt_number"
    assert post.text("note_receipt_series") == "01AB-26E"
    post.keys("0000022")
    post.key(ENTER)
    assert cursor_in() == "make_note"
    post.key(ENTER)
    assert post.text("made_number") == "PG-261123-01002"
    notes = {each.sender: each for each in post.office.notes_of_today()}
    assert notes[SECOND.name].receipt == "01AB-26E 0000022"
    assert notes[SECOND.name].procedure == "2.000635"


def test_the_same_procedure_is_offered_on_an_empty_form_too_and_not_before_the_first_note(post: Counter) -> None:
    assert not [each for each in post.window.findChildren(QWidget, "same_procedure") if each.isVisible()]
    first_note(post)
    post.control(Qt.Key.Key_N)
    post.find(QWidget, "same_procedure")
    post.key(Qt.Key.Key_D, SAME)
    assert post.window.presenters.consign.state.typed.procedure == "2.000635"
    assert not [each for each in post.window.findChildren(QWidget, "same_procedure") if each.isVisible()]


def test_the_next_of_the_same_sender_goes_on_to_the_papers_at_once(post: Counter) -> None:
    first_note(post)
    post.control(Qt.Key.Key_D)
    post.key(Qt.Key.Key_D, SAME)
    assert cursor_in() == "document_0"


def test_the_series_is_there_again_at_the_next_sign_in_and_the_number_is_not(post: Counter, build: Build) -> None:
    first_note(post)
    again = build(office=post.office)
    again.sign_in("buucuc")
    parcel = again.window.presenters.consign.state.parcel
    assert (parcel.series, parcel.number) == ("01AB-26E", "")
    assert again.window.presenters.consign.state.blank


def test_without_money_enter_on_the_last_paper_goes_to_the_deed(post: Counter) -> None:
    post.type("2.000635", "procedure_search")
    post.key(ENTER)
    post.scan(FIRST.qr_11)
    post.window.presenters.consign.set(fee="0")
    tick_all(post)
    assert cursor_in() == "make_note"
    post.key(ENTER)
    assert post.office.notes_of_today()[0].fee_vnd == 0


def test_alt_r_goes_to_the_receipt(post: Counter) -> None:
    post.type("2.000635", "procedure_search")
    post.key(ENTER)
    post.key(Qt.Key.Key_R, ALT)
    assert cursor_in() == "note_receipt_series"
    post.keys("01AB-26E")
    post.key(ENTER)
    assert cursor_in() == "note_receipt_number"


def test_ctrl_enter_puts_the_cursor_into_what_is_missing_one_after_the_other(post: Counter) -> None:
    post.control(ENTER)
    assert cursor_in() == "procedure_search"
    post.type("2.000635", "procedure_search")
    post.key(ENTER)
    for name, typed in (("applicant_name", FIRST.name), ("address", FIRST.address)):
        post.control(ENTER)
        assert cursor_in() == name
        post.keys(typed)
    post.control(ENTER)
    assert cursor_in() == "document_0"
    post.key(ENTER)
    for name, typed in (("note_receipt_series", "01AB-26E"), ("note_receipt_number", "21")):
        post.control(ENTER)
        assert cursor_in() == name
        post.keys(typed)
        assert in_sight(post, name)
    post.control(ENTER)
    assert post.text("made_number") == "PG-261123-01001"


def test_a_field_that_is_folded_away_opens_when_it_is_missing(post: Counter) -> None:
    post.type("2.000635", "procedure_search")
    post.key(ENTER)
    post.scan(FIRST.qr_11)
    post.window.presenters.consign.set(address="")
    post.control(ENTER)
    assert cursor_in() == "address"


def test_reception_puts_the_cursor_into_what_is_missing_too(counter: Counter) -> None:
    counter.open()
    counter.type("2.000635", "procedure_search")
    counter.key(ENTER)
    counter.control(ENTER)
    assert cursor_in() == "applicant_name"
    counter.keys(FIRST.name)
    counter.control(ENTER)
    assert cursor_in() == "document_0"
    assert in_sight(counter, "document_0")


def test_the_made_note_says_how_many_lie_ready_and_goes_to_the_handover(post: Counter) -> None:
    first_note(post)
    assert post.text("notes_ready") == "Phiếu gửi đang chờ bàn giao: 1"
    post.click("go_to_handover")
    assert [each for each in post.window.findChildren(QWidget, "room_handover") if each.property("checked")]


def in_sight(counter: Counter, name: str) -> bool:
    field = counter.find(QLineEdit if not name.startswith("document") else QWidget, name)
    return field.visibleRegion().boundingRect().height() == field.height()
