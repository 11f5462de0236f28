"""All presenters of the program and the beat by which they look again."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from uuid import uuid4

from PySide6.QtCore import QObject, QTimer, Signal

from counter.handover.deciding import DecidingPresenter
from counter.handover.presenter import HandoverPresenter
from counter.messages import Messages
from counter.ports import CounterOffice, PaperPrinter, QueueLine
from counter.queue_desk.presenter import QueueDeskPresenter
from counter.reception.presenter import ReceptionPresenter
from counter.results.presenter import ResultsPresenter
from counter.session import Session
from counter.sign_in.presenter import SignInPresenter
from counter.sync_line import SyncPresenter
from shared.qt.lanes import Lanes

BEAT_MILLISECONDS = 2000


def new_key() -> str:
    """A key for one press of F2: 32 hexadecimal digits."""
    return uuid4().hex


class Beat(QObject):
    """Signals: `beat` every two seconds."""

    beat = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._timer = QTimer(self)
        self._timer.setInterval(BEAT_MILLISECONDS)
        self._timer.timeout.connect(self.beat)
        self._timer.start()

    def stop(self) -> None:
        """No beat any more."""
        self._timer.stop()


@dataclass(frozen=True, slots=True)
class Presenters:
    """One presenter for each part of the window."""

    sign_in: SignInPresenter
    desk: QueueDeskPresenter
    reception: ReceptionPresenter
    handover: HandoverPresenter
    deciding: DecidingPresenter
    results: ResultsPresenter
    sync: SyncPresenter
    beat: Beat


def build_presenters(
    office: CounterOffice,
    line: QueueLine,
    printer: PaperPrinter,
    lanes: Lanes,
    messages: Messages,
    session: Session,
    key_factory: Callable[[], str] = new_key,
) -> Presenters:
    """Every presenter over the same office and session."""
    desk = QueueDeskPresenter(office, line, lanes, messages, session, key_factory)
    return Presenters(
        sign_in=SignInPresenter(office, lanes, messages, session),
        desk=desk,
        reception=ReceptionPresenter(office, printer, lanes, messages, session, lambda: desk.state.serving),
        handover=HandoverPresenter(office, printer, lanes, messages, session),
        deciding=DecidingPresenter(office, lanes, messages, session),
        results=ResultsPresenter(office, lanes, messages, session),
        sync=SyncPresenter(office, lanes, messages),
        beat=Beat(),
    )
