"""Unlock a counter by PIN (mở khóa bằng mã PIN), without a network; after five wrong ones the password is asked.

Each try is written down before it is judged, so that neither a restart nor switching the machine off forgives one. Only
the right PIN, or the password, does.
"""

from __future__ import annotations

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

from shared.domain.office import Office, StaffMember, staff_by_id
from shared.failures import Refusal
from shared.journal.journal import Journal, Writer
from shared.journal.node import read_value, write_value

TRIES = 5

_hasher = PasswordHasher()


def unlock(journal: Journal, office: Office, officer: str, pin: str) -> None:
    """Returns when `pin` is that of the officer with this id.

    Refusals: `wrong_pin`; `pin_locked` after five wrong ones and `pin_not_set`, which both leave the password only.
    """
    member = staff_by_id(office, officer)
    if member is None or not member.pin_hash:
        raise Refusal(
            "pin_not_set",
            "Chưa đặt mã PIN. Hãy nhập mật khẩu.",
            "No PIN has been set. Please enter the password.",
        )
    tries = _count_try(journal, member)
    if _is_right(member.pin_hash, pin):
        with journal.writing() as writer:
            forgive_wrong_pins(writer, member)
        return
    if tries >= TRIES:
        raise _locked()
    left = TRIES - tries
    raise Refusal("wrong_pin", f"Mã PIN không đúng. Còn {left} lần thử.", f"The PIN is not right. Tries left: {left}.")


def forgive_wrong_pins(writer: Writer, member: StaffMember) -> None:
    """Begins to count anew: this person has shown who they are."""
    write_value(writer.connection, _series(member), "0")


def _count_try(journal: Journal, member: StaffMember) -> int:
    """How many there were with this one. Refusal `pin_locked` while no more is taken."""
    with journal.writing() as writer:
        tries = int(read_value(writer.connection, _series(member)) or "0")
        if tries >= TRIES:
            raise _locked()
        write_value(writer.connection, _series(member), str(tries + 1))
        return tries + 1


def _series(member: StaffMember) -> str:
    return f"unlock_pin/{member.id}"


def _is_right(pin_hash: str, pin: str) -> bool:
    try:
        return _hasher.verify(pin_hash, pin.encode(errors="replace"))
    except (VerificationError, InvalidHashError):
        return False


def _locked() -> Refusal:
    return Refusal(
        "pin_locked",
        "Nhập sai mã PIN năm lần. Hãy nhập mật khẩu.",
        "The PIN was wrong five times. Please enter the password.",
    )
