"""Staff come behind a kiosk's screens (vào phần dành cho cán bộ) by the office's PIN, without a network.

Each try is written down before it is judged: switching the machine off in the middle forgives nothing.
"""

from __future__ import annotations

from datetime import datetime, timedelta

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

from shared.domain.office import Office
from shared.failures import Refusal
from shared.journal.journal import Journal
from shared.journal.node import read_value, write_value

TRIES = 5
LOCKED_FOR = timedelta(minutes=1)

_SERIES = "kiosk_pin"
_hasher = PasswordHasher()


def enter_staff_room(journal: Journal, office: Office, pin: str) -> None:
    """Returns when `pin` is the office's. Refusals `pin_not_set`, `wrong_pin`, and `pin_locked` after five wrong ones.

    The lock lasts a minute from the fifth wrong try; wrong tries are otherwise forgiven by the right PIN only.
    """
    if not office.kiosks.pin_hash:
        raise Refusal("pin_not_set", "Chưa đặt mã PIN cho máy lấy số.", "No PIN has been set for the kiosks.")
    tries = _count_try(journal)
    if _is_right(office.kiosks.pin_hash, pin):
        with journal.writing() as writer:
            write_value(writer.connection, _SERIES, f"0|{writer.now.isoformat()}")
        return
    if tries >= TRIES:
        raise _locked()
    left = TRIES - tries
    raise Refusal("wrong_pin", f"Mã PIN không đúng. Còn {left} lần thử.", f"The PIN is not right. Tries left: {left}.")


def _count_try(journal: Journal) -> int:
    """How many there were with this one. Refusal `pin_locked` while no more is taken."""
    with journal.writing() as writer:
        tries, since = _read(read_value(writer.connection, _SERIES))
        if tries >= TRIES:
            if since <= writer.now < since + LOCKED_FOR:
                raise _locked()
            tries = 0
        write_value(writer.connection, _SERIES, f"{tries + 1}|{writer.now.isoformat()}")
        return tries + 1


def _read(value: str | None) -> tuple[int, datetime]:
    count, _, since = (value or "0|1970-01-01T00:00:00+00:00").partition("|")
    return int(count), datetime.fromisoformat(since)


def _is_right(pin_hash: str, pin: str) -> bool:
    try:
        return _hasher.verify(pin_hash, pin)
    except (VerificationError, InvalidHashError):
        return False


def _locked() -> Refusal:
    return Refusal(
        "pin_locked",
        "Nhập sai mã PIN năm lần. Xin thử lại sau một phút.",
        "The PIN was wrong five times. Please try again in a minute.",
    )
