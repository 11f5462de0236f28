"""The staff's room on a real journal: the PIN, how the machine is, the test print, the watch over the printer."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot
from sqlalchemy import select

from kiosk.wiring.failure_log import FailureLog
from kiosk.wiring.printer_watch import PrinterWatch, WatchedPrinter
from kiosk.wiring.staff import JournalStaffRoom
from resources.sample_ward.load import SAMPLE_KIOSK_PIN, sample_office_document
from shared.actions.rate import rate
from shared.clock import SetClock
from shared.devices.folder_printer import FolderPrinter
from shared.devices.print_spool import PrintSpool
from shared.devices.printer import PrinterCondition
from shared.domain.office import KioskRules, office_from_document
from shared.domain.rating import Rate
from shared.failures import EnvironmentFailure, Refusal, Sentence
from shared.journal import tables
from shared.journal.read_model import MACHINES
from shared.qt.device_program import DeviceProgram
from shared.qt.heartbeat import MachineReport
from shared.replication.replicator import SyncProgress
from tests.qt.enrolled_program import enrolled_program
from tests.quick_hash import quick_hash
from tests.server.facts import ticket_issued
from tests.server.running import MORNING, file_engine, running

JAMMED = EnvironmentFailure("printer_failed", "Máy in gặp lỗi.", "The printer reports a fault.")


class FakePrinter:
    """A printer whose paper the test holds."""

    def __init__(self) -> None:
        self.state: PrinterCondition = "ready"
        self.printed: list[tuple[str, bytes]] = []

    def print_slip(self, name: str, pdf: bytes) -> None:
        if self.state != "ready":
            raise JAMMED
        self.printed.append((name, pdf))

    def condition(self) -> PrinterCondition:
        return self.state


@pytest.fixture
def program(tmp_path: Path, qtbot: QtBot) -> Iterator[DeviceProgram]:
    office = office_from_document(sample_office_document())
    guarded = replace(office, kiosks=KioskRules(pin_hash=quick_hash(SAMPLE_KIOSK_PIN)))
    engine = file_engine(tmp_path)
    with running(engine, guarded) as server, enrolled_program(server, tmp_path / "kiosk") as made:
        yield made
    engine.dispose()


@pytest.fixture
def failures(tmp_path: Path, program: DeviceProgram) -> FailureLog:
    return FailureLog(tmp_path, program.journal.now, lambda work: work())


@pytest.fixture
def printer() -> FakePrinter:
    return FakePrinter()


@pytest.fixture
def room(program: DeviceProgram, printer: FakePrinter, failures: FailureLog) -> JournalStaffRoom:
    return JournalStaffRoom(program, printer, failures)


def test_the_offices_pin_lets_in_without_a_network(room: JournalStaffRoom) -> None:
    assert room.has_pin()
    room.let_in(SAMPLE_KIOSK_PIN)
    with pytest.raises(Refusal) as refused:
        room.let_in("1357")
    assert refused.value.code == "wrong_pin"


def test_the_room_knows_what_this_kiosk_gave_today(room: JournalStaffRoom, program: DeviceProgram) -> None:
    visit = ticket_issued(3)
    with program.journal.writing() as writer:
        writer.append("kiosk", [ticket_issued(1), ticket_issued(2), visit, ticket_issued(4, date="2026-11-20")])
    rate(program.journal, Rate("dossier", "0198c0de-0000-7000-8000-000000000001", 3, (), "kiosk"))
    health = room.health()
    assert (health.numbers_today, health.ratings_today) == (3, 1)
    assert (health.device_name, health.printer, health.slips_waiting, health.slips_unsure) == ("Kiosk 1", "ready", 0, 0)
    clock = program.journal.clock
    assert isinstance(clock, SetClock)
    clock.advance(timedelta(days=1))
    assert (room.health().numbers_today, room.health().ratings_today) == (0, 0)


def test_the_room_says_where_the_data_is_and_what_failed(
    room: JournalStaffRoom, program: DeviceProgram, failures: FailureLog
) -> None:
    assert room.health().online  # the enrolment has just reached the server
    trouble = Sentence("Máy chủ từ chối.", "The server refused.")
    program.progress = SyncProgress(online=False, unsent=4, last_contact=MORNING, problem=trouble)
    for number in range(8):
        failures.note(Sentence(f"Lỗi {number}.", f"Failure {number}."))
    health = room.health()
    assert (health.unsent, health.last_contact, health.problem) == (4, MORNING, trouble)
    assert len(health.failures) == 6
    assert health.failures[0].vi == "08:00 ngày 23/11/2026: Lỗi 7."


def test_slips_that_wait_or_may_have_come_out_are_counted(
    program: DeviceProgram, failures: FailureLog, tmp_path: Path
) -> None:
    printer = FolderPrinter(tmp_path / "prints")
    spool = PrintSpool(tmp_path / "spool", printer, program.journal)
    spool.accept("a", "A001", b"%PDF")
    spool.accept("b", "A002", b"%PDF")
    health = JournalStaffRoom(program, printer, failures, spool).health()
    assert (health.slips_waiting, health.slips_unsure) == (2, 0)


def test_a_test_print_is_a_real_slip_with_the_time(room: JournalStaffRoom, printer: FakePrinter) -> None:
    import pypdfium2

    room.print_test()
    ((name, pdf),) = printer.printed
    document = pypdfium2.PdfDocument(pdf)
    text = document[0].get_textpage().get_text_bounded()
    assert len(document) == 1
    document.close()
    assert name == "in-thu"
    for words in ("PHIẾU IN THỬ", "Kiosk 1", "08:00:00 23/11/2026", "không phải là số thứ tự"):
        assert words in text
    printer.state = "paper_out"
    with pytest.raises(EnvironmentFailure):
        room.print_test()


def told(program: DeviceProgram) -> list[str]:
    """What the journal says of this machine's printer, oldest first."""
    with program.journal.reading() as reader:
        query = select(tables.event.c.kind).where(tables.event.c.subject == program.node.device)
        kinds = list(reader.connection.execute(query).scalars())
        machine = reader.state(MACHINES, program.node.device)
    assert set(kinds) <= {"machine.printer"}
    return [*("changed" for _ in kinds[:-1]), machine.printer if machine else "-"]


