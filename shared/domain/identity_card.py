"""Reads the QR code of an identity card (thẻ căn cước, căn cước công dân).

The code is not signed: anybody can print one. Scanning saves typing; it proves nothing about the person.
No refusal repeats what was scanned.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from shared.domain.text import tidy
from shared.failures import Refusal

_DROPPED = dict.fromkeys(map(ord, "\0\r\n\N{ZERO WIDTH NO-BREAK SPACE}"))
_FEWEST_FIELDS = 7


@dataclass(frozen=True, slots=True)
class IdentityCard:
    """What an identity card (thẻ căn cước) says about its holder.

    `number`: the 12-digit personal number (số định danh cá nhân). `old_number`: the former 9-digit one, or "".
    `sex` as written ("Nam", "Nữ"). `address`: place of residence. `issued`: None when the card leaves it out.
    Its `repr` shows the masked number only, so that a log cannot leak the rest.
    """

    number: str
    old_number: str
    name: str
    birth_date: date
    sex: str
    address: str
    issued: date | None

    def __repr__(self) -> str:
        return f"IdentityCard({mask_number(self.number)})"


def read_identity_card(payload: str) -> IdentityCard:
    """The card whose QR code holds `payload`: at least seven fields separated by "|"; further fields are ignored.

    Refuses `not_an_identity_card` for another kind of code (a link, a payment code, a dossier's code) and
    `identity_card_broken` for one with fields missing, a number that is not 12 digits or an impossible date.
    """
    text = payload.translate(_DROPPED)
    if "|" not in text or "://" in text:
        raise Refusal(
            "not_an_identity_card",
            "Đây không phải mã QR trên thẻ căn cước. Xin quét mã QR in trên thẻ.",
            "This is not the QR code of an identity card. Please scan the code printed on the card.",
        )
    fields = [tidy(part) for part in text.split("|")]
    if len(fields) < _FEWEST_FIELDS:
        raise _broken()
    number, old_number, name, born, sex, address, issued = fields[:_FEWEST_FIELDS]
    if not re.fullmatch(r"[0-9]{12}", number) or not re.fullmatch(r"[0-9]*", old_number) or not name:
        raise _broken()
    return IdentityCard(
        number, old_number, name, _card_date(born), sex, address, _card_date(issued) if issued else None
    )


def mask_number(number: str) -> str:
    """`number` for screens that others can see: "001099012345" is "0010••••2345".

    Numbers shorter than 12 digits keep their last three only.
    """
    head, tail = (4, 4) if len(number) >= 12 else (0, 3)
    hidden = max(len(number) - head - tail, 0)
    return number[:head] + "•" * hidden + number[head + hidden :]


def _card_date(text: str) -> date:
    if not re.fullmatch(r"[0-9]{8}", text):
        raise _broken()
    try:
        return date(int(text[4:]), int(text[2:4]), int(text[:2]))
    except ValueError:
        raise _broken() from None


def _broken() -> Refusal:
    return Refusal(
        "identity_card_broken",
        "Mã QR trên thẻ đọc không đủ hoặc bị hỏng. Xin quét lại hoặc nhập tay.",
        "The card's QR code was read incompletely or is damaged. Please scan again or type the details.",
    )
