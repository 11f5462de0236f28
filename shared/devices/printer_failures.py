"""What is said when a printer does not print: what happened, what is safe, what to do."""

from __future__ import annotations

from shared.devices.printer import PrinterCondition
from shared.failures import EnvironmentFailure

CAME_OUT_IN_PART = "printer_unfinished"
"""The code of the only failure after which a part of the slip may lie in someone's hand."""


def paper_out() -> EnvironmentFailure:
    """`printer_paper_out`: there was no paper before anything was printed."""
    return EnvironmentFailure(
        "printer_paper_out",
        "Máy in hết giấy nên chưa in được. Dữ liệu đã lưu an toàn; xin báo nhân viên nạp giấy.",
        "Nothing was printed: the printer is out of paper. The data is safe; please ask the staff to load paper.",
    )


def cover_open() -> EnvironmentFailure:
    """`printer_cover_open`: the cover stood open before anything was printed."""
    return EnvironmentFailure(
        "printer_cover_open",
        "Nắp máy in đang mở nên chưa in được. Dữ liệu đã lưu an toàn; xin báo nhân viên đóng nắp máy in.",
        "Nothing was printed: the printer's cover is open. The data is safe; please ask the staff to close it.",
    )


def offline() -> EnvironmentFailure:
    """`printer_offline`: the printer is switched off, disconnected, or says that it takes nothing now."""
    return EnvironmentFailure(
        "printer_offline",
        "Không kết nối được với máy in nên chưa in được. Dữ liệu đã lưu an toàn; xin kiểm tra nguồn và dây máy in.",
        "Nothing was printed: the printer cannot be reached. The data is safe; check its power and its cable.",
    )


def failed() -> EnvironmentFailure:
    """`printer_failed`: the printer reports a fault of its own, or the slip cannot be made into dots."""
    return EnvironmentFailure(
        "printer_failed",
        "Máy in gặp lỗi nên chưa in được. Dữ liệu đã lưu an toàn; xin báo nhân viên kiểm tra máy in.",
        "Nothing was printed: the printer reports a fault. The data is safe; please ask the staff to look at it.",
    )


def unfinished() -> EnvironmentFailure:
    """`printer_unfinished`: it stopped after the slip had begun; it is not printed again by itself."""
    return EnvironmentFailure(
        CAME_OUT_IN_PART,
        "Máy in dừng giữa chừng, phiếu có thể chưa in hết. Dữ liệu đã lưu an toàn; xin xem phiếu và báo nhân viên.",
        "The printer stopped in the middle; the slip may be incomplete. The data is safe; look at the slip and tell "
        "the staff.",
    )


def refusal_of(condition: PrinterCondition) -> EnvironmentFailure | None:
    """Why a printer in this condition is not sent anything, or None when it may be."""
    match condition:
        case "paper_out":
            return paper_out()
        case "cover_open":
            return cover_open()
        case "offline":
            return offline()
        case "failed":
            return failed()
        case _:
            return None