def test_a_change_of_the_printer_becomes_an_event_a_note_and_a_sign_of_life(
    program: DeviceProgram, printer: FakePrinter, failures: FailureLog, qtbot: QtBot
) -> None:
    waiting = [0]
    watch = PrinterWatch(program, printer, failures, lambda: waiting[0])
    with qtbot.waitSignal(watch.changed):
        watch.start()
    assert watch.report() == MachineReport("ready", 0)
    assert failures.latest(5) == ()
    printer.state = "paper_out"
    with qtbot.waitSignal(watch.changed):
        watch.look()
    qtbot.waitUntil(lambda: told(program) == ["paper_out"])
    assert [each.sentence.vi for each in failures.latest(5)] == ["Kiosk 1 đã hết giấy."]
    waiting[0] = 3
    with qtbot.waitSignal(watch.changed):
        watch.look()
    assert watch.report() == MachineReport("paper_out", 3)
    printer.state = "ready"
    with qtbot.waitSignal(watch.changed):
        watch.look()
    qtbot.waitUntil(lambda: told(program) == ["changed", "ready"])
    assert len(failures.latest(5)) == 1
    watch.stop()


def test_the_watch_looks_after_each_print_and_what_did_not_work_is_noted(
    program: DeviceProgram, printer: FakePrinter, failures: FailureLog, qtbot: QtBot
) -> None:
    watch = PrinterWatch(program, printer, failures)
    watched = WatchedPrinter(printer, watch, failures)
    with qtbot.waitSignal(watch.changed):
        watched.print_slip("A001", b"%PDF")
    assert printer.printed == [("A001", b"%PDF")]
    printer.state = "offline"
    with qtbot.waitSignal(watch.changed), pytest.raises(EnvironmentFailure):
        watched.print_slip("A002", b"%PDF")
    assert watched.condition() == "offline"
    assert [each.sentence.vi for each in failures.latest(5)] == ["Kiosk 1 không nối được máy in.", "Máy in gặp lỗi."]


def test_several_looks_at_once_are_one_and_one_more(
    program: DeviceProgram, printer: FakePrinter, failures: FailureLog, qtbot: QtBot
) -> None:
    asked: list[int] = []

    def count() -> int:
        asked.append(1)
        return 0

    watch = PrinterWatch(program, printer, failures, count)
    for _ in range(5):
        watch.look()
    qtbot.waitUntil(lambda: len(asked) == 2)
    done: list[int] = []
    program.lanes.printing.submit(lambda: 1, done.append, pytest.fail)
    qtbot.waitUntil(lambda: done == [1])
    assert len(asked) == 2
