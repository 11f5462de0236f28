"""All presenters of the program and the beat by which they look again."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from uuid import uuid4

from PySide6.QtCore import QObject, QTimer, Signal

from counter.attachments.presenter import AttachmentsPresenter
from counter.attachments.watched_folder import WatchedFolder
from counter.calendar.presenter import CalendarPresenter
from counter.cash.presenter import CashPresenter
from counter.consign.day_presenter import DayPresenter
from counter.consign.presenter import ConsignPresenter
from counter.consign.waiting import WaitingPresenter
from counter.custody.presenter import CustodyPresenter
from counter.deadlines.presenter import DeadlinesPresenter
from counter.delivery.presenter import DeliveryPresenter
from counter.dossiers.presenter import DossiersPresenter
from counter.handover.deciding import DecidingPresenter
from counter.handover.presenter import HandoverPresenter
from counter.lead.presenter import LeadPresenter
from counter.messages import Messages
from counter.ports import CounterOffice, PaperPrinter, QueueLine
from counter.presenter import Surroundings
from counter.queue_desk.presenter import QueueDeskPresenter
from counter.reception.presenter import ReceptionPresenter
from counter.results.presenter import ResultsPresenter
from counter.session import Room, Session
from counter.sign_in.presenter import SignInPresenter
from counter.steps.presenter import StepsPresenter
from counter.sync_line import SyncPresenter
from counter.ways import Ways
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
    deadlines: DeadlinesPresenter
    dossiers: DossiersPresenter
    steps: StepsPresenter
    cash: CashPresenter
    lead: LeadPresenter
    calendar: CalendarPresenter
    custody: CustodyPresenter
    consign: ConsignPresenter
    post_day: DayPresenter
    waiting: WaitingPresenter
    delivery: DeliveryPresenter
    attachments: AttachmentsPresenter
    reception_scans: AttachmentsPresenter
    ways: Ways
    sync: SyncPresenter
    beat: Beat

    def refresh(self, room: Room) -> None:
        """Looks again at what `room` shows."""
        getattr(self, room).refresh()
        if room == "consign" and self.post_day.is_seen:
            self.post_day.refresh()


def build_presenters(
    office: CounterOffice,
    line: QueueLine,
    printer: PaperPrinter,
    lanes: Lanes,
    messages: Messages,
    session: Session,
    key_factory: Callable[[], str] = new_key,
    scans: Path | None = None,
) -> Presenters:
    """Every presenter over the same office and session. `scans`: the folder of the scanner."""
    ways = Ways()
    around = Surroundings(office, printer, lanes, messages, session, ways)
    desk = QueueDeskPresenter(office, line, lanes, messages, session, key_factory)
    beat = Beat()
    folder = WatchedFolder(scans, lanes.files) if scans is not None else None
    attachments, reception_scans = (AttachmentsPresenter(office, lanes, messages, session, folder) for _ in range(2))
    for each in (attachments, reception_scans):
        beat.beat.connect(each.beat)
    waiting = WaitingPresenter(around)
    beat.beat.connect(waiting.beat)
    if folder is not None:
        folder.start()
    return Presenters(
        sign_in=SignInPresenter(office, lanes, messages, session),
        desk=desk,
        reception=ReceptionPresenter(office, printer, lanes, messages, session, ways, lambda: desk.state.serving),
        handover=HandoverPresenter(around),
        deciding=DecidingPresenter(office, lanes, messages, session, ways),
        results=ResultsPresenter(around),
        deadlines=DeadlinesPresenter(around),
        dossiers=DossiersPresenter(around),
        steps=StepsPresenter(around),
        cash=CashPresenter(around),
        lead=LeadPresenter(around),
        calendar=CalendarPresenter(around),
        custody=CustodyPresenter(around),
        consign=ConsignPresenter(around),
        post_day=DayPresenter(around),
        waiting=waiting,
        delivery=DeliveryPresenter(around),
        attachments=attachments,
        reception_scans=reception_scans,
        ways=ways,
        sync=SyncPresenter(office, lanes, messages),
        beat=beat,
    )
