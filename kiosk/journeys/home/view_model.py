"""The view model of the home screen."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Signal, Slot

from kiosk.journeys.home.props import HomeProps, HomeState, derive_home_props
from kiosk.language import Language
from kiosk.ports import Group, Home, KioskOffice, Tile
from kiosk.view_model import ViewModel
from shared.failures import Failure
from shared.qt.lanes import Lanes

_Answer = tuple[Home, tuple[Tile, ...], tuple[Group, ...]]


class HomeViewModel(ViewModel):
    """Keeps the tiles fresh and says which line was chosen.

    Signals: `line_chosen` with the Tile; `dossier_chosen` and `rating_chosen` for the other two journeys.
    """

    line_chosen = Signal(object)
    dossier_chosen = Signal()
    rating_chosen = Signal()

    def __init__(self, office: KioskOffice, lanes: Lanes, language: Language) -> None:
        self._office = office
        self._lanes = lanes
        self._state = HomeState()
        self._asking = False
        super().__init__(language)

    @property
    def state(self) -> HomeState:
        """What is known of the office."""
        return self._state

    def refresh(self) -> None:
        """Asks the office anew, unless a question is under way already."""
        if not self._asking:
            self._asking = True
            self._lanes.database.submit(self._ask, self._answered, self._failed)

    @Slot(str)
    def choose_line(self, letter: str) -> None:
        """A tile was touched."""
        for tile in self._state.tiles:
            if tile.letter == letter:
                self.line_chosen.emit(tile)

    @Slot()
    def choose_dossier(self) -> None:
        """ "Tra cứu hồ sơ" was touched."""
        self.dossier_chosen.emit()

    @Slot()
    def choose_rating(self) -> None:
        """ "Đánh giá mức độ hài lòng" was touched."""
        self.rating_chosen.emit()

    def _ask(self) -> _Answer:
        return self._office.home(), self._office.tiles(), self._office.groups()

    def _answered(self, answer: _Answer) -> None:
        self._asking = False
        home, tiles, groups = answer
        self._state = HomeState(home, tiles, groups)
        self.show_again()

    def _failed(self, failure: Failure) -> None:
        self._asking = False
        self._state = replace(self._state, problem=failure.sentence)
        self.show_again()

    def _derived(self) -> HomeProps:
        return derive_home_props(self._state, self._words)
