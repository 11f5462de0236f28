"""Numbers given out without a meeting: dossier codes, ticket numbers, tokens, event identifiers.

Each device owns ranges derived from its index, so two devices that never met cannot give the same number.
"""

from __future__ import annotations

import base64
import re
from dataclasses import dataclass
from datetime import date

from shared.failures import ProgrammingFault, Refusal

TOKEN_BYTES = 16
UUID7_RANDOM_BYTES = 10

_AGENCY = r"[A-Z][0-9]{2}(?:\.[0-9]{2,3}){0,3}"
_CODE = re.compile(rf"(?:({_AGENCY})-)?([0-9]{{6}})-([0-9]{{4,}})")
_DASHES = dict.fromkeys(map(ord, "‐‑‒–—−"), "-")
_DOSSIERS_PER_INDEX = 1000
_TICKETS_PER_KIOSK = 500
_KIOSKS_BEFORE_WALK_INS = 18
_FIRST_WALK_IN = 9_000
_WALK_INS_PER_DEVICE = 100
_AFTER_WALK_INS = 100_000
_TICKET_LABEL = re.compile(r"([A-Z])\s*([0-9]{1,6})")


@dataclass(frozen=True, slots=True)
class DossierCode:
    """A dossier code (mã số hồ sơ; Decree 118/2025 Art. 28): deciding agency, date of receipt, ordinal of the day.

    `ordinal` keeps its digits as text, because leading digits may name a central system (Circular 04/2025 Art. 23).
    """

    agency: str
    received_on: date
    ordinal: str

    def __str__(self) -> str:
        return f"{self.agency}-{self.received_on:%y%m%d}-{self.ordinal}"


def dossier_range(device_index: int) -> range:
    """The 999 ordinals of a day that a device owns; index 0 is the central server (online submissions)."""
    if device_index < 0:
        raise _wrong_argument()
    first = device_index * _DOSSIERS_PER_INDEX + 1
    return range(first, first + _DOSSIERS_PER_INDEX - 1)


def next_dossier_ordinal(last: int | None, indexes: tuple[int, ...]) -> int:
    """The ordinal after `last` (None: the first of the day) in the ranges of `indexes`, in the order granted.

    Refuses `range_used_up` when all are given out: the device needs a further index.
    """
    ordinals = [dossier_range(index) for index in indexes]
    if last is None:
        unused = ordinals
    else:
        within = next((n for n, owned in enumerate(ordinals) if last in owned), None)
        if within is None:
            raise _wrong_argument()
        unused = [range(last + 1, ordinals[within].stop), *ordinals[within + 1 :]]
    for owned in unused:
        if owned:
            return owned.start
    raise Refusal(
        "range_used_up",
        "Thiết bị này đã dùng hết số hồ sơ của ngày hôm nay. Xin nối mạng để máy chủ cấp thêm dải số.",
        "This device has used up its dossier numbers for today. Please connect it so that the server grants more.",
    )


def dossier_code(agency: str, received_on: date, ordinal: int) -> str:
    """The dossier code, e.g. "H15.50.05.13-261008-0975"; the ordinal has at least four digits.

    Refuses `agency_code_invalid` for an agency code that is not of the form H15 or H15.50.05.13.
    """
    if ordinal < 1:
        raise _wrong_argument()
    if not re.fullmatch(_AGENCY, agency):
        raise Refusal(
            "agency_code_invalid",
            "Mã định danh cơ quan không đúng mẫu (ví dụ H15.50.05.13).",
            "The agency code is not of the expected form (for example H15.50.05.13).",
        )
    return str(DossierCode(agency, received_on, f"{ordinal:04d}"))


def parse_dossier_code(text: str, agency: str | None = None) -> DossierCode:
    """The dossier code that was typed or scanned: small letters, spaces and long dashes are forgiven.

    `agency` completes a code typed without its agency ("261008-0975"). Refuses `dossier_code_unreadable`.
    """
    found = _CODE.fullmatch("".join(text.upper().translate(_DASHES).split()))
    if found is None:
        raise _unreadable()
    named, day, ordinal = found.groups()
    owner = named or agency
    if owner is None:
        raise _unreadable()
    try:
        received_on = date(2000 + int(day[:2]), int(day[2:4]), int(day[4:]))
    except ValueError:
        raise _unreadable() from None
    return DossierCode(owner, received_on, ordinal)


