"""The view model of checking a dossier."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from PySide6.QtCore import Slot

from kiosk.journeys.check_dossier.props import (
    FEWEST_DIGITS,
    MOST_DIGITS,
    CheckDossierProps,
    CheckDossierState,
    derive_check_dossier_props,
)
from kiosk.language import Language
from kiosk.ports import KioskOffice, Progress
from kiosk.view_model import Journey
from shared.failures import Failure
from shared.qt.lanes import Lanes


class CheckDossierViewModel(Journey):
    """Leads from a scanned or typed code to where the dossier stands.

    Every search has a number of its own, so that a late answer to an earlier one is dropped.

    Signals: `left` (see `Journey`).
    """

    def __init__(self, office: KioskOffice, lanes: Lanes, language: Language) -> None:
        self._office = office
        self._lanes = lanes
        self._state = CheckDossierState()
        self._searches = 0
        super().__init__(language)

    @property
    def state(self) -> CheckDossierState:
        """Where the journey stands."""
        return self._state

    def begin(self) -> None:
        """ "Tra cứu hồ sơ" was chosen."""
        self._move(CheckDossierState(stage="entry", prefix=self._state.prefix))
        self._lanes.database.submit(self._office.code_prefix, self._prefix_came, self._prefix_did_not_come)

    def leave(self) -> None:
        """Forgets everything of this journey but the office's prefix."""
        self._move(CheckDossierState(prefix=self._state.prefix))

    @Slot(str)
    def press(self, digit: str) -> None:
        """A digit of the pad was touched."""
        state = self._state
        if digit.isdigit() and len(digit) == 1 and len(state.digits) < MOST_DIGITS and not state.finding:
            self._move(replace(state, digits=state.digits + digit, problem=None))

    @Slot()
    def erase(self) -> None:
        """Takes the last digit away."""
        if not self._state.finding:
            self._move(replace(self._state, digits=self._state.digits[:-1], problem=None))

    @Slot()
    def clear(self) -> None:
        """Takes all digits away."""
        if not self._state.finding:
            self._move(replace(self._state, digits="", problem=None))

    @Slot()
    def find(self) -> None:
        """Looks for the typed code."""
        digits = self._state.digits
        if len(digits) >= FEWEST_DIGITS and not self._state.finding:
            self._search(f"{self._state.prefix}{digits[:6]}-{digits[6:]}")

    def find_scanned(self, text: str) -> None:
        """Looks for what the scanner read, whatever was typed before."""
        self._move(replace(self._state, stage="entry", digits="", progress=None))
        self._search(text)

    @Slot()
    def back(self) -> None:
        """From the dossier back to the pad, from the pad out of the journey."""
        if self._state.stage == "found":
            self._move(CheckDossierState(stage="entry", prefix=self._state.prefix))
        else:
            self.left.emit()

    def _search(self, text: str) -> None:
        self._searches += 1
        search = self._searches
        self._move(replace(self._state, finding=search, problem=None))
        self._lanes.database.submit(
            partial(self._find, text), partial(self._found, search), partial(self._not_found, search)
        )

    def _find(self, text: str) -> tuple[Progress, str]:
        return self._office.find_dossier(text), self._office.home().hotline

    def _found(self, search: int, answer: tuple[Progress, str]) -> None:
        if search == self._state.finding:
            progress, hotline = answer
            self._move(replace(self._state, stage="found", finding=0, progress=progress, hotline=hotline))

    def _not_found(self, search: int, failure: Failure) -> None:
        if search == self._state.finding:
            self._move(replace(self._state, finding=0, problem=failure.sentence))

    def _prefix_came(self, prefix: str) -> None:
        self._move(replace(self._state, prefix=prefix))

    def _prefix_did_not_come(self, failure: Failure) -> None:
        self._move(replace(self._state, problem=failure.sentence))

    def _move(self, state: CheckDossierState) -> None:
        self._state = state
        self.show_again()

    def _derived(self) -> CheckDossierProps:
        return derive_check_dossier_props(self._state, self._words)
