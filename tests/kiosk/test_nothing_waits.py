"""The GUI thread never waits for a disk or a network: the database lane is blocked, and the screen moves on."""

from __future__ import annotations

import sys
import threading
from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication

from kiosk.gallery import settle
from kiosk.glass import Glass
from kiosk.ports import KioskPorts
from kiosk.sample_office import SAMPLE_NOW, SampleGuide, SampleOffice, SamplePrinter, SampleStaffRoom
from kiosk.window import build_kiosk
from shared.clock import SetClock
from shared.qt.lanes import Lanes
from tests.kiosk.citizen import ByHand, Citizen


class Blocked:
    """A kiosk whose database lane is a real thread that a test can hold up."""

    def __init__(self) -> None:
        self.lanes = Lanes()
        self._gate = threading.Event()
        self._gate.set()
        office, printer = SampleOffice(), SamplePrinter()
        ports = KioskPorts(office, SampleGuide(), SampleStaffRoom(), printer)
        clock = SetClock(SAMPLE_NOW)
        window = build_kiosk(ports, self.lanes, clock, glass=Glass(full_screen=False), language="vi")
        window.shell.toggle_still()
        window.view.resize(1080, 1920)
        window.view.show()
        window.refresh()
        self.citizen = Citizen(window, office, printer, ByHand(), clock)
        while not window.home.state.tiles:
            settle()
        self.citizen.look()

    def hold_up(self) -> None:
        """From now on the lane does nothing."""
        self._gate.clear()
        self.lanes.database.submit(self._gate.wait, lambda _: None, lambda _: None)

    def go_on(self) -> None:
        """The lane works again."""
        self._gate.set()

    def close(self) -> None:
        """Ends everything."""
        self.go_on()
        self.citizen.window.shut_down()
        self.lanes.close()
        settle()


@pytest.fixture
def blocked(qapp: QApplication) -> Iterator[Blocked]:
    kiosk = Blocked()
    yield kiosk
    kiosk.close()


def test_every_touch_answers_while_the_database_lane_is_blocked(blocked: Blocked) -> None:
    blocked.hold_up()
    citizen = blocked.citizen
    citizen.tap("large_text")
    assert citizen.window.shell.state.large_text
    citizen.tap("language_en")
    assert citizen.reads("Check a dossier")
    citizen.tap("line_A")
    assert citizen.sees("confirm_number")
    before = citizen.window.view.grabWindow()
    citizen.tap("confirm_number")
    assert citizen.window.take_number.state.issuing
    while citizen.window.view.grabWindow() == before:
        settle()
    assert citizen.office.issued == []
    blocked.go_on()
    while citizen.window.take_number.state.stage != "issued":
        settle()
    assert len(citizen.office.issued) == 1


def test_the_gui_thread_opens_no_file_and_no_connection_for_a_touch(blocked: Blocked) -> None:
    citizen = blocked.citizen
    citizen.tap("line_A")
    citizen.tap("go_home")
    opened: list[str] = []
    watching = True
    gui_thread = threading.get_ident()

    def watch(event: str, arguments: tuple[object, ...]) -> None:
        if watching and threading.get_ident() == gui_thread and event.split(".")[0] in {"open", "socket", "sqlite3"}:
            opened.append(f"{event} {arguments[0] if arguments else ''}")

    sys.addaudithook(watch)
    for name in ("line_A", "priority_elderly", "go_home", "help", "close_help", "large_text", "large_text"):
        citizen.tap(name)
    watching = False
    assert opened == []
