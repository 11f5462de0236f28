"""A made-up staff's room with fixed answers: for the gallery of screens and for tests. Its PIN opens nothing else."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, datetime

from kiosk.ports import KioskHealth
from shared.clock import HO_CHI_MINH
from shared.domain.machine import PrinterState
from shared.failures import EnvironmentFailure, Refusal, Sentence

SAMPLE_PIN = "2468"
TRIES = 5


def _at(hour: int, minute: int) -> datetime:
    return datetime(2026, 11, 23, hour, minute, tzinfo=HO_CHI_MINH).astimezone(UTC)


_FAILURES = (
    Sentence(
        "08:02 ngày 23/11/2026: Máy in hết giấy nên chưa in được. Dữ liệu đã lưu an toàn; xin báo nhân viên nạp giấy.",
        "08:02 on 23/11/2026: Nothing was printed: the printer is out of paper. The data is safe; please ask the staff "
        "to load paper.",
    ),
    Sentence(
        "07:41 ngày 23/11/2026: Chưa kết nối được máy chủ. Dữ liệu đã lưu an toàn trên máy này và sẽ được gửi khi có "
        "mạng trở lại.",
        "07:41 on 23/11/2026: The server cannot be reached. The data is safe on this machine and will be sent when the "
        "line is back.",
    ),
)


@dataclass(slots=True)
class SampleStaffRoom:
    """The port filled with fixed answers. `tries` and `printed` remember what the screens did."""

    pin_set: bool = True
    trouble: bool = False
    tries: int = 0
    printed: int = 0
    printer: PrinterState = "ready"
    asked: list[str] = field(default_factory=list)

    def has_pin(self) -> bool:
        """Whether this sample has a PIN."""
        return self.pin_set

    def let_in(self, pin: str) -> None:
        """Lets the sample's PIN in; Refusal `wrong_pin`, and `pin_locked` from the fifth on."""
        if self.tries < TRIES and pin == SAMPLE_PIN:
            self.tries = 0
            return
        self.tries += 1
        if self.tries >= TRIES:
            raise Refusal(
                "pin_locked",
                "Nhập sai năm lần. Xin thử lại sau một phút.",
                "Five wrong tries. Please try again in a minute.",
            )
        left = TRIES - self.tries
        raise Refusal(
            "wrong_pin", f"Mã PIN không đúng. Còn {left} lần thử.", f"The PIN is not right. {left} tries left."
        )

    def health(self) -> KioskHealth:
        """A machine that is well, or one with every trouble at once."""
        self.asked.append("health")
        if self.trouble:
            return self._in_trouble()
        return KioskHealth(
            device_name="Kiosk 1",
            version="0.2.0",
            printer=self.printer,
            online=True,
            unsent=0,
            last_contact=_at(8, 4),
            problem=None,
            slips_waiting=0,
            slips_unsure=0,
            numbers_today=27,
            ratings_today=5,
            failures=(),
        )

    def print_test(self) -> None:
        """Counts it; EnvironmentFailure `printer_paper_out` in trouble."""
        if self.trouble:
            raise EnvironmentFailure(
                "printer_paper_out",
                "Máy in hết giấy nên chưa in được. Xin nạp giấy.",
                "Nothing was printed: the printer is out of paper. Please load paper.",
            )
        self.printed += 1

    def _in_trouble(self) -> KioskHealth:
        return KioskHealth(
            device_name="Kiosk 1",
            version="0.2.0",
            printer="paper_out",
            online=False,
            unsent=38,
            last_contact=_at(7, 40),
            problem=Sentence(
                "Đồng hồ của máy này sai so với máy chủ; giờ hẹn vẫn tính theo máy chủ. Hãy chỉnh lại đồng hồ.",
                "This machine's clock differs from the server's; promises follow the server. Please set the clock.",
            ),
            slips_waiting=3,
            slips_unsure=1,
            numbers_today=27,
            ratings_today=5,
            failures=_FAILURES,
        )
