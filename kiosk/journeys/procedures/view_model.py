"""The view model of reading about procedures."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from PySide6.QtCore import Signal, Slot

from kiosk.journeys.procedures import state as steps
from kiosk.journeys.procedures.props import ProceduresProps, derive_procedures_props
from kiosk.journeys.procedures.state import ProceduresState
from kiosk.language import Language
from kiosk.ports import ProcedureField, ProcedureGuide, ProcedureHits, ProcedurePage, SlipPrinter
from kiosk.view_model import ViewModel
from shared.failures import Failure
from shared.qt.lanes import Lanes


class ProceduresViewModel(ViewModel):
    """Leads from the fields or from typed words to a procedure's page, and from there to paper, phone or a number.

    A typed letter is shown at once and asked about on the database lane; an answer to an earlier one is dropped.

    Signals: `left` when the citizen goes back beyond the first screen; `queue_wanted` with the letter of the line and
    the code of the procedure that a number is wanted for.
    """

    left = Signal()
    queue_wanted = Signal(str, str)

    def __init__(self, office: ProcedureGuide, lanes: Lanes, printer: SlipPrinter, language: Language) -> None:
        self._office = office
        self._lanes = lanes
        self._printer = printer
        self._state = ProceduresState()
        super().__init__(language)

    @property
    def state(self) -> ProceduresState:
        """Where the journey stands."""
        return self._state

    def begin(self) -> None:
        """ "Thủ tục" was chosen."""
        self._move(steps.begun(self._state))
        visit = self._state.visit
        self._lanes.database.submit(
            self._office.fields, partial(self._fields_came, visit), partial(self._did_not_come, visit)
        )

    def leave(self) -> None:
        """Forgets everything of this journey but the fields of the office."""
        self._move(steps.ended(self._state))

    @Slot(int)
    def show_fields_from(self, place: int) -> None:
        """Another page of the fields: `place` is the first on it."""
        self._move(replace(self._state, fields_from=max(0, place)))

    @Slot(int)
    def show_hits_from(self, place: int) -> None:
        """Another page of the hits: `place` is the first on it."""
        self._move(replace(self._state, hits_from=max(0, place)))

    @Slot(str)
    def choose_field(self, field: str) -> None:
        """A field was touched."""
        if any(each.name == field for each in self._state.fields):
            self._move(steps.in_field(self._state, field))
            self._search()

    @Slot()
    def open_keyboard(self) -> None:
        """The search field was touched."""
        self._move(steps.with_keyboard(self._state))

    @Slot()
    def close_keyboard(self) -> None:
        """ "Xem kết quả" was touched."""
        self._move(steps.without_keyboard(self._state))

    @Slot(str)
    def press(self, key: str) -> None:
        """A key of the keyboard on the screen was touched."""
        self.write(self._state.typed + key)

    @Slot()
    def erase(self) -> None:
        """Takes the last letter away."""
        self.write(self._state.typed[:-1])

    @Slot()
    def clear(self) -> None:
        """Takes all letters away."""
        self.write("")

    @Slot(str)
    def write(self, text: str) -> None:
        """The search field holds `text` now, however it came there; from the fields it leads to the keyboard."""
        text = text.lstrip()
        if self._state.stage not in ("browse", "results") or text == self._state.typed:
            return
        ready = steps.with_keyboard(self._state) if self._state.stage == "browse" else self._state
        self._move(steps.with_text(ready, text))
        self._search()

    @Slot(str)
    def read(self, code: str) -> None:
        """A procedure was touched, or its code was scanned."""
        if self._state.stage == "resting" or self._state.opening == code:
            return
        self._move(replace(self._state, opening=code, problem=None))
        visit = self._state.visit
        self._lanes.database.submit(
            partial(self._office.page, code),
            partial(self._page_came, visit, code),
            partial(self._page_did_not_come, visit, code),
        )

    @Slot()
    def print_sheet(self) -> None:
        """ "In hướng dẫn" was touched: prints once, however often it is touched."""
        page = self._state.page
        if page is None or not page.received_here or self._state.slip in ("printing", "printed"):
            return
        self._move(replace(self._state, slip="printing"))
        visit = self._state.visit
        self._lanes.database.submit(
            partial(self._office.sheet, page.code),
            partial(self._sheet_came, visit, page.code),
            partial(self._not_printed, visit, page.code),
        )

    @Slot()
    def take_number(self) -> None:
        """ "Lấy số" was touched on the page of a procedure."""
        page = self._state.page
        if page is not None and page.received_here and page.letter:
            self.queue_wanted.emit(page.letter, page.code)

    @Slot()
    def back(self) -> None:
        """One screen back."""
        before = steps.one_back(self._state)
        if before.stage == "resting":
            self.left.emit()
        else:
            self._move(before)

    def _search(self) -> None:
        state = self._state
        self._lanes.database.submit(
            partial(self._office.search, state.typed, state.field),
            partial(self._hits_came, state.visit, state.asked),
            partial(self._hits_did_not_come, state.visit, state.asked),
        )

    def _fields_came(self, visit: int, fields: tuple[ProcedureField, ...]) -> None:
        if visit == self._state.visit:
            self._move(replace(self._state, fields=fields))

    def _did_not_come(self, visit: int, failure: Failure) -> None:
        if visit == self._state.visit:
            self._move(replace(self._state, opening="", problem=failure.sentence))

    def _hits_came(self, visit: int, asked: int, hits: ProcedureHits) -> None:
        if (visit, asked) == (self._state.visit, self._state.asked):
            self._move(steps.with_hits(self._state, hits))

    def _hits_did_not_come(self, visit: int, asked: int, failure: Failure) -> None:
        if (visit, asked) == (self._state.visit, self._state.asked):
            self._move(replace(steps.with_hits(self._state, steps.NO_HITS), problem=failure.sentence))

    def _page_came(self, visit: int, code: str, page: ProcedurePage) -> None:
        if (visit, code) == (self._state.visit, self._state.opening):
            self._move(steps.with_page(self._state, page))

    def _page_did_not_come(self, visit: int, code: str, failure: Failure) -> None:
        if (visit, code) == (self._state.visit, self._state.opening):
            self._did_not_come(visit, failure)

    def _sheet_came(self, visit: int, code: str, pdf: bytes) -> None:
        self._lanes.printing.submit(
            partial(self._printer.print_slip, code, pdf),
            partial(self._printed, visit, code),
            partial(self._not_printed, visit, code),
        )

    def _printed(self, visit: int, code: str, _nothing: None) -> None:
        if self._is_shown(visit, code):
            self._move(replace(self._state, slip="printed"))

    def _not_printed(self, visit: int, code: str, _failure: Failure) -> None:
        if self._is_shown(visit, code):
            self._move(replace(self._state, slip="not_printed"))

    def _is_shown(self, visit: int, code: str) -> bool:
        return visit == self._state.visit and self._state.page is not None and self._state.page.code == code

    def _move(self, state: ProceduresState) -> None:
        self._state = state
        self.show_again()

    def _derived(self) -> ProceduresProps:
        return derive_procedures_props(self._state, self._words)
