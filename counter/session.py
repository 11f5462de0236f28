"""Who works here now: the officer signed in, the counter opened, and whether the screen is locked."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from PySide6.QtCore import QObject, Signal

from counter.ports import CounterChoice, Officer
from shared.domain.permission import Act, may

Room = Literal[
    "reception",
    "handover",
    "deciding",
    "results",
    "deadlines",
    "dossiers",
    "cash",
    "lead",
    "calendar",
    "custody",
    "consign",
    "delivery",
]
"""Tiếp nhận, bàn giao, có kết quả, trả kết quả, thời hạn, tra cứu hồ sơ, thu phí, điều hành, lịch làm việc, giấy tờ
đang ở đâu, nhận gửi tại bưu điện, chuyển phát."""

_ROOMS: dict[Room, Act] = {
    "reception": "receive",
    "handover": "hand_over",
    "deciding": "decide_result",
    "results": "return_result",
    "deadlines": "watch_deadlines",
    "dossiers": "look_up",
    "cash": "collect_fee",
    "lead": "lead",
    "calendar": "edit_calendar",
    "custody": "see_custody",
    "consign": "consign",
    "delivery": "prepare_delivery",
}
"""What is done in each room."""


_AT_A_POST_POINT: tuple[Room, ...] = ("consign", "handover", "delivery", "dossiers", "custody")
_ONLY_THERE: tuple[Room, ...] = ("consign",)


def rooms_of(officer: Officer) -> tuple[Room, ...]:
    """The rooms that somebody of this role works in, the one shown first first.

    At a point of the post there are those of the post only; a postal employee at a counter of the office works there.
    """
    if officer.unit_kind == "post":
        return tuple(room for room in _AT_A_POST_POINT if may(officer.role, _ROOMS[room]))
    return tuple(room for room, act in _ROOMS.items() if room not in _ONLY_THERE and may(officer.role, act))


def serves_a_counter(officer: Officer) -> bool:
    """Whether somebody of this role opens a counter and calls numbers."""
    return officer.unit_kind == "one_stop" and may(officer.role, "open_desk")


@dataclass(frozen=True, slots=True)
class SessionState:
    """The session (phiên làm việc). `settled`: the counter was chosen, or the officer works without one."""

    officer: Officer | None = None
    counter: CounterChoice | None = None
    settled: bool = False
    locked: bool = False

    @property
    def working(self) -> bool:
        """Whether the rooms are open to be seen."""
        return self.officer is not None and self.settled and not self.locked


class Session(QObject):
    """Holds the one `SessionState` of the program.

    Signals: `changed` after every change.
    """

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._state = SessionState()

    @property
    def state(self) -> SessionState:
        """The session now."""
        return self._state

    def become(self, state: SessionState) -> None:
        """Takes `state` and tells everybody, if it is another one."""
        if state != self._state:
            self._state = state
            self.changed.emit()
