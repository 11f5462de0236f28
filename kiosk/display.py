"""Whether there is a screen to open a window on."""

from __future__ import annotations

import sys
from collections.abc import Mapping

from shared.failures import EnvironmentFailure

_SCREENS = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")


def refuse_without_display(environment: Mapping[str, str], platform: str = sys.platform) -> None:
    """EnvironmentFailure `no_display` on a Linux without screen: Qt itself would end the program without a sentence."""
    if platform.startswith("linux") and not any(environment.get(name) for name in _SCREENS):
        raise EnvironmentFailure(
            "no_display",
            "Không có màn hình để mở cửa sổ. Xin chạy trong phiên đồ họa, hoặc đặt QT_QPA_PLATFORM (eglfs, linuxfb).",
            "There is no screen for a window. Use a graphical session, or set QT_QPA_PLATFORM (eglfs, linuxfb).",
        )