def ticket_range(kiosk_index: int) -> range:
    """The 499 ticket numbers a kiosk owns in each line and day: kiosk 1 has 1–499, kiosk 2 501–999, and so on.

    From the 19th kiosk on they lie behind those of `walk_in_range`.
    """
    if kiosk_index < 1:
        raise _wrong_argument()
    first = (kiosk_index - 1) * _TICKETS_PER_KIOSK + 1
    if kiosk_index > _KIOSKS_BEFORE_WALK_INS:
        first += _AFTER_WALK_INS - _FIRST_WALK_IN
    return range(first, first + _TICKETS_PER_KIOSK - 1)


def next_ticket_number(last: int | None, kiosk_index: int) -> int:
    """The ticket number after `last` (None: the first of the day). Refuses `range_used_up` after the 499th."""
    used_up = Refusal(
        "range_used_up",
        "Máy lấy số đã phát hết số của hàng này hôm nay. Xin liên hệ cán bộ tại quầy.",
        "This kiosk has given out all of today's numbers for this line. Please ask an officer.",
    )
    return _next_of(ticket_range(kiosk_index), last, used_up)


def walk_in_range(device_index: int) -> range:
    """The 99 numbers that a counter owns in each line and day, for people who stand there without a number.

    Device 1 has 9101–9199, device 2 9201–9299: nobody takes them for a kiosk's.
    """
    first = _FIRST_WALK_IN + device_index * _WALK_INS_PER_DEVICE + 1
    if device_index < 0 or first + _WALK_INS_PER_DEVICE > _AFTER_WALK_INS:
        raise _wrong_argument()
    return range(first, first + _WALK_INS_PER_DEVICE - 1)


def next_walk_in_number(last: int | None, device_index: int) -> int:
    """The walk-in number after `last` (None: the first of the day). Refuses `range_used_up` after the 99th."""
    used_up = Refusal(
        "range_used_up",
        "Quầy này đã cấp hết số của hàng này hôm nay. Xin mời người dân lấy số tại máy lấy số.",
        "This counter has given out all of its numbers for this line today. Please send people to the kiosk.",
    )
    return _next_of(walk_in_range(device_index), last, used_up)


def parse_ticket_label(text: str) -> tuple[str, int]:
    """The line's letter and the number of a label as people type it: "A045", "a45" and "A 45" are the same.

    Refuses `ticket_label_unreadable`.
    """
    found = _TICKET_LABEL.fullmatch(text.strip().upper())
    if found is None or int(found[2]) == 0:
        raise Refusal(
            "ticket_label_unreadable",
            "Số trên phiếu gồm một chữ cái và các chữ số, ví dụ A045.",
            "A number on a slip is one letter and digits, for example A045.",
        )
    return found[1], int(found[2])


def ticket_label(letter: str, number: int) -> str:
    """What the slip and the board show: the line's letter and at least three digits, e.g. "A001"."""
    return f"{letter}{number:03d}"


def new_token(random_bytes: bytes) -> str:
    """A secret of 128 bits as 26 base-32 capitals and digits, for links and QR codes. Takes 16 random bytes."""
    if len(random_bytes) != TOKEN_BYTES:
        raise _wrong_argument()
    return base64.b32encode(random_bytes).decode("ascii").rstrip("=")


def uuid7(unix_milliseconds: int, random_bytes: bytes) -> str:
    """A UUID version 7 (RFC 9562) as canonical text: it sorts by its time. Takes 10 random bytes (74 bits used)."""
    if len(random_bytes) != UUID7_RANDOM_BYTES or not 0 <= unix_milliseconds < 1 << 48:
        raise _wrong_argument()
    randomness = int.from_bytes(random_bytes, "big")
    number = unix_milliseconds << 80
    number |= 0x7 << 76 | (randomness >> 62 & 0xFFF) << 64
    number |= 0b10 << 62 | randomness & (1 << 62) - 1
    digits = f"{number:032x}"
    return "-".join((digits[:8], digits[8:12], digits[12:16], digits[16:20], digits[20:]))


def _unreadable() -> Refusal:
    return Refusal(
        "dossier_code_unreadable",
        "Mã hồ sơ không đúng mẫu. Mã có dạng H15.50.05.13-261008-0975.",
        "The dossier code is not of the expected form. It looks like H15.50.05.13-261008-0975.",
    )


def _next_of(owned: range, last: int | None, used_up: Refusal) -> int:
    if last is None:
        return owned.start
    if last not in owned:
        raise _wrong_argument()
    if last + 1 not in owned:
        raise used_up
    return last + 1


def _wrong_argument() -> ProgrammingFault:
    return ProgrammingFault(
        "numbering_argument",
        "Lỗi đánh số: giá trị nằm ngoài dải của thiết bị.",
        "Numbering fault: a value is outside of what this device owns.",
    )
