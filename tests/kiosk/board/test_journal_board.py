"""The board's port on a real journal: every event is on the board the moment it is here."""

from __future__ import annotations

import uuid
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from pathlib import Path
from types import SimpleNamespace
from typing import Any, cast

import pytest
from sqlalchemy import Engine

from kiosk.board.ports import BoardView
from kiosk.wiring.board_office import JournalBoardOffice
from resources.sample_ward.load import sample_office_document
from shared.clock import HO_CHI_MINH, SetClock
from shared.domain.fact import Fact
from shared.domain.numbering import ticket_label
from shared.failures import Sentence
from shared.identities import Identities
from shared.journal.event import Event
from shared.journal.journal import Journal
from shared.journal.reference import ReferenceData, store_reference
from shared.qt.device_program import DeviceProgram
from shared.replication.replicator import SyncProgress
from tests.prepared import open_new_device

EIGHT = datetime(2026, 11, 23, 8, 0, tzinfo=HO_CHI_MINH)
OFFICE = str(sample_office_document()["id"])
FRESH = SyncProgress(online=True, unsent=0, last_contact=EIGHT, problem=None)
ONE, TWO, THREE = "quay-1", "quay-2", "quay-3"


@dataclass
class Devices:
    """The board, and other devices whose events reach it when `arrive` is called."""

    folder: Path
    clock: SetClock
    opened: list[Engine] = field(default_factory=list)

    def journal(self, device: str) -> Journal:
        """The journal of a new device of the sample ward."""
        engine, lock = open_new_device(self.folder / device)
        lock.close()
        self.opened.append(engine)
        return Journal(
            engine, office=OFFICE, device=device, epoch=1, clock=self.clock, identities=Identities(self.clock)
        )


class Board:
    """A board's journal, its port, and hands at the counters."""

    def __init__(self, devices: Devices) -> None:
        self.clock = devices.clock
        self.journal = devices.journal("board")
        self.hall = devices.journal("hall")
        self.reference: dict[str, Any] = sample_office_document()
        self.version = 0
        self.program = SimpleNamespace(journal=self.journal, reference=ReferenceData(OFFICE), progress=FRESH)
        self.change_reference()
        self.office = JournalBoardOffice(cast(DeviceProgram, self.program))
        self.tickets: dict[str, str] = {}

    def change_reference(self, **board: object) -> None:
        """A new version of the reference data, with other rules for the board."""
        self.version += 1
        with self.journal.writing() as writer:
            document = {**self.reference, "version": self.version, "board": board}
            store_reference(writer.connection, OFFICE, self.version, document)

    def view(self) -> BoardView:
        """What the board shows now."""
        self.program.progress = SyncProgress(online=True, unsent=0, last_contact=self.clock.now(), problem=None)
        return self.office.view()

    def write(self, kind: str, subject: str, **data: object) -> list[Event]:
        """Something happens in the hall and is on the board at once."""
        with self.hall.writing() as writer:
            events = writer.append("staff-1", [Fact(subject, kind, data)])
        self.arrive(events)
        return events

    def arrive(self, events: list[Event]) -> None:
        """Events reach the board."""
        with self.journal.writing() as writer:
            writer.take_in(events)

    def give(self, line: str, number: int) -> str:
        """A number is taken; answers its label."""
        label = ticket_label(line, number)
        self.tickets[label] = str(uuid.uuid4())
        self.write(
            "ticket.issued",
            self.tickets[label],
            date=self.clock.now().astimezone(HO_CHI_MINH).date().isoformat(),
            line=line,
            number=number,
            label=label,
            token=f"token-{label}",
            priority=None,
            procedure=None,
            people_ahead=0,
            wait_low=None,
            wait_high=None,
        )
        return label

    def call(self, label: str, counter: str, mode: str = "claimed") -> None:
        """A counter calls a number."""
        self.write("ticket.called", self.tickets[label], counter=counter, desk="desk", key=str(uuid.uuid4()), mode=mode)

    def then(self, what: str, label: str, counter: str, **data: object) -> None:
        """Something else happens to a number at a counter."""
        self.write(f"ticket.{what}", self.tickets[label], counter=counter, **data)

    def open_desk(self, counter: str, *lines: str) -> str:
        """A counter opens."""
        desk = str(uuid.uuid4())
        self.write("desk.opened", desk, counter=counter, lines=list(lines))
        return desk


@pytest.fixture
def devices(tmp_path: Path) -> Iterator[Devices]:
    """Devices with databases of their own."""
    made = Devices(tmp_path, SetClock(EIGHT))
    yield made
    for engine in made.opened:
        engine.dispose()


@pytest.fixture
def board(devices: Devices) -> Board:
    """A board of the sample ward at eight in the morning."""
    return Board(devices)


def called(board: Board) -> list[tuple[str, int]]:
    """The called numbers with their counters, the last first."""
    return [(call.label, call.counter_number) for call in board.view().called]


