"""How it is told that the server was not reached, could not be understood, or said no."""

from __future__ import annotations

from shared.failures import EnvironmentFailure


class ServerRefused(EnvironmentFailure):
    """The server understood and said no (`server_refused`).

    `reason` is the server's own code ("device_revoked", …), `last` the highest request counter it has seen, where it
    says so.
    """

    def __init__(self, status: int, reason: str, vi: str, en: str, last: int | None = None) -> None:
        super().__init__("server_refused", vi, en)
        self.status = status
        self.reason = reason
        self.last = last


def server_unreachable() -> EnvironmentFailure:
    """No answer came."""
    return EnvironmentFailure(
        "server_unreachable",
        "Chưa kết nối được máy chủ. Dữ liệu đã lưu an toàn trên máy này và sẽ được gửi khi có mạng trở lại.",
        "The server cannot be reached. The data is safe on this machine and will be sent when the line is back.",
    )


def answer_unreadable() -> EnvironmentFailure:
    """Something came that is no whole answer of our server."""
    return EnvironmentFailure(
        "server_answer_unreadable",
        "Máy chủ trả lời không đầy đủ hoặc đường mạng bị chặn. Dữ liệu vẫn an toàn trên máy này; máy sẽ thử lại.",
        "The server's answer was incomplete, or the line is intercepted. The data is safe here; it will try again.",
    )
