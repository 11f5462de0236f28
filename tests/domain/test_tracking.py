"""Numbers on the post's labels: read as they are scanned or typed, the check digit told, nothing invented."""

from __future__ import annotations

import pytest

from shared.domain.tracking import check_digit, is_s10, read_tracking
from shared.failures import Refusal


@pytest.mark.parametrize(
    ("digits", "digit"), [("47312482", 9), ("00000000", 5), ("10000001", 7), ("00000008", 0), ("00000006", 2)]
)
def test_the_check_digit_is_that_of_the_standard(digits: str, digit: int) -> None:
    assert check_digit(digits) == digit


def test_a_label_of_the_post_is_read_however_it_was_typed() -> None:
    assert read_tracking(" rp 473124829 vn ").number == "RP473124829VN"
    assert read_tracking("RP473124829VN").form == "s10"


def test_a_wrong_check_digit_is_told_and_stands_not_in_the_way() -> None:
    wrong = read_tracking("RP473124828VN")
    assert (wrong.number, wrong.form) == ("RP473124828VN", "wrong_digit")


@pytest.mark.parametrize("other", ["BDM-2026-000123", "0123456789", "1234"])
def test_a_label_of_another_kind_is_taken_as_it_is(other: str) -> None:
    assert (read_tracking(other).number, read_tracking(other).form) == (other, "other")
    assert not is_s10(other)


@pytest.mark.parametrize("text", ["", "   ", "12", "https://vi-du.example/d/ABC", "RP473124829VN; DROP", "ố" * 8])
def test_what_can_be_no_label_is_refused_in_words(text: str) -> None:
    with pytest.raises(Refusal) as refusal:
        read_tracking(text)
    assert refusal.value.code == "tracking_unreadable"
