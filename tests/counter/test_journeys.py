"""A morning at the counter by keys and mouse, in both languages."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from resources.sample_ward.load import sample_citizens
from tests.counter.conftest import Build, Counter

CITIZEN = sample_citizens()[3]


@pytest.mark.parametrize("language", ["vi", "en"])
def test_one_morning_from_the_call_to_the_result(build: Build, language: str) -> None:
    counter = build(language)
    counter.open()
    counter.key(Qt.Key.Key_F2)
    code = receive_one(counter)
    counter.key(Qt.Key.Key_F7)
    assert counter.text("serving_number") == "–"
    hand_over_to_the_department(counter, code)
    counter.control(Qt.Key.Key_4)
    counter.scan(counter.office.ready_results()[0].code)
    counter.control(Qt.Key.Key_Return)
    counter.control(Qt.Key.Key_N)
    assert len(counter.office.ready_results()) == 2
    assert counter.text("sync_text") == {"vi": "Đã đồng bộ", "en": "In step with the server"}[language]


def receive_one(counter: Counter) -> str:
    counter.keys("khai sinh")
    counter.settle()
    counter.key(Qt.Key.Key_Return)
    counter.scan(CITIZEN.qr_11)
    counter.find(QWidget, "document_0").setFocus()
    counter.key(Qt.Key.Key_Space)
    counter.control(Qt.Key.Key_Return)
    (form,) = counter.office.received
    assert form.applicant.name == CITIZEN.name
    return counter.text("received_code")


def hand_over_to_the_department(counter: Counter, code: str) -> None:
    counter.control(Qt.Key.Key_2)
    counter.scan(code)
    counter.control(Qt.Key.Key_Return)
    counter.type("550005", "signer_secret")
    counter.key(Qt.Key.Key_Return)
    assert counter.office.find_dossier(code).stage == "processing"


def test_the_language_is_switched_in_the_middle_of_the_work(counter: Counter) -> None:
    counter.open()
    counter.key(Qt.Key.Key_F2)
    counter.type("Trần Văn Mẫu", "applicant_name")
    counter.click("switch_language")
    assert counter.text("call_next") == "Call next"
    assert counter.find(QWidget, "applicant_name").accessibleName() == "Full name"
    assert counter.text("applicant_name") == "Trần Văn Mẫu"
    counter.click("switch_language")
    assert counter.text("call_next") == "Gọi tiếp"


def test_large_text_is_one_press_away_and_back(counter: Counter) -> None:
    counter.open()
    before = counter.find(QWidget, "call_next").height()
    counter.click("large_text")
    assert counter.find(QWidget, "call_next").height() > before
    counter.click("large_text")
    assert counter.find(QWidget, "call_next").height() == before


def test_the_post_receives_and_returns_too(build: Build) -> None:
    counter = build("en")
    counter.sign_in("buuchinh")
    counter.click("counter_4")
    counter.control(Qt.Key.Key_2)
    counter.control(Qt.Key.Key_4)
    assert counter.find(QWidget, "ready_results").isVisible()
    counter.control(Qt.Key.Key_8)
    assert counter.find(QWidget, "ready_results").isVisible()


def test_events_that_only_this_machine_has_are_counted_in_plain_words(counter: Counter) -> None:
    counter.open()
    counter.office.lose_contact(unsent=3)
    counter.window.refresh_sync()
    counter.settle()
    assert counter.text("sync_text") == "Chưa đồng bộ: 3 · đã lưu an toàn trên máy này"
    counter.office.lose_contact(unsent=0)
    counter.window.refresh_sync()
    counter.settle()
    assert counter.text("sync_text") == "Mất kết nối · mọi việc đã lưu an toàn"


def test_below_an_office_server_a_second_mark_says_what_the_province_has(counter: Counter) -> None:
    counter.open()
    counter.office.sync = replace(counter.office.sync, not_in_province=12)
    counter.window.refresh_sync()
    counter.settle()
    assert counter.text("sync_text") == "Đã lưu an toàn tại bộ phận"
    assert counter.text("sync_province") == "Tỉnh chưa nhận: 12"
    counter.office.sync = replace(counter.office.sync, not_in_province=0)
    counter.window.refresh_sync()
    counter.settle()
    assert counter.text("sync_province") == "Tỉnh đã nhận đủ"
    counter.office.lose_contact(unsent=0)
    counter.window.refresh_sync()
    counter.settle()
    assert counter.text("sync_text") == "Mất kết nối · mọi việc đã lưu an toàn"
    assert not any(mark.isVisible() for mark in counter.window.findChildren(QWidget, "sync_province"))


def test_every_key_works_by_tab_from_the_search_to_the_receipt(counter: Counter) -> None:
    counter.open()
    visited = []
    for _ in range(12):
        visited.append(focused(counter))
        counter.key(Qt.Key.Key_Tab)
    assert visited[:11] == [
        "procedure_search",
        "authorised",
        "kind_applicant",
        "kind_organisation",
        "card_scan",
        "identity_number",
        "applicant_name",
        "birth_date",
        "address",
        "phone",
        "email",
    ]


def focused(counter: Counter) -> str:
    widget = counter.window.focusWidget()
    return widget.objectName() if widget is not None else ""
