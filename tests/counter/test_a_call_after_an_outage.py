"""What a counter called by itself is not given to it again once the server answers: it is sent first."""

from __future__ import annotations

from pathlib import Path

from pytestqt.qtbot import QtBot
from sqlalchemy import select

from counter.sample.content import MORNING
from counter.wiring.office import JournalCounterOffice, ServerQueueLine
from shared.clock import SetClock
from shared.journal import tables
from shared.journal.event import read_event
from shared.qt.device_program import DeviceProgram, DeviceSettings
from tests.counter.counters import STAFF, WARD
from tests.server.facts import ticket_issued
from tests.server.running import file_engine, running


def test_a_number_called_while_the_server_was_silent_is_not_given_again(qtbot: QtBot, tmp_path: Path) -> None:
    engine = file_engine(tmp_path)
    with running(engine, WARD) as server:
        tickets = [ticket_issued(number, date=MORNING.date().isoformat()) for number in (1, 2)]
        with server.journal().writing() as writer:
            writer.append("citizen", tickets)
        settings = DeviceSettings(tmp_path / "counter", "counter", "Quầy", server.url, server.code("counter"))
        program = DeviceProgram(settings, SetClock(MORNING))
        office = JournalCounterOffice(program)
        office.officer = STAFF["thu"]
        office.open_counter("quay-1")
        line = ServerQueueLine(program, office)
        alone = program.lanes.database.run_and_wait(lambda: office.call_offline("while it was silent")).ticket
        assert alone is not None
        assert program.lanes.database.run_and_wait(office.called_alone) is not None
        # Nothing sends yet: the claim is not answered, and the counter would decide by itself once more.
        assert line.claim("k1") is None
        program.start()
        answer = line.claim("k2")
        assert answer
        called = read_event(answer).subject
        program.close()
        with engine.begin() as connection:
            counters = dict(connection.execute(select(tables.ticket.c.subject, tables.ticket.c.counter)).all())
    engine.dispose()
    assert called != alone.id
    assert set(counters) == {called, alone.id}
    assert set(counters.values()) == {"quay-1"}
