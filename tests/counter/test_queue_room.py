"""The queue of a counter as its journal has it: further matters, appointments, machines."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import timedelta
from functools import partial
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from counter.ports import Officer
from counter.queue_desk.situation import SHOWN_WAITING
from counter.sample.content import MORNING
from counter.wiring.office import JournalCounterOffice
from resources.sample_ward.load import sample_office_document
from shared.actions.report_machine import report_printer
from shared.actions.take_number import NumberRequest, book_appointment, check_in, take_number
from shared.clock import SetClock
from shared.domain.appointment import Book
from shared.domain.office import Office, office_from_document
from shared.domain.ticket import APPOINTMENT, Call, Finish, Ticket, decide
from shared.failures import Refusal, Sentence
from shared.identities import Identities
from shared.journal.journal import Journal
from shared.journal.read_model import TICKETS
from shared.journal.reference import store_reference
from tests.counter.counters import counter_node, device_program


class OfficeHall:
    """A counter's program that is open as counter 1, and a kiosk that writes to the same journal."""

    def __init__(self, folder: Path) -> None:
        self.clock = SetClock(MORNING)
        self.office: Office = office_from_document(sample_office_document())
        self.node = counter_node()
        self.program = device_program(folder, 1, self.clock)
        self.counter = JournalCounterOffice(self.program)
        self.counter.officer = Officer("staff-1", "Nguyễn Thị Thử", "officer", "one_stop", "Bộ phận Một cửa")
        self.counter.open_counter("quay-1")
        self.kiosk = Journal(
            self.program.engine,
            office=self.office.id,
            device="kiosk-1",
            epoch=1,
            clock=self.clock,
            identities=Identities(self.clock),
        )

    def take(self, journey: str, line: str, *further: str, priority: str | None = None) -> str:
        """A number, a minute later; answers its label."""
        self.clock.advance(timedelta(minutes=1))
        request = NumberRequest(journey, line, priority, further=further)
        return take_number(self.kiosk, self.office, self.node, request).label

    def call(self, key: str) -> str:
        """Calls the next number; answers its label."""
        called = self.counter.call_offline(key).ticket
        assert called is not None
        return called.label


@pytest.fixture
def hall(qtbot: QtBot, tmp_path: Path) -> Iterator[OfficeHall]:
    hall = OfficeHall(tmp_path / "counter")
    yield hall
    hall.program.close()


def test_a_visit_with_further_matters_goes_on_to_its_next_line(hall: OfficeHall) -> None:
    hall.take("one", "A", "C", "F")
    hall.take("two", "A")
    assert hall.call("k1") == "A001"
    assert hall.counter.situation().further == ("Cư trú – Căn cước", "Trả kết quả")
    hall.counter.finish()
    after = hall.counter.situation()
    assert (after.serving, after.further) == (None, ())
    assert [(line.letter, line.waiting) for line in after.lines] == [("A", 1), ("C", 1)]
    assert [(each.label, each.further) for each in after.waiting] == [("A001", ("Trả kết quả",)), ("A002", ())]
    assert hall.call("k2") == "A001"
    assert hall.counter.situation().serving_line_name == "Cư trú – Căn cước"


def test_an_appointment_is_known_as_such_before_and_beside_priority_groups(hall: OfficeHall) -> None:
    at = MORNING + timedelta(minutes=20)
    book_appointment(hall.kiosk, hall.office, "administrator", Book("one", "LH123456", "A", at))
    hall.take("first", "C")
    check_in(hall.kiosk, hall.office, hall.node, "with appointment", "LH123456")
    hall.take("elderly", "A", priority="elderly")
    situation = hall.counter.situation()
    assert situation.next_up is not None
    assert (situation.next_up.label, situation.next_up.why, situation.next_up.priority) == (
        "A001",
        "priority",
        APPOINTMENT,
    )
    assert [(each.label, each.priority, each.group) for each in situation.waiting] == [
        ("C001", None, None),
        ("A001", APPOINTMENT, None),
        ("A002", "elderly", Sentence("Người cao tuổi", "Older person (60 or more)")),
    ]


