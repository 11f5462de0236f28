"""The view model of the home screen."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import Signal, Slot

from kiosk.journeys.home.props import HomeProps, HomeState, derive_home_props
from kiosk.language import Language
from kiosk.ports import Group, Home, KioskOffice, Tile
from kiosk.view_model import ViewModel
from shared.failures import Failure
from shared.qt.lanes import Lanes
from shared.qt.scanner_keys import stopwatch

STALE_AFTER_MILLISECONDS = 30_000
"""What is older is shown with its time."""

TOLD_FOR_MILLISECONDS = 45_000
"""So long the screen explains why a line gives no numbers, then it shows all lines to the next citizen."""

_Answer = tuple[Home, tuple[Tile, ...], tuple[Group, ...]]


class HomeViewModel(ViewModel):
    """Keeps the tiles fresh and says what was chosen.

    `refresh` is called every few seconds; it also notices that the answers have ceased.

    Signals: `line_chosen` with the Tile of a line that gives numbers; `dossier_chosen`, `rating_chosen`,
    `procedures_chosen` and `appointment_chosen` for the other journeys.
    """

    line_chosen = Signal(object)
    dossier_chosen = Signal()
    rating_chosen = Signal()
    procedures_chosen = Signal()
    appointment_chosen = Signal()

    def __init__(
        self,
        office: KioskOffice,
        lanes: Lanes,
        language: Language,
        milliseconds: Callable[[], int] | None = None,
    ) -> None:
        """`milliseconds`: a stopwatch, which no change of the clock disturbs."""
        self._office = office
        self._lanes = lanes
        self._milliseconds = milliseconds or stopwatch()
        self._state = HomeState()
        self._asking = False
        self._answered_at = 0
        self._told_at = 0
        super().__init__(language)

    @property
    def state(self) -> HomeState:
        """What is known of the office."""
        return self._state

    @Slot()
    def refresh(self) -> None:
        """Asks the office anew, unless a question is under way already."""
        self._look_at_the_watch()
        if not self._asking:
            self._asking = True
            self._lanes.database.submit(self._ask, self._answered, self._failed)

    def leave(self) -> None:
        """Home as the next citizen should find it: all lines."""
        self.close_told()

    @Slot(str)
    def choose_line(self, letter: str) -> None:
        """A tile was touched."""
        for tile in self._state.tiles:
            if tile.letter != letter:
                continue
            if tile.giving == "open":
                self.line_chosen.emit(tile)
            else:
                self._told_at = self._milliseconds()
                self._move(replace(self._state, told=letter))

    @Slot()
    def close_told(self) -> None:
        """ "Trang chủ" was touched where a line that gives no numbers is explained."""
        self._move(replace(self._state, told=""))

    @Slot()
    def choose_dossier(self) -> None:
        """ "Tra cứu hồ sơ" was touched."""
        self.close_told()
        self.dossier_chosen.emit()

    @Slot()
    def choose_rating(self) -> None:
        """ "Đánh giá mức độ hài lòng" was touched."""
        self.close_told()
        self.rating_chosen.emit()

    @Slot()
    def choose_procedures(self) -> None:
        """ "Thủ tục" was touched."""
        self.close_told()
        self.procedures_chosen.emit()

    @Slot()
    def choose_appointment(self) -> None:
        """ "Có lịch hẹn" was touched."""
        self.close_told()
        self.appointment_chosen.emit()

    def _ask(self) -> _Answer:
        return self._office.home(), self._office.tiles(), self._office.groups()

    def _answered(self, answer: _Answer) -> None:
        self._asking = False
        self._answered_at = self._milliseconds()
        home, tiles, groups = answer
        self._move(HomeState(home, tiles, groups, told=self._state.told))

    def _failed(self, failure: Failure) -> None:
        self._asking = False
        self._move(replace(self._state, problem=failure.sentence))

    def _look_at_the_watch(self) -> None:
        now = self._milliseconds()
        state = self._state
        told = state.told if now - self._told_at <= TOLD_FOR_MILLISECONDS else ""
        self._move(replace(state, stale=now - self._answered_at > STALE_AFTER_MILLISECONDS, told=told))

    def _move(self, state: HomeState) -> None:
        self._state = state
        self.show_again()

    def _derived(self) -> HomeProps:
        return derive_home_props(self._state, self._words)
