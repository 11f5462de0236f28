"""The PINs of the sample's staff."""

from __future__ import annotations

from resources.sample_ward.load import sample_staff
from shared.failures import Refusal

_TRIES = 5


class SamplePins:
    """Checks PINs. Attributes: `wrong`, how many were wrong since the last right one."""

    def __init__(self) -> None:
        self.wrong = 0

    def check(self, member: str, pin: str) -> None:
        """Returns when `pin` is that of the member of staff with this id."""
        if self.wrong < _TRIES and any(each.id == member and each.pin == pin for each in sample_staff()):
            self.wrong = 0
            return
        self.wrong += 1
        if self.wrong >= _TRIES:
            raise Refusal(
                "pin_locked",
                "Nhập sai mã PIN năm lần. Hãy nhập mật khẩu.",
                "The PIN was wrong five times. Please enter the password.",
            )
        left = _TRIES - self.wrong
        raise Refusal(
            "wrong_pin", f"Mã PIN không đúng. Còn {left} lần thử.", f"The PIN is not right. Tries left: {left}."
        )
