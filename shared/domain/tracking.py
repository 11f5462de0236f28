"""The number on the post's label (số hiệu bưu gửi): recorded as it was scanned or typed, never invented.

Items of the post bear thirteen signs by the standard S10 of the Universal Postal Union: two letters for the service,
eight digits, a check digit, two letters for the country ("VN"). A wrong check digit is told, because it is mostly a
slip of the finger; it never stands in the way, because the post has labels of other kinds too.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from shared.domain.text import tidy
from shared.failures import Refusal

_S10 = re.compile(r"([A-Z]{2})([0-9]{8})([0-9])([A-Z]{2})")
_WEIGHTS = (8, 6, 4, 2, 3, 5, 9, 7)
_ANY = re.compile(r"[0-9A-Z][0-9A-Z\-]{3,29}")

TrackingForm = Literal["s10", "wrong_digit", "other"]
"""As the standard wants it; the check digit does not fit; a label of another kind."""


@dataclass(frozen=True, slots=True)
class Tracking:
    """A number of the post, without blanks and in capitals, and what its form says about it."""

    number: str
    form: TrackingForm


def read_tracking(text: str) -> Tracking:
    """The number in `text`. Refusal `tracking_unreadable` for what cannot be the number of a label at all."""
    number = tidy(text).upper().replace(" ", "")
    if _ANY.fullmatch(number) is None:
        raise Refusal(
            "tracking_unreadable",
            "Số hiệu bưu gửi chỉ gồm chữ, số và dấu gạch, từ 4 đến 30 ký tự.",
            "A number of the post has letters, digits and hyphens only, 4 to 30 of them.",
        )
    parts = _S10.fullmatch(number)
    if parts is None:
        return Tracking(number, "other")
    return Tracking(number, "s10" if check_digit(parts[2]) == int(parts[3]) else "wrong_digit")


def is_s10(text: str) -> bool:
    """Whether `text` has the form of such a number, whatever its check digit."""
    return _S10.fullmatch(tidy(text).upper().replace(" ", "")) is not None


def check_digit(digits: str) -> int:
    """The check digit of eight `digits` (UPU S10: weights 8 6 4 2 3 5 9 7, modulus 11; 10 becomes 0, 11 becomes 5)."""
    rest = 11 - sum(int(each) * weight for each, weight in zip(digits, _WEIGHTS, strict=True)) % 11
    return {10: 0, 11: 5}.get(rest, rest)