def test_only_those_whom_this_counter_calls_are_listed_and_only_a_few(hall: OfficeHall) -> None:
    hall.take("elsewhere", "B")
    labels = [hall.take(f"j{number}", "A") for number in range(SHOWN_WAITING + 2)]
    assert [each.label for each in hall.counter.situation().waiting] == labels[:SHOWN_WAITING]


def test_a_kiosk_without_paper_is_told_until_it_has_paper_again(hall: OfficeHall) -> None:
    report_printer(hall.kiosk, "Máy lấy số 1", "paper_out")
    assert [each.vi for each in hall.counter.situation().machines] == ["Máy lấy số 1 đã hết giấy."]
    report_printer(hall.kiosk, "Máy lấy số 1", "ready")
    assert hall.counter.situation().machines == ()


def test_a_line_that_the_office_has_no_more_is_named_by_its_letter(hall: OfficeHall) -> None:
    hall.take("one", "A", "F")
    hall.call("k1")
    document = sample_office_document()
    document["lines"] = [line for line in document["lines"] if line["letter"] != "F"]
    document["counters"] = [
        {**each, "lines": [letter for letter in each["lines"] if letter != "F"]} for each in document["counters"]
    ]
    with hall.program.journal.writing() as writer:
        store_reference(writer.connection, hall.office.id, 2, document)
    assert hall.counter.situation().further == ("F",)


def refused(work: Callable[[], object]) -> str:
    with pytest.raises(Refusal) as refusal:
        work()
    return refusal.value.code


def serving(hall: OfficeHall) -> Ticket | None:
    return hall.counter.situation().serving


def test_every_step_is_taken_back_by_its_name_and_the_time_of_service_runs_on(hall: OfficeHall) -> None:
    hall.take("one", "A", "C")
    hall.call("k1")
    hall.counter.recall()
    hall.clock.advance(timedelta(seconds=60))
    before = serving(hall)
    assert before is not None
    deeds: tuple[Callable[[], str], ...] = (
        hall.counter.absent,
        hall.counter.park,
        hall.counter.finish,
        lambda: hall.counter.transfer("F"),
        lambda: hall.counter.transfer_and_return("F"),
    )
    for deed in deeds:
        step = deed()
        assert serving(hall) is None
        hall.counter.undo("one", step)
        assert serving(hall) == before
        assert refused(partial(hall.counter.undo, "one", step)) == "followed"


def test_absent_waits_for_the_offices_minimum_of_calls_and_seconds(hall: OfficeHall) -> None:
    hall.take("one", "A")
    hall.call("k1")
    hall.clock.advance(timedelta(seconds=60))
    assert refused(hall.counter.absent) == "too_early"
    hall.counter.recall()
    hall.counter.absent()
    assert serving(hall) is None


def test_a_step_is_not_taken_back_while_another_number_is_served(hall: OfficeHall) -> None:
    hall.take("one", "A")
    hall.take("two", "A")
    hall.call("k1")
    step = hall.counter.finish()
    hall.call("k2")
    assert refused(lambda: hall.counter.undo("one", step)) == "serving_another"


def test_a_number_sent_on_with_return_is_next_again_when_the_other_counter_is_done(hall: OfficeHall) -> None:
    hall.take("one", "A")
    hall.call("k1")
    hall.counter.transfer_and_return("C")
    hall.take("elder", "A", priority="elderly")
    with hall.kiosk.writing() as writer:
        sent = writer.state(TICKETS, "one")
        writer.append("staff-2", decide(sent, Call("quay-2", "desk-2", "k2", "claimed")))
        writer.append("staff-2", decide(writer.state(TICKETS, "one"), Finish("quay-2", "s2")))
    assert hall.call("k3") == "A001"
    situation = hall.counter.situation()
    assert (situation.serving_line_name, situation.returns) == ("Hộ tịch – Chứng thực", ())


def test_the_desk_knows_to_which_counter_a_number_goes_back(hall: OfficeHall) -> None:
    hall.take("one", "A")
    hall.call("k1")
    hall.counter.transfer_and_return("C")
    hall.call("k2")
    assert hall.counter.situation().returns == ("1",)
