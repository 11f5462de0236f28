"""The number of an organisation as officers type it: a tax code (mã số thuế) or a personal number used as one.

What is not certain is said, never refused: a tax code's check digit is known from practice, not from a text of the law.
"""

from __future__ import annotations

import re
from typing import Literal

OrganisationNumber = Literal["tax_code", "branch", "personal_number", "check_digit_wrong", "unknown"]
"""A tax code of ten digits; the code of a branch (ten digits, "-", three digits); the twelve digits of a household
business, whose owner's personal number replaced the tax code on 1 July 2025; ten digits that do not fit together;
anything else."""

_CODE = re.compile(r"([0-9]{10})(?:-?([0-9]{3}))?")
_PERSONAL = re.compile(r"[0-9]{12}")
_WEIGHTS = (31, 29, 23, 19, 17, 13, 7, 5, 3)


def organisation_number(text: str) -> OrganisationNumber:
    """What kind of number `text` is; blanks and dots in it do not matter."""
    number = re.sub(r"[\s.]", "", text)
    if _PERSONAL.fullmatch(number):
        return "personal_number"
    match = _CODE.fullmatch(number)
    if match is None:
        return "unknown"
    if not has_check_digit(match[1]):
        return "check_digit_wrong"
    return "branch" if match[2] else "tax_code"


def has_check_digit(ten_digits: str) -> bool:
    """Whether the last of ten digits fits the nine before it: 10 minus the remainder of their weighted sum by 11."""
    weighted = sum(weight * int(digit) for weight, digit in zip(_WEIGHTS, ten_digits, strict=False))
    return 10 - weighted % 11 == int(ten_digits[9])
