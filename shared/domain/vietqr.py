"""The text of a VietQR code (mã VietQR): a bank transfer as NAPAS writes it in the EMVCo format shown by merchants.

Fields are tag, length, value: two digits, two digits, so many characters. Field 38 names the account, 54 the amount,
62 the purpose; 63, the last, is the CRC-16/CCITT-FALSE of all that stands before its value.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

Service = Literal["QRIBFTTA", "QRIBFTTC"]
"""To an account (QRIBFTTA) or to a card (QRIBFTTC)."""

LONGEST_PURPOSE = 25
_GUID = "A000000727"
_CURRENCY = "704"
_COUNTRY = "VN"
_BIN = re.compile(r"[0-9]{6}")
_ACCOUNT = re.compile(r"[0-9A-Za-z]{1,19}")
_PURPOSE = re.compile(rf"[0-9A-Za-z .\-]{{0,{LONGEST_PURPOSE}}}")
_LARGEST_AMOUNT = 10**13 - 1


@dataclass(frozen=True, slots=True)
class Transfer:
    """A transfer that a code asks for (lệnh chuyển khoản).

    `bin`: six digits of the bank; `amount_vnd` None: the payer types it, the code is then a static one. `purpose`:
    ASCII letters, digits, space, point and hyphen only, at most `LONGEST_PURPOSE`; "" for none.
    """

    bin: str
    account: str
    amount_vnd: int | None = None
    purpose: str = ""
    service: Service = "QRIBFTTA"


def vietqr_text(transfer: Transfer) -> str:
    """The text of the code; ValueError for what cannot stand in one."""
    _check(transfer)
    beneficiary = _field("00", transfer.bin) + _field("01", transfer.account)
    account = _field("00", _GUID) + _field("01", beneficiary) + _field("02", transfer.service)
    parts = [
        _field("00", "01"),
        _field("01", "11" if transfer.amount_vnd is None else "12"),
        _field("38", account),
        _field("53", _CURRENCY),
        "" if transfer.amount_vnd is None else _field("54", str(transfer.amount_vnd)),
        _field("58", _COUNTRY),
        _field("62", _field("08", transfer.purpose)) if transfer.purpose else "",
    ]
    before = f"{''.join(parts)}6304"
    return before + checksum(before)


def read_vietqr(text: str) -> Transfer:
    """The transfer of a code's text; ValueError when the checksum is wrong or it is no transfer in đồng."""
    if len(text) < 8 or text[-8:-4] != "6304" or checksum(text[:-4]) != text[-4:]:
        raise ValueError("the checksum of the code is wrong")
    fields = dict(_fields(text))
    if fields.get("00") != "01" or fields.get("53") != _CURRENCY or fields.get("58") != _COUNTRY:
        raise ValueError("not a transfer in dong")
    account = dict(_fields(fields.get("38", "")))
    if account.get("00") != _GUID:
        raise ValueError("not a VietQR code")
    beneficiary = dict(_fields(account.get("01", "")))
    amount = fields.get("54")
    if amount is not None and not amount.isdecimal():
        raise ValueError("the amount is not a whole number")
    transfer = Transfer(
        bin=beneficiary.get("00", ""),
        account=beneficiary.get("01", ""),
        amount_vnd=None if amount is None else int(amount),
        purpose=dict(_fields(fields.get("62", ""))).get("08", ""),
        service="QRIBFTTC" if account.get("02") == "QRIBFTTC" else "QRIBFTTA",
    )
    _check(transfer)
    return transfer


def checksum(text: str) -> str:
    """CRC-16/CCITT-FALSE of ASCII `text` in four capital hexadecimal digits (polynomial 1021, begun with FFFF)."""
    crc = 0xFFFF
    for byte in text.encode("ascii"):
        crc ^= byte << 8
        for _ in range(8):
            crc = ((crc << 1) ^ 0x1021 if crc & 0x8000 else crc << 1) & 0xFFFF
    return f"{crc:04X}"


def _check(transfer: Transfer) -> None:
    if _BIN.fullmatch(transfer.bin) is None:
        raise ValueError("a bank is named by six digits")
    if _ACCOUNT.fullmatch(transfer.account) is None:
        raise ValueError("an account has 1 to 19 digits or letters")
    if transfer.amount_vnd is not None and not 0 < transfer.amount_vnd <= _LARGEST_AMOUNT:
        raise ValueError("the amount is out of range")
    if _PURPOSE.fullmatch(transfer.purpose) is None or transfer.purpose != transfer.purpose.strip():
        raise ValueError("the purpose is too long or not plain ASCII")


def _field(tag: str, value: str) -> str:
    if len(value) > 99:
        raise ValueError(f"field {tag} is too long")
    return f"{tag}{len(value):02d}{value}"


def _fields(text: str) -> Iterator[tuple[str, str]]:
    at = 0
    while at < len(text):
        tag, length = text[at : at + 2], text[at + 2 : at + 4]
        if len(tag) < 2 or not length.isdecimal() or not length.isascii() or at + 4 + int(length) > len(text):
            raise ValueError("the code is cut or broken")
        yield tag, text[at + 4 : at + 4 + int(length)]
        at += 4 + int(length)
