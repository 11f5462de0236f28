"""The view model of taking a number."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from PySide6.QtCore import Signal, Slot

from kiosk.journeys.take_number import state as steps
from kiosk.journeys.take_number.props import TakeNumberProps, derive_take_number_props
from kiosk.journeys.take_number.state import TakeNumberState
from kiosk.language import Language
from kiosk.ports import Group, IssuedTicket, KioskOffice, ProcedureChoice, SlipPrinter, Tile
from kiosk.view_model import ViewModel
from shared.failures import Failure
from shared.qt.lanes import Lanes


class TakeNumberViewModel(ViewModel):
    """Leads a citizen from the touched line to the printed number.

    An answer of the office that comes after its journey has ended is dropped.

    Signals: `left` when the citizen goes back beyond the first screen.
    """

    left = Signal()

    def __init__(
        self,
        office: KioskOffice,
        lanes: Lanes,
        printer: SlipPrinter,
        new_journey: Callable[[], str],
        language: Language,
    ) -> None:
        self._office = office
        self._lanes = lanes
        self._printer = printer
        self._new_journey = new_journey
        self._state = TakeNumberState()
        super().__init__(language)

    @property
    def state(self) -> TakeNumberState:
        """Where the journey stands."""
        return self._state

    def begin(self, tile: Tile, groups: tuple[Group, ...]) -> None:
        """A line was chosen on the home screen."""
        self._move(steps.begun(self._new_journey(), tile, groups))
        self._lanes.database.submit(
            partial(self._office.procedures, tile.letter),
            partial(self._procedures_came, self._state.journey),
            self._procedures_did_not_come,
        )

    def leave(self) -> None:
        """Forgets everything of this journey."""
        self._move(TakeNumberState())

    @Slot(str)
    def choose_group(self, group: str) -> None:
        """A priority group was touched."""
        self._move(steps.with_group(self._state, group))

    @Slot()
    def list_procedures(self) -> None:
        """ "Xem giấy tờ cần mang" was touched."""
        if self._state.procedures and not self._state.issuing:
            self._move(replace(self._state, stage="procedures"))

    @Slot(str)
    def read_documents(self, code: str) -> None:
        """A procedure of the list was touched."""
        self._move(steps.reading_documents(self._state, code))

    @Slot()
    def choose_procedure(self) -> None:
        """The procedure being read is the one the citizen came for."""
        self._move(steps.with_procedure(self._state))

    @Slot()
    def confirm(self) -> None:
        """ "Lấy số" was touched: asks for one number, however often it is touched."""
        if not steps.may_confirm(self._state) or self._state.tile is None:
            return
        self._move(steps.issuing(self._state))
        state = self._state
        procedure = state.procedure.code if state.procedure else None
        self._lanes.database.submit(
            partial(self._office.take_number, state.journey, self._state.tile.letter, state.group, procedure),
            partial(self._issued, state.journey),
            partial(self._not_issued, state.journey),
        )

    @Slot()
    def back(self) -> None:
        """One screen back."""
        before = steps.one_back(self._state)
        if before.stage == "resting":
            self.left.emit()
        else:
            self._move(before)

    def _procedures_came(self, journey: str, procedures: tuple[ProcedureChoice, ...]) -> None:
        if journey == self._state.journey:
            self._move(replace(self._state, procedures=procedures))

    def _procedures_did_not_come(self, _failure: Failure) -> None:
        """The list is an offer: without it the number can be taken all the same."""

    def _issued(self, journey: str, ticket: IssuedTicket) -> None:
        if journey != self._state.journey:
            return
        self._move(steps.issued(self._state, ticket))
        self._lanes.database.submit(
            partial(self._printer.print_slip, ticket.label, ticket.slip),
            partial(self._printed, journey),
            partial(self._not_printed, journey),
        )

    def _not_issued(self, journey: str, failure: Failure) -> None:
        if journey == self._state.journey:
            self._move(steps.not_issued(self._state, failure))

    def _printed(self, journey: str, _nothing: None) -> None:
        if journey == self._state.journey:
            self._move(replace(self._state, slip="printed"))

    def _not_printed(self, journey: str, _failure: Failure) -> None:
        if journey == self._state.journey:
            self._move(replace(self._state, slip="not_printed"))

    def _move(self, state: TakeNumberState) -> None:
        self._state = state
        self.show_again()

    def _derived(self) -> TakeNumberProps:
        return derive_take_number_props(self._state, self._words)
