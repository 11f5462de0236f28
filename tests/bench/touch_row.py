"""From the touch on "Lấy số" to the end of its COMMIT, in the real window, beside the bare INSERT and COMMIT.

The window is shown off screen; the touch is an event of the window system; the number is issued on the database lane as
in the program. The clock stops when the office says that it has committed. The machine knows months of office life, and
between two touches the kiosk has the quiet moment that it has between two citizens.
"""

from __future__ import annotations

import itertools
import os
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent, QEventLoop, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtQuick import QQuickItem, QQuickView
from PySide6.QtWidgets import QApplication

from kiosk.glass import Glass
from kiosk.ports import KioskPorts
from kiosk.sample_office import SampleGuide, SampleStaffRoom
from kiosk.window import KioskWindow, build_kiosk
from kiosk.wiring.office import JournalKioskOffice
from shared.devices.folder_printer import FolderPrinter
from shared.domain import ticket
from shared.domain.machine import PrinterState
from shared.journal.queue_queries import ticket_by_label
from shared.journal.read_model import TICKETS
from shared.journal.reference import ReferenceData
from shared.qt.lanes import Lanes
from shared.qt.quiet_moments import QuietMoments
from shared.replication.replicator import SyncProgress
from tests.bench.bare_database import row_of
from tests.bench.figures import Aim, Rounds, Row, in_milliseconds, seconds_of, without_old_garbage
from tests.bench.prepared_office import Machine, machine
from tests.bench.take_number_row import FLOOR

_LONGEST_WAIT_SECONDS = 30.0
_MEDIAN_AIM, _WORST_AIM = 10.0, 30.0
_WINDOW = (540, 960)
_ROUNDS = Rounds(1000, 20)


@dataclass(frozen=True, slots=True)
class Size:
    """`events`: of the morning; `before`: of the days before."""

    rounds: Rounds = _ROUNDS
    events: int = 900
    before: int = 199_100


class _Device:
    """The device behind the window without its replication; remembers when it was told of a COMMIT."""

    def __init__(self, kiosk: Machine) -> None:
        self.journal = kiosk.journal
        self.node = kiosk.node
        self.reference = ReferenceData(kiosk.office.id)
        self.progress = SyncProgress(online=False, unsent=0, last_contact=None, problem=None)
        self.committed_at: float | None = None

    def committed(self) -> None:
        """The number is durable."""
        self.committed_at = time.perf_counter()


class _Printer(FolderPrinter):
    def condition(self) -> PrinterState:
        return "ready"


def measure(folder: Path, size: Size = Size()) -> Row:
    """The row."""
    application = _application()
    with machine(folder, "kiosk", size.events, size.before) as kiosk:
        device, lanes = _Device(kiosk), Lanes()
        ports = KioskPorts(
            JournalKioskOffice(device),  # type: ignore[arg-type]
            SampleGuide(),
            SampleStaffRoom(),
            _Printer(folder / "slips"),
        )
        window = build_kiosk(ports, lanes, kiosk.clock, glass=Glass(full_screen=False), language="vi")
        window.view.resize(*_WINDOW)
        window.show()
        lines = itertools.cycle(line.letter for line in kiosk.office.lines)
        cursors = itertools.count(1)
        measured: list[float] = []
        bare: list[float] = []
        quiet = QuietMoments(lanes.database, kiosk.journal.engine, lambda: True)
        quiet.start()
        with without_old_garbage():
            for turn in range(size.rounds.warm_up + size.rounds.measured):
                took = _touch(window, device, next(lines))
                row = row_of(kiosk.last_event(), next(cursors))
                floor = seconds_of(lambda: kiosk.bare.insert(row))  # noqa: B023  # called at once
                _serve(kiosk, window.take_number.view["ticket"]["label"])
                window.shell.go_home()
                _rest(quiet, lanes)
                if turn >= size.rounds.warm_up:
                    measured.append(took)
                    bare.append(floor)
        quiet.stop()
        window.shut_down()
        lanes.close()
        application.processEvents()
    ours = in_milliseconds(measured)
    worst = max(ours.samples)
    return Row(
        name="touch a number",
        what="touch in the window to COMMIT",
        measured=ours,
        floor=in_milliseconds(bare),
        floor_is=FLOOR,
        aim=Aim(
            f"median <= {_MEDIAN_AIM:g} ms, worst <= {_WORST_AIM:g} ms",
            ours.median <= _MEDIAN_AIM and worst <= _WORST_AIM,
        ),
        details={
            "worst": f"{worst:.1f} ms of {size.rounds.measured:,}",
            "events on the machine before": size.events + size.before,
        },
    )


def _application() -> QCoreApplication:
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    return QApplication.instance() or QApplication(["bench"])


def _touch(window: KioskWindow, device: _Device, letter: str) -> float:
    _until(lambda: bool(window.home.state.tiles))
    window.home.choose_line(letter)
    _until(lambda: _middle(window, "confirm_number") is not None)
    point = _middle(window, "confirm_number")
    assert point is not None
    device.committed_at = None
    began = time.perf_counter()
    _post_click(window.view, point)
    _until(lambda: window.take_number.state.stage == "issued")
    assert device.committed_at is not None
    return device.committed_at - began


def _post_click(view: QQuickView, point: QPoint) -> None:
    """Puts a press and a release into the queue of the window; the event loop delivers them.

    A click by QTest would deliver them, and paint, while it holds Python's lock, which no real touch does.
    """
    where, button = QPointF(point), Qt.MouseButton.LeftButton
    for kind, held in (
        (QEvent.Type.MouseButtonPress, button),
        (QEvent.Type.MouseButtonRelease, Qt.MouseButton.NoButton),
    ):
        event = QMouseEvent(kind, where, view.mapToGlobal(where), button, held, Qt.KeyboardModifier.NoModifier)
        QCoreApplication.postEvent(view, event)


def _middle(window: KioskWindow, name: str) -> QPoint | None:
    """Where to touch the item, once it has found its place in the window."""
    item = window.view.rootObject().findChild(QQuickItem, name)
    if item is None or not item.isEnabled():
        return None
    middle = item.mapToScene(QPointF(item.width() / 2, item.height() / 2)).toPoint()
    inside = 0 < middle.x() < window.view.width() and 0 < middle.y() < window.view.height()
    return middle if inside and item.width() > 0 else None


def _rest(quiet: QuietMoments, lanes: Lanes) -> None:
    """The next citizen comes when the lanes have done their work and the kiosk has had its quiet moment."""
    quiet.keep_house()
    for lane in (lanes.printing, lanes.database):
        arrived: list[None] = []
        lane.submit(lambda: None, arrived.append, lambda _: None)
        _until(lambda arrived=arrived: bool(arrived))  # type: ignore[misc]


def _serve(kiosk: Machine, label: str) -> None:
    """Calls and finishes the ticket, so that the line stays as long as it is."""
    counter = kiosk.office.counters[0].id
    with kiosk.journal.writing() as writer:
        found = ticket_by_label(writer, "2026-11-23", label)
        assert found is not None
        call = ticket.Call(counter, "desk", kiosk.journal.identities.subject(), "offline")
        writer.append("officer-1", ticket.decide(found, call))
        writer.append("officer-1", ticket.decide(writer.state(TICKETS, found.id), ticket.Finish(counter)))


def _until(happened: Callable[[], bool]) -> None:
    until = time.monotonic() + _LONGEST_WAIT_SECONDS
    while not happened():
        # Sleeps until something happens, as the program's own event loop does.
        QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
        if time.monotonic() > until:
            raise TimeoutError("the window did not go on")
