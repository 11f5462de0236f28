"""An appointment whose time has passed: the refusal knows its line, so that an ordinary number is one touch away."""

from __future__ import annotations

from shared.failures import Refusal


class MissedAppointment(Refusal):
    """The appointment is over (lịch hẹn đã qua). `line`: the letter of the line in which its holder was expected."""

    def __init__(self, refusal: Refusal, line: str) -> None:
        super().__init__(refusal.code, refusal.sentence.vi, refusal.sentence.en)
        self.line = line
