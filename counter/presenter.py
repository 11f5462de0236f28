"""What all presenters share: the lane to the office, the messages, the signal that something has changed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import ClassVar, Generic, TypeVar

from PySide6.QtCore import QObject, Signal

from counter.messages import Messages
from counter.ports import CounterOffice, PaperPrinter
from counter.session import Session
from counter.ways import Ways
from shared.failures import Failure
from shared.qt.lanes import Lanes

T = TypeVar("T")
S = TypeVar("S")


class Presenter(QObject):
    """A presenter: asks the office on the database lane and keeps frozen answers for its view.

    Signals: `changed` after any of what the view shows has changed.
    """

    changed = Signal()

    def __init__(self, office: CounterOffice, lanes: Lanes, messages: Messages) -> None:
        super().__init__()
        self._office = office
        self._lanes = lanes
        self._messages = messages
        self._looking = False
        self._look_again = False
        self._doing: set[str] = set()

    def _ask(
        self, work: Callable[[], T], done: Callable[[T], None], failed: Callable[[Failure], None] | None = None
    ) -> None:
        """Runs `work` on the database lane; a failure becomes a sentence unless `failed` takes it."""
        self._lanes.database.submit(work, done, failed or self._messages.failed)

    def _ask_once(self, deed: str, work: Callable[[], T], done: Callable[[T], None]) -> None:
        """As `_ask`; while `deed` is still being done, a key pressed again or held down does nothing."""
        if deed in self._doing:
            return
        self._doing.add(deed)

        def arrived(answer: T) -> None:
            self._doing.discard(deed)
            done(answer)

        def failed(failure: Failure) -> None:
            self._doing.discard(deed)
            self._messages.failed(failure)

        self._ask(work, arrived, failed)

    def _look(self, work: Callable[[], T], done: Callable[[T], None]) -> None:
        """Reads with `work`; while an answer is awaited, further looks become one look after it."""
        if self._looking:
            self._look_again = True
            return
        self._looking = True

        def looked(answer: T) -> None:
            self._looking = False
            done(answer)
            again()

        def failed(failure: Failure) -> None:
            self._looking = False
            self._messages.failed(failure)
            again()

        def again() -> None:
            if self._look_again:
                self._look_again = False
                self._look(work, done)

        self._ask(work, looked, failed)


class Keeping(Generic[S]):
    """Beside a presenter: keeps one frozen `state`, which changes by `_become` alone.

    Signals: `changed` after it has become another one.
    """

    changed: ClassVar[Signal]
    state: S

    def _become(self, state: S) -> None:
        if state != self.state:
            self.state = state
            self.changed.emit()  # type: ignore[call-overload]  # it is mixed into a QObject


class Busy(Keeping[S]):
    """The same with a state that is `busy` while a deed is being done."""

    _messages: Messages

    def _refused(self, failure: Failure) -> None:
        """The deed was not done: says why, and lets the next one begin."""
        self._become(replace(self.state, busy=False))  # type: ignore[type-var]  # a dataclass with that field
        self._messages.failed(failure)


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What the rooms of one window share: the office, the printer, who works here, the ways to other rooms."""

    office: CounterOffice
    printer: PaperPrinter
    lanes: Lanes
    messages: Messages
    session: Session
    ways: Ways


class RoomPresenter(Presenter):
    """The presenter of a room: knows besides who works here, the printer, and the ways to other rooms."""

    def __init__(self, around: Surroundings) -> None:
        super().__init__(around.office, around.lanes, around.messages)
        self._printer, self._session, self._ways = around.printer, around.session, around.ways

    def refresh(self) -> None:
        """Looks again at what the room shows; called at every beat while the room is seen."""
