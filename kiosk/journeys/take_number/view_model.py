"""The view model of taking a number."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QTimer, Signal, Slot

from kiosk.journeys.take_number import state as steps
from kiosk.journeys.take_number.props import TakeNumberProps, derive_take_number_props
from kiosk.journeys.take_number.state import Offer, TakeNumberState
from kiosk.language import Language
from kiosk.ports import Group, IssuedTicket, KioskOffice, SlipPrinter, Tile
from kiosk.view_model import ViewModel
from shared.domain.appointment import appointment_code
from shared.failures import Failure
from shared.qt.lanes import Lanes

_CODE_BEGINS = "LH"
_ONE_FRAME_MILLISECONDS = 16


class TakeNumberViewModel(ViewModel):
    """Leads a citizen from the touched line, or from an appointment, to the printed number.

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

    @property
    def wants_card(self) -> bool:
        """Whether an identity card that is scanned now belongs to this journey: hand it to `take_card`."""
        return steps.wants_card(self._state)

    def begin(self, tile: Tile, groups: tuple[Group, ...]) -> None:
        """A line was chosen on the home screen."""
        self._move(steps.begun(self._new_journey(), tile, groups))
        self._ask_for_offer(tile.letter)

    def begin_for(self, letter: str, procedure: str) -> None:
        """The procedure with the code `procedure` ("" for none) was chosen elsewhere; it is served in `letter`."""
        self._move(steps.begun_with_procedure(self._new_journey(), procedure))
        self._ask_for_offer(letter)

    def begin_appointment(self) -> None:
        """ "Có lịch hẹn" was touched."""
        self._move(steps.begun_with_appointment(self._new_journey()))

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
        self._move(steps.listing_procedures(self._state))

    @Slot(str)
    def read_documents(self, code: str) -> None:
        """A procedure of the list was touched."""
        self._move(steps.reading_documents(self._state, code))

    @Slot()
    def choose_procedure(self) -> None:
        """The procedure being read is the one the citizen came for."""
        self._move(steps.with_procedure(self._state))

    @Slot()
    def list_matters(self) -> None:
        """ "Thêm việc khác" was touched."""
        self._move(steps.listing_matters(self._state))

    @Slot(str)
    def toggle_matter(self, letter: str) -> None:
        """A line was touched among the further matters."""
        self._move(steps.with_matter(self._state, letter))

    @Slot()
    def confirm(self) -> None:
        """ "Lấy số" was touched: asks for one number, however often it is touched."""
        if steps.may_confirm(self._state):
            self._state = steps.confirmed(self._state)
            if self._state.issuing:
                # Most numbers are there before the next frame: then the screen goes straight to it.
                self._ask_for_number()
                QTimer.singleShot(_ONE_FRAME_MILLISECONDS, self, self.show_again)
            else:
                self.show_again()

    def take_card(self, text: str) -> None:
        """An identity card was scanned; nothing of it stays but the day's mark, and that until the journey ends."""
        if not self.wants_card:
            return
        self._move(steps.holding_card(self._state))
        self._lanes.database.submit(
            partial(self._office.card_mark, text),
            partial(self._card_read, self._state.journey),
            partial(self._card_not_read, self._state.journey),
        )

    @Slot(str)
    def press(self, digit: str) -> None:
        """A digit of the pad was touched."""
        self._move(steps.with_digit(self._state, digit))

    @Slot()
    def erase(self) -> None:
        """Takes the last digit away."""
        self._move(steps.with_digits(self._state, self._state.digits[:-1]))

    @Slot()
    def clear(self) -> None:
        """Takes all digits away."""
        self._move(steps.with_digits(self._state, ""))

    @Slot()
    def check_in(self) -> None:
        """The typed code of an appointment is whole: asks for its number."""
        if steps.may_check_in(self._state):
            self._ask_for_appointment(_CODE_BEGINS + self._state.digits)

    def check_in_scanned(self, text: str) -> None:
        """The code of an appointment was scanned, whatever was typed before; with a number on the screen it is not
        heard."""
        if self._state.issuing or self._state.stage == "issued":
            return
        if self._state.stage != "appointment":
            self.begin_appointment()
        code = appointment_code(text)
        self._move(steps.with_digits(self._state, code.removeprefix(_CODE_BEGINS) if code else ""))
        self._ask_for_appointment(text)

    @Slot()
    def take_ordinary(self) -> None:
        """ "Lấy số thường" was touched: in the line of the missed appointment, or home to choose one."""
        if self._state.stage != "appointment" or self._state.issuing:
            return
        if self._state.missed:
            self.begin_for(self._state.missed, "")
        else:
            self.left.emit()

    @Slot()
    def print_again(self) -> None:
        """ "In lại" was touched: the same slip once more, never another number."""
        ticket = self._state.ticket
        if ticket is not None and steps.may_print_again(self._state):
            self._move(steps.printing_again(self._state))
            self._print(ticket)

    @Slot()
    def back(self) -> None:
        """One screen back."""
        before = steps.one_back(self._state)
        if before.stage == "resting":
            self.left.emit()
        else:
            self._move(before)

    def _ask_for_offer(self, letter: str) -> None:
        journey = self._state.journey
        self._lanes.database.submit(
            partial(self._offer_of, letter),
            partial(self._offer_came, journey, letter),
            partial(self._offer_did_not_come, journey),
        )

    def _offer_of(self, letter: str) -> Offer:
        office = self._office
        return Offer(office.home(), office.tiles(), office.groups(), office.procedures(letter))

    def _offer_came(self, journey: str, letter: str, offer: Offer) -> None:
        if journey == self._state.journey:
            self._move(steps.with_offer(self._state, offer, letter))

    def _offer_did_not_come(self, journey: str, failure: Failure) -> None:
        """Where the line is known the offer is an extra: without it the number can be taken all the same."""
        if journey == self._state.journey and self._state.tile is None:
            self._move(replace(self._state, problem=failure.sentence, refused=True))

    def _ask_for_number(self) -> None:
        state = self._state
        assert state.tile is not None
        self._lanes.database.submit(
            partial(self._office.take_number, steps.wish_of(state, state.tile)),
            partial(self._issued, state.journey),
            partial(self._not_issued, state.journey),
        )

    def _ask_for_appointment(self, text: str) -> None:
        self._move(steps.issuing(self._state))
        journey = self._state.journey
        self._lanes.database.submit(
            partial(self._office.check_in, journey, text),
            partial(self._issued, journey),
            partial(self._not_issued, journey),
        )

    def _card_read(self, journey: str, mark: str) -> None:
        if journey != self._state.journey:
            return
        waiting_for_it = self._state.stage == "card"
        self._move(steps.with_card(self._state, mark))
        if waiting_for_it:
            self._move(steps.issuing(self._state))
            self._ask_for_number()

    def _card_not_read(self, journey: str, failure: Failure) -> None:
        if journey == self._state.journey:
            self._move(steps.without_card(self._state, failure))

    def _issued(self, journey: str, ticket: IssuedTicket) -> None:
        if journey == self._state.journey:
            self._move(steps.issued(self._state, ticket))
            self._print(ticket)

    def _not_issued(self, journey: str, failure: Failure) -> None:
        if journey == self._state.journey:
            self._move(steps.not_issued(self._state, failure))

    def _print(self, ticket: IssuedTicket) -> None:
        journey = self._state.journey
        self._lanes.printing.submit(
            partial(self._printer.print_slip, ticket.label, ticket.slip),
            partial(self._printed, journey),
            partial(self._not_printed, journey),
        )

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
