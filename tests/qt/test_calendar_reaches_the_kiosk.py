"""What the office enters in its calendar at a counter reaches the server and the kiosk, and no reference document."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from pytestqt.qtbot import QtBot

from server.reference_changes import change_reference
from shared.actions.edit_calendar import DayEntry, set_day
from shared.domain.office import Office
from shared.journal.reference import ReferenceData
from shared.qt.device_program import DeviceProgram
from tests.qt.enrolled_program import enrolled_program
from tests.server.running import file_engine, running
from tests.staffed import staffed_ward

WARD = staffed_ward()
WEDNESDAY = date(2026, 11, 25)
CLOSED = DayEntry("closed", (), "Mất điện", "15/TB-UBND")


def known(program: DeviceProgram) -> Office:
    with program.journal.reading() as reader:
        return program.reference.read(reader.connection)


def test_a_day_closed_at_a_counter_is_closed_at_the_kiosk(qtbot: QtBot, tmp_path: Path) -> None:
    engine = file_engine(tmp_path)
    with (
        running(engine, WARD) as server,
        enrolled_program(server, tmp_path / "counter", "counter", "Quầy 1") as counter,
        enrolled_program(server, tmp_path / "kiosk") as kiosk,
    ):
        set_day(counter.journal, known(counter).calendar, WEDNESDAY, CLOSED, "staff-4")
        assert known(kiosk).calendar.is_working_day(WEDNESDAY)
        sent = [counter._replicator.push_once() for _ in range(3)]
        assert sent[-1] is None
        kiosk._replicator.pull_once(wait_seconds=0)
        assert not known(kiosk).calendar.is_working_day(WEDNESDAY)
        at_the_server = ReferenceData(WARD.id)
        with server.journal().writing() as writer:
            assert not at_the_server.read(writer.connection).calendar.is_working_day(WEDNESDAY)
            later = change_reference(writer, at_the_server, lambda office: office)
        assert later.calendar == WARD.calendar
        kiosk._replicator.pull_once(wait_seconds=0)
        assert known(kiosk).version == later.version
        assert not known(kiosk).calendar.is_working_day(WEDNESDAY)
    engine.dispose()