def past(board: Board) -> list[tuple[str, bool]]:
    """The numbers that were called before, and whether each was missed."""
    return [(call.label, call.missed) for call in board.view().past]


def test_a_quiet_office_has_its_counters_closed_and_nobody_called(board: Board) -> None:
    view = board.view()
    assert view.office.vi.startswith("Trung tâm")
    assert (view.called, view.past, view.told, view.as_of) == ((), (), None, None)
    assert [(each.number, each.state) for each in view.counters] == [(n, "closed") for n in (1, 2, 3, 4)]


@pytest.mark.parametrize("mode", ["claimed", "offline"])
def test_a_call_is_on_the_board_the_moment_its_event_is_here(board: Board, mode: str) -> None:
    board.call(board.give("A", 1), ONE, mode)
    assert called(board) == [("A001", 1)]


def test_the_last_call_stands_first(board: Board) -> None:
    for number, counter in ((1, ONE), (2, THREE)):
        board.clock.advance(timedelta(minutes=1))
        board.call(board.give("A", number), counter)
    assert called(board) == [("A002", 3), ("A001", 1)]


def test_a_recall_has_a_new_key_a_new_time_and_is_counted(board: Board) -> None:
    label = board.give("A", 1)
    board.call(label, ONE)
    first = board.view().called[0]
    board.clock.advance(timedelta(minutes=2))
    board.then("recalled", label, ONE)
    again = board.view().called[0]
    assert (again.at - first.at, again.since, again.recalled) == (timedelta(minutes=2), first.since, 1)
    assert again.key != first.key


def test_recalls_before_a_number_was_parked_are_not_counted_afterwards(board: Board) -> None:
    label = board.give("A", 1)
    board.call(label, ONE)
    board.then("recalled", label, ONE)
    board.then("parked", label, ONE)
    board.call(label, ONE)
    assert board.view().called[0].recalled == 0


def test_a_parked_number_leaves_and_comes_back_with_a_new_key(board: Board) -> None:
    label = board.give("A", 1)
    board.call(label, ONE)
    key = board.view().called[0].key
    board.then("parked", label, ONE)
    assert called(board) == []
    board.call(label, ONE)
    assert board.view().called[0].key != key


def test_a_number_whose_citizen_did_not_come_leaves_and_is_shown_as_missed(board: Board) -> None:
    label = board.give("A", 1)
    board.call(label, ONE)
    board.then("absent", label, ONE)
    assert (called(board), past(board)) == ([], [("A001", True)])


def test_a_number_that_is_done_stands_among_the_last_calls(board: Board) -> None:
    label = board.give("A", 1)
    board.call(label, ONE)
    board.then("done", label, ONE)
    assert (called(board), past(board)) == ([], [("A001", False)])


def test_a_call_that_is_taken_back_leaves_no_trace(board: Board) -> None:
    label = board.give("A", 1)
    board.call(label, ONE)
    board.then("call_undone", label, ONE)
    assert (called(board), past(board)) == ([], [])


def test_a_transferred_number_waits_in_the_other_line(board: Board) -> None:
    label = board.give("A", 1)
    board.call(label, ONE)
    board.then("transferred", label, ONE, line="B", to_counter=None)
    assert (called(board), past(board)) == ([], [])
    assert {line.letter: line.waiting for line in board.view().lines}["B"] == 1
    board.call(label, TWO)
    assert called(board) == [("A001", 2)]


def test_only_the_last_five_stand_below(board: Board) -> None:
    for number in range(1, 8):
        board.clock.advance(timedelta(minutes=1))
        label = board.give("A", number)
        board.call(label, ONE)
        board.then("done", label, ONE)
    assert [label for label, _ in past(board)] == ["A007", "A006", "A005", "A004", "A003"]


def test_a_number_called_by_two_counters_without_a_line_stands_at_the_winner_only(
    board: Board, devices: Devices
) -> None:
    label = board.give("A", 1)
    subject = board.tickets[label]
    counters = []
    for device, counter in (("counter-1", ONE), ("counter-2", THREE)):
        journal = devices.journal(device)
        with board.hall.reading() as reader, journal.writing() as writer:
            from shared.journal.read_model import events_of

            writer.take_in(events_of(reader.connection, OFFICE, subject))
            data = {"counter": counter, "desk": "desk", "key": device, "mode": "offline"}
            counters.append(writer.append("staff-1", [Fact(subject, "ticket.called", data)]))
    board.arrive(counters[1])
    assert called(board) == [("A001", 3)]
    before = board.view().called[0].key
    board.arrive(counters[0])
    assert called(board) == [("A001", 1)]
    assert board.view().called[0].key != before


def test_two_offline_calls_of_two_counters_both_stand(board: Board) -> None:
    board.call(board.give("A", 1), ONE, "offline")
    board.call(board.give("A", 2), THREE, "offline")
    assert sorted(called(board)) == [("A001", 1), ("A002", 3)]


