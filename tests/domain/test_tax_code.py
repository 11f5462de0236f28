"""What kind of number an organisation has given."""

from __future__ import annotations

import pytest

from shared.domain.tax_code import has_check_digit, organisation_number


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("0100109106", "tax_code"),
        ("0100 109 106", "tax_code"),
        ("0100109106-001", "branch"),
        ("0100109106001", "branch"),
        ("0100109107", "check_digit_wrong"),
        ("0100109107-001", "check_digit_wrong"),
        ("001099012345", "personal_number"),
        ("010010910", "unknown"),
        ("H99.99.01", "unknown"),
        ("", "unknown"),
    ],
)
def test_a_number_is_known_by_its_form_and_its_check_digit(text: str, kind: str) -> None:
    assert organisation_number(text) == kind


def test_exactly_one_last_digit_fits_nine_others_or_none_does() -> None:
    for nine in ("010010910", "031234567", "000000001", "999999999", "123456789"):
        assert sum(has_check_digit(f"{nine}{last}") for last in range(10)) <= 1


def test_a_changed_digit_is_noticed() -> None:
    right = "0100109106"
    for at in range(9):
        for digit in "0123456789":
            changed = right[:at] + digit + right[at + 1 :]
            assert has_check_digit(changed) == (changed == right)
