"""The view model of the staff's pad and panel."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from PySide6.QtCore import QTimer, Signal, Slot

from kiosk.language import Language
from kiosk.ports import KioskHealth, StaffRoom
from kiosk.staff.props import StaffProps, derive_staff_props
from kiosk.staff.state import LONGEST_PIN, SHORTEST_PIN, End, StaffState
from kiosk.view_model import ViewModel
from shared.failures import Failure
from shared.qt.lanes import Lanes

REFRESH_MILLISECONDS = 5000


class StaffViewModel(ViewModel):
    """Lets staff in by their PIN and shows them how the machine is. Nothing typed outlives the moment it is checked.

    Signals: `left` when staff go home; `restart_wanted` and `quit_wanted` when they end the program, to start again or
    for the machine's own screen.
    """

    left = Signal()
    restart_wanted = Signal()
    quit_wanted = Signal()

    def __init__(self, room: StaffRoom, lanes: Lanes, language: Language) -> None:
        self._room = room
        self._lanes = lanes
        self._state = StaffState()
        self._asking = False
        super().__init__(language)
        self._refreshing = QTimer(self)
        self._refreshing.setInterval(REFRESH_MILLISECONDS)
        self._refreshing.timeout.connect(self.refresh)

    @property
    def state(self) -> StaffState:
        """Where staff are."""
        return self._state

    def begin(self) -> None:
        """The door was opened: asks for the PIN."""
        visit = self._state.visit + 1
        self._refreshing.stop()
        self._move(StaffState(stage="pin", visit=visit))
        self._lanes.database.submit(
            self._room.has_pin, partial(self._pin_known, visit), partial(self._pin_unknown, visit)
        )

    def leave(self) -> None:
        """Forgets everything; to come in again takes the PIN again."""
        self._refreshing.stop()
        self._move(StaffState(visit=self._state.visit + 1))

    @Slot(str)
    def press(self, digit: str) -> None:
        """A digit of the pad was touched."""
        state = self._state
        if state.takes_digits and len(digit) == 1 and digit in "0123456789" and len(state.digits) < LONGEST_PIN:
            self._move(replace(state, digits=state.digits + digit, problem=None))

    @Slot()
    def erase(self) -> None:
        """Takes the last digit away."""
        if self._state.takes_digits:
            self._move(replace(self._state, digits=self._state.digits[:-1]))

    @Slot()
    def clear(self) -> None:
        """Takes all digits away."""
        if self._state.takes_digits:
            self._move(replace(self._state, digits=""))

    @Slot()
    def enter(self) -> None:
        """Tries the digits typed; they are forgotten at once."""
        state = self._state
        if not state.takes_digits or len(state.digits) < SHORTEST_PIN:
            return
        self._move(replace(state, digits="", checking=True, problem=None))
        visit = state.visit
        self._lanes.database.submit(
            partial(self._room.let_in, state.digits), partial(self._let_in, visit), partial(self._kept_out, visit)
        )

    @Slot()
    def refresh(self) -> None:
        """Asks anew how the machine is."""
        if self._state.stage == "panel" and not self._asking:
            self._asking = True
            visit = self._state.visit
            self._lanes.printing.submit(self._room.health, partial(self._told, visit), partial(self._not_told, visit))

    @Slot()
    def print_test(self) -> None:
        """ "In thử" was touched."""
        if self._state.stage == "panel" and self._state.trial != "printing":
            visit = self._state.visit
            self._move(replace(self._state, trial="printing", problem=None, asked=None))
            self._lanes.printing.submit(
                self._room.print_test, partial(self._printed, visit), partial(self._not_printed, visit)
            )

    @Slot()
    def restart(self) -> None:
        """ "Khởi động lại" was touched; the second touch does it."""
        self._end("restart")

    @Slot()
    def quit(self) -> None:
        """ "Thoát" was touched; the second touch does it."""
        self._end("quit")

    @Slot()
    def go_home(self) -> None:
        """ "Trang chủ" was touched."""
        self.left.emit()

    def _end(self, wanted: End) -> None:
        if self._state.stage != "panel":
            return
        if self._state.asked != wanted:
            self._move(replace(self._state, asked=wanted))
            return
        self._move(replace(self._state, asked=None))
        (self.restart_wanted if wanted == "restart" else self.quit_wanted).emit()

    def _pin_known(self, visit: int, pin_set: bool) -> None:  # noqa: FBT001  # what the lane brings
        if visit == self._state.visit:
            self._move(replace(self._state, pin_set=pin_set))

    def _pin_unknown(self, visit: int, failure: Failure) -> None:
        if visit == self._state.visit:
            self._move(replace(self._state, problem=failure.sentence))

    def _let_in(self, visit: int, _nothing: None) -> None:
        if visit == self._state.visit and self._state.checking:
            self._move(StaffState(stage="panel", visit=visit))
            self._refreshing.start()
            self.refresh()

    def _kept_out(self, visit: int, failure: Failure) -> None:
        if visit == self._state.visit:
            locked = failure.code == "pin_locked"
            self._move(replace(self._state, checking=False, locked=locked, problem=failure.sentence))

    def _told(self, visit: int, health: KioskHealth) -> None:
        self._asking = False
        if visit == self._state.visit:
            still_true = self._state.problem if self._state.trial == "failed" else None
            self._move(replace(self._state, health=health, problem=still_true))
        else:
            self.refresh()

    def _not_told(self, visit: int, failure: Failure) -> None:
        self._asking = False
        if visit == self._state.visit:
            self._move(replace(self._state, problem=failure.sentence))
        else:
            self.refresh()

    def _printed(self, visit: int, _nothing: None) -> None:
        if visit == self._state.visit:
            self._move(replace(self._state, trial="printed"))
            self.refresh()

    def _not_printed(self, visit: int, failure: Failure) -> None:
        if visit == self._state.visit:
            self._move(replace(self._state, trial="failed", problem=failure.sentence))
            self.refresh()

    def _move(self, state: StaffState) -> None:
        self._state = state
        self.show_again()

    def _derived(self) -> StaffProps:
        return derive_staff_props(self._state, self._words)