def test_a_desk_opens_pauses_and_closes_on_the_board(board: Board) -> None:
    desk = board.open_desk(ONE, "A", "C")
    label = board.give("A", 1)
    board.call(label, ONE)
    one = board.view().counters[0]
    assert (one.state, one.lines, one.serving) == ("open", ("A", "C"), "A001")
    board.then("done", label, ONE)
    board.write("desk.paused", desk)
    assert (board.view().counters[0].state, board.view().counters[0].serving) == ("paused", None)
    board.write("desk.resumed", desk)
    assert board.view().counters[0].state == "open"
    board.write("desk.closed", desk)
    assert board.view().counters[0].state == "closed"


def test_a_desk_that_nobody_closed_does_not_outlive_the_next_one(board: Board) -> None:
    board.open_desk(ONE, "A")
    board.clock.advance(timedelta(minutes=1))
    board.write("desk.closed", board.open_desk(ONE, "A"))
    assert board.view().counters[0].state == "closed"


def test_yesterdays_desks_and_calls_are_gone(board: Board) -> None:
    board.open_desk(ONE, "A")
    board.call(board.give("A", 1), ONE)
    board.clock.advance(timedelta(days=1))
    view = board.view()
    assert (view.called, view.past, view.counters[0].state) == ((), (), "closed")


def test_waiting_people_are_counted_by_line(board: Board) -> None:
    board.give("A", 1)
    board.give("A", 2)
    board.give("F", 1)
    assert [line.waiting for line in board.view().lines] == [2, 0, 0, 0, 0, 1]


def test_notices_hold_between_their_dates(board: Board) -> None:
    notices = [
        {"text_vi": "Luôn luôn", "text_en": "Always"},
        {"text_vi": "Đã qua", "text_en": "Over", "valid_to": "2026-11-22"},
        {"text_vi": "Hôm nay", "text_en": "Today", "valid_from": "2026-11-23", "valid_to": "2026-11-23"},
        {"text_vi": "Ngày mai", "text_en": "Tomorrow", "valid_from": "2026-11-24"},
    ]
    board.change_reference(notices=notices)
    assert [notice.vi for notice in board.view().notices] == ["Luôn luôn", "Hôm nay"]


def test_the_rules_of_the_voice_follow_the_reference_data(board: Board) -> None:
    assert board.view().rules.repeats == 2
    board.change_reference(repeats=1, english=True)
    assert (board.view().rules.repeats, board.view().rules.english) == (1, True)


def test_outside_the_hours_it_says_when_to_come_back(board: Board) -> None:
    board.clock.set(datetime(2026, 11, 23, 12, 0, tzinfo=HO_CHI_MINH))
    told = board.view().told
    assert told is not None
    assert "13:30" in told.vi


def test_a_calendar_that_does_not_cover_today_closes_nothing(board: Board) -> None:
    board.clock.set(datetime(2036, 11, 24, 9, 0, tzinfo=HO_CHI_MINH))
    assert board.view().told is None


def test_in_contact_the_data_has_no_age(board: Board) -> None:
    assert board.view().as_of is None


def test_out_of_contact_the_data_is_of_the_last_contact(board: Board) -> None:
    board.program.progress = SyncProgress(online=False, unsent=0, last_contact=EIGHT, problem=None)
    board.clock.advance(timedelta(minutes=5))
    assert board.office.view().as_of == EIGHT


def test_a_line_that_does_not_answer_ages_the_data_before_anybody_notices(board: Board) -> None:
    board.program.progress = FRESH
    board.clock.advance(timedelta(seconds=61))
    assert board.office.view().as_of == EIGHT


def test_before_the_first_contact_nothing_is_claimed(board: Board) -> None:
    board.program.progress = SyncProgress(online=False, unsent=0, last_contact=None, problem=None)
    assert board.office.view().as_of is None


def test_a_board_started_without_the_server_has_data_of_the_newest_event_of_others(board: Board) -> None:
    board.give("A", 1)
    board.clock.advance(timedelta(hours=1))
    with board.journal.writing() as writer:
        writer.append("citizen", [Fact(str(uuid.uuid4()), "desk.opened", {"counter": ONE, "lines": ["A"]})])
    problem = Sentence("Không kết nối được.", "No connection.")
    board.program.progress = SyncProgress(online=False, unsent=0, last_contact=None, problem=problem)
    assert board.office.view().as_of == EIGHT


def test_a_board_that_never_had_data_is_as_old_as_its_start(board: Board) -> None:
    board.clock.advance(timedelta(hours=1))
    problem = Sentence("Không kết nối được.", "No connection.")
    board.program.progress = SyncProgress(online=False, unsent=0, last_contact=None, problem=problem)
    assert board.office.view().as_of == EIGHT


def test_a_call_to_a_counter_that_is_no_more_is_not_shown(board: Board) -> None:
    board.call(board.give("A", 1), "quay-99")
    assert called(board) == []


def test_the_view_names_today(board: Board) -> None:
    assert board.view().date == date(2026, 11, 23).isoformat()
