"""What the server refuses over HTTP, with the status it has there."""

from __future__ import annotations

from shared.failures import Refusal


class HttpRefusal(Refusal):
    """A refusal with the HTTP status it has; `extra` goes into the answer beside code and sentences."""

    def __init__(self, status: int, code: str, vi: str, en: str, **extra: object) -> None:
        super().__init__(code, vi, en)
        self.status = status
        self.extra = extra
        self.headers: dict[str, str] = {}
        """What its answer says in headers besides."""


def malformed(what: str) -> HttpRefusal:
    """The request could not be read; `what` names it without quoting it."""
    return HttpRefusal(400, "malformed", "Yêu cầu không đọc được.", f"The request could not be read ({what}).")
