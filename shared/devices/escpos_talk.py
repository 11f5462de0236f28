"""Asking an ESC/POS printer how it is, over a line that may be slow, silent or chatty."""

from __future__ import annotations

from collections.abc import Callable

from shared.devices.escpos_status import ASK_FOR_END, QUESTIONS, Question, ask, condition_of, is_end, is_real_time
from shared.devices.link import Link
from shared.devices.printer import PrinterCondition

_MOST_STALE_READS = 16


class EscposTalk:
    """Questions over one open line. Everything raises OSError when the line is gone."""

    def __init__(self, link: Link, monotonic: Callable[[], float]) -> None:
        self._link = link
        self._monotonic = monotonic
        self._end_seen = False

    def condition(self, seconds: float) -> PrinterCondition:
        """How the printer is, asked for at most `seconds`; "unknown" when it answers nothing."""
        if not self._link.can_answer:
            return "unknown"
        until = self._monotonic() + seconds
        answers: dict[Question, int] = {}
        for question in QUESTIONS:
            answer = self._answer(question, until)
            if answer is None:
                break
            answers[question] = answer
        return condition_of(answers)

    def ask_for_end(self, seconds: float) -> None:
        """Asks the printer to say when it has printed everything sent so far."""
        self._end_seen = False
        self._link.send(ASK_FOR_END, seconds)

    def came_to_end(self, seconds: float) -> bool:
        """Whether the printer has said, or says within `seconds`, that it has printed everything."""
        until = self._monotonic() + seconds
        while not self._end_seen:
            said = self._link.receive(max(0.0, until - self._monotonic()))
            if not said:
                break
            self._sort(said)
        return self._end_seen

    def _answer(self, question: Question, until: float) -> int | None:
        # Dots of a picture may look like a question, so answers that nobody waits for are thrown away first.
        for _ in range(_MOST_STALE_READS):
            stale = self._link.receive(0)
            if not stale:
                break
            self._sort(stale)
        left = until - self._monotonic()
        if left <= 0:
            return None
        self._link.send(ask(question), left)
        while (left := until - self._monotonic()) > 0:
            said = self._link.receive(left)
            if not said:
                return None
            answers = self._sort(said)
            if answers:
                return answers[0]
        return None

    def _sort(self, said: bytes) -> list[int]:
        """The real-time answers in `said`; remembers when the mark of the end is among it."""
        self._end_seen = self._end_seen or any(is_end(byte) for byte in said)
        return [byte for byte in said if is_real_time(byte)]
