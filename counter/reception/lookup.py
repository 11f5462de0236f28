"""Looks up what an applicant gave before, once for each whole number that is typed or scanned."""

from __future__ import annotations

from collections.abc import Callable

from counter.ports import CounterOffice, GivenBefore
from counter.reception.before import whole_number
from counter.reception.typed import Typed
from shared.failures import Failure
from shared.qt.lanes import Lanes


class BeforeLookup:
    """Asks on the database lane; `answered` gets the answer about the last number asked for, or None for no number."""

    def __init__(
        self,
        office: CounterOffice,
        lanes: Lanes,
        answered: Callable[[GivenBefore | None], None],
        failed: Callable[[Failure], None],
    ) -> None:
        self._office, self._lanes, self._answered, self._failed = office, lanes, answered, failed
        self._number = ""

    def ask(self, typed: Typed) -> None:
        """Asks when the applicant's number has become another."""
        number = whole_number(typed)
        if number == self._number:
            return
        self._number = number
        self._answered(None)
        if number:
            self._lanes.database.submit(
                lambda: self._office.given_before(number), lambda before: self._arrived(number, before), self._failed
            )

    def forget(self) -> None:
        """A number asked for before is asked for again."""
        self._number = ""

    def _arrived(self, number: str, before: GivenBefore | None) -> None:
        if number == self._number:
            self._answered(before)
