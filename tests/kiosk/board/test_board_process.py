"""A real server and a real board: a call made through the server is on the board, and its announcement is written."""

from __future__ import annotations

import os
import sys
import time
import uuid
import wave
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from installer.demo.remote import RemoteProgram
from kiosk.options import KioskOptions
from kiosk.wiring.board import NO_SOUND, board_beside
from resources.sample_ward.load import sample_office_document
from shared.clock import ShiftedClock
from shared.domain.fact import Fact
from shared.domain.office import office_from_document
from shared.domain.office_record import BoardNotice, BoardRules
from shared.qt.device_program import DeviceProgram, DeviceSettings
from tests.server.facts import ticket_issued
from tests.server.running import MORNING, RunningServer, file_engine, running

COUNTER = "quay-3"
PROMPTLY_SECONDS = 5.0
NOTICE = BoardNotice("Thứ Bảy Trung tâm mở cửa buổi sáng.", "Open on Saturday mornings.")


@pytest.fixture
def server(tmp_path: Path) -> Iterator[RunningServer]:
    """A server of the sample ward, whose board has a notice and says each call once."""
    (tmp_path / "server").mkdir()
    engine = file_engine(tmp_path / "server")
    office = office_from_document(sample_office_document())
    with running(engine, replace(office, board=BoardRules(repeats=1, notices=(NOTICE,)))) as started:
        yield started
    engine.dispose()


@pytest.fixture
def board(server: RunningServer, tmp_path: Path) -> Iterator[RemoteProgram]:
    """The board as a process of its own, enrolled with a code."""
    clock = ShiftedClock(MORNING, time.time(), 1.0).as_setting()
    command = [sys.executable, "-m", "kiosk", "--board", "--data", str(tmp_path / "board"), "--server", server.url]
    options = [
        "--enrol",
        server.code("board", "Bảng gọi số"),
        "--sound",
        str(tmp_path / "said"),
        "--windowed",
        "--still",
    ]
    program = RemoteProgram(
        "board",
        [*command, *options],
        {**os.environ, "PYTHONUTF8": "1", "MOTCUA_DEMONSTRATION_CLOCK": clock},
        tmp_path / "board.log",
    )
    program.wait_ready()
    yield program
    assert program.stop() == 0, program.complaints()


def write(server: RunningServer, *facts: Fact) -> None:
    """Something happens in the office and is known to the server."""
    with server.journal().writing() as writer:
        writer.append("staff-1", facts)


def seconds_of(announcement: Path) -> float:
    """How long a written announcement lasts."""
    with wave.open(str(announcement), "rb") as opened:
        return opened.getnframes() / opened.getframerate()


def test_a_call_through_the_server_is_on_the_board_and_its_announcement_is_written(
    server: RunningServer, board: RemoteProgram, tmp_path: Path
) -> None:
    board.wait_for("message", is_="Chưa có số nào được gọi")
    assert NOTICE.text_vi in board.texts()
    ticket = ticket_issued(1)
    write(server, Fact(str(uuid.uuid4()), "desk.opened", {"counter": COUNTER, "lines": ["A"]}), ticket)
    board.wait_for("state_3", is_="Sẵn sàng")
    board.wait_for("waiting_A", is_="1")
    call = {"counter": COUNTER, "desk": "desk", "key": str(uuid.uuid4()), "mode": "claimed"}
    begun = time.monotonic()
    write(server, Fact(ticket.subject, "ticket.called", call))
    board.wait_for("number_0", is_="A001")
    assert time.monotonic() - begun < PROMPTLY_SECONDS
    assert board.read("counter_0") == "3"
    said = tmp_path / "said" / "0001.wav"
    board.wait_for("state_3", is_="Đang phục vụ")
    assert seconds_of(said) > 2
    write(server, Fact(ticket.subject, "ticket.recalled", {"counter": COUNTER}))
    board.wait_shows("Gọi lại")
    write(server, Fact(ticket.subject, "ticket.done", {"counter": COUNTER}))
    board.wait_for("message", is_="Xin chờ số tiếp theo")
    assert sorted(file.name for file in said.parent.iterdir()) == ["0001.wav", "0002.wav"]


def test_a_board_beside_a_kiosk_shows_what_the_kiosks_journal_says(
    qapp: QApplication, qtbot: QtBot, server: RunningServer, tmp_path: Path
) -> None:
    data = tmp_path / "kiosk"
    settings = DeviceSettings(data, "kiosk", "Kiosk", server.url, server.code("kiosk"))
    program = DeviceProgram(settings, server.clock)
    options = KioskOptions(data, "folder:prints", None, None, full_screen=False, remote_control=False)
    assert board_beside(program, options) is None
    board = board_beside(program, replace(options, board_screen=0, sound=NO_SOUND))
    assert board is not None
    try:
        assert board.window.view.isVisible()
        ticket = ticket_issued(1)
        call = {"counter": COUNTER, "desk": "desk", "key": str(uuid.uuid4()), "mode": "offline"}
        with program.journal.writing() as writer:
            writer.append("citizen", [ticket, Fact(ticket.subject, "ticket.called", call)])
        board.window.refresh()
        qtbot.waitUntil(lambda: [each["label"] for each in board.window.board.view["calls"]] == ["A001"])
    finally:
        board.shut_down()
        program.close()
