"""A mark that stands for an identity card for one day without naming it (dấu thẻ căn cước).

An office that gives one waiting number per card must recognise the card and may not keep its number (Law 91/2025 on
personal data). The twelve digits alone would be found by trying; the key, which only the office's devices have, and
the date in the mark keep it useless outside and on the next day.
"""

from __future__ import annotations

import hashlib
import hmac

_DIGITS_OF_MARK = 32


def card_mark(card_number: str, key: str, date: str) -> str:
    """The mark of the card with `card_number` on the business date `date` under the office's `key` (hexadecimal)."""
    made = hmac.new(bytes.fromhex(key), f"{date}/{card_number}".encode(), hashlib.sha256)
    return made.hexdigest()[:_DIGITS_OF_MARK]
