"""Rating a visit, driven on the real window."""

from __future__ import annotations

import pytest

from kiosk.sample_office import RECEIPT, SLIP
from tests.kiosk.citizen import Citizen


def test_after_the_scan_a_rating_is_two_touches(citizen: Citizen) -> None:
    citizen.scan(SLIP)
    citizen.touch("score_3")
    citizen.touch("send_rating")
    assert citizen.office.ratings == [("ticket", "ticket-12", 3, ())]
    assert citizen.reads("Cảm ơn Ông/Bà") or citizen.reads("Thank you")


def test_the_label_can_be_typed_and_reasons_given(citizen: Citizen) -> None:
    citizen.touch("rate")
    for key in "A012":
        citizen.touch(f"pad_{key}")
    citizen.touch("find_visit")
    citizen.touch("score_1")
    citizen.touch("reason_waiting")
    citizen.touch("reason_attitude")
    citizen.touch("reason_cost")
    citizen.touch("reason_cost")
    citizen.touch("send_rating")
    assert citizen.office.ratings == [("ticket", "ticket-12", 1, ("attitude", "waiting"))]


def test_a_receipt_scanned_while_rating_rates_the_dossier(citizen: Citizen) -> None:
    citizen.touch("rate")
    citizen.scan(RECEIPT)
    citizen.touch("score_2")
    citizen.touch("send_rating")
    assert [each[0] for each in citizen.office.ratings] == ["dossier"]


def test_nothing_is_sent_before_a_face_is_touched(citizen: Citizen) -> None:
    citizen.scan(SLIP)
    assert not citizen.can_touch("send_rating")
    citizen.window.rate.send()
    citizen.look()
    assert citizen.office.ratings == []


def test_touching_send_twice_rates_once(citizen: Citizen) -> None:
    citizen.scan(SLIP)
    citizen.touch("score_2")
    citizen.tap("send_rating")
    citizen.tap("send_rating")
    citizen.window.rate.send()
    citizen.look()
    assert len(citizen.office.ratings) == 1


def test_the_same_visit_is_not_rated_twice(citizen: Citizen) -> None:
    for _ in range(2):
        citizen.scan(SLIP)
        if citizen.sees("score_3"):
            citizen.touch("score_3")
            citizen.touch("send_rating")
            citizen.touch("go_home")
    assert citizen.reads("đã được đánh giá") or citizen.reads("rated already")
    assert len(citizen.office.ratings) == 1


def test_a_face_can_be_changed_and_its_question_follows(vietnamese: Citizen) -> None:
    vietnamese.scan(SLIP)
    vietnamese.touch("score_1")
    assert vietnamese.reads("Điều gì cần làm tốt hơn?")
    vietnamese.touch("score_3")
    assert vietnamese.reads("Ông/Bà hài lòng về điều gì?")


@pytest.mark.parametrize("keys", ["B999", "F001"])
def test_an_unknown_label_is_said_in_a_sentence(vietnamese: Citizen, keys: str) -> None:
    vietnamese.touch("rate")
    for key in keys:
        vietnamese.touch(f"pad_{key}")
    vietnamese.touch("find_visit")
    assert vietnamese.reads("Không tìm thấy lượt phục vụ này")


def test_a_typed_label_is_erased_and_another_letter_takes_its_place(vietnamese: Citizen) -> None:
    vietnamese.touch("rate")
    for key in ("A", "0", "1", "B"):
        vietnamese.touch(f"pad_{key}")
    assert vietnamese.window.rate.state.label == "B01"
    vietnamese.touch("pad_erase")
    assert vietnamese.window.rate.state.label == "B0"
    vietnamese.touch("pad_clear")
    assert vietnamese.window.rate.state.label == ""
