"""The view model of rating."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from PySide6.QtCore import Slot

from kiosk.journeys.rate.props import RateProps, RateState, derive_rate_props, may_find, with_key
from kiosk.language import Language
from kiosk.ports import KioskOffice, Ratable, Tile
from kiosk.view_model import Journey
from shared.domain.rating import REASONS
from shared.failures import Failure
from shared.qt.lanes import Lanes


class RateViewModel(Journey):
    """Leads from a slip or receipt over a face and reasons to the thanks.

    Signals: `left` (see `Journey`).
    """

    def __init__(self, office: KioskOffice, lanes: Lanes, language: Language) -> None:
        self._office = office
        self._lanes = lanes
        self._state = RateState()
        self._searches = 0
        super().__init__(language)

    @property
    def state(self) -> RateState:
        """Where the journey stands."""
        return self._state

    def begin(self, tiles: tuple[Tile, ...]) -> None:
        """ "Đánh giá" was chosen; the letters of `tiles` begin the labels of tickets."""
        self._move(RateState(stage="entry", letters=tuple(tile.letter for tile in tiles)))

    def leave(self) -> None:
        """Forgets everything of this journey."""
        self._move(RateState())

    @Slot(str)
    def press(self, key: str) -> None:
        """A letter or digit of the pad was touched."""
        self._move(with_key(self._state, key))

    @Slot()
    def erase(self) -> None:
        """Takes the last character away."""
        if not self._state.finding:
            self._move(replace(self._state, label=self._state.label[:-1], problem=None))

    @Slot()
    def clear(self) -> None:
        """Takes all characters away."""
        if not self._state.finding:
            self._move(replace(self._state, label="", problem=None))

    @Slot()
    def find(self) -> None:
        """Looks for the typed label."""
        if may_find(self._state):
            self._search(self._state.label)

    def find_scanned(self, text: str) -> None:
        """Looks for what the scanner read, whatever was typed before; not while a rating is being sent."""
        if not self._state.sending:
            self._move(RateState(stage="entry", letters=self._state.letters))
            self._search(text)

    @Slot(int)
    def choose_score(self, score: int) -> None:
        """A face was touched."""
        if self._state.stage == "scoring" and not self._state.sending:
            self._move(replace(self._state, score=score, problem=None))

    @Slot(str)
    def toggle_reason(self, reason: str) -> None:
        """A reason was touched."""
        if reason in REASONS and self._state.score and not self._state.sending:
            self._move(replace(self._state, reasons=self._state.reasons ^ {reason}))

    @Slot()
    def send(self) -> None:
        """ "Gửi đánh giá" was touched: sends once, however often it is touched."""
        state = self._state
        if state.ratable is None or not state.score or state.sending:
            return
        self._move(replace(state, sending=True, problem=None))
        reasons = tuple(reason for reason in REASONS if reason in state.reasons)
        self._lanes.database.submit(
            partial(self._office.rate, state.ratable.about, state.ratable.about_id, state.score, reasons),
            partial(self._sent, state.ratable),
            partial(self._not_sent, state.ratable),
        )

    @Slot()
    def back(self) -> None:
        """From the faces back to the pad, from the pad out of the journey; not while a rating is being sent."""
        if self._state.sending:
            return
        if self._state.stage == "scoring":
            self._move(RateState(stage="entry", letters=self._state.letters))
        else:
            self.left.emit()

    def _search(self, text: str) -> None:
        self._searches += 1
        search = self._searches
        self._move(replace(self._state, finding=search, problem=None))
        self._lanes.database.submit(
            partial(self._office.ratable, text), partial(self._found, search), partial(self._not_found, search)
        )

    def _found(self, search: int, ratable: Ratable) -> None:
        if search == self._state.finding:
            self._move(replace(self._state, stage="scoring", finding=0, ratable=ratable))

    def _not_found(self, search: int, failure: Failure) -> None:
        if search == self._state.finding:
            self._move(replace(self._state, finding=0, problem=failure.sentence))

    def _sent(self, ratable: Ratable, _nothing: None) -> None:
        if ratable is self._state.ratable:
            self._move(RateState(stage="thanks"))

    def _not_sent(self, ratable: Ratable, failure: Failure) -> None:
        if ratable is self._state.ratable:
            self._move(replace(self._state, sending=False, problem=failure.sentence))

    def _move(self, state: RateState) -> None:
        self._state = state
        self.show_again()

    def _derived(self) -> RateProps:
        return derive_rate_props(self._state, self._words)
